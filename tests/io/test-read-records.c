/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/feature.h>
#include <scrutiny/read-records.h>

#include "support/near.h"

#include <glib/gstdio.h>

#include <string.h>

static char *folder;

static int
make_folder (void **state)
{
  folder = g_dir_make_tmp ("records-XXXXXX", NULL);

  return folder == NULL;
}

static int
remove_folder (void **state)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_dir_close (dir);
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);

  return 0;
}

static GFile *
write_file (const char *name, const char *bytes, gssize n)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  assert_true (g_file_set_contents (path, bytes, n, NULL));

  return g_file_new_for_path (path);
}

static ScrutinyRecords *
read_text (const char *text, ScrutinyRecordsOptions *options, GError **error)
{
  g_autoptr (GFile) file = write_file ("cases.csv", text, -1);

  return scrutiny_records_read (file, options, NULL, error);
}

static GBytes *
pack (const char *text)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GConverter) packer =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6));
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, packer);

  assert_true (g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL));
  assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
assert_notes (ScrutinyRecords *records, const char *expected)
{
  g_auto (GStrv) notes = scrutiny_records_dup_notes (records);
  g_autofree char *joined = g_strjoinv ("\n", notes);

  assert_string_equal (joined, expected);
}

static void
reads_a_csv (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = read_text ("id,days\n\"a, b\", 3 \n\nc,<5\n", NULL, &error);

  assert_null (error);
  assert_int_equal (scrutiny_records_get_n_rows (records), 2);
  assert_string_equal (scrutiny_records_get_hash (records),
                       "96c95c93dfebb5e2278b8b821c9942926dcafe53e22064802268c8f5979120c3");
  assert_notes (records,
                "cases.csv: 2 rows; numbers: “days”; texts: “id”\n"
                "cases.csv, column “days”: row 4: withheld; read as missing, not as nought");
}

static void
finds_the_header_below_a_title (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records =
      read_text ("Cases of 2024\n\nid,days,,ward\n1,2,x,North,5\n", NULL, &error);

  assert_null (error);
  assert_notes (
      records,
      "cases.csv: 1 row; numbers: “id”, “days”; texts: “ward”\n"
      "cases.csv, row 4: cells beyond the last column that has a name are not read; such rows: 1");
}

static void
unpacks_gzip (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = pack ("id,days\na,1\n");
  g_autoptr (GBytes) second = pack ("b,2\n");
  g_autoptr (GByteArray) both = g_byte_array_new ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (ScrutinyRecords) records = NULL;
  gsize n;
  const guint8 *bytes = g_bytes_get_data (first, &n);

  g_byte_array_append (both, bytes, (guint) n);
  bytes = g_bytes_get_data (second, &n);
  g_byte_array_append (both, bytes, (guint) n);
  g_byte_array_append (both, (const guint8 *) "\0\0\0\0", 4);
  file = write_file ("cases.csv.gz", (const char *) both->data, both->len);
  records = scrutiny_records_read (file, NULL, NULL, &error);
  assert_null (error);
  assert_int_equal (scrutiny_records_get_n_rows (records), 2);
  assert_string_equal (scrutiny_records_get_kind (records, "days"), "number");
}

/* At each of its lengths but the whole one. */
static void
refuses_gzip_that_ends_too_early (void **state)
{
  g_autoptr (GBytes) packed = pack ("id,days\na,1\nb,2\n");
  gsize n;
  const char *bytes = g_bytes_get_data (packed, &n);

  for (gsize length = 3; length < n; length++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GFile) file = write_file ("cases.csv.gz", bytes, (gssize) length);

    assert_null (scrutiny_records_read (file, NULL, NULL, &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
    assert_string_equal (error->message, "cases.csv.gz: what gzip packed is damaged or ends too "
                                         "early; fetch it again");
  }
}

/* A hundred million blanks are a hundred thousand bytes. */
static void
refuses_what_unpacks_to_far_more (void **state)
{
  const gsize n = 100 * 1000 * 1000;
  g_autofree char *text = g_malloc (n + 1);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (text, "a,b\n", 4);
  for (gsize i = 4; i < n; i++)
    text[i] = i % 1000 == 0 ? '\n' : ' ';
  text[n] = '\0';
  packed = pack (text);
  file = write_file ("bomb.csv.gz", g_bytes_get_data (packed, NULL),
                     (gssize) g_bytes_get_size (packed));
  assert_null (scrutiny_records_read (file, NULL, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
}

static const char *const described =
    "{\"resources\": [{\"name\": \"cases\", \"path\": \"cases.csv\", \"schema\": {\"fields\": ["
    "{\"name\": \"code\", \"type\": \"string\"}, {\"name\": \"days\", \"type\": \"integer\"},"
    "{\"name\": \"opened\", \"type\": \"date\", \"format\": \"%d/%m/%Y\"},"
    "{\"name\": \"closed\", \"type\": \"date\"}, {\"name\": \"seen\", \"type\": \"boolean\"}],"
    "\"missingValues\": [\"\", \"none\"]}}, {\"name\": \"other\", \"path\": \"../other.csv\"}]}";

static void
follows_a_table_schema (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  g_autofree char *inside = g_strdup (described);
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (GFile) package = NULL;
  g_autoptr (GFile) cases = write_file ("cases.csv",
                                        "code,days,opened,closed,seen\n"
                                        "7,3,03/04/2024,2024-04-05,Y\n"
                                        "8,none,04/04/2024,05/04/2024,n\n"
                                        "9,three,31/04/2024,none,maybe\n",
                                        -1);
  g_autoptr (ScrutinyRecords) records = NULL;

  memcpy (strstr (inside, "../other"), "xx-other", 8);
  package = write_file ("datapackage.json", inside, -1);
  scrutiny_records_options_set_resource (options, "cases");
  records = scrutiny_records_read (root, options, NULL, &error);
  assert_null (error);
  assert_notes (
      records,
      "cases.csv: 3 rows; numbers: “days”; dates: “opened” (day/month/year), “closed” "
      "(year-month-day); true or false: “seen”; texts: “code”\n"
      "cases.csv, column “days”: row 4: declared as numbers, and no number there; read as missing\n"
      "cases.csv, column “opened”: row 4: there is no such day; read as missing\n"
      "cases.csv, column “closed”: row 3: no date written year-month-day there; read as missing\n"
      "cases.csv, column “seen”: row 4: declared as true or false, and neither is there; read as "
      "missing");
}

static void
refuses_a_path_out_of_the_folder (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  g_autoptr (GFile) package = write_file ("datapackage.json", described, -1);

  assert_null (scrutiny_records_read (root, NULL, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
}

static void
asks_which_table (void **state)
{
  g_autoptr (GError) error = NULL, other = NULL;
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (GFile) package = write_file ("datapackage.json",
                                          "{\"resources\": [{\"name\": \"a\", \"path\": \"a.csv\"},"
                                          "{\"name\": \"b\", \"path\": \"b.csv\"}]}",
                                          -1);

  assert_null (scrutiny_records_read (root, NULL, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_string_equal (error->message,
                       "datapackage.json: say which of its tables to read; there are “a”, “b”");
  scrutiny_records_options_set_resource (options, "c");
  assert_null (scrutiny_records_read (root, options, NULL, &other));
  assert_string_equal (other->message,
                       "datapackage.json: there is no such table; there are “a”, “b”");
}

static void
refuses_what_is_empty (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (read_text ("\n\n", NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_string_equal (error->message, "cases.csv: there is nothing in it");
}

/* A record is never part of a message. */
static void
never_repeats_a_record (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (ScrutinyRecords) records = NULL;
  g_auto (GStrv) notes = NULL;

  scrutiny_records_options_set_kind (options, "born", "date");
  scrutiny_records_options_set_kind (options, "age", "number");
  records = read_text ("born,age,seen\nsecret1,secret2,2024-01-01\n2001-01-01,3,2024-01-02\n"
                       "31/02/2001,4,secret3\n2001-01-02,5,2024-01-04\n",
                       options, &error);
  assert_null (error);
  notes = scrutiny_records_dup_notes (records);
  assert_int_equal (g_strv_length (notes), 4);
  for (guint i = 0; notes[i]; i++)
    assert_null (strstr (notes[i], "secret"));
}

static void
stops_when_told (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = write_file ("cases.csv", "a\n1\n", -1);

  g_cancellable_cancel (cancellable);
  assert_null (scrutiny_records_read (file, NULL, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

static void
says_what_was_not_built (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (read_text ("a\n1\n", NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_BUILT));
}

int
main (void)
{
  static const struct CMUnitTest unbuilt[] = { cmocka_unit_test (says_what_was_not_built) };
  static const struct CMUnitTest tests[] = {
    cmocka_unit_test (reads_a_csv),
    cmocka_unit_test (finds_the_header_below_a_title),
    cmocka_unit_test (unpacks_gzip),
    cmocka_unit_test (refuses_gzip_that_ends_too_early),
    cmocka_unit_test (refuses_what_unpacks_to_far_more),
    cmocka_unit_test (follows_a_table_schema),
    cmocka_unit_test (refuses_a_path_out_of_the_folder),
    cmocka_unit_test (asks_which_table),
    cmocka_unit_test (refuses_what_is_empty),
    cmocka_unit_test (never_repeats_a_record),
    cmocka_unit_test (stops_when_told),
  };

  if (!scrutiny_has_feature ("records"))
    return cmocka_run_group_tests_name ("io/read-records", unbuilt, make_folder, remove_folder);

  return cmocka_run_group_tests_name ("io/read-records", tests, make_folder, remove_folder);
}
