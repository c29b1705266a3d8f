/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/period-end.h"
#include "support/near.h"

/* R 4.2.2: t.test (ends - totals * shares, alternative = "greater"). */
static void
gives_known_answer (void **state)
{
  const double ends[] = { 20, 25, 18, 30, 22, 27, 19, 24, 21, 26, 23, 29 };
  const double totals[] = { 170, 180, 160, 200, 190, 175, 165, 185, 170, 195, 180, 210 };
  const double shares[] = { 2 / 21., 2 / 20., 2 / 22., 2 / 21., 2 / 23., 2 / 20.,
                            2 / 22., 2 / 21., 2 / 22., 2 / 21., 2 / 20., 2 / 23. };
  KernelPeriodEnd got;

  (void) state;
  assert_int_equal (kernel_period_end (12, ends, totals, shares, &got), KERNEL_OK);
  assert_int_equal (got.freedom, 11);
  assert_near (got.observed, 284, 0);
  assert_near (got.expected, 204.711180124224, 1e-9);
  assert_near (got.t, 8.78032667174798, 1e-10);
  assert_near (got.p, 1.33385915797419e-06, 1e-12);
}

static void
refuses_what_does_not_differ (void **state)
{
  const double ends[] = { 3, 3 }, totals[] = { 10, 10 }, shares[] = { 0.1, 0.1 };
  KernelPeriodEnd got = { .t = -7 };

  (void) state;
  assert_int_equal (kernel_period_end (1, ends, totals, shares, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_period_end (2, ends, totals, shares, &got), KERNEL_ERR_DOMAIN);
  assert_near (got.t, -7, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answer),
    cmocka_unit_test (refuses_what_does_not_differ),
  };

  return cmocka_run_group_tests_name ("kernel/period-end", tests, NULL, NULL);
}
