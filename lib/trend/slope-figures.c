/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/slope-figures.h"

#include "base/error-private.h"
#include "base/timeline-private.h"
#include "kernel/median.h"
#include "trend/ordinals.h"

#include <math.h>

static double *
dup_values (ScrutinySeries *series)
{
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);

  return g_memdup2 (values, n * sizeof *values);
}

void
slope_figures_init (SlopeFigures *self, ScrutinySeries *series)
{
  *self = (SlopeFigures){ .series = g_object_ref (series), .n_places = 1 };
  scrutiny_series_get_values (series, &self->n);
  self->places = g_new0 (double *, 1);
  self->places[0] = dup_values (series);
}

void
slope_figures_clear (SlopeFigures *self)
{
  for (guint k = 0; k < self->n_places; k++)
    g_free (self->places[k]);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->covariate, g_free);
  g_clear_pointer (&self->hash, g_free);
  g_clear_object (&self->series);
  self->n_places = 0;
}

/* The values of @series at each of @ordinals, NaN where it has none. */
static double *
align (ScrutinySeries *series, const gint64 *ordinals, gsize n)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const double *values = scrutiny_series_get_values (series, NULL);
  gsize n_theirs;
  const gint64 *theirs = scrutiny_timeline_get_ordinals (timeline, &n_theirs);
  double *aligned = g_new (double, n + 1);

  for (gsize i = 0, k = 0; i < n; i++) {
    while (k < n_theirs && theirs[k] < ordinals[i])
      k++;
    aligned[i] = k < n_theirs && theirs[k] == ordinals[i] ? values[k] : NAN;
  }

  return aligned;
}

static char *
dup_hash (ScrutinySeries *const *series, guint n)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint k = 0; k < n; k++)
    g_checksum_update (sum, (const guchar *) scrutiny_series_get_hash (series[k]), -1);

  return g_strdup (g_checksum_get_string (sum));
}

gboolean
slope_figures_init_partial (SlopeFigures *self,
                            ScrutinySeries *series,
                            ScrutinySeries *covariate,
                            GError **error)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const ScrutinyCalendar calendar = scrutiny_timeline_get_calendar (timeline);
  const ScrutinyCalendar other =
      scrutiny_timeline_get_calendar (scrutiny_series_get_timeline (covariate));
  ScrutinySeries *const both[] = { series, covariate };

  slope_figures_init (self, series);
  if (calendar != other) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, "covariate", NULL,
                           "Covariate: its calendar is %s and that of the series %s; hand in both "
                           "by the same",
                           scrutiny_calendar_get_name (other),
                           scrutiny_calendar_get_name (calendar));
    return FALSE;
  }

  self->covariate = align (covariate, scrutiny_timeline_get_ordinals (timeline, NULL), self->n);
  for (gsize i = 0; i < self->n; i++) {
    if (isnan (self->covariate[i]))
      self->places[0][i] = NAN;
  }
  self->hash = dup_hash (both, 2);

  return TRUE;
}

/* The ordinals of all series, once each, rising. */
static GArray *
join_ordinals (const GPtrArray *series)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint k = 0; k < series->len; k++) {
    gsize n_theirs;
    const gint64 *theirs =
        scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series->pdata[k]), &n_theirs);

    g_array_append_vals (joined, theirs, (guint) n_theirs);
  }
  ordinals_settle (joined);

  return joined;
}

/* What the places have in the middle, each period. */
static ScrutinySeries *
make_middle (const SlopeFigures *self, ScrutinyTimeline *timeline, GError **error)
{
  g_autofree double *middle = g_new (double, self->n + 1);
  g_autofree double *row = g_new (double, self->n_places), *work = g_new (double, self->n_places);

  for (gsize i = 0; i < self->n; i++) {
    guint n = 0;

    middle[i] = NAN;
    for (guint k = 0; k < self->n_places; k++) {
      if (!isnan (self->places[k][i]))
        row[n++] = self->places[k][i];
    }
    if (n > 0 && kernel_median (n, row, NULL, work, &middle[i], NULL) != KERNEL_OK)
      g_return_val_if_reached (NULL);
  }

  return scrutiny_series_new (timeline, middle, self->n, error);
}

gboolean
slope_figures_init_regional (SlopeFigures *self, ScrutinyPanel *panel, GError **error)
{
  const guint n_series = scrutiny_panel_get_n_series (panel);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (g_object_unref);

  *self = (SlopeFigures){ 0 };
  for (guint k = 0; k < n_series; k++) {
    ScrutinySeries *one = scrutiny_panel_dup_series (panel, k, error);

    if (!one)
      return FALSE;
    g_ptr_array_add (series, one);
  }
  if (n_series == 0) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, NULL,
                           "Panel: there is no series in it; hand in at least one");
    return FALSE;
  }

  const Period like =
      scrutiny_timeline_get_period (scrutiny_series_get_timeline (series->pdata[0]), 0);
  g_autoptr (GArray) ordinals = join_ordinals (series);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_take (
      like.calendar, like.window, like.length,
      g_bytes_new (ordinals->data, (gsize) ordinals->len * sizeof (gint64)));
  self->n = ordinals->len;
  self->n_places = n_series;
  self->places = g_new0 (double *, n_series);
  for (guint k = 0; k < n_series; k++)
    self->places[k] = align (series->pdata[k], (const gint64 *) (gpointer) ordinals->data, self->n);
  self->hash = dup_hash ((ScrutinySeries *const *) series->pdata, n_series);
  self->series = make_middle (self, timeline, error);

  return self->series != NULL;
}
