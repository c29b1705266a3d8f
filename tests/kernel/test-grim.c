/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/grim.h"
#include "support/near.h"
#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const struct known {
  const char *label;
  double value, half_digit, scale, total;
  KernelStatus status;
  double first, last;
} known[] = {
  /* 13 of 16 is 81.25, 14 of 16 is 87.5. */
  { "83.1% of 16", 83.1, 0.05, 100, 16, KERNEL_OK, 14, 13 },
  { "81.3% of 16", 81.3, 0.05, 100, 16, KERNEL_OK, 13, 13 },
  { "81.2% of 16, half to even", 81.2, 0.05, 100, 16, KERNEL_OK, 13, 13 },
  /* Brown and Heathers (2017), page 364: a mean of 5.19 of 28 whole scores. */
  { "a mean of 5.19 of 28", 5.19, 0.005, 1, 28, KERNEL_OK, 146, 145 },
  { "a mean of 5.18 of 28", 5.18, 0.005, 1, 28, KERNEL_OK, 145, 145 },
  { "90.2% of 357", 90.2, 0.05, 100, 357, KERNEL_OK, 322, 322 },
  { "0% of 40", 0, 0.5, 100, 40, KERNEL_OK, 0, 0 },
  { "97% of 1000", 97, 0.5, 100, 1000, KERNEL_OK, 965, 975 },
  { "0.92 of 25", 0.92, 0.005, 1, 25, KERNEL_OK, 23, 23 },
  { "as computed", 96.44736842105263, 0, 100, 760, KERNEL_OK, 733, 733 },
  { "of none", 50, 0.5, 100, 0, KERNEL_ERR_DOMAIN, 0, 0 },
  { "not known", NAN, 0.5, 100, 10, KERNEL_ERR_DOMAIN, 0, 0 },
  { "no scale", 5, 0.5, 0, 10, KERNEL_ERR_DOMAIN, 0, 0 },
  { "negative digit", 5, -0.5, 100, 10, KERNEL_ERR_DOMAIN, 0, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  KernelCounts counts = { 0, 0 };

  assert_int_equal (kernel_grim (row->value, row->half_digit, row->scale, row->total, &counts),
                    row->status);
  assert_near (counts.first, row->first, 0);
  assert_near (counts.last, row->last, 0);
}

/* Every share of up to 300 cases, printed with one decimal, can come from its own count. */
static void
never_speaks_of_a_printed_share (void **state)
{
  (void) state;
  for (int total = 1; total <= 300; total++) {
    for (int count = 0; count <= total; count++) {
      KernelCounts counts;
      char printed[32];

      snprintf (printed, sizeof printed, "%.1f", 100. * count / total);
      assert_int_equal (kernel_grim (strtod (printed, NULL), 0.05, 100, total, &counts), KERNEL_OK);
      assert_true (counts.first <= count && count <= counts.last);
    }
  }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1] = {
    cmocka_unit_test (never_speaks_of_a_printed_share),
  };

  add_rows (tests + 1, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/grim", tests, NULL, NULL);
}
