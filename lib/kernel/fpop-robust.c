/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/fpop-robust.h"

#include <math.h>
#include <stdbool.h>

/* Pieces in order of their levels; each step reads one list and writes the other. */
typedef struct {
  KernelRobustPiece *now, *next;
  size_t n_now, n_next, room;
  double high; /* of the last piece */
  bool is_full;
} Pieces;

static double
at (const KernelRobustPiece *piece, double level)
{
  return (piece->a * level - 2 * piece->b) * level + piece->c;
}

static double
high_of (const Pieces *self, size_t k)
{
  return k + 1 < self->n_now ? self->now[k + 1].low : self->high;
}

static void
put (Pieces *self, KernelRobustPiece piece, double low)
{
  if (self->n_next >= self->room) {
    self->is_full = true;
    return;
  }
  piece.low = low;
  self->next[self->n_next++] = piece;
}

static void
turn_over (Pieces *self)
{
  KernelRobustPiece *kept = self->now;

  self->now = self->next;
  self->next = kept;
  self->n_now = self->n_next;
  self->n_next = 0;
}

/* The piece with the loss of @value added, for levels on one side of its bends (-1, 1) or
 * between them (0).
 */
static KernelRobustPiece
add_loss (KernelRobustPiece piece, KernelLoss loss, double bend, double value, int side)
{
  if (loss == KERNEL_LOSS_ABSOLUTE) {
    piece.b -= side / 2.0;
    piece.c -= side * value;
  } else if (side == 0) {
    piece.a += 1;
    piece.b += value;
    piece.c += value * value;
  } else if (loss == KERNEL_LOSS_HUBER) {
    piece.b -= side * bend;
    piece.c -= side * 2 * bend * value + bend * bend;
  } else {
    piece.c += bend * bend;
  }

  return piece;
}

/* Adds the loss of a value to all pieces, cut at its bends. */
static void
add_value (Pieces *self, KernelLoss loss, double bend, double value)
{
  const double reach = loss == KERNEL_LOSS_ABSOLUTE ? 0 : bend;
  const double lower = value - reach, upper = value + reach;

  for (size_t k = 0; k < self->n_now; k++) {
    const KernelRobustPiece *piece = &self->now[k];
    const double low = piece->low, high = high_of (self, k);
    const bool is_last = k + 1 == self->n_now;

    if (low < lower)
      put (self, add_loss (*piece, loss, bend, value, -1), low);
    if (high > lower && low < upper)
      put (self, add_loss (*piece, loss, bend, value, 0), low > lower ? low : lower);
    if (high > upper || (is_last && high == upper && low == high))
      put (self, add_loss (*piece, loss, bend, value, 1), low > upper ? low : upper);
  }
  turn_over (self);
}

/* The least of a piece: at its vertex if that lies inside, else at an end. */
static double
least_of (const KernelRobustPiece *piece, double high)
{
  const double vertex = piece->a > 0 ? piece->b / piece->a : piece->low;
  const double at_low = at (piece, piece->low), at_high = at (piece, high);

  if (vertex > piece->low && vertex < high)
    return piece->c - piece->b * piece->b / piece->a;

  return at_low < at_high ? at_low : at_high;
}

static double
find_least (const Pieces *self, size_t *start)
{
  double least = INFINITY;

  for (size_t k = 0; k < self->n_now; k++) {
    const double here = least_of (&self->now[k], high_of (self, k));
    if (here < least) {
      least = here;
      *start = self->now[k].start;
    }
  }

  return least;
}

/* The levels of a piece at which it lies below the limit; none if @last < @first. */
static void
find_below (const KernelRobustPiece *piece, double high, double limit, double *first, double *last)
{
  const bool low_stays = at (piece, piece->low) <= limit, high_stays = at (piece, high) <= limit;

  *first = piece->low;
  *last = high;
  if (low_stays && high_stays)
    return;
  if (piece->a > 0) {
    const double inside = piece->b * piece->b - piece->a * (piece->c - limit);
    const double root = inside > 0 ? sqrt (inside) : 0;
    if (!low_stays)
      *first = (piece->b - root) / piece->a;
    if (!high_stays)
      *last = (piece->b + root) / piece->a;
    if (!(inside > 0))
      *last = -INFINITY;
  } else if (low_stays != high_stays) {
    *(low_stays ? last : first) = (piece->c - limit) / (2 * piece->b);
  } else {
    *last = -INFINITY;
  }
  *first = *first < piece->low ? piece->low : *first;
  *last = *last > high ? high : *last;
}

/* The least with the losses of @n more values added, which leaves the pieces as they are. */
static double
find_least_with (Pieces *self,
                 KernelRobustPiece *room,
                 KernelLoss loss,
                 double bend,
                 size_t n,
                 const double *more,
                 size_t *start)
{
  Pieces copy = *self;

  copy.now = room;
  copy.next = room + self->room;
  for (size_t k = 0; k < self->n_now; k++)
    room[k] = self->now[k];
  for (size_t i = 0; i < n && !copy.is_full; i++)
    add_value (&copy, loss, bend, more[i]);
  self->is_full = copy.is_full;

  return find_least (&copy, start);
}

/* Gives to a new start every level at which it is cheaper than all there are. */
static void
renew (Pieces *self, double limit, size_t start)
{
  const KernelRobustPiece fresh = { .c = limit, .start = start };
  bool is_open = false;

  for (size_t k = 0; k < self->n_now; k++) {
    const KernelRobustPiece *piece = &self->now[k];
    const double low = piece->low, high = high_of (self, k);
    double first, last;

    find_below (piece, high, limit, &first, &last);
    const bool is_kept = first < last || (first == last && low == high);
    if (!is_open && (!is_kept || first > low)) {
      put (self, fresh, low);
      is_open = true;
    }
    if (!is_kept)
      continue;
    put (self, *piece, first);
    is_open = last < high;
    if (is_open)
      put (self, fresh, last);
  }
  turn_over (self);
}

/**
 * kernel_fpop_robust_n_pieces:
 * @n: number of values
 *
 * Returns: how many pieces [func@kernel_fpop_robust] needs to work in
 */
size_t
kernel_fpop_robust_n_pieces (size_t n)
{
  return 4 * (6 * n + 16) + n;
}

/**
 * kernel_fpop_robust:
 * @n: number of values
 * @values: shape (@n), in units of their spread; none may be missing
 * @loss: what a value far from its level costs
 * @bend: where it bends, such as 3; above 0
 * @price: of a change
 * @least: fewest values of a segment, such as 1
 * @pieces: shape (kernel_fpop_robust_n_pieces (@n)), overwritten
 * @starts: shape (@n), overwritten
 * @changes: (out): room for @n indices; the first value of each segment but the first
 * @n_changes: (out): how many
 * @total: (out): the losses around the levels, and the price of the changes
 *
 * Cuts a series into levels so that single values far away do not make segments of their
 * own: the losses and the price of the changes are least, of all cuts and levels there are.
 * Where @least is above 1 it takes as many times longer.
 *
 * Source: P. Fearnhead, G. Rigaill (2019), JASA 114, 169-183, algorithm 1.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer values than a segment needs;
 * %KERNEL_ERR_PARAMETER for a bend that is none, a price below 0 or segments of no value;
 * %KERNEL_ERR_DOMAIN for a value that is missing or infinite, or values that need more pieces than
 * there is room for
 */
KernelStatus
kernel_fpop_robust (size_t n,
                    const double *values,
                    KernelLoss loss,
                    double bend,
                    double price,
                    size_t least,
                    KernelRobustPiece *pieces,
                    size_t *starts,
                    size_t *changes,
                    size_t *n_changes,
                    double *total)
{
  double low = INFINITY;
  Pieces self = { .now = pieces, .n_now = 1, .room = 6 * n + 16, .high = -INFINITY };

  if (!(price >= 0) || isinf (price) || !(bend > 0) || isinf (bend) || least < 1)
    return KERNEL_ERR_PARAMETER;
  if (n < least)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (values[i]))
      return KERNEL_ERR_DOMAIN;
    low = values[i] < low ? values[i] : low;
    self.high = values[i] > self.high ? values[i] : self.high;
  }

  KernelRobustPiece *copy = pieces + 2 * self.room;
  KernelRobustPiece *totals = pieces + 4 * self.room; /* up to each of the last starts */
  size_t slot = 0; /* among them: of the newest start that counts, then of the point itself */
  self.next = pieces + self.room;
  self.now[0] = (KernelRobustPiece){ .low = low };
  for (size_t j = 1; j <= n && !self.is_full; j++) {
    slot = slot + 1 < least ? slot + 1 : 0;
    if (j > least) {
      const size_t start = j - least;
      add_value (&self, loss, bend, values[start - 1]);
      if (start >= least)
        renew (&self, totals[slot].c + price, start);
    }
    totals[slot].c = INFINITY;
    if (j >= least)
      totals[slot].c =
          find_least_with (&self, copy, loss, bend, least, values + j - least, &starts[j - 1]);
  }
  if (self.is_full)
    return KERNEL_ERR_DOMAIN;

  *total = totals[slot].c;
  *n_changes = 0;
  for (size_t i = n; starts[i - 1] > 0; i = starts[i - 1])
    (*n_changes)++;
  size_t k = *n_changes;
  for (size_t i = n; starts[i - 1] > 0; i = starts[i - 1])
    changes[--k] = starts[i - 1];

  return KERNEL_OK;
}
