/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"
#include "trend/sentence.h"

static const struct sentence {
  const char *label, *message, *said;
  SentenceForm form;
} sentences[] = {
  { "decimals", "{a:.D} and {b:.S}", "{a:.2} and {b:.4}", { 2, 4, FALSE } },
  { "whole numbers get separators", "{a:.D} a {step}", "{a:n} a {step}", { 0, 1, FALSE } },
  { "months", "In {at:period}", "In {at:period}", { 1, 1, FALSE } },
  { "weeks",
    "{at:period}, then {to:period}",
    "The {at:period}, then the {to:period}",
    { 1, 1, TRUE } },
  { "texts of weeks", "{title} in {at:period}", "{title} in the {at:period}", { 1, 1, TRUE } },
};

static void
is_written (void **state)
{
  const struct sentence *row = *state;
  g_autofree char *said = sentence_dup (&row->form, row->message);

  assert_string_equal (said, row->said);
}

static void
shows_two_digits_of_the_spread (void **state)
{
  (void) state;
  assert_int_equal (sentence_choose_decimals (123), 0);
  assert_int_equal (sentence_choose_decimals (12), 0);
  assert_int_equal (sentence_choose_decimals (1.2), 1);
  assert_int_equal (sentence_choose_decimals (0.012), 3);
  assert_int_equal (sentence_choose_decimals (1e-300), 6);
  assert_int_equal (sentence_choose_decimals (0), 1);
  assert_int_equal (sentence_choose_decimals (NAN), 1);
  assert_int_equal (sentence_choose_decimals (INFINITY), 1);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (sentences) + 1];
  size_t n = add_rows (tests, is_written, sentences, G_N_ELEMENTS (sentences), sizeof *sentences);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (shows_two_digits_of_the_spread);

  return cmocka_run_group_tests_name ("trend/sentence", tests, NULL, NULL);
}
