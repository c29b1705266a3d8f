/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"
#include "trend/shared-data.h"

#include <scrutiny/error.h>

static const struct refused {
  const char *label;
  const char *periods[4];
  const char *said; /* NULL where nothing is shared */
} rows[] = {
  { "months", { "2024-04", "2024-05" }, NULL },
  { "year to date",
    { "2024-04 to date", "2024-05 to date" },
    "Series: year-to-date figures: each holds all that came before it in its year, so A; take the "
    "difference of each month's counts to those of the month before, within each year, and B" },
  { "three years rolling",
    { "2014..2016 rolling", "2015..2017 rolling" },
    "Series: rolling figures over 3 years: each shares most of its data with the one before it, "
    "so C; ask for the figure of each year on its own" },
};

static void
says_why (void **state)
{
  static const SharedDataWords words = { NULL, "A", "B", "C" };
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (row->periods, &error);

  assert_non_null (timeline);
  assert_int_equal (shared_data_refuse (timeline, &words, &error), row->said == NULL);
  if (!row->said)
    return;
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
  assert_string_equal (error->message, row->said);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows)];
  const size_t n = add_rows (tests, says_why, rows, G_N_ELEMENTS (rows), sizeof *rows);

  (void) n;
  return cmocka_run_group_tests_name ("trend/shared-data", tests, NULL, NULL);
}
