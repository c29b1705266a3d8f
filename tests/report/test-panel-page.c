/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/panel-page.h"

#include <scrutiny/error.h>
#include <scrutiny/export.h>

#include "support/many-series.h"

#include <string.h>

#define N 60

/* @n series, the first @n_flagged of which stand out; the last two cannot be told and refused. */
static ScrutinyTable *
table_of (guint n, guint n_flagged)
{
  const char *areas[N + 1] = { NULL }, *status[N + 1] = { NULL }, *reasons[N + 1] = { NULL };
  double flagged[N], alarms[N], change[N], low[N], high[N], found[N];

  for (guint i = 0; i < n; i++) {
    areas[i] = i == 0 ? "North | West" : "Else";
    status[i] = i == n - 1 ? "refused" : i == n - 2 ? "cannot-tell" : "done";
    reasons[i] = i == n - 1 ? "12 out of 11" : i == n - 2 ? "5 months" : "";
    flagged[i] = i >= n - 2 ? NAN : i < n_flagged;
    alarms[i] = i >= n - 2 ? NAN : .05;
    change[i] = 12345.678 / (i + 1);
    low[i] = -.00012345;
    high[i] = i == 1 ? INFINITY : 20;
    found[i] = i == 0;
  }
  ScrutinyTable *table = add_texts (scrutiny_table_new (), "area", areas);
  table = add_texts (table, "status", status);
  table = add_texts (table, "reason", reasons);
  table = add_numbers (table, "change", change, n);
  table = add_numbers (table, "change_low", low, n);
  table = add_numbers (table, "change_high", high, n);
  table = add_numbers (table, "flagged", flagged, n);
  table = add_numbers (table, "false_alarm", alarms, n);

  return add_numbers (table, "discovery", found, n);
}

static void
says_what_stands_out (void **state)
{
  g_autoptr (ScrutinyTable) table = table_of (42, 2);
  g_autofree char *text = scrutiny_export_panel (table, "Shifts", "text", NULL);

  (void) state;
  assert_string_equal (text,
                       "Shifts\n======\n\n"
                       "Of 42 series, 2 stand out; chance alone would give about 2.\n\n"
                       "1 stands out even when it is allowed for that so many were looked at.\n\n"
                       "  area          change\n"
                       "  North | West  12346 (-0.000123 to 20)\n"
                       "  Else          6173\n\n"
                       "What cannot be told\n\n  - 1 × 5 months\n\n"
                       "What was not looked at\n\n  - 1 × 12 out of 11\n");
}

static void
shows_the_first_of_many (void **state)
{
  g_autoptr (ScrutinyTable) table = table_of (N, 55);
  g_autofree char *text = scrutiny_export_panel (table, "Shifts", "md", NULL);

  (void) state;
  assert_non_null (strstr (text, "Of 60 series, 55 stand out; chance alone would give about 3."));
  assert_non_null (strstr (text, "North \\| West"));
  assert_non_null (strstr (text, "These are the first 50; 5 more stand out"));
  assert_null (strstr (text, " 242\\.1"));
}

static void
knows_how_often_chance_flags_some (void **state)
{
  static const double some[] = { .5, NAN, NAN, NAN };
  g_autoptr (ScrutinyTable) table =
      add_numbers (table_of (4, 1), "false_alarm", some, G_N_ELEMENTS (some));
  g_autofree char *text = scrutiny_export_panel (table, "Charts", "text", NULL);

  (void) state;
  assert_non_null (strstr (text, "Of 4 series, 1 stands out. Of 1 of them it is known how many "
                                 "chance alone would give,"));
}

static void
says_little_of_nothing (void **state)
{
  g_autoptr (ScrutinyTable) bare = scrutiny_table_new ();
  g_autofree char *text = scrutiny_export_panel (bare, "Trends", "text", NULL);
  g_autofree char *html = scrutiny_export_panel (bare, "<Trends>", "html", NULL);

  (void) state;
  assert_string_equal (text, "Trends\n======\n\nThere is no series.\n");
  assert_non_null (strstr (html, "&lt;Trends&gt;"));
}

static void
refuses_another_form (void **state)
{
  g_autoptr (ScrutinyTable) bare = scrutiny_table_new ();
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_export_panel (bare, "Trends", "pdf", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_string_equal (error->message, "Form: no “pdf”; there are text, md and html");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (says_what_stands_out),
    cmocka_unit_test (shows_the_first_of_many),
    cmocka_unit_test (knows_how_often_chance_flags_some),
    cmocka_unit_test (says_little_of_nothing),
    cmocka_unit_test (refuses_another_form),
  };

  return cmocka_run_group_tests_name ("report/panel-page", tests, NULL, NULL);
}
