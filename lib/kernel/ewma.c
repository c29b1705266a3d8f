/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/ewma.h"

#include <math.h>

/**
 * kernel_ewma_step:
 * @weight: of the value, above 0 and at most 1
 * @value: the next value, not missing
 * @state: (inout): the average so far; begin with that at the centre and 1
 *
 * Takes one more value into an average that forgets.
 *
 * Source: as kernel_ewma().
 *
 * Returns: the spread of the average over that of a value
 */
double
kernel_ewma_step (double weight, double value, KernelEwma *state)
{
  state->average += weight * (value - state->average);
  state->forgotten *= 1 - weight;

  return sqrt (weight / (2 - weight) * (1 - state->forgotten * state->forgotten));
}

/**
 * kernel_ewma:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @joined: (nullable): shape (@n), 0 where the average starts afresh at @centre
 * @weight: weight of the newest value, 0 < @weight <= 1
 * @centre: where the average starts
 * @averages: (out): shape (@n), z_i = @weight x_i + (1 - @weight) z_(i-1); NaN where
 *   the value is missing
 * @factors: (out): shape (@n), spread of z_i in spreads of a single value:
 *   sqrt (weight / (2 - weight) (1 - (1 - weight)^(2 i))), i counted from the start;
 *   NaN where the value is missing
 *
 * Exponentially weighted moving average.  A missing value ends it; the next value
 * starts one afresh.  O(n) time, no allocation.
 *
 * Source: S. W. Roberts (1959), Technometrics 1, 239-250; Montgomery, Introduction
 * to Statistical Quality Control, 6th ed., equations 9.22 to 9.26.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @weight is not in (0, 1]
 */
KernelStatus
kernel_ewma (size_t n,
             const double *values,
             const uint8_t *joined,
             double weight,
             double centre,
             double *averages,
             double *factors)
{
  KernelEwma state = { centre, 1 };

  if (!(weight > 0 && weight <= 1))
    return KERNEL_ERR_PARAMETER;

  for (size_t i = 0; i < n; i++) {
    if (isnan (values[i]) || (joined && !joined[i]))
      state = (KernelEwma){ centre, 1 };
    averages[i] = factors[i] = NAN;
    if (isnan (values[i]))
      continue;

    factors[i] = kernel_ewma_step (weight, values[i], &state);
    averages[i] = state.average;
  }

  return KERNEL_OK;
}
