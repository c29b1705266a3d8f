/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/slope-findings.h"

#include "trend/teller.h"

#include <math.h>

/* Chances beyond this are not counted out. */
#define MOST_SERIES 1000000.0

char *
slope_findings_dup_cannot_tell (const SlopeReading *self)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->figures.series);
  const StepWords words = step_words_get (scrutiny_timeline_get_calendar (timeline));

  if (self->n_usable >= SLOPE_FEWEST_POINTS)
    return g_strdup (self->reason);

  g_autofree char *count = step_words_dup_count (words, self->n_usable);
  g_autofree char *more = step_words_dup_count (words, SLOPE_FEWEST_POINTS - self->n_usable);

  return g_strdup_printf ("%s: a slope needs %d; ask for at least %s more", count,
                          SLOPE_FEWEST_POINTS, more);
}

/* One series in so many, with two digits. */
static double
series_for (double p)
{
  const double n = p > 0 ? 1 / p : MOST_SERIES;
  const double unit = pow (10, MAX (0, floor (log10 (n)) - 1));

  return MIN (MOST_SERIES, unit * round (n / unit));
}

static gboolean
has_pace (const SlopeReading *self)
{
  return self->n_usable >= SLOPE_FEWEST_FOR_PACE && isfinite (self->dependent.low) &&
         isfinite (self->dependent.high);
}

/* Steady enough, whatever the values have in common with those before. */
static gboolean
is_steady (const SlopeReading *self, const SlopeChance *chance)
{
  return chance->p < 1 - self->level && slope_reading_get_sign (self) != 0;
}

/* Facts that every sentence has; the pace is without its sign. */
static GArray *
begin (Teller *teller, const SlopeReading *self, const SlopeChance *chance)
{
  const double steps = slope_steps_in_a_year (scrutiny_timeline_get_calendar (teller->timeline));
  const double sign = self->slope < 0 ? -1 : 1;
  GArray *facts = teller_begin (teller);

  teller_add_period (teller, facts, "first", self->first);
  teller_add_period (teller, facts, "last", self->last);
  teller_add_count (facts, "n", self->n_usable);
  teller_add_count (facts, "places", self->figures.n_places);
  teller_add_count (facts, "one_in", (guint64) series_for (chance->p));
  teller_add_number (facts, "p", self->plain.p);
  teller_add_number (facts, "p_dependent", self->dependent.p);
  teller_add_number (facts, "slope", self->slope);
  teller_add_number (facts, "rate", sign * self->slope * steps);
  teller_add_number (facts, "rate_low",
                     steps * MIN (sign * self->dependent.low, sign * self->dependent.high));
  teller_add_number (facts, "rate_high",
                     steps * MAX (sign * self->dependent.low, sign * self->dependent.high));

  return facts;
}

static void
tell_same (Teller *teller, const SlopeReading *self)
{
  GArray *facts = begin (teller, self, &self->plain);

  teller_add_number (facts, "value", scrutiny_series_get_value (self->figures.series, self->first));
  teller_say (teller, "trend.no-slope",
              "From {first:period} to {last:period} all {n} values are {value}.",
              "What would have to happen for the figure to move?", facts);
}

static char *
dup_chance (const SlopeChance *chance, const char *what)
{
  return g_strdup_printf (chance->p <= 1 / MOST_SERIES
                              ? "%s would arise by chance in fewer than 1 series in {one_in:n}"
                              : "%s would arise by chance in about 1 series in {one_in:n}",
                          what);
}

/* Whose movement it is. */
typedef struct {
  const char *who, *they;
} Subject;

static Subject
subject_of (const SlopeReading *self)
{
  static const Subject one = { "the figure", "it" };
  static const Subject several = { "the {places} series taken together", "they" };

  return self->figures.n_places > 1 ? several : one;
}

static void
tell_movement (Teller *teller, const SlopeReading *self)
{
  const char *moved = self->slope > 0 ? "rose" : "fell";
  const char *other = self->slope > 0 ? "fell" : "rose";
  const Subject subject = subject_of (self);
  g_autofree char *chance = dup_chance (&self->dependent, "movement this steady");
  g_autofree char *said = NULL;

  if (has_pace (self) && self->dependent.low < self->dependent.high)
    said = g_strdup_printf ("From {first:period} to {last:period} %s %s by about {rate:.D} "
                            "a year (between {rate_low:.D} and {rate_high:.D}); %s.",
                            subject.who, moved, chance);
  else if (has_pace (self))
    said = g_strdup_printf ("From {first:period} to {last:period} %s %s by {rate:.D} a "
                            "year; %s.",
                            subject.who, moved, chance);
  else
    said = g_strdup_printf ("From {first:period} to {last:period} %s %s more often than %s "
                            "%s; %s. {n} {steps} are too few to say how fast.",
                            subject.who, moved, subject.they, other, chance);
  teller_say (teller, "trend.slope", said,
              "What was changing from {first:period} to {last:period}?",
              begin (teller, self, &self->dependent));
}

static void
tell_dependent (Teller *teller, const SlopeReading *self)
{
  const char *moved = self->slope > 0 ? "rose" : "fell";
  g_autofree char *said = g_strdup_printf (
      "From {first:period} to {last:period} the figure mostly %s, but each {step} resembles the "
      "one before, and such a series moves as steadily by chance alone in about 1 of {one_in:n}: "
      "whether it will go on cannot be told.",
      moved);

  teller_say (teller, "trend.slope", said, "What carries over from one {step} to the next?",
              begin (teller, self, &self->dependent));
}

/* Several places that rise and fall together are not as many witnesses. */
static void
tell_together (Teller *teller, const SlopeReading *self)
{
  g_autofree char *said = g_strdup_printf (
      "From {first:period} to {last:period} the {places} series taken together mostly %s, but they "
      "rise and fall together, and such series move as steadily by chance alone in about 1 of "
      "{one_in:n}: whether it will go on cannot be told.",
      self->slope > 0 ? "rose" : "fell");

  teller_say (teller, "trend.slope", said, "What moves all {places} series at once?",
              begin (teller, self, &self->dependent));
}

/* What is left of the score has no pace of its own. */
static void
tell_partial (Teller *teller, const SlopeReading *self)
{
  const int sign = slope_reading_get_sign (self);
  g_autofree char *chance = dup_chance (&self->dependent, "movement this steady");
  g_autofree char *moved = g_strdup_printf (
      "Apart from what goes along with the covariate, the figure %s more often than it %s from "
      "{first:period} to {last:period}; %s.",
      sign > 0 ? "rose" : "fell", sign > 0 ? "fell" : "rose", chance);

  if (is_steady (self, &self->dependent))
    teller_say (teller, "trend.slope", moved,
                "What else was changing from {first:period} to {last:period}?",
                begin (teller, self, &self->dependent));
  else
    teller_say (teller, "trend.no-slope",
                "Apart from what goes along with the covariate, there is no steady movement from "
                "{first:period} to {last:period} beyond what chance gives.",
                "Does the covariate explain the figure, or do both follow something else?",
                begin (teller, self, &self->dependent));
}

static void
tell_split (Teller *teller, const SlopeReading *self)
{
  GArray *facts = begin (teller, self, &self->dependent);
  g_autofree char *chance = dup_chance (&self->dependent, "a split this clear");
  g_autofree char *said = g_strdup_printf ("From {first:period} to {last:period} the values from "
                                           "{at:period} on are mostly %s than those "
                                           "before; %s.",
                                           self->s > 0 ? "higher" : "lower", chance);

  teller_add_period (teller, facts, "at", self->at);
  if (is_steady (self, &self->dependent))
    teller_say (teller, "trend.split", said, "What was different from {at:period} on?", facts);
  else
    teller_say (teller, "trend.no-split",
                "From {first:period} to {last:period} no date parts lower values from higher ones "
                "beyond what chance gives.",
                "Was anything meant to change from {first:period} to {last:period}, and how soon "
                "should it show?",
                facts);
}

static void
tell_nothing (Teller *teller, const SlopeReading *self)
{
  const char *said =
      has_pace (self)
          ? "From {first:period} to {last:period} there is no steady movement beyond what chance "
            "gives: anything from {rate_low:.D} to {rate_high:.D} a year would fit the figures."
          : "From {first:period} to {last:period} there is no steady movement beyond what chance "
            "gives; {n} {steps} are too few to see any but a very steady one.";

  teller_say (teller, "trend.no-slope", said,
              "Was anything meant to change from {first:period} to {last:period}, and how soon "
              "should it show?",
              begin (teller, self, &self->dependent));
}

/* How finely a yearly pace is told: with the first digit of what it is uncertain by, or two
 * where that is 1 to 3.
 */
static double
spread_of (const SlopeReading *self)
{
  const double steps = slope_steps_in_a_year (
      scrutiny_timeline_get_calendar (scrutiny_series_get_timeline (self->figures.series)));
  const double half = (self->dependent.high - self->dependent.low) / 2;

  return steps * (half > 0 && isfinite (half) ? 3 * half : fabs (self->slope));
}

GPtrArray *
slope_findings_dup (const SlopeReading *self, ScrutinyMethod *method)
{
  Teller teller = teller_make (self->figures.series, spread_of (self), method);

  if (self->n_usable < SLOPE_FEWEST_POINTS || self->reason)
    return teller.findings;
  if (self->is_same && self->figures.n_places == 1)
    tell_same (&teller, self);
  else if (self->test == SLOPE_TEST_PARTIAL)
    tell_partial (&teller, self);
  else if (self->test == SLOPE_TEST_PETTITT)
    tell_split (&teller, self);
  else if (is_steady (self, &self->dependent))
    tell_movement (&teller, self);
  else if (is_steady (self, &self->plain) && self->figures.n_places > 1)
    tell_together (&teller, self);
  else if (is_steady (self, &self->plain))
    tell_dependent (&teller, self);
  else
    tell_nothing (&teller, self);

  return teller.findings;
}
