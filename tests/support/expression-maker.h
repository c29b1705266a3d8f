/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/civil.h"
#include "records/expression.h"

/* The columns of the rows, in the order of a Row. */
static const ExpressionColumn maker_columns[] = {
  { "n", EXPRESSION_NUMBER, NULL },   { "m", EXPRESSION_NUMBER, NULL },
  { "t", EXPRESSION_TEXT, NULL },     { "u", EXPRESSION_TEXT, NULL },
  { "d", EXPRESSION_DATE, NULL },     { "e", EXPRESSION_DATE, NULL },
  { "a", EXPRESSION_DATETIME, NULL }, { "b", EXPRESSION_DATETIME, NULL },
  { "k", EXPRESSION_TIME, NULL },     { "q", EXPRESSION_TRUTH, NULL },
};

#define MAKER_KINDS \
  (EXPRESSION_NUMBER | EXPRESSION_TEXT | EXPRESSION_DATE | EXPRESSION_DATETIME | EXPRESSION_TIME | \
   EXPRESSION_TRUTH)

/* A small interpreter: it makes up an expression and works it out for one row, in the same
 * breath, so that it shares nothing with the parser, the checker and the engine.
 */
typedef struct {
  gboolean is_missing;
  double number;    /* also days, seconds, 1 and 0 */
  const char *text; /* interned */
} Value;

typedef struct {
  Value n, m, t, u, d, e, a, b, k, q;
} Row;

typedef struct {
  GRand *rand;
  GString *text;
  const Row *row;
} Maker;

static inline Value make_number (Maker *self, int depth);
static inline Value make_text (Maker *self, int depth);
static inline Value make_date (Maker *self, int depth);
static inline Value make_truth (Maker *self, int depth);

static const Value missing = { .is_missing = TRUE };

static inline int
pick (Maker *self, int n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static inline void
say (Maker *self, const char *text)
{
  g_string_append (self->text, text);
}

static inline Value
number_value (double number)
{
  return isfinite (number) ? (Value){ .number = number } : missing;
}

static inline Value
said (Maker *self, const char *text, Value value)
{
  say (self, text);

  return value;
}

static inline double
working_days_by_foot (double from, double to)
{
  const gint64 easter[] = { 19811, 19814 }; /* 29 March and 1 April 2024 */
  double n = 0;

  for (gint64 day = (gint64) from + 1; day <= (gint64) to; day++)
    n += civil_weekday (day) < 5 && day != easter[0] && day != easter[1];

  return n;
}

static inline Value
make_span (Maker *self, int depth)
{
  const gboolean is_working = pick (self, 2);
  Value from, to;

  say (self, is_working ? "working_days_between(" : "days_between(");
  from = make_date (self, depth);
  say (self, ", ");
  to = make_date (self, depth);
  say (self, ")");
  if (from.is_missing || to.is_missing)
    return missing;
  if (!is_working)
    return number_value (to.number - from.number);

  return number_value (from.number <= to.number ? working_days_by_foot (from.number, to.number)
                                                : -working_days_by_foot (to.number, from.number));
}

static inline Value
make_sum (Maker *self, int depth)
{
  static const char *const signs[] = { " + ", " - ", " * ", " / " };
  const int sign = pick (self, 4);
  Value left, right;

  say (self, "(");
  left = make_number (self, depth);
  say (self, signs[sign]);
  right = make_number (self, depth);
  say (self, ")");
  if (left.is_missing || right.is_missing)
    return missing;

  return number_value (sign == 0   ? left.number + right.number
                       : sign == 1 ? left.number - right.number
                       : sign == 2 ? left.number * right.number
                                   : left.number / right.number);
}

static inline Value
make_part_of_date (Maker *self, int depth)
{
  static const char *const parts[] = { "year(", "month(", "day(", "weekday(" };
  const int part = pick (self, 4);
  Value date;
  CivilDate civil;

  say (self, parts[part]);
  date = make_date (self, depth);
  say (self, ")");
  if (date.is_missing)
    return missing;
  civil = civil_from_days ((gint64) date.number);

  return number_value (part == 0   ? civil.year
                       : part == 1 ? civil.month
                       : part == 2 ? civil.day
                                   : (int) civil_weekday ((gint64) date.number) + 1);
}

static inline Value
make_negative (Maker *self, int depth)
{
  const gboolean is_abs = pick (self, 2);
  Value value;

  say (self, is_abs ? "abs(" : "-(");
  value = make_number (self, depth);
  say (self, ")");
  value.number = is_abs ? fabs (value.number) : -value.number;

  return value;
}

static inline Value
make_instead (Maker *self, Value (*make) (Maker *, int), int depth)
{
  Value first, second;

  say (self, "coalesce(");
  first = make (self, depth);
  say (self, ", ");
  second = make (self, depth);
  say (self, ")");

  return first.is_missing ? second : first;
}

static inline Value
make_number (Maker *self, int depth)
{
  switch (pick (self, depth > 0 ? 9 : 3)) {
  case 0:
    return said (self, "n", self->row->n);
  case 1:
    return said (self, "m", self->row->m);
  case 2:
    return said (self, "2.5", number_value (2.5));
  case 3:
    return make_span (self, depth - 1);
  case 4:
    return make_part_of_date (self, depth - 1);
  case 5:
    return make_negative (self, depth - 1);
  case 6:
    return make_instead (self, make_number, depth - 1);
  default:
    return make_sum (self, depth - 1);
  }
}

static inline Value
make_letters (Maker *self, int depth)
{
  const gboolean is_lower = pick (self, 2);
  g_autofree char *changed = NULL;
  Value value;

  say (self, is_lower ? "lower(" : "upper(");
  value = make_text (self, depth);
  say (self, ")");
  if (value.is_missing)
    return missing;
  changed = is_lower ? g_utf8_strdown (value.text, -1) : g_utf8_strup (value.text, -1);

  return (Value){ .text = g_intern_string (changed) };
}

static inline Value
make_trimmed (Maker *self, int depth)
{
  g_autofree char *changed = NULL;
  Value value;

  say (self, "trim(");
  value = make_text (self, depth);
  say (self, ")");
  if (value.is_missing)
    return missing;
  changed = g_strstrip (g_strdup (value.text));

  return (Value){ .text = g_intern_string (changed) };
}

static inline Value
make_text (Maker *self, int depth)
{
  switch (pick (self, depth > 0 ? 6 : 3)) {
  case 0:
    return said (self, "t", self->row->t);
  case 1:
    return said (self, "u", self->row->u);
  case 2:
    return said (self, "'St Mary''s'", (Value){ .text = "St Mary's" });
  case 3:
    return make_letters (self, depth - 1);
  case 4:
    return make_trimmed (self, depth - 1);
  default:
    return make_instead (self, make_text, depth - 1);
  }
}

static inline Value
make_date (Maker *self, int depth)
{
  Value moment;

  switch (pick (self, depth > 0 ? 5 : 3)) {
  case 0:
    return said (self, "d", self->row->d);
  case 1:
    return said (self, "e", self->row->e);
  case 2:
    return said (self, "DATE '2024-04-02'", number_value (19815));
  case 3:
    return make_instead (self, make_date, depth - 1);
  default:
    moment = said (self, "date(a)", self->row->a);
    moment.number = floor (moment.number / 86400);
    return moment;
  }
}

static inline Value
truth (int is_known, gboolean is_true)
{
  return is_known ? number_value (is_true != 0) : missing;
}

/* -1, 0 or 1. */
static inline int
order_of (Value left, Value right)
{
  if (left.text)
    return strcmp (left.text, right.text);

  return (left.number > right.number) - (left.number < right.number);
}

static inline Value
compare_values (Value left, Value right, int sign)
{
  const int order = left.is_missing || right.is_missing ? 0 : order_of (left, right);
  const gboolean holds[] = { order >= 0, order <= 0, order > 0, order < 0, order == 0, order != 0 };

  return truth (!left.is_missing && !right.is_missing, holds[sign]);
}

static inline Value
make_comparison (Maker *self, Value (*make) (Maker *, int), int depth)
{
  static const char *const signs[] = { " >= ", " <= ", " > ", " < ", " = ", " <> " };
  const int sign = pick (self, 6);
  Value left, right;

  say (self, "(");
  left = make (self, depth);
  say (self, signs[sign]);
  right = make (self, depth);
  say (self, ")");

  return compare_values (left, right, sign);
}

static inline Value
either (Value left, Value right)
{
  if ((!left.is_missing && left.number != 0) || (!right.is_missing && right.number != 0))
    return number_value (1);

  return truth (!left.is_missing && !right.is_missing, FALSE);
}

static inline Value
negated (Value value)
{
  return value.is_missing ? missing : number_value (value.number == 0);
}

static inline Value
make_joined (Maker *self, int depth)
{
  const gboolean is_and = pick (self, 2);
  Value left, right;

  say (self, "(");
  left = make_truth (self, depth);
  say (self, is_and ? " AND " : " OR ");
  right = make_truth (self, depth);
  say (self, ")");

  return is_and ? negated (either (negated (left), negated (right))) : either (left, right);
}

static inline Value
make_list (Maker *self, Value (*make) (Maker *, int), int depth)
{
  const gboolean is_negated = pick (self, 2);
  Value left, first, second, found;

  say (self, "(");
  left = make (self, depth);
  say (self, is_negated ? " NOT IN (" : " IN (");
  first = make (self, 0);
  say (self, ", ");
  second = make (self, 0);
  say (self, "))");
  found = either (compare_values (left, first, 4), compare_values (left, second, 4));

  return is_negated ? negated (found) : found;
}

static inline Value
make_range (Maker *self, Value (*make) (Maker *, int), int depth)
{
  const gboolean is_negated = pick (self, 2);
  Value left, low, high, outside;

  say (self, "(");
  left = make (self, depth);
  say (self, is_negated ? " NOT BETWEEN " : " BETWEEN ");
  low = make (self, 0);
  say (self, " AND ");
  high = make (self, 0);
  say (self, ")");
  outside = either (compare_values (left, low, 3), compare_values (left, high, 2));

  return is_negated ? outside : negated (outside);
}

static inline Value
make_missing (Maker *self, Value (*make) (Maker *, int), int depth)
{
  const gboolean is_negated = pick (self, 2);
  Value value;

  say (self, "(");
  value = make (self, depth);
  say (self, is_negated ? " IS NOT MISSING)" : " IS MISSING)");

  return number_value (value.is_missing != is_negated);
}

static inline Value
make_not (Maker *self, int depth)
{
  say (self, "NOT ");

  return negated (make_truth (self, depth));
}

static inline Value
make_truth (Maker *self, int depth)
{
  Value (*const makers[]) (Maker *, int) = { make_number, make_text, make_date };
  Value (*make) (Maker *, int) = makers[pick (self, 3)];

  switch (pick (self, depth > 0 ? 8 : 2)) {
  case 0:
    return said (self, "q", self->row->q);
  case 1:
    return said (self, "TRUE", number_value (1));
  case 2:
    return make_joined (self, depth - 1);
  case 3:
    return make_not (self, depth - 1);
  case 4:
    return make_list (self, make, depth - 1);
  case 5:
    return make_range (self, make, depth - 1);
  case 6:
    return make_missing (self, make, depth - 1);
  default:
    return make_comparison (self, make, depth - 1);
  }
}

static inline Value
random_number (GRand *rand, double low, double high)
{
  return g_rand_int_range (rand, 0, 4)
             ? number_value (floor (g_rand_double_range (rand, low, high)))
             : missing;
}

static inline Value
random_text (GRand *rand)
{
  static const char *const texts[] = { "Y", "N", "y", " Ŵyth ", "St Mary's", "" };

  return g_rand_int_range (rand, 0, 4)
             ? (Value){ .text = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))] }
             : missing;
}

static inline Row
random_row (GRand *rand)
{
  return (Row){
    .n = random_number (rand, -3, 4),
    .m = random_number (rand, -3, 4),
    .t = random_text (rand),
    .u = random_text (rand),
    .d = random_number (rand, 19800, 19830),
    .e = random_number (rand, 19800, 19830),
    .a = random_number (rand, 19800 * 86400., 19830 * 86400.),
    .b = missing,
    .k = missing,
    .q = random_number (rand, 0, 2),
  };
}
