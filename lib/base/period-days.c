/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period-days.h"

#include "base/civil.h"
#include "base/period-parse.h"

/* How steps of whole months lie on the months since year 0. */
static const struct {
  gint64 n_months;
  gint64 first_month; /* of step 0 */
} in_months[] = {
  [SCRUTINY_CALENDAR_MONTH] = { 1, 0 },
  [SCRUTINY_CALENDAR_QUARTER] = { 3, 0 },
  [SCRUTINY_CALENDAR_HALF] = { 6, 0 },
  [SCRUTINY_CALENDAR_YEAR] = { 12, 0 },
  [SCRUTINY_CALENDAR_FINANCIAL_QUARTER] = { 3, 0 }, /* on the grid of the quarters */
  [SCRUTINY_CALENDAR_FINANCIAL_HALF] = { 6, 3 },
  [SCRUTINY_CALENDAR_FINANCIAL_YEAR] = { 12, 3 },
  [SCRUTINY_CALENDAR_ACADEMIC_YEAR] = { 12, 8 },
};

static gint64
first_day_of_month (gint64 month)
{
  return civil_to_days ((int) (month / 12), (int) (month % 12) + 1, 1);
}

static PeriodDays
days_of_months (const Period *period)
{
  const gint64 n_months = in_months[period->calendar].n_months;
  const gint64 first_month = in_months[period->calendar].first_month;
  const gint64 end = (period->ordinal + 1) * n_months + first_month;

  return (PeriodDays){
    first_day_of_month (end - (gint64) period->length * n_months),
    first_day_of_month (end) - 1,
  };
}

gboolean
period_get_days (const Period *period, PeriodDays *days)
{
  const gint64 first = period->ordinal - (gint64) period->length + 1;

  if (!period_is_in_range (period))
    return FALSE;

  switch ((int) period->calendar) {
  case SCRUTINY_CALENDAR_DAY:
    *days = (PeriodDays){ first, period->ordinal };
    break;
  case SCRUTINY_CALENDAR_WEEK:
    *days = (PeriodDays){ civil_week_monday (first), civil_week_monday (period->ordinal) + 6 };
    break;
  default:
    *days = days_of_months (period);
  }

  return TRUE;
}

static gboolean
is_written_as_month (const char *text, gsize length)
{
  static const char pattern[] = "0000-00";

  if (length != sizeof pattern - 1)
    return FALSE;

  for (gsize i = 0; i < length; i++) {
    if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  }

  return TRUE;
}

gboolean
period_parse_days (const char *text, gsize length, PeriodDays *days)
{
  const ScrutinyCalendar hint =
      is_written_as_month (text, length) ? SCRUTINY_CALENDAR_MONTH : SCRUTINY_CALENDAR_UNKNOWN;
  Period period;

  return period_parse (text, length, hint, &period) && period.window == PERIOD_PLAIN &&
         period_get_days (&period, days);
}

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

static gint64
month_of_day (gint64 day)
{
  const CivilDate date = civil_from_days (day);

  return (gint64) date.year * 12 + date.month - 1;
}

gboolean
period_of_day (ScrutinyCalendar calendar, gint64 day, Period *period)
{
  Period found = { .calendar = calendar, .length = 1 };

  if (day < civil_to_days (PERIOD_FIRST_YEAR, 1, 1) ||
      day > civil_to_days (PERIOD_LAST_YEAR, 12, 31))
    return FALSE;
  if (calendar == SCRUTINY_CALENDAR_DAY)
    found.ordinal = day;
  else if (calendar == SCRUTINY_CALENDAR_WEEK)
    found.ordinal = civil_week_of_days (day);
  else if (calendar != SCRUTINY_CALENDAR_UNKNOWN)
    found.ordinal = floor_div (month_of_day (day) - in_months[calendar].first_month,
                               in_months[calendar].n_months);
  if (!period_is_in_range (&found))
    return FALSE;
  *period = found;

  return TRUE;
}
