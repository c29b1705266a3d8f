/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/area-scores.h"

#include <math.h>

static double
square (double x)
{
  return x * x;
}

static double
pooled (size_t n, const double *numerators, const double *denominators)
{
  double above = 0, below = 0;

  for (size_t i = 0; i < n; i++) {
    above += numerators[i];
    below += denominators[i];
  }

  return above / below;
}

/* What all have in common, on the scale. */
static double
target_of (KernelScore scale, size_t n, const double *numerators, const double *denominators)
{
  switch (scale) {
  case KERNEL_SCORE_SHARE:
    return pooled (n, numerators, denominators);
  case KERNEL_SCORE_ARCSINE:
    return asin (sqrt (pooled (n, numerators, denominators)));
  case KERNEL_SCORE_COUNTS:
    return log (pooled (n, numerators, denominators));
  case KERNEL_SCORE_ROOT:
    return 1;
  case KERNEL_SCORE_LOG:
  default:
    return 0;
  }
}

static double
value_of (KernelScore scale, double numerator, double denominator)
{
  switch (scale) {
  case KERNEL_SCORE_SHARE:
    return numerator / denominator;
  case KERNEL_SCORE_ARCSINE:
    return asin (sqrt (numerator / denominator));
  case KERNEL_SCORE_ROOT:
    return sqrt (numerator / denominator);
  case KERNEL_SCORE_LOG:
    return log (numerator / denominator);
  case KERNEL_SCORE_COUNTS:
  default:
    return log ((numerator + 0.5) / (denominator + 0.5));
  }
}

static double
error_of (KernelScore scale, double numerator, double denominator, double target)
{
  switch (scale) {
  case KERNEL_SCORE_SHARE:
    return sqrt (target * (1 - target) / denominator);
  case KERNEL_SCORE_ARCSINE:
  case KERNEL_SCORE_ROOT:
    return 1 / (2 * sqrt (denominator));
  case KERNEL_SCORE_LOG:
    return 1 / sqrt (denominator);
  case KERNEL_SCORE_COUNTS:
  default:
    return sqrt (numerator / square (numerator + 0.5) + denominator / square (denominator + 0.5));
  }
}

/**
 * kernel_area_scores:
 * @scale: the scale
 * @n: number of areas, none of them missing
 * @numerators: shape (@n), cases or events observed, at least 0
 * @denominators: shape (@n), cases looked at, events expected or the other count, above 0
 * @target: (out): what all areas have in common, on the scale
 * @values: (out): shape (@n), each area on the scale; minus infinity for no event on a scale of
 *   logarithms of observed over expected
 * @errors: (out): shape (@n), standard error of each that chance among cases gives
 * @scores: (out): shape (@n), how many such errors each lies from @target
 *
 * Of observed over expected the target is 1: expectations have been set for it; of the others
 * it is all numerators over all denominators.  O(n) time.
 *
 * Source: D. J. Spiegelhalter (2005), Stat. Med. 24, 1185-1202, table I; roots as the Care Quality
 * Commission has them, logarithms as NHS Digital's SHMI, two counts as FunnelPlotR's "RC".
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN if a count cannot be; %KERNEL_ERR_TOO_SHORT of nothing
 */
KernelStatus
kernel_area_scores (KernelScore scale,
                    size_t n,
                    const double *numerators,
                    const double *denominators,
                    double *target,
                    double *values,
                    double *errors,
                    double *scores)
{
  const int is_share = scale == KERNEL_SCORE_SHARE || scale == KERNEL_SCORE_ARCSINE;

  if (n == 0)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!(numerators[i] >= 0) || !(denominators[i] > 0) || isinf (numerators[i]) ||
        isinf (denominators[i]) || (is_share && numerators[i] > denominators[i]))
      return KERNEL_ERR_DOMAIN;
  }

  *target = target_of (scale, n, numerators, denominators);
  for (size_t i = 0; i < n; i++) {
    values[i] = value_of (scale, numerators[i], denominators[i]);
    errors[i] = error_of (scale, numerators[i], denominators[i], *target);
    scores[i] = values[i] == *target ? 0 : (values[i] - *target) / errors[i];
  }

  return KERNEL_OK;
}
