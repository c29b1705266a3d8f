/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/kitagawa.h"

#include <math.h>

/* The parts of one time: what they come to, out of how much. */
typedef struct {
  const double *counts, *totals;
} Parts;

static bool
add_up (size_t n, Parts parts, double least, double *count, double *total)
{
  const double *counts = parts.counts, *totals = parts.totals;

  *count = *total = 0;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (counts[i]) || !isfinite (totals[i]) || counts[i] < least || totals[i] < 0 ||
        (totals[i] == 0 && counts[i] != 0))
      return false;
    *count += counts[i];
    *total += totals[i];
  }

  return true;
}

/* Of a part that is not there, the ratio is the one it has when it is: it cannot have changed. */
static double
ratio_of (double count, double total, double other_count, double other_total)
{
  if (total > 0)
    return count / total;

  return other_total > 0 ? other_count / other_total : 0;
}

static KernelStatus
split (size_t n,
       Parts before,
       Parts after,
       double least,
       bool centred,
       double *rate,
       double *mix,
       KernelKitagawa *result)
{
  double count[2], total[2];

  if (!add_up (n, before, least, &count[0], &total[0]) ||
      !add_up (n, after, least, &count[1], &total[1]))
    return KERNEL_ERR_DOMAIN;
  if (total[0] == 0 || total[1] == 0)
    return KERNEL_ERR_TOO_SHORT;

  KernelKitagawa sums = { .before = count[0] / total[0], .after = count[1] / total[1] };
  const double origin = (sums.before + sums.after) / 2;
  for (size_t i = 0; i < n; i++) {
    const double r0 =
        ratio_of (before.counts[i], before.totals[i], after.counts[i], after.totals[i]);
    const double r1 =
        ratio_of (after.counts[i], after.totals[i], before.counts[i], before.totals[i]);
    const double c0 = before.totals[i] / total[0], c1 = after.totals[i] / total[1];
    const double own = (c0 + c1) / 2 * (r1 - r0), share = ((r0 + r1) / 2 - origin) * (c1 - c0);

    sums.rate += own;
    sums.mix += share;
    if (rate)
      rate[i] = own;
    if (mix)
      mix[i] = centred ? share : (r0 + r1) / 2 * (c1 - c0);
  }
  *result = sums;

  return KERNEL_OK;
}

/**
 * kernel_kitagawa:
 * @n: number of parts
 * @counts_before: shape (@n), what is counted of each part at first, at least 0
 * @totals_before: shape (@n), out of how much
 * @counts_after: shape (@n), the same later
 * @totals_after: shape (@n)
 * @centred: takes the middle of both overall ratios off each part's before its share's
 *   change is weighed; the sums stay what they are
 * @rate: (out) (optional): shape (@n), what each part's own ratio gives
 * @mix: (out) (optional): shape (@n), what each part's share of the whole gives
 * @result: (out): the sums
 *
 * The change of Σ c r, with r the ratio of a part and c its share of the whole, as the sum
 * of (c₀ + c₁)/2 (r₁ - r₀), which is rate, and (r₀ + r₁)/2 (c₁ - c₀), which is mix: exact,
 * and the same backwards. A part that is missing at one time (its total is 0) has no ratio
 * then; it is taken to have the one of the other time, so that all it gives is mix. O(@n)
 * time. On failure outputs are left as they were.
 *
 * Source: E. M. Kitagawa (1955), J. Am. Stat. Assoc. 50, 1168-1194, formula 4.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN if a count or total is missing, infinite or
 *   negative, or something is counted out of nothing; %KERNEL_ERR_TOO_SHORT if all totals
 *   of a time are 0
 */
KernelStatus
kernel_kitagawa (size_t n,
                 const double *counts_before,
                 const double *totals_before,
                 const double *counts_after,
                 const double *totals_after,
                 bool centred,
                 double *rate,
                 double *mix,
                 KernelKitagawa *result)
{
  const Parts before = { counts_before, totals_before }, after = { counts_after, totals_after };

  return split (n, before, after, 0, centred, rate, mix, result);
}

/**
 * kernel_kitagawa_means:
 * @n: number of parts
 * @sums_before: shape (@n), the sum of what is measured of each part's cases at first, of any sign
 * @cases_before: shape (@n), the cases measured
 * @sums_after: shape (@n), the same later
 * @cases_after: shape (@n)
 * @centred: as for kernel_kitagawa()
 * @rate: (out) (optional): shape (@n), what each part's own mean gives
 * @mix: (out) (optional): shape (@n), what each part's share of the cases gives
 * @result: (out): the sums
 *
 * The same of a mean, which may be below nought. O(@n) time. On failure outputs are left as they
 * were.
 *
 * Source: as kernel_kitagawa().
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN if a sum or a number of cases is missing or infinite,
 *   cases are negative, or a sum is of no cases; %KERNEL_ERR_TOO_SHORT if there are no cases at
 *   a time
 */
KernelStatus
kernel_kitagawa_means (size_t n,
                       const double *sums_before,
                       const double *cases_before,
                       const double *sums_after,
                       const double *cases_after,
                       bool centred,
                       double *rate,
                       double *mix,
                       KernelKitagawa *result)
{
  const Parts before = { sums_before, cases_before }, after = { sums_after, cases_after };

  return split (n, before, after, -INFINITY, centred, rate, mix, result);
}
