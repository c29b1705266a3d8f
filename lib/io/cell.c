/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/cell.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

#define MOST_NUMBER 64 /* bytes of a number once its separators are off */

typedef struct {
  const char *text;
  gsize length;
} Span;

/* What may stand before or after a number, and what it means. */
static const struct {
  const char *text;
  CellFlags flag;
  SeriesState state;
} suffixes[] = {
  { "%", CELL_PERCENT, SERIES_OBSERVED },       { "*", CELL_FOOTNOTE, SERIES_OBSERVED },
  { "†", CELL_FOOTNOTE, SERIES_OBSERVED },      { "‡", CELL_FOOTNOTE, SERIES_OBSERVED },
  { "§", CELL_FOOTNOTE, SERIES_OBSERVED },      { "¶", CELL_FOOTNOTE, SERIES_OBSERVED },
  { "#", CELL_FOOTNOTE, SERIES_OBSERVED },      { "^", CELL_FOOTNOTE, SERIES_OBSERVED },
  { "¹", CELL_FOOTNOTE, SERIES_OBSERVED },      { "²", CELL_FOOTNOTE, SERIES_OBSERVED },
  { "³", CELL_FOOTNOTE, SERIES_OBSERVED },      { "⁴", CELL_FOOTNOTE, SERIES_OBSERVED },
  { "⁵", CELL_FOOTNOTE, SERIES_OBSERVED },      { "[p]", CELL_FOOTNOTE, SERIES_PROVISIONAL },
  { "(p)", CELL_FOOTNOTE, SERIES_PROVISIONAL }, { "p", CELL_FOOTNOTE, SERIES_PROVISIONAL },
  { "[r]", CELL_FOOTNOTE, SERIES_REVISED },     { "(r)", CELL_FOOTNOTE, SERIES_REVISED },
  { "r", CELL_FOOTNOTE, SERIES_REVISED },       { "[e]", CELL_FOOTNOTE, SERIES_OBSERVED },
  { "(e)", CELL_FOOTNOTE, SERIES_OBSERVED },    { "[b]", CELL_FOOTNOTE, SERIES_OBSERVED },
  { "[u]", CELL_FOOTNOTE, SERIES_OBSERVED },
};

static const char *const currencies[] = { "£", "€", "$" };
static const char *const minuses[] = { "-", "−", "–" };
static const char *const spaces[] = { " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89" };

/* From what to what a mark of comparison leaves it: <5 is 0 to 4. */
static const struct {
  const char *text;
  gboolean below, strict;
} comparisons[] = {
  { "<=", TRUE, FALSE }, { ">=", FALSE, FALSE }, { "≤", TRUE, FALSE },
  { "≥", FALSE, FALSE }, { "<", TRUE, TRUE },    { ">", FALSE, TRUE },
};

static gboolean
take_prefix (Span *span, const char *prefix)
{
  gsize n = strlen (prefix);

  if (span->length < n || memcmp (span->text, prefix, n) != 0)
    return FALSE;
  span->text += n;
  span->length -= n;

  return TRUE;
}

static gboolean
take_suffix (Span *span, const char *suffix)
{
  gsize n = strlen (suffix);

  if (span->length < n || g_ascii_strncasecmp (span->text + span->length - n, suffix, n) != 0)
    return FALSE;
  span->length -= n;

  return TRUE;
}

static gboolean
take_any_prefix (Span *span, const char *const *prefixes, guint n_prefixes)
{
  for (guint i = 0; i < n_prefixes; i++)
    if (take_prefix (span, prefixes[i]))
      return TRUE;

  return FALSE;
}

static void
trim (Span *span)
{
  gboolean more = TRUE;

  while (more) {
    more = take_any_prefix (span, spaces, G_N_ELEMENTS (spaces));
    for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
      more |= take_suffix (span, spaces[i]);
  }
}

/* [1], [note 3]: a footnote in square brackets, whatever its number. */
static gboolean
take_note (Span *span)
{
  gsize i = span->length;

  if (i < 3 || span->text[i - 1] != ']')
    return FALSE;
  for (i--; i > 0 && g_ascii_isdigit (span->text[i - 1]); i--)
    ;
  if (i == span->length - 1)
    return FALSE;
  if (i >= 5 && g_ascii_strncasecmp (span->text + i - 5, "note ", 5) == 0)
    i -= 5;
  if (i == 0 || span->text[i - 1] != '[')
    return FALSE;
  span->length = i - 1;

  return TRUE;
}

static void
take_suffixes (Span *span, Cell *cell)
{
  gboolean more = TRUE;

  while (more) {
    more = FALSE;
    trim (span);
    if (take_note (span)) {
      cell->flags |= CELL_FOOTNOTE;
      more = TRUE;
    }
    for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
      if (((cell->flags & CELL_PERCENT) && suffixes[i].flag == CELL_PERCENT) ||
          !take_suffix (span, suffixes[i].text))
        continue;
      cell->flags |= suffixes[i].flag;
      if (suffixes[i].state != SERIES_OBSERVED)
        cell->state = suffixes[i].state;
      more = TRUE;
      break;
    }
  }
}

/* The separator after the first one to three digits: all others must be the same. */
static const char *
find_separator (Span span)
{
  gsize n = 0;

  while (n < span.length && g_ascii_isdigit (span.text[n]))
    n++;
  if (n == 0 || n > 3)
    return NULL;
  span.text += n;
  span.length -= n;
  if (take_prefix (&span, ","))
    return ",";
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (take_prefix (&span, spaces[i]))
      return spaces[i];

  return NULL;
}

/* Copies 1,234,567.8 without its separators; FALSE unless groups are of three. */
static gboolean
close_groups (Span span, const char *separator, char *number, gsize *n_number)
{
  gsize n_group = 0;
  gboolean first = TRUE;

  *n_number = 0;
  while (span.length > 0 && span.text[0] != '.') {
    if (g_ascii_isdigit (span.text[0])) {
      if (*n_number >= MOST_NUMBER)
        return FALSE;
      number[(*n_number)++] = span.text[0];
      n_group++;
      span.text++;
      span.length--;
    } else if (take_prefix (&span, separator) && (first ? n_group <= 3 : n_group == 3)) {
      first = FALSE;
      n_group = 0;
    } else {
      return FALSE;
    }
  }
  if (first || n_group != 3 || *n_number + span.length > MOST_NUMBER)
    return FALSE;
  memcpy (number + *n_number, span.text, span.length);
  *n_number += span.length;

  return TRUE;
}

static gboolean
parse_plain (Span span, double *value)
{
  char number[MOST_NUMBER];
  gsize n_number;
  const char *separator;

  if (span.length == 0 || !(g_ascii_isdigit (span.text[0]) || span.text[0] == '.'))
    return FALSE;
  if (number_parse (span.text, span.length, value))
    return TRUE;

  separator = find_separator (span);

  return separator && close_groups (span, separator, number, &n_number) &&
         number_parse (number, n_number, value);
}

static void
take_sign_and_currency (Span *span, Cell *cell, gboolean *negative)
{
  for (guint i = 0; i < 2; i++) {
    trim (span);
    if (take_any_prefix (span, currencies, G_N_ELEMENTS (currencies)))
      cell->flags |= CELL_MONEY;
    else if (!*negative && take_any_prefix (span, minuses, G_N_ELEMENTS (minuses)))
      *negative = TRUE;
    else if (!*negative && i == 0)
      take_prefix (span, "+");
  }
  trim (span);
}

static gboolean
parse_number (Span span, Cell *cell)
{
  gboolean negative = FALSE;

  take_suffixes (&span, cell);
  if (span.length > 2 && span.text[0] == '(' && span.text[span.length - 1] == ')') {
    cell->flags |= CELL_BRACKETS;
    span.text++;
    span.length -= 2;
    negative = TRUE;
    take_suffixes (&span, cell);
  }

  take_sign_and_currency (&span, cell, &negative);
  if (!parse_plain (span, &cell->value))
    return FALSE;

  if (negative)
    cell->value = -cell->value;
  cell->kind = CELL_NUMBER;

  return TRUE;
}

/* <5 is 0 to 4; <0.5 is 0 to 0.5; >95% is 95 to 100. */
static gboolean
parse_comparison (Span span, Cell *cell)
{
  Cell bound = { .value = NAN };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (take_prefix (&span, comparisons[i].text))
      break;
  if (i == G_N_ELEMENTS (comparisons) || !parse_number (span, &bound) || bound.value < 0)
    return FALSE;

  cell->kind = CELL_MARKER;
  cell->state = SERIES_SUPPRESSED;
  cell->flags = bound.flags;
  if (comparisons[i].below) {
    gboolean whole = comparisons[i].strict && floor (bound.value) == bound.value &&
                     bound.value >= 1 && !(bound.flags & CELL_PERCENT);

    cell->low = 0;
    cell->high = whole ? bound.value - 1 : bound.value;
  } else {
    cell->low = bound.value;
    cell->high = (bound.flags & CELL_PERCENT) && bound.value <= 100 ? 100 : NAN;
  }

  return TRUE;
}

static gboolean
has_digit (Span span)
{
  for (gsize i = 0; i < span.length; i++)
    if (g_ascii_isdigit (span.text[i]))
      return TRUE;

  return FALSE;
}

void
cell_parse (const char *text, gsize length, Cell *cell)
{
  Span span = { text, length };

  *cell = (Cell){ CELL_TEXT, CELL_PLAIN, SERIES_OBSERVED, NAN, NAN, NAN, NULL };
  if (length > 0 && g_ascii_isdigit (text[0]) && number_parse (text, length, &cell->value)) {
    cell->kind = CELL_NUMBER;
    return;
  }

  trim (&span);
  if (span.length == 0) {
    cell->kind = CELL_BLANK;
    cell->state = SERIES_MISSING;
    return;
  }

  cell->marker = marker_find (span.text, span.length);
  if (cell->marker) {
    cell->kind = CELL_MARKER;
    cell->state = cell->marker->state;
    cell->low = cell->marker->low;
    cell->high = cell->marker->high;
  } else if (span.length > MOST_NUMBER || !has_digit (span) ||
             (!parse_number (span, cell) && !parse_comparison (span, cell))) {
    *cell = (Cell){ CELL_TEXT, CELL_PLAIN, SERIES_MISSING, NAN, NAN, NAN, NULL };
  }
}

guint
cell_count_decimals (const char *text, gsize length)
{
  const char *point = memchr (text, '.', length);
  guint n = 0;

  if (!point)
    return 0;
  while (point + 1 + n < text + length && g_ascii_isdigit (point[1 + n]))
    n++;

  return n;
}
