/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/level-path.h"
#include "support/near.h"

#define N 12
#define MOST 4

static const double values[N] = { 1, 2, 1, 2, 7, 8, 7, 8, 8, 3, 2, 3 };

static double
rss_of (size_t first, size_t end)
{
  double mean = 0, rss = 0;

  for (size_t i = first; i < end; i++)
    mean += values[i] / (double) (end - first);
  for (size_t i = first; i < end; i++)
    rss += (values[i] - mean) * (values[i] - mean);

  return rss;
}

/* The least of all ways to put so many changes behind @first. */
static double
try_all (size_t first, size_t least, size_t n_changes)
{
  double best = INFINITY;

  if (n_changes == 0)
    return first + least <= N ? rss_of (first, N) : INFINITY;
  for (size_t at = first + least; at < N; at++)
    best = fmin (best, rss_of (first, at) + try_all (at, least, n_changes - 1));

  return best;
}

static void
agrees_with_trying_everything (void **state)
{
  double work[(3 + MOST) * (N + 1)], rss[MOST + 1];
  size_t order[(1 + MOST) * (N + 1)], changes[MOST * (MOST + 1) / 2];

  (void) state;
  assert_true (kernel_level_path_n_work (N, MOST) * sizeof *work <= sizeof work);
  assert_true (kernel_level_path_n_order (N, MOST) * sizeof *order <= sizeof order);
  for (size_t least = 1; least <= 5; least++) {
    assert_int_equal (kernel_level_path (N, values, least, MOST, work, order, rss, changes),
                      KERNEL_OK);
    for (size_t q = 0; q <= MOST; q++) {
      assert_near (rss[q], try_all (0, least, q), 1e-9);
      if (isinf (rss[q]))
        continue;
      double total = 0;
      for (size_t k = 0; k <= q; k++)
        total += rss_of (k ? changes[q * (q - 1) / 2 + k - 1] : 0,
                         k < q ? changes[q * (q - 1) / 2 + k] : N);
      assert_near (total, rss[q], 1e-9);
    }
  }
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double missing[] = { 1, NAN };
  double work[6 * 3], rss[2];
  size_t order[2 * 3], changes[1];

  (void) state;
  assert_int_equal (kernel_level_path (2, missing, 0, 1, work, order, rss, changes),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_level_path (2, missing, 3, 1, work, order, rss, changes),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_level_path (2, missing, 1, 1, work, order, rss, changes),
                    KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_trying_everything),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/level-path", tests, NULL, NULL);
}
