/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/fpop-rate.h"

#include <math.h>

#define MOST_STEPS 60
#define CLOSE 1e-6 /* the next step would be as much smaller again */

/* A rate, and what a count and a unit of size cost at it: -log (rate) a count, and the rate
 * itself a unit, or -log (1 - rate) a case that is not counted.
 */
typedef struct {
  double rate, log, cost;
} Place;

/* What the whole series comes to with one rate in the last segment. */
typedef struct {
  double count, size, rest;
} Curve;

typedef struct {
  KernelRatePiece *now, *next;
  size_t n_now, n_next;
  Place high; /* of the last piece */
  bool is_share, is_open;
  KernelRatePiece fresh;
} Pieces;

static Place
place_of (double rate, bool is_share)
{
  return (Place){ rate, log (rate), is_share ? -log (1 - rate) : rate };
}

/* No counts cost nothing even at a rate of 0, no size nothing at a rate of 1. */
static inline double
at (const Curve *curve, const Place *place)
{
  return (curve->count > 0 ? -curve->count * place->log : 0) +
         (curve->size > 0 ? curve->size * place->cost : 0) + curve->rest;
}

static inline Curve
curve_of (const KernelRatePiece *piece, double count, double size, double rest)
{
  return (Curve){ count - piece->count, size - piece->size, rest - piece->rest };
}

/* The rate at which a curve is least. */
static inline double
least_rate (const Curve *curve, bool is_share)
{
  const double all = is_share ? curve->count + curve->size : curve->size;

  return all > 0 ? curve->count / all : 0;
}

static Place
place_low (const KernelRatePiece *piece)
{
  return (Place){ piece->low, piece->log_low, piece->cost_low };
}

static Place
place_high (const Pieces *self, size_t k)
{
  return k + 1 < self->n_now ? place_low (&self->now[k + 1]) : self->high;
}

/* Where it is least between the ends of its piece. */
static Place
place_least (const Curve *curve, Place low, Place high, bool is_share)
{
  const double rate = least_rate (curve, is_share);

  return rate <= low.rate ? low : rate >= high.rate ? high : place_of (rate, is_share);
}

/* The rate between @inside, where the curve lies below the limit, and @outside, where it
 * lies above: Newton's steps from outside, which come nearer from one side, kept between
 * the two.
 */
static Place
find_crossing (const Curve *curve, double limit, Place inside, Place outside, bool is_share)
{
  double above = at (curve, &outside) - limit;
  Place here = outside;

  for (int step = 0; step < MOST_STEPS; step++) {
    const double middle = (inside.rate + outside.rate) / 2;
    const double slope =
        -curve->count / here.rate + (is_share ? curve->size / (1 - here.rate) : curve->size);
    const double guess = isfinite (above) ? here.rate - above / slope : middle;
    const bool is_between = (guess - inside.rate) * (guess - outside.rate) < 0;
    const double rate = is_between ? guess : middle;
    const double moved = fabs (rate - here.rate);

    here = place_of (rate, is_share);
    above = at (curve, &here) - limit;
    if (above > 0)
      outside = here;
    else
      inside = here;
    if (moved <= CLOSE * rate || fabs (inside.rate - outside.rate) <= CLOSE * rate)
      break;
  }

  return here;
}

static void
put_fresh (Pieces *self, Place low)
{
  if (self->is_open)
    return;
  self->fresh.low = low.rate;
  self->fresh.log_low = low.log;
  self->fresh.cost_low = low.cost;
  self->next[self->n_next++] = self->fresh;
  self->is_open = true;
}

static void
put (Pieces *self, const KernelRatePiece *piece, Place low)
{
  KernelRatePiece *to = &self->next[self->n_next++];

  *to = *piece;
  to->low = low.rate;
  to->log_low = low.log;
  to->cost_low = low.cost;
  self->is_open = false;
}

static void
renew_piece (Pieces *self, size_t k, const Curve *curve, double limit)
{
  const KernelRatePiece *piece = &self->now[k];
  const Place low = place_low (piece), high = place_high (self, k);
  const bool low_stays = at (curve, &low) <= limit, high_stays = at (curve, &high) <= limit;

  if (low_stays && high_stays) {
    put (self, piece, low);
    return;
  }
  const Place least = low_stays    ? low
                      : high_stays ? high
                                   : place_least (curve, low, high, self->is_share);
  if (at (curve, &least) > limit) {
    put_fresh (self, low);
    return;
  }
  if (!low_stays) {
    put_fresh (self, low);
    put (self, piece, find_crossing (curve, limit, least, low, self->is_share));
  } else {
    put (self, piece, low);
  }
  if (!high_stays)
    put_fresh (self, find_crossing (curve, limit, least, high, self->is_share));
}

static void
renew (Pieces *self, double count, double size, double limit, size_t start)
{
  self->fresh = (KernelRatePiece){ .count = count, .size = size, .rest = -limit, .start = start };
  self->n_next = 0;
  self->is_open = false;
  for (size_t k = 0; k < self->n_now; k++) {
    const Curve curve = curve_of (&self->now[k], count, size, 0);
    renew_piece (self, k, &curve, limit);
  }

  KernelRatePiece *kept = self->now;
  self->now = self->next;
  self->next = kept;
  self->n_now = self->n_next;
}

static double
find_least (const Pieces *self, double count, double size, size_t *start)
{
  double least = INFINITY;

  for (size_t k = 0; k < self->n_now; k++) {
    const Curve curve = curve_of (&self->now[k], count, size, 0);
    const Place best =
        place_least (&curve, place_low (&self->now[k]), place_high (self, k), self->is_share);
    const double here = at (&curve, &best);
    if (here < least) {
      least = here;
      *start = self->now[k].start;
    }
  }

  return least;
}

/* The lowest and the highest rate of a point, which no segment's lies beyond. */
static KernelStatus
look_at (size_t n, const double *counts, const double *sizes, bool is_share, Pieces *self)
{
  double low = INFINITY, high = 0;

  for (size_t i = 0; i < n; i++) {
    if (!(counts[i] >= 0 && isfinite (counts[i]) && sizes[i] > 0 && isfinite (sizes[i])) ||
        (is_share && counts[i] > sizes[i]))
      return KERNEL_ERR_DOMAIN;
    low = fmin (low, counts[i] / sizes[i]);
    high = fmax (high, counts[i] / sizes[i]);
  }
  const Place lowest = place_of (low, is_share);
  self->high = place_of (high, is_share);
  self->n_now = 1;
  self->now[0] = (KernelRatePiece){ 0, 0, 0, lowest.rate, lowest.log, lowest.cost, 0 };

  return KERNEL_OK;
}

/**
 * kernel_fpop_rate_n_pieces:
 * @n: number of points
 *
 * Returns: how many pieces [func@kernel_fpop_rate] needs to work in
 */
size_t
kernel_fpop_rate_n_pieces (size_t n)
{
  return 2 * (2 * n + 2) + n;
}

/**
 * kernel_fpop_rate:
 * @n: number of points
 * @counts: shape (@n), what was counted, 0 or more
 * @sizes: shape (@n), over how long or out of how many, above 0
 * @is_share: counts are a part of their sizes (binomial), or may go beyond (Poisson)
 * @price: of a change
 * @least: fewest points of a segment, such as 1
 * @pieces: shape (kernel_fpop_rate_n_pieces (@n)), overwritten
 * @starts: shape (@n), overwritten
 * @changes: (out): room for @n indices; the first point of each segment but the first
 * @n_changes: (out): how many
 * @total: (out): the negative logarithm of the likelihood, without what does not depend on
 *   the rates, and the price of the changes
 *
 * Cuts a series of counts where their rate, or their share, changes, so that the total is
 * least, of all cuts there are.  Waiting times with a rate (exponential, or gamma of known
 * shape) are the same with the shapes as counts and the times as sizes.  O(n log n) time as
 * a rule.
 *
 * Source: R. Maidstone, T. Hocking, G. Rigaill, P. Fearnhead (2017), Statistics and
 * Computing 27, 519-533 (functional pruning); A. Cleynen, E. Lebarbier (2014), ESAIM:
 * Probability and Statistics 18, 750-769 (Poisson).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer points than a segment needs;
 * %KERNEL_ERR_PARAMETER for a price below 0 or segments of no point; %KERNEL_ERR_DOMAIN for a count
 * that is missing, negative or, of a share, above its size, or a size that is not above 0
 */
KernelStatus
kernel_fpop_rate (size_t n,
                  const double *counts,
                  const double *sizes,
                  bool is_share,
                  double price,
                  size_t least,
                  KernelRatePiece *pieces,
                  size_t *starts,
                  size_t *changes,
                  size_t *n_changes,
                  double *total)
{
  Pieces self = { .now = pieces, .next = pieces + 2 * n + 2, .is_share = is_share };
  KernelRatePiece *totals = pieces + 4 * n + 4; /* the least up to each of the last starts */
  size_t slot = 0; /* among them: of the newest start that counts, then of the point itself */
  double count = 0, size = 0;
  double old_count = 0, old_size = 0; /* up to the newest start that counts */

  if (!(price >= 0) || isinf (price) || least < 1)
    return KERNEL_ERR_PARAMETER;
  if (n < least)
    return KERNEL_ERR_TOO_SHORT;
  if (look_at (n, counts, sizes, is_share, &self) != KERNEL_OK)
    return KERNEL_ERR_DOMAIN;

  for (size_t j = 1; j <= n; j++) {
    slot = slot + 1 < least ? slot + 1 : 0;
    count += counts[j - 1];
    size += sizes[j - 1] - (is_share ? counts[j - 1] : 0);
    if (j > least) {
      const size_t start = j - least;
      old_count += counts[start - 1];
      old_size += sizes[start - 1] - (is_share ? counts[start - 1] : 0);
      if (start >= least)
        renew (&self, old_count, old_size, totals[slot].rest + price, start);
    }
    totals[slot].rest = j >= least ? find_least (&self, count, size, &starts[j - 1]) : INFINITY;
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
