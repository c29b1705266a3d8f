/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-date.h"

#include <string.h>

#include "base/civil.h"

#define LONGEST 48
#define SHORT_YEARS_FROM 69

static const struct {
  RecordOrder order;
  const char *name;
  const char *pattern; /* what a pattern says without its separators */
  guint year, month, day;
} forms[RECORD_N_ORDERS] = {
  { RECORD_ORDER_YMD, "year-month-day", "Ymd", 0, 1, 2 },
  { RECORD_ORDER_DMY, "day/month/year", "dmY", 2, 1, 0 },
  { RECORD_ORDER_MDY, "month/day/year", "mdY", 2, 0, 1 },
  { RECORD_ORDER_DMY_SHORT, "day/month/year of two digits", "dmy", 2, 1, 0 },
  { RECORD_ORDER_MDY_SHORT, "month/day/year of two digits", "mdy", 2, 0, 1 },
  { RECORD_ORDER_D_MONTH_Y, "day, name of the month, year", "dbY", 2, 1, 0 },
  { RECORD_ORDER_D_MONTH_Y_SHORT, "day, name of the month, year of two digits", "dby", 2, 1, 0 },
  { RECORD_ORDER_MONTH_D_Y, "name of the month, day, year", "bdY", 2, 0, 1 },
};

static const char *const months[] = {
  "january", "february", "march",     "april",   "may",      "june",
  "july",    "august",   "september", "october", "november", "december",
};

typedef struct {
  const char *at;
  const char *end;
} Cursor;

static gboolean
take_char (Cursor *self, char c)
{
  if (self->at == self->end || *self->at != c)
    return FALSE;
  self->at++;

  return TRUE;
}

static void
take_blanks (Cursor *self)
{
  while (take_char (self, ' ') || take_char (self, '\t'))
    ;
}

/* How many digits there were, at most @most; more are no number of this kind. */
static guint
take_digits (Cursor *self, guint most, int *value)
{
  guint n = 0;

  *value = 0;
  for (; self->at < self->end && g_ascii_isdigit (*self->at) && n < most; self->at++, n++)
    *value = *value * 10 + (*self->at - '0');

  return self->at < self->end && g_ascii_isdigit (*self->at) ? 0 : n;
}

/* A month by name, or by its first three letters ("Sept" too). */
static gboolean
take_month (Cursor *self, int *month)
{
  const char *start = self->at;
  gsize n;

  while (self->at < self->end && g_ascii_isalpha (*self->at))
    self->at++;
  n = (gsize) (self->at - start);
  for (guint i = 0; i < G_N_ELEMENTS (months) && n >= 3; i++) {
    const gboolean is_short = n == 3 || (i == 8 && n == 4);

    if ((is_short || n == strlen (months[i])) && g_ascii_strncasecmp (months[i], start, n) == 0) {
      *month = (int) i + 1;
      return TRUE;
    }
  }

  return FALSE;
}

/* A separator between two parts: one of -/. with or without blanks, or blanks alone. */
static char
take_separator (Cursor *self)
{
  const char *start = self->at;
  char mark = ' ';

  take_blanks (self);
  if (self->at < self->end && strchr ("-/.,", *self->at) && *self->at)
    mark = *self->at++;
  take_blanks (self);

  return self->at > start ? mark : '\0';
}

static gboolean
is_month (int part)
{
  return part >= 0 && part <= 12;
}

static gboolean
is_day (int part)
{
  return part >= 0 && part <= 31;
}

/* All digits: 2015-03-12, 12/03/2015, 12/03/15. */
static guint
orders_of_numbers (const int *parts, const guint *n_digits)
{
  guint orders = 0;

  if (n_digits[0] == 4)
    return n_digits[1] <= 2 && n_digits[2] > 0 && n_digits[2] <= 2 && is_month (parts[1]) &&
                   is_day (parts[2])
               ? (guint) RECORD_ORDER_YMD
               : 0;
  if (n_digits[0] > 2 || n_digits[1] > 2 || (n_digits[2] != 4 && n_digits[2] != 2))
    return 0;
  if (is_day (parts[0]) && is_month (parts[1]))
    orders |= n_digits[2] == 4 ? (guint) RECORD_ORDER_DMY : (guint) RECORD_ORDER_DMY_SHORT;
  if (is_month (parts[0]) && is_day (parts[1]))
    orders |= n_digits[2] == 4 ? (guint) RECORD_ORDER_MDY : (guint) RECORD_ORDER_MDY_SHORT;

  return orders;
}

static guint
take_month_first (Cursor *self, int *parts)
{
  guint n_day, n_year;

  if (!take_month (self, &parts[0]) || !take_separator (self))
    return 0;
  n_day = take_digits (self, 2, &parts[1]);
  if (n_day == 0 || !take_separator (self))
    return 0;
  n_year = take_digits (self, 4, &parts[2]);

  return n_year == 4 && is_day (parts[1]) ? (guint) RECORD_ORDER_MONTH_D_Y : 0;
}

static guint
take_number_first (Cursor *self, int *parts)
{
  guint n_digits[3];
  char first, second;
  gboolean is_named;

  n_digits[0] = take_digits (self, 4, &parts[0]);
  first = n_digits[0] > 0 ? take_separator (self) : '\0';
  if (first == '\0' || self->at == self->end)
    return 0;
  is_named = g_ascii_isalpha (*self->at);
  n_digits[1] = is_named ? (guint) take_month (self, &parts[1]) : take_digits (self, 2, &parts[1]);
  second = n_digits[1] > 0 ? take_separator (self) : '\0';
  if (second == '\0')
    return 0;
  n_digits[2] = take_digits (self, 4, &parts[2]);

  if (!is_named)
    return first == second && first != ' ' && first != ',' ? orders_of_numbers (parts, n_digits)
                                                           : 0;
  if (n_digits[0] > 2 || !is_day (parts[0]))
    return 0;

  return n_digits[2] == 4   ? (guint) RECORD_ORDER_D_MONTH_Y
         : n_digits[2] == 2 ? (guint) RECORD_ORDER_D_MONTH_Y_SHORT
                            : 0;
}

static gboolean
take_half_of_day (Cursor *self, int *hour)
{
  gsize left = (gsize) (self->end - self->at);
  gboolean is_afternoon;

  if (left < 2 || g_ascii_tolower (self->at[1]) != 'm' ||
      !strchr ("ap", g_ascii_tolower (self->at[0])))
    return TRUE;
  if (*hour < 1 || *hour > 12)
    return FALSE;
  is_afternoon = g_ascii_tolower (self->at[0]) == 'p';
  *hour = *hour % 12 + (is_afternoon ? 12 : 0);
  self->at += 2;

  return TRUE;
}

static gboolean
take_zone (Cursor *self, RecordDate *date)
{
  const gboolean is_west = self->at < self->end && *self->at == '-';
  int hours, minutes;

  if (take_char (self, 'Z'))
    date->has_zone = TRUE;
  if (!take_char (self, '+') && !take_char (self, '-'))
    return TRUE;
  if (take_digits (self, 4, &hours) == 4) {
    minutes = hours % 100;
    hours /= 100;
  } else if (!take_char (self, ':') || take_digits (self, 2, &minutes) != 2) {
    return FALSE;
  }
  date->has_zone = TRUE;
  date->zone = (is_west ? -1 : 1) * (hours * 60 + minutes);

  return hours <= 14 && minutes < 60;
}

/* "T12:35:50.123+01:00", " 12:35:50 PM", " 9:05"; what is less than a second goes. */
static gboolean
take_time (Cursor *self, RecordDate *date)
{
  int hour, minute, second = 0, fraction;
  guint n_hour;

  if (!take_char (self, 'T'))
    take_blanks (self);
  n_hour = take_digits (self, 2, &hour);
  if (n_hour == 0 || !take_char (self, ':') || take_digits (self, 2, &minute) != 2)
    return FALSE;
  if (take_char (self, ':') && take_digits (self, 2, &second) != 2)
    return FALSE;
  if (take_char (self, '.') && take_digits (self, 9, &fraction) == 0)
    return FALSE;
  take_blanks (self);
  if (!take_half_of_day (self, &hour) || !take_zone (self, date))
    return FALSE;

  date->has_time = TRUE;
  date->seconds = hour * 3600 + minute * 60 + second;

  return hour < 24 && minute < 60 && second < 60;
}

gboolean
record_date_parse (const char *text, gsize length, RecordDate *date)
{
  Cursor cursor = { text, text + length };

  *date = (RecordDate){ 0 };
  if (length < 6 || length > LONGEST)
    return FALSE;
  date->orders = g_ascii_isdigit (*text) ? take_number_first (&cursor, date->parts)
                                         : take_month_first (&cursor, date->parts);
  if (date->orders == 0 || (cursor.at < cursor.end && !take_time (&cursor, date)))
    return FALSE;
  take_blanks (&cursor);

  return cursor.at == cursor.end;
}

static guint
index_of (RecordOrder order)
{
  return (guint) g_bit_nth_lsf (order, -1);
}

gboolean
record_date_get_days (const RecordDate *date, RecordOrder order, gint64 *days)
{
  const guint i = index_of (order);
  const int month = date->parts[forms[i].month];
  const int day = date->parts[forms[i].day];
  int year = date->parts[forms[i].year];

  if (order & (RECORD_ORDER_DMY_SHORT | RECORD_ORDER_MDY_SHORT | RECORD_ORDER_D_MONTH_Y_SHORT))
    year += year < SHORT_YEARS_FROM ? 2000 : 1900;
  if (year < 1 || !civil_is_date (year, month, day))
    return FALSE;
  *days = civil_to_days (year, month, day);

  return TRUE;
}

const char *
record_order_get_name (RecordOrder order)
{
  return forms[index_of (order)].name;
}

guint
record_orders_of_pattern (const char *pattern)
{
  char parts[8] = "";
  guint n = 0;

  for (const char *at = pattern; *at && n < G_N_ELEMENTS (parts) - 1; at++) {
    if (*at != '%' || !at[1])
      continue;
    at++;
    if (strchr ("YymbBd", *at))
      parts[n++] = *at == 'B' ? 'b' : *at;
  }
  for (guint i = 0; i < RECORD_N_ORDERS; i++)
    if (strcmp (parts, forms[i].pattern) == 0)
      return forms[i].order;

  return 0;
}
