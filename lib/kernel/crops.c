/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/crops.h"

#include <stdbool.h>
#include <string.h>

typedef struct {
  size_t n, room, n_ranges;
  const double *values;
  KernelMeanPiece *pieces;
  size_t *starts, *changes;
  KernelPriceRange *ranges; /* by number of changes, the most first */
} Search;

static KernelStatus
cut_at (Search *self, double price, KernelPriceRange *range)
{
  double total;
  const KernelStatus status =
      kernel_fpop_mean (self->n, self->values, price, 1, self->pieces, self->starts, self->changes,
                        &range->n_changes, &total);

  range->from = range->to = price;
  range->rss = status == KERNEL_OK ? total - price * (double) range->n_changes : 0;

  return status;
}

static KernelStatus
insert_after (Search *self, size_t k, KernelPriceRange range)
{
  if (self->n_ranges >= self->room)
    return KERNEL_ERR_PARAMETER;
  memmove (&self->ranges[k + 2], &self->ranges[k + 1],
           (self->n_ranges - k - 1) * sizeof *self->ranges);
  self->ranges[k + 1] = range;
  self->n_ranges++;

  return KERNEL_OK;
}

/* The price at which two cuts cost the same. */
static double
price_between (const KernelPriceRange *many, const KernelPriceRange *few)
{
  return (few->rss - many->rss) / (double) (many->n_changes - few->n_changes);
}

/* Looks between the range @k and the next for one that is less than both somewhere. */
static KernelStatus
look_between (Search *self, size_t k, bool *is_done)
{
  const KernelPriceRange *many = &self->ranges[k], *few = &self->ranges[k + 1];
  KernelPriceRange between;

  *is_done = true;
  if (many->n_changes <= few->n_changes + 1)
    return KERNEL_OK;

  const KernelStatus status = cut_at (self, price_between (many, few), &between);
  if (status != KERNEL_OK)
    return status;
  if (between.n_changes >= many->n_changes || between.n_changes <= few->n_changes)
    return KERNEL_OK;
  *is_done = false;

  return insert_after (self, k, between);
}

/**
 * kernel_crops_mean:
 * @n: number of values
 * @values: as of [func@kernel_fpop_mean]
 * @lowest: the lowest price of a change
 * @highest: the highest
 * @room: how many ranges there is room for
 * @pieces: shape (kernel_fpop_mean_n_pieces (@n)), overwritten
 * @starts: shape (@n), overwritten
 * @changes: shape (@n), overwritten
 * @ranges: (out): shape (@room); every cut that is least at some price, from the lowest
 *   price on, with the prices for which it is
 * @n_ranges: (out): how many there are
 *
 * Finds all cuts into levels that come out for a range of prices of a change, and the
 * prices at which one gives way to another, by about twice as many cuts as there are.
 *
 * Source: K. Haynes, I. A. Eckley, P. Fearnhead (2017), JCGS 26, 134-143.
 *
 * Returns: as [func@kernel_fpop_mean]; %KERNEL_ERR_PARAMETER also for prices in the wrong
 * order or ranges that there is no room for
 */
KernelStatus
kernel_crops_mean (size_t n,
                   const double *values,
                   double lowest,
                   double highest,
                   size_t room,
                   KernelMeanPiece *pieces,
                   size_t *starts,
                   size_t *changes,
                   KernelPriceRange *ranges,
                   size_t *n_ranges)
{
  Search self = { n, room, 0, values, pieces, starts, changes, ranges };
  KernelStatus status;

  if (!(lowest <= highest) || room < 2)
    return KERNEL_ERR_PARAMETER;
  status = cut_at (&self, lowest, &ranges[0]);
  if (status == KERNEL_OK)
    status = cut_at (&self, highest, &ranges[1]);
  if (status != KERNEL_OK)
    return status;
  self.n_ranges = ranges[0].n_changes > ranges[1].n_changes ? 2 : 1;

  for (size_t k = 0; k + 1 < self.n_ranges;) {
    bool is_done;
    status = look_between (&self, k, &is_done);
    if (status != KERNEL_OK)
      return status;
    k += is_done;
  }
  ranges[0].from = lowest;
  for (size_t k = 0; k + 1 < self.n_ranges; k++)
    ranges[k].to = ranges[k + 1].from = price_between (&ranges[k], &ranges[k + 1]);
  ranges[self.n_ranges - 1].to = highest;
  *n_ranges = self.n_ranges;

  return KERNEL_OK;
}
