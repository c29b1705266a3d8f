/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/paired-counts.h"

#include "kernel/student.h"

#include <math.h>
#include <stdbool.h>

/* Fewer differences tell no scatter. */
#define FEWEST_PAIRS 4

typedef struct {
  double before, after;
  size_t n;
} Totals;

static bool
is_missing (double before, double after)
{
  return isnan (before) || isnan (after);
}

static KernelStatus
sum (size_t n, const double *before, const double *after, Totals *totals)
{
  *totals = (Totals){ 0 };
  for (size_t i = 0; i < n; i++) {
    if (is_missing (before[i], after[i]))
      continue;
    if (!(before[i] >= 0) || !(after[i] >= 0) || isinf (before[i]) || isinf (after[i]))
      return KERNEL_ERR_DOMAIN;
    totals->before += before[i];
    totals->after += after[i];
    totals->n++;
  }
  if (totals->n < FEWEST_PAIRS)
    return KERNEL_ERR_TOO_SHORT;

  return totals->before > 0 && totals->after > 0 ? KERNEL_OK : KERNEL_ERR_DOMAIN;
}

/* How far a pair is from the common ratio, in standard deviations of separate cases. */
static double
standing (double before, double after, double ratio)
{
  return before + after > 0 ? (after - ratio * before) / sqrt (ratio * (before + after)) : 0;
}

static double
scatter (size_t n, const double *before, const double *after, const Totals *totals)
{
  const double ratio = totals->after / totals->before;
  double last = NAN, squares = 0;

  for (size_t i = 0; i < n; i++) {
    if (is_missing (before[i], after[i]))
      continue;
    const double now = standing (before[i], after[i], ratio);
    if (!isnan (last))
      squares += (now - last) * (now - last);
    last = now;
  }

  return squares / (2 * ((double) totals->n - 1));
}

/**
 * kernel_paired_counts:
 * @n: number of pairs
 * @before: shape (@n), counts of the periods of one span, at least 0; NaN where one is missing
 * @after: shape (@n), of the like periods of the other
 * @result: (out): the ratio of both, and how often scatter alone makes it so
 *
 * Sets two spans of counts beside each other, such as the months of two years, where cases may come
 * together: counts then scatter more than separate cases do.  With c all of the later over all of
 * the earlier, a pair stands at d = (y - c x) / √(c (x + y)), whose variance is 1 for separate
 * cases and φ for others.  A season both spans have is no scatter.  φ is half of the mean square of
 * the differences between neighbours' d, so that a step is hardly any either, and never below 1;
 * with m pairs it is known with about 2 (m - 1)²/(3 m - 4) degrees of freedom, rounded down.  The
 * logarithm of c over √(φ (1/X + 1/Y)) is then compared with Student's t.  A pair of which one is
 * missing is left out.  O(@n) time.
 *
 * Source: P. McCullagh, J. A. Nelder (1989), Generalized Linear Models, 4.5 and 9.2 (dispersion of
 * counts); J. von Neumann, R. H. Kent, H. R. Bellinson, B. I. Hart (1941), Ann. Math. Stat. 12,
 * 153-162 (variance by successive differences, and its variance).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT with fewer than four pairs; %KERNEL_ERR_DOMAIN if a
 *   count is negative or infinite, or there is none in a span
 */
KernelStatus
kernel_paired_counts (size_t n,
                      const double *before,
                      const double *after,
                      KernelPairedCounts *result)
{
  Totals totals;
  const KernelStatus status = sum (n, before, after, &totals);

  if (status != KERNEL_OK)
    return status;

  const double differences = (double) totals.n - 1;
  const double dispersion = fmax (1, scatter (n, before, after, &totals));
  const double log_ratio = log (totals.after / totals.before);
  const double error = sqrt (dispersion * (1 / totals.before + 1 / totals.after));
  const unsigned freedom = (unsigned) (2 * differences * differences / (3 * differences - 1));

  *result = (KernelPairedCounts){
    .log_ratio = log_ratio,
    .dispersion = dispersion,
    .freedom = freedom,
    .chance = 2 * kernel_student_cdf (-fabs (log_ratio) / error, freedom),
  };

  return KERNEL_OK;
}
