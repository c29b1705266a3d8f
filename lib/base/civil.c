/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/civil.h"

#define DAYS_IN_ERA 146097      /* 400 years, after which the calendar repeats */
#define EPOCH_FROM_MARCH 719468 /* 1 March of year 0 to 1 January 1970 */

static gint64
divide_down (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

/* Years are counted from March, so that a leap day is the last of its year.
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013),
 * days_from_civil.
 */
gint64
civil_to_days (int year, int month, int day)
{
  const gint64 y = (gint64) year - (month <= 2);
  const gint64 era = divide_down (y, 400);
  const gint64 year_of_era = y - era * 400;
  const gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_IN_ERA + day_of_era - EPOCH_FROM_MARCH;
}

/* Source: as above, civil_from_days. */
CivilDate
civil_from_days (gint64 days)
{
  const gint64 z = days + EPOCH_FROM_MARCH;
  const gint64 era = divide_down (z, DAYS_IN_ERA);
  const gint64 doe = z - era * DAYS_IN_ERA;
  const gint64 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const gint64 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const gint64 mp = (5 * doy + 2) / 153;
  CivilDate date;

  date.day = (int) (doy - (153 * mp + 2) / 5 + 1);
  date.month = (int) (mp < 10 ? mp + 3 : mp - 9);
  date.year = (int) (yoe + era * 400 + (date.month <= 2));

  return date;
}

int
civil_days_in_month (int year, int month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  const gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return lengths[month - 1] + (month == 2 && leap);
}

gboolean
civil_is_date (int year, int month, int day)
{
  return 1 <= month && month <= 12 && 1 <= day && day <= civil_days_in_month (year, month);
}

/* 1 January 1970 was a Thursday, three days into its week. */
gint64
civil_week_of_days (gint64 days)
{
  return divide_down (days + 3, 7);
}

gint64
civil_week_monday (gint64 week)
{
  return week * 7 - 3;
}

guint
civil_weekday (gint64 days)
{
  return (guint) (days - civil_week_monday (civil_week_of_days (days)));
}

int
civil_week_number (gint64 week, int *year)
{
  const gint64 thursday = civil_week_monday (week) + 3;

  *year = civil_from_days (thursday).year;

  return (int) ((thursday - civil_to_days (*year, 1, 1)) / 7) + 1;
}

gboolean
civil_week_from_number (int year, int number, gint64 *week)
{
  const gint64 first = civil_week_of_days (civil_to_days (year, 1, 4)); /* always in week 1 */
  int found_year;

  if (number < 1 || number > 53)
    return FALSE;
  if (civil_week_number (first + number - 1, &found_year) != number)
    return FALSE;

  *week = first + number - 1;

  return TRUE;
}
