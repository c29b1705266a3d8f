/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/weight-places.h"

#include "kernel/composite.h"
#include "kernel/random.h"
#include "kernel/ranks.h"

#include <math.h>
#include <string.h>

/* Of 20 draws and a level of 0.9 one is a tail, though 1 - 0.9 is a little less than 0.1. */
#define ROUNDING 1e-6

static KernelStatus
check (size_t n_units, size_t n_components, const double *parts, double level, size_t n_draws)
{
  if (n_units < 1 || n_components < 1)
    return KERNEL_ERR_TOO_SHORT;
  if (!(level > 0 && level < 1) || n_draws < 1 || n_draws > UINT32_MAX || n_units > UINT32_MAX)
    return KERNEL_ERR_PARAMETER;
  for (size_t i = 0; i < n_units * n_components; i++)
    if (!isfinite (parts[i]))
      return KERNEL_ERR_DOMAIN;

  return KERNEL_OK;
}

/* Places between which a unit is but for a tail of the draws on either side. */
static void
find_middle (size_t n, const uint32_t *counts, double tail, uint32_t *low, uint32_t *high)
{
  size_t place = 0;
  double below = counts[0], above = counts[n - 1];

  while (below <= tail)
    below += counts[++place];
  *low = (uint32_t) place + 1;
  place = n - 1;
  while (above <= tail)
    above += counts[--place];
  *high = (uint32_t) place + 1;
}

/**
 * kernel_weight_places:
 * @n_units: number of units
 * @n_components: number of components
 * @parts: shape (@n_units, @n_components), components on the scale of the score; none missing
 * @level: how much of the draws an interval of places holds, between 0 and 1
 * @n_draws: sets of weights
 * @seed: where the random numbers start
 * @work: overwritten
 * @result: (out): where each unit lies
 *
 * Draws weights that add up to 1, each set as likely as any (Dirichlet with all parameters 1),
 * and counts the places that units have by the sum of their weighted parts, the largest first.  No
 * more than (1 - @level)/2 of the draws lie below an interval, and as many above it.
 * O(@n_draws @n_units (@n_components + log @n_units)) time.
 *
 * Source: M. Saisana, A. Saltelli, S. Tarantola (2005), J. R. Stat. Soc. A 168, 307-323, section 4
 * (ranks under uncertain weights).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT without a unit or component; %KERNEL_ERR_PARAMETER;
 *   %KERNEL_ERR_DOMAIN if a part is missing or infinite
 */
KernelStatus
kernel_weight_places (size_t n_units,
                      size_t n_components,
                      const double *parts,
                      double level,
                      size_t n_draws,
                      uint64_t seed,
                      KernelWeightWork work,
                      KernelWeightPlaces *result)
{
  const KernelStatus status = check (n_units, n_components, parts, level, n_draws);
  const double tail = (1 - level) / 2 * (double) n_draws + ROUNDING;

  if (status != KERNEL_OK)
    return status;
  memset (work.counts, 0, n_units * n_units * sizeof *work.counts);
  for (size_t draw = 0; draw < n_draws; draw++) {
    kernel_random_weights (&seed, n_components, work.weights);
    kernel_weighted_scores (n_units, n_components, parts, work.weights, work.scores);
    kernel_places (n_units, work.scores, work.keys, work.places);
    for (size_t i = 0; i < n_units; i++)
      work.counts[i * n_units + work.places[i] - 1]++;
  }
  for (size_t i = 0; i < n_units; i++) {
    const uint32_t *counts = work.counts + i * n_units;

    find_middle (n_units, counts, tail, &result->low[i], &result->high[i]);
    result->first[i] = counts[0] / (double) n_draws;
  }

  return KERNEL_OK;
}
