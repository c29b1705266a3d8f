/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/printed.h"

#include "base/number.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Of a value with more decimals than anybody prints. */
#define COMPUTED 1e-9

/* Roundings in a numerator by a denominator, times a scale, less what was printed. */
#define ROUNDINGS 8

guint
printed_decimals (double value)
{
  char text[NUMBER_TEXT_SIZE];
  const char *point, *exponent;
  gint64 decimals;

  if (!isfinite (value))
    return 0;

  number_format (value, text);
  point = strchr (text, '.');
  exponent = strpbrk (text, "eE");
  decimals = point ? (gint64) strspn (point + 1, "0123456789") : 0;
  if (exponent)
    decimals -= g_ascii_strtoll (exponent + 1, NULL, 10);

  return (guint) CLAMP (decimals, 0, PRINTED_MOST_DECIMALS + 1);
}

guint
printed_decimals_of (const double *values, gsize n_values)
{
  guint most = 0;

  for (gsize i = 0; i < n_values && most <= PRINTED_MOST_DECIMALS; i++)
    most = MAX (most, printed_decimals (values[i]));

  return most;
}

guint
printed_places (const char *text, double value)
{
  const char *point;

  if (!text || !*text)
    return printed_decimals (value);

  point = strchr (text, '.');

  return point ? (guint) strspn (point + 1, "0123456789") : 0;
}

double
printed_half_digit (double value, guint decimals)
{
  return decimals > PRINTED_MOST_DECIMALS ? COMPUTED * fabs (value)
                                          : 0.5 * pow (10, -(double) decimals);
}

gboolean
printed_agrees (double value, double computed, guint decimals)
{
  return isfinite (value) && isfinite (computed) &&
         fabs (value - computed) <=
             printed_half_digit (value, decimals) + ROUNDINGS * DBL_EPSILON * fabs (computed);
}

double
printed_round (double value, guint decimals)
{
  char text[NUMBER_TEXT_SIZE * 12];

  if (!isfinite (value) || decimals > PRINTED_MOST_DECIMALS)
    return value;

  return g_ascii_strtod (number_format_fixed (value, decimals, text), NULL);
}

double
printed_round_count (double count, guint round_to)
{
  return round_to > 1 ? round_to * floor (count / round_to + 0.5) : count;
}

double
printed_difference (double a, double b)
{
  return printed_round (a - b, MAX (printed_decimals (a), printed_decimals (b)));
}

double
printed_floor (double value, guint decimals)
{
  const double rounded = printed_round (value, decimals);

  return rounded > value ? printed_round (rounded - pow (10, -(double) decimals), decimals)
                         : rounded;
}

double
printed_ceiling (double value, guint decimals)
{
  return -printed_floor (-value, decimals);
}
