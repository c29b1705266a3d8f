/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/timeline-private.h"

#include <scrutiny/enums.h>

#include "base/error-private.h"
#include "base/period-parse.h"
#include "base/printable.h"

#include <string.h>

#define LONGEST_QUOTE 40

#define EXAMPLES "periods are written like 2010-03, Q1 2009/10, 2009/10, 31/03/2010 or Apr 2010"

/**
 * ScrutinyTimeline:
 *
 * The periods of a series, from earliest to latest, in one calendar.
 *
 * Each period is a whole number of steps of that calendar, counted by its
 * ordinal, so that a missing month is known to be missing. A timeline also
 * knows whether its periods stand alone (`plain`), share data with their
 * neighbours (`rolling`) or count from the start of a year (`to-date`). It
 * never changes and may be shared between threads.
 *
 * Since: 0.1
 */
struct _ScrutinyTimeline {
  GObject parent_instance;

  ScrutinyCalendar calendar;
  PeriodWindow window;
  guint window_length;
  GBytes *ordinals; /* gint64, strictly increasing */
};

G_DEFINE_FINAL_TYPE (ScrutinyTimeline, scrutiny_timeline, G_TYPE_OBJECT)

enum {
  PROP_CALENDAR = 1,
  PROP_WINDOW,
  PROP_N_PERIODS,
  PROP_N_GAPS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_timeline_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrutinyTimeline *self = SCRUTINY_TIMELINE (object);

  switch (prop_id) {
  case PROP_CALENDAR:
    g_value_set_enum (value, (int) self->calendar);
    break;
  case PROP_WINDOW:
    g_value_set_string (value, scrutiny_timeline_get_window (self));
    break;
  case PROP_N_PERIODS:
    g_value_set_uint64 (value, scrutiny_timeline_get_n_periods (self));
    break;
  case PROP_N_GAPS:
    g_value_set_uint64 (value, scrutiny_timeline_get_n_gaps (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
scrutiny_timeline_finalize (GObject *object)
{
  ScrutinyTimeline *self = SCRUTINY_TIMELINE (object);

  g_clear_pointer (&self->ordinals, g_bytes_unref);

  G_OBJECT_CLASS (scrutiny_timeline_parent_class)->finalize (object);
}

static void
scrutiny_timeline_class_init (ScrutinyTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_timeline_finalize;
  object_class->get_property = scrutiny_timeline_get_property;

  /**
   * ScrutinyTimeline:calendar: (getter get_calendar)
   *
   * The calendar whose steps the periods are.
   *
   * Since: 0.1
   */
  props[PROP_CALENDAR] =
      g_param_spec_enum ("calendar", NULL, NULL, SCRUTINY_TYPE_CALENDAR, SCRUTINY_CALENDAR_UNKNOWN,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ScrutinyTimeline:window: (getter get_window)
   *
   * What a period covers besides its own step: `plain`, `rolling` or `to-date`.
   *
   * Since: 0.1
   */
  props[PROP_WINDOW] = g_param_spec_string ("window", NULL, NULL, "plain",
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ScrutinyTimeline:n-periods: (getter get_n_periods)
   *
   * The number of periods.
   *
   * Since: 0.1
   */
  props[PROP_N_PERIODS] = g_param_spec_uint64 ("n-periods", NULL, NULL, 0, G_MAXUINT64, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ScrutinyTimeline:n-gaps: (getter get_n_gaps)
   *
   * The number of steps missing between the first period and the last.
   *
   * Since: 0.1
   */
  props[PROP_N_GAPS] = g_param_spec_uint64 ("n-gaps", NULL, NULL, 0, G_MAXUINT64, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_timeline_init (ScrutinyTimeline *self)
{
  self->ordinals = g_bytes_new_static (NULL, 0);
  self->window_length = 1;
}

/* Takes @ordinals: gint64, strictly increasing. */
ScrutinyTimeline *
scrutiny_timeline_new_take (ScrutinyCalendar calendar,
                            PeriodWindow window,
                            guint window_length,
                            GBytes *ordinals)
{
  ScrutinyTimeline *self = g_object_new (SCRUTINY_TYPE_TIMELINE, NULL);

  self->calendar = calendar;
  self->window = window;
  self->window_length = window_length;
  g_bytes_unref (self->ordinals);
  self->ordinals = ordinals;

  return self;
}

static ScrutinyTimeline *
timeline_of_steps (const Period *step, gint64 *ordinals, gsize n_periods)
{
  return scrutiny_timeline_new_take (step->calendar, step->window, step->length,
                                     g_bytes_new_take (ordinals, n_periods * sizeof *ordinals));
}

static void
set_error_unreadable (GError **error, guint64 row, const char *text)
{
  g_autofree char *quoted = printable_dup (text, LONGEST_QUOTE);
  g_autofree char *where = row ? g_strdup_printf ("Row %" G_GUINT64_FORMAT ": ", row) : NULL;

  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, row, NULL, text,
                         "%s“%s” is not a period that can be read with certainty; " EXAMPLES,
                         where ? where : "", quoted);
}

/* 2009-10 alone may be October 2009 or 2009/10.  A column of a council's may be
 * given the benefit of the doubt; whoever writes one text can write it plainly.
 */
static gboolean
check_is_plain (const char *text, const Period *period, GError **error)
{
  const gsize length = strlen (text);
  Period month, year;
  g_autofree char *quoted = NULL;
  g_autofree char *label = NULL;
  g_autofree char *year_text = NULL;

  if ((period->calendar != SCRUTINY_CALENDAR_MONTH &&
       period->calendar != SCRUTINY_CALENDAR_FINANCIAL_YEAR) ||
      period->window != PERIOD_PLAIN || strchr (text, '/') ||
      !period_parse (text, length, SCRUTINY_CALENDAR_MONTH, &month) ||
      !period_parse (text, length, SCRUTINY_CALENDAR_FINANCIAL_YEAR, &year) ||
      month.calendar == year.calendar)
    return TRUE;

  quoted = printable_dup (text, LONGEST_QUOTE);
  label = period_dup_label (&month);
  year_text = period_dup_text (&year);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, text,
                         "“%s” may be the month or the year; write “%s” or “%s”", quoted, label,
                         year_text);

  return FALSE;
}

static gboolean
check_end (const Period *first, gsize n_periods, GError **error)
{
  Period last = *first;

  if (n_periods == 0)
    return TRUE;
  if (n_periods <= G_MAXINT32) {
    last.ordinal += (gint64) n_periods - 1;
    if (period_is_in_range (&last))
      return TRUE;
  }

  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                         "%" G_GSIZE_FORMAT " %s run past the year %d; ask for fewer", n_periods,
                         period_get_plural (first->calendar), PERIOD_LAST_YEAR);

  return FALSE;
}

/**
 * scrutiny_timeline_new:
 * @first: the first period, in any written form: `2023-04`, `Q1 2009/10`
 * @n_periods: how many there are
 * @error: return location for an error
 *
 * Creates a timeline of consecutive periods.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] if @first cannot be read with
 * certainty (`2009-10` may be a month or a year: write `Oct 2009` or
 * `2009/10`), and with [error@Scrutiny.Error.OUT_OF_RANGE] if the periods run
 * past the year 2399.
 *
 * Returns: (transfer full): the timeline
 *
 * Since: 0.1
 */
ScrutinyTimeline *
scrutiny_timeline_new (const char *first, gsize n_periods, GError **error)
{
  Period period;
  gint64 *ordinals;

  g_return_val_if_fail (first != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!period_parse (first, strlen (first), SCRUTINY_CALENDAR_UNKNOWN, &period)) {
    set_error_unreadable (error, 0, first);
    return NULL;
  }
  if (!check_is_plain (first, &period, error) || !check_end (&period, n_periods, error))
    return NULL;

  ordinals = g_new (gint64, n_periods);
  for (gsize i = 0; i < n_periods; i++)
    ordinals[i] = period.ordinal + (gint64) i;

  return timeline_of_steps (&period, ordinals, n_periods);
}

static char *
dup_kind (const Period *period)
{
  const char *plural = period_get_plural (period->calendar);

  switch (period->window) {
  case PERIOD_ROLLING:
    return g_strdup_printf ("rolling windows of %u %s", period->length, plural);
  case PERIOD_TO_DATE:
    return g_strdup_printf ("%s, each counted from the start of its year", plural);
  case PERIOD_PLAIN:
  default:
    return g_strdup (plural);
  }
}

/* Row @bad_row is no period, or not one of those above it. */
static void
set_error_column (GError **error, const char *const *texts, gsize bad_row)
{
  g_autofree Period *above = g_new (Period, bad_row + 1);
  g_autofree char *quoted = printable_dup (texts[bad_row], LONGEST_QUOTE);
  g_autofree char *kind = NULL;
  g_autofree char *kind_above = NULL;
  Period period;

  if (bad_row == 0 ||
      !period_parse (texts[bad_row], strlen (texts[bad_row]), SCRUTINY_CALENDAR_UNKNOWN, &period) ||
      !period_parse_column (texts, bad_row, SCRUTINY_CALENDAR_UNKNOWN, above, NULL)) {
    set_error_unreadable (error, bad_row + 1, texts[bad_row]);
    return;
  }

  kind = dup_kind (&period);
  kind_above = dup_kind (above);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, bad_row + 1, NULL, texts[bad_row],
                         "Row %" G_GSIZE_FORMAT ": “%s” belongs with %s; the rows above it are %s",
                         bad_row + 1, quoted, kind, kind_above);
}

static void
set_error_order (GError **error, const char *const *texts, const Period *periods, gsize row)
{
  g_autofree char *quoted = printable_dup (texts[row], LONGEST_QUOTE);
  g_autofree char *other = NULL;

  for (gsize i = 0; i < row; i++) {
    if (periods[i].ordinal != periods[row].ordinal)
      continue;
    other = printable_dup (texts[i], LONGEST_QUOTE);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, row + 1, NULL, texts[row],
                           "Rows %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT
                           ": “%s” and “%s” are the same period; give each period once",
                           i + 1, row + 1, other, quoted);
    return;
  }

  other = printable_dup (texts[row - 1], LONGEST_QUOTE);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, row + 1, NULL, texts[row],
                         "Row %" G_GSIZE_FORMAT
                         ": “%s” follows “%s”; periods run from earliest to latest",
                         row + 1, quoted, other);
}

static gint64 *
take_ordinals (const char *const *texts, const Period *periods, gsize n_periods, GError **error)
{
  g_autofree gint64 *ordinals = g_new (gint64, n_periods);

  for (gsize i = 0; i < n_periods; i++) {
    ordinals[i] = periods[i].ordinal;
    if (i > 0 && ordinals[i] <= ordinals[i - 1]) {
      set_error_order (error, texts, periods, i);
      return NULL;
    }
  }

  return g_steal_pointer (&ordinals);
}

/**
 * scrutiny_timeline_new_from_texts:
 * @periods: (array zero-terminated=1): the periods as written, earliest first
 * @error: return location for an error
 *
 * Creates a timeline of the periods that were written.
 *
 * The texts are read in the one way under which all of them are steps of the
 * same calendar: `2009-09`, `2009-10` are months and `2009-10`, `2010-11` years.
 * Days come before months (`31/03/2010`) unless only the other way fits. Dates
 * that are all the first (or all the last) of consecutive months are months,
 * dates seven days apart are weeks.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] if a text cannot be read with
 * certainty, and with [error@Scrutiny.Error.MISMATCH] if one belongs to another
 * calendar, comes twice or is out of order. The message names the row, counted
 * from 1.
 *
 * Returns: (transfer full): the timeline
 *
 * Since: 0.1
 */
ScrutinyTimeline *
scrutiny_timeline_new_from_texts (const char *const *periods, GError **error)
{
  g_autofree Period *read = NULL;
  gint64 *ordinals;
  gsize n_periods;
  gsize bad_row;

  g_return_val_if_fail (periods != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  n_periods = g_strv_length ((char **) periods);
  if (n_periods == 0)
    return g_object_new (SCRUTINY_TYPE_TIMELINE, NULL);

  read = g_new (Period, n_periods);
  if (!period_parse_column (periods, n_periods, SCRUTINY_CALENDAR_UNKNOWN, read, &bad_row)) {
    set_error_column (error, periods, bad_row);
    return NULL;
  }
  if (n_periods == 1 && !check_is_plain (periods[0], read, error))
    return NULL;

  ordinals = take_ordinals (periods, read, n_periods, error);

  return ordinals ? timeline_of_steps (read, ordinals, n_periods) : NULL;
}

/**
 * scrutiny_timeline_get_calendar:
 * @self: a timeline
 *
 * Gets the calendar whose steps the periods are.
 *
 * Returns: the calendar; [enum@Scrutiny.Calendar] `UNKNOWN` when there are no periods
 *
 * Since: 0.1
 */
ScrutinyCalendar
scrutiny_timeline_get_calendar (ScrutinyTimeline *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (self), SCRUTINY_CALENDAR_UNKNOWN);

  return self->calendar;
}

/**
 * scrutiny_timeline_get_window:
 * @self: a timeline
 *
 * Gets what a period covers besides its own step.
 *
 * Returns: `plain`: nothing; `rolling`: steps it shares with its neighbours;
 *   `to-date`: everything since the start of its year
 *
 * Since: 0.1
 */
const char *
scrutiny_timeline_get_window (ScrutinyTimeline *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (self), NULL);

  switch (self->window) {
  case PERIOD_ROLLING:
    return "rolling";
  case PERIOD_TO_DATE:
    return "to-date";
  case PERIOD_PLAIN:
  default:
    return "plain";
  }
}

/**
 * scrutiny_timeline_get_window_length:
 * @self: a timeline
 *
 * Gets how many steps a rolling window holds.
 *
 * Returns: the number of steps, 1 where the window is not rolling
 *
 * Since: 0.1
 */
guint
scrutiny_timeline_get_window_length (ScrutinyTimeline *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (self), 1);

  return self->window_length;
}

/**
 * scrutiny_timeline_get_n_periods:
 * @self: a timeline
 *
 * Gets the number of periods.
 *
 * Returns: how many there are, gaps not counted
 *
 * Since: 0.1
 */
gsize
scrutiny_timeline_get_n_periods (ScrutinyTimeline *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (self), 0);

  return g_bytes_get_size (self->ordinals) / sizeof (gint64);
}

/**
 * scrutiny_timeline_get_n_gaps:
 * @self: a timeline
 *
 * Gets the number of steps missing between the first period and the last.
 *
 * Returns: how many are missing
 *
 * Since: 0.1
 */
gsize
scrutiny_timeline_get_n_gaps (ScrutinyTimeline *self)
{
  const gint64 *ordinals;
  gsize n_periods;

  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (self), 0);

  ordinals = scrutiny_timeline_get_ordinals (self, &n_periods);
  if (n_periods == 0)
    return 0;

  return (gsize) (ordinals[n_periods - 1] - ordinals[0]) + 1 - n_periods;
}

/* Lends the ordinals, strictly increasing. */
const gint64 *
scrutiny_timeline_get_ordinals (ScrutinyTimeline *self, gsize *n_periods)
{
  if (n_periods)
    *n_periods = scrutiny_timeline_get_n_periods (self);

  return g_bytes_get_data (self->ordinals, NULL);
}

Period
scrutiny_timeline_get_period (ScrutinyTimeline *self, gsize index)
{
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (self, NULL);

  return (Period){ self->calendar, ordinals[index], self->window, self->window_length };
}

/**
 * scrutiny_timeline_get_ordinal:
 * @self: a timeline
 * @index: a position below [property@Timeline:n-periods]
 *
 * Gets the step of the calendar a period is.
 *
 * Neighbouring steps differ by 1. Months, quarters, halves and years count from
 * the year 0, days and weeks from 1 January 1970 (those before are negative).
 *
 * Returns: the ordinal
 *
 * Since: 0.1
 */
gint64
scrutiny_timeline_get_ordinal (ScrutinyTimeline *self, gsize index)
{
  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (self), 0);
  g_return_val_if_fail (index < scrutiny_timeline_get_n_periods (self), 0);

  return scrutiny_timeline_get_period (self, index).ordinal;
}

/**
 * scrutiny_timeline_dup_text:
 * @self: a timeline
 * @index: a position below [property@Timeline:n-periods]
 *
 * Gets a period as the library writes it, such as `2010-03`.
 *
 * See [enum@Scrutiny.Calendar] for the forms. A rolling window is written
 * `2014..2016 rolling`, a period that counts from the start of its year
 * `2010-09 to date`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
scrutiny_timeline_dup_text (ScrutinyTimeline *self, gsize index)
{
  Period period;

  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (self), NULL);
  g_return_val_if_fail (index < scrutiny_timeline_get_n_periods (self), NULL);

  period = scrutiny_timeline_get_period (self, index);

  return period_dup_text (&period);
}

/**
 * scrutiny_timeline_dup_label:
 * @self: a timeline
 * @index: a position below [property@Timeline:n-periods]
 *
 * Gets a period as it is read aloud, such as `March 2010`, `Q4 2009/10` or
 * `three years to 2016`.
 *
 * Returns: (transfer full): the label
 *
 * Since: 0.1
 */
char *
scrutiny_timeline_dup_label (ScrutinyTimeline *self, gsize index)
{
  Period period;

  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (self), NULL);
  g_return_val_if_fail (index < scrutiny_timeline_get_n_periods (self), NULL);

  period = scrutiny_timeline_get_period (self, index);

  return period_dup_label (&period);
}

/**
 * scrutiny_timeline_dup_texts:
 * @self: a timeline
 *
 * Gets all periods as the library writes them.
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts
 *
 * Since: 0.1
 */
char **
scrutiny_timeline_dup_texts (ScrutinyTimeline *self)
{
  char **texts;
  gsize n_periods;

  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (self), NULL);

  n_periods = scrutiny_timeline_get_n_periods (self);
  texts = g_new (char *, n_periods + 1);
  for (gsize i = 0; i < n_periods; i++)
    texts[i] = scrutiny_timeline_dup_text (self, i);
  texts[n_periods] = NULL;

  return texts;
}

static gint64
find_ordinal (ScrutinyTimeline *self, gint64 ordinal)
{
  gsize high;
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (self, &high);
  gsize low = 0;

  while (low < high) {
    const gsize middle = low + (high - low) / 2;

    if (ordinals[middle] == ordinal)
      return (gint64) middle;
    if (ordinals[middle] < ordinal)
      low = middle + 1;
    else
      high = middle;
  }

  return -1;
}

static void
set_error_not_found (GError **error, ScrutinyTimeline *self, const char *text)
{
  const gsize n_periods = scrutiny_timeline_get_n_periods (self);
  g_autofree char *quoted = printable_dup (text, LONGEST_QUOTE);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (n_periods == 0) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, text,
                           "No period %s: the series has no periods", quoted);
    return;
  }

  first = scrutiny_timeline_dup_text (self, 0);
  last = scrutiny_timeline_dup_text (self, n_periods - 1);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, text,
                         "No period %s: the series runs from %s to %s", quoted, first, last);
}

static gint64
find_position (ScrutinyTimeline *self, const char *text, GError **error)
{
  guint64 position;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &position, NULL)) {
    g_autofree char *quoted = printable_dup (text, LONGEST_QUOTE);

    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, text,
                           "“@%s” is not a position; the first period is @0", quoted);
    return -1;
  }
  if (position >= scrutiny_timeline_get_n_periods (self)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, text,
                           "No period @%" G_GUINT64_FORMAT ": the series has %" G_GSIZE_FORMAT
                           ", the first is @0",
                           position, scrutiny_timeline_get_n_periods (self));
    return -1;
  }

  return (gint64) position;
}

/**
 * scrutiny_timeline_find:
 * @self: a timeline
 * @period: a period in any written form, or a position such as `@12`
 * @error: return location for an error
 *
 * Finds the position of a period.
 *
 * The text need not be the one the period was read from: `Mar 2010` finds
 * `2010-03`. `@12` is the thirteenth period. Fails with
 * [error@Scrutiny.Error.NOT_FOUND] if the timeline has no such period, and with
 * [error@Scrutiny.Error.UNREADABLE] if the text is no period.
 *
 * Returns: the position, counted from 0, or -1 if there is an error
 *
 * Since: 0.1
 */
gint64
scrutiny_timeline_find (ScrutinyTimeline *self, const char *period, GError **error)
{
  const Period like = { self->calendar, 0, self->window, self->window_length };
  gint64 found = -1;
  Period read;

  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (self), -1);
  g_return_val_if_fail (period != NULL, -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  if (period[0] == '@')
    return find_position (self, period + 1, error);

  if (period_parse_like (period, strlen (period), &like, &read))
    found = find_ordinal (self, read.ordinal);
  else if (!period_parse (period, strlen (period), SCRUTINY_CALENDAR_UNKNOWN, &read)) {
    set_error_unreadable (error, 0, period);
    return -1;
  }
  if (found < 0)
    set_error_not_found (error, self, period);

  return found;
}
