/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/calendar.h>

/**
 * scrutiny_calendar_get_name:
 * @calendar: a calendar
 *
 * Gets the name a calendar goes by in files and options: `month`,
 * `financial-year`.
 *
 * Returns: the name; `unknown` for a value it does not know
 *
 * Since: 0.1
 */
const char *
scrutiny_calendar_get_name (ScrutinyCalendar calendar)
{
  switch (calendar) {
  case SCRUTINY_CALENDAR_DAY:
    return "day";
  case SCRUTINY_CALENDAR_WEEK:
    return "week";
  case SCRUTINY_CALENDAR_MONTH:
    return "month";
  case SCRUTINY_CALENDAR_QUARTER:
    return "quarter";
  case SCRUTINY_CALENDAR_HALF:
    return "half";
  case SCRUTINY_CALENDAR_YEAR:
    return "year";
  case SCRUTINY_CALENDAR_FINANCIAL_QUARTER:
    return "financial-quarter";
  case SCRUTINY_CALENDAR_FINANCIAL_HALF:
    return "financial-half";
  case SCRUTINY_CALENDAR_FINANCIAL_YEAR:
    return "financial-year";
  case SCRUTINY_CALENDAR_ACADEMIC_YEAR:
    return "academic-year";
  case SCRUTINY_CALENDAR_UNKNOWN:
  default:
    return "unknown";
  }
}
