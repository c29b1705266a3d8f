/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/decimal-powers.h"
#include "base/decimal.h"
#include "support/near.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* Digits as David Gay's dtoa, mode 0, gives them (netlib; also Python's repr); the powers of
 * two below 1 lie nearer to the double below than to the one above.
 */
static const struct known {
  const char *label;
  double value;
  guint64 digits;
  int power;
} known[] = {
  { "zero", 0, 0, 0 },
  { "one", 1, 1, 0 },
  { "ten", 10, 1, 1 },
  { "a figure", 94.95, 9495, -2 },
  { "a third", 1.0 / 3, 3333333333333333, -16 },
  { "a sum that is not 0.3", 0.1 + 0.2, 30000000000000004, -17 },
  { "2^53 + 2", 9007199254740994.0, 9007199254740994, 0 },
  { "1e22", 1e22, 1, 22 },
  { "1e23, no double", 1e23, 1, 23 },
  { "the double above 1e23", 1.0000000000000001e23, 10000000000000001, 7 },
  { "2^-44", 0x1p-44, 5684341886080802, -29 },
  { "2^-1022", DBL_MIN, 22250738585072014, -324 },
  { "largest", DBL_MAX, 17976931348623157, 292 },
  { "least", 5e-324, 5, -324 },
  { "twice the least", 1e-323, 1, -323 },
  { "three times the least", 1.5e-323, 15, -324 },
  { "largest subnormal", 2.225073858507201e-308, 2225073858507201, -323 },
  { "9.5e-7 as 2^-20", 0x1p-20, 95367431640625, -20 },
};

static void
finds_the_digits (void **state)
{
  const struct known *row = *state;
  Decimal got = decimal_shortest (row->value);

  assert_true (got.digits == row->digits);
  assert_int_equal (got.power, row->power);
}

/* A table's own definition: 10 times an entry is the next, to the rounding of both. */
static void
powers_follow_each_other (void **state)
{
  for (size_t i = 0; i + 1 < LENGTH (decimal_powers); i++) {
    const DecimalPower power = decimal_powers[i], next = decimal_powers[i + 1];
    const double ratio = ((double) next.high + ldexp ((double) next.low, -64)) /
                         ((double) power.high + ldexp ((double) power.low, -64));

    assert_true (power.high >> 63 == 1);
    assert_true (fabs (ratio - 1.25) < 1e-15 || fabs (ratio - 0.625) < 1e-15);
  }
  assert_true (decimal_powers[-DECIMAL_FIRST_POWER].high == G_GUINT64_CONSTANT (1) << 63);
  assert_true (decimal_powers[-DECIMAL_FIRST_POWER].low == 0);
}

static double
read_back (guint64 digits, int power)
{
  char text[64];

  g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT "e%d", digits, power);

  return g_ascii_strtod (text, NULL);
}

/* Reads back; and neither neighbour with a digit fewer does, so there is none shorter. */
static void
assert_shortest (double value)
{
  const Decimal got = decimal_shortest (value);
  const guint64 shorter = got.digits / 10;

  assert_near (read_back (got.digits, got.power), value, 0);
  assert_true (got.digits < G_GUINT64_CONSTANT (100000000000000000));
  assert_true (got.digits % 10 != 0 || value == 0);
  if (shorter > 0) {
    assert_true (read_back (shorter, got.power + 1) != value);
    assert_true (read_back (shorter + 1, got.power + 1) != value);
  }
}

/* printf's digits of the same number are the nearest of all, so ours must be them, but
 * where those do not read back (at powers of two).
 */
static void
assert_nearest (double value)
{
  const Decimal got = decimal_shortest (value);
  char text[64], nearest[64];
  int n = g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT, got.digits);
  const double printed =
      g_ascii_strtod ((g_snprintf (nearest, sizeof nearest, "%.*e", n - 1, value), nearest), NULL);

  if (printed == value)
    assert_near (read_back (got.digits, got.power), printed, 0);
  g_snprintf (text, sizeof text, "%.*e", n - 1, read_back (got.digits, got.power));
  if (printed == value)
    assert_string_equal (text, nearest);
}

static guint64
next_random (guint64 *seed)
{
  *seed =
      *seed * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);

  return *seed ^ *seed >> 29;
}

static double
double_of_bits (guint64 bits)
{
  double value;

  memcpy (&value, &bits, sizeof value);

  return fabs (value);
}

static void
writes_random_doubles (void **state)
{
  guint64 seed = 42;
  guint n = g_getenv ("SCRUTINY_QUICK") ? 2000 : 100000; /* set where each step costs fifty */

  for (guint i = 0; i < n; i++) {
    const double value = double_of_bits (next_random (&seed));

    if (isfinite (value)) {
      assert_shortest (value);
      assert_nearest (value);
    }
    assert_shortest ((double) (next_random (&seed) % 1000003) / 357);
  }
}

/* Powers of two have uneven neighbours; the doubles beside them do not. */
static void
writes_doubles_at_powers_of_two (void **state)
{
  for (guint64 exponent = 0; exponent < 2047; exponent++)
    for (int step = -2; step <= 2; step++) {
      const guint64 bits = (exponent << 52) + (guint64) (gint64) step;
      const double value = double_of_bits (bits);

      if (isfinite (value))
        assert_shortest (value);
    }
}

static void
writes_the_least_doubles (void **state)
{
  for (guint64 bits = 1; bits < 2000; bits++)
    assert_shortest (double_of_bits (bits));
}

static void
writes_integers (void **state)
{
  for (guint64 i = 1; i < 20000; i++) {
    assert_shortest ((double) i);
    assert_shortest ((double) (i * G_GUINT64_CONSTANT (450359962737)));
  }
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (powers_follow_each_other),
    cmocka_unit_test (writes_random_doubles),
    cmocka_unit_test (writes_doubles_at_powers_of_two),
    cmocka_unit_test (writes_the_least_doubles),
    cmocka_unit_test (writes_integers),
  };
  struct CMUnitTest tests[LENGTH (known) + LENGTH (others)];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (known); i++)
    tests[n++] = (struct CMUnitTest){ .name = known[i].label,
                                      .test_func = finds_the_digits,
                                      .initial_state = (void *) &known[i] };
  for (size_t i = 0; i < LENGTH (others); i++)
    tests[n++] = others[i];

  return cmocka_run_group_tests_name ("base/decimal", tests, NULL, NULL);
}
