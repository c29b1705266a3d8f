/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-value.h"

#include <math.h>
#include <string.h>

#include "base/marker.h"
#include "base/number.h"

#define LONGEST_NUMBER 40
#define POUND "£"

static gboolean
is_below_some (const char *text, gsize length)
{
  gsize i = 1;

  if (length < 2 || (text[0] != '<' && text[0] != '>'))
    return FALSE;
  while (i < length && (text[i] == ' ' || text[i] == '='))
    i++;
  if (i == length)
    return FALSE;
  while (i < length && g_ascii_isdigit (text[i]))
    i++;

  return i == length;
}

RecordLack
record_value_lack (const char *text, gsize length)
{
  const Marker *marker;

  if (length == 0)
    return RECORD_BLANK;
  if (is_below_some (text, length))
    return RECORD_WITHHELD;
  marker = marker_find (text, length);
  if (!marker)
    return RECORD_HELD;

  return marker->state == SERIES_SUPPRESSED ? RECORD_WITHHELD : RECORD_MARKED;
}

/* Without the commas of 1,234,567; FALSE where they do not stand every three digits. */
static gboolean
take_out_commas (const char *text, gsize length, char *plain, gsize *n_plain)
{
  const char *point = memchr (text, '.', length);
  const gsize whole = point ? (gsize) (point - text) : length;
  const char *comma = memchr (text, ',', length);
  const gsize first = comma ? (gsize) (comma - text) : whole;
  const gsize sign = *text == '-' || *text == '+';

  if (first > sign + 3 || first == sign || first >= whole || (whole - first) % 4 != 0)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    const gboolean is_place = i >= first && i < whole && (i - first) % 4 == 0;

    if ((text[i] == ',') != is_place)
      return FALSE;
    if (!is_place)
      plain[(*n_plain)++] = text[i];
  }

  return TRUE;
}

/* £1,234.50 and 1,234.50 */
static gboolean
parse_printed (const char *text, gsize length, double *value)
{
  char plain[LONGEST_NUMBER];
  gsize n_plain = 0;

  if (length > LONGEST_NUMBER)
    return FALSE;
  if (length > strlen (POUND) && memcmp (text, POUND, strlen (POUND)) == 0) {
    text += strlen (POUND);
    length -= strlen (POUND);
    if (number_parse (text, length, value))
      return TRUE;
  }

  return memchr (text, ',', length) && take_out_commas (text, length, plain, &n_plain) &&
         number_parse (plain, n_plain, value);
}

/* 007 is a name; 0, 0.5 and -0.5 are numbers. */
static gboolean
is_name (const char *text, gsize length)
{
  const gsize sign = *text == '-' || *text == '+';

  return length > sign + 1 && text[sign] == '0' && g_ascii_isdigit (text[sign + 1]);
}

gboolean
record_value_parse_number (const char *text, gsize length, gboolean is_declared, double *value)
{
  if (length == 0 || (!is_declared && is_name (text, length)))
    return FALSE;

  return number_parse (text, length, value) || parse_printed (text, length, value);
}

static gboolean
is_one_of (const char *text, gsize length, const char *const *words)
{
  for (; *words; words++)
    if (strlen (*words) == length && g_ascii_strncasecmp (*words, text, length) == 0)
      return TRUE;

  return FALSE;
}

gboolean
record_value_parse_truth (const char *text, gsize length, gboolean is_declared, gboolean *truth)
{
  static const char *const yes[] = { "true", "yes", "y", "t", "1", NULL };
  static const char *const no[] = { "false", "no", "n", "f", "0", NULL };
  static const char *const plain_yes[] = { "true", NULL };
  static const char *const plain_no[] = { "false", NULL };

  if (is_one_of (text, length, is_declared ? yes : plain_yes))
    *truth = TRUE;
  else if (is_one_of (text, length, is_declared ? no : plain_no))
    *truth = FALSE;
  else
    return FALSE;

  return TRUE;
}

gboolean
record_value_is_whole (double value)
{
  return fabs (value) <= 0x1p53 && value == floor (value);
}
