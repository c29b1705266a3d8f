/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/season.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "base/timeline-private.h"
#include "kernel/mstl.h"
#include "kernel/strength.h"
#include "trend/step-words.h"

#include <math.h>
#include <string.h>

#define N_PASSES 2
#define FEWEST_SEASONS 3
#define FEWEST_VALUES 20
#define LONGEST_PERIOD 100000
#define MOST_SHOWN 40

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

static gsize
period_of (ScrutinyCalendar calendar)
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

  self->periods[0] = period_of (calendar);
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

/* Takes apart what lies on the whole calendar and keeps the periods of the series. */
static gboolean
take_apart (Season *self,
            const double *grid,
            gsize n_steps,
            const gint64 *ordinals,
            const SeasonAsked *asked)
{
  gsize windows[SEASON_MOST];
  g_autofree double *work =
      g_new (double, kernel_mstl_work_size (n_steps, self->n_periods, self->periods));
  g_autofree double *seasons = g_new (double, n_steps * self->n_periods);
  g_autofree double *trend = g_new (double, n_steps);
  g_autofree double *remainder = g_new (double, n_steps);

  for (guint k = 0; k < self->n_periods; k++)
    windows[k] = asked->window;
  if (kernel_mstl (n_steps, grid, self->n_periods, self->periods, windows,
                   self->n_periods > 1 ? N_PASSES : 1, asked->is_robust, work, seasons, trend,
                   remainder) != KERNEL_OK)
    return FALSE;

  for (guint k = 1; k < self->n_periods; k++)
    for (gsize i = 0; i < n_steps; i++)
      seasons[i] += seasons[k * n_steps + i];
  self->strength = kernel_strength (n_steps, seasons, remainder);
  self->trend_strength = kernel_strength (n_steps, trend, remainder);
  self->is_clear = self->strength >= SEASON_CLEAR;
  self->trend = g_new (double, self->n);
  self->seasonal = g_new (double, self->n);
  self->remainder = g_new (double, self->n);
  for (guint i = 0; i < self->n; i++) {
    const gsize at = (gsize) (ordinals[i] - ordinals[0]);

    self->trend[i] = trend[at];
    self->seasonal[i] = seasons[at];
    self->remainder[i] = remainder[at];
  }

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
