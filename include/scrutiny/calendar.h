/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

/**
 * ScrutinyCalendar:
 * @SCRUTINY_CALENDAR_UNKNOWN: no calendar: the periods could not be read as one
 * @SCRUTINY_CALENDAR_DAY: days, `2010-03-31`
 * @SCRUTINY_CALENDAR_WEEK: ISO weeks, Monday to Sunday, `2010-W13`
 * @SCRUTINY_CALENDAR_MONTH: months, `2010-03`
 * @SCRUTINY_CALENDAR_QUARTER: quarters of the calendar year, `2010-Q1`
 * @SCRUTINY_CALENDAR_HALF: halves of the calendar year, `2010-H1`
 * @SCRUTINY_CALENDAR_YEAR: calendar years, `2010`
 * @SCRUTINY_CALENDAR_FINANCIAL_QUARTER: quarters of the year from April, `2009/10-Q4`
 * @SCRUTINY_CALENDAR_FINANCIAL_HALF: halves of the year from April, `2009/10-H2`
 * @SCRUTINY_CALENDAR_FINANCIAL_YEAR: years from April, `2009/10`
 * @SCRUTINY_CALENDAR_ACADEMIC_YEAR: years from September, `2009/10 academic`
 *
 * How time is divided. A period is a whole number of steps in one calendar, so
 * gaps are known. The text after each member is how the library writes a period.
 *
 * Since: 0.1
 */
typedef enum {
  SCRUTINY_CALENDAR_UNKNOWN,
  SCRUTINY_CALENDAR_DAY,
  SCRUTINY_CALENDAR_WEEK,
  SCRUTINY_CALENDAR_MONTH,
  SCRUTINY_CALENDAR_QUARTER,
  SCRUTINY_CALENDAR_HALF,
  SCRUTINY_CALENDAR_YEAR,
  SCRUTINY_CALENDAR_FINANCIAL_QUARTER,
  SCRUTINY_CALENDAR_FINANCIAL_HALF,
  SCRUTINY_CALENDAR_FINANCIAL_YEAR,
  SCRUTINY_CALENDAR_ACADEMIC_YEAR,
} ScrutinyCalendar;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_calendar_get_name (ScrutinyCalendar calendar);

G_END_DECLS
