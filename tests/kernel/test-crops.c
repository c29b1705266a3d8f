/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/crops.h"
#include "kernel/normal.h"
#include "kernel/random.h"
#include "support/near.h"

#define N 40

/* At every price the range that holds it is what comes out there. */
static void
agrees_with_each_price (void **state)
{
  uint64_t seed = 2;

  (void) state;
  for (size_t round = 0; round < 30; round++) {
    double values[N];
    KernelMeanPiece pieces[5 * N + 4];
    KernelPriceRange ranges[N];
    size_t starts[N], changes[N], n_ranges, k = 0;

    for (size_t i = 0; i < N; i++)
      values[i] =
          kernel_normal_quantile (((double) (kernel_random_next (&seed) >> 12) + 0.5) * 0x1p-52) +
          (i > N / 3 ? (double) (round % 4) : 0);
    assert_int_equal (
        kernel_crops_mean (N, values, 0.1, 50, N, pieces, starts, changes, ranges, &n_ranges),
        KERNEL_OK);
    assert_near (ranges[0].from, 0.1, 0);
    assert_near (ranges[n_ranges - 1].to, 50, 0);
    for (double price = 0.1; price < 50; price *= 1.07) {
      size_t n_changes;
      double total;

      while (ranges[k].to < price)
        k++;
      assert_int_equal (
          kernel_fpop_mean (N, values, price, 1, pieces, starts, changes, &n_changes, &total),
          KERNEL_OK);
      assert_int_equal (n_changes, ranges[k].n_changes);
      assert_near (total, ranges[k].rss + price * (double) n_changes, 1e-9);
    }
  }
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double values[] = { 0, 9, 0, 9 };
  KernelMeanPiece pieces[24];
  KernelPriceRange ranges[4];
  size_t starts[4], changes[4], n;

  (void) state;
  assert_int_equal (kernel_crops_mean (4, values, 2, 1, 4, pieces, starts, changes, ranges, &n),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_crops_mean (4, values, 1, 2, 1, pieces, starts, changes, ranges, &n),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_crops_mean (4, values, -1, 2, 4, pieces, starts, changes, ranges, &n),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_crops_mean (0, values, 1, 2, 4, pieces, starts, changes, ranges, &n),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_crops_mean (4, values, 1, 1000, 4, pieces, starts, changes, ranges, &n),
                    KERNEL_OK);
  assert_int_equal (ranges[n - 1].n_changes, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_each_price),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/crops", tests, NULL, NULL);
}
