/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/noticeable-step.h"

#include "kernel/normal.h"

#include <math.h>

/* Where both come out the same on average, two levels win in 64 of 100 series: a break
 * may be put where noise makes it clearest.  And a step comes out 2.7 times as widely
 * as its halves' means do, since what is left over varies too.  By simulation of normal
 * noise, 24 to 240 values, found within five of its place.
 */
#define DEVIATE_AT_EVEN 0.36
#define WIDENING 2.7

/* What two levels cost more than one level or one line, on average, when the second
 * half lies @step above the first.  A level leaves all of the variance, a line the
 * noise and a quarter of what the step adds, since it takes up the rest.
 */
static double
excess (double n, const KernelLevelLineSettings *settings, double step)
{
  const double added = step * step / 4, variance = 1 + added;
  const double unit = settings->cost * log (n);
  const double levels = n * log (1 / variance + settings->floor) + 4 * unit;
  const double level = n * log (1 + settings->floor) + 2 * unit;
  const double line = n * log ((1 + added / 4) / variance + settings->floor) + 3 * unit;

  return levels - (level < line ? level : line);
}

/**
 * kernel_noticeable_step:
 * @n: number of values
 * @settings: those of [func@kernel_level_line]
 * @power: with what chance, such as 0.8
 *
 * The least step half-way through a series, in units of the ordinary spread around its
 * levels, that comes out as two levels with the chance asked for: the step at which
 * two levels and one of anything else come out the same on average, and what it may
 * come out too small by.
 *
 * Source: definition of the criterion; checked by simulation in the tests.
 *
 * Returns: the step; NaN for fewer than four values, settings or a power that make no
 * sense, infinite if no step would be noticed
 */
double
kernel_noticeable_step (size_t n, const KernelLevelLineSettings *settings, double power)
{
  const double length = (double) n;
  double low = 0, high = 1;

  if (n < 4 || !(power > 0 && power < 1) || !(settings->floor > 0) || !(settings->cost > 0))
    return NAN;
  while (excess (length, settings, high) > 0) {
    if (high > 1e6)
      return INFINITY;
    high *= 2;
  }
  for (int k = 0; k < 60; k++) {
    const double middle = (low + high) / 2;
    if (excess (length, settings, middle) > 0)
      low = middle;
    else
      high = middle;
  }

  return high + (kernel_normal_quantile (power) - DEVIATE_AT_EVEN) * WIDENING * 2 / sqrt (length);
}
