/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/csv-scan.h"

#include <scrutiny/error.h>

#include "support/near.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* Each row is one test.  What is read is written with a bar between cells and a slash after rows.
 */
static const struct known {
  const char *label, *text, *read;
  gssize n_text; /* -1: up to the NUL */
} known[] = {
  /* RFC 4180, section 2. */
  { "rows end in CRLF", "aaa,bbb\r\nccc,ddd\r\n", "aaa|bbb/ccc|ddd/", -1 },
  { "the last row may lack its end", "aaa,bbb\r\nccc,ddd", "aaa|bbb/ccc|ddd/", -1 },
  { "quotes hold delimiters and line ends", "\"a,b\",\"c\r\nd\"\r\ne,f\r\n", "a,b|c\r\nd/e|f/",
    -1 },
  { "a doubled quote is one", "\"a \"\"b\"\" c\",d\n", "a \"b\" c|d/", -1 },
  { "a quoted empty cell", "a,\"\",c\n", "a||c/", -1 },
  { "only doubled quotes", "\"\"\"\",b\n", "\"|b/", -1 },
  /* As it is published. */
  { "LF alone", "a,b\nc,d\n", "a|b/c|d/", -1 },
  { "CR alone", "a,b\rc,d\r", "a|b/c|d/", -1 },
  { "CR alone, last row without", "a,b\rc,d", "a|b/c|d/", -1 },
  { "a lone CR in a CRLF file is text", "a,b\rx\r\nc,d\r\n", "a|b\rx/c|d/", -1 },
  { "semicolons", "a;b,c;d\ne;f,g;h\n", "a|b,c|d/e|f,g|h/", -1 },
  { "tabs", "a\tb\nc\td\n", "a|b/c|d/", -1 },
  { "commas although cells hold semicolons", "a,b;c\nd,e\nf;g;h,i\n", "a|b;c/d|e/f;g;h|i/", -1 },
  { "a quote inside a cell is text", "5\" pipe,b\n6\" pipe,c\n", "5\" pipe|b/6\" pipe|c/", -1 },
  { "text after a closing quote", "\"a\" b,c\n", "a b|c/", -1 },
  { "blank rows stay", "a,b\n\nc,d\n", "a|b//c|d/", -1 },
  { "rows of unequal length", "a,b,c\nd\ne,f\n", "a|b|c/d/e|f/", -1 },
  { "a mark at the beginning goes",
    "\xEF\xBB\xBF"
    "a,b\n",
    "a|b/", -1 },
  { "UTF-16 with its mark",
    "\xFF\xFE"
    "a\0,\0\xE9\0\n\0",
    "a|é/", 10 },
  { "UTF-16 without", "a\0,\0b\0\n\0c\0,\0d\0\n\0", "a|b/c|d/", 16 },
  { "nothing at all", "", "", 0 },
  { "one cell", "a", "a/", -1 },
};

typedef struct {
  const char *text;
  gsize n_text, at, step;
} Dribble;

/* Never more than @step bytes, so that everything is cut in two somewhere. */
static gssize
dribble (gpointer source, char *buffer, gsize size, GError **error)
{
  Dribble *self = source;
  gsize n = MIN (MIN (size, self->step), self->n_text - self->at);

  memcpy (buffer, self->text + self->at, n);
  self->at += n;

  return (gssize) n;
}

static void
append_page (GString *written, const Grid *grid)
{
  for (gsize row = 0; row < grid->n_rows; row++) {
    for (guint column = 0; column < grid_get_n_cells (grid, row); column++) {
      GridText cell = grid_get (grid, row, column);

      g_string_append (written, column ? "|" : "");
      g_string_append_len (written, cell.text, (gssize) cell.length);
    }
    g_string_append_c (written, '/');
  }
}

static char *
scan_and_write (const char *text, gsize n_text, gsize page, CsvMask mask, GError **error)
{
  Dribble source = { text, n_text, 0, page };
  CsvInput input = {
    .read = dribble, .source = &source, .origin = "t.csv", .mask = mask, .page = page
  };
  g_autoptr (Grid) grid = csv_scan (&input, error);
  GString *written = g_string_new (NULL);
  GError *found = NULL;

  if (grid)
    append_page (written, grid);
  while (grid && grid_next_page (grid, &found))
    append_page (written, grid);
  if (found)
    g_propagate_error (error, found);

  return g_string_free (written, FALSE);
}

static void
reads (void **state)
{
  const struct known *row = *state;
  gsize n_text = row->n_text < 0 ? strlen (row->text) : (gsize) row->n_text;
  g_autoptr (GError) error = NULL;
  g_autofree char *fast = scan_and_write (row->text, n_text, 1000, csv_mask_fast, &error);
  g_autofree char *portable = scan_and_write (row->text, n_text, 1000, csv_mask_portable, &error);

  assert_null (error);
  assert_string_equal (fast, row->read);
  assert_string_equal (portable, row->read);
}

static const struct refused {
  const char *label, *text;
  gsize n_text;
  ScrutinyError code;
  const char *said;
} refused[] = {
  { "refuses an open quote", "a,b\nc,\"d\ne,f\n", 13, SCRUTINY_ERROR_UNREADABLE,
    "t.csv, row 2: a quotation mark opens a cell in this row and is never closed" },
  { "refuses NUL bytes", "a,b\nc,\0d\n", 9, SCRUTINY_ERROR_UNREADABLE,
    "t.csv, row 1: there are NUL bytes in it or after it: this is not text; save it as CSV" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;

  g_free (scan_and_write (row->text, row->n_text, 1000, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->said);
}

/* A file of rows of every length, cut into pages everywhere, reads the same. */
static void
does_not_depend_on_the_page (void **state)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < 300; i++) {
    g_string_append_printf (text, "%u,\"q \"\"%u\"\"\r\n,x\",caf\xC3\xA9 %*s,%u.5\r\n", i, i * i,
                            (int) (i % 90), "y", i);
    g_string_append_printf (expected, "%u|q \"%u\"\r\n,x|caf\xC3\xA9 %*s|%u.5/", i, i * i,
                            (int) (i % 90), "y", i);
  }

  for (gsize page = 1; page < 400; page += 7) {
    g_autoptr (GError) error = NULL;
    g_autofree char *written = scan_and_write (text->str, text->len, page, NULL, &error);

    assert_null (error);
    assert_string_equal (written, expected->str);
  }
}

/* Pages are only made after the first four megabytes, so this is longer than that. */
static void
pages_a_long_file (void **state)
{
  g_autoptr (GString) text = g_string_new ("n,square\n");
  Dribble source = { 0 };
  CsvInput input = { .read = dribble, .source = &source, .origin = "t.csv", .page = 1000 };
  g_autoptr (Grid) grid = NULL;
  gsize n_rows = 0, n_pages = 1;

  for (gsize i = 1; text->len < 4200000; i++)
    g_string_append_printf (text, "%" G_GSIZE_FORMAT ",\"%" G_GSIZE_FORMAT "\"\n", i, i * i);
  source = (Dribble){ text->str, text->len, 0, 4096 };
  grid = csv_scan (&input, NULL);

  do {
    g_autofree char *place = grid_dup_place (grid, 0);
    g_autofree char *said = g_strdup_printf ("t.csv, row %" G_GSIZE_FORMAT, n_rows + 1);
    GridText cell = grid_get (grid, grid->n_rows - 1, 0);
    g_autofree char *last = grid_text_dup (cell);

    assert_string_equal (place, said);
    n_rows += grid->n_rows;
    assert_int_equal (g_ascii_strtoull (last, NULL, 10), n_rows - 1);
    n_pages++;
  } while (grid_next_page (grid, NULL));

  assert_true (n_pages > 10);
  assert_true (grid->text_size < 8 * 1000 * 1000);
}

static void
refuses_a_long_cell (void **state)
{
  g_autofree char *text = g_malloc (3 * 1000 * 1000);
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  memset (text, 'x', 3 * 1000 * 1000);
  memcpy (text, "a,b\nc,", 6);
  written = scan_and_write (text, 3 * 1000 * 1000, 100000, NULL, &error);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
  assert_string_equal (error->message, "t.csv, row 2, column 2: a cell is longer than 1 MiB; is a "
                                       "quotation mark missing?");
  assert_int_equal (scrutiny_error_get_row (error), 2);
}

static void
refuses_a_wide_row (void **state)
{
  g_autofree char *text = g_malloc (100001);
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  memset (text, ',', 100000);
  text[100000] = '\n';
  written = scan_and_write (text, 100001, 100000, NULL, &error);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
  assert_string_equal (error->message,
                       "t.csv, row 1: more than 16,384 columns; a table this wide cannot be read");
}

static void
says_what_it_found (void **state)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a;\"b\"c\r1;caf\x8E\r", 14);
  g_autoptr (Grid) grid = csv_scan_bytes (bytes, NULL, "t.csv", notes, NULL);

  assert_int_equal (grid->n_rows, 2);
  assert_int_equal (notes->len, 4);
  assert_string_equal (notes->pdata[0], "Read as Mac Roman: 1 byte is not UTF-8.");
  assert_string_equal (notes->pdata[1], "Cells are separated by semicolons.");
  assert_string_equal (notes->pdata[2], "Lines end in a carriage return alone.");
}

static struct CMUnitTest
row_test (const char *label, CMUnitTestFunction function, const void *row)
{
  return (struct CMUnitTest){ .name = label, .test_func = function, .initial_state = (void *) row };
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + LENGTH (refused) + 5];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (known); i++)
    tests[n++] = row_test (known[i].label, reads, &known[i]);
  for (size_t i = 0; i < LENGTH (refused); i++)
    tests[n++] = row_test (refused[i].label, refuses, &refused[i]);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (does_not_depend_on_the_page);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (pages_a_long_file);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_a_long_cell);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_a_wide_row);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_what_it_found);

  return cmocka_run_group_tests_name ("io/csv-scan", tests, NULL, NULL);
}
