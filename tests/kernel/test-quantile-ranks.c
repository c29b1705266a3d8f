/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/quantile-ranks.h"

#include "kernel/binomial.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* R: qbinom (0.025, n, p) and qbinom (0.975, n, p); ranks here count from 0. The medians are
 * those of W. J. Dixon, F. J. Massey (1969), table A-25: of 10 the 2nd and 9th, of 20 the 6th
 * and 15th.
 */
static const struct known {
  const char *label;
  size_t n;
  double share;
  size_t low, high;
  double coverage;
} known[] = {
  { "median of 10", 10, 0.5, 1, 8, 0.978515625 },
  { "median of 20", 20, 0.5, 5, 14, 0.9586105346679688 },
  { "median of 100", 100, 0.5, 39, 60, 0.9647997997822952 },
  { "median of 5: both ends open", 5, 0.5, 5, 5, 1 },
  { "1 in 20 of 30: open above", 30, 0.95, 25, 30, 0.9843644898714668 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  KernelQuantileRanks got;

  assert_int_equal (kernel_quantile_ranks (row->n, row->share, 0.95, &got), KERNEL_OK);
  assert_int_equal (got.low, row->low);
  assert_int_equal (got.high, row->high);
  assert_near (got.coverage, row->coverage, 1e-13);
}

/* The ends are the nearest that hold each tail, one by one. */
static void
agrees_with_trying_all (void **state)
{
  static const double shares[] = { 0.1, 0.5, 0.9, 0.95 };

  (void) state;
  for (size_t n = 1; n < 130; n += 3)
    for (size_t k = 0; k < 4; k++) {
      size_t low = n, high = n;
      KernelQuantileRanks got;

      for (size_t r = 0; r < n; r++)
        if (kernel_binomial_cdf ((double) r, (double) n, shares[k]) <= 0.05)
          low = r;
      for (size_t r = n; r > 0; r--)
        if (1 - kernel_binomial_cdf ((double) r - 1, (double) n, shares[k]) <= 0.05)
          high = r - 1;
      assert_int_equal (kernel_quantile_ranks (n, shares[k], 0.9, &got), KERNEL_OK);
      assert_int_equal (got.low, low);
      assert_int_equal (got.high, high);
      assert_true (got.coverage > 0.9 - 1e-12);
    }
}

static void
refuses (void **state)
{
  KernelQuantileRanks got;

  (void) state;
  assert_int_equal (kernel_quantile_ranks (9, 0, 0.95, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_quantile_ranks (9, 1, 0.95, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_quantile_ranks (9, NAN, 0.95, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_quantile_ranks (9, 0.5, 0, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_quantile_ranks (9, 0.5, 1, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_quantile_ranks (0, 0.5, 0.9, &got), KERNEL_OK);
  assert_int_equal (got.low, 0);
  assert_int_equal (got.high, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2] = {
    cmocka_unit_test (agrees_with_trying_all),
    cmocka_unit_test (refuses),
  };

  add_rows (tests + 2, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/quantile-ranks", tests, NULL, NULL);
}
