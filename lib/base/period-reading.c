/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period-reading.h"

#include "base/civil.h"
#include "base/period-shape.h"
#include "base/period-token.h"

#include <string.h>

#define LONGEST_TEXT 80
#define MOST_STEPS 999 /* in a rolling window */

/* What the words around a period say of it. */
typedef struct {
  gboolean is_to_date;
  gboolean is_rolling; /* by that word */
  char unit;           /* m, q, y: a window of @n_units; 0: none */
  int n_units;
  char part; /* q, h: a part of a year, number @n_part; 0: none */
  int n_part;
  gboolean is_financial;
  gboolean is_academic;
  int week_offset; /* from the date that names a week to the middle of it; 0: no week */
  int weekday;     /* 0 is Monday; -1: none */
} Words;

static gboolean
cut_first (PeriodTokens *tokens, const char *shape)
{
  const char *found;

  if (!(tokens->seen >> (shape[0] & 31) & 1))
    return FALSE;
  found = strstr (tokens->shape, shape);
  if (!found)
    return FALSE;

  period_tokens_cut (tokens, (gsize) (found - tokens->shape), strlen (shape));

  return TRUE;
}

static void
take_to_date (Words *words, PeriodTokens *tokens)
{
  static const char *const marks[] = { "ytd", "td", "c" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks) && !words->is_to_date; i++)
    words->is_to_date = cut_first (tokens, marks[i]);
}

/* "12 months to", "6mth rolling", "three years to" */
static gboolean
take_counted_window (Words *words, PeriodTokens *tokens)
{
  for (gsize i = 1; i < tokens->n; i++) {
    const char unit = tokens->shape[i];
    const char before = tokens->shape[i - 1];
    const char after = tokens->shape[i + 1];

    if ((before != 'D' && before != 'N') || !strchr ("mqy", unit) || after == 'D')
      continue;

    words->unit = unit;
    words->n_units = tokens->values[i - 1];
    period_tokens_cut (tokens, i - 1, after == 't' || after == 'e' ? 3 : 2);

    return TRUE;
  }

  return FALSE;
}

/* "rolling", "year to", "quarter ending" */
static void
take_window (Words *words, PeriodTokens *tokens)
{
  words->is_rolling = cut_first (tokens, "r");
  if (take_counted_window (words, tokens))
    return;

  words->n_units = 1;
  if (cut_first (tokens, "yt") || cut_first (tokens, "ye"))
    words->unit = 'y';
  else if (cut_first (tokens, "qt") || cut_first (tokens, "qe"))
    words->unit = 'q';
}

/* "Q1", "H2", with the dash that ties it to its year */
static void
take_part (Words *words, PeriodTokens *tokens)
{
  for (gsize i = 0; i + 1 < tokens->n; i++) {
    if (!strchr ("qh", tokens->shape[i]) || tokens->shape[i + 1] != 'D')
      continue;

    words->part = tokens->shape[i];
    words->n_part = tokens->values[i + 1];
    period_tokens_cut (tokens, i, 2);
    if (i > 0 && i == tokens->n && tokens->shape[i - 1] == '-')
      period_tokens_cut (tokens, i - 1, 1);
    else if (i == 0 && tokens->shape[0] == '-')
      period_tokens_cut (tokens, 0, 1);
    return;
  }
}

static void
take_kind_of_year (Words *words, PeriodTokens *tokens)
{
  words->is_financial = cut_first (tokens, "Fy") || cut_first (tokens, "F");
  words->is_academic = cut_first (tokens, "Ay") || cut_first (tokens, "A");
}

/* "w/c", "week ending": three days off is the middle of the week either way */
static void
take_week (Words *words, PeriodTokens *tokens)
{
  if (cut_first (tokens, "kb") || cut_first (tokens, "w/b"))
    words->week_offset = 3;
  else if (cut_first (tokens, "ke") || cut_first (tokens, "w/e"))
    words->week_offset = -3;
}

static void
take_weekday (Words *words, PeriodTokens *tokens)
{
  words->weekday = -1;
  if (tokens->shape[0] != 'W')
    return;

  words->weekday = tokens->values[0];
  period_tokens_cut (tokens, 0, 1);
}

/* "31/03/2010 00:00:00" */
static void
drop_time_of_day (PeriodTokens *tokens)
{
  const char *colon = strchr (tokens->shape, ':');
  gsize at;

  if (!colon || colon - tokens->shape < 2)
    return;

  at = (gsize) (colon - tokens->shape) - 1;
  if ((strcmp (tokens->shape + at, "D:D") && strcmp (tokens->shape + at, "D:D:D")) ||
      tokens->values[at] > 23 || tokens->values[at + 2] > 59)
    return;

  period_tokens_cut (tokens, at, tokens->n - at);
}

static void
keep (PeriodReadings *self, gboolean (*test) (const PeriodReading *))
{
  gsize kept = 0;

  for (gsize i = 0; i < self->n; i++) {
    if (test (&self->items[i]))
      self->items[kept++] = self->items[i];
  }
  self->n = kept;
}

static gboolean
is_to_date (const PeriodReading *reading)
{
  return reading->period.window == PERIOD_TO_DATE;
}

static gboolean
is_rolling (const PeriodReading *reading)
{
  return reading->period.window == PERIOD_ROLLING;
}

static gboolean
is_plain (const PeriodReading *reading)
{
  return reading->period.window == PERIOD_PLAIN;
}

static gboolean
is_financial_year (const PeriodReading *reading)
{
  return reading->period.calendar == SCRUTINY_CALENDAR_FINANCIAL_YEAR;
}

static gboolean
is_in_range (const PeriodReading *reading)
{
  return period_is_in_range (&reading->period);
}

static gboolean
is_day (const PeriodReading *reading)
{
  return reading->period.calendar == SCRUTINY_CALENDAR_DAY;
}

static void
make_to_date (PeriodReadings *self)
{
  for (gsize i = 0; i < self->n; i++) {
    if (is_to_date (&self->items[i])) {
      keep (self, is_to_date);
      return;
    }
  }

  keep (self, is_plain);
  for (gsize i = 0; i < self->n; i++)
    self->items[i].period.window = PERIOD_TO_DATE;
}

/* A window counted in steps of the reading itself: 6 months, or 4 quarters, or 3 years. */
static guint
steps_in_window (const Words *words, ScrutinyCalendar calendar)
{
  const int n = words->n_units;
  const int n_months = words->unit == 'm' ? n : words->unit == 'q' ? 3 * n : 12 * n;
  const int steps = (int) period_steps_per_year (calendar);

  return n_months * steps % 12 == 0 ? (guint) (n_months * steps / 12) : 0;
}

static PeriodSpan
span_of_words (const Words *words)
{
  if (words->is_rolling)
    return SPAN_ROLLING;

  return words->unit == 'q' && words->n_units == 1 ? SPAN_QUARTER : SPAN_ENDING;
}

/* Only a month or its last day can end a window of months. */
static gboolean
ends_window (const PeriodReading *reading)
{
  return is_plain (reading) && reading->rank != READING_HINT && reading->anchor & READING_AT_END &&
         !is_day (reading) && reading->period.calendar != SCRUTINY_CALENDAR_WEEK;
}

static void
make_window (PeriodReadings *self, const Words *words)
{
  PeriodReadings bases = *self;
  ScrutinyCalendar finest = 0;

  self->n = 0;
  keep (&bases, ends_window);
  for (gsize i = 0; i < bases.n; i++) {
    PeriodReading reading = bases.items[i];
    const ScrutinyCalendar calendar = reading.period.calendar;
    const guint n = steps_in_window (words, calendar);

    if (n < 1 || n > MOST_STEPS || (finest && finest != calendar && reading.rank != READING_SURE))
      continue;

    finest = calendar;
    reading.period.window = PERIOD_ROLLING;
    reading.period.length = n;
    if (calendar == SCRUTINY_CALENDAR_MONTH)
      period_readings_add_span (self, reading.period.ordinal, n, span_of_words (words));
    else if (n > 1)
      self->items[self->n++] = reading;
  }
}

static void
make_part (PeriodReading *reading, char part, int number)
{
  const gboolean is_financial = is_financial_year (reading);
  const gint64 year = reading->period.ordinal;

  if (part == 'q') {
    reading->period.calendar =
        is_financial ? SCRUTINY_CALENDAR_FINANCIAL_QUARTER : SCRUTINY_CALENDAR_QUARTER;
    reading->period.ordinal = year * 4 + number - 1 + is_financial;
  } else {
    reading->period.calendar =
        is_financial ? SCRUTINY_CALENDAR_FINANCIAL_HALF : SCRUTINY_CALENDAR_HALF;
    reading->period.ordinal = year * 2 + number - 1;
  }
}

static gboolean
has_parts (const PeriodReading *reading)
{
  return is_plain (reading) &&
         (is_financial_year (reading) || reading->period.calendar == SCRUTINY_CALENDAR_YEAR);
}

static void
make_parts (PeriodReadings *self, const Words *words)
{
  keep (self, has_parts);
  if (words->n_part < 1 || words->n_part > (words->part == 'q' ? 4 : 2))
    self->n = 0;

  for (gsize i = 0; i < self->n; i++) {
    make_part (&self->items[i], words->part, words->n_part);
    self->items[i].rank = READING_SURE;
  }
}

static void
make_kind_of_year (PeriodReadings *self, const Words *words)
{
  keep (self, is_financial_year);
  for (gsize i = 0; i < self->n; i++) {
    self->items[i].rank = READING_SURE;
    if (words->is_academic)
      self->items[i].period.calendar = SCRUTINY_CALENDAR_ACADEMIC_YEAR;
  }
}

static void
make_weeks (PeriodReadings *self, int offset)
{
  keep (self, is_day);
  for (gsize i = 0; i < self->n; i++) {
    Period *period = &self->items[i].period;

    period->calendar = SCRUTINY_CALENDAR_WEEK;
    period->ordinal = civil_week_of_days (period->ordinal + offset);
  }
}

/* A weekday that is not that day's makes both doubtful. */
static void
check_weekday (PeriodReadings *self, int weekday)
{
  keep (self, is_day);
  for (gsize i = 0; i < self->n; i++) {
    if (civil_weekday (self->items[i].period.ordinal) != (guint) weekday) {
      self->n = 0;
      return;
    }
  }
}

static void
apply_words (PeriodReadings *self, const Words *words)
{
  if (words->weekday >= 0)
    check_weekday (self, words->weekday);
  if (words->week_offset)
    make_weeks (self, words->week_offset);
  if (words->is_financial || words->is_academic)
    make_kind_of_year (self, words);
  if (words->part)
    make_parts (self, words);
  if (words->unit)
    make_window (self, words);
  else if (words->is_rolling)
    keep (self, is_rolling);
  if (words->is_to_date)
    make_to_date (self);
}

static gboolean
has_words (const PeriodTokens *tokens)
{
  for (gsize i = 0; i < tokens->n; i++) {
    if (g_ascii_islower (tokens->shape[i]) || strchr ("FAW:", tokens->shape[i]))
      return TRUE;
  }

  return FALSE;
}

static void
read_tokens (PeriodReadings *self, PeriodTokens *tokens)
{
  Words words = { 0 };

  if (!has_words (tokens)) {
    period_readings_add_shape (self, tokens);
    return;
  }

  drop_time_of_day (tokens);
  take_week (&words, tokens);
  take_weekday (&words, tokens);
  take_to_date (&words, tokens);
  take_window (&words, tokens);
  take_part (&words, tokens);
  take_kind_of_year (&words, tokens);

  period_readings_add_shape (self, tokens);
  apply_words (self, &words);
}

/* "2009-04..2010-03 rolling": both ends are plain steps of the same calendar. */
static gboolean
read_window (PeriodReadings *self, const char *text, gsize length)
{
  static const char suffix[] = " rolling";
  const gsize n_suffix = sizeof suffix - 1;
  const char *dots = g_strstr_len (text, (gssize) length, "..");
  PeriodReadings first, last;

  if (!dots || length < n_suffix || memcmp (text + length - n_suffix, suffix, n_suffix))
    return FALSE;

  period_readings_take (&first, text, (gsize) (dots - text));
  period_readings_take (&last, dots + 2, length - n_suffix - (gsize) (dots + 2 - text));
  for (gsize i = 0; i < last.n; i++) {
    for (gsize j = 0; j < first.n; j++) {
      const Period *from = &first.items[j].period;
      PeriodReading reading = last.items[i];
      const gint64 steps = reading.period.ordinal - from->ordinal;

      if (from->calendar != reading.period.calendar || !is_plain (&first.items[j]) ||
          !is_plain (&reading) || steps < 0 || steps >= MOST_STEPS)
        continue;

      reading.period.window = PERIOD_ROLLING;
      reading.period.length = (guint) steps + 1;
      self->items[self->n++] = reading;
      break;
    }
  }
  keep (self, is_in_range);

  return TRUE;
}

static int
digits_at (const char *text, gsize n)
{
  int value = 0;

  for (gsize i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }

  return value;
}

static gboolean
is_clock (const char *text, gsize length)
{
  if (length < 6 || (text[0] != 'T' && text[0] != ' ') || digits_at (text + 1, 2) < 0 ||
      text[3] != ':')
    return FALSE;

  for (gsize i = 4; i < length; i++) {
    if (!g_ascii_isdigit (text[i]) && !strchr (":.+-Z", text[i]))
      return FALSE;
  }

  return TRUE;
}

/* 2010-03, 2009/10, 2010-03-31 */
static gboolean
read_year_first (PeriodReadings *self, const char *text, gsize length)
{
  const int year = digits_at (text, 4);
  const int second = digits_at (text + 5, 2);
  int third;

  if (year < 0 || second < 0)
    return FALSE;
  if (length == 7) {
    period_readings_add_year_and_two (self, year, second, text[4] == '-');
    return TRUE;
  }

  if (length < 10 || text[7] != text[4])
    return FALSE;
  third = digits_at (text + 8, 2);
  if (third < 0 || (length > 10 && !is_clock (text + 10, length - 10)))
    return FALSE;
  period_readings_add_date (self, year, second, third);

  return TRUE;
}

/* 31/03/2010 */
static gboolean
read_year_last (PeriodReadings *self, const char *text)
{
  const int first = digits_at (text, 2);
  const int second = digits_at (text + 3, 2);
  const int year = digits_at (text + 6, 4);

  if (first < 0 || second < 0 || year < 0)
    return FALSE;

  period_readings_add_either_date (self, first, second, year);

  return TRUE;
}

/* The forms tables are full of, without tokens. */
static gboolean
read_digits (PeriodReadings *self, const char *text, gsize length)
{
  if (length >= 7 && (text[4] == '-' || text[4] == '/'))
    return read_year_first (self, text, length);
  if (length == 10 && text[2] == '/' && text[5] == '/')
    return read_year_last (self, text);

  return FALSE;
}

void
period_readings_take (PeriodReadings *self, const char *text, gsize length)
{
  PeriodTokens tokens;

  self->n = 0;
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  while (length > 0 && g_ascii_isspace (*text)) {
    text++;
    length--;
  }
  if (length == 0 || length > LONGEST_TEXT || read_digits (self, text, length) ||
      read_window (self, text, length))
    return;

  if (period_tokens_read (&tokens, text, length))
    read_tokens (self, &tokens);
  keep (self, is_in_range);
}
