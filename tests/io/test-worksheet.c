/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include <scrutiny/error.h>

#include "io/workbook-parts.h"
#include "io/workbook.h"

static char *
dup_rows (const Grid *grid)
{
  GString *rows = g_string_new (NULL);

  for (gsize row = 0; row < grid->n_rows; row++) {
    for (guint column = 0; column < grid_get_n_cells (grid, row); column++) {
      GridText text = grid_get (grid, row, column);

      g_string_append_printf (rows, "%s%.*s", column ? "," : "", (int) text.length, text.text);
    }
    g_string_append_c (rows, '|');
  }
  return g_string_free (rows, FALSE);
}

static const struct known {
  const char *label;
  Part part;
  const char *rows;
  const char *note; /* NULL: none */
} known[] = {
  { "reads no rows", { SHEET, ROWS (""), 0 }, "", NULL },
  { "reads shared, rich and empty texts",
    { SHEET,
      ROWS ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
            "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c></row>"),
      0 },
    "Indicator,Value,a b & c,|",
    NULL },
  { "reads texts that stand in the cell",
    { SHEET,
      ROWS ("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t><rPh><t>aloud</t></rPh></is></c>"
            "<c r=\"B1\" t=\"str\"><f>A1</f><v>y</v></c></row>"),
      0 },
    "x,y|",
    NULL },
  { "reads numbers by their format",
    { SHEET,
      ROWS ("<row r=\"1\"><c r=\"A1\"><v>0.10000000000000001</v></c><c r=\"B1\" s=\"1\"><v>0.92"
            "</v></c><c r=\"C1\" s=\"2\"><v>39904</v></c><c r=\"D1\" s=\"3\"><v>39904</v></c>"
            "<c r=\"E1\" s=\"99\"><v>1E3</v></c></row>"),
      0 },
    "0.1,92%,2009-04-01,2009-04,1000|",
    NULL },
  { "keeps a number that is none as written",
    { SHEET, ROWS ("<row r=\"1\"><c r=\"A1\"><v>1e400</v></c><c r=\"B1\"><v>NaN</v></c></row>"),
      0 },
    "1e400,NaN|",
    NULL },
  { "reads true and false",
    { SHEET,
      ROWS ("<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c></row>"),
      0 },
    "TRUE,FALSE|",
    NULL },
  { "says that a cell holds an error",
    { SHEET, ROWS ("<row r=\"1\"><c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"), 0 },
    "#DIV/0!|",
    "sheet “Q4”: 1 cell holds a spreadsheet error" },
  { "never evaluates a formula",
    { SHEET, ROWS ("<row r=\"1\"><c r=\"A1\"><f>1+1</f></c><c r=\"B1\"><v>3</v></c></row>"), 0 },
    ",3|",
    "1 formula was saved without its result" },
  { "leaves gaps where rows and columns are left out",
    { SHEET, ROWS ("<row r=\"2\"><c r=\"C2\"><v>1</v></c></row><row r=\"4\"/>"), 0 },
    "|,,1|||",
    NULL },
  { "counts rows and cells without a place",
    { SHEET, ROWS ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"), 0 },
    "1,2|3|",
    NULL },
  { "passes over cells that are only coloured",
    { SHEET, ROWS ("<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\"><v>2</v></c></row>"), 0 },
    ",2|",
    NULL },
  { "says that cells are merged and rows hidden",
    { SHEET,
      "<worksheet " MAIN_NS "><sheetData><row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>"
      "</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells></worksheet>",
      0 },
    "1|",
    "1 range of cells is merged" },
  { "does not believe a dimension",
    { SHEET,
      "<worksheet " MAIN_NS "><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\">"
      "<c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
      0 },
    "1|",
    NULL },
  { "keeps what looks like a formula, a tag or an escape as text",
    { SHEET,
      ROWS ("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>=HYPERLINK(1)</t></is></c>"
            "<c r=\"B1\" t=\"inlineStr\"><is><t>&lt;b&gt;_x0041_</t></is></c></row>"),
      0 },
    "=HYPERLINK(1),<b>_x0041_|",
    NULL },
};

static Grid *
read_part (const Part *part, GPtrArray *notes, GError **error)
{
  g_autoptr (GBytes) bytes = workbook_of_parts (part, 1);
  g_autoptr (Workbook) book = workbook_open (bytes, "a.xlsx", error);

  return book ? worksheet_read (book, 0, notes, error) : NULL;
}

static void
reads_sheet (void **state)
{
  const struct known *row = *state;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (Grid) grid = read_part (&row->part, notes, &error);
  g_autofree char *rows = NULL;

  assert_null (error);
  rows = dup_rows (grid);
  assert_string_equal (rows, row->rows);
  if (!row->note) {
    assert_int_equal (notes->len, 0);
    return;
  }
  assert_true (notes->len > 0);
  assert_non_null (strstr (notes->pdata[0], row->note));
}

#define UNREADABLE SCRUTINY_ERROR_UNREADABLE

static const struct refused {
  const char *label;
  Part part;
  ScrutinyError code;
  const char *holds;
} refused[] = {
  { "refuses a zip archive that is no workbook",
    { "xl/workbook.xml", NULL, 0 },
    UNREADABLE,
    "a zip archive, but not a workbook" },
  { "refuses a sheet that is named but not there",
    { SHEET, NULL, 0 },
    UNREADABLE,
    "named but not in the workbook" },
  { "refuses a workbook without sheets",
    { "xl/workbook.xml", "<workbook " MAIN_NS "><sheets/></workbook>", 0 },
    UNREADABLE,
    "no sheets" },
  { "refuses a text the workbook does not hold",
    { SHEET, ROWS ("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>4</v></c></row>"), 0 },
    UNREADABLE,
    "sheet “Q4”, row 3" },
  { "refuses a text with a number below nought",
    { SHEET, ROWS ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>"), 0 },
    UNREADABLE,
    "a text the workbook does not hold" },
  { "refuses rows that go back",
    { SHEET, ROWS ("<row r=\"3\"/><row r=\"2\"/>"), 0 },
    UNREADABLE,
    "not below it" },
  { "refuses a row twice",
    { SHEET, ROWS ("<row r=\"3\"/><row r=\"3\"/>"), 0 },
    UNREADABLE,
    "not below it" },
  { "refuses row nought", { SHEET, ROWS ("<row r=\"0\"/>"), 0 }, UNREADABLE, "row number" },
  { "refuses a row beyond the last",
    { SHEET, ROWS ("<row r=\"1048577\"/>"), 0 },
    UNREADABLE,
    "row number" },
  { "refuses a cell of another row",
    { SHEET, ROWS ("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>"), 0 },
    UNREADABLE,
    "“A2”" },
  { "refuses cells that go back",
    { SHEET, ROWS ("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>"), 0 },
    UNREADABLE,
    "“A1”" },
  { "refuses a column beyond the last",
    { SHEET, ROWS ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"), 0 },
    UNREADABLE,
    "“XFE1”" },
  { "refuses a column of many letters",
    { SHEET, ROWS ("<row r=\"1\"><c r=\"AAAAAAAAAA1\"><v>1</v></c></row>"), 0 },
    UNREADABLE,
    "“AAAAAAAAAA1”" },
  { "refuses a cell outside any row",
    { SHEET, ROWS ("<c r=\"A1\"><v>1</v></c>"), 0 },
    UNREADABLE,
    "" },
  { "refuses a document type",
    { SHEET, "<!DOCTYPE worksheet [<!ENTITY a \"b\">]>" ROWS (""), 0 },
    UNREADABLE,
    "document type declaration" },
  { "refuses a document type far into the part",
    { SHEET,
      "<?xml version=\"1.0\"?><!-- x -->\n<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">" ROWS (
          ""),
      0 },
    UNREADABLE,
    "document type declaration" },
  { "refuses an entity nobody declared",
    { SHEET, ROWS ("&x;"), 0 },
    UNREADABLE,
    "not well formed" },
  { "refuses a document type in the texts",
    { "xl/sharedStrings.xml",
      "<!DOCTYPE sst [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>",
      0 },
    UNREADABLE,
    "document type declaration" },
  { "refuses a document type in the styles",
    { "xl/styles.xml", "<!DOCTYPE styleSheet><styleSheet/>", 0 },
    UNREADABLE,
    "document type declaration" },
  { "refuses half a part",
    { SHEET, "<worksheet><sheetData><row r=\"1\">", 0 },
    UNREADABLE,
    "not well formed" },
  { "refuses a part that is no XML", { SHEET, "PK", 0 }, UNREADABLE, "not well formed" },
  { "refuses a bomb",
    { SHEET, ROWS (""), 64 * 1024 * 1024 },
    SCRUTINY_ERROR_LIMIT,
    "unpacks to far more" },
  { "refuses elements without end",
    { SHEET,
      "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>"
      "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>"
      "<a><a><a><a><a><a><a><a><a><a>",
      0 },
    SCRUTINY_ERROR_LIMIT,
    "nested deeper" },
};

static void
refuses_sheet (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (Grid) grid = read_part (&row->part, notes, &error);

  assert_null (grid);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_true (g_str_has_prefix (error->message, "a.xlsx"));
  assert_non_null (strstr (error->message, row->holds));
  assert_null (strchr (error->message, '\n'));
}

/* One cell in the last column of each row would be gigabytes of empty cells. */
static void
refuses_a_sheet_of_mostly_nothing (void **state)
{
  g_autoptr (GString) rows = g_string_new ("<worksheet><sheetData>");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Part part = { SHEET, NULL, 0 };

  (void) state;
  for (guint i = 1; i <= 1000; i++)
    g_string_append_printf (rows, "<row r=\"%u\"><c r=\"XFD%u\"><v>1</v></c></row>", i, i);
  g_string_append (rows, "</sheetData></worksheet>");
  part.text = rows->str;
  assert_null (read_part (&part, notes, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
  assert_non_null (strstr (error->message, "more than 8000000 cells"));
}

static void
refuses_what_is_cut_off_anywhere (void **state)
{
  g_autoptr (GBytes) whole = workbook_of_parts (NULL, 0);

  (void) state;
  for (gsize length = 0; length < g_bytes_get_size (whole); length += 7) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);
    g_autoptr (GError) error = NULL;

    assert_null (workbook_open (part, "a.xlsx", &error));
    assert_non_null (error);
  }
}

/* Published workbooks: every sheet is read, or refused in one line. */
static void
reads_published_workbooks (void **state)
{
  static const char *const names[] = { "nhs_beds_open_overnight.xlsx", "scotland_pupils_2019.xlsx",
                                       "social_care_in_crisis.xlsx" };
  const char *shared = g_getenv ("SCRUTINY_SHARED");

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path =
        g_build_filename (shared ? shared : "", "data", "messy", names[i], NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (Workbook) book = NULL;
    char *contents;
    gsize length;

    if (!g_file_get_contents (path, &contents, &length, NULL)) {
      printf ("# the published workbooks are not here\n");
      skip ();
    }
    bytes = g_bytes_new_take (contents, length);
    book = workbook_open (bytes, names[i], &error);
    assert_null (error);
    for (guint sheet = 0; sheet < book->sheets->len; sheet++) {
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (Grid) grid = worksheet_read (book, sheet, notes, &error);

      assert_null (error);
      assert_true (grid->n_rows > 0);
    }
  }
}

static struct CMUnitTest
row_test (const char *label, CMUnitTestFunction function, const void *row)
{
  return (struct CMUnitTest){ .name = label, .test_func = function, .initial_state = (void *) row };
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (refused) + 3];
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    tests[n++] = row_test (known[i].label, reads_sheet, &known[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    tests[n++] = row_test (refused[i].label, refuses_sheet, &refused[i]);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_a_sheet_of_mostly_nothing);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_what_is_cut_off_anywhere);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (reads_published_workbooks);

  return cmocka_run_group_tests_name ("io/worksheet", tests, NULL, NULL);
}
