/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/number.h"

#include "base/decimal.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* The longest text that is still a number: every digit of a double's exact value
 * (767) fits, and a field of megabytes is not read twice.
 */
#define LONGEST 1024

#define MOST_DIGITS 19                            /* always fit 64 bits */
#define MOST_EXACT (G_GUINT64_CONSTANT (1) << 53) /* every integer up to here is a double */
#define MOST_POWER 22                             /* 10^22 is the last power that is a double */
#define MOST_EXPONENT 100000                      /* far beyond any double; no overflow of an int */
#define LEAST_POINT -3                            /* 0.0001; what is smaller has an exponent */
#define MOST_DECIMALS 60                          /* with 309 digits before the point they fit */

static const double power_of_ten[] = {
  1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

/* May wrap beyond MOST_DIGITS; whoever counts the digits then does not use it. */
static inline const char *
scan_digits (const char *at, const char *end, guint64 *mantissa)
{
  for (; at < end && (guint8) (*at - '0') <= 9; at++)
    *mantissa = 10 * *mantissa + (guint8) (*at - '0');

  return at;
}

/* At the "e": gives the end of the exponent, or NULL if there is none. */
static const char *
scan_exponent (const char *at, const char *end, int *power)
{
  gboolean negative;
  int exponent = 0;
  const char *first;

  if (at == end || (*at != 'e' && *at != 'E'))
    return NULL;
  at++;
  negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+'))
    at++;

  for (first = at; at < end && g_ascii_isdigit (*at); at++)
    exponent = MIN (10 * exponent + (*at - '0'), MOST_EXPONENT);
  *power += negative ? -exponent : exponent;

  return at > first ? at : NULL;
}

/* The text is known to be a number; strtod rounds it right. */
static gboolean
parse_slowly (const char *text, gsize length, double *value)
{
  char copy[LONGEST + 1];
  double parsed;

  memcpy (copy, text, length);
  copy[length] = '\0';
  parsed = g_ascii_strtod (copy, NULL);
  if (!isfinite (parsed))
    return FALSE;
  *value = parsed;

  return TRUE;
}

/* An exact integer times or over an exact power of ten rounds once, so the result is
 * right.  Source: W. D. Clinger (1990), How to read floating point numbers accurately,
 * PLDI '90, section 3.
 */
static inline gboolean
is_exact (gsize n_digits, guint64 mantissa, int power)
{
  return FLT_EVAL_METHOD == 0 && n_digits <= MOST_DIGITS && mantissa <= MOST_EXACT &&
         power >= -MOST_POWER && power <= MOST_POWER;
}

gboolean
number_parse (const char *text, gsize length, double *value)
{
  const char *end = text + length;
  const char *at = text;
  const char *first;
  gsize n_digits;
  guint64 mantissa = 0;
  int power = 0;
  double magnitude;

  if (length == 0 || length > LONGEST)
    return FALSE;

  if (*at == '-' || *at == '+')
    at++;
  first = at;
  at = scan_digits (at, end, &mantissa);
  n_digits = (gsize) (at - first);
  if (at < end && *at == '.') {
    first = ++at;
    at = scan_digits (at, end, &mantissa);
    n_digits += (gsize) (at - first);
    power = -(int) (at - first);
  }
  if (n_digits == 0)
    return FALSE;
  if (at < end && scan_exponent (at, end, &power) != end)
    return FALSE;
  if (!is_exact (n_digits, mantissa, power))
    return parse_slowly (text, length, value);

  magnitude = (double) mantissa;
  magnitude = power < 0 ? magnitude / power_of_ten[-power] : magnitude * power_of_ten[power];
  *value = *text == '-' ? -magnitude : magnitude;

  return TRUE;
}

/* Writes @scaled / 10^@decimals; returns the end. */
static char *
write_scaled (guint64 scaled, guint decimals, gboolean negative, char *buffer)
{
  char digits[24];
  guint n = 0;

  do {
    digits[n++] = (char) ('0' + scaled % 10);
    scaled /= 10;
  } while (scaled || n <= decimals);

  if (negative)
    *buffer++ = '-';
  while (n > 0) {
    *buffer++ = digits[--n];
    if (n == decimals && n > 0)
      *buffer++ = '.';
  }
  *buffer = '\0';

  return buffer;
}

/* Writes the digits of @value; returns how many, never 0. */
static int
write_digits (guint64 value, char digits[24])
{
  char backwards[24];
  int n = 0;

  do {
    backwards[n++] = (char) ('0' + value % 10);
    value /= 10;
  } while (value);
  for (int i = 0; i < n; i++)
    digits[i] = backwards[n - 1 - i];

  return n;
}

/* 1.234e-05, as printf writes it. */
static void
write_scientific (const char *digits, int n, int exponent, char *buffer)
{
  guint magnitude = (guint) ABS (exponent);

  *buffer++ = digits[0];
  if (n > 1) {
    *buffer++ = '.';
    memcpy (buffer, digits + 1, (gsize) n - 1);
    buffer += n - 1;
  }
  *buffer++ = 'e';
  *buffer++ = exponent < 0 ? '-' : '+';
  if (magnitude < 10)
    *buffer++ = '0';
  write_scaled (magnitude, 0, FALSE, buffer);
}

/* The point stands after the first @point digits, of @n; before them for 0 and below. */
static void
write_plain (const char *digits, int n, int point, char *buffer)
{
  if (point <= 0) {
    *buffer++ = '0';
    *buffer++ = '.';
    memset (buffer, '0', (gsize) -point);
    buffer += -point;
    point = n;
  }
  memcpy (buffer, digits, (gsize) point);
  buffer += point;
  if (n > point) {
    *buffer++ = '.';
    memcpy (buffer, digits + point, (gsize) (n - point));
    buffer += n - point;
  }
  *buffer = '\0';
}

char *
number_format (double value, char buffer[NUMBER_TEXT_SIZE])
{
  const double magnitude = fabs (value);
  char digits[24];
  char *at = buffer;
  Decimal decimal;
  int n, point;

  buffer[0] = '\0';
  g_return_val_if_fail (isfinite (value), buffer);

  if (magnitude <= (double) MOST_EXACT && magnitude == (double) (guint64) magnitude) {
    write_scaled ((guint64) magnitude, 0, value < 0, buffer);
    return buffer;
  }

  decimal = decimal_shortest (magnitude);
  n = write_digits (decimal.digits, digits);
  point = n + decimal.power;
  if (value < 0)
    *at++ = '-';
  if (point > n || point < LEAST_POINT)
    write_scientific (digits, n, point - 1, at);
  else
    write_plain (digits, n, point, at);

  return buffer;
}

char *
number_show (double value, char buffer[NUMBER_TEXT_SIZE])
{
  if (isfinite (value))
    return number_format (value, buffer);
  g_strlcpy (buffer, isnan (value) ? "nan" : value > 0 ? "inf" : "-inf", NUMBER_TEXT_SIZE);

  return buffer;
}

/* Rounds when the tie is far from any rounding error of the product. */
static gboolean
write_fixed_quickly (double value, guint decimals, char *buffer)
{
  double scaled, rounded;

  if (decimals > MOST_POWER)
    return FALSE;
  scaled = fabs (value) * power_of_ten[decimals];
  if (scaled > 0x1p40 || fabs (scaled - floor (scaled) - 0.5) < 0x1p-10)
    return FALSE;
  rounded = floor (scaled + 0.5);
  write_scaled ((guint64) rounded, decimals, value < 0 && rounded > 0, buffer);

  return TRUE;
}

/* @digits are those of the shortest text, 0.ddd times 10^@point.  @row gets a zero for the
 * carry, the digits before the point, and @decimals more; returns how many before the point.
 */
static guint
round_digits (const char *digits, int n, int point, int decimals, char *row)
{
  int zeros = 1 + MAX (1 - point, 0);
  int keep = point + decimals;
  int total = zeros + keep;

  memset (row, '0', (gsize) total);
  memcpy (row + zeros, digits, (gsize) MIN (n, keep));
  if (n > keep && digits[keep] >= '5') {
    int i = total - 1;

    while (row[i] == '9')
      row[i--] = '0';
    row[i]++;
  }

  return (guint) (zeros + point);
}

static void
write_row (const char *row, guint whole, guint decimals, gboolean negative, char *buffer)
{
  guint spare = row[0] == '0';
  guint total = whole + decimals;

  if (negative && strspn (row, "0") < total)
    *buffer++ = '-';
  memcpy (buffer, row + spare, whole - spare);
  buffer += whole - spare;
  if (decimals > 0)
    *buffer++ = '.';
  memcpy (buffer, row + whole, decimals);
  buffer[decimals] = '\0';
}

char *
number_format_fixed (double value, guint decimals, char buffer[NUMBER_TEXT_SIZE * 12])
{
  char digits[24];
  char row[NUMBER_TEXT_SIZE * 12] = "";
  Decimal decimal;
  int n, point;

  buffer[0] = '\0';
  g_return_val_if_fail (isfinite (value), buffer);

  decimals = MIN (decimals, MOST_DECIMALS);
  if (write_fixed_quickly (value, decimals, buffer))
    return buffer;

  decimal = decimal_shortest (fabs (value));
  n = write_digits (decimal.digits, digits);
  point = n + decimal.power;
  if (point + (int) decimals < 0)
    n = point = 0;
  write_row (row, round_digits (digits, n, point, (int) decimals, row), decimals, value < 0,
             buffer);

  return buffer;
}
