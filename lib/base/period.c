/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period.h"

#include "base/civil.h"

#include <string.h>

#define FIRST_DAY (-135140) /* 1 January 1600 */
#define LAST_DAY 157053     /* 31 December 2399 */

static const char *const MONTHS[] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December",
};

static const struct calendar {
  guint steps_per_year;
  const char *plural;
  const char *counted; /* in "three … to", shorter where the year itself tells */
} calendars[] = {
  [SCRUTINY_CALENDAR_UNKNOWN] = { 0, "periods", "periods" },
  [SCRUTINY_CALENDAR_DAY] = { 365, "days", "days" },
  [SCRUTINY_CALENDAR_WEEK] = { 52, "weeks", "weeks" },
  [SCRUTINY_CALENDAR_MONTH] = { 12, "months", "months" },
  [SCRUTINY_CALENDAR_QUARTER] = { 4, "quarters of the calendar year", "quarters" },
  [SCRUTINY_CALENDAR_HALF] = { 2, "halves of the calendar year", "half-years" },
  [SCRUTINY_CALENDAR_YEAR] = { 1, "calendar years", "years" },
  [SCRUTINY_CALENDAR_FINANCIAL_QUARTER] = { 4, "quarters of the financial year", "quarters" },
  [SCRUTINY_CALENDAR_FINANCIAL_HALF] = { 2, "halves of the financial year", "half-years" },
  [SCRUTINY_CALENDAR_FINANCIAL_YEAR] = { 1, "financial years", "years" },
  [SCRUTINY_CALENDAR_ACADEMIC_YEAR] = { 1, "academic years", "academic years" },
};

static const struct calendar *
calendar_facts (ScrutinyCalendar calendar)
{
  return &calendars[(guint) calendar < G_N_ELEMENTS (calendars) ? calendar : 0];
}

guint
period_steps_per_year (ScrutinyCalendar calendar)
{
  return calendar_facts (calendar)->steps_per_year;
}

const char *
period_get_plural (ScrutinyCalendar calendar)
{
  return calendar_facts (calendar)->plural;
}

/* The first and last step of @calendar that lie in the years the library reads. */
static void
limits (ScrutinyCalendar calendar, gint64 *first, gint64 *last)
{
  const gint64 steps = period_steps_per_year (calendar);

  switch (calendar) {
  case SCRUTINY_CALENDAR_UNKNOWN:
    *first = 0;
    *last = -1;
    break;
  case SCRUTINY_CALENDAR_DAY:
    *first = FIRST_DAY;
    *last = LAST_DAY;
    break;
  case SCRUTINY_CALENDAR_WEEK: /* both ends by their Thursday */
    *first = civil_week_of_days (FIRST_DAY + 3);
    *last = civil_week_of_days (LAST_DAY - 3);
    break;
  default: /* financial quarters are on the grid of the quarters, from the second on */
    *first = PERIOD_FIRST_YEAR * steps + (calendar == SCRUTINY_CALENDAR_FINANCIAL_QUARTER);
    *last = (PERIOD_LAST_YEAR + 1) * steps - 1;
  }
}

gboolean
period_is_in_range (const Period *period)
{
  gint64 first, last;

  limits (period->calendar, &first, &last);

  return first <= period->ordinal - (gint64) period->length + 1 && period->ordinal <= last;
}

static char *
dup_financial (gint64 year, const char *suffix)
{
  return g_strdup_printf ("%04d/%02d%s", (int) year, (int) ((year + 1) % 100), suffix);
}

static char *
dup_part (gboolean is_financial, gint64 year, char part, gint64 number)
{
  const char suffix[] = { '-', part, (char) ('1' + number), '\0' };

  return is_financial ? dup_financial (year, suffix)
                      : g_strdup_printf ("%04d%s", (int) year, suffix);
}

static char *
dup_day (gint64 days)
{
  const CivilDate date = civil_from_days (days);

  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

static char *
write_digits (char *at, int number, guint n)
{
  for (guint i = n; i-- > 0; number /= 10)
    at[i] = (char) ('0' + number % 10);

  return at + n;
}

/* Months are by far the most common, and printf would be most of the work. */
static char *
dup_month (int year, int month)
{
  char text[sizeof "2010-03"];

  if (year < 0 || year > 9999 || month < 1)
    return g_strdup_printf ("%04d-%02d", year, month);

  *write_digits (text, year, 4) = '-';
  *write_digits (text + 5, month, 2) = '\0';

  return g_strdup (text);
}

static char *
dup_week (gint64 week)
{
  int year;
  const int number = civil_week_number (week, &year);

  return g_strdup_printf ("%04d-W%02d", year, number);
}

static char *
dup_step (ScrutinyCalendar calendar, gint64 ordinal)
{
  switch (calendar) {
  case SCRUTINY_CALENDAR_DAY:
    return dup_day (ordinal);
  case SCRUTINY_CALENDAR_WEEK:
    return dup_week (ordinal);
  case SCRUTINY_CALENDAR_MONTH:
    return dup_month ((int) (ordinal / 12), (int) (ordinal % 12 + 1));
  case SCRUTINY_CALENDAR_QUARTER:
    return dup_part (FALSE, ordinal / 4, 'Q', ordinal % 4);
  case SCRUTINY_CALENDAR_FINANCIAL_QUARTER:
    return dup_part (TRUE, (ordinal - 1) / 4, 'Q', (ordinal - 1) % 4);
  case SCRUTINY_CALENDAR_HALF:
    return dup_part (FALSE, ordinal / 2, 'H', ordinal % 2);
  case SCRUTINY_CALENDAR_FINANCIAL_HALF:
    return dup_part (TRUE, ordinal / 2, 'H', ordinal % 2);
  case SCRUTINY_CALENDAR_YEAR:
    return g_strdup_printf ("%04d", (int) ordinal);
  case SCRUTINY_CALENDAR_FINANCIAL_YEAR:
    return dup_financial (ordinal, "");
  case SCRUTINY_CALENDAR_ACADEMIC_YEAR:
    return dup_financial (ordinal, " academic");
  case SCRUTINY_CALENDAR_UNKNOWN:
  default:
    return g_strdup ("");
  }
}

char *
period_dup_text (const Period *period)
{
  g_autofree char *last = dup_step (period->calendar, period->ordinal);
  g_autofree char *first = NULL;

  switch (period->window) {
  case PERIOD_ROLLING:
    first = dup_step (period->calendar, period->ordinal - (gint64) period->length + 1);
    return g_strdup_printf ("%s..%s rolling", first, last);
  case PERIOD_TO_DATE:
    return g_strdup_printf ("%s to date", last);
  case PERIOD_PLAIN:
  default:
    return g_steal_pointer (&last);
  }
}

static char *
dup_day_label (gint64 days)
{
  const CivilDate date = civil_from_days (days);

  return g_strdup_printf ("%d %s %d", date.day, MONTHS[date.month - 1], date.year);
}

static char *
dup_months_label (gint64 first, gint64 n_months)
{
  return g_strdup_printf ("%s–%s %d", MONTHS[first % 12], MONTHS[first % 12 + n_months - 1],
                          (int) (first / 12));
}

static char *
dup_month_label (int year, const char *month)
{
  char text[sizeof "2010"];

  if (year < 1000 || year > 9999)
    return g_strdup_printf ("%s %d", month, year);

  *write_digits (text, year, 4) = '\0';

  return g_strconcat (month, " ", text, NULL);
}

static char *
dup_step_label (ScrutinyCalendar calendar, gint64 ordinal)
{
  g_autofree char *text = NULL;

  switch (calendar) {
  case SCRUTINY_CALENDAR_DAY:
    return dup_day_label (ordinal);
  case SCRUTINY_CALENDAR_WEEK:
    text = dup_day_label (civil_week_monday (ordinal));
    return g_strdup_printf ("week of %s", text);
  case SCRUTINY_CALENDAR_MONTH:
    return dup_month_label ((int) (ordinal / 12), MONTHS[ordinal % 12]);
  case SCRUTINY_CALENDAR_QUARTER:
    return dup_months_label (ordinal * 3, 3);
  case SCRUTINY_CALENDAR_HALF:
    return dup_months_label (ordinal * 6, 6);
  case SCRUTINY_CALENDAR_FINANCIAL_QUARTER:
    text = dup_financial ((ordinal - 1) / 4, "");
    return g_strdup_printf ("Q%d %s", (int) ((ordinal - 1) % 4) + 1, text);
  case SCRUTINY_CALENDAR_FINANCIAL_HALF:
    text = dup_financial (ordinal / 2, "");
    return g_strdup_printf ("%s half of %s", ordinal % 2 ? "second" : "first", text);
  case SCRUTINY_CALENDAR_ACADEMIC_YEAR:
    text = dup_financial (ordinal, "");
    return g_strdup_printf ("academic year %s", text);
  default:
    return dup_step (calendar, ordinal);
  }
}

static char *
dup_count_label (guint count)
{
  static const char *const words[] = {
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  };

  return 1 <= count && count <= G_N_ELEMENTS (words) ? g_strdup (words[count - 1])
                                                     : g_strdup_printf ("%u", count);
}

char *
period_dup_label (const Period *period)
{
  const gboolean is_academic = period->calendar == SCRUTINY_CALENDAR_ACADEMIC_YEAR;
  g_autofree char *label = dup_step_label (period->calendar, period->ordinal);
  g_autofree char *count = NULL;
  g_autofree char *end = NULL;

  switch (period->window) {
  case PERIOD_ROLLING:
    count = dup_count_label (period->length);
    end = is_academic ? dup_financial (period->ordinal, "") : g_strdup (label);
    return g_strdup_printf ("%s %s to %s", count, calendar_facts (period->calendar)->counted, end);
  case PERIOD_TO_DATE:
    return g_strdup_printf ("%s, year to date", label);
  case PERIOD_PLAIN:
  default:
    return g_steal_pointer (&label);
  }
}
