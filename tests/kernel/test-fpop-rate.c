/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/fpop-rate.h"
#include "kernel/random.h"
#include "support/near.h"

#include <stdlib.h>

#define MOST 40

static double
times_log (double x, double of)
{
  return x > 0 ? x * log (x / of) : 0;
}

static double
loss (double count, double size, bool is_share)
{
  return -times_log (count, size) + (is_share ? -times_log (size - count, size) : count);
}

static double
loss_of (const double *counts, const double *sizes, bool is_share, size_t first, size_t end)
{
  double count = 0, size = 0;

  for (size_t i = first; i < end; i++) {
    count += counts[i];
    size += sizes[i];
  }

  return loss (count, size, is_share);
}

/* Counts from 0 on, all of a share, sizes all alike and not. */
static void
make (size_t round, size_t n, uint64_t *seed, double *counts, double *sizes)
{
  for (size_t i = 0; i < n; i++) {
    sizes[i] = round % 4 < 2 ? 1 + (double) kernel_random_below (seed, 10) : 10;
    counts[i] = (double) kernel_random_below (seed, round % 3 && i > n / 2 ? 2 : 6);
    if (round % 5 == 0)
      counts[i] = 0;
    if (round % 7 == 0)
      counts[i] = sizes[i];
    if (counts[i] > sizes[i])
      counts[i] = sizes[i];
  }
}

static void
agrees_with_trying_everything (void **state)
{
  uint64_t seed = 3;

  (void) state;
  for (size_t round = 0; round < 600; round++) {
    const size_t n = 1 + round % MOST, wanted = 1 + round / MOST % 4;
    const size_t fewest = wanted < n ? wanted : n;
    const bool is_share = round % 2;
    const double price = (double) (round % 7) * 0.7;
    double counts[MOST], sizes[MOST], least[MOST + 1] = { -price }, total;
    KernelRatePiece pieces[5 * MOST + 4];
    size_t starts[MOST], changes[MOST], n_changes;

    make (round, n, &seed, counts, sizes);
    for (size_t end = 1; end <= n; end++) {
      least[end] = INFINITY;
      for (size_t first = 0; first + fewest <= end; first++)
        least[end] =
            fmin (least[end], least[first] + price + loss_of (counts, sizes, is_share, first, end));
    }
    assert_true (kernel_fpop_rate_n_pieces (n) <= sizeof pieces / sizeof *pieces);
    assert_int_equal (kernel_fpop_rate (n, counts, sizes, is_share, price, fewest, pieces, starts,
                                        changes, &n_changes, &total),
                      KERNEL_OK);
    assert_near (total, least[n], 1e-8);
    double again = price * (double) n_changes;
    for (size_t k = 0; k <= n_changes; k++)
      again +=
          loss_of (counts, sizes, is_share, k ? changes[k - 1] : 0, k < n_changes ? changes[k] : n);
    assert_near (again, least[n], 1e-8);
    for (size_t k = 0; k < n_changes; k++)
      assert_true ((k + 1 < n_changes ? changes[k + 1] : n) - changes[k] >= fewest);
  }
}

/* Waiting times of an exponential distribution: shapes of 1 as counts, times as sizes. */
static void
finds_a_change_of_waiting_times (void **state)
{
  static const double times[] = { 1, 2, 1, 3, 2, 1, 2, 1, 9, 14, 11, 8, 12, 10, 13, 9 };
  double shapes[16], total;
  KernelRatePiece pieces[84];
  size_t starts[16], changes[16], n_changes;

  (void) state;
  for (size_t i = 0; i < 16; i++)
    shapes[i] = 1;
  assert_int_equal (kernel_fpop_rate (16, shapes, times, false, 2 * log (16), 1, pieces, starts,
                                      changes, &n_changes, &total),
                    KERNEL_OK);
  assert_int_equal (n_changes, 1);
  assert_int_equal (changes[0], 8);
  assert_near (total, 16 + 8 * log (13.0 / 8) + 8 * log (86.0 / 8) + 2 * log (16), 1e-9);
}

static void
refuses_what_makes_no_sense (void **state)
{
  static const struct {
    double counts[2], sizes[2];
    bool is_share;
    double price;
    KernelStatus status;
  } rows[] = {
    { { 1, 2 }, { 1, 1 }, false, 1, KERNEL_OK },
    { { 1, 2 }, { 1, 1 }, true, 1, KERNEL_ERR_DOMAIN },
    { { 1, -1 }, { 1, 1 }, false, 1, KERNEL_ERR_DOMAIN },
    { { 1, NAN }, { 1, 1 }, false, 1, KERNEL_ERR_DOMAIN },
    { { 1, 1 }, { 1, 0 }, false, 1, KERNEL_ERR_DOMAIN },
    { { 1, 1 }, { 1, NAN }, false, 1, KERNEL_ERR_DOMAIN },
    { { 1, 1 }, { 1, 1 }, false, -1, KERNEL_ERR_PARAMETER },
    { { 1, 1 }, { 1, 1 }, false, NAN, KERNEL_ERR_PARAMETER },
  };
  KernelRatePiece pieces[14];
  size_t starts[2], changes[2], n;
  double total;

  (void) state;
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
    assert_int_equal (kernel_fpop_rate (2, rows[k].counts, rows[k].sizes, rows[k].is_share,
                                        rows[k].price, 1, pieces, starts, changes, &n, &total),
                      rows[k].status);
  assert_int_equal (kernel_fpop_rate (2, rows[0].counts, rows[0].sizes, false, 1, 0, pieces, starts,
                                      changes, &n, &total),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_fpop_rate (2, rows[0].counts, rows[0].sizes, false, 1, 3, pieces, starts,
                                      changes, &n, &total),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_fpop_rate (0, rows[0].counts, rows[0].sizes, false, 1, 1, pieces, starts,
                                      changes, &n, &total),
                    KERNEL_ERR_TOO_SHORT);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_trying_everything),
    cmocka_unit_test (finds_a_change_of_waiting_times),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/fpop-rate", tests, NULL, NULL);
}
