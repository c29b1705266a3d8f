/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/step-words.h"

StepWords
step_words_get (ScrutinyCalendar calendar)
{
  switch (calendar) {
  case SCRUTINY_CALENDAR_DAY:
    return (StepWords){ "day", "days" };
  case SCRUTINY_CALENDAR_WEEK:
    return (StepWords){ "week", "weeks" };
  case SCRUTINY_CALENDAR_MONTH:
    return (StepWords){ "month", "months" };
  case SCRUTINY_CALENDAR_QUARTER:
  case SCRUTINY_CALENDAR_FINANCIAL_QUARTER:
    return (StepWords){ "quarter", "quarters" };
  case SCRUTINY_CALENDAR_HALF:
  case SCRUTINY_CALENDAR_FINANCIAL_HALF:
    return (StepWords){ "half-year", "half-years" };
  case SCRUTINY_CALENDAR_YEAR:
  case SCRUTINY_CALENDAR_FINANCIAL_YEAR:
  case SCRUTINY_CALENDAR_ACADEMIC_YEAR:
    return (StepWords){ "year", "years" };
  case SCRUTINY_CALENDAR_UNKNOWN:
  default:
    return (StepWords){ "period", "periods" };
  }
}

char *
step_words_dup_count (StepWords words, guint n)
{
  return g_strdup_printf ("%u %s", n, n == 1 ? words.one : words.many);
}
