/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/cell.h"

#include "support/near.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define NUMBER CELL_NUMBER, SERIES_OBSERVED
#define MISSING CELL_MARKER, SERIES_MISSING
#define WITHHELD CELL_MARKER, SERIES_SUPPRESSED
#define TEXT CELL_TEXT, SERIES_MISSING
#define NONE NAN, NAN

/* By definition: what a reader of the table would understand, or nothing. */
static const struct known {
  const char *text;
  CellKind kind;
  SeriesState state;
  double value, low, high;
} known[] = {
  { "1234", NUMBER, 1234, NONE },
  { "0", NUMBER, 0, NONE },
  { "-12.5", NUMBER, -12.5, NONE },
  { "−12.5", NUMBER, -12.5, NONE },
  { "–3", NUMBER, -3, NONE },
  { "+3", NUMBER, 3, NONE },
  { "1,234.5", NUMBER, 1234.5, NONE },
  { "1,234,567", NUMBER, 1234567, NONE },
  { "1 234", NUMBER, 1234, NONE },
  { "1\xC2\xA0"
    "234\xC2\xA0"
    "567",
    NUMBER, 1234567, NONE },
  { "£1,495,975.00", NUMBER, 1495975, NONE },
  { "£ 60", NUMBER, 60, NONE },
  { "-£5", NUMBER, -5, NONE },
  { "£-5", NUMBER, -5, NONE },
  { "€12", NUMBER, 12, NONE },
  { "92%", NUMBER, 92, NONE },
  { "92 %", NUMBER, 92, NONE },
  { "92%*", NUMBER, 92, NONE },
  { "92*", NUMBER, 92, NONE },
  { "92†", NUMBER, 92, NONE },
  { "92 [note 3]", NUMBER, 92, NONE },
  { "92 [1]", NUMBER, 92, NONE },
  { "(12)", NUMBER, -12, NONE },
  { "(1,234)", NUMBER, -1234, NONE },
  { " 12 ", NUMBER, 12, NONE },
  { "1e3", NUMBER, 1000, NONE },
  { "4.3899999999999997", NUMBER, 4.3899999999999997, NONE },
  { "0.102971811805368", NUMBER, 0.102971811805368, NONE },
  { "12.3p", CELL_NUMBER, SERIES_PROVISIONAL, 12.3, NONE },
  { "12.3 (p)", CELL_NUMBER, SERIES_PROVISIONAL, 12.3, NONE },
  { "12.3 [r]", CELL_NUMBER, SERIES_REVISED, 12.3, NONE },
  { "12r", CELL_NUMBER, SERIES_REVISED, 12, NONE },
  { "", CELL_BLANK, SERIES_MISSING, NAN, NONE },
  { "  ", CELL_BLANK, SERIES_MISSING, NAN, NONE },
  { "n/a", MISSING, NAN, NONE },
  { "N/A", MISSING, NAN, NONE },
  { "NA", MISSING, NAN, NONE },
  { "-", MISSING, NAN, NONE },
  { "–", MISSING, NAN, NONE },
  { "..", MISSING, NAN, NONE },
  { ":", MISSING, NAN, NONE },
  { "[x]", MISSING, NAN, NONE },
  { "x", MISSING, NAN, NONE },
  { "z", MISSING, NAN, NONE },
  { "[z]", MISSING, NAN, NONE },
  { "Not held", MISSING, NAN, NONE },
  { "NaN", MISSING, NAN, NONE },
  { "#DIV/0!", MISSING, NAN, NONE },
  { "*", WITHHELD, NAN, NONE },
  { "c", WITHHELD, NAN, NONE },
  { "[c]", WITHHELD, NAN, NONE },
  { "u", WITHHELD, NAN, NONE },
  { "low", WITHHELD, NAN, 0, NAN },
  { "[low]", WITHHELD, NAN, 0, NAN },
  { "<5", WITHHELD, NAN, 0, 4 },
  { "< 10", WITHHELD, NAN, 0, 9 },
  { "<=5", WITHHELD, NAN, 0, 5 },
  { "≤5", WITHHELD, NAN, 0, 5 },
  { "<0.5", WITHHELD, NAN, 0, 0.5 },
  { "<5%", WITHHELD, NAN, 0, 5 },
  { "<1,000", WITHHELD, NAN, 0, 999 },
  { ">95%", WITHHELD, NAN, 95, 100 },
  { ">=95", WITHHELD, NAN, 95, NAN },
  /* Never guessed. */
  { "12,34", TEXT, NAN, NONE },
  { "1,5", TEXT, NAN, NONE },
  { "1,234,56", TEXT, NAN, NONE },
  { "1 23", TEXT, NAN, NONE },
  { "1.234.567", TEXT, NAN, NONE },
  { "12 days", TEXT, NAN, NONE },
  { "about 12", TEXT, NAN, NONE },
  { "12-15", TEXT, NAN, NONE },
  { "75%-80% of an FTE", TEXT, NAN, NONE },
  { "£3.5m", TEXT, NAN, NONE },
  { "1/3", TEXT, NAN, NONE },
  { "1e400", TEXT, NAN, NONE },
  { "inf", TEXT, NAN, NONE },
  { "0x10", TEXT, NAN, NONE },
  { "--5", TEXT, NAN, NONE },
  { "Nil", TEXT, NAN, NONE },
  { "<", TEXT, NAN, NONE },
  { "<-5", TEXT, NAN, NONE },
  { "()", TEXT, NAN, NONE },
  { "%", TEXT, NAN, NONE },
  { "=1+1", TEXT, NAN, NONE },
};

static void
assert_same (double found, double expected)
{
  if (isnan (expected))
    assert_true (isnan (found));
  else
    assert_near (found, expected, 0);
}

static void
reads_as_published (void **state)
{
  const struct known *row = *state;
  Cell cell;

  cell_parse (row->text, strlen (row->text), &cell);
  assert_int_equal (cell.kind, row->kind);
  assert_int_equal (cell.state, row->state);
  assert_same (cell.value, row->value);
  assert_same (cell.low, row->low);
  assert_same (cell.high, row->high);
}

static const struct flagged {
  const char *text;
  CellFlags flags;
} flagged[] = {
  { "12", CELL_PLAIN },
  { "92%*", CELL_PERCENT | CELL_FOOTNOTE },
  { "£12", CELL_MONEY },
  { "(£12)", CELL_MONEY | CELL_BRACKETS },
  { "12 [note 3]", CELL_FOOTNOTE },
  { "<5%", CELL_PERCENT },
};

static void
remembers_what_was_beside_the_number (void **state)
{
  for (size_t i = 0; i < LENGTH (flagged); i++) {
    Cell cell;

    cell_parse (flagged[i].text, strlen (flagged[i].text), &cell);
    assert_int_equal (cell.flags, flagged[i].flags);
  }
}

static void
counts_decimals (void **state)
{
  assert_int_equal (cell_count_decimals ("83.1", 4), 1);
  assert_int_equal (cell_count_decimals ("83.10%", 6), 2);
  assert_int_equal (cell_count_decimals ("83", 2), 0);
  assert_int_equal (cell_count_decimals ("1,234.500", 9), 3);
  assert_int_equal (cell_count_decimals ("8.123", 3), 1);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (known); i++)
    tests[n++] = (struct CMUnitTest){ .name = *known[i].text ? known[i].text : "nothing",
                                      .test_func = reads_as_published,
                                      .initial_state = (void *) &known[i] };
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (remembers_what_was_beside_the_number);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_decimals);

  return cmocka_run_group_tests_name ("io/cell", tests, NULL, NULL);
}
