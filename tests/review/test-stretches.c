/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/stretches.h"

#include "base/civil.h"
#include "support/rows.h"

/* Days of the first row and the last, and the labels of the two stretches; NULL: there are none. */
static const struct known {
  const char *label;
  int first[3], last[3];
  const char *earlier, *later;
} known[] = {
  { "financial years", { 2023, 4, 1 }, { 2025, 3, 31 }, "2023/24", "2024/25" },
  { "calendar years", { 2013, 6, 1 }, { 2015, 12, 31 }, "2014", "2015" },
  { "years that end otherwise",
    { 2019, 1, 2 },
    { 2024, 6, 30 },
    "the year to June 2023",
    "the year to June 2024" },
  { "a last month that is under way is left out",
    { 2023, 4, 1 },
    { 2025, 4, 12 },
    "2023/24",
    "2024/25" },
  { "that ends at a weekend counts as whole",
    { 2022, 11, 1 },
    { 2024, 10, 27 },
    "the year to October 2023",
    "the year to October 2024" },
  { "that ends a day earlier does not",
    { 2022, 10, 1 },
    { 2024, 10, 26 },
    "the year to September 2023",
    "the year to September 2024" },
  { "a first month that is under way is left out",
    { 2023, 4, 6 },
    { 2025, 3, 31 },
    "the six months to September 2024",
    "the six months to March 2025" },
  { "half years",
    { 2015, 1, 1 },
    { 2015, 12, 31 },
    "the six months to June 2015",
    "the six months to December 2015" },
  { "quarters",
    { 2015, 1, 1 },
    { 2015, 11, 30 },
    "the quarter to August 2015",
    "the quarter to November 2015" },
  { "months", { 2015, 1, 1 }, { 2015, 3, 31 }, "February 2015", "March 2015" },
  { "one month", { 2015, 1, 1 }, { 2015, 1, 31 }, NULL, NULL },
  { "one day", { 2015, 1, 15 }, { 2015, 1, 15 }, NULL, NULL },
};

static gint64
day_of (const int *date)
{
  return civil_to_days (date[0], date[1], date[2]);
}

static void
finds_the_latest (void **state)
{
  const struct known *row = *state;
  Stretches stretches;

  if (!row->later) {
    assert_false (stretches_find (&stretches, day_of (row->first), day_of (row->last)));
    return;
  }
  assert_true (stretches_find (&stretches, day_of (row->first), day_of (row->last)));
  g_autofree char *earlier = stretches_dup_label (&stretches, FALSE);
  g_autofree char *later = stretches_dup_label (&stretches, TRUE);
  assert_string_equal (earlier, row->earlier);
  assert_string_equal (later, row->later);
}

static void
places_days (void **state)
{
  Stretches stretches;

  (void) state;
  assert_true (
      stretches_find (&stretches, civil_to_days (2022, 1, 1), civil_to_days (2025, 3, 31)));
  assert_int_equal (stretches_place (&stretches, civil_to_days (2025, 3, 31)), 1);
  assert_int_equal (stretches_place (&stretches, civil_to_days (2024, 4, 1)), 1);
  assert_int_equal (stretches_place (&stretches, civil_to_days (2024, 3, 31)), 0);
  assert_int_equal (stretches_place (&stretches, civil_to_days (2023, 4, 1)), 0);
  assert_int_equal (stretches_place (&stretches, civil_to_days (2023, 3, 31)), -1);
  assert_int_equal (stretches_place (&stretches, civil_to_days (2025, 4, 1)), -1);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 1] = { cmocka_unit_test (places_days) };

  add_rows (tests + 1, finds_the_latest, known, G_N_ELEMENTS (known), sizeof *known);

  return cmocka_run_group_tests_name ("review/stretches", tests, NULL, NULL);
}
