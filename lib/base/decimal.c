/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

/* Source: R. Giulietti (2021), The Schubfach way to render doubles, sections 8 and 9.
 * No division, no trial: the digits are found with three products of 64 by 128 bits.
 */

#include "base/decimal.h"

#include "base/decimal-powers.h"

#include <string.h>

#define FRACTION_BITS 52
#define HIDDEN_BIT (G_GUINT64_CONSTANT (1) << FRACTION_BITS)
#define EXPONENT_BIAS 1075 /* of the fraction as an integer */

/* value = c * 2^q */
typedef struct {
  guint64 c;
  int q;
  gboolean is_regular; /* the neighbours are as far below as above */
} Binary;

static Binary
take_apart (double value)
{
  guint64 bits, fraction;
  int exponent;

  memcpy (&bits, &value, sizeof bits);
  fraction = bits & (HIDDEN_BIT - 1);
  exponent = (int) (bits >> FRACTION_BITS);

  if (exponent == 0)
    return (Binary){ fraction, 1 - EXPONENT_BIAS, TRUE };

  return (Binary){ HIDDEN_BIT | fraction, exponent - EXPONENT_BIAS,
                   fraction != 0 || exponent == 1 };
}

static guint64
multiply (guint64 a, guint64 b, guint64 *low)
{
  const guint64 a0 = (guint32) a, a1 = a >> 32, b0 = (guint32) b, b1 = b >> 32;
  const guint64 low_product = a0 * b0;
  const guint64 middle = a1 * b0 + (low_product >> 32);
  const guint64 cross = a0 * b1 + (guint32) middle;

  *low = (cross << 32) | (guint32) low_product;

  return a1 * b1 + (middle >> 32) + (cross >> 32);
}

/* The integer part of power * c / 2^128, its last bit set if anything was cut off. */
static guint64
multiply_to_odd (DecimalPower power, guint64 c)
{
  guint64 low, middle;
  const guint64 carried = multiply (power.low, c, &low);
  const guint64 high = multiply (power.high, c, &middle);
  const guint64 sum = middle + carried;

  return (high + (sum < middle)) | (sum > 1);
}

/* floor (log10 (2^q)), or of 3/4 of it; exact for every exponent of a double. */
static int
floor_log10 (int q, gboolean is_regular)
{
  return (q * 1262611 - (is_regular ? 0 : 524031)) >> 22;
}

static int
floor_log2_of_power (int k)
{
  return (k * 1741647) >> 19;
}

/* All four times what they stand for, in units of 10^k: what reads back lies between. */
typedef struct {
  guint64 low, value, high;
} Bounds;

static Bounds
find_bounds (Binary binary, int k)
{
  const DecimalPower power = decimal_powers[-k - DECIMAL_FIRST_POWER];
  const int shift = binary.q + floor_log2_of_power (-k) + 1;
  const guint64 c = 4 * binary.c;
  const guint64 odd = binary.c & 1; /* the ends themselves read back as the even neighbour */

  return (Bounds){ multiply_to_odd (power, (c - 2 + !binary.is_regular) << shift) + odd,
                   multiply_to_odd (power, c << shift),
                   multiply_to_odd (power, (c + 2) << shift) - odd };
}

/* One digit fewer, if just one such number reads back. */
static gboolean
round_to_ten (Bounds bounds, guint64 *tens)
{
  gboolean below_is_in, above_is_in;

  *tens = bounds.value / 40;
  below_is_in = bounds.low <= 40 * *tens;
  above_is_in = 40 * *tens + 40 <= bounds.high;
  *tens += above_is_in;

  return *tens > 0 && below_is_in != above_is_in;
}

static guint64
round_to_one (Bounds bounds)
{
  const guint64 whole = bounds.value / 4;
  const guint64 half = 4 * whole + 2;
  const gboolean below_is_in = bounds.low <= 4 * whole;
  const gboolean above_is_in = 4 * whole + 4 <= bounds.high;

  if (below_is_in != above_is_in)
    return whole + above_is_in;

  return whole + (bounds.value > half || (bounds.value == half && whole % 2 == 1));
}

static Decimal
without_zeros (Decimal decimal)
{
  while (decimal.digits % 10 == 0 && decimal.digits > 0) {
    decimal.digits /= 10;
    decimal.power++;
  }

  return decimal;
}

Decimal
decimal_shortest (double value)
{
  const Binary binary = take_apart (value);
  Bounds bounds;
  guint64 tens;
  int k;

  if (value == 0)
    return (Decimal){ 0, 0 };
  if (binary.q <= 0 && binary.q > -FRACTION_BITS - 1 &&
      (binary.c & ((G_GUINT64_CONSTANT (1) << -binary.q) - 1)) == 0)
    return without_zeros ((Decimal){ binary.c >> -binary.q, 0 });

  k = floor_log10 (binary.q, binary.is_regular);
  bounds = find_bounds (binary, k);
  if (round_to_ten (bounds, &tens))
    return without_zeros ((Decimal){ tens, k + 1 });

  return without_zeros ((Decimal){ round_to_one (bounds), k });
}
