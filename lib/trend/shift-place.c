/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-place.h"

#include "kernel/break-bootstrap.h"
#include "kernel/break-interval.h"
#include "kernel/break-profile.h"

#include <math.h>

#define N_DRAWS 199

/* The two pieces, in positions among the values that are there. */
typedef struct {
  const ShiftSearch *search;
  const ShiftPiece *before, *after;
  gsize earliest, latest; /* counted from the first value of the piece before */
} Place;

static gsize
n_of (const Place *place)
{
  return place->after->end - place->before->first;
}

/* By Bai, from the variance on either side. */
static gboolean
place_mean (Place *place, double level)
{
  const ShiftPiece *a = place->before, *b = place->after;
  const double wide = place->search->widening;
  const double variance_a = a->rss / (a->end - a->first), variance_b = b->rss / (b->end - b->first);
  const gsize at = a->end - a->first;
  double earlier, later;

  if (kernel_break_interval (b->mean - a->mean, variance_a * wide, variance_b * wide, level,
                             &earlier, &later) != KERNEL_OK)
    return FALSE;
  earlier = MIN (ceil (earlier), (double) (at - 1));
  later = MIN (ceil (later), (double) (n_of (place) - 1 - at));
  place->earliest = at - (gsize) earlier;
  place->latest = at + (gsize) later;

  return TRUE;
}

/* How much wider than counting alone the counts of a piece vary, times its freedom. */
static double
chi_square (const Place *place, const ShiftPiece *piece, gboolean is_share)
{
  const ShiftSearch *self = place->search;
  double count = 0, size = 0, total = 0;

  for (guint i = piece->first; i < piece->end; i++) {
    count += self->numerators[i];
    size += self->denominators[i];
  }
  const double rate = count / size, spare = is_share ? 1 - rate : 1;
  for (guint i = piece->first; i < piece->end; i++) {
    const double expected = self->denominators[i] * rate;
    const double rest = self->numerators[i] - expected;
    total += expected > 0 && spare > 0 ? rest * rest / (expected * spare) : 0;
  }

  return total;
}

/* By the likelihood of the counts. */
static gboolean
place_counts (Place *place, double level)
{
  const ShiftSearch *self = place->search;
  const double *numerators = self->numerators + place->before->first;
  const double *denominators = self->denominators + place->before->first;
  const gsize n = n_of (place);
  gboolean is_share = TRUE;
  gsize best;

  for (gsize i = 0; i < n; i++)
    is_share &= numerators[i] <= denominators[i];
  const double chi =
      chi_square (place, place->before, is_share) + chi_square (place, place->after, is_share);
  const double dispersion = MAX (n > 2 ? chi / (double) (n - 2) : 1, 1) * self->widening;

  return kernel_break_profile (n, numerators, denominators, is_share, dispersion, level, 1, &best,
                               &place->earliest, &place->latest) == KERNEL_OK;
}

static gboolean
place_by_drawing (Place *place, double level, guint64 seed)
{
  const ShiftPiece *a = place->before, *b = place->after;
  const ShiftSearch *self = place->search;
  const gsize n = n_of (place);
  const KernelBreak brk = {
    .at = a->end - a->first,
    .least = MIN (3, MIN (a->end - a->first, b->end - b->first)),
    .is_line_before = a->is_line,
    .is_line_after = b->is_line,
  };
  g_autofree double *work = g_new (double, kernel_break_bootstrap_n_work (n, N_DRAWS));

  return kernel_break_bootstrap (n, self->values + a->first,
                                 self->times ? self->times + a->first : NULL, &brk, level, N_DRAWS,
                                 seed, work, &place->earliest, &place->latest) == KERNEL_OK;
}

void
shift_place_between (const ShiftSearch *self,
                     guint k,
                     gsize earliest,
                     gsize latest,
                     FoundShift *shift)
{
  const guint first = g_array_index (self->pieces, ShiftPiece, k - 1).first;
  const guint at = g_array_index (self->pieces, ShiftPiece, k).first;

  shift->earliest = self->index[MIN (at, first + (guint) earliest)];
  shift->latest = self->index[MAX (at, first + (guint) latest)];
}

void
shift_place_means (const ShiftSearch *self, guint k, const ShiftAsked *asked, FoundShift *shift)
{
  Place place = {
    .search = self,
    .before = &g_array_index (self->pieces, ShiftPiece, k - 1),
    .after = &g_array_index (self->pieces, ShiftPiece, k),
  };

  shift->basis = "means";
  if (!place_mean (&place, asked->level)) {
    place.earliest = 1;
    place.latest = n_of (&place) - 1;
  }
  shift_place_between (self, k, place.earliest, place.latest, shift);
}

void
shift_place (const ShiftSearch *self, guint k, const ShiftAsked *asked, FoundShift *shift)
{
  Place place = {
    .search = self,
    .before = &g_array_index (self->pieces, ShiftPiece, k - 1),
    .after = &g_array_index (self->pieces, ShiftPiece, k),
  };
  gboolean is_placed;

  if (place.before->is_line || place.after->is_line) {
    shift->basis = "bootstrap";
    is_placed = place_by_drawing (&place, asked->level, asked->seed + k);
  } else if (self->has_counts && !self->has_season) {
    shift->basis = "likelihood";
    is_placed = place_counts (&place, asked->level);
  } else {
    shift->basis = "means";
    is_placed = place_mean (&place, asked->level);
  }
  if (!is_placed) {
    /* No change of the mean, and no room for anything else: any place would do. */
    place.earliest = 1;
    place.latest = n_of (&place) - 1;
  }
  shift_place_between (self, k, place.earliest, place.latest, shift);
}
