/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/pack-overlap.h"

#include <scrutiny/overlap.h>

#include "base/columns-builder.h"
#include "base/timeline-private.h"

#include <math.h>

/* A page of them. */
#define FEWEST_FIGURES 5

/* From here on they are said to behave as fewer: chance alone does not halve them. */
#define MUCH_FEWER 0.5

/* Periods that are tried, the longest first, and how many of the figures must have all of them. */
static const gsize spans[] = { 61, 37, 25, 13 };
static const double MOST_OF_THEM = 0.75;

/* --- Which figures ------------------------------------------------------------------------- */

static gboolean
moves (const double *values, gsize n)
{
  for (gsize i = 1; i < n; i++)
    if (values[i] != values[0])
      return TRUE;

  return FALSE;
}

/* Periods that share data would move together by themselves. */
static gboolean
stands_by_itself (ScrutinyIndicator *indicator)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);

  return series && scrutiny_series_get_n_values (series) > 0 &&
         g_str_equal (scrutiny_timeline_get_window (scrutiny_series_get_timeline (series)),
                      "plain");
}

/* By how many figures have it; of those of several places none, for they are one figure. */
static GHashTable *
count_titles (ScrutinyDossier *dossier)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    const char *title = scrutiny_indicator_get_title (scrutiny_dossier_get_indicator (dossier, i));
    const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, title));

    g_hash_table_insert (counts, (gpointer) title, GUINT_TO_POINTER (n + 1));
  }

  return counts;
}

static GPtrArray *
find_figures (ScrutinyDossier *dossier, ScrutinyCalendar calendar)
{
  g_autoptr (GHashTable) counts = count_titles (dossier);
  GPtrArray *figures = g_ptr_array_new ();

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (dossier, i);
    const char *title = scrutiny_indicator_get_title (indicator);

    if (stands_by_itself (indicator) &&
        GPOINTER_TO_UINT (g_hash_table_lookup (counts, title)) == 1 &&
        scrutiny_timeline_get_calendar (
            scrutiny_series_get_timeline (scrutiny_indicator_get_series (indicator))) == calendar)
      g_ptr_array_add (figures, indicator);
  }

  return figures;
}

/* --- Which periods ------------------------------------------------------------------------- */

/* Where the @n periods up to and with @last begin in a figure; NULL if it lacks one of them. */
static const double *
find_span (ScrutinyIndicator *indicator, gint64 last, gsize n)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  gsize n_all;
  const gint64 *ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), &n_all);
  const double *values = scrutiny_series_get_values (series, NULL);
  gsize end = n_all;

  while (end > 0 && ordinals[end - 1] > last)
    end--;
  if (end < n || ordinals[end - 1] != last || ordinals[end - n] != last - (gint64) n + 1)
    return NULL;
  for (gsize i = end - n; i < end; i++)
    if (isnan (values[i]))
      return NULL;

  return moves (values + end - n, n) ? values + end - n : NULL;
}

static GPtrArray *
find_whole (GPtrArray *figures, gint64 last, gsize n)
{
  GPtrArray *whole = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++)
    if (find_span (figures->pdata[i], last, n))
      g_ptr_array_add (whole, figures->pdata[i]);

  return whole;
}

static gint
by_ordinal (gconstpointer a, gconstpointer b)
{
  const gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* The period that three quarters of the figures reach. */
static gint64
find_last (GPtrArray *figures)
{
  g_autoptr (GArray) lasts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < figures->len; i++) {
    ScrutinySeries *series = scrutiny_indicator_get_series (figures->pdata[i]);
    gsize n;
    const gint64 *ordinals =
        scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), &n);

    g_array_append_val (lasts, ordinals[n - 1]);
  }
  g_array_sort (lasts, by_ordinal);

  return g_array_index (lasts, gint64, (guint) ((1 - MOST_OF_THEM) * figures->len));
}

/* --- Side by side -------------------------------------------------------------------------- */

static void
add_figure (ColumnsBuilder *builder, ScrutinyIndicator *indicator, gint64 last, gsize n)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const double *all = scrutiny_series_get_values (series, NULL);
  const gsize first = (gsize) (find_span (indicator, last, n) - all);

  for (gsize i = first; i < first + n; i++) {
    const Period at = scrutiny_timeline_get_period (timeline, i);
    g_autofree char *period = period_dup_text (&at);

    columns_builder_add_text (builder, "figure", scrutiny_indicator_get_title (indicator));
    columns_builder_add_text (builder, "period", period);
    columns_builder_add_number (builder, "value", all[i]);
  }
}

static ScrutinyOverlap *
overlap_of (GPtrArray *figures, gint64 last, gsize n)
{
  static const char *const key[] = { "figure", NULL };
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPanel) panel = NULL;

  for (guint i = 0; i < figures->len; i++)
    add_figure (builder, figures->pdata[i], last, n);
  table = columns_builder_end (builder);
  panel = scrutiny_panel_new (table, key, "period", "value", NULL);

  return panel ? scrutiny_overlap_new (panel, NULL) : NULL;
}

static ScrutinyOverlap *
look (GPtrArray *figures)
{
  gint64 last;

  if (figures->len < FEWEST_FIGURES)
    return NULL;
  last = find_last (figures);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++) {
    g_autoptr (GPtrArray) whole = find_whole (figures, last, spans[i]);

    if (whole->len >= FEWEST_FIGURES && whole->len >= MOST_OF_THEM * figures->len)
      return overlap_of (whole, last, spans[i]);
  }

  return NULL;
}

/* How many of them there are is worth saying where they are much fewer, and pairs always. */
static GPtrArray *
choose_findings (ScrutinyOverlap *overlap)
{
  g_autoptr (GPtrArray) all = scrutiny_result_dup_findings (SCRUTINY_RESULT (overlap));
  const gboolean are_fewer = scrutiny_overlap_get_effective_number (overlap) <=
                             MUCH_FEWER * scrutiny_overlap_get_n_figures (overlap);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (are_fewer || !g_str_equal (scrutiny_finding_get_id (all->pdata[i]), "overlap.effective"))
      g_ptr_array_add (chosen, g_object_ref (all->pdata[i]));

  return chosen;
}

GPtrArray *
pack_overlap_dup_findings (ScrutinyDossier *dossier)
{
  static const ScrutinyCalendar calendars[] = { SCRUTINY_CALENDAR_MONTH, SCRUTINY_CALENDAR_QUARTER,
                                                SCRUTINY_CALENDAR_FINANCIAL_QUARTER };
  g_autoptr (GPtrArray) most = g_ptr_array_new ();
  g_autoptr (ScrutinyOverlap) overlap = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (calendars); i++) {
    GPtrArray *figures = find_figures (dossier, calendars[i]);

    if (figures->len > most->len) {
      g_ptr_array_unref (most);
      most = figures;
    } else {
      g_ptr_array_unref (figures);
    }
  }
  overlap = look (most);

  return overlap ? choose_findings (overlap) : g_ptr_array_new_with_free_func (g_object_unref);
}
