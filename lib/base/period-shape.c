/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period-shape.h"

#include "base/civil.h"

#include <string.h>

#define LONGEST_SPAN_YEARS 10 /* 2014-23; more is two years, not a window */
#define MOST_STEPS 999        /* in a rolling window */

#define ANY 0xff
#define DAY_FIRST 1
#define MONTH_FIRST 2

/* Among months written 2010-03, 2010/11 is no month. */
#define WITH_DASH (READING_AT_END | READING_AT_START)
#define WITH_SLASH 4

/* A date stands for a week by its weekday (bits 0 to 6), for a longer step by the end it marks. */

static void
add (PeriodReadings *self, Period period, ReadingRank rank, guint8 order, guint8 anchor)
{
  if (self->n == PERIOD_MOST_READINGS || !period_is_in_range (&period))
    return;

  self->items[self->n++] = (PeriodReading){ period, rank, order, anchor };
}

static void
add_plain (PeriodReadings *self, ScrutinyCalendar calendar, gint64 ordinal, ReadingRank rank)
{
  add (self, (Period){ calendar, ordinal, PERIOD_PLAIN, 1 }, rank, ANY, ANY);
}

static void
add_rolling (PeriodReadings *self, ScrutinyCalendar calendar, gint64 ordinal, guint length)
{
  add (self, (Period){ calendar, ordinal, PERIOD_ROLLING, length }, READING_SURE, ANY, ANY);
}

/* 70 to 99 are of the last century. */
static int
whole_year (int two_digits)
{
  return two_digits + (two_digits >= 70 ? 1900 : 2000);
}

static gboolean
is_month (int month)
{
  return 1 <= month && month <= 12;
}

static gint64
month_ordinal (int year, int month)
{
  return (gint64) year * 12 + month - 1;
}

static void
add_month (PeriodReadings *self, int year, int month)
{
  if (is_month (month))
    add_plain (self, SCRUTINY_CALENDAR_MONTH, month_ordinal (year, month), READING_SURE);
}

static void
add_financial_year (PeriodReadings *self, int year)
{
  add_plain (self, SCRUTINY_CALENDAR_FINANCIAL_YEAR, year, READING_SURE);
  add_plain (self, SCRUTINY_CALENDAR_ACADEMIC_YEAR, year, READING_HINT);
}

/* Years @first to @last, pooled. */
static void
add_pooled_years (PeriodReadings *self, ScrutinyCalendar calendar, int first, int last)
{
  const int n = last - first + 1;

  if (3 <= n && n <= LONGEST_SPAN_YEARS)
    add_rolling (self, calendar, last, (guint) n);
}

/* The calendar in which @n_months from @first (0 is January) on are one step. */
static ScrutinyCalendar
calendar_of_months (int first, gint64 n_months)
{
  if (n_months == 1)
    return SCRUTINY_CALENDAR_MONTH;
  if (n_months == 3 && first % 3 == 0)
    return SCRUTINY_CALENDAR_QUARTER;
  if (n_months == 6 && first % 6 == 0)
    return SCRUTINY_CALENDAR_HALF;
  if (n_months == 6 && first % 6 == 3)
    return SCRUTINY_CALENDAR_FINANCIAL_HALF;
  if (n_months == 12 && first == 0)
    return SCRUTINY_CALENDAR_YEAR;
  if (n_months == 12 && first == 3)
    return SCRUTINY_CALENDAR_FINANCIAL_YEAR;
  if (n_months == 12 && first == 8)
    return SCRUTINY_CALENDAR_ACADEMIC_YEAR;

  return SCRUTINY_CALENDAR_UNKNOWN;
}

/* The step of @calendar that begins with month @start. */
static gint64
step_from_month (ScrutinyCalendar calendar, gint64 start)
{
  switch (calendar) {
  case SCRUTINY_CALENDAR_MONTH:
    return start;
  case SCRUTINY_CALENDAR_QUARTER:
  case SCRUTINY_CALENDAR_FINANCIAL_QUARTER:
    return start / 3;
  case SCRUTINY_CALENDAR_HALF:
    return start / 6;
  case SCRUTINY_CALENDAR_FINANCIAL_HALF:
    return (start - 3) / 6;
  default:
    return start / 12;
  }
}

static void
add_whole_span (PeriodReadings *self, gint64 start, gint64 n_months)
{
  const int first = (int) (start % 12);
  const ScrutinyCalendar calendar = calendar_of_months (first, n_months);
  const gint64 n_years = n_months / 12;

  if (calendar)
    add_plain (self, calendar, step_from_month (calendar, start), READING_SURE);
  if (calendar == SCRUTINY_CALENDAR_QUARTER)
    add_plain (self, SCRUTINY_CALENDAR_FINANCIAL_QUARTER, step_from_month (calendar, start),
               READING_HINT);
  if (n_months % 12 == 0 && 1 < n_years && n_years <= LONGEST_SPAN_YEARS &&
      calendar_of_months (first, 12))
    add_rolling (self, calendar_of_months (first, 12), start / 12 + n_years - 1, (guint) n_years);
}

/* The @n_months up to and including month @last. */
void
period_readings_add_span (PeriodReadings *self, gint64 last, gint64 n_months, PeriodSpan style)
{
  const gint64 start = last - n_months + 1;
  const gboolean from_january = start % 12 == 0;

  if (n_months < 1 || n_months > MOST_STEPS)
    return;

  if (style == SPAN_WRITTEN || style == SPAN_QUARTER)
    add_whole_span (self, start, n_months);
  if (style == SPAN_WRITTEN && n_months <= 12 && (from_january || start % 12 == 3))
    add (self, (Period){ SCRUTINY_CALENDAR_MONTH, last, PERIOD_TO_DATE, 1 }, READING_SURE, ANY,
         from_january ? 1 : 2);
  if (n_months > 1)
    add_rolling (self, SCRUTINY_CALENDAR_MONTH, last, (guint) n_months);
  if (style == SPAN_ENDING)
    add_whole_span (self, start, n_months);
}

/* A date often stands for the month, quarter or year that begins or ends with it. */
static void
add_steps_at (PeriodReadings *self, gint64 start, guint8 order, guint8 anchor, ReadingRank rank)
{
  static const guint8 lengths[] = { 1, 3, 6, 12 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
    const gint64 first = anchor == READING_AT_START ? start : start - lengths[i] + 1;
    const ScrutinyCalendar calendar = calendar_of_months ((int) (first % 12), lengths[i]);
    const gint64 ordinal = step_from_month (calendar, first);

    if (!calendar)
      continue;
    add (self, (Period){ calendar, ordinal, PERIOD_PLAIN, 1 }, rank, order, anchor);
    if (calendar == SCRUTINY_CALENDAR_QUARTER)
      add (self, (Period){ SCRUTINY_CALENDAR_FINANCIAL_QUARTER, ordinal, PERIOD_PLAIN, 1 },
           READING_HINT, order, anchor);
  }
}

static void
add_date (PeriodReadings *self, int year, int month, int day, guint8 order, ReadingRank rank)
{
  const ReadingRank derived = rank == READING_SURE ? READING_COLUMN : rank;
  gint64 days;

  if (!civil_is_date (year, month, day))
    return;

  days = civil_to_days (year, month, day);
  add (self, (Period){ SCRUTINY_CALENDAR_DAY, days, PERIOD_PLAIN, 1 }, rank, order, ANY);
  add (self, (Period){ SCRUTINY_CALENDAR_WEEK, civil_week_of_days (days), PERIOD_PLAIN, 1 },
       derived, order, (guint8) (1u << civil_weekday (days)));

  if (day == 1)
    add_steps_at (self, month_ordinal (year, month), order, READING_AT_START, derived);
  else if (day == civil_days_in_month (year, month))
    add_steps_at (self, month_ordinal (year, month), order, READING_AT_END, derived);
}

void
period_readings_add_date (PeriodReadings *self, int year, int month, int day)
{
  add_date (self, year, month, day, ANY, READING_SURE);
}

/* 03/04/2010: the day first, unless only the month can be. */
void
period_readings_add_either_date (PeriodReadings *self, int a, int b, int year)
{
  if (a == b) {
    add_date (self, year, a, b, ANY, READING_SURE);
    return;
  }

  add_date (self, year, b, a, DAY_FIRST, READING_SURE);
  add_date (self, year, a, b, MONTH_FIRST, READING_LATER);
}

static void
add_week (PeriodReadings *self, int year, int number)
{
  gint64 week;

  if (civil_week_from_number (year, number, &week))
    add_plain (self, SCRUTINY_CALENDAR_WEEK, week, READING_SURE);
}

/* 2009-10, 2009/10, 2014-16, 2010-03: @is_dashed allows pooled years. */
void
period_readings_add_year_and_two (PeriodReadings *self, int year, int two, gboolean is_dashed)
{
  const int later = (two - year % 100 + 100) % 100;

  if (later == 1)
    add_financial_year (self, year);
  if (is_month (two))
    add (self, (Period){ SCRUTINY_CALENDAR_MONTH, month_ordinal (year, two), PERIOD_PLAIN, 1 },
         READING_SURE, ANY,
         is_dashed    ? WITH_DASH
         : later == 1 ? WITH_SLASH
                      : ANY);
  if (is_dashed && later >= 2)
    add_pooled_years (self, SCRUTINY_CALENDAR_YEAR, year, year + later);
}

/* 201004, 202122 */
static void
add_six_digits (PeriodReadings *self, int value)
{
  const int year = value / 100;

  add_month (self, year, value % 100);
  if ((year + 1) % 100 == value % 100)
    add_financial_year (self, year);
}

/* 20100331, 20092010 */
static void
add_eight_digits (PeriodReadings *self, int value)
{
  if (value / 10000 + 1 == value % 10000)
    add_financial_year (self, value / 10000);
  else
    add_date (self, value / 10000, value / 100 % 100, value % 100, ANY, READING_SURE);
}

static void
add_two_years (PeriodReadings *self, int first, int last, gboolean is_dashed)
{
  if (last == first + 1)
    add_financial_year (self, first);
  else if (is_dashed)
    add_pooled_years (self, SCRUTINY_CALENDAR_YEAR, first, last);
}

/* @v are the numbers and names of months in the text, in order. */
typedef void (*ReadShape) (PeriodReadings *self, const int *v);

static void
read_year (PeriodReadings *self, const int *v)
{
  add_plain (self, SCRUTINY_CALENDAR_YEAR, v[0], READING_SURE);
}

static void
read_year_as_decimal (PeriodReadings *self, const int *v)
{
  if (v[1] == 0)
    read_year (self, v);
}

static void
read_year_dash_two (PeriodReadings *self, const int *v)
{
  period_readings_add_year_and_two (self, v[0], v[1], TRUE);
}

static void
read_year_slash_two (PeriodReadings *self, const int *v)
{
  period_readings_add_year_and_two (self, v[0], v[1], FALSE);
}

static void
read_year_month (PeriodReadings *self, const int *v)
{
  add_month (self, v[0], v[1]);
}

static void
read_month_year (PeriodReadings *self, const int *v)
{
  add_month (self, v[1], v[0]);
}

static void
read_month_short_year (PeriodReadings *self, const int *v)
{
  add_month (self, whole_year (v[1]), v[0]);
}

static void
read_years_dash (PeriodReadings *self, const int *v)
{
  add_two_years (self, v[0], v[1], TRUE);
}

static void
read_years_slash (PeriodReadings *self, const int *v)
{
  add_two_years (self, v[0], v[1], FALSE);
}

/* 08/09 could as well be a month; a column that counts on settles it. */
static void
read_short_years (PeriodReadings *self, const int *v)
{
  if ((v[0] + 1) % 100 != v[1])
    return;

  add_plain (self, SCRUTINY_CALENDAR_FINANCIAL_YEAR, whole_year (v[0]), READING_COLUMN);
  add_plain (self, SCRUTINY_CALENDAR_ACADEMIC_YEAR, whole_year (v[0]), READING_HINT);
}

static void
read_six_digits (PeriodReadings *self, const int *v)
{
  add_six_digits (self, v[0]);
}

static void
read_eight_digits (PeriodReadings *self, const int *v)
{
  add_eight_digits (self, v[0]);
}

static void
read_year_week (PeriodReadings *self, const int *v)
{
  add_week (self, v[0], v[1]);
}

static void
read_year_month_day (PeriodReadings *self, const int *v)
{
  add_date (self, v[0], v[1], v[2], ANY, READING_SURE);
}

static void
read_day_name_year (PeriodReadings *self, const int *v)
{
  add_date (self, v[2], v[1], v[0], ANY, READING_SURE);
}

static void
read_day_name_short_year (PeriodReadings *self, const int *v)
{
  add_date (self, whole_year (v[2]), v[1], v[0], ANY, READING_SURE);
}

static void
read_name_day_year (PeriodReadings *self, const int *v)
{
  add_date (self, v[2], v[0], v[1], ANY, READING_SURE);
}

static void
read_numeric_date (PeriodReadings *self, const int *v)
{
  period_readings_add_either_date (self, v[0], v[1], v[2]);
}

static void
read_short_numeric_date (PeriodReadings *self, const int *v)
{
  period_readings_add_either_date (self, v[0], v[1], whole_year (v[2]));
}

/* Apr-Jun 2010: within one calendar year */
static void
read_months_of_year (PeriodReadings *self, const int *v)
{
  period_readings_add_span (self, month_ordinal (v[2], v[1]), v[1] - v[0] + 1, SPAN_WRITTEN);
}

/* Apr-Mar 2010/11: within one financial year */
static void
read_months_of_financial_year (PeriodReadings *self, const int *v)
{
  const gint64 april = month_ordinal (v[2], 4);
  const int first = (v[0] + 8) % 12;
  const int last = (v[1] + 8) % 12;

  if (v[3] == (v[3] < 100 ? (v[2] + 1) % 100 : v[2] + 1))
    period_readings_add_span (self, april + last, last - first + 1, SPAN_WRITTEN);
}

static void
add_months_between (PeriodReadings *self, int year, int month, int last_year, int last_month)
{
  const gint64 last = month_ordinal (last_year, last_month);

  period_readings_add_span (self, last, last - month_ordinal (year, month) + 1, SPAN_WRITTEN);
}

static void
read_month_to_month (PeriodReadings *self, const int *v)
{
  add_months_between (self, v[1], v[0], v[3], v[2]);
}

static void
read_short_month_to_month (PeriodReadings *self, const int *v)
{
  add_months_between (self, whole_year (v[1]), v[0], whole_year (v[3]), v[2]);
}

static void
add_dates_between (PeriodReadings *self, const int *first, const int *last)
{
  if (first[0] == 1 && civil_is_date (last[2], last[1], last[0]) && is_month (first[1]) &&
      last[0] == civil_days_in_month (last[2], last[1]))
    add_months_between (self, first[2], first[1], last[2], last[1]);
}

static void
read_date_to_date (PeriodReadings *self, const int *v)
{
  add_dates_between (self, v, v + 3);
}

/* 1 April to 30 June 2010 */
static void
read_day_to_date (PeriodReadings *self, const int *v)
{
  add_dates_between (self, (const int[]){ v[0], v[1], v[4] }, v + 2);
}

/* 2011/12 - 2013/14 */
static void
read_financial_years (PeriodReadings *self, const int *v)
{
  if ((v[0] + 1) % 100 == v[1] && (v[2] + 1) % 100 == v[3])
    add_pooled_years (self, SCRUTINY_CALENDAR_FINANCIAL_YEAR, v[0], v[2]);
}

static void
read_financial_years_short (PeriodReadings *self, const int *v)
{
  read_financial_years (self, (const int[]){ v[0], v[1], whole_year (v[2]), v[3] });
}

static const struct shape {
  const char *shape; /* sorted */
  ReadShape read;
  guint years; /* bit i: the i-th number is a year and needs both its digits */
} shapes[] = {
  { "D-D-Y", read_numeric_date, 0 },
  { "D-M-D", read_day_name_short_year, 0x4 },
  { "D-M-Y", read_day_name_year, 0 },
  { "D-Y", read_month_year, 0 },
  { "D.D.D", read_short_numeric_date, 0x4 },
  { "D.D.Y", read_numeric_date, 0 },
  { "D/D", read_short_years, 0x3 },
  { "D/D/D", read_short_numeric_date, 0x4 },
  { "D/D/Y", read_numeric_date, 0 },
  { "D/D/Y-D/D/Y", read_date_to_date, 0 },
  { "D/D/YtD/D/Y", read_date_to_date, 0 },
  { "D/M/D", read_day_name_short_year, 0x4 },
  { "D/M/Y", read_day_name_year, 0 },
  { "D/Y", read_month_year, 0 },
  { "DM-DMY", read_day_to_date, 0 },
  { "DMD", read_day_name_short_year, 0x4 },
  { "DMY", read_day_name_year, 0 },
  { "DMY-DMY", read_date_to_date, 0 },
  { "DMYtDMY", read_date_to_date, 0 },
  { "DMtDMY", read_day_to_date, 0 },
  { "E", read_eight_digits, 0 },
  { "M'D", read_month_short_year, 0x2 },
  { "M'Y", read_month_year, 0 },
  { "M-D", read_month_short_year, 0x2 },
  { "M-D-M-D", read_short_month_to_month, 0xa },
  { "M-DtM-D", read_short_month_to_month, 0xa },
  { "M-MY", read_months_of_year, 0 },
  { "M-MY-D", read_months_of_financial_year, 0x8 },
  { "M-MY/D", read_months_of_financial_year, 0x8 },
  { "M-MY/Y", read_months_of_financial_year, 0 },
  { "M-Y", read_month_year, 0 },
  { "M-Y-M-Y", read_month_to_month, 0 },
  { "M-YtM-Y", read_month_to_month, 0 },
  { "M.D", read_month_short_year, 0x2 },
  { "M.Y", read_month_year, 0 },
  { "M/D", read_month_short_year, 0x2 },
  { "M/MY", read_months_of_year, 0 },
  { "M/Y", read_month_year, 0 },
  { "MD", read_month_short_year, 0x2 },
  { "MD-MD", read_short_month_to_month, 0xa },
  { "MDY", read_name_day_year, 0 },
  { "MDtMD", read_short_month_to_month, 0xa },
  { "MY", read_month_year, 0 },
  { "MY-MY", read_month_to_month, 0 },
  { "MYtMY", read_month_to_month, 0 },
  { "MtMY", read_months_of_year, 0 },
  { "MtMY/D", read_months_of_financial_year, 0x8 },
  { "MtMY/Y", read_months_of_financial_year, 0 },
  { "S", read_six_digits, 0 },
  { "Y", read_year, 0 },
  { "Y-D", read_year_dash_two, 0x2 },
  { "Y-D-D", read_year_month_day, 0 },
  { "Y-DtY-D", read_financial_years, 0xa },
  { "Y-M", read_year_month, 0 },
  { "Y-Y", read_years_dash, 0 },
  { "Y-mD", read_year_month, 0 },
  { "Y-wD", read_year_week, 0 },
  { "Y.D", read_year_as_decimal, 0 },
  { "Y.D.D", read_year_month_day, 0 },
  { "Y/D", read_year_slash_two, 0x2 },
  { "Y/D-D/D", read_financial_years_short, 0xe },
  { "Y/D-Y/D", read_financial_years, 0xa },
  { "Y/D/D", read_year_month_day, 0 },
  { "Y/DtD/D", read_financial_years_short, 0xe },
  { "Y/DtY/D", read_financial_years, 0xa },
  { "Y/Y", read_years_slash, 0 },
  { "YM", read_year_month, 0 },
  { "YmD", read_year_month, 0 },
  { "YtY", read_years_dash, 0 },
  { "YwD", read_year_week, 0 },
};

static const struct shape *
find_shape (const char *shape)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (shapes);

  while (low < high) {
    const gsize middle = (low + high) / 2;
    const int first = *shape - *shapes[middle].shape;
    const int order = first ? first : strcmp (shape, shapes[middle].shape);

    if (order == 0)
      return &shapes[middle];
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }

  return NULL;
}

void
period_readings_add_shape (PeriodReadings *self, const PeriodTokens *tokens)
{
  const struct shape *found = find_shape (tokens->shape);
  int values[PERIOD_MOST_TOKENS];
  gsize n = 0;

  if (!found)
    return;

  for (gsize i = 0; i < tokens->n; i++) {
    if (!strchr ("YDSEM", tokens->shape[i]))
      continue;
    if ((found->years >> n & 1) && tokens->digits[i] != 2)
      return;
    values[n++] = tokens->values[i];
  }
  found->read (self, values);
}
