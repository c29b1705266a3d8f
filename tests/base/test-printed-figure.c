/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/printed-figure.h"
#include "support/rows.h"

static const struct known {
  const char *label;
  const char *text;
  double value;
  double computed;
  int agrees;
} known[] = {
  { "322 of 357, one place", "90.2%", 90.2, 100 * 322 / 357., 1 },
  { "the place below", "90.1", 90.1, 100 * 322 / 357., 0 },
  { "cut off instead of rounded", "90.1", 90.1, 90.19, 0 },
  { "no place", "90", 90, 100 * 322 / 357., 1 },
  { "a half is rounded up", "2.68", 2.68, 2.675, 1 },
  { "a half is not rounded down", "2.67", 2.67, 2.675, 0 },
  { "below zero", "-0.5", -0.5, -0.45, 1 },
  { "computed, not printed", "68.42105263157895", 68.42105263157895, 100 * 13 / 19., 1 },
  { "computed otherwise", "68.4210526", 68.4210526, 68.4210528, 0 },
  { "what is missing agrees with nothing", "90.2", 90.2, NAN, 0 },
  { "nothing agrees with what is missing", "", NAN, 90.2, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;

  assert_int_equal (printed_figure_agrees (row->text, row->value, row->computed), row->agrees);
}

static void
counts_places (void **state)
{
  assert_int_equal (printed_figure_decimals ("90.2%"), 1);
  assert_int_equal (printed_figure_decimals ("£1,234.50*"), 2);
  assert_int_equal (printed_figure_decimals ("90"), 0);
  assert_int_equal (printed_figure_decimals ("90."), 0);
  assert_int_equal (printed_figure_decimals (""), 0);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 1];
  size_t n = add_rows (tests, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_places);

  return cmocka_run_group_tests_name ("base/printed-figure", tests, NULL, NULL);
}
