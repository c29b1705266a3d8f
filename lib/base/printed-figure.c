/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/printed-figure.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

#define MOST_DECIMALS 6
#define NINE_DIGITS 1e-9

guint
printed_figure_decimals (const char *text)
{
  const char *point = strchr (text, '.');

  return point ? (guint) strspn (point + 1, "0123456789") : 0;
}

gboolean
printed_figure_agrees (const char *text, double value, double computed)
{
  const guint decimals = printed_figure_decimals (text);
  char fixed[NUMBER_TEXT_SIZE * 12];
  double rounded;

  if (!isfinite (value) || !isfinite (computed))
    return FALSE;
  if (decimals > MOST_DECIMALS)
    return fabs (value - computed) <= NINE_DIGITS * fabs (value);

  number_format_fixed (computed, decimals, fixed);
  if (!number_parse (fixed, strlen (fixed), &rounded))
    return FALSE;

  /* Half a printed digit either way is how far rounding can reach. */
  return fabs (value - rounded) < 0.5 * pow (10, -(double) decimals);
}
