/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-cuts.h"

#include "support/record-rows.h"
#include "support/rows.h"

/* Lengths of 1 to 60 days; which of them are late, and of which ward they are, is written out. */
static ScrutinyRecords *
records_new (void)
{
  g_autoptr (GString) csv = g_string_new ("days,late,ward,opened\n");
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinyRecords *records;

  for (int days = 1; days <= 60; days++)
    g_string_append_printf (csv, "%d,%s,%s,2024-%02d-01\n", days,
                            days > 45 ? "more than forty-five" : "no", days % 2 ? "North" : "South",
                            days % 12 + 1);
  records = record_rows (csv->str, options, &error);
  assert_null (error);

  return records;
}

static ScrutinyDefinition *
definition_new (const char *counted)
{
  g_autoptr (ScrutinyDefinition) count = scrutiny_definition_new_count (NULL, "opened");
  g_autoptr (ScrutinyDefinition) measured =
      scrutiny_definition_copy_with (count, "measure", "days", NULL);
  g_autoptr (ScrutinyDefinition) share =
      scrutiny_definition_copy_with (measured, "counted", counted, NULL);

  return scrutiny_definition_copy_with (share, "kind", "share", NULL);
}

static const struct known {
  const char *label;
  const char *releases[4]; /* what they count */
  const char *cuts;
} known[] = {
  { "nothing else is given out", { NULL }, "" },
  { "by a number", { "days <= 45" }, "45 " },
  { "the longer ones", { "days > 30" }, "30 " },
  { "by a text", { "late = 'no'" }, "45 " },
  { "by a text that cuts nothing", { "ward = 'North'" }, "" },
  { "by several",
    { "late = 'more than forty-five'", "ward = 'South'", "days <= 20",
      "ward IN ('North', 'South')" },
    "45 20 " },
};

/* What a release was changed from cuts the rows too, here where it does. */
static void
finds_where_others_cut (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyRecords) records = records_new ();
  g_autoptr (ScrutinyDefinition) definition = definition_new ("days <= 10");
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GArray) cuts = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (row->releases) && row->releases[i]; i++) {
    g_autoptr (ScrutinyDefinition) release = definition_new (row->releases[i]);

    scrutiny_records_add_release (records, release);
  }
  cuts = record_cuts_new (records, definition, NULL, &error);
  assert_null (error);
  for (guint i = 0; i < cuts->len; i++)
    if (i == 0 || g_array_index (cuts, double, i) != g_array_index (cuts, double, i - 1))
      g_string_append_printf (said, "%g ", g_array_index (cuts, double, i));
  assert_string_equal (said->str, row->cuts);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known)];

  add_rows (tests, finds_where_others_cut, known, G_N_ELEMENTS (known), sizeof *known);

  return cmocka_run_group_tests_name ("records/record-cuts", tests, NULL, NULL);
}
