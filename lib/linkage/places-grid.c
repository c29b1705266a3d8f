/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/places-grid.h"

#include "base/error-private.h"
#include "base/timeline-private.h"

#include <math.h>

/* Of a share, in per cent. */
static const double SCALE = 100;

/* What each two places have in common is held. */
#define MOST_PLACES 2000

void
places_grid_clear (PlacesGrid *self)
{
  g_clear_object (&self->x);
  g_clear_object (&self->y);
  g_clear_pointer (&self->of_x, g_free);
  g_clear_pointer (&self->of_y, g_free);
}

static ScrutinyPanel *
panel_new (const PlacesAsked *asked, const char *column, const char *denominator, GError **error)
{
  const char *const keys[] = { asked->key, NULL };

  return denominator ? scrutiny_panel_new_ratio (asked->table, keys, asked->period, column,
                                                 denominator, SCALE, error)
                     : scrutiny_panel_new (asked->table, keys, asked->period, column, error);
}

static gboolean
make_panels (PlacesGrid *self, const PlacesAsked *asked, GError **error)
{
  self->x = panel_new (asked, asked->indicator, asked->indicator_of, error);
  self->y = self->x ? panel_new (asked, asked->outcome, asked->outcome_of, error) : NULL;
  if (!self->y)
    return FALSE;
  self->n_places = scrutiny_panel_get_n_series (self->x);
  if (self->n_places <= MOST_PLACES)
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, asked->key, NULL,
                         "Panel: %u places; at most %d can be looked at together", self->n_places,
                         MOST_PLACES);

  return FALSE;
}

static void
widen (PlacesGrid *self, ScrutinySeries *series)
{
  gsize n;
  const gint64 *ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), &n);

  if (n == 0)
    return;
  self->first = self->n == 0 ? ordinals[0] : MIN (self->first, ordinals[0]);
  self->last = self->n == 0 ? ordinals[n - 1] : MAX (self->last, ordinals[n - 1]);
  self->n = (gsize) (self->last - self->first + 1);
}

static void
put (const PlacesGrid *self, guint place, ScrutinySeries *series, double *into)
{
  gsize n;
  const gint64 *ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), &n);
  const double *values = scrutiny_series_get_values (series, NULL);

  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      into[place * self->n + (gsize) (ordinals[i] - self->first)] = values[i];
}

static double *
missing_new (const PlacesGrid *self)
{
  double *values = g_new (double, self->n_places * self->n + 1);

  for (gsize i = 0; i < self->n_places * self->n; i++)
    values[i] = NAN;

  return values;
}

/* Both panels are of one table, and so of the same periods. */
static gboolean
fill (PlacesGrid *self, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint k = 0; k < 2 * self->n_places; k++) {
    ScrutinySeries *series = scrutiny_panel_dup_series (k % 2 ? self->y : self->x, k / 2, error);

    if (!series)
      return FALSE;
    g_ptr_array_add (all, series);
    widen (self, series);
  }
  self->of_x = missing_new (self);
  self->of_y = missing_new (self);
  for (guint k = 0; k < all->len; k++)
    put (self, k / 2, all->pdata[k], k % 2 ? self->of_y : self->of_x);

  return TRUE;
}

gboolean
places_grid_read (PlacesGrid *self, const PlacesAsked *asked, GError **error)
{
  return make_panels (self, asked, error) && fill (self, error);
}
