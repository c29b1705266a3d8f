/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/number.h"
#include "support/near.h"

#include <float.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* The wanted double is the compiler's, which rounds decimal text correctly. */
static const struct parsed {
  const char *text;
  double value;
} parsed[] = {
  { "0", 0 },
  { "7", 7 },
  { "-7", -7 },
  { "+7", 7 },
  { "007", 7 },
  { "94.95", 94.95 },
  { "-0.1", -0.1 },
  { ".5", 0.5 },
  { "1.", 1 },
  { "-.5", -0.5 },
  { "1e3", 1000 },
  { "1E+3", 1000 },
  { "12.5e-1", 1.25 },
  { "0e99999", 0 },
  { "9007199254740992", 9007199254740992.0 },
  { "9007199254740993", 9007199254740993.0 },   /* a tie beyond 2^53: to even */
  { "9007199254740993.1", 9007199254740993.1 }, /* just past it: up */
  { "1234567890123456789", 1234567890123456789.0 },
  { "12345678901234567890123", 12345678901234567890123.0 }, /* wraps 64 bits */
  { "18446744073709551617", 18446744073709551617.0 },       /* 2^64 + 1 */
  { "0.30000000000000004", 0.30000000000000004 },
  { "1e22", 1e22 },
  { "1e23", 1e23 }, /* 10^23 is no double: one power too far for the fast path */
  { "3e-22", 3e-22 },
  { "3e-23", 3e-23 },
  { "1.7976931348623157e308", DBL_MAX },
  { "1.7976931348623158e308", DBL_MAX },                  /* rounds down to it */
  { "2.2250738585072011e-308", 2.2250738585072011e-308 }, /* once hung PHP and Java */
  { "5e-324", 5e-324 },
  { "2e-324", 0 }, /* nearer to 0 */
  { "1e-400", 0 },
  { "0.0000000000000000000000000000000000000000000000001", 1e-49 },
  { "1e-99999999999999999999", 0 },
};

static void
parses (void **state)
{
  const struct parsed *row = *state;
  double value = -1;

  assert_true (number_parse (row->text, strlen (row->text), &value));
  assert_near (value, row->value, 0);
}

static const char *const refused[] = {
  "",     "-",     "+",      ".",        "-.",    "e5",  "1e",
  "1e+",  "1e-",   "1.e",    "0x1",      "inf",   "nan", "NaN",
  "-inf", "1e400", "-1e400", "1.8e308",  " 1",    "1 ",  "1,000",
  "1,5",  "1.2.3", "--1",    "+-1",      "1-",    "12a", "£1",
  "92%",  "1e5.",  "1e 5",   "infinity", "1_000", "<5",  "1.7976931348623159e308",
};

static void
refuses (void **state)
{
  const char *const *text = *state;
  double value = -7;

  assert_false (number_parse (*text, strlen (*text), &value));
  assert_near (value, -7, 0);
}

static void
stops_at_the_length (void **state)
{
  double value = 0;

  assert_true (number_parse ("12345", 3, &value));
  assert_near (value, 123, 0);
  assert_true (number_parse ("1e400", 2 - 1, &value));
  assert_near (value, 1, 0);
  assert_false (number_parse ("1e400", 2, &value));
  assert_true (number_parse ("-5", 2, &value));
  assert_false (number_parse ("-5", 1, &value));
}

static void
reads_long_texts_up_to_a_limit (void **state)
{
  char text[1026];
  double value = 0;

  memset (text, '0', sizeof text);
  text[1023] = '1';
  assert_true (number_parse (text, 1024, &value));
  assert_near (value, 1, 0);
  value = -7;
  assert_false (number_parse (text, 1025, &value));
  assert_near (value, -7, 0);
}

static const struct formatted {
  double value;
  const char *text;
} formatted[] = {
  { 0, "0" },
  { -0.0, "0" },
  { 1, "1" },
  { -42, "-42" },
  { 100000, "100000" },
  { 9007199254740992.0, "9007199254740992" },
  { -9007199254740992.0, "-9007199254740992" },
  { 1e22, "1e+22" },
  { 0.1, "0.1" },
  { 94.95, "94.95" },
  { 90.2, "90.2" },
  { -0.001, "-0.001" },
  { 0.1 + 0.2, "0.30000000000000004" },
  { 1.0 / 3, "0.3333333333333333" },
  { 2.0 / 3, "0.6666666666666666" },
  { 1e-4, "0.0001" },
  { 1e-5, "1e-05" },
  { 123456789.123456, "123456789.123456" },
  { DBL_MAX, "1.7976931348623157e+308" },
  { DBL_MIN, "2.2250738585072014e-308" },
  { 5e-324, "5e-324" },
  { 1.5e-323, "1.5e-323" },
};

static void
formats (void **state)
{
  const struct formatted *row = *state;
  char buffer[NUMBER_TEXT_SIZE];

  assert_string_equal (number_format (row->value, buffer), row->text);
}

/* What was handed in, as it was written, and also where it is no number. */
static void
shows_any_double (void **state)
{
  static const struct {
    double value;
    const char *text;
  } shown[] = {
    { 0.1, "0.1" },  { -7, "-7" },        { 1e300, "1e+300" },   { NAN, "nan" },
    { -NAN, "nan" }, { INFINITY, "inf" }, { -INFINITY, "-inf" },
  };

  (void) state;
  for (size_t k = 0; k < LENGTH (shown); k++) {
    char buffer[NUMBER_TEXT_SIZE];

    assert_string_equal (number_show (shown[k].value, buffer), shown[k].text);
  }
}

static const struct fixed {
  double value;
  guint decimals;
  const char *text;
} fixed[] = {
  { 94.95, 1, "95.0" }, /* the double is 94.9500000000000028 */
  { 2.675, 2, "2.68" }, /* the double is 2.67499999999999982 */
  { 1.005, 2, "1.01" }, /* the double is 1.00499999999999989 */
  { -2.675, 2, "-2.68" },
  { 0.5, 0, "1" },
  { 1.5, 0, "2" },
  { 2.5, 0, "3" },
  { -2.5, 0, "-3" },
  { 0.45, 1, "0.5" },
  { 0.05, 1, "0.1" },
  { 0.04, 1, "0.0" },
  { -0.04, 1, "0.0" },
  { -0.05, 1, "-0.1" },
  { -0.0, 2, "0.00" },
  { 0, 0, "0" },
  { 9.995, 2, "10.00" },
  { 99.5, 0, "100" },
  { 999.9999, 3, "1000.000" },
  { 90.19607843137256, 1, "90.2" },
  { 1234567.891, 2, "1234567.89" },
  { 3, 3, "3.000" },
  { 0.5, 3, "0.500" },
  { 1e15, 1, "1000000000000000.0" },
  { 9007199254740993.0, 0, "9007199254740992" },
  { 1e22, 2, "10000000000000000000000.00" },
  { 1.5e-10, 10, "0.0000000002" },
  { 1.5e-10, 9, "0.000000000" },
  { 1e-30, 30, "0.000000000000000000000000000001" },
  { 5e-31, 30, "0.000000000000000000000000000001" },
  { 4e-31, 30, "0.000000000000000000000000000000" },
  { 5e-324, 2, "0.00" },
  { 0.1, 25, "0.1000000000000000000000000" },
  { 0.1, 61, "0.100000000000000000000000000000000000000000000000000000000000" },
};

static void
formats_fixed (void **state)
{
  const struct fixed *row = *state;
  char buffer[NUMBER_TEXT_SIZE * 12];

  assert_string_equal (number_format_fixed (row->value, row->decimals, buffer), row->text);
}

static void
formats_the_largest_fixed (void **state)
{
  char buffer[NUMBER_TEXT_SIZE * 12];

  number_format_fixed (-DBL_MAX, 60, buffer);
  assert_int_equal (strlen (buffer), 1 + 309 + 1 + 60);
  assert_memory_equal (buffer, "-17976931348623157000", 21);
}

static guint64
next_random (guint64 *seed)
{
  *seed =
      *seed * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);

  return *seed ^ *seed >> 29;
}

static void
assert_round_trip (double value)
{
  char buffer[NUMBER_TEXT_SIZE];
  double back = NAN;

  number_format (value, buffer);
  assert_true (strlen (buffer) < NUMBER_TEXT_SIZE);
  assert_true (number_parse (buffer, strlen (buffer), &back));
  assert_near (back, value, 0);
}

/* Doubles of every size, and figures as published, read back as they were. */
static void
reads_back_what_it_writes (void **state)
{
  guint64 seed = 42;

  for (guint i = 0; i < 20000; i++) {
    guint64 bits = next_random (&seed);
    double value;

    memcpy (&value, &bits, sizeof value);
    if (isfinite (value))
      assert_round_trip (value);
    assert_round_trip ((double) (bits % 10000000) / 100);
    assert_round_trip ((double) (bits % 1000003) / 357);
  }
}

/* The fast path must agree with strtod, which reads every text. */
static void
parses_as_strtod_does (void **state)
{
  guint64 seed = 7;

  for (guint i = 0; i < 50000; i++) {
    guint64 bits = next_random (&seed);
    char text[64];
    double value = NAN;

    g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT ".%ue%d", bits >> (bits % 64),
                (guint) (bits % 1000), (int) (next_random (&seed) % 60) - 30);
    assert_true (number_parse (text, strlen (text), &value));
    assert_near (value, g_ascii_strtod (text, NULL), 0);
  }
}

/* Away from ties printf rounds as people do; this is the quick path's oracle. */
static void
fixes_as_printf_does_away_from_ties (void **state)
{
  guint64 seed = 9;
  char want[400], got[NUMBER_TEXT_SIZE * 12];

  for (guint i = 0; i < 50000; i++) {
    double value = (double) (gint64) next_random (&seed) / 0x1p40;
    guint decimals = i % 7;
    double scaled = fabs (value) * pow (10, decimals);

    if (fabs (scaled - floor (scaled) - 0.5) < 0.01)
      continue;

    g_ascii_formatd (
        want, sizeof want,
        (const char *[]){ "%.0f", "%.1f", "%.2f", "%.3f", "%.4f", "%.5f", "%.6f" }[decimals],
        value);
    number_format_fixed (value, decimals, got);
    if (value < 0 && strspn (want, "-0.") == strlen (want))
      memmove (want, want + 1, strlen (want));
    assert_string_equal (got, want);
  }
}

static struct CMUnitTest
row_test (const char *label, CMUnitTestFunction function, const void *row)
{
  return (struct CMUnitTest){ .name = label, .test_func = function, .initial_state = (void *) row };
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (shows_any_double),
    cmocka_unit_test (stops_at_the_length),
    cmocka_unit_test (reads_long_texts_up_to_a_limit),
    cmocka_unit_test (formats_the_largest_fixed),
    cmocka_unit_test (reads_back_what_it_writes),
    cmocka_unit_test (parses_as_strtod_does),
    cmocka_unit_test (fixes_as_printf_does_away_from_ties),
  };
  struct CMUnitTest tests[LENGTH (parsed) + LENGTH (refused) + LENGTH (formatted) + LENGTH (fixed) +
                          LENGTH (others)];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (parsed); i++)
    tests[n++] = row_test (parsed[i].text, parses, &parsed[i]);
  for (size_t i = 0; i < LENGTH (refused); i++)
    tests[n++] = row_test (refused[i], refuses, &refused[i]);
  for (size_t i = 0; i < LENGTH (formatted); i++)
    tests[n++] = row_test (formatted[i].text, formats, &formatted[i]);
  for (size_t i = 0; i < LENGTH (fixed); i++)
    tests[n++] = row_test (fixed[i].text, formats_fixed, &fixed[i]);
  for (size_t i = 0; i < LENGTH (others); i++)
    tests[n++] = others[i];

  return cmocka_run_group_tests_name ("base/number", tests, NULL, NULL);
}
