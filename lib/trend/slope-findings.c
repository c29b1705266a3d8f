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
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->series);
  const StepWords words = step_words_get (scrutiny_timeline_get_calendar (timeline));

  if (self->n_usable >= SLOPE_FEWEST_POINTS)
    return NULL;

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
  return chance->p < 1 - self->level && self->slope != 0;
}

/* Facts that every sentence has; the pace is without its sign. */
static GVariantDict *
begin (Teller *teller, const SlopeReading *self, const SlopeChance *chance)
{
  const double steps = slope_steps_in_a_year (scrutiny_timeline_get_calendar (teller->timeline));
  const double sign = self->slope < 0 ? -1 : 1;
  GVariantDict *facts = teller_begin (teller);

  teller_add_period (teller, facts, "first", self->first);
  teller_add_period (teller, facts, "last", self->last);
  g_variant_dict_insert (facts, "n", "x", (gint64) self->n_usable);
  g_variant_dict_insert (facts, "one_in", "x", (gint64) series_for (chance->p));
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
  GVariantDict *facts = begin (teller, self, &self->plain);

  teller_add_number (facts, "value", scrutiny_series_get_value (self->series, self->first));
  teller_say (teller, "trend.no-slope",
              "From {first:period} to {last:period} all {n} values are {value}.",
              "What would have to happen for the figure to move?", facts);
}

static char *
dup_chance (const SlopeChance *chance)
{
  return g_strdup (chance->p <= 1 / MOST_SERIES
                       ? "movement this steady would arise by chance in fewer than 1 series in "
                         "{one_in:n}"
                       : "movement this steady would arise by chance in about 1 series in "
                         "{one_in:n}");
}

static void
tell_movement (Teller *teller, const SlopeReading *self)
{
  const char *moved = self->slope > 0 ? "rose" : "fell";
  const char *other = self->slope > 0 ? "fell" : "rose";
  g_autofree char *chance = dup_chance (&self->dependent);
  g_autofree char *said = NULL;

  if (has_pace (self) && self->dependent.low < self->dependent.high)
    said = g_strdup_printf ("From {first:period} to {last:period} the figure %s by about {rate:.D} "
                            "a year (between {rate_low:.D} and {rate_high:.D}); %s.",
                            moved, chance);
  else if (has_pace (self))
    said = g_strdup_printf ("From {first:period} to {last:period} the figure %s by {rate:.D} a "
                            "year; %s.",
                            moved, chance);
  else
    said = g_strdup_printf ("From {first:period} to {last:period} the figure %s more often than it "
                            "%s; %s. {n} {steps} are too few to say how fast.",
                            moved, other, chance);
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
      scrutiny_timeline_get_calendar (scrutiny_series_get_timeline (self->series)));
  const double half = (self->dependent.high - self->dependent.low) / 2;

  return steps * (half > 0 && isfinite (half) ? 3 * half : fabs (self->slope));
}

GPtrArray *
slope_findings_dup (const SlopeReading *self, ScrutinyMethod *method)
{
  Teller teller = teller_make (self->series, spread_of (self), method);

  if (self->n_usable < SLOPE_FEWEST_POINTS)
    return teller.findings;
  if (self->is_same)
    tell_same (&teller, self);
  else if (is_steady (self, &self->dependent))
    tell_movement (&teller, self);
  else if (is_steady (self, &self->plain))
    tell_dependent (&teller, self);
  else
    tell_nothing (&teller, self);

  return teller.findings;
}
