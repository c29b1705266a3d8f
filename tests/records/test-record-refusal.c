/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-refusal.h"

#include <scrutiny/error.h>
#include <scrutiny/recompute.h>

#include "support/rows.h"

#include <string.h>

/* Two forms of dates, a number that is none, and a plain column. */
static ScrutinyRecords *
records_new (void)
{
  const char *opened[] = { "01/04/2024", "02/04/2024", "2024-04-03", "04/04/2024", NULL };
  const char *team_size[] = { "1", "two", "three", "four", NULL };
  const char *days[] = { "4", "5", "6", "7", NULL };
  g_autoptr (ScrutinyTable) none = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) one = scrutiny_table_copy_with_texts (none, "opened", opened, NULL);
  g_autoptr (ScrutinyTable) two =
      scrutiny_table_copy_with_texts (one, "team size", team_size, NULL);
  g_autoptr (ScrutinyTable) three = scrutiny_table_copy_with_texts (two, "days", days, NULL);

  return scrutiny_records_new_from_table (three, NULL, NULL, NULL);
}

static const struct refused {
  const char *label;
  const char *counted;
  const char *dated;
  const char *message; /* behind the records' name */
} refused[] = {
  { "dates in two forms", "days <= 5", "opened",
    "dated, line 1, column 1: “opened” is a text; here a date is needed, a column of dates or DATE "
    "'2024-04-01'; column “opened”: dates in two forms: most are written day/month/year, row 3 is "
    "not; write all in one form" },
  { "the other of two", "opened >= DATE '2024-04-01'", "opened",
    "counted, line 1, column 11: “opened” is a text and “DATE '2024-04-01'” a date; compare like "
    "with like; column “opened”: dates in two forms: most are written day/month/year, row 3 is "
    "not; write all in one form" },
  { "a column with nothing to say", "days = 'x'", "opened",
    "counted, line 1, column 8: “days” is a number and “'x'” a text; compare like with like" },
  { "no column at all", "dys <= 5", "opened",
    "counted, line 1, column 1: “dys” is not a column; there are opened, team size, days" },
};

static void
says_why (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyRecords) records = records_new ();
  g_autoptr (ScrutinyDefinition) definition =
      scrutiny_definition_new_share (NULL, row->counted, row->dated);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySeries) series =
      scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_MONTH, NULL, &error);
  const char *behind;

  assert_null (series);
  behind = strstr (error->message, ": ");
  assert_non_null (behind);
  assert_string_equal (behind + 2, row->message);
  assert_non_null (scrutiny_error_get_column (error));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (refused)];

  add_rows (tests, says_why, refused, G_N_ELEMENTS (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("records/record-refusal", tests, NULL, NULL);
}
