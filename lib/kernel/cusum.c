/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/cusum.h"

#include <math.h>

/**
 * kernel_cusum_step:
 * @value: the next value, not missing
 * @centre: where values ordinarily lie
 * @allowance: how far from it does not count
 * @state: (inout): the sums so far; begin with 0
 *
 * Takes one more value into both sums.
 *
 * Source: as kernel_cusum().
 */
void
kernel_cusum_step (double value, double centre, double allowance, KernelCusum *state)
{
  state->above = fmax (0, value - (centre + allowance) + state->above);
  state->below = fmin (0, value - (centre - allowance) + state->below);
}

/**
 * kernel_cusum:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @joined: (nullable): shape (@n), 0 where the sums start afresh at 0
 * @centre: what the values are held against
 * @allowance: how far from @centre a value may lie before it adds to a sum, in the
 *   unit of @values, not negative
 * @up: (out): shape (@n), max (0, x - (centre + allowance) + the sum before)
 * @down: (out): shape (@n), min (0, x - (centre - allowance) + the sum before)
 *
 * Cumulative sums of what lies above and below.  A missing value ends them; both are
 * NaN there.  O(n) time, no allocation.
 *
 * Source: E. S. Page (1954), Biometrika 41, 100-115, in the tabular form of
 * Montgomery, Introduction to Statistical Quality Control, 6th ed., equations 9.2
 * and 9.3 (whose lower sum has the other sign).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @allowance is NaN or negative
 */
KernelStatus
kernel_cusum (size_t n,
              const double *values,
              const uint8_t *joined,
              double centre,
              double allowance,
              double *up,
              double *down)
{
  KernelCusum state = { 0, 0 };

  if (!(allowance >= 0))
    return KERNEL_ERR_PARAMETER;

  for (size_t i = 0; i < n; i++) {
    if (isnan (values[i]) || (joined && !joined[i]))
      state = (KernelCusum){ 0, 0 };
    if (!isnan (values[i]))
      kernel_cusum_step (values[i], centre, allowance, &state);
    up[i] = isnan (values[i]) ? NAN : state.above;
    down[i] = isnan (values[i]) ? NAN : state.below;
  }

  return KERNEL_OK;
}
