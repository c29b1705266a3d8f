/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/baseline.h"

#include <glib/gi18n.h>
#include <math.h>

#include "trend/season.h"

#define MONTHS 12
#define FEWEST_LATER 8

typedef struct {
  double centre, lower, upper;
} Lines;

/* Twelve months with values and enough after them. */
static gboolean
has_baseline (ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  gsize n, n_later = 0;
  const double *values = scrutiny_series_get_values (series, &n);

  if (scrutiny_timeline_get_calendar (timeline) != SCRUTINY_CALENDAR_MONTH || n < MONTHS)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (i < MONTHS && isnan (values[i]))
      return FALSE;
    else
      n_later += i >= MONTHS && !isnan (values[i]);

  return n_later >= FEWEST_LATER;
}

static ScrutinyChart *
draw (ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autofree char *first = scrutiny_timeline_dup_text (timeline, 0);
  g_autofree char *last = scrutiny_timeline_dup_text (timeline, MONTHS - 1);
  g_autofree char *baseline = g_strdup_printf ("%s..%s", first, last);

  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_XMR);
  scrutiny_chart_options_set_baseline (options, baseline);

  return scrutiny_chart_new (series, options, NULL);
}

/* Those of the latest period. */
static Lines
get_lines (ScrutinyChart *chart)
{
  ScrutinyTable *points = scrutiny_chart_get_points (chart);
  gsize n;
  const double *centre = scrutiny_table_get_doubles (points, "centre", &n);

  return (Lines){ centre[n - 1], scrutiny_table_get_doubles (points, "lower", NULL)[n - 1],
                  scrutiny_table_get_doubles (points, "upper", NULL)[n - 1] };
}

static void
insert_later (GVariantDict *facts, ScrutinySeries *series, const Lines *lines)
{
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);
  gint64 n_later = 0, n_above = 0, n_below = 0;

  for (gsize i = MONTHS; i < n; i++) {
    n_later += !isnan (values[i]);
    n_above += values[i] > lines->upper;
    n_below += values[i] < lines->lower;
  }
  g_variant_dict_insert (facts, "n_later", "x", n_later);
  g_variant_dict_insert (facts, "n_above", "x", n_above);
  g_variant_dict_insert (facts, "n_below", "x", n_below);
}

static void
insert_chosen (GVariantDict *facts, ScrutinyChart *chart)
{
  const Lines lines = get_lines (chart);

  g_variant_dict_insert (facts, "kind", "s",
                         scrutiny_chart_kind_get_name (scrutiny_chart_get_kind (chart)));
  g_variant_dict_insert (facts, "chosen_centre", "d", lines.centre);
  g_variant_dict_insert (facts, "chosen_lower", "d", lines.lower);
  g_variant_dict_insert (facts, "chosen_upper", "d", lines.upper);
}

static ScrutinyFinding *
say (ScrutinyTrend *trend, ScrutinyChart *chart)
{
  const Lines lines = get_lines (chart);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (ScrutinyFinding) bare = NULL;

  g_variant_dict_insert (&facts, "n_baseline", "x", (gint64) MONTHS);
  g_variant_dict_insert (&facts, "centre", "d", lines.centre);
  g_variant_dict_insert (&facts, "lower", "d", lines.lower);
  g_variant_dict_insert (&facts, "upper", "d", lines.upper);
  insert_later (&facts, scrutiny_trend_get_series (trend), &lines);
  insert_chosen (&facts, scrutiny_trend_get_chart (trend));
  bare = scrutiny_finding_new (
      "trend.baseline",
      N_ ("On an XmR chart with the first {n_baseline} months as baseline the average is "
          "{centre:.1} and the limits are {lower:.1} and {upper:.1}; of the {n_later} "
          "{n_later|month|months} "
          "since, {n_above} {n_above|lies|lie} above and {n_below} below them. On the {kind} chart "
          "that is chosen without a baseline, one line for all months, the average is "
          "{chosen_centre:.1} and the limits of the latest month are {chosen_lower:.1} and "
          "{chosen_upper:.1}."),
      NULL, g_variant_dict_end (&facts), NULL);

  return scrutiny_finding_copy_with_method (bare,
                                            scrutiny_result_get_method (SCRUTINY_RESULT (chart)));
}

ScrutinyFinding *
baseline_find (ScrutinyTrend *trend)
{
  ScrutinySeries *series = scrutiny_trend_get_series (trend);
  g_autoptr (ScrutinyChart) chart = NULL;

  if (!scrutiny_trend_has_shifts (trend) ||
      scrutiny_trend_get_season_strength (trend) >= SEASON_CLEAR || !has_baseline (series))
    return NULL;
  chart = draw (series);

  return chart && isfinite (get_lines (chart).upper) ? say (trend, chart) : NULL;
}
