/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/standardised-rate.h"

#include "kernel/poisson-interval.h"

#include <math.h>

/* With fewer events the interval is not to be relied on. */
#define FEWEST_EVENTS 10

static KernelStatus
check_bands (size_t n,
             const double *counts,
             const double *populations,
             const double *standard,
             size_t *bad)
{
  for (size_t i = 0; i < n; i++) {
    if (counts[i] < 0 || isinf (counts[i]) || populations[i] <= 0 || isinf (populations[i]) ||
        !(standard[i] >= 0) || isinf (standard[i])) {
      if (bad)
        *bad = i;
      return KERNEL_ERR_DOMAIN;
    }
  }

  return KERNEL_OK;
}

/**
 * kernel_direct_rate:
 * @n: number of age bands
 * @counts: shape (@n), events observed, at least 0; NaN where missing
 * @spreads: (nullable): shape (@n), the variance of each count where events of one person
 *   are not independent: the sum over people of the squares of their events; `NULL` where
 *   it is the count itself
 * @populations: shape (@n), people at risk, above 0; NaN where missing
 * @standard: shape (@n), people of the standard population, at least 0
 * @z: standard normal quantile, 1.96 for a two-sided 95% interval
 * @result: (out): the rate; with fewer than 10 events, or anything missing, only @events
 *   is known and the rest is NaN
 * @bad: (out) (optional): index of the first bad band, set on %KERNEL_ERR_DOMAIN
 *
 * Directly standardised rate, with Dobson's interval from Byar's of the events.  O(n) time.
 *
 * Source: A. J. Dobson, K. Kuulasmaa, E. Eberle, J. Scherer (1991), Stat. Med. 10, 457-462;
 * fewest events and non-independent ones as PHEindicatormethods' calculate_dsr.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @z is not finite and positive, or the
 *   standard population is empty; %KERNEL_ERR_DOMAIN if a count or population cannot be
 */
KernelStatus
kernel_direct_rate (size_t n,
                    const double *counts,
                    const double *spreads,
                    const double *populations,
                    const double *standard,
                    double z,
                    KernelStandardisedRate *result,
                    size_t *bad)
{
  double events = 0, people = 0, rate = 0, variance = 0, low, high;

  if (check_bands (n, counts, populations, standard, bad) != KERNEL_OK)
    return KERNEL_ERR_DOMAIN;
  for (size_t i = 0; i < n; i++) {
    const double weight = standard[i] / populations[i];

    events += counts[i];
    people += standard[i];
    rate += weight * counts[i];
    variance += weight * weight * (spreads ? spreads[i] : counts[i]);
  }
  if (!(people > 0) || kernel_byar (1, &events, z, &low, &high, NULL) != KERNEL_OK)
    return KERNEL_ERR_PARAMETER;

  *result = (KernelStandardisedRate){ events, NAN, NAN, NAN, NAN };
  if (!(events >= FEWEST_EVENTS))
    return KERNEL_OK;
  result->rate = rate / people;
  result->variance = variance / (people * people);
  const double scale = sqrt (result->variance / events);
  result->lower = result->rate + scale * (low - events);
  result->upper = result->rate + scale * (high - events);

  return KERNEL_OK;
}

/**
 * kernel_indirect_expected:
 * @n: number of age bands
 * @populations: shape (@n), people of the area, at least 0; NaN where missing
 * @reference_counts: shape (@n), events among the reference population, at least 0
 * @reference_populations: shape (@n), its people, above 0
 * @expected: (out): events the area would have at the rates of the reference; NaN where
 *   anything is missing
 * @bad: (out) (optional): index of the first bad band, set on %KERNEL_ERR_DOMAIN
 *
 * The denominator of an indirectly standardised ratio.  O(n) time.
 *
 * Source: definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN if a count or population cannot be
 */
KernelStatus
kernel_indirect_expected (size_t n,
                          const double *populations,
                          const double *reference_counts,
                          const double *reference_populations,
                          double *expected,
                          size_t *bad)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++) {
    if (populations[i] < 0 || reference_counts[i] < 0 || reference_populations[i] <= 0) {
      if (bad)
        *bad = i;
      return KERNEL_ERR_DOMAIN;
    }
    sum += populations[i] * reference_counts[i] / reference_populations[i];
  }
  *expected = sum;

  return KERNEL_OK;
}
