/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/dossier-records.h"

#include <scrutiny/error.h>
#include <scrutiny/read.h>
#include <scrutiny/write.h>

#include "indicator/dossier-private.h"
#include "io/dossier-folder.h"
#include "support/rows.h"

#include <gio/gio.h>
#include <string.h>

static char *
make_folder (void)
{
  return g_dir_make_tmp ("scrutiny-XXXXXX", NULL);
}

static void
remove_folder (const char *folder)
{
  const char *const args[] = { "/bin/rm", "-rf", folder, NULL };

  g_spawn_sync (NULL, (char **) args, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  assert_true (g_file_set_contents (path, text, -1, NULL));
}

#define ROWS "opened,days\n2024-04-01,40\n2024-04-02,50\n2024-05-01,45\n"
#define PACKAGE "{\"resources\":[{\"name\":\"cases\",\"path\":\"cases.csv\"}]}"
#define DEFINITION(records, counted) \
  "{\"kind\":\"share\",\"records\":\"" records "\",\"dated\":\"opened\",\"counted\":\"" counted \
  "\"}"
#define INDICATOR(id, definition) "{\"id\":\"" id "\",\"definitions\":[" definition "]}"
#define SCRUTINY(indicators) "{\"disclosure\":{\"threshold\":7},\"indicators\":[" indicators "]}"

static ScrutinyDossier *
open_folder (const char *rows, const char *package, const char *scrutiny, GError **error)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  gboolean read;

  if (rows)
    put (folder, "cases.csv", rows);
  put (folder, "datapackage.json", package);
  put (folder, "scrutiny.json", scrutiny);
  read = dossier_folder_read (file, NULL, builder, NULL, error);
  remove_folder (folder);

  return read ? scrutiny_dossier_builder_end (builder, error) : NULL;
}

static ScrutinyRecords *
records_of (ScrutinyDossier *dossier, guint index)
{
  return (ScrutinyRecords *) scrutiny_indicator_get_records (
      scrutiny_dossier_get_indicator (dossier, index));
}

#ifdef SCRUTINY_HAVE_RECORDS

static void
opens_rows_once_for_all_that_name_them (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = NULL;

  dossier =
      open_folder (ROWS, PACKAGE,
                   SCRUTINY (INDICATOR ("a", DEFINITION ("cases", "days <= 45")) "," INDICATOR (
                       "b", DEFINITION ("cases", "days <= 30")) "," INDICATOR ("c", "")),
                   &error);
  assert_null (error);
  assert_true (SCRUTINY_IS_RECORDS (records_of (dossier, 0)));
  assert_ptr_equal (records_of (dossier, 0), records_of (dossier, 1));
  assert_null (records_of (dossier, 2));
  assert_int_equal (scrutiny_records_get_n_rows (records_of (dossier, 0)), 3);
  assert_string_equal (scrutiny_records_get_kind (records_of (dossier, 0), "opened"), "date");
}

static void
withholds_as_the_dossier_says (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = NULL;

  dossier = open_folder (ROWS, PACKAGE,
                         SCRUTINY (INDICATOR ("a", DEFINITION ("cases", "days <= 45"))), NULL);
  assert_int_equal (scrutiny_records_get_suppress_below (records_of (dossier, 0)), 7);
}

static void
notes_what_it_could_not_read (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  dossier = open_folder ("opened,days\n2024-04-01,40\n2024-02-31,50\n2024-05-01,45\n", PACKAGE,
                         SCRUTINY (INDICATOR ("a", DEFINITION ("cases", "days <= 45"))), NULL);
  notes = scrutiny_indicator_dup_notes (scrutiny_dossier_get_indicator (dossier, 0));
  assert_int_equal (notes->len, 3);
  assert_string_equal (notes->pdata[1],
                       "cases.csv, column “opened”: row 3: there is no such day; read as missing");
  assert_string_equal (notes->pdata[2], "The history is worked out from the rows of “cases”.");
}

/* What the rows give stands in for a history that nobody handed in, and is not saved as one. */
static void
works_out_the_history (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = NULL;
  ScrutinySeries *series;

  dossier = open_folder (ROWS, PACKAGE,
                         SCRUTINY (INDICATOR ("a", DEFINITION ("cases", "days <= 45"))), NULL);
  series = scrutiny_indicator_get_series (scrutiny_dossier_get_indicator (dossier, 0));
  assert_non_null (series);
  assert_true (scrutiny_indicator_is_recomputed (scrutiny_dossier_get_indicator (dossier, 0)));
}

/* Saved and read again it is worked out again, and noted once. */
static void
saves_no_history_that_it_worked_out (void **state)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (ScrutinyDossier) again = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  dossier = open_folder (ROWS, PACKAGE,
                         SCRUTINY (INDICATOR ("a", DEFINITION ("cases", "days <= 45"))), NULL);
  assert_true (scrutiny_write (dossier, file, NULL, NULL));
  again = scrutiny_read (file, NULL, NULL, NULL);
  remove_folder (folder);
  assert_true (scrutiny_indicator_is_recomputed (scrutiny_dossier_get_indicator (again, 0)));
  before = scrutiny_indicator_dup_notes (scrutiny_dossier_get_indicator (dossier, 0));
  after = scrutiny_indicator_dup_notes (scrutiny_dossier_get_indicator (again, 0));
  assert_int_equal (after->len, before->len);
}

static void
says_why_there_is_no_history (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  dossier = open_folder (ROWS, PACKAGE,
                         SCRUTINY (INDICATOR ("a", DEFINITION ("cases", "weeks <= 45"))), NULL);
  assert_null (scrutiny_indicator_get_series (scrutiny_dossier_get_indicator (dossier, 0)));
  notes = scrutiny_indicator_dup_notes (scrutiny_dossier_get_indicator (dossier, 0));
  assert_string_equal (
      notes->pdata[notes->len - 1],
      "Not worked out from the rows of “cases”: cases.csv: counted, line 1, column 1: “weeks” "
      "is not a column; there are opened, days");
}

#else

static void
goes_on_without_what_it_was_not_built_with (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  dossier = open_folder (ROWS, PACKAGE,
                         SCRUTINY (INDICATOR ("a", DEFINITION ("cases", "days <= 45"))), &error);
  assert_null (error);
  assert_null (records_of (dossier, 0));
  notes = scrutiny_indicator_dup_notes (scrutiny_dossier_get_indicator (dossier, 0));
  assert_non_null (strstr (notes->pdata[0], "built without records"));
}

#endif

static const struct refused {
  const char *label;
  const char *rows; /* NULL: no such file */
  const char *package;
  const char *definition;
  const char *message;
} refused[] = {
  { "rows nobody lists", ROWS, PACKAGE, DEFINITION ("other", "days <= 45"),
    "datapackage.json has no resource “other”; there are " },
  { "a file that is not there", NULL, PACKAGE, DEFINITION ("cases", "days <= 45"),
    "cases.csv: not in the folder" },
  { "a server", ROWS, PACKAGE, DEFINITION ("postgresql://db.example/cases", "days <= 45"),
    "has no resource “postgresql://db.example/cases”" },
  { "a file by its path", ROWS, PACKAGE, DEFINITION ("/etc/passwd", "days <= 45"),
    "has no resource “/etc/passwd”" },
  { "rows at an address", ROWS,
    "{\"resources\":[{\"name\":\"cases\",\"path\":\"https://example.org/cases.csv\"}]}",
    DEFINITION ("cases", "days <= 45"), "https://example.org/cases.csv" },
  { "rows outside the folder", ROWS,
    "{\"resources\":[{\"name\":\"cases\",\"path\":\"../cases.csv\"}]}",
    DEFINITION ("cases", "days <= 45"), "../cases.csv" },
  { "SQL", ROWS, PACKAGE, DEFINITION ("cases", "days IN (SELECT 1)"), "found “SELECT”" },
  { "a second statement", ROWS, PACKAGE, DEFINITION ("cases", "days = 1; DROP TABLE records"),
    "found “;”" },
  { "an extension", ROWS, PACKAGE, DEFINITION ("cases", "load_extension('x')"),
    "found “load_extension”; there is no such function" },
  { "what takes memory", ROWS, PACKAGE, DEFINITION ("cases", "zeroblob(2000000000) IS MISSING"),
    "found “zeroblob”; there is no such function" },
  { "what never ends", ROWS, PACKAGE,
    DEFINITION ("cases", "(WITH RECURSIVE r AS (SELECT 1 UNION ALL SELECT 1 FROM r) SELECT 1)"),
    "found “WITH”" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autofree char *indicator = g_strdup_printf (SCRUTINY (INDICATOR ("a", "%s")), row->definition);
  g_autoptr (GError) error = NULL;

  assert_null (open_folder (row->rows, row->package, indicator, &error));
  assert_non_null (error);
  assert_non_null (strstr (error->message, row->message));
}

static void
refuses_what_nests_without_end (void **state)
{
  g_autofree char *open = g_strnfill (10000, '(');
  g_autofree char *close = g_strnfill (10000, ')');
  g_autofree char *scrutiny = g_strdup_printf (
      SCRUTINY (INDICATOR ("a", DEFINITION ("cases", "%sdays%s <= 45"))), open, close);
  g_autoptr (GError) error = NULL;

  assert_null (open_folder (ROWS, PACKAGE, scrutiny, &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_LIMIT);
  assert_non_null (strstr (error->message, "brackets are more than 200 deep"));
}

#ifdef SCRUTINY_HAVE_RECORDS
#define N_OPENING 6
#else
#define N_OPENING 1
#endif

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (refused) + N_OPENING + 1];
  size_t n = add_rows (tests, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);

#ifdef SCRUTINY_HAVE_RECORDS
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (opens_rows_once_for_all_that_name_them);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (withholds_as_the_dossier_says);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (notes_what_it_could_not_read);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (works_out_the_history);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (saves_no_history_that_it_worked_out);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_why_there_is_no_history);
#else
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (goes_on_without_what_it_was_not_built_with);
#endif
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_what_nests_without_end);

  return cmocka_run_group_tests_name ("io/dossier-records", tests, NULL, NULL);
}
