/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/fpop-mean.h"

#include <math.h>
#include <stdbool.h>

/* The pieces in order of their means: which start is best for which mean. */
typedef struct {
  KernelMeanPiece *now, *next;
  size_t n_now;
  double high; /* of the last piece */
} Pieces;

/* What the whole series comes to with one mean in the last segment: a (mean)^2 - 2 b
 * (mean) + c.
 */
typedef struct {
  double a, b, c;
} Quadratic;

static inline Quadratic
quadratic_of (const KernelMeanPiece *piece, double count, double sum, double squares)
{
  return (Quadratic){ count - piece->count, sum - piece->sum, squares - piece->rest };
}

static inline double
at (const Quadratic *q, double mean)
{
  return (q->a * mean - 2 * q->b) * mean + q->c;
}

/* The least of all, whatever the mean, and the start that gives it. */
static double
find_least (const Pieces *pieces, double count, double sum, double squares, size_t *start)
{
  double least = INFINITY;

  for (size_t k = 0; k < pieces->n_now; k++) {
    const Quadratic q = quadratic_of (&pieces->now[k], count, sum, squares);
    const double here = q.c - q.b * q.b / q.a;
    if (here < least) {
      least = here;
      *start = pieces->now[k].start;
    }
  }

  return least;
}

typedef struct {
  KernelMeanPiece fresh;
  size_t n;
  bool is_open; /* the last piece put down is the new start */
} Writer;

static inline void
put_fresh (Pieces *pieces, Writer *out, double low)
{
  if (out->is_open)
    return;
  out->fresh.low = low;
  pieces->next[out->n++] = out->fresh;
  out->is_open = true;
}

static inline void
put (Pieces *pieces, Writer *out, const KernelMeanPiece *piece, double low)
{
  KernelMeanPiece *to = &pieces->next[out->n++];

  *to = *piece;
  to->low = low;
  out->is_open = false;
}

/* Gives to a new start every mean for which it is cheaper than all there are. */
static void
renew (Pieces *pieces, double count, double sum, double squares, double limit, size_t start)
{
  Writer out = { .fresh = { count, sum, squares - limit, 0, start } };

  for (size_t k = 0; k < pieces->n_now; k++) {
    const KernelMeanPiece *piece = &pieces->now[k];
    const double low = piece->low;
    const double high = k + 1 < pieces->n_now ? pieces->now[k + 1].low : pieces->high;
    const Quadratic q = quadratic_of (piece, count, sum, squares);
    const bool low_stays = at (&q, low) <= limit, high_stays = at (&q, high) <= limit;

    if (low_stays && high_stays) {
      put (pieces, &out, piece, low);
      continue;
    }
    const double inside = q.b * q.b - q.a * (q.c - limit);
    const double root = inside > 0 ? sqrt (inside) : 0;
    const double from = low_stays ? low : (q.b - root) / q.a;
    const double to = high_stays ? high : (q.b + root) / q.a;
    const double first = from > low ? from : low, last = to < high ? to : high;
    if (!(inside > 0) || first >= last) {
      put_fresh (pieces, &out, low);
      continue;
    }
    if (first > low)
      put_fresh (pieces, &out, low);
    put (pieces, &out, piece, first);
    if (last < high)
      put_fresh (pieces, &out, last);
  }

  KernelMeanPiece *kept = pieces->now;
  pieces->now = pieces->next;
  pieces->next = kept;
  pieces->n_now = out.n;
}

/**
 * kernel_fpop_mean_n_pieces:
 * @n: number of values
 *
 * Returns: how many pieces [func@kernel_fpop_mean] needs to work in
 */
size_t
kernel_fpop_mean_n_pieces (size_t n)
{
  return 2 * (2 * n + 2) + n;
}

/**
 * kernel_fpop_mean:
 * @n: number of values
 * @values: shape (@n), best near 0 and of spread near 1; none may be missing
 * @price: of a change, in the square of their unit
 * @least: fewest values of a segment, such as 1
 * @pieces: shape (kernel_fpop_mean_n_pieces (@n)), overwritten; of long series only as
 *   many are touched as there are starts in play
 * @starts: shape (@n), overwritten
 * @changes: (out): room for @n indices; the first value of each segment but the first
 * @n_changes: (out): how many
 * @total: (out): sum of squares around the means, and the price of the changes
 *
 * Cuts a series into levels so that the sum of squares around them and the price of the
 * changes is least, of all cuts there are.  O(n) memory; a logarithm's worth of starts are
 * in play at a time, so O(n log n) time as a rule, and O(n^2) at worst.  A start competes
 * with others as soon as it is one, and counts once a segment fits behind it.
 *
 * Source: R. Maidstone, T. Hocking, G. Rigaill, P. Fearnhead (2017), Statistics and
 * Computing 27, 519-533 (functional pruning, algorithm 2).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer values than a segment needs;
 * %KERNEL_ERR_PARAMETER for a price below 0 or segments of no value; %KERNEL_ERR_DOMAIN for a value
 * that is missing or infinite
 */
KernelStatus
kernel_fpop_mean (size_t n,
                  const double *values,
                  double price,
                  size_t least,
                  KernelMeanPiece *pieces,
                  size_t *starts,
                  size_t *changes,
                  size_t *n_changes,
                  double *total)
{
  double low = INFINITY, high = -INFINITY, sum = 0, squares = 0;
  double old_sum = 0, old_squares = 0; /* up to the newest start that counts */

  if (!(price >= 0) || isinf (price) || least < 1)
    return KERNEL_ERR_PARAMETER;
  if (n < least)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (values[i]))
      return KERNEL_ERR_DOMAIN;
    low = values[i] < low ? values[i] : low;
    high = values[i] > high ? values[i] : high;
  }

  Pieces self = { pieces, pieces + 2 * n + 2, 1, high };
  KernelMeanPiece *totals = pieces + 4 * n + 4; /* the least up to each of the last starts */
  size_t slot = 0; /* among them: of the newest start that counts, then of the point itself */
  self.now[0] = (KernelMeanPiece){ 0, 0, 0, low, 0 };
  for (size_t j = 1; j <= n; j++) {
    slot = slot + 1 < least ? slot + 1 : 0;
    sum += values[j - 1];
    squares += values[j - 1] * values[j - 1];
    if (j > least) {
      const size_t start = j - least;
      old_sum += values[start - 1];
      old_squares += values[start - 1] * values[start - 1];
      if (start >= least)
        renew (&self, (double) start, old_sum, old_squares, totals[slot].rest + price, start);
    }
    totals[slot].rest =
        j >= least ? find_least (&self, (double) j, sum, squares, &starts[j - 1]) : INFINITY;
  }

  *total = totals[slot].rest;
  *n_changes = 0;
  for (size_t i = n; starts[i - 1] > 0; i = starts[i - 1])
    (*n_changes)++;
  size_t k = *n_changes;
  for (size_t i = n; starts[i - 1] > 0; i = starts[i - 1])
    changes[--k] = starts[i - 1];

  return KERNEL_OK;
}
