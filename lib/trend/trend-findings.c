/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/trend-findings.h"

#include "base/timeline-private.h"
#include "trend/alike.h"
#include "trend/shift-private.h"
#include "trend/teller.h"

#include <math.h>

/* Spread of a single figure, in limits of the chart's last phase; NaN without limits. */
static double
last_sigma (const TrendReading *self)
{
  gsize n = 0;
  const double *sigmas =
      scrutiny_table_get_doubles (scrutiny_chart_get_phases (self->chart), "sigma", &n);

  return n > 0 ? sigmas[n - 1] : NAN;
}

/* The first period that has a value; there are values. */
static guint
find_first (const TrendReading *self)
{
  const double *values = scrutiny_series_get_values (self->series, NULL);
  guint first = 0;

  while (isnan (values[first]))
    first++;

  return first;
}

/* Where the season adds and takes off most, in its last round. */
static void
tell_season (Teller *teller, const TrendReading *self)
{
  const Season *season = &self->season;
  const guint longest = season->n_periods ? (guint) season->periods[season->n_periods - 1] : 0;
  const guint from = season->n > longest ? season->n - longest : 0;
  guint highest = from, lowest = from;

  if (!self->is_adjusted)
    return;
  for (guint i = from; i < season->n; i++) {
    highest = season->seasonal[i] > season->seasonal[highest] ? i : highest;
    lowest = season->seasonal[i] < season->seasonal[lowest] ? i : lowest;
  }

  GArray *facts = teller_begin (teller);
  teller_add_count (facts, "season", longest);
  teller_add_number (facts, "strength", season->strength);
  teller_add_number (facts, "most", season->seasonal[highest]);
  teller_add_number (facts, "least", -season->seasonal[lowest]);
  teller_add_period (teller, facts, "highest", highest);
  teller_add_period (teller, facts, "lowest", lowest);
  teller_say (teller, "trend.season",
              "The figure has a season of {season} {steps}: last time it added {most:.D} in "
              "{highest:period} and took off {least:.D} in {lowest:period}. Everything else here "
              "is said of the figure without it.",
              "What makes {highest:period} so different from {lowest:period}?", facts);
}

#define MOST_NAMED 5

/* What lies further from its level or line than ordinary movement goes. */
static guint
find_beyond (Teller *teller, const TrendReading *self, double ordinary, GArray *facts)
{
  gsize n;
  const double *centre =
      scrutiny_table_get_doubles (scrutiny_chart_get_points (self->chart), "centre", &n);
  g_autofree double *rest = trend_reading_dup_rest (self);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n_beyond = 0;

  for (guint i = 0; i < n; i++) {
    const double about = trend_reading_has_pieces (self) ? 0 : centre[i];
    if (!(fabs (rest[i] - about) > ordinary))
      continue;
    if (n_beyond++ < MOST_NAMED) {
      g_autofree char *label = scrutiny_timeline_dup_label (teller->timeline, i);
      g_strv_builder_add (names, label);
    }
  }
  g_auto (GStrv) periods = g_strv_builder_end (names);
  teller_add_count (facts, "n_beyond", n_beyond);
  teller_add_texts (facts, "periods", (const char *const *) periods);

  return n_beyond;
}

/* After the shifts: what remains around the levels and lines between them. */
static void
tell_movement (Teller *teller, const TrendReading *self)
{
  const double ordinary = TREND_ORDINARY * scrutiny_shifts_get_spread (self->shifts);
  const guint n = (guint) scrutiny_series_get_n_values (self->series);

  if (!(ordinary > 0))
    return;

  GArray *facts = teller_begin (teller);
  const guint n_beyond = find_beyond (teller, self, ordinary, facts);
  teller_add_number (facts, "ordinary", ordinary);
  teller_add_period (teller, facts, "first", 0);
  teller_add_period (teller, facts, "last", n - 1);
  teller_add_count (facts, "n", self->n_usable);
  teller_say (teller, "trend.movement",
              n_beyond == 0
                  ? "Ordinary {step}-to-{step} movement around that is up to about ±{ordinary:.D}; "
                    "nothing else from {first:period} to {last:period} stands out beyond it."
              : n_beyond <= MOST_NAMED
                  ? "Ordinary {step}-to-{step} movement around that is up to about ±{ordinary:.D}; "
                    "{n_beyond} of {n} {steps} {n_beyond|stands|stand} out beyond it: {periods}."
                  : "Ordinary {step}-to-{step} movement around that is up to about ±{ordinary:.D}; "
                    "{n_beyond} of {n} {steps} stand out beyond it, {periods} among them.",
              n_beyond == 0            ? NULL
              : n_beyond <= MOST_NAMED ? "What was different in {periods}?"
                                       : "What do the {steps} that stand out have in common?",
              facts);
}

/* The latest change first, for that is how things are now. */
static void
tell_shifts (Teller *teller, const TrendReading *self)
{
  g_autoptr (GPtrArray) found = scrutiny_result_dup_findings (SCRUTINY_RESULT (self->shifts));

  for (guint k = found->len; k > 0; k--)
    if (g_str_equal (scrutiny_finding_get_id (found->pdata[k - 1]), "trend.shift"))
      g_ptr_array_add (teller->findings, g_object_ref (found->pdata[k - 1]));
}

/* Where the whole goes one way and its last stretch the other. */
static void
tell_mixed (Teller *teller, const TrendReading *self)
{
  const ScrutinyDirection whole =
      self->slope ? scrutiny_slope_get_direction (self->slope) : SCRUTINY_DIRECTION_NONE;
  const double last = trend_reading_get_last_movement (self);
  const guint n = (guint) scrutiny_series_get_n_values (self->series);

  if (!self->has_shifts || whole == SCRUTINY_DIRECTION_NONE || !(fabs (last) > 0) ||
      (last > 0) == (whole == SCRUTINY_DIRECTION_UP))
    return;

  g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (self->shifts);
  GArray *facts = teller_begin (teller);
  teller_add_period (teller, facts, "first", 0);
  teller_add_period (teller, facts, "last", n - 1);
  teller_add_text (facts, "since", scrutiny_shift_get_at (all->pdata[all->len - 1]));
  teller_say (teller, "trend.mixed",
              whole == SCRUTINY_DIRECTION_UP
                  ? "Over all of {first:period} to {last:period} the figure tended to rise; its "
                    "last change, in {since:period}, went the other way."
                  : "Over all of {first:period} to {last:period} the figure tended to fall; its "
                    "last change, in {since:period}, went the other way.",
              "Which of the two does the service expect to go on?", facts);
}

/* “None found” is never said without what would have been; what was found stands before it. */
static void
tell_none (Teller *teller, const TrendReading *self)
{
  const ShiftSearch *search = shifts_get_search (self->shifts);
  const guint n = (guint) scrutiny_series_get_n_values (self->series);

  if (search->pieces->len == 0)
    return;

  const ShiftPiece *whole = &g_array_index (search->pieces, ShiftPiece, 0);
  GArray *facts = teller_begin (teller);
  teller_add_period (teller, facts, "first", 0);
  teller_add_period (teller, facts, "last", n - 1);
  teller_add_count (facts, "n", self->n_usable);
  teller_add_number (facts, "level", whole->mean);
  teller_add_number (facts, "slope", whole->slope);
  teller_add_number (facts, "smallest", search->smallest);
  teller_say (teller, "trend.no-shift",
              isfinite (search->smallest)
                  ? "No lasting change of level or slope stands out; a change of level by "
                    "{smallest:.D} half-way would have been found in four of five such series."
                  : "No lasting change of level or slope could have been found in {n} {steps}.",
              isfinite (search->smallest) ? "What would have to change in the work for this figure "
                                            "to move by {smallest:.D}?"
                                          : "How did this figure move before {first:period}?",
              facts);
}

static void
take_all (Teller *teller, ScrutinyResult *result)
{
  g_autoptr (GPtrArray) found = scrutiny_result_dup_findings (result);

  for (guint k = 0; k < found->len; k++)
    g_ptr_array_add (teller->findings, g_object_ref (found->pdata[k]));
}

static gboolean
is_steady (const TrendReading *self)
{
  return self->slope && scrutiny_slope_get_direction (self->slope) != SCRUTINY_DIRECTION_NONE;
}

/* A line throughout, by its steady pace where it has one. */
static void
tell_line (Teller *teller, const TrendReading *self)
{
  if (is_steady (self)) {
    take_all (teller, SCRUTINY_RESULT (self->slope));
    tell_movement (teller, self);
    tell_none (teller, self);
    return;
  }

  g_autoptr (GPtrArray) found = scrutiny_result_dup_findings (SCRUTINY_RESULT (self->shifts));
  for (guint k = 0; k < found->len; k++)
    if (g_str_equal (scrutiny_finding_get_id (found->pdata[k]), "trend.no-shift"))
      g_ptr_array_add (teller->findings, g_object_ref (found->pdata[k]));
  tell_movement (teller, self);
}

/* What the chart shows, that no lasting change was found, and a steady movement. */
static void
tell_level (Teller *teller, const TrendReading *self)
{
  if (self->widening > 1)
    alike_tell_run (teller, self);
  else
    take_all (teller, SCRUTINY_RESULT (self->chart));
  if (self->shifts)
    tell_none (teller, self);
  if (is_steady (self))
    take_all (teller, SCRUTINY_RESULT (self->slope));
}

/* How far ordinary movement goes, and how far once it is allowed for that neighbours are
 * alike; FALSE where there are no limits.
 */
static gboolean
add_widening (const TrendReading *self, GArray *facts, double *ordinary)
{
  gsize n = 0;
  ScrutinyTable *points = scrutiny_chart_get_points (self->chart);
  const double *centre = scrutiny_table_get_doubles (points, "centre", &n);
  const double *upper = scrutiny_table_get_doubles (points, "upper", NULL);

  *ordinary = n > 0 ? upper[n - 1] - centre[n - 1] : NAN;
  if (trend_reading_has_pieces (self))
    *ordinary = TREND_ORDINARY * scrutiny_shifts_get_spread (self->shifts);
  teller_add_number (facts, "ordinary", *ordinary);
  teller_add_number (facts, "widened", *ordinary * self->widening);
  teller_add_number (facts, "widening", self->widening);

  return isfinite (*ordinary);
}

/* Around the average the widened limits are those that count, and what lies beyond is named. */
static void
tell_dependence (Teller *teller, const TrendReading *self)
{
  g_autoptr (GArray) facts = teller_begin (teller);
  double ordinary;
  guint n_beyond = 0;

  if (self->widening <= 1 || !add_widening (self, facts, &ordinary))
    return;
  if (!trend_reading_has_pieces (self))
    n_beyond = find_beyond (teller, self, ordinary * self->widening, facts);
  teller_add_number (facts, "r", self->lag_one.r);
  teller_add_number (facts, "low", self->lag_one.low);
  teller_add_number (facts, "high", self->lag_one.high);
  teller_say (
      teller, "trend.dependence",
      n_beyond == 0
          ? "Neighbouring {steps} resemble each other more than chance would make them "
            "(correlation {r:.2}, between {low:.2} and {high:.2}), so runs and high or low "
            "{steps} come more easily. With that allowed for, ordinary movement goes up to about "
            "±{widened:.D}, not ±{ordinary:.D}."
      : n_beyond <= MOST_NAMED
          ? "Neighbouring {steps} resemble each other more than chance would make them "
            "(correlation {r:.2}, between {low:.2} and {high:.2}), so runs and high or low "
            "{steps} come more easily. With that allowed for, ordinary movement goes up to about "
            "±{widened:.D}, not ±{ordinary:.D}; {n_beyond} {n_beyond|lies|lie} beyond: {periods}."
          : "Neighbouring {steps} resemble each other more than chance would make them "
            "(correlation {r:.2}, between {low:.2} and {high:.2}), so runs and high or low "
            "{steps} come more easily. With that allowed for, ordinary movement goes up to about "
            "±{widened:.D}, not ±{ordinary:.D}; {n_beyond} lie beyond, {periods} among them.",
      n_beyond == 0            ? "What carries over from one {step} to the next?"
      : n_beyond <= MOST_NAMED ? "What was different in {periods}?"
                               : "What do the {steps} that lie beyond have in common?",
      g_steal_pointer (&facts));
}

static void
tell_bound (Teller *teller, const TrendReading *self, const TrendBound *bound)
{
  GArray *facts;

  if (bound->n_at == 0)
    return;

  facts = teller_begin (teller);
  teller_add_count (facts, "n_at", bound->n_at);
  teller_add_count (facts, "n", self->n_usable);
  teller_add_number (facts, "bound", bound->value);
  if (bound->is_upper)
    teller_say (teller, "trend.ceiling",
                bound->is_known
                    ? "In {n_at} of {n} {steps} the figure stands at {bound}, the most there can "
                      "be: it cannot show any movement beyond."
                    : "In {n_at} of {n} {steps} the figure stands at {bound}, the highest it was: "
                      "if it cannot be higher, it cannot show any movement beyond.",
                "What would show a difference between those {steps}?", facts);
  else
    teller_say (teller, "trend.floor",
                bound->is_known
                    ? "In {n_at} of {n} {steps} the figure stands at {bound}, the least there can "
                      "be: it cannot show any movement beyond."
                    : "In {n_at} of {n} {steps} the figure stands at {bound}, the lowest it was: "
                      "if it cannot be lower, it cannot show any movement beyond.",
                "What would show a difference between those {steps}?", facts);
}

static const char *const rungs[] = {
  [TREND_LADDER_VALUES] = "{n} {steps} are enough to see between which values the figure moved, "
                          "and too few for limits, a season, a slope or the date of a change.",
  [TREND_LADDER_LIMITS] = "{n} {steps} are enough for first limits and for a large change, which "
                          "further {steps} may still move, and too few for a season or a slope.",
  [TREND_LADDER_LARGE] = "{n} {steps} are enough to see large movements; one of about twice the "
                         "ordinary spread is missed more often than it is noticed.",
};

static void
tell_rung (Teller *teller, const TrendReading *self)
{
  if (self->ladder == TREND_LADDER_NOTHING || self->ladder == TREND_LADDER_ALL)
    return;

  GArray *facts = teller_begin (teller);
  teller_add_count (facts, "n", self->n_usable);
  teller_add_period (teller, facts, "first", find_first (self));
  teller_say (teller, "trend.short", rungs[self->ladder],
              "What were the figures before {first:period}?", facts);
}

/* Whether anything is told that a season could look like. */
static gboolean
tells_change (const TrendReading *self)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (self->chart);

  return self->has_shifts || is_steady (self) || signals->len > 0;
}

/* A year and a bit of months: its season alone could look like change. */
static void
tell_one_round (Teller *teller, const TrendReading *self)
{
  const guint season =
      (guint) season_of_calendar (scrutiny_timeline_get_calendar (teller->timeline));
  gsize n;
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (teller->timeline, &n);

  if (season < 4 || self->asked.is_off || self->ladder < TREND_LADDER_LIMITS ||
      ordinals[n - 1] - ordinals[0] + 1 >= 2 * season || !tells_change (self))
    return;

  GArray *facts = teller_begin (teller);
  teller_add_count (facts, "n", self->n_usable);
  teller_add_count (facts, "season", season);
  teller_add_period (teller, facts, "first", find_first (self));
  teller_say (teller, "trend.one-round",
              "{n} {steps} are less than twice round a season of {season} {steps}, so a season "
              "alone could look like any change told here.",
              "Does the figure move like this every time round; what was it before {first:period}?",
              facts);
}

GPtrArray *
trend_findings_dup (const TrendReading *self, ScrutinyMethod *method)
{
  Teller teller = teller_make (self->series, last_sigma (self), method);

  if (self->ladder == TREND_LADDER_NOTHING)
    return teller.findings;

  tell_season (&teller, self);
  if (self->has_shifts) {
    tell_shifts (&teller, self);
    tell_movement (&teller, self);
    tell_mixed (&teller, self);
  } else if (self->has_line) {
    tell_line (&teller, self);
  } else {
    tell_level (&teller, self);
  }
  tell_dependence (&teller, self);
  tell_bound (&teller, self, &self->ceiling);
  tell_bound (&teller, self, &self->floor);
  tell_one_round (&teller, self);
  tell_rung (&teller, self);

  return teller.findings;
}
