/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/drift-check.h"

#include <scrutiny/drift.h>

#include "base/period.h"

#include <math.h>

/* A figure that moved by less than 5%, or what it is out of by less than 10%, is not asked about.
 */
#define LEAST_MOVE 1.05
#define LEAST_OF_OUT_OF 1.1

/* Standard errors of a change in a count of separate cases: three in a thousand by chance. */
#define BEYOND_CHANCE 3

/* How many the figure is out of in so many periods that end before @end. */
static double
count_out_of (ScrutinySeries *series, gsize end, guint n_periods)
{
  const double *denominators = scrutiny_series_get_denominators (series, NULL);
  double sum = 0;

  for (gsize i = end - n_periods; i < end; i++)
    sum += isnan (denominators[i]) ? 0 : denominators[i];

  return sum;
}

static gboolean
may_be_chance (ScrutinySeries *series, guint year, double out_of)
{
  const gsize n = scrutiny_series_get_n_values (series);
  const double before = count_out_of (series, n - year, year);
  const double after = count_out_of (series, n, year);

  return fabs (out_of) < BEYOND_CHANCE * sqrt (1 / before + 1 / after);
}

static gboolean
is_worth_asking (ScrutinyDrift *drift, ScrutinySeries *series, guint year)
{
  const double counted = scrutiny_drift_get_numerator_log (drift);
  const double out_of = scrutiny_drift_get_denominator_log (drift);

  return fabs (out_of) >= log (LEAST_OF_OUT_OF) && fabs (out_of) > fabs (counted) &&
         fabs (counted + out_of) >= log (LEAST_MOVE) && !may_be_chance (series, year, out_of);
}

void
drift_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  ScrutinyTimeline *timeline = series ? scrutiny_series_get_timeline (series) : NULL;
  const guint year =
      timeline ? period_steps_per_year (scrutiny_timeline_get_calendar (timeline)) : 0;
  g_autoptr (ScrutinyDrift) drift = NULL;

  if (year < 2 || !scrutiny_series_has_counts (series) ||
      scrutiny_series_get_n_values (series) < 2 * (gsize) year ||
      scrutiny_timeline_get_n_gaps (timeline) > 0)
    return;
  drift = scrutiny_drift_new (series, NULL, NULL, NULL);
  if (drift && !scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (drift)) &&
      is_worth_asking (drift, series, year))
    g_list_store_append (findings, drift);
}
