/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/read.h>

#include <scrutiny/error.h>

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define TABLE "Indicator,Month,Value\nCalls answered,2023-04,90\nCalls answered,2023-05,91\n"

static char *folder;

static GFile *
write_bytes (const char *name, const char *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));

  return g_file_new_for_path (path);
}

/* What is read of a file of that name, or the message that refuses it. */
static const struct known {
  const char *label, *name, *bytes;
  gsize length; /* 0: up to the NUL */
  const char *title, *refused;
} known[] = {
  { "a table", "table.csv", TABLE, 0, "Calls answered", NULL },
  { "a table of any name", "table", TABLE, 0, "Calls answered", NULL },
  { "after a byte order mark", "bom.csv", "\xef\xbb\xbf" TABLE, 0, "Calls answered", NULL },
  { "JSON", "dossier.json", "{\"indicators\": [{\"id\": \"a\", \"title\": \"Calls\"}]}", 0, "Calls",
    NULL },
  { "JSON of any name, after blanks", "dossier.txt",
    " \n{\"indicators\": [{\"id\": \"a\", \"title\": \"Calls\"}]}", 0, "Calls", NULL },
  { "nothing", "empty.csv", "", 0, NULL, "empty.csv: there is nothing in it" },
  { "blank lines", "blank.csv", "\n\n , \n", 0, NULL, "blank.csv: there is nothing in it" },
  { "a mark alone", "mark.csv", "\xef\xbb\xbf", 0, NULL, "mark.csv: there is nothing in it" },
  { "the older Excel", "old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", 10, NULL,
    "old.xls: an older Excel workbook (.xls) or one with a password; save it as .xlsx without a "
    "password, or as CSV" },
  { "a PDF", "table.csv", "%PDF-1.4\n", 0, NULL,
    "table.csv: a PDF; ask for the table behind it as a spreadsheet or CSV" },
  { "a web page", "table.csv", "\n<!DOCTYPE html>\n<table>", 0, NULL,
    "table.csv: a web page, not a table; download the file it links to" },
  { "compressed", "table.csv.gz", "\x1f\x8b\x08\x00", 4, NULL,
    "table.csv.gz: compressed with gzip; unpack it first" },
  { "not text", "table.csv", "a,b\n\0\0\0\0\1\2,\n", 12, NULL,
    "table.csv, row 1: there are NUL bytes in it or after it: this is not text; save it as CSV" },
  { "a header alone", "head.csv", "Indicator,Month,Value\n", 0, NULL,
    "head.csv, row 1: a header and no rows under it" },
  { "a sentence", "note.txt", "Figures will follow.\n", 0, NULL,
    "note.txt, row 1: this is not a table: no row names at least two columns" },
};

static void
test_known (void **state)
{
  for (gsize i = 0; i < LENGTH (known); i++) {
    gsize length = known[i].length ? known[i].length : strlen (known[i].bytes);
    g_autoptr (GFile) file = write_bytes (known[i].name, known[i].bytes, length);
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyDossier) dossier = scrutiny_read (file, NULL, NULL, &error);

    if (!dossier) {
      assert_non_null (error);
      if (g_strcmp0 (error->message, known[i].refused) != 0)
        fail_msg ("%s: %s", known[i].label, error->message);
      continue;
    }
    if (known[i].refused)
      fail_msg ("%s: read", known[i].label);
    assert_int_equal (scrutiny_dossier_get_n_indicators (dossier), 1);
    assert_string_equal (scrutiny_indicator_get_title (scrutiny_dossier_get_indicator (dossier, 0)),
                         known[i].title);
  }
}

static void
test_origin (void **state)
{
  g_autoptr (GFile) file = write_bytes ("origin.csv", TABLE, strlen (TABLE));
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, TABLE, -1);
  g_autoptr (ScrutinyDossier) dossier = scrutiny_read (file, NULL, NULL, NULL);

  assert_string_equal (scrutiny_dossier_get_source (dossier), "origin.csv");
  assert_string_equal (scrutiny_dossier_get_hash (dossier), hash);
}

/* A whole graph is known where a text may be one; plain lines are reasons where that is said. */
static const struct reasons {
  const char *label, *name, *text, *layout;
  const char *title; /* of the figure, NULL where it is not read as reasons */
} reasons[] = {
  { "a graph", "reasons.TXT", "\xef\xbb\xbf# a\n\nclaim: a\nstatement a [output]: Tŷ\n", NULL,
    "Tŷ" },
  { "a graph that begins with a reason", "r.txt", "reason a because a\nstatement a [output]: Tŷ\n",
    NULL, "Tŷ" },
  { "a graph by another name", "r.md", "claim: a\nstatement a [output]: A\n", NULL, NULL },
  { "a graph by another name, said", "r.md", "claim: a\nstatement a [output]: A\n", "chain", "A" },
  { "plain lines", "r.txt", "A > B\n", NULL, NULL },
  { "plain lines, said", "r.txt", "A > B\n", "chain", "A" },
  { "in Windows-1252, said", "r.txt", "Llai yn s\xe2l > B\n", "chain", "Llai yn sâl" },
  { "JSON, said", "r.txt", "{\"statements\":[{\"id\":\"a\",\"kind\":\"output\",\"text\":\"A\"}]}",
    "chain", "A" },
  { "JSON of nothing, said", "r.txt", "{\"statements\":[]}", "chain", NULL },
};

static void
test_reasons (void **state)
{
  for (gsize i = 0; i < LENGTH (reasons); i++) {
    g_autoptr (GFile) file =
        write_bytes (reasons[i].name, reasons[i].text, strlen (reasons[i].text));
    g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyDossier) dossier = NULL;

    scrutiny_read_options_set_layout (options, reasons[i].layout);
    dossier = scrutiny_read (file, options, NULL, &error);
    if (!dossier != !reasons[i].title)
      fail_msg ("%s: %s", reasons[i].label, error ? error->message : "read");
    if (!dossier)
      continue;
    assert_string_equal (scrutiny_indicator_get_title (scrutiny_dossier_get_indicator (dossier, 0)),
                         reasons[i].title);
    assert_non_null (scrutiny_indicator_get_chain (scrutiny_dossier_get_indicator (dossier, 0)));
  }
}

/* What is named for nothing the reader knows is refused, not passed over. */
static const struct told {
  const char *label, *role, *column, *refused;
} told[] = {
  { "a role there is none of", "nonsense", "Met",
    "Column for “nonsense”: nothing is read by that name; a column can be the id, indicator, area, "
    "level, period, period_kind, value, numerator, denominator, target, status, previous, "
    "last_year, unit, measure, key, owner, note" },
  { "no role", "", "Met",
    "Column for “”: nothing is read by that name; a column can be the id, indicator, area, level, "
    "period, period_kind, value, numerator, denominator, target, status, previous, last_year, "
    "unit, measure, key, owner, note" },
  { "a numerator of nothing", "numerator", "Met",
    "told.csv, row 1: a column is named for the numerator and none for the denominator; name both, "
    "or neither; there are “Month”, “Met”, “Closed”" },
  { "a denominator of nothing", "denominator", "Closed",
    "told.csv, row 1: a column is named for the denominator and none for the numerator; name both, "
    "or neither; there are “Month”, “Met”, “Closed”" },
};

static void
test_told (void **state)
{
  static const char text[] = "Month,Met,Closed\n2023-04,9,10\n2023-05,8,20\n";
  g_autoptr (GFile) file = write_bytes ("told.csv", text, strlen (text));

  for (gsize i = 0; i < LENGTH (told); i++) {
    g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();
    g_autoptr (GError) error = NULL;

    scrutiny_read_options_set_column (options, told[i].role, told[i].column);
    assert_null (scrutiny_read (file, options, NULL, &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
    if (g_strcmp0 (error->message, told[i].refused) != 0)
      fail_msg ("%s: %s", told[i].label, error->message);
  }
}

/* Counts that are named so are a share without being told. */
static void
test_counts_only (void **state)
{
  static const char text[] = "Month,Numerator,Denominator\n2023-04,9,10\n2023-05,5,20\n";
  g_autoptr (GFile) file = write_bytes ("counts.csv", text, strlen (text));
  g_autoptr (ScrutinyDossier) dossier = scrutiny_read (file, NULL, NULL, NULL);
  ScrutinySeries *series;

  assert_int_equal (scrutiny_dossier_get_n_indicators (dossier), 1);
  series = scrutiny_indicator_get_series (scrutiny_dossier_get_indicator (dossier, 0));
  assert_true (scrutiny_series_get_value (series, 1) == 25);
  assert_true (scrutiny_series_get_denominators (series, NULL)[1] == 20);
}

/* The ratio of two columns that the user names, with its counts; a value is passed over. */
static void
test_ratio (void **state)
{
  static const char text[] = "Month,Met,Closed,Value\n2023-04,9,10,7\n2023-05,<5,20,7\n"
                             "2023-06,3,0,7\n2023-07,1,3,7\n";
  g_autoptr (GFile) file = write_bytes ("ratio.csv", text, strlen (text));
  g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  ScrutinyIndicator *indicator;
  ScrutinySeries *series;

  scrutiny_read_options_set_column (options, "numerator", "Met");
  scrutiny_read_options_set_column (options, "denominator", "Closed");
  dossier = scrutiny_read (file, options, NULL, NULL);
  assert_int_equal (scrutiny_dossier_get_n_indicators (dossier), 1);
  indicator = scrutiny_dossier_get_indicator (dossier, 0);
  series = scrutiny_indicator_get_series (indicator);
  assert_string_equal (scrutiny_indicator_get_title (indicator), "Met as a percentage of Closed");
  assert_string_equal (scrutiny_series_get_unit (series), "%");
  assert_true (scrutiny_series_get_value (series, 0) == 90);
  assert_true (scrutiny_series_get_numerators (series, NULL)[0] == 9);
  assert_true (scrutiny_series_get_denominators (series, NULL)[0] == 10);
  assert_true (isnan (scrutiny_series_get_value (series, 1)));
  assert_true (isnan (scrutiny_series_get_value (series, 2)));
  assert_true (isnan (scrutiny_series_get_denominators (series, NULL)[2]));
  assert_near (scrutiny_series_get_value (series, 3), 100.0 / 3, 1e-12);
}

static void
test_not_there (void **state)
{
  g_autofree char *path = g_build_filename (folder, "not-there.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_read (file, NULL, NULL, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
}

static void
test_folder (void **state)
{
  g_autofree char *path = g_build_filename (folder, "plain", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_mkdir (path, 0700);
  assert_null (scrutiny_read (file, NULL, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  g_rmdir (path);
}

/* The folder is read whichever of its files is handed in. */
static void
test_fixture (void **state)
{
  static const char *const names[] = { "", "datapackage.json", "scrutiny.json" };
  g_autofree char *hash = NULL;

  for (gsize i = 0; i < LENGTH (names); i++) {
    g_autofree char *path =
        g_build_filename (g_getenv ("SCRUTINY_FIXTURES"), "ashcombe-claim", names[i], NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (ScrutinyDossier) dossier = scrutiny_read (file, NULL, NULL, NULL);

    assert_non_null (dossier);
    assert_string_equal (scrutiny_dossier_get_source (dossier), "ashcombe-claim");
    if (!hash)
      hash = g_strdup (scrutiny_dossier_get_hash (dossier));
    assert_string_equal (scrutiny_dossier_get_hash (dossier), hash);
  }
}

static void
test_cancelled (void **state)
{
  g_autoptr (GFile) file = write_bytes ("cancelled.csv", TABLE, strlen (TABLE));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  assert_null (scrutiny_read (file, NULL, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
read_async (GFile *file, ScrutinyReadOptions *options)
{
  GAsyncResult *result = NULL;

  scrutiny_read_async (file, options, NULL, take_result_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_async (void **state)
{
  g_autoptr (GFile) file = write_bytes ("async.csv", TABLE, strlen (TABLE));
  g_autoptr (GFile) empty = write_bytes ("empty.csv", "", 0);
  g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();
  g_autoptr (GAsyncResult) result = read_async (file, options);
  g_autoptr (GAsyncResult) refused = read_async (empty, NULL);
  g_autoptr (ScrutinyDossier) dossier = scrutiny_read_finish (result, NULL);
  g_autoptr (GError) error = NULL;

  assert_int_equal (scrutiny_dossier_get_n_indicators (dossier), 1);
  assert_null (scrutiny_read_finish (refused, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
}

static int
make_folder (void **state)
{
  folder = g_dir_make_tmp ("scrutiny-read-XXXXXX", NULL);

  return folder ? 0 : -1;
}

static int
remove_folder (void **state)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
  g_free (folder);

  return 0;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_known),     cmocka_unit_test (test_origin),
    cmocka_unit_test (test_told),      cmocka_unit_test (test_counts_only),
    cmocka_unit_test (test_ratio),     cmocka_unit_test (test_not_there),
    cmocka_unit_test (test_folder),    cmocka_unit_test (test_fixture),
    cmocka_unit_test (test_cancelled), cmocka_unit_test (test_async),
    cmocka_unit_test (test_reasons),
  };

  return cmocka_run_group_tests (tests, make_folder, remove_folder);
}
