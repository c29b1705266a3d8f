/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/dispersion.h"

#include "kernel/quantile.h"

#include <math.h>

/**
 * kernel_winsorise:
 * @n: number of values, none missing
 * @values: shape (@n), in any unit
 * @share: which share at each end is drawn in, such as 0.1
 * @work: shape (@n), overwritten
 * @out: (out): shape (@n), values beyond the quantiles of @share and 1 - @share replaced by these
 *
 * Draws in what lies far out, so that a few areas do not decide how much all vary.  O(n) expected
 * time.
 *
 * Source: D. J. Spiegelhalter (2005), Stat. Med. 24, 1185-1202, section 4.2.
 */
void
kernel_winsorise (size_t n, const double *values, double share, double *work, double *out)
{
  for (size_t i = 0; i < n; i++)
    work[i] = values[i];
  const double low = kernel_quantile (n, work, share), high = kernel_quantile (n, work, 1 - share);

  for (size_t i = 0; i < n; i++)
    out[i] = values[i] < low ? low : values[i] > high ? high : values[i];
}

/* From 1 for the lowest, equal ones sharing the mean. */
static double
rank_of (size_t n, const double *values, size_t i)
{
  double below = 0, equal = 0;

  for (size_t k = 0; k < n; k++) {
    below += values[k] < values[i];
    equal += values[k] == values[i];
  }

  return below + (equal + 1) / 2;
}

/**
 * kernel_truncate:
 * @n: number of values, none missing
 * @values: shape (@n), in any unit
 * @share: which share at each end is left out, such as 0.1
 * @out: (out): shape (@n), the values, NaN where one is left out
 *
 * Leaves out the lowest and the highest @share of the values: with k = 1/@share, one of rank r
 * stays if r k / (n + 1) lies from 1 to below k - 1.  O(n^2) time.
 *
 * Source: NHS Digital, SHMI methodology, as FunnelPlotR has it.
 */
void
kernel_truncate (size_t n, const double *values, double share, double *out)
{
  const double groups = 1 / share;

  for (size_t i = 0; i < n; i++) {
    const double group = floor (rank_of (n, values, i) * groups / (double) (n + 1));

    out[i] = group > 0 && group < groups - 1 ? values[i] : NAN;
  }
}

/**
 * kernel_dispersion:
 * @n: number of areas
 * @scores: shape (@n), how many standard errors each lies from what all have in common, drawn
 *   in; NaN where one is left out
 * @errors: shape (@n), standard error of each that chance among cases gives, above 0
 * @phi: (out): mean of the squares, 1 where areas vary as chance among cases has it; NaN of
 *   nothing
 * @tau2: (out): the variance between areas that accounts for @phi, at least 0; NaN of nothing
 *
 * How much more areas vary than chance among cases gives, and the variance that would have
 * to be added, by DerSimonian's and Laird's moments.  O(n) time.
 *
 * Source: D. J. Spiegelhalter (2005), Qual. Saf. Health Care 14, 347-351, and Stat. Med. 24,
 * 1185-1202, formula 5; R. DerSimonian, N. Laird (1986), Control. Clin. Trials 7, 177-188.
 */
void
kernel_dispersion (size_t n, const double *scores, const double *errors, double *phi, double *tau2)
{
  double count = 0, total = 0, sum = 0, squares = 0;

  for (size_t i = 0; i < n; i++) {
    if (isnan (scores[i]))
      continue;
    const double weight = 1 / (errors[i] * errors[i]);

    count++;
    total += scores[i] * scores[i];
    sum += weight;
    squares += weight * weight;
  }
  *phi = *tau2 = NAN;
  if (count == 0)
    return;

  const double excess = total - (count - 1), freedom = sum - squares / sum;
  *phi = total / count;
  *tau2 = excess > 0 && freedom > 0 ? excess / freedom : 0;
}
