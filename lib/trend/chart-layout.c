/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-layout.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "base/timeline-private.h"
#include "base/timeline-span.h"

#include <math.h>
#include <string.h>

#define MOST_OF_A_TEXT 60

static gboolean
mark_excluded (ChartLayout *self,
               ScrutinyTimeline *timeline,
               const char *const *texts,
               GError **error)
{
  for (guint k = 0; texts && texts[k]; k++) {
    guint first, end;

    if (!timeline_span_find (timeline, "Excluded", texts[k], &first, &end, error))
      return FALSE;
    memset (self->excluded + first, 1, end - first);
  }

  return TRUE;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static gboolean
add_stretches (ChartLayout *self,
               ScrutinyTimeline *timeline,
               const char *const *phases,
               GError **error)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, TRUE, sizeof (guint));

  g_array_set_size (starts, 1); /* the first point always starts one */
  for (guint k = 0; phases && phases[k]; k++) {
    guint start;

    if (!timeline_span_find_point (timeline, "Phase", phases[k], &start, error))
      return FALSE;
    g_array_append_val (starts, start);
  }
  g_array_sort (starts, compare_starts);

  for (guint k = 0; k < starts->len; k++) {
    const guint first = g_array_index (starts, guint, k);
    const guint end = k + 1 < starts->len ? g_array_index (starts, guint, k + 1) : self->n;
    const ChartStretch stretch = { first, end, first, end };

    if (first < end)
      g_array_append_val (self->stretches, stretch);
  }

  return TRUE;
}

static gboolean
refuse_baseline (ScrutinyTimeline *timeline,
                 const char *text,
                 guint start,
                 const char *form,
                 GError **error)
{
  g_autofree char *phase = scrutiny_timeline_dup_text (timeline, start);
  g_autofree char *said = printable_dup (text, MOST_OF_A_TEXT);
  g_autofree char *why = g_strdup_printf ("%s the phase that starts with %s", form, phase);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, "Baseline", text,
                         "Baseline: “%s” %s; each phase may have one, which lies inside it", said,
                         why);

  return FALSE;
}

/* The estimates of the stretch that holds a baseline come from the baseline. */
static gboolean
set_one_baseline (ChartLayout *self,
                  ScrutinyTimeline *timeline,
                  const char *text,
                  guint8 *has_one,
                  GError **error)
{
  const gboolean is_open = g_str_has_suffix (text, "..");
  guint from, to, k = 0;

  if (!timeline_span_find (timeline, "Baseline", text, &from, &to, error))
    return FALSE;

  while (from >= g_array_index (self->stretches, ChartStretch, k).end)
    k++;
  ChartStretch *stretch = &g_array_index (self->stretches, ChartStretch, k);
  if (to > stretch->end && !is_open)
    return refuse_baseline (timeline, text, stretch->end, "reaches into", error);
  if (has_one[k])
    return refuse_baseline (timeline, text, stretch->first, "is a second one in", error);
  has_one[k] = 1;
  stretch->from = from;
  stretch->to = MIN (to, stretch->end);

  return TRUE;
}

static gboolean
set_baseline (ChartLayout *self, ScrutinyTimeline *timeline, const char *text, GError **error)
{
  g_auto (GStrv) spans = g_strsplit (text ? text : "", ",", -1);
  g_autofree guint8 *has_one = g_new0 (guint8, self->stretches->len);

  for (guint k = 0; spans[k]; k++)
    if (!set_one_baseline (self, timeline, g_strstrip (spans[k]), has_one, error))
      return FALSE;

  return TRUE;
}

gboolean
chart_layout_init (ChartLayout *self,
                   ScrutinyTimeline *timeline,
                   ScrutinyChartOptions *options,
                   GError **error)
{
  self->n = (guint) scrutiny_timeline_get_n_periods (timeline);
  self->excluded = g_new0 (guint8, self->n);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (ChartStretch));
  if (self->n == 0)
    return TRUE;

  return mark_excluded (self, timeline, scrutiny_chart_options_get_excluded (options), error) &&
         add_stretches (self, timeline, scrutiny_chart_options_get_phases (options), error) &&
         set_baseline (self, timeline, scrutiny_chart_options_get_baseline (options), error);
}

void
chart_layout_clear (ChartLayout *self)
{
  g_clear_pointer (&self->excluded, g_free);
  g_clear_pointer (&self->stretches, g_array_unref);
}

void
chart_layout_mark_follows (const ChartLayout *self,
                           ScrutinyTimeline *timeline,
                           const double *values,
                           guint8 *follows)
{
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (timeline, NULL);

  for (guint i = 0; i < self->n; i++)
    follows[i] =
        i > 0 && ordinals[i] == ordinals[i - 1] + 1 && !isnan (values[i]) && !isnan (values[i - 1]);
  for (guint k = 0; k < self->stretches->len; k++)
    follows[g_array_index (self->stretches, ChartStretch, k).first] = 0;
}
