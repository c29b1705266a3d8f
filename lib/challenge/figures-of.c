/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/figures-of.h"

#include "base/columns-builder.h"
#include "base/columns.h"

#include <math.h>

/* Of one calendar and window, so that their periods can stand in one column. */
static guint
kind_of (ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);

  return 1000 * scrutiny_timeline_get_calendar (timeline) +
         scrutiny_timeline_get_window_length (timeline);
}

static ScrutinySeries *
series_of (ScrutinyDossier *dossier, guint index)
{
  ScrutinySeries *series =
      scrutiny_indicator_get_series (scrutiny_dossier_get_indicator (dossier, index));

  return series && scrutiny_series_get_n_values (series) > 0 ? series : NULL;
}

static guint
find_most_common_kind (ScrutinyDossier *dossier)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint best = 0, most = 0;

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    ScrutinySeries *series = series_of (dossier, i);
    const gpointer kind = GUINT_TO_POINTER (series ? kind_of (series) : 0);
    const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, kind)) + 1;

    g_hash_table_insert (counts, kind, GUINT_TO_POINTER (n));
    if (series && n > most) {
      most = n;
      best = kind_of (series);
    }
  }

  return best;
}

static double
number_at (const double *numbers, gsize row)
{
  return numbers ? numbers[row] : NAN;
}

/* A title and an area that another figure has too are followed by the id. */
static char *
dup_title (ScrutinyIndicator *indicator, GHashTable *used)
{
  const char *title = scrutiny_indicator_get_title (indicator);
  const char *area = scrutiny_indicator_get_area (indicator);
  char *whole = g_strdup_printf ("%s\x1f%s", title, area ? area : "");

  return g_hash_table_add (used, whole)
             ? g_strdup (title)
             : g_strdup_printf ("%s (%s)", title, scrutiny_indicator_get_id (indicator));
}

static void
add_figures (ColumnsBuilder *builder, ScrutinyIndicator *indicator, GHashTable *used)
{
  g_autoptr (ScrutinyTable) figures = scrutiny_indicator_dup_figures (indicator);
  g_autofree char *title = dup_title (indicator, used);
  const char *area = scrutiny_indicator_get_area (indicator);
  const char *const *periods = columns_find_texts (figures, "period");
  const char *const *texts = columns_find_texts (figures, "value_text");
  const double *values = columns_find_numbers (figures, "value");
  const double *numerators = columns_find_numbers (figures, "numerator");
  const double *denominators = columns_find_numbers (figures, "denominator");

  for (gsize row = 0; periods && row < scrutiny_table_get_n_rows (figures); row++) {
    columns_builder_add_text (builder, "indicator", title);
    columns_builder_add_text (builder, "area", area ? area : "");
    columns_builder_add_text (builder, "period", periods[row]);
    columns_builder_add_number (builder, "value", number_at (values, row));
    columns_builder_add_text (builder, "value_text", texts && texts[row] ? texts[row] : "");
    columns_builder_add_number (builder, "numerator", number_at (numerators, row));
    columns_builder_add_number (builder, "denominator", number_at (denominators, row));
  }
}

ScrutinyTable *
figures_of_dossier (ScrutinyDossier *dossier)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const guint kind = find_most_common_kind (dossier);

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    ScrutinySeries *series = series_of (dossier, i);

    if (series && kind_of (series) == kind)
      add_figures (builder, scrutiny_dossier_get_indicator (dossier, i), used);
  }

  return columns_builder_end (builder);
}
