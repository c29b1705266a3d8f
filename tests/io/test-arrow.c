/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/arrow.h>

#include <scrutiny/error.h>

#include "support/many-series.h"
#include "support/rows.h"

#include <errno.h>
#include <string.h>

/* --- Columns as another program would hand them in ------------------------------------------- */

static int n_released;

static void
release_given_schema (struct ArrowSchema *schema)
{
  n_released++;
  schema->release = NULL;
}

static void
release_given_array (struct ArrowArray *array)
{
  n_released++;
  array->release = NULL;
}

/* One column in a struct of one, on the stack. */
typedef struct {
  struct ArrowSchema column_schema, schema, *schemas[1];
  struct ArrowArray column, array, *arrays[1];
  const void *buffers[5], *no_buffers[1];
} Given;

static void
give (Given *self, const char *format, gint64 n, gint64 n_buffers)
{
  *self = (Given){
    .column_schema = { .format = format, .name = "x" },
    .schema = { .format = "+s", .n_children = 1, .release = release_given_schema },
    .column = { .length = n, .n_buffers = n_buffers, .null_count = -1 },
    .array = { .length = n, .n_buffers = 1, .n_children = 1, .release = release_given_array }
  };
  self->schemas[0] = &self->column_schema;
  self->schema.children = self->schemas;
  self->arrays[0] = &self->column;
  self->array.children = self->arrays;
  self->array.buffers = self->no_buffers;
  self->column.buffers = self->buffers;
  n_released = 0;
}

static ScrutinyTable *
import (Given *self, GError **error)
{
  ScrutinyTable *table = scrutiny_table_import_arrow (&self->schema, &self->array, error);

  assert_int_equal (n_released, 2);

  return table;
}

static const guint8 second_missing = 0x0d; /* 1011 from the lowest bit */
static const double doubles[] = { 1.5, 9, -2, 4 };
static const float floats[] = { 1.5f, 9, -2, 4 };
static const gint8 bytes[] = { 1, 9, -2, 4 };
static const guint8 ubytes[] = { 1, 9, 200, 4 };
static const gint16 shorts[] = { 1, 9, -300, 4 };
static const guint16 ushorts[] = { 1, 9, 60000, 4 };
static const gint32 ints[] = { 1, 9, -70000, 4 };
static const guint32 uints[] = { 1, 9, 3000000000u, 4 };
static const gint64 longs[] = { 1, 9, -9007199254740992, 4 };
static const guint64 ulongs[] = { 1, 9, 9007199254740992u, 4 };
static const guint8 bits = 0x09;

static const struct numbers {
  const char *label;
  const char *format;
  const void *values;
  double known[4];
} numbers[] = {
  { "doubles", "g", doubles, { 1.5, NAN, -2, 4 } },
  { "floats", "f", floats, { 1.5, NAN, -2, 4 } },
  { "8 bits", "c", bytes, { 1, NAN, -2, 4 } },
  { "8 bits, no sign", "C", ubytes, { 1, NAN, 200, 4 } },
  { "16 bits", "s", shorts, { 1, NAN, -300, 4 } },
  { "16 bits, no sign", "S", ushorts, { 1, NAN, 60000, 4 } },
  { "32 bits", "i", ints, { 1, NAN, -70000, 4 } },
  { "32 bits, no sign", "I", uints, { 1, NAN, 3000000000, 4 } },
  { "64 bits", "l", longs, { 1, NAN, -9007199254740992, 4 } },
  { "64 bits, no sign", "L", ulongs, { 1, NAN, 9007199254740992, 4 } },
  { "truths", "b", &bits, { 1, NAN, 0, 1 } },
  { "nothing", "n", NULL, { NAN, NAN, NAN, NAN } },
};

static void
takes_numbers (void **state)
{
  const struct numbers *row = *state;
  Given given;

  give (&given, row->format, 4, row->values ? 2 : 0);
  given.buffers[0] = &second_missing;
  given.buffers[1] = row->values;
  g_autoptr (ScrutinyTable) table = import (&given, NULL);

  for (guint i = 0; i < 4; i++)
    assert_near (scrutiny_table_get_doubles (table, "x", NULL)[i], row->known[i], 0);
}

static const gint32 offsets[] = { 0, 1, 3, 3, 6 };
static const gint64 long_offsets[] = { 0, 1, 3, 3, 6 };
static const gint32 days[] = { 0, 5, -1, 19813 };
static const gint64 seconds[] = { 0, 5, -86400, 1711843200 };
static const gint64 nanoseconds[] = { 0, 5, -86400000000000, 1711843200000000000 };
/* Midnight in London: of a winter's day, of a summer's, and of 1 April 1970, in British Standard
 * Time; in New York, of 1 June 2024, is 4 o'clock of universal time.
 */
static const gint64 in_london[] = { 1704067200, 5, 1717196400, 7772400 };
static const gint64 in_new_york[] = { 1704085200, 5, 1717214400, 18000 };

static const struct texts {
  const char *label;
  const char *format;
  const void *values, *bytes;
  const char *known[4];
} texts[] = {
  { "texts", "u", offsets, "axyäe", { "a", "", "", "äe" } },
  { "large texts", "U", long_offsets, "axyäe", { "a", "", "", "äe" } },
  { "dates", "tdD", days, NULL, { "1970-01-01", "", "1969-12-31", "2024-03-31" } },
  { "seconds", "tss:", seconds, NULL, { "1970-01-01", "", "1969-12-31", "2024-03-31" } },
  { "nanoseconds", "tsn:UTC", nanoseconds, NULL, { "1970-01-01", "", "1969-12-31", "2024-03-31" } },
  { "London",
    "tss:Europe/London",
    in_london,
    NULL,
    { "2024-01-01", "", "2024-06-01", "1970-04-01" } },
  { "New York",
    "tss:America/New_York",
    in_new_york,
    NULL,
    { "2024-01-01", "", "2024-06-01", "1970-01-01" } },
};

static void
takes_texts (void **state)
{
  const struct texts *row = *state;
  Given given;

  give (&given, row->format, 4, row->bytes ? 3 : 2);
  given.buffers[0] = &second_missing;
  given.buffers[1] = row->values;
  given.buffers[2] = row->bytes;
  g_autoptr (ScrutinyTable) table = import (&given, NULL);

  for (guint i = 0; i < 4; i++)
    assert_string_equal (scrutiny_table_get_texts (table, "x")[i], row->known[i]);
}

/* Short ones stand in the view, long ones elsewhere. */
static void
takes_views (void **state)
{
  static const char elsewhere[] = "..a long text it is";
  struct {
    gint32 length;
    char text[4];
    gint32 buffer, place;
  } views[2] = { { 2, "ok", 0, 0 }, { 17, "a lo", 0, 2 } };
  Given given;

  (void) state;
  give (&given, "vu", 2, 4);
  given.buffers[1] = views;
  given.buffers[2] = elsewhere;
  g_autoptr (ScrutinyTable) table = import (&given, NULL);

  assert_string_equal (scrutiny_table_get_texts (table, "x")[0], "ok");
  assert_string_equal (scrutiny_table_get_texts (table, "x")[1], "a long text it is");
}

static void
reads_through_a_dictionary (void **state)
{
  static const gint8 places[] = { 1, 9, 0, 1 };
  struct ArrowSchema words = { .format = "u", .name = "" };
  struct ArrowArray entries = { .length = 2, .n_buffers = 3 };
  const void *buffers[] = { NULL, offsets, "axy" };
  Given given;

  (void) state;
  entries.buffers = buffers;
  give (&given, "c", 4, 2);
  given.buffers[0] = &second_missing;
  given.buffers[1] = places;
  given.column_schema.dictionary = &words;
  given.column.dictionary = &entries;
  g_autoptr (ScrutinyTable) table = import (&given, NULL);

  assert_string_equal (scrutiny_table_get_texts (table, "x")[0], "xy");
  assert_string_equal (scrutiny_table_get_texts (table, "x")[1], "");
  assert_string_equal (scrutiny_table_get_texts (table, "x")[2], "a");

  g_autoptr (GError) error = NULL;
  give (&given, "c", 4, 2);
  given.buffers[1] = places;
  given.column_schema.dictionary = &words;
  given.column.dictionary = &entries;
  assert_null (import (&given, &error));
  assert_string_equal (error->message, "Arrow: row 2, column “x”: no such entry in the dictionary");
}

/* A slice of a slice: the rows from the third on, of a column that starts one in. */
static void
follows_offsets (void **state)
{
  Given given;

  (void) state;
  give (&given, "g", 3, 2);
  given.buffers[0] = &second_missing;
  given.buffers[1] = doubles;
  given.column.offset = 1;
  given.array.offset = 1;
  given.array.length = 2;
  g_autoptr (ScrutinyTable) table = import (&given, NULL);

  assert_int_equal (scrutiny_table_get_n_rows (table), 2);
  assert_near (scrutiny_table_get_doubles (table, "x", NULL)[0], -2, 0);
  assert_near (scrutiny_table_get_doubles (table, "x", NULL)[1], 4, 0);
}

/* A whole row that is missing is found where nobody has counted, and only within the slice. */
static void
finds_missing_rows (void **state)
{
  const void *validity[] = { &second_missing };
  g_autoptr (GError) error = NULL;
  Given given;

  (void) state;
  give (&given, "g", 4, 2);
  given.buffers[1] = doubles;
  given.array.buffers = validity;
  given.array.null_count = -1;
  assert_null (import (&given, &error));
  assert_string_equal (error->message, "Arrow: whole rows are missing; leave them out");

  give (&given, "g", 4, 2);
  given.buffers[1] = doubles;
  given.array.buffers = validity;
  given.array.null_count = -1;
  given.array.offset = 2;
  given.array.length = 2;
  g_autoptr (ScrutinyTable) table = import (&given, NULL);
  assert_near (scrutiny_table_get_doubles (table, "x", NULL)[0], -2, 0);
}

static const gint64 too_long[] = { 9007199254740993 };
static const gint64 too_low[] = { -9007199254740993 };
static const guint64 too_high[] = { 9007199254740993 };
static const gint32 too_far[] = { 3000000 };
static const gint32 backwards[] = { 3, 1 };
static const gint32 one[] = { 0, 1 };

static const struct fault {
  const char *label;
  const char *format;
  const void *values, *bytes;
  gint64 n_buffers;
  const char *message;
} faults[] = {
  { "a list", "+l", one, NULL, 2,
    "Arrow: column “x” has the format “+l”; hand in numbers, texts or dates" },
  { "too many digits", "l", too_long, NULL, 2,
    "Arrow: row 1, column “x”: the number has more digits than a double keeps" },
  { "too many digits below nothing", "l", too_low, NULL, 2,
    "Arrow: row 1, column “x”: the number has more digits than a double keeps" },
  { "too many digits, no sign", "L", too_high, NULL, 2,
    "Arrow: row 1, column “x”: the number has more digits than a double keeps" },
  { "a day too far", "tdD", too_far, NULL, 2,
    "Arrow: row 1, column “x”: no day of the years 1 to 9999" },
  { "midnight elsewhere", "tss:America/New_York", seconds, NULL, 2,
    "Arrow: row 1, column “x”: a time within a day; hand in dates" },
  { "no such zone", "tss:Europe/Ashcombe", seconds, NULL, 2,
    "Arrow: column “x”: the time zone “Europe/Ashcombe” is not known here; hand in dates" },
  { "not UTF-8", "u", one, "\xff", 3, "Arrow: row 1, column “x”: the text is not UTF-8" },
  { "a NUL", "u", one, "\0", 3, "Arrow: row 1, column “x”: the text is not UTF-8" },
  { "backwards", "u", backwards, "abc", 3,
    "Arrow: row 1, column “x”: the text ends before it starts" },
  { "a time", "tss:", seconds + 1, NULL, 2,
    "Arrow: row 1, column “x”: a time within a day; hand in dates" },
  { "no buffers", "g", doubles, NULL, 1,
    "Arrow: row 1, column “x”: the array is shorter than it says" },
  { "no values", "g", NULL, NULL, 2,
    "Arrow: row 1, column “x”: the array is shorter than it says" },
};

static void
refuses (void **state)
{
  const struct fault *row = *state;
  g_autoptr (GError) error = NULL;
  Given given;

  give (&given, row->format, 1, row->n_buffers);
  given.buffers[1] = row->values;
  given.buffers[2] = row->bytes;
  assert_null (import (&given, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_string_equal (error->message, row->message);
}

static void
refuses_what_is_no_table (void **state)
{
  g_autoptr (GError) error = NULL;
  Given given;

  (void) state;
  give (&given, "g", 1, 2);
  given.schema.format = "g";
  assert_null (import (&given, &error));
  assert_string_equal (error->message, "Arrow: this is one column; hand in a table of columns");
  g_clear_error (&error);

  give (&given, "g", 1, 2);
  given.buffers[1] = doubles;
  given.array.n_children = 0;
  assert_null (import (&given, &error));
  assert_string_equal (error->message, "Arrow: the array has not as many columns as its schema");
  g_clear_error (&error);

  given.schema.release = NULL;
  given.array.release = NULL;
  assert_null (scrutiny_table_import_arrow (&given.schema, &given.array, &error));
  assert_string_equal (error->message, "Arrow: it has been released");
}

static void
refuses_two_columns_of_one_name (void **state)
{
  g_autoptr (GError) error = NULL;
  Given given, other;
  struct ArrowSchema *schemas[2];
  struct ArrowArray *arrays[2];

  (void) state;
  give (&other, "g", 1, 2);
  give (&given, "g", 1, 2);
  given.buffers[1] = other.buffers[1] = doubles;
  schemas[0] = &given.column_schema;
  schemas[1] = &other.column_schema;
  arrays[0] = &given.column;
  arrays[1] = &other.column;
  given.schema.children = schemas;
  given.array.children = arrays;
  given.schema.n_children = given.array.n_children = 2;
  assert_null (import (&given, &error));
  assert_string_equal (error->message, "Arrow: there are two columns “x”; give one another name");
}

/* --- There and back ----------------------------------------------------------------------- */

static ScrutinyTable *
some_table (guint n)
{
  const char *const areas[] = { "Åsa", "", "A long name of an area", NULL };
  const double values[] = { 1.5, NAN, INFINITY };
  const char *none[] = { NULL };
  ScrutinyTable *table = add_texts (scrutiny_table_new (), "area", n ? areas : none);

  return add_numbers (table, "value", values, n);
}

static void
comes_back_the_same (void **state)
{
  (void) state;
  for (guint n = 0; n <= 3; n += 3) {
    g_autoptr (ScrutinyTable) table = some_table (n);
    struct ArrowSchema schema;
    struct ArrowArray array;

    scrutiny_table_export_arrow (table, &schema, &array);
    assert_string_equal (schema.format, "+s");
    assert_int_equal (array.length, n);
    assert_int_equal (array.children[0]->null_count, n ? 1 : 0);
    assert_int_equal (array.children[1]->null_count, n ? 1 : 0);
    /* Lent, not copied. */
    assert_ptr_equal (array.children[1]->buffers[1],
                      scrutiny_table_get_doubles (table, "value", NULL));
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyTable) back = scrutiny_table_import_arrow (&schema, &array, &error);
    assert_null (error);
    assert_null (schema.release);
    assert_null (array.release);
    assert_same_table (table, back);
  }
}

/* A consumer may keep one column and give the rest back, after the table is gone. */
static void
lets_a_column_be_taken_out (void **state)
{
  ScrutinyTable *table = some_table (3);
  struct ArrowSchema schema;
  struct ArrowArray array;

  (void) state;
  scrutiny_table_export_arrow (table, &schema, &array);
  g_object_unref (table);
  struct ArrowArray column = *array.children[1];
  array.children[1]->release = NULL;
  array.release (&array);
  schema.release (&schema);
  assert_near (((const double *) column.buffers[1])[0], 1.5, 0);
  column.release (&column);
  assert_null (column.release);
}

static void
streams_there_and_back (void **state)
{
  g_autoptr (ScrutinyTable) table = some_table (3);
  struct ArrowArrayStream stream;
  g_autoptr (GError) error = NULL;

  (void) state;
  scrutiny_table_export_arrow_stream (table, &stream);
  assert_null (stream.get_last_error (&stream));
  g_autoptr (ScrutinyTable) back = scrutiny_table_import_arrow_stream (&stream, &error);
  assert_null (error);
  assert_null (stream.release);
  assert_same_table (table, back);

  assert_null (scrutiny_table_import_arrow_stream (&stream, &error));
  assert_string_equal (error->message, "Arrow: it has been released");
}

/* --- Streams of another program ------------------------------------------------------------- */

typedef struct {
  Given given[2];
  guint n_given;
  guint fails_at;
} Batches;

static int
give_schema (struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
  Batches *batches = stream->private_data;

  *out = batches->given[0].schema;

  return 0;
}

static int
give_next (struct ArrowArrayStream *stream, struct ArrowArray *out)
{
  Batches *batches = stream->private_data;

  if (batches->n_given == batches->fails_at)
    return EIO;
  *out = batches->n_given < 2 ? batches->given[batches->n_given].array
                              : (struct ArrowArray){ .release = NULL };
  batches->n_given++;

  return 0;
}

static const char *
give_error (struct ArrowArrayStream *stream)
{
  (void) stream;

  return "the disk is gone";
}

static void
release_given_stream (struct ArrowArrayStream *stream)
{
  n_released++;
  stream->release = NULL;
}

static ScrutinyTable *
import_batches (Batches *batches, GError **error)
{
  struct ArrowArrayStream stream = { give_schema, give_next, give_error, release_given_stream,
                                     batches };

  for (guint k = 0; k < 2; k++) {
    give (&batches->given[k], "g", 2, 2);
    batches->given[k].buffers[1] = doubles + 2 * k;
  }

  return scrutiny_table_import_arrow_stream (&stream, error);
}

static void
joins_batches (void **state)
{
  Batches batches = { .fails_at = 9 };
  g_autoptr (ScrutinyTable) table = import_batches (&batches, NULL);

  (void) state;
  assert_int_equal (n_released, 4);
  assert_int_equal (scrutiny_table_get_n_rows (table), 4);
  for (guint i = 0; i < 4; i++)
    assert_near (scrutiny_table_get_doubles (table, "x", NULL)[i], doubles[i], 0);
}

static void
says_why_a_stream_broke (void **state)
{
  Batches batches = { .fails_at = 1 };
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (import_batches (&batches, &error));
  assert_int_equal (n_released, 3);
  assert_string_equal (error->message, "Arrow: the disk is gone");
}

int
main (void)
{
  struct CMUnitTest
      tests[G_N_ELEMENTS (numbers) + G_N_ELEMENTS (texts) + G_N_ELEMENTS (faults) + 11];
  size_t n = add_rows (tests, takes_numbers, numbers, G_N_ELEMENTS (numbers), sizeof *numbers);

  n += add_rows (tests + n, takes_texts, texts, G_N_ELEMENTS (texts), sizeof *texts);
  n += add_rows (tests + n, refuses, faults, G_N_ELEMENTS (faults), sizeof *faults);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_views);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (reads_through_a_dictionary);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (follows_offsets);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_missing_rows);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_what_is_no_table);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_two_columns_of_one_name);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (comes_back_the_same);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (lets_a_column_be_taken_out);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (streams_there_and_back);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (joins_batches);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_why_a_stream_broke);

  return cmocka_run_group_tests_name ("io/arrow", tests, NULL, NULL);
}
