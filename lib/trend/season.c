/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/season.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "base/timeline-private.h"
#include "kernel/median.h"
#include "kernel/mstl.h"
#include "kernel/strength.h"
#include "trend/one-step.h"
#include "trend/step-words.h"

#include <math.h>
#include <string.h>

#define N_PASSES 2
#define FEWEST_SEASONS 3
#define FEWEST_VALUES 20
#define LONGEST_PERIOD 100000
#define MOST_SHOWN 40

/* So many spreads from season and trend a value does not shape them. */
#define SPREADS_FAR 4.5
#define MEDIAN_TO_SPREAD 1.4826
#define MOST_FAR 4 /* one value in so many, at most */
#define MOST_ROUNDS 5

/* Of all periods of the calendar, how many may hold no value. */
#define MOST_EMPTY 0.5

static gboolean
refuse_text (const char *text, GError **error)
{
  g_autofree char *said = printable_dup (text, MOST_SHOWN);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "season", text,
                         "Season: “%s” is no season; give auto, none, the periods in one, such as "
                         "12, or in up to four, rising, such as 7,365",
                         said);

  return FALSE;
}

gboolean
season_parse (const char *text, SeasonAsked *asked, GError **error)
{
  asked->n_periods = 0;
  asked->is_off = g_strcmp0 (text, "none") == 0;
  if (!text || asked->is_off || g_str_equal (text, "auto"))
    return TRUE;

  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  const guint n_parts = g_strv_length (parts);
  if (n_parts == 0 || n_parts > SEASON_MOST)
    return refuse_text (text, error);
  for (guint k = 0; k < n_parts; k++) {
    guint64 period;

    if (!g_ascii_string_to_unsigned (g_strstrip (parts[k]), 10, 2, LONGEST_PERIOD, &period, NULL) ||
        (k > 0 && period <= asked->periods[k - 1]))
      return refuse_text (text, error);
    asked->periods[k] = (gsize) period;
  }
  asked->n_periods = n_parts;

  return TRUE;
}

gsize
season_of_calendar (ScrutinyCalendar calendar)
{
  switch (calendar) {
  case SCRUTINY_CALENDAR_DAY:
    return 7;
  case SCRUTINY_CALENDAR_WEEK:
    return 52;
  case SCRUTINY_CALENDAR_MONTH:
    return 12;
  case SCRUTINY_CALENDAR_QUARTER:
  case SCRUTINY_CALENDAR_FINANCIAL_QUARTER:
    return 4;
  case SCRUTINY_CALENDAR_HALF:
  case SCRUTINY_CALENDAR_FINANCIAL_HALF:
    return 2;
  case SCRUTINY_CALENDAR_YEAR:
  case SCRUTINY_CALENDAR_FINANCIAL_YEAR:
  case SCRUTINY_CALENDAR_ACADEMIC_YEAR:
  case SCRUTINY_CALENDAR_UNKNOWN:
  default:
    return 0;
  }
}

static void
choose_periods (Season *self, ScrutinyCalendar calendar, const SeasonAsked *asked, gsize n_steps)
{
  self->n_periods = asked->n_periods;
  for (guint k = 0; k < asked->n_periods; k++)
    self->periods[k] = asked->periods[k];
  if (asked->n_periods > 0 || asked->is_off)
    return;

  self->periods[0] = season_of_calendar (calendar);
  self->n_periods = self->periods[0] > 0;
  if (calendar == SCRUTINY_CALENDAR_DAY && n_steps >= FEWEST_SEASONS * 365) {
    self->periods[1] = 365;
    self->n_periods = 2;
  }
}

/* Why a series of @n_values on @n_steps periods cannot be taken apart; NULL if it can. */
static char *
dup_reason (const Season *self,
            ScrutinyCalendar calendar,
            gboolean is_off,
            gsize n_values,
            gsize n_steps)
{
  const StepWords words = step_words_get (calendar);
  const gsize longest = self->n_periods ? self->periods[self->n_periods - 1] : 0;
  const gsize needed = MAX (FEWEST_SEASONS * longest, FEWEST_VALUES);
  const guint n_shown = (guint) MIN (n_values, G_MAXUINT);

  if (is_off)
    return g_strdup ("no season was looked for, as asked");
  if (self->n_periods == 0)
    return g_strdup_printf ("%s have no season within them", words.many);
  if (n_values < needed || n_steps <= 2 * longest) {
    g_autofree char *there = step_words_dup_count (words, n_shown);
    g_autofree char *wanted = step_words_dup_count (words, (guint) needed);

    return g_strdup_printf ("%s: a season of %u %s needs %s", there, (guint) longest, words.many,
                            wanted);
  }
  if ((double) n_values < (1 - MOST_EMPTY) * (double) n_steps)
    return g_strdup_printf ("more than half of the %s are missing", words.many);

  return NULL;
}

/* The parts of what lies on the whole calendar. */
typedef struct {
  gsize n;
  double *work;
  double *seasons; /* of all periods together, once they are taken apart */
  double *trend;
  double *remainder; /* NaN where there is no value, or one set aside */
} Parts;

static void
parts_clear (Parts *self)
{
  g_free (self->work);
  g_free (self->seasons);
  g_free (self->trend);
  g_free (self->remainder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static gboolean
parts_fit (Parts *self, const Season *season, const double *grid, gsize window)
{
  gsize windows[SEASON_MOST];

  for (guint k = 0; k < season->n_periods; k++)
    windows[k] = window;
  if (kernel_mstl (self->n, grid, season->n_periods, season->periods, windows,
                   season->n_periods > 1 ? N_PASSES : 1, false, self->work, self->seasons,
                   self->trend, self->remainder) != KERNEL_OK)
    return FALSE;

  for (guint k = 1; k < season->n_periods; k++)
    for (gsize i = 0; i < self->n; i++)
      self->seasons[i] += self->seasons[k * self->n + i];

  return TRUE;
}

/* Sets aside, as NaN in @left, the values of @grid that lie far from season and trend;
 * FALSE if there are no further ones, or too many to be exceptions.
 */
static gboolean
set_far_aside (Parts *self, const double *grid, double *left)
{
  gsize n_before = 0, n_far = 0, n_used;
  double middle;

  for (gsize i = 0; i < self->n; i++) {
    self->remainder[i] = fabs (grid[i] - self->trend[i] - self->seasons[i]);
    n_before += isnan (left[i]) && !isnan (grid[i]);
  }
  if (kernel_median (self->n, self->remainder, NULL, self->work, &middle, &n_used) != KERNEL_OK)
    return FALSE;
  for (gsize i = 0; i < self->n; i++) {
    const gboolean is_far = self->remainder[i] > SPREADS_FAR * MEDIAN_TO_SPREAD * middle;

    left[i] = is_far ? NAN : grid[i];
    n_far += is_far;
  }

  return n_far > n_before && n_far < n_used / MOST_FAR;
}

/* What lies far from season and trend does not shape them, and has no remainder.  Weighing every
 * value by its distance would take more of the ordinary ones than of the far ones, and make the far
 * ones look further than they are.
 */
static gboolean
parts_fit_asked (Parts *self, const Season *season, const double *grid, const SeasonAsked *asked)
{
  g_autofree double *left = g_memdup2 (grid, self->n * sizeof *grid);

  if (!parts_fit (self, season, grid, asked->window))
    return FALSE;
  for (guint k = 0; asked->is_robust && k < MOST_ROUNDS && set_far_aside (self, grid, left); k++)
    if (!parts_fit (self, season, left, asked->window))
      return parts_fit (self, season, grid, asked->window);
  for (gsize i = 0; i < self->n; i++)
    self->remainder[i] = left[i] - self->trend[i] - self->seasons[i];

  return TRUE;
}

/* The far values too, with all that lies between them and the season and trend. */
static void
keep (Season *self, const Parts *parts, const double *grid, const gint64 *ordinals)
{
  self->trend = g_new (double, self->n);
  self->seasonal = g_new (double, self->n);
  self->remainder = g_new (double, self->n);
  for (guint i = 0; i < self->n; i++) {
    const gsize at = (gsize) (ordinals[i] - ordinals[0]);

    self->trend[i] = parts->trend[at];
    self->seasonal[i] = parts->seasons[at];
    self->remainder[i] = grid[at] - parts->trend[at] - parts->seasons[at];
  }
}

/* Of a few years a large step shapes what looks like a season: it is taken off first, and put back
 * on the trend.
 */
static void
fit_without_step (Parts *self, const Season *season, const double *grid, const SeasonAsked *asked)
{
  g_autofree double *without = g_new (double, self->n);
  g_autofree double *left = g_memdup2 (self->remainder, self->n * sizeof *left);
  OneStep step;

  if (!one_step_find (self->n, grid, &step))
    return;
  one_step_take_off (&step, self->n, grid, without);
  if (!parts_fit_asked (self, season, without, asked) ||
      !one_step_is_there (self->n, left, self->remainder)) {
    parts_fit_asked (self, season, grid, asked);
    return;
  }
  for (gsize i = step.at; i < self->n; i++)
    self->trend[i] += step.size;
}

/* Takes apart what lies on the whole calendar and keeps the periods of the series. */
static gboolean
take_apart (Season *self,
            const double *grid,
            gsize n_steps,
            const gint64 *ordinals,
            const SeasonAsked *asked)
{
  g_auto (Parts) parts = {
    .n = n_steps,
    .work = g_new (double, kernel_mstl_work_size (n_steps, self->n_periods, self->periods)),
    .seasons = g_new (double, n_steps * self->n_periods),
    .trend = g_new (double, n_steps),
    .remainder = g_new (double, n_steps),
  };

  if (!parts_fit_asked (&parts, self, grid, asked))
    return FALSE;
  if (asked->is_robust)
    fit_without_step (&parts, self, grid, asked);
  self->strength = kernel_strength (n_steps, parts.seasons, parts.remainder);
  self->trend_strength = kernel_strength (n_steps, parts.trend, parts.remainder);
  keep (self, &parts, grid, ordinals);
  self->is_clear = self->strength >= SEASON_CLEAR;

  return TRUE;
}

static void
lay_out (Season *self, ScrutinySeries *series, const SeasonAsked *asked)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const ScrutinyCalendar calendar = scrutiny_timeline_get_calendar (timeline);
  const double *values = scrutiny_series_get_values (series, NULL);
  gsize n_values = 0, n_periods;
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (timeline, &n_periods);
  const gsize n_steps = self->n ? (gsize) (ordinals[self->n - 1] - ordinals[0]) + 1 : 0;

  for (guint i = 0; i < self->n; i++)
    n_values += !isnan (values[i]);
  choose_periods (self, calendar, asked, n_steps);
  self->reason = dup_reason (self, calendar, asked->is_off, n_values, n_steps);
  if (self->reason)
    return;

  g_autofree double *grid = g_new (double, n_steps);
  for (gsize i = 0; i < n_steps; i++)
    grid[i] = NAN;
  for (guint i = 0; i < self->n; i++)
    grid[ordinals[i] - ordinals[0]] = values[i];
  if (!take_apart (self, grid, n_steps, ordinals, asked))
    self->reason = g_strdup ("a part of the season was never observed");
}

static gboolean
check (ScrutinySeries *series, const SeasonAsked *asked, GError **error)
{
  const char *window = scrutiny_timeline_get_window (scrutiny_series_get_timeline (series));
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (asked->window != 0 && (asked->window < 3 || asked->window > LONGEST_PERIOD)) {
    g_snprintf (text, sizeof text, "%" G_GSIZE_FORMAT, asked->window);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "window", text,
                           "Window: %s is no number of seasons; give 3 or more, usually 7, or 0 "
                           "for one shape throughout",
                           text);
    return FALSE;
  }
  if (!g_str_equal (window, "plain")) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNSUITABLE, 0, NULL, NULL,
                           "Series: %s figures share most of their data with their neighbours, so "
                           "no season, shift or slope can be read from them; ask for the figure of "
                           "each period on its own",
                           window);
    return FALSE;
  }

  return TRUE;
}

gboolean
season_init (Season *self, ScrutinySeries *series, const SeasonAsked *asked, GError **error)
{
  *self = (Season){ .n = (guint) scrutiny_series_get_n_values (series) };
  if (!check (series, asked, error))
    return FALSE;
  lay_out (self, series, asked);

  return TRUE;
}

void
season_clear (Season *self)
{
  g_free (self->trend);
  g_free (self->seasonal);
  g_free (self->remainder);
  g_free (self->reason);
  *self = (Season){ 0 };
}

guint
season_get_length (const Season *self)
{
  return self->seasonal ? (guint) self->periods[self->n_periods - 1] : 0;
}
