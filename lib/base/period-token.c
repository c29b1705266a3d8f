/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period-token.h"

#include "base/period.h"

#include <string.h>

#define LONGEST_WORD 12

static const struct word {
  const char *text; /* sorted */
  char shape;
  gint8 value;
} words[] = {
  { "academic", 'A', 0 },  { "apr", 'M', 4 },       { "april", 'M', 4 },
  { "aug", 'M', 8 },       { "august", 'M', 8 },    { "ay", 'A', 0 },
  { "beginning", 'b', 0 }, { "c", 'b', 0 },         { "commencing", 'b', 0 },
  { "cum", 'c', 0 },       { "cumul", 'c', 0 },     { "cumulative", 'c', 0 },
  { "date", 'd', 0 },      { "dec", 'M', 12 },      { "december", 'M', 12 },
  { "e", 'e', 0 },         { "eight", 'N', 8 },     { "ended", 'e', 0 },
  { "ending", 'e', 0 },    { "feb", 'M', 2 },       { "february", 'M', 2 },
  { "financial", 'F', 0 }, { "five", 'N', 5 },      { "four", 'N', 4 },
  { "fri", 'W', 4 },       { "friday", 'W', 4 },    { "fy", 'F', 0 },
  { "h", 'h', 0 },         { "half", 'h', 0 },      { "jan", 'M', 1 },
  { "january", 'M', 1 },   { "jul", 'M', 7 },       { "july", 'M', 7 },
  { "jun", 'M', 6 },       { "june", 'M', 6 },      { "m", 'm', 0 },
  { "mar", 'M', 3 },       { "march", 'M', 3 },     { "may", 'M', 5 },
  { "mon", 'W', 0 },       { "monday", 'W', 0 },    { "month", 'm', 0 },
  { "months", 'm', 0 },    { "mth", 'm', 0 },       { "mths", 'm', 0 },
  { "nine", 'N', 9 },      { "nov", 'M', 11 },      { "november", 'M', 11 },
  { "oct", 'M', 10 },      { "october", 'M', 10 },  { "of", 'b', 0 },
  { "q", 'q', 0 },         { "qtr", 'q', 0 },       { "quarter", 'q', 0 },
  { "quarters", 'q', 0 },  { "rolling", 'r', 0 },   { "sat", 'W', 5 },
  { "saturday", 'W', 5 },  { "school", 'A', 0 },    { "sep", 'M', 9 },
  { "sept", 'M', 9 },      { "september", 'M', 9 }, { "seven", 'N', 7 },
  { "six", 'N', 6 },       { "sun", 'W', 6 },       { "sunday", 'W', 6 },
  { "ten", 'N', 10 },      { "three", 'N', 3 },     { "thu", 'W', 3 },
  { "thur", 'W', 3 },      { "thurs", 'W', 3 },     { "thursday", 'W', 3 },
  { "to", 't', 0 },        { "tue", 'W', 1 },       { "tues", 'W', 1 },
  { "tuesday", 'W', 1 },   { "twelve", 'N', 12 },   { "two", 'N', 2 },
  { "w", 'w', 0 },         { "wed", 'W', 2 },       { "weds", 'W', 2 },
  { "wednesday", 'W', 2 }, { "week", 'k', 0 },      { "weeks", 'k', 0 },
  { "year", 'y', 0 },      { "years", 'y', 0 },     { "yr", 'y', 0 },
  { "yrs", 'y', 0 },       { "ytd", 'c', 0 },
};

static const struct word *
find_word (const char *text)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (words);

  while (low < high) {
    const gsize middle = (low + high) / 2;
    const int first = *text - *words[middle].text;
    const int order = first ? first : strcmp (text, words[middle].text);

    if (order == 0)
      return &words[middle];
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }

  return NULL;
}

static gboolean
push (PeriodTokens *self, char shape, int value, gsize digits)
{
  if (self->n == PERIOD_MOST_TOKENS)
    return FALSE;

  self->shape[self->n] = shape;
  self->values[self->n] = value;
  self->digits[self->n] = (guint8) digits;
  self->seen |= 1u << (shape & 31);
  self->n++;

  return TRUE;
}

static char
number_shape (int value, gsize digits)
{
  switch (digits) {
  case 1:
  case 2:
    return 'D';
  case 4:
    return PERIOD_FIRST_YEAR <= value && value <= PERIOD_LAST_YEAR ? 'Y' : 0;
  case 6:
    return 'S';
  case 8:
    return 'E';
  default:
    return 0;
  }
}

/* Returns how many bytes it took, 0 when they are no number of a period. */
static gsize
push_number (PeriodTokens *self, const char *text, gsize length)
{
  int value = 0;
  gsize n = 0;

  for (; n < length && g_ascii_isdigit (text[n]); n++) {
    if (n == 8)
      return 0;
    value = value * 10 + (text[n] - '0');
  }

  return number_shape (value, n) && push (self, number_shape (value, n), value, n) ? n : 0;
}

static gboolean
is_ordinal_suffix (const PeriodTokens *self, const char *word, const char *before)
{
  return self->n > 0 && self->shape[self->n - 1] == 'D' && g_ascii_isdigit (*before) &&
         (!strcmp (word, "st") || !strcmp (word, "nd") || !strcmp (word, "rd") ||
          !strcmp (word, "th"));
}

static gsize
push_word (PeriodTokens *self, const char *text, gsize length, gboolean is_first)
{
  char lower[LONGEST_WORD + 1];
  const struct word *word;
  gsize n = 0;

  for (; n < length && g_ascii_isalpha (text[n]); n++) {
    if (n == LONGEST_WORD)
      return 0;
    lower[n] = g_ascii_tolower (text[n]);
  }
  lower[n] = '\0';

  if (!is_first && is_ordinal_suffix (self, lower, text - 1))
    return n;

  word = find_word (lower);

  return word && push (self, word->shape, word->value, 0) ? n : 0;
}

/* What typists and word processors put for a hyphen, a space and an apostrophe. */
static gsize
push_typeset (PeriodTokens *self, const char *text, gsize length)
{
  static const struct {
    const char *bytes;
    char shape; /* 0: a space */
  } marks[] = {
    { "\xe2\x80\x90", '-' },  { "\xe2\x80\x91", '-' }, { "\xe2\x80\x92", '-' },
    { "\xe2\x80\x93", '-' },  { "\xe2\x80\x94", '-' }, { "\xe2\x88\x92", '-' },
    { "\xe2\x80\x99", '\'' }, { "\xe2\x80\xaf", 0 },   { "\xc2\xa0", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    const gsize n = strlen (marks[i].bytes);

    if (n <= length && memcmp (text, marks[i].bytes, n) == 0)
      return !marks[i].shape || push (self, marks[i].shape, 0, 0) ? n : 0;
  }

  return 0;
}

static gsize
push_mark (PeriodTokens *self, const char *text, gsize length)
{
  switch (*text) {
  case ' ':
  case '\t':
  case '\r':
  case '\n':
  case ',':
  case ';':
  case '(':
  case ')':
    return 1;
  case '.':
  case '/':
  case '-':
  case '\'':
  case ':':
    return push (self, *text, 0, 0) ? 1 : 0;
  default:
    return push_typeset (self, text, length);
  }
}

gboolean
period_tokens_read (PeriodTokens *self, const char *text, gsize length)
{
  gsize at = 0;

  self->n = 0;
  self->seen = 0;
  while (at < length) {
    gsize taken;

    if (g_ascii_isdigit (text[at]))
      taken = push_number (self, text + at, length - at);
    else if (g_ascii_isalpha (text[at]))
      taken = push_word (self, text + at, length - at, at == 0);
    else
      taken = push_mark (self, text + at, length - at);

    if (taken == 0)
      return FALSE;
    at += taken;
  }
  self->shape[self->n] = '\0';

  return self->n > 0;
}

void
period_tokens_cut (PeriodTokens *self, gsize at, gsize n)
{
  const gsize rest = self->n - at - n;

  memmove (self->shape + at, self->shape + at + n, rest + 1);
  memmove (self->values + at, self->values + at + n, rest * sizeof *self->values);
  memmove (self->digits + at, self->digits + at + n, rest * sizeof *self->digits);
  self->n -= n;
}
