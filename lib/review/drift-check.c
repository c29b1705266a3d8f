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

/* How often scatter may move what a figure is out of as far; where it cannot be told, it is not
 * asked about either.
 */
#define MOST_BY_CHANCE 0.01

static gboolean
is_worth_asking (ScrutinyDrift *drift)
{
  const double counted = scrutiny_drift_get_numerator_log (drift);
  const double out_of = scrutiny_drift_get_denominator_log (drift);

  return fabs (out_of) >= log (LEAST_OF_OUT_OF) && fabs (out_of) > fabs (counted) &&
         fabs (counted + out_of) >= log (LEAST_MOVE) &&
         scrutiny_drift_get_chance (drift) < MOST_BY_CHANCE;
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
      is_worth_asking (drift))
    g_list_store_append (findings, drift);
}
