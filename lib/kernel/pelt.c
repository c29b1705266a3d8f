/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/pelt.h"

#include <math.h>

#define LOG_TWO_PI 1.8378770664093453

/* A variance of a segment whose values are all alike: what other programs put there. */
#define LEAST_VARIANCE 1e-11

typedef struct {
  const KernelPelt *settings;
  double *x, *xx, *least; /* sums before each index; the least total there */
  size_t *starts, *last;
  size_t n_starts;
} Search;

static double
deviance (double rss, double m)
{
  const double variance = rss > LEAST_VARIANCE * m ? rss / m : LEAST_VARIANCE;

  return m * (LOG_TWO_PI + log (variance) + 1);
}

/* Twice the negative logarithm of the likelihood, without what the modified BIC adds. */
static double
cost_of (const Search *s, size_t i, size_t j)
{
  const double m = (double) (j - i), x = s->x[j] - s->x[i], xx = s->xx[j] - s->xx[i];

  switch (s->settings->cost) {
  case KERNEL_COST_MEAN:
    return xx - x * x / m;
  case KERNEL_COST_VARIANCE:
    return deviance (xx, m);
  case KERNEL_COST_MEAN_VARIANCE:
  default:
    return deviance (xx - x * x / m, m);
  }
}

static double
total_from (const Search *s, size_t i, size_t j)
{
  const double extra = s->settings->is_modified ? log ((double) (j - i)) : 0;

  return s->least[i] + cost_of (s, i, j) + extra + s->settings->price;
}

static void
sum_up (Search *s, size_t n, const double *values)
{
  double mean = 0;

  for (size_t i = 0; i < n; i++)
    mean += values[i] / (double) n;
  s->x[0] = s->xx[0] = 0;
  for (size_t i = 0; i < n; i++) {
    const double x = values[i] - mean;
    s->x[i + 1] = s->x[i] + x;
    s->xx[i + 1] = s->xx[i] + x * x;
  }
}

/* Drops starts that can never again be part of the least total.  A segment never costs
 * less than its parts; the logarithms of their lengths may come to more than that of the
 * whole, but not by more than @slack.
 */
static void
drop_starts (Search *s, size_t at, double slack)
{
  size_t n_kept = 0;

  for (size_t k = 0; k < s->n_starts; k++) {
    const size_t i = s->starts[k];
    if (i + s->settings->least > at || s->least[i] + cost_of (s, i, at) <= s->least[at] + slack)
      s->starts[n_kept++] = i;
  }
  s->n_starts = n_kept;
}

/**
 * kernel_pelt_n_work:
 * @n: number of values
 *
 * Returns: how many doubles [func@kernel_pelt] needs to work in
 */
size_t
kernel_pelt_n_work (size_t n)
{
  return 3 * (n + 1);
}

/**
 * kernel_pelt_n_order:
 * @n: number of values
 *
 * Returns: how many indices [func@kernel_pelt] needs to work in
 */
size_t
kernel_pelt_n_order (size_t n)
{
  return 2 * (n + 1);
}

static KernelStatus
look_at (size_t n, const double *values, const KernelPelt *settings)
{
  const size_t fewest = settings->cost == KERNEL_COST_MEAN ? 1 : 2;

  if (!(settings->price >= 0) || isinf (settings->price) || settings->least < fewest)
    return KERNEL_ERR_PARAMETER;
  if (n < settings->least)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (values[i]))
      return KERNEL_ERR_DOMAIN;
  }

  return KERNEL_OK;
}

/**
 * kernel_pelt:
 * @n: number of values
 * @values: shape (@n), none may be missing
 * @settings: what a segment and a change cost
 * @work: shape (kernel_pelt_n_work (@n)), overwritten
 * @order: shape (kernel_pelt_n_order (@n)), overwritten
 * @changes: (out): room for @n indices; the first value of each segment but the first
 * @n_changes: (out): how many
 * @total: (out): what the segments and the changes cost
 *
 * Cuts a series where its mean, its variance or both change, so that what segments and
 * changes cost is least, of all cuts there are.  O(n) time where changes are regular, O(n^2)
 * where there are none.  Ties go to the earlier start.
 *
 * Source: R. Killick, P. Fearnhead, I. Eckley (2012), JASA 107, 1590-1598; N. R. Zhang, D. O.
 * Siegmund (2007), Biometrics 63, 22-32 (modified BIC).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer values than a segment needs;
 * %KERNEL_ERR_PARAMETER for a price below 0, or segments of less than one value, or two where
 * variances count; %KERNEL_ERR_DOMAIN for a value that is missing or infinite
 */
KernelStatus
kernel_pelt (size_t n,
             const double *values,
             const KernelPelt *settings,
             double *work,
             size_t *order,
             size_t *changes,
             size_t *n_changes,
             double *total)
{
  const KernelStatus status = look_at (n, values, settings);
  const size_t least = settings->least;

  if (status != KERNEL_OK)
    return status;

  Search s = { settings, work, work + n + 1, work + 2 * (n + 1), order, order + n + 1, 0 };
  const double logs = settings->is_modified ? log ((double) (n > 4 ? n : 4) / 4) : 0;
  sum_up (&s, n, values);
  const double slack = logs + 1e-9 * (1 + fabs (cost_of (&s, 0, n)));
  for (size_t j = 0; j <= n; j++)
    s.least[j] = j == 0 ? -settings->price : INFINITY;
  for (size_t j = least; j <= n; j++) {
    if (isfinite (s.least[j - least]))
      s.starts[s.n_starts++] = j - least;
    for (size_t k = 0; k < s.n_starts; k++) {
      const double here = total_from (&s, s.starts[k], j);
      if (here < s.least[j]) {
        s.least[j] = here;
        s.last[j] = s.starts[k];
      }
    }
    /* A new start counts only once a segment fits behind it. */
    if (j >= 2 * least)
      drop_starts (&s, j - least + 1, slack);
  }

  *total = s.least[n];
  *n_changes = 0;
  for (size_t j = s.last[n]; j > 0; j = s.last[j])
    (*n_changes)++;
  size_t k = *n_changes;
  for (size_t j = s.last[n]; j > 0; j = s.last[j])
    changes[--k] = j;

  return KERNEL_OK;
}
