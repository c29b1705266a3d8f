/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/number-format.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

#define SECONDS_PER_DAY 86400

/* Day 0 of each way of counting, as GDate counts: 30 December 1899, 1 January 1904. */
#define DAY_0_OF_1900 693594u
#define DAY_0_OF_1904 695056u
#define LAST_DAY 3652059u /* 31 December 9999 */

/* Which letters a format's first section holds outside quotes. */
typedef struct {
  gboolean percent, year, month, day, time;
} Letters;

/* Passes over what a format says literally: "text", \x, _x, *x and [Red].  Hours
 * beyond 24 are written [h], and count as time.
 */
static const char *
skip_literal (const char *at, Letters *letters)
{
  const char *close;

  switch (*at) {
  case '"':
    close = strchr (at + 1, '"');
    return close ? close : at + strlen (at) - 1;
  case '\\':
  case '_':
  case '*':
    return at[1] ? at + 1 : at;
  case '[':
    letters->time |= at[1] && strchr ("hHmMsS", at[1]) && (at[2] == ']' || at[2] == at[1]);
    close = strchr (at, ']');
    return close ? close : at + strlen (at) - 1;
  default:
    return NULL;
  }
}

static void
note_letter (Letters *letters, char letter)
{
  letters->percent |= letter == '%';
  letters->year |= letter == 'y';
  letters->month |= letter == 'm';
  letters->day |= letter == 'd';
  letters->time |= letter == 'h' || letter == 's';
}

NumberFormat
number_format_of_code (const char *code)
{
  Letters letters = { 0 };

  for (const char *at = code; *at && *at != ';'; at++) {
    const char *last;

    if (g_ascii_strncasecmp (at, "General", 7) == 0) {
      at += 6;
      continue;
    }
    last = skip_literal (at, &letters);
    if (last)
      at = last;
    else
      note_letter (&letters, g_ascii_tolower (*at));
  }

  if (letters.percent)
    return NUMBER_FORMAT_PERCENT;
  if (letters.day)
    return letters.time ? NUMBER_FORMAT_DATETIME : NUMBER_FORMAT_DATE;
  if (letters.year && letters.time)
    return NUMBER_FORMAT_DATETIME;
  if (letters.time)
    return NUMBER_FORMAT_TIME; /* its m is minutes */
  if (letters.month)
    return NUMBER_FORMAT_MONTH;
  return letters.year ? NUMBER_FORMAT_YEAR : NUMBER_FORMAT_PLAIN;
}

NumberFormat
number_format_of_id (guint id)
{
  if (id == 9 || id == 10)
    return NUMBER_FORMAT_PERCENT;
  if (id == 17)
    return NUMBER_FORMAT_MONTH;
  if (id == 22)
    return NUMBER_FORMAT_DATETIME;
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47))
    return NUMBER_FORMAT_TIME;
  if ((id >= 14 && id <= 16) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    return NUMBER_FORMAT_DATE;
  return NUMBER_FORMAT_PLAIN;
}

static char *
dup_plain (double value)
{
  char buffer[NUMBER_TEXT_SIZE];

  return g_strdup (number_format (value, buffer));
}

/* Moves the point of the 15 digits a spreadsheet shows; multiplying would make 0.07
 * into 7.000000000000001.
 */
static char *
dup_percent (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *moved = NULL;
  char *exponent;

  if (!isfinite (value * 100))
    return dup_plain (value);

  g_ascii_formatd (digits, sizeof digits, "%.14e", value);
  exponent = strchr (digits, 'e');
  *exponent = '\0';
  moved = g_strdup_printf ("%se%d", digits, (int) g_ascii_strtoll (exponent + 1, NULL, 10) + 2);
  g_ascii_formatd (digits, sizeof digits, "%.15g", g_ascii_strtod (moved, NULL));
  return g_strconcat (digits, "%", NULL);
}

/* The day a number stands for, or FALSE.  Spreadsheets that count from 1900 believe
 * in 29 February 1900, number 60, so the days before it are one off.
 */
static gboolean
find_day (double value, gboolean from_1904, GDate *day, guint *seconds)
{
  double whole = floor (value);
  double second = floor ((value - whole) * SECONDS_PER_DAY + 0.5);
  guint32 julian;

  if (!(value >= 0) || value > LAST_DAY)
    return FALSE;
  if (second >= SECONDS_PER_DAY) {
    second = 0;
    whole++;
  }
  if (!from_1904 && (whole == 60 || whole == 0))
    return FALSE;

  julian = (from_1904 ? DAY_0_OF_1904 : DAY_0_OF_1900) + (guint32) whole;
  if (!from_1904 && whole < 60)
    julian++;
  if (julian > LAST_DAY)
    return FALSE;

  g_date_clear (day, 1);
  g_date_set_julian (day, julian);
  *seconds = (guint) second;
  return TRUE;
}

static char *
dup_date (NumberFormat self, const GDate *day, guint seconds)
{
  guint year = g_date_get_year (day);
  guint month = (guint) g_date_get_month (day);
  g_autofree char *date = NULL;

  if (self == NUMBER_FORMAT_YEAR)
    return g_strdup_printf ("%04u", year);
  if (self == NUMBER_FORMAT_MONTH)
    return g_strdup_printf ("%04u-%02u", year, month);

  date = g_strdup_printf ("%04u-%02u-%02u", year, month, g_date_get_day (day));
  if (self == NUMBER_FORMAT_DATE || seconds == 0)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s %02u:%02u:%02u", date, seconds / 3600, seconds / 60 % 60,
                          seconds % 60);
}

static char *
dup_time (double value)
{
  guint64 seconds;

  if (!(value >= 0) || value > LAST_DAY)
    return dup_plain (value);

  seconds = (guint64) floor (value * SECONDS_PER_DAY + 0.5);
  return g_strdup_printf ("%02" G_GUINT64_FORMAT ":%02u:%02u", seconds / 3600,
                          (guint) (seconds / 60 % 60), (guint) (seconds % 60));
}

char *
number_format_dup_text (NumberFormat self, double value, gboolean from_1904)
{
  GDate day;
  guint seconds;

  if (self == NUMBER_FORMAT_PERCENT)
    return dup_percent (value);
  if (self == NUMBER_FORMAT_TIME)
    return dup_time (value);
  if (self == NUMBER_FORMAT_PLAIN || !find_day (value, from_1904, &day, &seconds))
    return dup_plain (value);

  return dup_date (self, &day, seconds);
}
