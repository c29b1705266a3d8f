/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-value.h"

#include <math.h>
#include <string.h>

#include "support/rows.h"

static const struct known {
  const char *label;
  const char *text;
  double plain; /* NaN: no number */
  double declared;
} known[] = {
  { "whole", "12", 12, 12 },
  { "below nought", "-12.50", -12.5, -12.5 },
  { "nought", "0", 0, 0 },
  { "nought and something", "0.5", 0.5, 0.5 },
  { "a name of digits", "007", NAN, 7 },
  { "a name with a sign", "-07", NAN, -7 },
  { "thousands", "1,234", 1234, 1234 },
  { "millions", "-1,234,567.5", -1234567.5, -1234567.5 },
  { "pounds", "£1,234.50", 1234.5, 1234.5 },
  { "pounds alone", "£12", 12, 12 },
  { "comma after four digits", "1234,567", NAN, NAN },
  { "comma before two digits", "1,23", NAN, NAN },
  { "a comma missing", "1,234567", NAN, NAN },
  { "comma first", ",123", NAN, NAN },
  { "comma in the decimals", "1.234,567", NAN, NAN },
  { "two commas", "1,,234", NAN, NAN },
  { "words", "about 12", NAN, NAN },
  { "hex", "0x10", NAN, NAN },
  { "empty", "", NAN, NAN },
};

static void
assert_same (double a, double b)
{
  assert_true ((isnan (a) && isnan (b)) || a == b);
}

static void
reads_known_number (void **state)
{
  const struct known *row = *state;
  double plain = NAN, declared = NAN;

  record_value_parse_number (row->text, strlen (row->text), FALSE, &plain);
  record_value_parse_number (row->text, strlen (row->text), TRUE, &declared);
  assert_same (plain, row->plain);
  assert_same (declared, row->declared);
}

static void
tells_lacks_apart (void **state)
{
  static const struct {
    const char *text;
    RecordLack lack;
  } rows[] = {
    { "", RECORD_BLANK },       { "n/a", RECORD_MARKED },   { "..", RECORD_MARKED },
    { "*", RECORD_WITHHELD },   { "<5", RECORD_WITHHELD },  { "< 10", RECORD_WITHHELD },
    { "<=5", RECORD_WITHHELD }, { "[c]", RECORD_WITHHELD }, { "0", RECORD_HELD },
    { "<", RECORD_HELD },       { "<b>", RECORD_HELD },     { "Ward 5", RECORD_HELD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_int_equal (record_value_lack (rows[i].text, strlen (rows[i].text)), rows[i].lack);
}

static void
reads_truths (void **state)
{
  gboolean truth = FALSE;

  assert_true (record_value_parse_truth ("TRUE", 4, FALSE, &truth));
  assert_true (truth);
  assert_true (record_value_parse_truth ("False", 5, FALSE, &truth));
  assert_false (truth);
  assert_false (record_value_parse_truth ("Y", 1, FALSE, &truth));
  assert_true (record_value_parse_truth ("Y", 1, TRUE, &truth));
  assert_true (truth);
  assert_true (record_value_parse_truth ("0", 1, TRUE, &truth));
  assert_false (truth);
  assert_false (record_value_parse_truth ("maybe", 5, TRUE, &truth));
}

static void
knows_whole_numbers (void **state)
{
  assert_true (record_value_is_whole (-3));
  assert_true (record_value_is_whole (0x1p53));
  assert_false (record_value_is_whole (0x1p54));
  assert_false (record_value_is_whole (0.5));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 3];
  size_t n = add_rows (tests, reads_known_number, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_lacks_apart);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (reads_truths);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_whole_numbers);

  return cmocka_run_group_tests_name ("records/record-value", tests, NULL, NULL);
}
