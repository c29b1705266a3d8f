/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/quantile.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* R 4.2.2: quantile (c (3, 1, 4, 1, 5, 9, 2, 6), p), type 7. */
static const struct {
  double p, quantile;
} known[] = { { 0, 1 }, { 0.1, 1 }, { 0.25, 1.75 }, { 0.5, 3.5 }, { 0.9, 6.9 }, { 1, 9 } };

static void
gives_known_answers (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (known); k++) {
    double values[] = { 3, 1, 4, 1, 5, 9, 2, 6 };

    assert_near (kernel_quantile (LENGTH (values), values, known[k].p), known[k].quantile, 1e-14);
  }
}

static void
has_ends (void **state)
{
  double one[] = { 7 };

  (void) state;
  assert_near (kernel_quantile (1, one, 0.3), 7, 0);
  assert_near (kernel_quantile (0, one, 0.3), NAN, 0);
  assert_near (kernel_quantile (1, one, -0.1), NAN, 0);
  assert_near (kernel_quantile (1, one, NAN), NAN, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answers),
    cmocka_unit_test (has_ends),
  };

  return cmocka_run_group_tests_name ("kernel/quantile", tests, NULL, NULL);
}
