/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/printed.h"
#include "kernel/grim.h"
#include "support/near.h"
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
  { "a half is rounded to even", "2.62", 2.62, 2.625, 1 },
  { "a half is rounded up that even would not", "2.63", 2.63, 2.625, 1 },
  { "a half of cases", "12.5", 12.5, 100 * 1 / 8., 1 },
  { "a half of cases, no place, to even", "12", 12, 100 * 1 / 8., 1 },
  { "a half of cases, no place, up", "13", 13, 100 * 1 / 8., 1 },
  { "just above a half", "12", 12, 12.5000001, 0 },
  { "as many places as it needs", "", 90.2, 100 * 322 / 357., 1 },
  { "as few as it needs", NULL, 90, 90.6, 0 },
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

  assert_int_equal (
      printed_agrees (row->value, row->computed, printed_places (row->text, row->value)),
      row->agrees);
}

static void
counts_places (void **state)
{
  assert_int_equal (printed_places ("90.2%", NAN), 1);
  assert_int_equal (printed_places ("£1,234.50*", NAN), 2);
  assert_int_equal (printed_places ("90", NAN), 0);
  assert_int_equal (printed_places ("90.", NAN), 0);
  assert_int_equal (printed_places ("", 90.25), 2);
  assert_int_equal (printed_places (NULL, 1e-5), 5);
  assert_int_equal (printed_places (NULL, 1200), 0);
}

/* As many cases of @total as agree with the printed share are those it can come from. */
static void
agrees_with_what_counts_it_can_come_from (void **state)
{
  for (double total = 1; total <= 64; total++)
    for (guint tenths = 0; tenths <= 1000; tenths++) {
      const double value = printed_round (tenths / 10., 1);
      KernelCounts counts;

      assert_int_equal (kernel_grim (value, printed_half_digit (value, 1), 100, total, &counts),
                        KERNEL_OK);
      for (double count = 0; count <= total; count++)
        assert_int_equal (printed_agrees (value, 100 * count / total, 1),
                          count >= counts.first && count <= counts.last);
    }
}

static void
reaches_half_a_digit (void **state)
{
  assert_near (printed_half_digit (90.2, 1), 0.05, 0);
  assert_near (printed_half_digit (90, 0), 0.5, 0);
  assert_near (printed_half_digit (68.42105263157895, 14), 68.42105263157895e-9, 1e-22);
}

static void
rounds_counts (void **state)
{
  static const struct {
    double count;
    guint round_to;
    double rounded;
  } counts[] = {
    { 12, 5, 10 }, { 13, 5, 15 }, { 12, 0, 12 }, { 12, 1, 12 },   { 5, 10, 10 },
    { 4, 10, 0 },  { 0, 10, 0 },  { 7, 2, 8 },   { NAN, 5, NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    assert_near (printed_round_count (counts[i].count, counts[i].round_to), counts[i].rounded, 0);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 4];
  size_t n = add_rows (tests, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_places);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (rounds_counts);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (reaches_half_a_digit);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_what_counts_it_can_come_from);

  return cmocka_run_group_tests_name ("base/printed", tests, NULL, NULL);
}
