/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/merge-parts.h"

#include <stdbool.h>
#include <stdint.h>

#define MERGED SIZE_MAX

/* Parts, and which of them go into one. */
typedef struct {
  size_t n, n_counts;
  const double *counts;
  double threshold;
  size_t *parts;
} Merging;

static bool
is_small (double count, double threshold)
{
  return count > 0 && count < threshold;
}

static double
count_of (const Merging *self, size_t part, size_t k)
{
  return self->counts[part * self->n_counts + k];
}

static bool
may_be_shown (const Merging *self, size_t part)
{
  for (size_t k = 0; k < self->n_counts; k++)
    if (is_small (count_of (self, part, k), self->threshold))
      return false;

  return true;
}

static double
size_of (const Merging *self, size_t part)
{
  double size = 0;

  for (size_t k = 0; k < self->n_counts; k++)
    size += count_of (self, part, k);

  return size;
}

static bool
may_merged_be_shown (const Merging *self)
{
  for (size_t k = 0; k < self->n_counts; k++) {
    double sum = 0;

    for (size_t i = 0; i < self->n; i++)
      sum += self->parts[i] == MERGED ? count_of (self, i, k) : 0;
    if (is_small (sum, self->threshold))
      return false;
  }

  return true;
}

/* The last of the smallest that is not in yet; n if all are. */
static size_t
find_next (const Merging *self)
{
  size_t next = self->n;

  for (size_t i = 0; i < self->n; i++)
    if (self->parts[i] != MERGED && (next == self->n || size_of (self, i) <= size_of (self, next)))
      next = i;

  return next;
}

/* FALSE where nothing may be shown, not even all together. */
static bool
merge (Merging *self)
{
  for (size_t i = 0; i < self->n; i++)
    self->parts[i] = may_be_shown (self, i) ? 0 : MERGED;
  while (!may_merged_be_shown (self)) {
    const size_t next = find_next (self);

    if (next == self->n)
      return false;
    self->parts[next] = MERGED;
  }

  return true;
}

/**
 * kernel_merge_parts:
 * @n: number of parts
 * @n_counts: what is counted of each, such as cases that count and the rest, in two periods
 * @counts: shape (@n, @n_counts), not negative
 * @threshold: fewest cases that may be shown, above 0; none may be
 * @parts: (out): shape (@n), what each part goes into, from 0 in their order; the merged ones last
 * @n_parts: (out): how many there are then
 * @n_merged: (out): how many went into the last one, 0 if none did
 *
 * Takes the parts of a whole together that may not stand for themselves, because one of their
 * counts is small, so that nothing small is left: with them go as many more, the smallest first,
 * as it takes until what is taken together is not small either.  Whoever has the counts of the
 * whole finds nothing but what is shown of the last part.
 *
 * O(n · counts · merged) time at the most; O(n · counts) with one count each.
 *
 * Source: definition; called global recoding in A. Hundepool et al. (2012), Statistical Disclosure
 * Control, Wiley, section 4.2.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN for a count that is negative or not known;
 *   %KERNEL_ERR_TOO_SHORT where all together have a small count, so that nothing may be shown
 */
KernelStatus
kernel_merge_parts (size_t n,
                    size_t n_counts,
                    const double *counts,
                    double threshold,
                    size_t *parts,
                    size_t *n_parts,
                    size_t *n_merged)
{
  Merging merging = { n, n_counts, counts, threshold, parts };

  if (!(threshold > 0))
    return KERNEL_ERR_PARAMETER;
  for (size_t i = 0; i < n * n_counts; i++)
    if (!(counts[i] >= 0))
      return KERNEL_ERR_DOMAIN;
  if (!merge (&merging))
    return KERNEL_ERR_TOO_SHORT;

  *n_parts = *n_merged = 0;
  for (size_t i = 0; i < n; i++) {
    if (parts[i] == MERGED)
      (*n_merged)++;
    else
      parts[i] = (*n_parts)++;
  }
  for (size_t i = 0; i < n; i++)
    if (parts[i] == MERGED)
      parts[i] = *n_parts;
  *n_parts += *n_merged > 0;

  return KERNEL_OK;
}
