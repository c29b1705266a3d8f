/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/outcome-move.h"

#include <scrutiny/chart.h>
#include <scrutiny/trend.h>

#include "base/timeline-private.h"
#include "trend/season.h"
#include "trend/step-words.h"

#include <math.h>

/* Chance moves an unrelated outcome as far one time in twenty: once in forty this way. */
static const double CLEAR = 0.05;

/* Periods of the outcome on either side of a date. */
typedef struct {
  ScrutinySeries *series;
  gsize first, split, end;
} Sides;

/* --- When the figure moved --------------------------------------------------------------- */

static gboolean
is_level (ScrutinyShift *shift)
{
  return !g_str_equal (scrutiny_shift_get_kind (shift), "slope") &&
         scrutiny_shift_get_before (shift) != scrutiny_shift_get_after (shift);
}

/* The latest change of level: that is how things are now. */
static void
find_date (OutcomeMove *self, ScrutinySeries *figure)
{
  g_autoptr (ScrutinyTrend) trend = scrutiny_trend_new (figure, NULL, NULL);
  ScrutinyShifts *shifts =
      trend && scrutiny_trend_has_shifts (trend) ? scrutiny_trend_get_shifts (trend) : NULL;
  g_autoptr (GPtrArray) all = shifts ? scrutiny_shifts_dup_all (shifts) : NULL;

  for (guint i = all ? all->len : 0; i > 0; i--) {
    ScrutinyShift *shift = all->pdata[i - 1];

    if (!is_level (shift))
      continue;
    self->at = g_strdup (scrutiny_shift_get_at (shift));
    self->figure_before = scrutiny_shift_get_before (shift);
    self->figure_after = scrutiny_shift_get_after (shift);
    return;
  }
}

/* --- What is compared -------------------------------------------------------------------- */

/* FALSE where the outcome is of other periods than the figure. */
static gboolean
find_split (Sides *sides, const OutcomeMove *self, ScrutinySeries *figure, guint lag)
{
  ScrutinyTimeline *own = scrutiny_series_get_timeline (figure);
  ScrutinyTimeline *other = scrutiny_series_get_timeline (sides->series);
  const gint64 at = scrutiny_timeline_find (own, self->at, NULL);
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (other, &sides->end);
  gint64 from;

  if (at < 0 || scrutiny_timeline_get_calendar (own) != scrutiny_timeline_get_calendar (other) ||
      sides->end == 0 || !g_str_equal (scrutiny_timeline_get_window (other), "plain"))
    return FALSE;
  from = scrutiny_timeline_get_ordinal (own, (gsize) at) + lag;
  while (sides->split < sides->end && ordinals[sides->split] < from)
    sides->split++;

  return TRUE;
}

/* Whole years of what has a season: else winters on one side alone would count as a change. */
static gsize
whole_rounds (gsize n, ScrutinyCalendar calendar)
{
  const gsize season = season_of_calendar (calendar);

  return season > 1 ? n / season * season : n;
}

static void
keep_whole_rounds (Sides *sides)
{
  const ScrutinyCalendar calendar =
      scrutiny_timeline_get_calendar (scrutiny_series_get_timeline (sides->series));

  sides->first = sides->split - whole_rounds (sides->split, calendar);
  sides->end = sides->split + whole_rounds (sides->end - sides->split, calendar);
}

static char *
dup_lack (const Sides *sides, gsize n_before, gsize n_after)
{
  const ScrutinyCalendar calendar =
      scrutiny_timeline_get_calendar (scrutiny_series_get_timeline (sides->series));
  const gsize fewest = MAX (season_of_calendar (calendar), KERNEL_LEVEL_CHANGE_FEWEST);

  return g_strdup_printf ("%" G_GSIZE_FORMAT " %s before and since are needed to say which way it "
                          "went, and there are %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT ".",
                          fewest, step_words_get (calendar).many, n_before, n_after);
}

/* Of counts the sum of the ones over the sum of the others, so that small months count less. */
static double
level_of (ScrutinySeries *series, gsize first, gsize end)
{
  const double *values = scrutiny_series_get_values (series, NULL);
  const gboolean counted = scrutiny_series_has_counts (series);
  const double *numerators = counted ? scrutiny_series_get_numerators (series, NULL) : NULL;
  const double *denominators = counted ? scrutiny_series_get_denominators (series, NULL) : NULL;
  double sum = 0, of = 0;

  for (gsize i = first; i < end; i++) {
    if (isnan (values[i]))
      continue;
    sum += counted ? numerators[i] : values[i];
    of += counted ? denominators[i] : 1;
  }

  return counted ? scrutiny_series_get_scale (series) * sum / of : sum / of;
}

/* --- How far it went --------------------------------------------------------------------- */

static ScrutinyChart *
draw (const Sides *sides)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (sides->series);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autofree char *first = scrutiny_timeline_dup_text (timeline, sides->first);
  g_autofree char *last = scrutiny_timeline_dup_text (timeline, sides->split - 1);
  g_autofree char *baseline = g_strdup_printf ("%s..%s", first, last);

  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_XMR);
  scrutiny_chart_options_set_baseline (options, baseline);

  return scrutiny_chart_new (sides->series, options, NULL);
}

static void
count_later (OutcomeMove *self, const Sides *sides)
{
  const double *values = scrutiny_series_get_values (sides->series, NULL);
  g_autoptr (GStrvBuilder) beyond = g_strv_builder_new ();

  for (gsize i = sides->split; i < sides->end; i++) {
    g_autofree char *label = NULL;

    self->n_above += values[i] > self->centre;
    self->n_below += values[i] < self->centre;
    if (!(values[i] > self->upper) && !(values[i] < self->lower))
      continue;
    label = scrutiny_timeline_dup_label (scrutiny_series_get_timeline (sides->series), i);
    g_strv_builder_add (beyond, label);
    self->n_beyond++;
  }
  g_strfreev (self->beyond);
  self->beyond = g_strv_builder_end (beyond);
}

static void
set_limits (OutcomeMove *self, const Sides *sides)
{
  g_autoptr (ScrutinyChart) chart = draw (sides);
  ScrutinyTable *points = chart ? scrutiny_chart_get_points (chart) : NULL;

  if (!points)
    return;
  self->centre = scrutiny_table_get_doubles (points, "centre", NULL)[sides->split];
  self->lower = scrutiny_table_get_doubles (points, "lower", NULL)[sides->split];
  self->upper = scrutiny_table_get_doubles (points, "upper", NULL)[sides->split];
  count_later (self, sides);
}

static void
compare (OutcomeMove *self, const Sides *sides)
{
  const double *values = scrutiny_series_get_values (sides->series, NULL);
  const gsize n_before = sides->split - sides->first, n_after = sides->end - sides->split;
  const KernelStatus status = kernel_level_change (n_before, values + sides->first, n_after,
                                                   values + sides->split, &self->change);

  if (status == KERNEL_ERR_TOO_SHORT) {
    self->reason = dup_lack (sides, n_before, n_after);
    return;
  }
  if (status != KERNEL_OK) {
    self->reason = g_strdup ("It is the same in every period on either side.");
    return;
  }
  self->n_before = (guint) self->change.n_before;
  self->n_after = (guint) self->change.n_after;
  self->before = level_of (sides->series, sides->first, sides->split);
  self->after = level_of (sides->series, sides->split, sides->end);
  if (self->change.chance < CLEAR)
    self->moved =
        self->change.after > self->change.before ? SCRUTINY_DIRECTION_UP : SCRUTINY_DIRECTION_DOWN;
  set_limits (self, sides);
}

void
outcome_move_init (OutcomeMove *self, ScrutinySeries *figure, ScrutinySeries *outcome, guint lag)
{
  Sides sides = { .series = outcome };

  *self = (OutcomeMove){
    .figure_before = NAN,
    .figure_after = NAN,
    .before = NAN,
    .after = NAN,
    .centre = NAN,
    .lower = NAN,
    .upper = NAN,
    .beyond = g_new0 (char *, 1),
    .change = { .before = NAN, .after = NAN, .error = NAN, .chance = NAN },
    .moved = SCRUTINY_DIRECTION_NONE,
  };
  find_date (self, figure);
  if (!self->at)
    return;
  if (!find_split (&sides, self, figure, lag)) {
    self->reason = g_strdup ("The two are not of the same periods, each by itself.");
    return;
  }
  if (sides.split < sides.end)
    self->since = scrutiny_timeline_dup_text (scrutiny_series_get_timeline (outcome), sides.split);
  keep_whole_rounds (&sides);
  compare (self, &sides);
}

void
outcome_move_clear (OutcomeMove *self)
{
  g_clear_pointer (&self->at, g_free);
  g_clear_pointer (&self->since, g_free);
  g_clear_pointer (&self->beyond, g_strfreev);
  g_clear_pointer (&self->reason, g_free);
}

gboolean
outcome_move_is_told (const OutcomeMove *self)
{
  return self->at && !self->reason;
}

ScrutinyDirection
outcome_move_get_figure_direction (const OutcomeMove *self)
{
  return self->figure_after > self->figure_before ? SCRUTINY_DIRECTION_UP : SCRUTINY_DIRECTION_DOWN;
}
