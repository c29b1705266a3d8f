/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-text.h"

#include "base/civil.h"
#include "base/number.h"

#define SECONDS_OF_DAY 86400

static char *
dup_date (gint64 day)
{
  const CivilDate date = civil_from_days (day);

  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

static char *
dup_time (gint64 seconds)
{
  return g_strdup_printf ("%02d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60),
                          (int) (seconds % 60));
}

static char *
dup_moment (gint64 seconds)
{
  const gint64 day = seconds / SECONDS_OF_DAY - (seconds % SECONDS_OF_DAY < 0);
  g_autofree char *date = dup_date (day);
  g_autofree char *time = dup_time (seconds - day * SECONDS_OF_DAY);

  return g_strdup_printf ("%sT%s", date, time);
}

char *
record_text_dup (const RecordScan *scan, guint at, ExpressionKind kind)
{
  char number[NUMBER_TEXT_SIZE];

  if (!record_scan_is_known (scan, at))
    return g_strdup ("");
  switch (kind) {
  case EXPRESSION_DATE:
    return dup_date (record_scan_get_integer (scan, at));
  case EXPRESSION_DATETIME:
    return dup_moment (record_scan_get_integer (scan, at));
  case EXPRESSION_TIME:
    return dup_time (record_scan_get_integer (scan, at));
  case EXPRESSION_TRUTH:
    return g_strdup (record_scan_get_integer (scan, at) ? "true" : "false");
  case EXPRESSION_NUMBER:
    return g_strdup (number_show (record_scan_get_number (scan, at), number));
  default:
    return g_strdup (record_scan_get_text (scan, at));
  }
}
