/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/slope-reading.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/timeline-private.h"
#include "trend/season.h"
#include "trend/shared-data.h"
#include "trend/slope-score.h"
#include "trend/step-words.h"

#include <math.h>

#define FEWEST_CYCLES 3
#define MOST_SQUARE 32768

double
slope_steps_in_a_year (ScrutinyCalendar calendar)
{
  switch (calendar) {
  case SCRUTINY_CALENDAR_DAY:
    return 365.2425;
  case SCRUTINY_CALENDAR_WEEK:
    return 365.2425 / 7;
  case SCRUTINY_CALENDAR_MONTH:
    return 12;
  case SCRUTINY_CALENDAR_QUARTER:
  case SCRUTINY_CALENDAR_FINANCIAL_QUARTER:
    return 4;
  case SCRUTINY_CALENDAR_HALF:
  case SCRUTINY_CALENDAR_FINANCIAL_HALF:
    return 2;
  default:
    return 1;
  }
}

static const SharedDataWords shared_data = {
  .to_date = "a slope through them would say how a year fills up",
  .then = "hand in that",
  .rolling = "chance alone would look like a steady movement",
};
static const SharedDataWords covariate_shared_data = {
  .whose = "Covariate",
  .to_date = "what goes along with it would say how a year fills up",
  .then = "hand in that",
  .rolling = "chance alone would look like going along with it",
};

static gboolean
refuse_level (double level, GError **error)
{
  char text[NUMBER_TEXT_SIZE];

  number_show (level, text);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "level", text,
                         "Level: %s is not between 0 and 1; give a share, usually 0.95", text);

  return FALSE;
}

static gsize
usual_period (ScrutinyCalendar calendar)
{
  const double steps = slope_steps_in_a_year (calendar);

  return calendar == SCRUTINY_CALENDAR_DAY || calendar == SCRUTINY_CALENDAR_WEEK ? 1
                                                                                 : (gsize) steps;
}

static gboolean
refuse_test (const SlopeReading *self, int code, const char *what, GError **error)
{
  const char *name = slope_test_get_kind (self->test)->name;

  scrutiny_set_error_at (error, (ScrutinyError) code, 0, "test", name, "Test %s: %s", name, what);

  return FALSE;
}

/* What is handed in decides where the test is not named. */
static gboolean
read_test (SlopeReading *self, const char *name, gboolean *is_auto, GError **error)
{
  const gboolean is_regional = self->figures.n_places != 1 || self->is_panel;
  const gboolean is_partial = self->figures.covariate != NULL;

  *is_auto = !name || g_str_equal (name, "auto");
  self->test = is_regional  ? SLOPE_TEST_REGIONAL
               : is_partial ? SLOPE_TEST_PARTIAL
                            : SLOPE_TEST_MANN_KENDALL;
  if (*is_auto)
    return TRUE;
  if (!slope_test_parse (name, &self->test, error))
    return FALSE;
  if (self->test == SLOPE_TEST_REGIONAL && !is_regional)
    return refuse_test (self, SCRUTINY_ERROR_MISMATCH,
                        "it is of several places; hand in a panel of them", error);
  if (self->test == SLOPE_TEST_PARTIAL && !is_partial)
    return refuse_test (self, SCRUTINY_ERROR_MISMATCH,
                        "it needs a second figure that may explain the first; hand in a covariate",
                        error);
  if (self->test != SLOPE_TEST_REGIONAL && is_regional)
    return refuse_test (self, SCRUTINY_ERROR_MISMATCH,
                        "it is of one series; hand in one, or ask for regional", error);
  if (self->test != SLOPE_TEST_PARTIAL && is_partial)
    return refuse_test (self, SCRUTINY_ERROR_MISMATCH,
                        "it takes no covariate; leave it out, or ask for partial", error);

  return TRUE;
}

/* How many seasons the test may keep apart, if there are cycles enough. */
static gboolean
read_season (SlopeReading *self, const SeasonAsked *season, gboolean is_auto, GError **error)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->figures.series);
  const SlopeSeasons takes = slope_test_get_kind (self->test)->seasons;
  const gsize asked = season->n_periods ? season->periods[season->n_periods - 1] : 1;
  const gsize usual = usual_period (scrutiny_timeline_get_calendar (timeline));

  if (is_auto || takes == SLOPE_SEASONS_WHERE_THERE_ARE_ANY) {
    self->period = season->is_off ? 1 : season->n_periods ? asked : usual;
    return TRUE;
  }
  if (takes == SLOPE_SEASONS_NONE) {
    self->period = 1;
    return asked == 1 ||
           refuse_test (self, SCRUTINY_ERROR_MISMATCH,
                        "it compares all values with each other; leave the season out, or ask for "
                        "seasonal-mann-kendall",
                        error);
  }
  self->period = season->is_off ? 1 : season->n_periods ? asked : usual;

  return self->period > 1 ||
         refuse_test (self, SCRUTINY_ERROR_MISMATCH,
                      "it needs a season; say how many periods make one, such as 12, or ask for "
                      "mann-kendall",
                      error);
}

static gboolean
read_options (SlopeReading *self, ScrutinyTrendOptions *options, gboolean *is_auto, GError **error)
{
  g_autoptr (ScrutinyTrendOptions) usual = options ? NULL : scrutiny_trend_options_new ();
  ScrutinyTrendOptions *asked = options ? options : usual;
  SeasonAsked season = { 0 };

  self->level = scrutiny_trend_options_get_level (asked);
  if (!(self->level > 0 && self->level < 1))
    return refuse_level (self->level, error);

  return season_parse (scrutiny_trend_options_get_season (asked), &season, error) &&
         read_test (self, scrutiny_trend_options_get_test (asked), is_auto, error) &&
         read_season (self, &season, *is_auto, error);
}

static void
look_at_place (SlopeReading *self, const double *values)
{
  double like = NAN;

  for (gsize i = 0; i < self->figures.n; i++) {
    if (isnan (values[i]))
      continue;
    self->n_values++;
    self->is_same = self->is_same && (isnan (like) || values[i] == like);
    like = values[i];
  }
}

static void
find_values (SlopeReading *self)
{
  self->is_same = TRUE;
  for (guint k = 0; k < self->figures.n_places; k++)
    look_at_place (self, self->figures.places[k]);
  for (gsize i = 0; i < self->figures.n; i++) {
    gboolean is_there = FALSE;

    for (guint k = 0; !is_there && k < self->figures.n_places; k++)
      is_there = !isnan (self->figures.places[k][i]);
    if (!is_there)
      continue;
    if (self->n_usable++ == 0)
      self->first = (guint) i;
    self->last = (guint) i;
  }
}

/* Too few cycles, or hardly a value on its calendar: seasons are not kept apart. */
static void
settle_period (SlopeReading *self, gboolean is_auto)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->figures.series);
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (timeline, NULL);
  const guint64 n_steps = (guint64) (ordinals[self->last] - ordinals[self->first]) + 1;
  const SlopeTestKind *kind = slope_test_get_kind (self->test);

  if (self->period > 1 &&
      (n_steps / self->period < FEWEST_CYCLES || n_steps > 64 * (guint64) self->n_usable)) {
    self->period = 1;
    if (!is_auto && kind->seasons == SLOPE_SEASONS_NEEDED)
      self->reason = g_strdup_printf ("Seasons are compared with their like from %d rounds of "
                                      "them on, and there are not as many; ask for mann-kendall",
                                      FEWEST_CYCLES);
  }
  if (is_auto && self->test == SLOPE_TEST_MANN_KENDALL && self->period > 1)
    self->test = SLOPE_TEST_SEASONAL;
  self->n_columns = self->period * self->figures.n_places;
}

static gboolean
is_whole (const SlopeReading *self)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->figures.series);
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (timeline, NULL);

  return ordinals[self->last] - ordinals[self->first] + 1 == (gint64) self->n_usable;
}

static gboolean
check_size (const SlopeReading *self, const SlopeGrid *grid, GError **error)
{
  const SlopeTestKind *kind = slope_test_get_kind (self->test);

  if (kind->is_of_neighbours && !is_whole (self))
    return refuse_test (self, SCRUTINY_ERROR_UNSUITABLE,
                        "it compares each value with the one before, and some periods are missing; "
                        "ask for mann-kendall, which allows for that",
                        error);
  if (kind->is_square && grid->n > MOST_SQUARE)
    return refuse_test (self, SCRUTINY_ERROR_LIMIT,
                        "there are more than 32768 values, and its time grows as their square; ask "
                        "for mann-kendall or seasonal-mann-kendall, or hand in fewer",
                        error);

  return TRUE;
}

static gboolean
refuse_values (GError **error)
{
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                         "Series: the values are too far apart for a slope to be a number; check "
                         "the figures, or hand in all of them in a larger unit");

  return FALSE;
}

static const SlopeChance nothing = { NAN, NAN, NAN, NAN, NAN };

static void
forget_numbers (SlopeReading *self)
{
  self->s = self->tau_a = self->tau_b = self->slope = self->correlation = NAN;
  self->plain = self->dependent = nothing;
  self->is_exact = FALSE;
}

/* @self holds the figures. */
static gboolean
read_figures (SlopeReading *self, ScrutinyTrendOptions *options, GError **error)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->figures.series);
  gboolean is_auto;

  forget_numbers (self);
  if (!shared_data_refuse (timeline, &shared_data, error) ||
      !read_options (self, options, &is_auto, error))
    return FALSE;
  find_values (self);
  self->n_columns = self->period = self->n_usable < SLOPE_FEWEST_POINTS ? 1 : self->period;
  if (self->n_usable < SLOPE_FEWEST_POINTS)
    return TRUE;

  settle_period (self, is_auto);
  if (self->reason)
    return TRUE;
  g_auto (SlopeGrid) grid = slope_grid_make (&self->figures, self->period, self->first, self->last);
  if (!check_size (self, &grid, error))
    return FALSE;
  if (slope_score (self, &grid) != KERNEL_OK)
    return refuse_values (error);
  if (self->reason)
    forget_numbers (self);

  return TRUE;
}

gboolean
slope_reading_init (SlopeReading *self,
                    ScrutinySeries *series,
                    ScrutinyTrendOptions *options,
                    GError **error)
{
  *self = (SlopeReading){ 0 };
  slope_figures_init (&self->figures, series);

  return read_figures (self, options, error);
}

gboolean
slope_reading_init_partial (SlopeReading *self,
                            ScrutinySeries *series,
                            ScrutinySeries *covariate,
                            ScrutinyTrendOptions *options,
                            GError **error)
{
  *self = (SlopeReading){ 0 };

  return slope_figures_init_partial (&self->figures, series, covariate, error) &&
         shared_data_refuse (scrutiny_series_get_timeline (covariate), &covariate_shared_data,
                             error) &&
         read_figures (self, options, error);
}

gboolean
slope_reading_init_regional (SlopeReading *self,
                             ScrutinyPanel *panel,
                             ScrutinyTrendOptions *options,
                             GError **error)
{
  *self = (SlopeReading){ .is_panel = TRUE };

  return slope_figures_init_regional (&self->figures, panel, error) &&
         read_figures (self, options, error);
}

void
slope_reading_clear (SlopeReading *self)
{
  slope_figures_clear (&self->figures);
  g_clear_pointer (&self->reason, g_free);
}

int
slope_reading_get_sign (const SlopeReading *self)
{
  const double moved =
      self->test == SLOPE_TEST_PARTIAL || self->test == SLOPE_TEST_PETTITT ? self->s : self->slope;

  return (moved > 0) - (moved < 0);
}
