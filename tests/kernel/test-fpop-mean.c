/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/fpop-mean.h"
#include "kernel/normal.h"
#include "kernel/random.h"
#include "support/near.h"

#include <stdlib.h>

#define MOST 48

/* Flow of the Nile at Aswan, 1871 to 1970, in R's datasets, 10^8 m^3 a year. */
static const double nile[] = {
  1120, 1160, 963, 1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110, 994,  1020,
  960,  1180, 799, 958,  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774,  840,
  874,  694,  940, 833,  701,  916,  692,  1020, 1050, 969,  831,  726,  456,  824,  702,
  1120, 1100, 832, 764,  821,  768,  845,  864,  862,  698,  845,  744,  796,  1040, 759,
  781,  865,  845, 944,  984,  897,  822,  1010, 771,  676,  649,  846,  812,  742,  801,
  1040, 860,  874, 848,  890,  744,  749,  838,  1050, 918,  986,  797,  923,  975,  815,
  1020, 906,  901, 1170, 912,  746,  919,  718,  714,  740,
};

typedef struct {
  KernelMeanPiece *pieces;
  size_t *starts, *changes, n_changes;
  double total;
} Cut;

static Cut
cut (size_t n, const double *values, double price, size_t least)
{
  Cut self = { .pieces = calloc (kernel_fpop_mean_n_pieces (n), sizeof (KernelMeanPiece)),
               .starts = calloc (n, sizeof (size_t)),
               .changes = calloc (n, sizeof (size_t)) };

  assert_int_equal (kernel_fpop_mean (n, values, price, least, self.pieces, self.starts,
                                      self.changes, &self.n_changes, &self.total),
                    KERNEL_OK);

  return self;
}

static void
cut_clear (Cut *self)
{
  free (self->pieces);
  free (self->starts);
  free (self->changes);
}

static double
rss_of (const double *values, size_t first, size_t end)
{
  double mean = 0, rss = 0;

  for (size_t i = first; i < end; i++)
    mean += values[i] / (double) (end - first);
  for (size_t i = first; i < end; i++)
    rss += (values[i] - mean) * (values[i] - mean);

  return rss;
}

/* Where and at what cost: the package fpop under R 4.2.2, price 2 log (100) 150^2; the
 * cost there is without that of the changes.
 */
static void
finds_the_dam (void **state)
{
  const double price = 2 * log (100) * 150 * 150;
  double around_mean[100];

  (void) state;
  for (size_t i = 0; i < 100; i++)
    around_mean[i] = nile[i] - 900;
  Cut got = cut (100, around_mean, price, 1);
  assert_int_equal (got.n_changes, 1);
  assert_int_equal (got.changes[0], 28);
  assert_near (got.total, 1597457.19444446 + price, 1e-6);
  cut_clear (&got);
}

/* Nothing that is possible comes out lower, and the total is that of the cut. */
static void
agrees_with_trying_everything (void **state)
{
  uint64_t seed = 3;

  (void) state;
  for (size_t round = 0; round < 400; round++) {
    const size_t n = 1 + round % MOST, wanted = 1 + round / MOST % 4;
    const size_t fewest = wanted < n ? wanted : n;
    const double price = (double) (round % 7) * 0.7;
    double values[MOST], least[MOST + 1] = { -price };

    for (size_t i = 0; i < n; i++) {
      const double noise =
          kernel_normal_quantile (((double) (kernel_random_next (&seed) >> 12) + 0.5) * 0x1p-52);
      values[i] = round % 5 == 0 ? 1 : round % 3 ? noise + (i > n / 2 ? 3 : 0) : rint (2 * noise);
    }
    for (size_t end = 1; end <= n; end++) {
      least[end] = INFINITY;
      for (size_t first = 0; first + fewest <= end; first++)
        least[end] = fmin (least[end], least[first] + price + rss_of (values, first, end));
    }
    Cut got = cut (n, values, price, fewest);
    assert_near (got.total, least[n], 1e-9);
    double total = price * (double) got.n_changes;
    for (size_t k = 0; k <= got.n_changes; k++)
      total += rss_of (values, k ? got.changes[k - 1] : 0, k < got.n_changes ? got.changes[k] : n);
    assert_near (total, least[n], 1e-9);
    for (size_t k = 0; k < got.n_changes; k++)
      assert_true ((k + 1 < got.n_changes ? got.changes[k + 1] : n) - got.changes[k] >= fewest);
    cut_clear (&got);
  }
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double values[] = { 1, NAN };
  KernelMeanPiece pieces[14];
  size_t starts[2], changes[2], n;
  double total;

  (void) state;
  assert_int_equal (kernel_fpop_mean (0, values, 1, 1, pieces, starts, changes, &n, &total),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_fpop_mean (1, values, -1, 1, pieces, starts, changes, &n, &total),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_fpop_mean (1, values, 1, 0, pieces, starts, changes, &n, &total),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_fpop_mean (1, values, 1, 2, pieces, starts, changes, &n, &total),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_fpop_mean (1, values, INFINITY, 1, pieces, starts, changes, &n, &total),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_fpop_mean (2, values, 1, 1, pieces, starts, changes, &n, &total),
                    KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (finds_the_dam),
    cmocka_unit_test (agrees_with_trying_everything),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/fpop-mean", tests, NULL, NULL);
}
