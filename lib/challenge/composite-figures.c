/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/composite-figures.h"

#include "kernel/median.h"
#include "kernel/ranks.h"
#include "kernel/weight-places.h"

#include <math.h>

/* --- Scores and places --------------------------------------------------------------------- */

static double *
dup_shares (const CompositeReading *reading)
{
  double *shares = g_new (double, reading->parts->len);

  for (guint k = 0; k < reading->parts->len; k++)
    shares[k] = composite_reading_get (reading, k)->share;

  return shares;
}

static void
place (guint n, const double *scores, guint32 *places)
{
  g_autofree gint64 *keys = g_new (gint64, 2 * (gsize) n);

  kernel_places (n, scores, keys, places);
}

static void
fill_scores (CompositeFigures *self, const CompositeReading *reading)
{
  const guint n = reading->names->len;
  g_autofree double *shares = dup_shares (reading);
  g_autofree double *scores = g_new (double, n);
  g_autofree guint32 *places = g_new (guint32, n);

  kernel_weighted_scores (n, reading->parts->len, reading->scaled, shares, scores);
  composite_published_init (&self->published, reading, scores);
  place (n, scores, places);
  for (guint i = 0; i < n; i++) {
    CompositeUnit *unit = &g_array_index (self->units, CompositeUnit, i);

    unit->score = scores[i];
    unit->place = places[i];
  }
}

static void
fill_places (CompositeFigures *self, const CompositeReading *reading)
{
  const gsize n = reading->names->len, n_parts = reading->parts->len;
  g_autofree double *numbers = g_new (double, 2 * n + n_parts);
  g_autofree gint64 *keys = g_new (gint64, 2 * n);
  g_autofree guint32 *places = g_new (guint32, 3 * n);
  g_autofree guint32 *counts = g_new (guint32, n * n);
  const KernelWeightWork work = { numbers, numbers + n_parts, keys, places, counts };
  KernelWeightPlaces result = { places + n, places + 2 * n, numbers + n_parts + n };

  if (kernel_weight_places (n, n_parts, reading->scaled, reading->level, reading->draws,
                            reading->seed, work, &result) != KERNEL_OK)
    return; /* every argument was checked */
  for (gsize i = 0; i < n; i++) {
    CompositeUnit *unit = &g_array_index (self->units, CompositeUnit, i);

    unit->low = result.low[i];
    unit->high = result.high[i];
    unit->first = result.first[i];
  }
}

static void
fill_width (CompositeFigures *self)
{
  const guint n = self->units->len;
  g_autofree double *widths = g_new (double, n);
  g_autofree double *work = g_new (double, n);

  for (guint i = 0; i < n; i++) {
    const CompositeUnit *unit = &g_array_index (self->units, CompositeUnit, i);
    widths[i] = 1.0 + unit->high - unit->low;
  }
  if (kernel_median (n, widths, NULL, work, &self->width, NULL) != KERNEL_OK)
    self->width = NAN;
}

/* --- What makes up for what ------------------------------------------------------------------ */

static void
fill_exchanges (CompositeFigures *self, const CompositeReading *reading)
{
  for (guint k = 0; k < reading->parts->len; k++)
    for (guint j = 0; j < reading->parts->len; j++) {
      const CompositePart *part = composite_reading_get (reading, k);
      const CompositePart *other = composite_reading_get (reading, j);
      CompositeExchange found = { .part = k, .other = j };

      if (k != j && kernel_exchange (composite_part_worth (part), part->high - part->low,
                                     composite_part_worth (other), other->high - other->low,
                                     &found.exchange) == KERNEL_OK)
        g_array_append_val (self->exchanges, found);
    }
}

/* --- Without the two units at the ends of a component ------------------------------------------
 */

/* The units but those two, with their scores as they are and as they would be. */
typedef struct {
  guint n;
  double *values, *before, *after;
  guint32 *places, *then;
} Without;

static void
without_init (Without *self, guint n)
{
  self->n = 0;
  self->values = g_new (double, 3 * (gsize) n);
  self->before = self->values + n;
  self->after = self->before + n;
  self->places = g_new (guint32, 2 * (gsize) n);
  self->then = self->places + n;
}

static void
without_clear (Without *self)
{
  g_free (self->values);
  g_free (self->places);
}

static gboolean
score_without (Without *self,
               const CompositeFigures *figures,
               const CompositeReading *reading,
               guint k)
{
  const CompositePart *part = composite_reading_get (reading, k);
  const guint n_parts = reading->parts->len;
  KernelScale scale;

  for (guint i = 0; i < figures->units->len; i++) {
    if (i == part->scale.lowest || i == part->scale.highest)
      continue;
    self->values[self->n] = reading->values[(gsize) i * n_parts + k];
    self->before[self->n] = g_array_index (figures->units, CompositeUnit, i).score;
    self->after[self->n] =
        self->before[self->n] - part->share * reading->scaled[(gsize) i * n_parts + k];
    self->n++;
  }
  if ((reading->scaling == COMPOSITE_STANDARD
           ? kernel_scale_to_spread (self->n, self->values, &scale)
           : kernel_scale_to_range (self->n, self->values, &scale)) != KERNEL_OK)
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    self->after[i] +=
        part->share * composite_part_scale (part, reading->scaling, &scale, self->values[i]);

  return TRUE;
}

static void
count_moves (Without *self, CompositePart *part)
{
  place (self->n, self->before, self->places);
  place (self->n, self->after, self->then);
  part->has_moves = TRUE;
  for (guint i = 0; i < self->n; i++) {
    const guint moved = (guint) ABS ((int) self->places[i] - (int) self->then[i]);

    part->n_moved += moved > 0;
    part->most_moved = MAX (part->most_moved, moved);
  }
}

static void
fill_moves (CompositeFigures *self, CompositeReading *reading)
{
  for (guint k = 0; reading->scaling != COMPOSITE_NONE && k < reading->parts->len; k++) {
    Without without;

    without_init (&without, self->units->len);
    if (score_without (&without, self, reading, k))
      count_moves (&without, &g_array_index (reading->parts, CompositePart, k));
    without_clear (&without);
  }
}

/* --- All within their bands --------------------------------------------------------------------
 */

/* How far a value lies within the band; NaN without one. */
static double
margin_of (const CompositePart *part, double value)
{
  return part->weight > 0 ? value - part->threshold : part->threshold - value;
}

static void
fill_within (CompositeFigures *self, const CompositeReading *reading, guint i)
{
  CompositeUnit *unit = &g_array_index (self->units, CompositeUnit, i);
  const guint n_parts = reading->parts->len;
  g_autofree double *margins = g_new (double, 2 * (gsize) n_parts);
  double *spreads = margins + n_parts;

  unit->is_within = self->n_banded > 0;
  for (guint k = 0; k < n_parts; k++) {
    const CompositePart *part = composite_reading_get (reading, k);

    margins[k] = margin_of (part, reading->values[(gsize) i * n_parts + k]);
    spreads[k] = part->spread;
    unit->is_within &= !(margins[k] < 0);
  }
  unit->stays = self->n_banded > 0 ? kernel_chance_of_all (n_parts, margins, spreads) : NAN;
  if (unit->is_within) {
    self->n_within++;
    self->n_lost += 1 - unit->stays;
  }
}

void
composite_figures_init (CompositeFigures *self, CompositeReading *reading)
{
  self->units = g_array_new (FALSE, TRUE, sizeof (CompositeUnit));
  self->exchanges = g_array_new (FALSE, TRUE, sizeof (CompositeExchange));
  g_array_set_size (self->units, reading->names->len);
  self->n_banded = self->n_within = 0;
  self->n_lost = 0;
  for (guint k = 0; k < reading->parts->len; k++)
    self->n_banded += !isnan (composite_reading_get (reading, k)->threshold);
  fill_scores (self, reading);
  fill_places (self, reading);
  fill_width (self);
  fill_exchanges (self, reading);
  fill_moves (self, reading);
  for (guint i = 0; i < self->units->len; i++)
    fill_within (self, reading, i);
}

void
composite_figures_clear (CompositeFigures *self)
{
  g_clear_pointer (&self->units, g_array_unref);
  g_clear_pointer (&self->exchanges, g_array_unref);
  composite_published_clear (&self->published);
}
