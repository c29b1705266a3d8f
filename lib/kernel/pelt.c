/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/pelt.h"

#include "kernel/segment-cost.h"

#include <math.h>

typedef struct {
  const KernelPelt *settings;
  size_t n;
  double *x, *xx, *least; /* sums before each index; the least total there */
  double *below;          /* how many lie below each quantile, before each index */
  size_t *starts, *last;
  size_t n_starts;
} Search;

static double
times_log (double x, double of)
{
  return x > 0 ? x * log (x / of) : 0;
}

/* What is left of the distribution of a segment when it is cut at each quantile. */
static double
disorder (const Search *s, size_t i, size_t j)
{
  const size_t n_quantiles = s->settings->n_quantiles;
  const double *from = s->below + i * n_quantiles, *to = s->below + j * n_quantiles;
  const double m = (double) (j - i);
  double total = 0;

  for (size_t k = 0; k < n_quantiles; k++) {
    const double count = to[k] - from[k];
    total -= times_log (count, m) + times_log (m - count, m);
  }

  return 2 * log (2 * (double) s->n - 1) / (double) n_quantiles * total;
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
    return kernel_deviance (xx, m);
  case KERNEL_COST_MEAN_VARIANCE:
    return kernel_deviance (xx - x * x / m, m);
  case KERNEL_COST_DISTRIBUTION:
  default:
    return disorder (s, i, j);
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

static void
sift (double *heap, size_t at, size_t n)
{
  for (size_t child; (child = 2 * at + 1) < n; at = child) {
    if (child + 1 < n && heap[child + 1] > heap[child])
      child++;
    if (heap[at] >= heap[child])
      return;
    const double kept = heap[at];
    heap[at] = heap[child];
    heap[child] = kept;
  }
}

static void
sort (double *values, size_t n)
{
  for (size_t k = n / 2; k > 0; k--)
    sift (values, k - 1, n);
  for (size_t end = n; end > 1; end--) {
    const double largest = values[0];
    values[0] = values[end - 1];
    values[end - 1] = largest;
    sift (values, 0, end - 1);
  }
}

/* Quantiles that lie denser towards the ends; a value on one lies half below it. */
static void
count_below (Search *s, const double *values, double *sorted)
{
  const size_t n_quantiles = s->settings->n_quantiles;
  const double n = (double) s->n, stretch = log (2 * n - 1);

  for (size_t i = 0; i < s->n; i++)
    sorted[i] = values[i];
  sort (sorted, s->n);
  for (size_t k = 0; k < n_quantiles; k++) {
    const double place = (2 * (double) k + 1) / (double) n_quantiles - 1;
    const double rank = (n - 1) / (1 + exp (-stretch * place));
    const size_t under = (size_t) floor (rank), over = under + 1 < s->n ? under + 1 : under;
    const double quantile =
        sorted[under] + (rank - (double) under) * (sorted[over] - sorted[under]);

    s->below[k] = 0;
    for (size_t i = 0; i < s->n; i++) {
      const double here = values[i] < quantile ? 1 : values[i] > quantile ? 0 : 0.5;
      s->below[(i + 1) * n_quantiles + k] = s->below[i * n_quantiles + k] + here;
    }
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
 * @n_quantiles: of the settings; 0 but for a distribution
 *
 * Returns: how many doubles [func@kernel_pelt] needs to work in
 */
size_t
kernel_pelt_n_work (size_t n, size_t n_quantiles)
{
  return (3 + n_quantiles) * (n + 1);
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
  const bool is_distribution = settings->cost == KERNEL_COST_DISTRIBUTION;
  const size_t fewest = settings->cost == KERNEL_COST_MEAN || is_distribution ? 1 : 2;

  if (!(settings->price >= 0) || isinf (settings->price) || settings->least < fewest ||
      is_distribution != (settings->n_quantiles > 0))
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
 * @work: shape (kernel_pelt_n_work (@n, n_quantiles)), overwritten
 * @order: shape (kernel_pelt_n_order (@n)), overwritten
 * @changes: (out): room for @n indices; the first value of each segment but the first
 * @n_changes: (out): how many
 * @total: (out): what the segments and the changes cost
 *
 * Cuts a series where its mean, its variance, both or its distribution change, so that what
 * segments and changes cost is least, of all cuts there are.  O(n) time where changes are regular,
 * O(n^2) where there are none.  Ties go to the earlier start.
 *
 * Source: R. Killick, P. Fearnhead, I. Eckley (2012), JASA 107, 1590-1598; N. R. Zhang, D. O.
 * Siegmund (2007), Biometrics 63, 22-32 (modified BIC); K.
 * Haynes, P. Fearnhead, I. Eckley (2017), Statistics and Computing 27, 1293-1305
 * (distributions).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer values than a segment needs;
 * %KERNEL_ERR_PARAMETER for a price below 0, segments of less than one value, or two where
 * variances count, or quantiles that nothing is done with or that are not there; %KERNEL_ERR_DOMAIN
 * for a value that is missing or infinite
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

  Search s = { .settings = settings,
               .n = n,
               .x = work,
               .xx = work + n + 1,
               .least = work + 2 * (n + 1),
               .below = work + 3 * (n + 1),
               .starts = order,
               .last = order + n + 1 };
  const double logs = settings->is_modified ? log ((double) (n > 4 ? n : 4) / 4) : 0;
  if (settings->n_quantiles > 0)
    count_below (&s, values, s.x);
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
