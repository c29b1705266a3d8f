/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/normal.h"
#include "kernel/pelt.h"
#include "kernel/random.h"
#include "support/near.h"

#include <stdlib.h>

#define MOST 64
#define LOG_TWO_PI 1.8378770664093453

static double
cost_of (const double *values, size_t first, size_t end, KernelCost cost, double centre)
{
  const double m = (double) (end - first);
  double mean = 0, rss = 0;

  for (size_t i = first; i < end; i++)
    mean += values[i] / m;
  for (size_t i = first; i < end; i++) {
    const double rest = values[i] - (cost == KERNEL_COST_VARIANCE ? centre : mean);
    rss += rest * rest;
  }
  if (cost == KERNEL_COST_MEAN)
    return rss;

  return m * (LOG_TWO_PI + log (rss > 1e-11 * m ? rss / m : 1e-11) + 1);
}

static void
agrees_with_trying_everything (void **state)
{
  uint64_t seed = 1;

  (void) state;
  for (size_t round = 0; round < 600; round++) {
    const size_t n = 6 + round % (MOST - 6);
    const KernelPelt settings = { (KernelCost) (round % 3), (double) (round % 7) * 1.3, round % 2,
                                  (round % 3 ? 2 : 1) + round % 4, 0 };
    double values[MOST], least[MOST + 1], work[3 * (MOST + 1)], total, centre = 0;
    size_t order[2 * (MOST + 1)], changes[MOST], n_changes;

    for (size_t i = 0; i < n; i++) {
      values[i] =
          kernel_normal_quantile (((double) (kernel_random_next (&seed) >> 12) + 0.5) * 0x1p-52) *
              (i > n / 3 ? 3 : 1) +
          (i > n / 2 ? 2 : 0);
      centre += values[i] / (double) n;
    }
    least[0] = -settings.price;
    for (size_t end = 1; end <= n; end++) {
      least[end] = INFINITY;
      for (size_t first = 0; first + settings.least <= end; first++) {
        const double extra = settings.is_modified ? log ((double) (end - first)) : 0;
        least[end] = fmin (least[end], least[first] + settings.price + extra +
                                           cost_of (values, first, end, settings.cost, centre));
      }
    }
    assert_int_equal (kernel_pelt (n, values, &settings, work, order, changes, &n_changes, &total),
                      KERNEL_OK);
    assert_near (total, least[n], 1e-7);
    for (size_t k = 0; k < n_changes; k++)
      assert_true (changes[k] >= (k ? changes[k - 1] : 0) + settings.least);
  }
}

/* Quantiles by definition: R's type 7 at 1 / (1 + (2n - 1)^-(2k-1-K)/K). */
static double
disorder_of (const double *values, size_t n, size_t first, size_t end, size_t n_quantiles)
{
  double sorted[MOST], total = 0;

  for (size_t i = 0; i < n; i++) {
    size_t k = i;
    for (; k > 0 && sorted[k - 1] > values[i]; k--)
      sorted[k] = sorted[k - 1];
    sorted[k] = values[i];
  }
  for (size_t k = 1; k <= n_quantiles; k++) {
    const double place = -1 + 2 * (double) k / (double) n_quantiles - 1 / (double) n_quantiles;
    const double p = 1 / (1 + pow (2 * (double) n - 1, -place)), rank = p * (double) (n - 1);
    const size_t under = (size_t) rank;
    const double over = sorted[under + 1 < n ? under + 1 : under];
    const double quantile = sorted[under] + (rank - (double) under) * (over - sorted[under]);
    const double m = (double) (end - first);
    double share = 0;

    for (size_t i = first; i < end; i++)
      share += values[i] < quantile ? 1 / m : values[i] > quantile ? 0 : 0.5 / m;
    if (share > 1e-12 && share < 1 - 1e-12)
      total -= m * (share * log (share) + (1 - share) * log (1 - share));
  }

  return 2 * log (2 * (double) n - 1) * total / (double) n_quantiles;
}

static void
cuts_distributions (void **state)
{
  uint64_t seed = 4;

  (void) state;
  for (size_t round = 0; round < 60; round++) {
    const size_t n = 10 + round % 30;
    const KernelPelt settings = { KERNEL_COST_DISTRIBUTION, 1 + (double) (round % 5), false,
                                  1 + round % 3, 4 };
    double values[MOST], least[MOST + 1] = { -settings.price }, work[7 * (MOST + 1)], total;
    size_t order[2 * (MOST + 1)], changes[MOST], n_changes;

    for (size_t i = 0; i < n; i++) {
      const double noise =
          kernel_normal_quantile (((double) (kernel_random_next (&seed) >> 12) + 0.5) * 0x1p-52);
      values[i] = round % 4 == 0 ? rint (noise) : i > n / 2 ? noise * 5 : noise;
    }
    for (size_t end = 1; end <= n; end++) {
      least[end] = INFINITY;
      for (size_t first = 0; first + settings.least <= end; first++)
        least[end] = fmin (least[end],
                           least[first] + settings.price + disorder_of (values, n, first, end, 4));
    }
    assert_true (kernel_pelt_n_work (n, 4) <= sizeof work / sizeof *work);
    assert_int_equal (kernel_pelt (n, values, &settings, work, order, changes, &n_changes, &total),
                      KERNEL_OK);
    assert_near (total, least[n], 1e-8);
  }
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double values[] = { 1, 2, INFINITY };
  static const struct {
    size_t n;
    KernelPelt settings;
    KernelStatus status;
  } rows[] = {
    { 2, { KERNEL_COST_MEAN, 1, false, 1, 0 }, KERNEL_OK },
    { 3, { KERNEL_COST_MEAN, 1, false, 1, 0 }, KERNEL_ERR_DOMAIN },
    { 0, { KERNEL_COST_MEAN, 1, false, 1, 0 }, KERNEL_ERR_TOO_SHORT },
    { 2, { KERNEL_COST_MEAN, 1, false, 3, 0 }, KERNEL_ERR_TOO_SHORT },
    { 2, { KERNEL_COST_MEAN, 1, false, 0, 0 }, KERNEL_ERR_PARAMETER },
    { 2, { KERNEL_COST_MEAN, -1, false, 1, 0 }, KERNEL_ERR_PARAMETER },
    { 2, { KERNEL_COST_MEAN, NAN, false, 1, 0 }, KERNEL_ERR_PARAMETER },
    { 2, { KERNEL_COST_MEAN, 1, false, 1, 3 }, KERNEL_ERR_PARAMETER },
    { 2, { KERNEL_COST_DISTRIBUTION, 1, false, 1, 0 }, KERNEL_ERR_PARAMETER },
    { 2, { KERNEL_COST_DISTRIBUTION, 1, false, 1, 3 }, KERNEL_OK },
    { 2, { KERNEL_COST_VARIANCE, 1, false, 1, 0 }, KERNEL_ERR_PARAMETER },
    { 2, { KERNEL_COST_MEAN_VARIANCE, 1, false, 1, 0 }, KERNEL_ERR_PARAMETER },
  };
  double work[24], total;
  size_t order[8], changes[3], n_changes;

  (void) state;
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
    assert_int_equal (kernel_pelt (rows[k].n, values, &rows[k].settings, work, order, changes,
                                   &n_changes, &total),
                      rows[k].status);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_trying_everything),
    cmocka_unit_test (cuts_distributions),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/pelt", tests, NULL, NULL);
}
