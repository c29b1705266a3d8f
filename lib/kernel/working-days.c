/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/working-days.h"

#define FIRST_MONDAY 4 /* 5 January 1970, in days since 1 January 1970 */

static int64_t
divide_down (int64_t a, int64_t b)
{
  return a / b - (a % b < 0);
}

/* How many days from Monday to Friday there are from FIRST_MONDAY up to and with @day. */
static int64_t
weekdays_until (int64_t day)
{
  const int64_t week = divide_down (day - FIRST_MONDAY, 7);
  const int64_t of_week = day - FIRST_MONDAY - 7 * week; /* 0 is Monday */

  return 5 * week + (of_week < 5 ? of_week + 1 : 5);
}

/* How many of @holidays are no later than @day. */
static int64_t
holidays_until (int64_t day, size_t n, const int64_t *holidays)
{
  size_t low = 0, high = n;

  while (low < high) {
    const size_t middle = low + (high - low) / 2;

    if (holidays[middle] <= day)
      low = middle + 1;
    else
      high = middle;
  }

  return (int64_t) low;
}

/**
 * kernel_working_days:
 * @from: a day, as a count of days from 1 January 1970
 * @to: another
 * @n_holidays: number of holidays
 * @holidays: shape (@n_holidays), days as above, ascending, none twice, each from Monday to Friday
 *
 * Counts the working days after @from up to and with @to: from Monday to Friday and no holiday.
 * The day of @from is not counted, so that a case that is opened and closed on one day took 0;
 * where @to comes before @from the count is that of the way back, below zero.
 *
 * O(log @n_holidays) time.  Both days and all between them are days of the Gregorian calendar
 * for whom whoever calls knows the holidays; missing days are whoever calls' to see.
 *
 * Source: definition; "working day" as in section 10(6) of the Freedom of Information Act 2000,
 * counted from the day after, as there in section 10(1).
 *
 * Returns: how many there are
 */
int64_t
kernel_working_days (int64_t from, int64_t to, size_t n_holidays, const int64_t *holidays)
{
  const int64_t weekdays = weekdays_until (to) - weekdays_until (from);

  return weekdays -
         (holidays_until (to, n_holidays, holidays) - holidays_until (from, n_holidays, holidays));
}
