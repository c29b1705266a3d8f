/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/colour-panel.h>
#include <scrutiny/read-table.h>

#include "base/columns-builder.h"
#include "support/near.h"

#include <string.h>

#define SHARE "\"Met\" when value <= 5; \"Near\" when value <= 10; otherwise \"Not met\""
#define LEVEL "\"G\" when value >= 95; \"A\" when value >= 90; otherwise \"R\""

static const char *const key[] = { "area", NULL };

/* Ash: 94 and 95 in turn, ten times, then 89 twice; Elm: the same and 101; Oak: five months. */
static ScrutinyTable *
table_of_three (void)
{
  static const char *const areas[] = { "Ash", "Elm", "Oak" };
  static const double last[] = { 89, 101, 0 };
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint a = 0; a < 3; a++)
    for (guint i = 0; i < (a == 2 ? 5 : 12); i++) {
      g_autofree char *month = g_strdup_printf ("2024-%02u", i + 1);

      columns_builder_add_text (builder, "area", areas[a]);
      columns_builder_add_text (builder, "period", month);
      columns_builder_add_number (builder, "value", i >= 10 ? last[a] : i % 2 ? 95 : 94);
    }

  return columns_builder_end (builder);
}

static ScrutinyColourPanel *
audit_three (guint least, guint threads)
{
  g_autoptr (ScrutinyTable) table = table_of_three ();
  g_autoptr (ScrutinyPanel) made = scrutiny_panel_new (table, key, "period", "value", NULL);
  g_autoptr (ScrutinyPanel) panel = scrutiny_panel_copy_with_threads (made, threads);
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (LEVEL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  ScrutinyColourPanel *audited = scrutiny_colour_panel_new (panel, rule, least, NULL, NULL, &error);

  if (!audited)
    fail_msg ("%s", error->message);

  return audited;
}

/* By hand: 10 changes and one outside; 9 changes and one step outside that changes nothing;
 * Oak changes four times, too few for steps.
 */
static void
adds_up_what_each_series_says (void **state)
{
  g_autoptr (ScrutinyColourPanel) all = audit_three (0, 1);
  g_autoptr (ScrutinyColourPanel) long_ones = audit_three (12, 1);
  ScrutinyTable *table = scrutiny_colour_panel_get_table (long_ones);
  const double *expected = scrutiny_table_get_doubles (table, "expected", NULL);

  (void) state;
  assert_int_equal (scrutiny_colour_panel_get_n_series (all), 3);
  assert_int_equal (scrutiny_colour_panel_get_changes (all), 10 + 9 + 4);
  assert_int_equal (scrutiny_colour_panel_get_changes_with_signal (all), 1);
  assert_int_equal (scrutiny_colour_panel_get_signals_without_change (all), 1);
  assert_int_equal (scrutiny_colour_panel_get_n_series (long_ones), 2);
  assert_int_equal (scrutiny_colour_panel_get_changes (long_ones), 19);
  assert_near (expected[0], 3.831180223897329, 1e-11);
  assert_near (scrutiny_colour_panel_get_expected (long_ones), expected[0] + expected[1], 0);
  assert_string_equal (scrutiny_table_get_texts (table, "status")[2], "refused");
  assert_string_equal (scrutiny_table_get_texts (table, "reason")[2],
                       "5 periods with a value; 12 are asked for");
}

static void
is_the_same_on_any_number_of_threads (void **state)
{
  g_autoptr (ScrutinyColourPanel) one = audit_three (0, 1);
  g_autoptr (ScrutinyColourPanel) four = audit_three (0, 4);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (one));
  g_autofree char *other = scrutiny_result_dup_json (SCRUTINY_RESULT (four));

  (void) state;
  assert_string_equal (json, other);
  assert_non_null (strstr (json, "\"n_series\":3,\"n_left_out\":0,\"changes\":23,\"expected\":"));
  assert_non_null (strstr (json, "\"changes_with_signal\":1,\"signals\":2,"
                                 "\"signals_without_change\":1,\"series\":[{\"area\":\"Ash\","));
}

static void
says_so_in_words (void **state)
{
  g_autoptr (ScrutinyColourPanel) audited = audit_three (12, 1);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (audited));
  g_autofree char *first = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  g_autofree char *second = scrutiny_finding_dup_statement (findings->pdata[1], NULL);

  (void) state;
  assert_string_equal (
      first, "In 2 series the status changed 19 times; 18 of these were steps within ordinary "
             "movement from one period to the next. Of 2 steps outside it 1 changed no status.");
  assert_string_equal (second, "Figures that stay at one level each, and move from period to "
                               "period as these do, would change status about 7 times; these did "
                               "19 times.");
}

static void
says_when_it_cannot_tell (void **state)
{
  g_autoptr (ScrutinyColourPanel) bare = g_object_new (SCRUTINY_TYPE_COLOUR_PANEL, NULL);
  g_autoptr (ScrutinyColourPanel) none = audit_three (13, 1);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  (void) state;
  assert_string_equal (
      scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)),
      "No series was given: ask for the figures of several areas or services by period.");
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (none)),
                       "No series has as many periods with a value as are asked for.");
  assert_non_null (strstr (json, "\"expected\":null"));
}

static void
stops_when_it_is_told_to (void **state)
{
  g_autoptr (ScrutinyTable) table = table_of_three ();
  g_autoptr (ScrutinyPanel) panel = scrutiny_panel_new (table, key, "period", "value", NULL);
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (LEVEL, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  (void) state;
  g_cancellable_cancel (cancellable);
  assert_null (scrutiny_colour_panel_new (panel, rule, 0, NULL, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

/* Type 1 attendances, 36 months, within four hours: at most 5 or 10 in 100 are not. */
static void
gives_the_panel_of_130_trusts (void **state)
{
  static const char *const trusts[] = { "org_code", NULL };
  const char *shared = g_getenv ("SCRUTINY_SHARED");
  g_autofree char *path =
      g_build_filename (shared ? shared : "", "cases/challenge/data_ae_type1.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ScrutinyTable) read = scrutiny_read_table (file, NULL, NULL);
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (SHARE, NULL, NULL);

  (void) state;
  if (!read) {
    print_message ("# skipped: the shared folder has no cases/challenge/data_ae_type1.csv\n");
    return;
  }
  g_autoptr (ScrutinyTable) table = scrutiny_table_copy_grouped (read, trusts, "period", NULL);
  g_autoptr (ScrutinyPanel) panel =
      scrutiny_panel_new_ratio (table, trusts, "period", "breaches", "attendances", 100, NULL);
  g_autoptr (ScrutinyColourPanel) audited =
      scrutiny_colour_panel_new (panel, rule, 36, NULL, NULL, NULL);

  assert_int_equal (scrutiny_colour_panel_get_n_series (audited), 130);
  assert_int_equal (scrutiny_colour_panel_get_changes (audited), 775);
  assert_int_equal (scrutiny_colour_panel_get_changes_with_signal (audited), 775 - 742);
  assert_int_equal (scrutiny_colour_panel_get_signals_without_change (audited), 31);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (adds_up_what_each_series_says),
    cmocka_unit_test (is_the_same_on_any_number_of_threads),
    cmocka_unit_test (says_so_in_words),
    cmocka_unit_test (says_when_it_cannot_tell),
    cmocka_unit_test (stops_when_it_is_told_to),
    cmocka_unit_test (gives_the_panel_of_130_trusts),
  };

  return cmocka_run_group_tests_name ("challenge/colour-panel", tests, NULL, NULL);
}
