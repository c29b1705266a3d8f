/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression-moment.h"

#include "base/civil.h"

#include <math.h>
#include <string.h>

#define SECONDS_IN_DAY 86400

/* Exactly @n digits. */
static gboolean
take_digits (const char **at, guint n, int *value)
{
  *value = 0;
  for (guint i = 0; i < n; i++, (*at)++) {
    if (!g_ascii_isdigit (**at))
      return FALSE;
    *value = 10 * *value + (**at - '0');
  }

  return TRUE;
}

static gboolean
take_sign (const char **at, char sign)
{
  if (**at != sign)
    return FALSE;
  (*at)++;

  return TRUE;
}

static gboolean
take_date (const char **at, double *days)
{
  int year, month, day;

  if (!take_digits (at, 4, &year) || !take_sign (at, '-') || !take_digits (at, 2, &month) ||
      !take_sign (at, '-') || !take_digits (at, 2, &day) || !civil_is_date (year, month, day))
    return FALSE;

  *days = (double) civil_to_days (year, month, day);

  return TRUE;
}

static gboolean
take_time (const char **at, double *seconds)
{
  int hour, minute, second = 0;

  if (!take_digits (at, 2, &hour) || !take_sign (at, ':') || !take_digits (at, 2, &minute))
    return FALSE;
  if (take_sign (at, ':') && !take_digits (at, 2, &second))
    return FALSE;

  *seconds = 3600 * hour + 60 * minute + second;

  return hour < 24 && minute < 60 && second < 60;
}

gboolean
expression_moment_parse (const char *text, ExpressionKind kind, double *number)
{
  double days = 0;
  double seconds = 0;

  if (kind != EXPRESSION_TIME && !take_date (&text, &days))
    return FALSE;
  if (kind == EXPRESSION_DATETIME && !take_sign (&text, 'T') && !take_sign (&text, ' '))
    return FALSE;
  if (kind != EXPRESSION_DATE && !take_time (&text, &seconds))
    return FALSE;
  if (*text)
    return FALSE;

  *number = kind == EXPRESSION_DATE ? days : days * SECONDS_IN_DAY + seconds;

  return TRUE;
}

static void
append_date (GString *out, double days)
{
  const CivilDate date = civil_from_days ((gint64) days);

  g_string_append_printf (out, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void
append_time (GString *out, double seconds)
{
  const int whole = (int) seconds;

  g_string_append_printf (out, "%02d:%02d", whole / 3600, whole / 60 % 60);
  if (whole % 60)
    g_string_append_printf (out, ":%02d", whole % 60);
}

char *
expression_moment_format (ExpressionKind kind, double number)
{
  GString *out = g_string_new (NULL);
  const double days = kind == EXPRESSION_DATE ? number : floor (number / SECONDS_IN_DAY);

  if (kind != EXPRESSION_TIME)
    append_date (out, days);
  if (kind == EXPRESSION_DATETIME)
    g_string_append_c (out, ' ');
  if (kind != EXPRESSION_DATE)
    append_time (out, number - days * SECONDS_IN_DAY);

  return g_string_free (out, FALSE);
}
