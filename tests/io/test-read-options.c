/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/read-options.h>

#include <scrutiny/error.h>
#include <scrutiny/read.h>

#include <glib/gstdio.h>
#include <string.h>

#include "support/rows.h"

static void
starts_with_nothing_set (void **state)
{
  g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();

  (void) state;
  assert_null (scrutiny_read_options_get_sheet (options));
  assert_null (scrutiny_read_options_get_encoding (options));
  assert_null (scrutiny_read_options_get_layout (options));
  assert_null (scrutiny_read_options_get_column (options, "value"));
  assert_int_equal (scrutiny_read_options_get_calendar (options), SCRUTINY_CALENDAR_UNKNOWN);
}

static void
count_cb (ScrutinyReadOptions *options, GParamSpec *pspec, guint *n_notified)
{
  ++*n_notified;
}

/* A property and its getter are one; a watcher hears of a change, and only of a change. */
static void
keeps_what_is_set (void **state)
{
  g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();
  g_autofree char *sheet = NULL;
  guint n_notified = 0;

  (void) state;
  g_signal_connect (options, "notify", G_CALLBACK (count_cb), &n_notified);
  scrutiny_read_options_set_sheet (options, "Q4");
  scrutiny_read_options_set_sheet (options, "Q4");
  g_object_set (options, "encoding", "CP850", "layout", "wide", "calendar",
                SCRUTINY_CALENDAR_ACADEMIC_YEAR, NULL);
  g_object_get (options, "sheet", &sheet, NULL);

  assert_int_equal (n_notified, 4);
  assert_string_equal (sheet, "Q4");
  assert_string_equal (scrutiny_read_options_get_encoding (options), "CP850");
  assert_string_equal (scrutiny_read_options_get_layout (options), "wide");
  assert_int_equal (scrutiny_read_options_get_calendar (options), SCRUTINY_CALENDAR_ACADEMIC_YEAR);
  scrutiny_read_options_set_encoding (options, NULL);
  assert_null (scrutiny_read_options_get_encoding (options));
}

static void
names_a_column_until_told_otherwise (void **state)
{
  g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();

  (void) state;
  scrutiny_read_options_set_column (options, "value", "Actual");
  scrutiny_read_options_set_column (options, "value", "Actual %");
  assert_string_equal (scrutiny_read_options_get_column (options, "value"), "Actual %");
  scrutiny_read_options_set_column (options, "value", NULL);
  assert_null (scrutiny_read_options_get_column (options, "value"));
}

static ScrutinyDossier *
read_with (const char *text, ScrutinyReadOptions *options, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("scrutiny-read-options-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "t.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  ScrutinyDossier *dossier;

  assert_true (g_file_set_contents (path, text, -1, NULL));
  dossier = scrutiny_read (file, options, NULL, error);
  g_unlink (path);
  g_rmdir (folder);

  return dossier;
}

/* What an option turns: the first indicator's title and first period. */
static const struct turned {
  const char *label, *text;
  const char *encoding;
  ScrutinyCalendar calendar;
  const char *title, *period;
} turned[] = {
  { "a byte by the likeliest letter",
    "Indicator,Year,Value\nCaf\x82,2009/10,1\nCaf\x82,2010/11,2\n", NULL, SCRUTINY_CALENDAR_UNKNOWN,
    "Café", "2009/10" },
  { "a byte by the encoding given", "Indicator,Year,Value\nCaf\x82,2009/10,1\nCaf\x82,2010/11,2\n",
    "Windows-1252", SCRUTINY_CALENDAR_UNKNOWN, "Caf‚", "2009/10" },
  { "a year by the calendar given", "Indicator,Year,Value\nA,2009/10,1\nA,2010/11,2\n", NULL,
    SCRUTINY_CALENDAR_ACADEMIC_YEAR, "A", "2009/10 academic" },
  { "a year that says which it is", "Indicator,Year,Value\nA,FY 2009/10,1\nA,FY 2010/11,2\n", NULL,
    SCRUTINY_CALENDAR_ACADEMIC_YEAR, "A", "2009/10" },
};

static void
reads_by_them (void **state)
{
  const struct turned *row = *state;
  g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autofree char *period = NULL;
  ScrutinyIndicator *indicator;

  scrutiny_read_options_set_encoding (options, row->encoding);
  scrutiny_read_options_set_calendar (options, row->calendar);
  dossier = read_with (row->text, options, NULL);
  assert_non_null (dossier);
  indicator = scrutiny_dossier_get_indicator (dossier, 0);
  assert_string_equal (scrutiny_indicator_get_title (indicator), row->title);
  period = scrutiny_timeline_dup_text (
      scrutiny_series_get_timeline (scrutiny_indicator_get_series (indicator)), 0);
  assert_string_equal (period, row->period);
}

/* Role, name and layout; what the reader says of them. */
static const struct refused {
  const char *label, *role, *name, *layout;
  const char *begins;
} refused[] = {
  { "a column that is not there", "value", "Actual", NULL, "t.csv, row 1" },
  { "a role there is not", "worth", "Value", NULL, "" },
  { "a layout there is not", "value", "Value", "sideways", "t.csv" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_read_options_set_column (options, row->role, row->name);
  scrutiny_read_options_set_layout (options, row->layout);
  assert_null (read_with ("Indicator,Month,Value\nA,2023-04,1\nA,2023-05,2\n", options, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_true (g_str_has_prefix (error->message, row->begins));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (turned) + G_N_ELEMENTS (refused) + 3];
  size_t n = 0;

  n += add_rows (tests + n, reads_by_them, turned, G_N_ELEMENTS (turned), sizeof *turned);
  n += add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (starts_with_nothing_set);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (keeps_what_is_set);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (names_a_column_until_told_otherwise);

  return cmocka_run_group_tests_name ("io/read-options", tests, NULL, NULL);
}
