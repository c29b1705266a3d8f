/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/binary-segmentation.h"

#include "kernel/segment-cost.h"

#include <math.h>

typedef struct {
  const KernelSplitting *settings;
  const double *x, *xx; /* sums before each index */
} Search;

static double
cost_of (const Search *s, size_t i, size_t j)
{
  const double m = (double) (j - i), x = s->x[j] - s->x[i], xx = s->xx[j] - s->xx[i];
  const double extra = s->settings->is_modified ? log (m) : 0;

  switch (s->settings->by) {
  case KERNEL_SPLIT_MEAN:
    return xx - x * x / m + extra;
  case KERNEL_SPLIT_VARIANCE:
    return kernel_deviance (xx, m) + extra;
  case KERNEL_SPLIT_MEAN_VARIANCE:
  default:
    return kernel_deviance (xx - x * x / m, m) + extra;
  }
}

/* How far the share of the squares that lies before @at is from the share of the values. */
static double
imbalance (const Search *s, size_t from, size_t at, size_t to)
{
  const double m = (double) (to - from), all = s->xx[to] - s->xx[from];
  const double share = all > 0 ? (s->xx[at] - s->xx[from]) / all : (double) (at - from) / m;

  return sqrt (m / 2) * fabs (share - (double) (at - from) / m);
}

static void
split_stretch (const Search *s, size_t from, size_t to, KernelSplit *best)
{
  const size_t least = s->settings->least;
  const bool is_squares = s->settings->by == KERNEL_SPLIT_SQUARES;
  const double whole = is_squares ? 0 : cost_of (s, from, to);

  for (size_t at = from + least; at + least <= to; at++) {
    const double gain = is_squares ? imbalance (s, from, at, to)
                                   : whole - cost_of (s, from, at) - cost_of (s, at, to);
    if (gain > best->gain)
      *best = (KernelSplit){ at, gain };
  }
}

static void
sum_up (size_t n, const double *values, bool is_around_0, double *x, double *xx)
{
  double mean = 0;

  for (size_t i = 0; i < n && !is_around_0; i++)
    mean += values[i] / (double) n;
  x[0] = xx[0] = 0;
  for (size_t i = 0; i < n; i++) {
    const double value = values[i] - mean;
    x[i + 1] = x[i] + value;
    xx[i + 1] = xx[i] + value * value;
  }
}

static KernelStatus
look_at (size_t n, const double *values, const KernelSplitting *settings)
{
  const bool is_squares = settings->by == KERNEL_SPLIT_SQUARES;

  if (settings->least < (settings->by == KERNEL_SPLIT_MEAN ? 1 : 2) || settings->most < 1 ||
      (is_squares && settings->is_modified))
    return KERNEL_ERR_PARAMETER;
  if (n < 2 * settings->least)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (values[i]))
      return KERNEL_ERR_DOMAIN;
  }

  return KERNEL_OK;
}

/* Puts @at among the @n_ends rising ends of stretches. */
static void
insert_end (size_t *ends, size_t n_ends, size_t at)
{
  size_t k = n_ends;

  for (; k > 0 && ends[k - 1] > at; k--)
    ends[k] = ends[k - 1];
  ends[k] = at;
}

/**
 * kernel_binary_segmentation_n_work:
 * @n: number of values
 *
 * Returns: how many doubles [func@kernel_binary_segmentation] needs to work in
 */
size_t
kernel_binary_segmentation_n_work (size_t n)
{
  return 2 * (n + 1);
}

/**
 * kernel_binary_segmentation_n_order:
 * @most: how often to split
 *
 * Returns: how many indices [func@kernel_binary_segmentation] needs to work in
 */
size_t
kernel_binary_segmentation_n_order (size_t most)
{
  return most + 1;
}

/**
 * kernel_binary_segmentation:
 * @n: number of values
 * @values: shape (@n), in any unit; none may be missing
 * @settings: how to split
 * @work: shape (kernel_binary_segmentation_n_work (@n)), overwritten
 * @order: shape (kernel_binary_segmentation_n_order (most)), overwritten
 * @splits: (out): shape (most), the clearest first
 * @n_splits: (out): how many there are; fewer than asked for where there is no more room
 *
 * Splits a series where its parts differ most, then the part that can be split most clearly,
 * and so on.  A split is never taken back, so that the result is not the least of all cuts as
 * that of [func@kernel_pelt] is; it is here because others publish it.  Of equal gains the
 * earlier place is taken.  O(n most) time.
 *
 * Source: A. J. Scott, M. Knott (1974), Biometrics 30, 507-512; A. Sen, M. S. Srivastava
 * (1975), Annals of Statistics 3, 98-108; of squares C. Inclán, G. C. Tiao (1994), JASA 89,
 * 913-923, section 3.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for settings that make no sense;
 * %KERNEL_ERR_TOO_SHORT if there is no room for a split; %KERNEL_ERR_DOMAIN for a value that
 * is missing or infinite
 */
KernelStatus
kernel_binary_segmentation (size_t n,
                            const double *values,
                            const KernelSplitting *settings,
                            double *work,
                            size_t *order,
                            KernelSplit *splits,
                            size_t *n_splits)
{
  const KernelStatus status = look_at (n, values, settings);
  const Search s = { settings, work, work + n + 1 };
  double most = INFINITY;

  if (status != KERNEL_OK)
    return status;

  sum_up (n, values, settings->by == KERNEL_SPLIT_SQUARES, work, work + n + 1);
  order[0] = n;
  *n_splits = 0;
  for (size_t q = 0; q < settings->most; q++) {
    KernelSplit best = { 0, -INFINITY };

    for (size_t k = 0; k <= q; k++)
      split_stretch (&s, k ? order[k - 1] : 0, order[k], &best);
    if (best.at == 0)
      break;
    insert_end (order, q + 1, best.at);
    most = fmin (most, best.gain);
    splits[q] = (KernelSplit){ best.at, most };
    (*n_splits)++;
  }

  return KERNEL_OK;
}

/**
 * kernel_splits_worth:
 * @n_splits: how many there are
 * @splits: shape (@n_splits), as [func@kernel_binary_segmentation] gives them
 * @price: of a change
 *
 * Source: definition.
 *
 * Returns: how many of the first of them gain no less than they cost
 */
size_t
kernel_splits_worth (size_t n_splits, const KernelSplit *splits, double price)
{
  while (n_splits > 0 && !(splits[n_splits - 1].gain >= price))
    n_splits--;

  return n_splits;
}
