/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/dated-period.h"

#include "base/period-days.h"
#include "base/period-parse.h"

#include <string.h>

gboolean
dated_period_find (const Period *like, const char *text, gboolean is_end, gint64 *ordinal)
{
  PeriodDays days;
  Period read;

  if (!period_parse_like (text, strlen (text), like, &read) &&
      !(period_parse_days (text, strlen (text), &days) &&
        period_of_day (like->calendar, is_end ? days.last : days.first, &read)))
    return FALSE;
  *ordinal = read.ordinal;

  return TRUE;
}
