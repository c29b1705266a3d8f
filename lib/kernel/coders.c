/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/coders.h"

#include <math.h>

static double
sum_of (size_t n, const double *counts, size_t step)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += counts[i * step];

  return sum;
}

/**
 * kernel_coders:
 * @n_kinds: number of kinds, 1 or more
 * @counts: shape (@n_kinds, @n_kinds), how many the first put into kind i and the second into
 *   kind j, at least 0
 * @result: (out): how far they agree
 *
 * Cohen's kappa, and the agreement adjusted for prevalence: where a kind is rare, kappa is
 * low however well two agree. O(n²) time.
 *
 * Source: J. Cohen (1960), Educ. Psychol. Meas. 20, 37-46, formula 1; T. Byrt, J. Bishop, J. B.
 * Carlin (1993), J. Clin. Epidemiol. 46, 423-429.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT if nothing was sorted; %KERNEL_ERR_DOMAIN if a
 *   count is missing, negative or infinite
 */
KernelStatus
kernel_coders (size_t n_kinds, const double *counts, KernelCoders *result)
{
  double n = 0, agreed = 0, chance = 0;

  for (size_t i = 0; i < n_kinds * n_kinds; i++) {
    if (!isfinite (counts[i]) || counts[i] < 0)
      return KERNEL_ERR_DOMAIN;
    n += counts[i];
  }
  if (n == 0)
    return KERNEL_ERR_TOO_SHORT;

  for (size_t i = 0; i < n_kinds; i++) {
    agreed += counts[i * n_kinds + i];
    chance += sum_of (n_kinds, counts + i * n_kinds, 1) * sum_of (n_kinds, counts + i, n_kinds);
  }
  agreed /= n;
  chance /= n * n;
  *result = (KernelCoders){
    .n = n,
    .agreed = agreed,
    .kappa = chance < 1 ? (agreed - chance) / (1 - chance) : NAN,
    .adjusted = 2 * agreed - 1,
  };

  return KERNEL_OK;
}

/**
 * kernel_sample_size:
 * @share: the share as far as it is known
 * @margin: how near to it is near enough, above 0
 * @z: standard normal quantile, 1.96 for a two-sided 95% interval
 *
 * How many to look at: z² f (1 - f) / d², up to the next whole one.
 *
 * Source: W. G. Cochran (1977), Sampling Techniques, 3rd ed., formula 4.2.
 *
 * Returns: the number; NaN for a share that is none, or a margin that is not above 0
 */
double
kernel_sample_size (double share, double margin, double z)
{
  if (!(share >= 0 && share <= 1) || !(margin > 0))
    return NAN;

  return ceil (z * z * share * (1 - share) / (margin * margin) - 1e-9);
}
