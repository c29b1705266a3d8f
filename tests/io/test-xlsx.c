/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdio.h>
#include <string.h>

#include <scrutiny/error.h>
#include <scrutiny/feature.h>

#include "io/xlsx.h"
#include "support/rows.h"

#ifdef SCRUTINY_HAVE_XLSX
#include "io/workbook-parts.h"
#endif

static ScrutinyDossier *
read_bytes (GBytes *bytes, const char *name, const char *sheet, GError **error)
{
  g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();

  scrutiny_read_options_set_sheet (options, sheet);
  if (!xlsx_read (bytes, name, options, builder, error))
    return NULL;
  return scrutiny_dossier_builder_end (builder, error);
}

static void
knows_a_workbook_by_its_first_bytes (void **state)
{
  g_autoptr (GBytes) zip = g_bytes_new_static ("PK\x03\x04", 4);
  g_autoptr (GBytes) compound = g_bytes_new_static ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  g_autoptr (GBytes) text = g_bytes_new_static ("PKX,1", 5);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  (void) state;
  assert_true (xlsx_is_workbook (zip));
  assert_true (xlsx_is_workbook (compound));
  assert_false (xlsx_is_workbook (text));
  assert_false (xlsx_is_workbook (nothing));
}

static void
refuses_an_older_workbook_by_name (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (read_bytes (bytes, "a.xls", NULL, &error));
  assert_string_equal (error->message, "a.xls: an older Excel workbook (.xls) or one with a "
                                       "password; save it as .xlsx without a password, or as CSV");
}

static void
refuses_what_is_not_whole_or_not_built (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("PK\x03\x04nothing", 11);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (read_bytes (bytes, "a.xlsx", NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR,
                                scrutiny_has_feature ("xlsx") ? SCRUTINY_ERROR_UNREADABLE
                                                              : SCRUTINY_ERROR_NOT_BUILT));
  assert_true (g_str_has_prefix (error->message, "a.xlsx: "));
}

static GBytes *
load_published (const char *name)
{
  const char *shared = g_getenv ("SCRUTINY_SHARED");
  g_autofree char *path = g_build_filename (shared ? shared : "", "data", "messy", name, NULL);
  char *contents;
  gsize length;

  if (!scrutiny_has_feature ("xlsx")) {
    printf ("# built without xlsx\n");
    skip ();
  }
  if (!g_file_get_contents (path, &contents, &length, NULL)) {
    printf ("# the published workbooks are not here\n");
    skip ();
  }
  return g_bytes_new_take (contents, length);
}

/* Read, with the sheet named aloud, or refused in one line. */
static void
reads_or_refuses_published_workbooks (void **state)
{
  static const char *const names[] = { "nhs_beds_open_overnight.xlsx", "scotland_pupils_2019.xlsx",
                                       "social_care_in_crisis.xlsx" };

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GBytes) bytes = load_published (names[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyDossier) dossier = read_bytes (bytes, names[i], NULL, &error);

    if (dossier) {
      g_auto (GStrv) notes = scrutiny_dossier_dup_notes (dossier);
      g_autofree char *joined = g_strjoinv ("\n", notes);

      assert_non_null (strstr (joined, "The sheet “"));
      printf ("# %s: %u indicators; %s\n", names[i], scrutiny_dossier_get_n_indicators (dossier),
              notes[0]);
    } else {
      assert_true (g_str_has_prefix (error->message, names[i]));
      assert_null (strchr (error->message, '\n'));
      printf ("# %s\n", error->message);
    }
  }
}

static void
names_the_sheets_there_are (void **state)
{
  g_autoptr (GBytes) bytes = load_published ("nhs_beds_open_overnight.xlsx");
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (read_bytes (bytes, "a.xlsx", "None such", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_true (g_str_has_prefix (error->message, "a.xlsx: no sheet “None such”; there are “"));
}

#ifdef SCRUTINY_HAVE_XLSX

#define REL(n) \
  "<Relationship Id=\"rId" n "\" Type=\"" RELS "/worksheet\" Target=\"worksheets/sheet" n ".xml\"" \
  "/>"
#define TEXT(cell, text) "<c r=\"" cell "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define NUMBER(cell, number) "<c r=\"" cell "\"><v>" number "</v></c>"
#define TABLE(value) \
  ROWS ("<row r=\"1\">" TEXT ("A1", "Indicator") TEXT ("B1", "Period") \
            TEXT ("C1", "Value") "</row>" \
                                 "<row r=\"2\">" TEXT ("A2", "Homes let") TEXT ("B2", "2024-04") \
                                     NUMBER ("C2", value) "</row>" \
                                                          "<row r=\"3\">" TEXT ("A3", "Homes let") \
                                                              TEXT ("B3", "2024-05") \
                                                                  NUMBER ("C3", "7") "</row>")
#define PROSE ROWS ("<row r=\"1\">" TEXT ("A1", "Notes for readers") "</row>")
#define SHEETS(sheets) \
  "<workbook " MAIN_NS " xmlns:r=\"" RELS "\"><sheets>" sheets "</sheets></workbook>"
#define NAMED(n, name, more) \
  "<sheet name=\"" name "\" sheetId=\"" n "\" r:id=\"rId" n "\"" more "/>"
#define BOMB_BYTES (64u * 1024 * 1024)

static const char three_sheets[] =
    SHEETS (NAMED ("1", "Cover", "") NAMED ("2", "Q4", "") NAMED ("3", "Q3", ""));

/* Sheets 1, 2 and 3 of a workbook, which one is wanted, and what comes of it. */
static const struct choice {
  const char *label;
  const char *workbook;
  const char *sheets[3];
  gsize n_blanks; /* after the second sheet */
  const char *wanted;
  double first;     /* value read; NaN: refused */
  const char *says; /* a note, or the message */
} choices[] = {
  { "reads the first sheet that is a table",
    three_sheets,
    { PROSE, TABLE ("5"), TABLE ("3") },
    0,
    NULL,
    5,
    "The sheet “Q4” was read; these were not: “Cover”, “Q3”" },
  { "reads the sheet it is told",
    three_sheets,
    { PROSE, TABLE ("5"), TABLE ("3") },
    0,
    "Q3",
    3,
    "The sheet “Q3” was read; these were not: “Cover”, “Q4”" },
  { "passes over a hidden sheet",
    SHEETS (NAMED ("1", "Old", " state=\"hidden\"") NAMED ("2", "Older", " state=\"veryHidden\"")
                NAMED ("3", "Now", "")),
    { TABLE ("1"), TABLE ("2"), TABLE ("3") },
    0,
    NULL,
    3,
    "The sheet “Now” was read; these were not: “Old”, “Older”" },
  { "reads a hidden sheet when told",
    SHEETS (NAMED ("1", "Old", " state=\"hidden\"") NAMED ("3", "Now", "")),
    { TABLE ("1"), TABLE ("2"), TABLE ("3") },
    0,
    "Old",
    1,
    "The sheet “Old” was read" },
  { "says that there is one sheet",
    SHEETS (NAMED ("2", "Q4", "")),
    { PROSE, TABLE ("5"), PROSE },
    0,
    NULL,
    5,
    "The sheet “Q4” was read, the only one" },
  { "refuses a workbook of prose",
    three_sheets,
    { PROSE, PROSE, PROSE },
    0,
    NULL,
    NAN,
    "a.xlsx: none of 3 sheets reads as a table; the first: a.xlsx, sheet “Cover”" },
  { "refuses when every sheet is hidden",
    SHEETS (NAMED ("1", "Old", " state=\"hidden\"")),
    { TABLE ("1"), TABLE ("2"), TABLE ("3") },
    0,
    NULL,
    NAN,
    "every sheet is hidden" },
  { "does not look past a bomb",
    three_sheets,
    { PROSE, TABLE ("5"), TABLE ("3") },
    BOMB_BYTES,
    NULL,
    NAN,
    "unpacks to far more" },
  { "refuses a document type in the sheet it is told",
    three_sheets,
    { PROSE, "<!DOCTYPE a [<!ENTITY b \"c\">]>" TABLE ("5"), TABLE ("3") },
    0,
    "Q4",
    NAN,
    "document type declaration" },
  { "names a sheet safely",
    SHEETS (NAMED ("1", "&#x202e;4Q", "") NAMED ("2", "Q4", "")),
    { PROSE, TABLE ("5"), PROSE },
    0,
    NULL,
    5,
    "The sheet “Q4” was read; these were not: “" },
};

static GBytes *
workbook_of (const struct choice *row)
{
  const Part parts[] = {
    { "xl/workbook.xml", row->workbook, 0 },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships>" REL ("1") REL ("2") REL ("3") "</Relationships>", 0 },
    { "xl/worksheets/sheet1.xml", row->sheets[0], 0 },
    { "xl/worksheets/sheet2.xml", row->sheets[1], row->n_blanks },
    { "xl/worksheets/sheet3.xml", row->sheets[2], 0 },
  };

  return workbook_of_parts (parts, G_N_ELEMENTS (parts));
}

static void
check_read (const struct choice *row, ScrutinyDossier *dossier)
{
  g_auto (GStrv) notes = scrutiny_dossier_dup_notes (dossier);
  g_autofree char *said = g_strjoinv ("\n", notes);
  ScrutinySeries *series =
      scrutiny_indicator_get_series (scrutiny_dossier_get_indicator (dossier, 0));

  assert_near (scrutiny_series_get_value (series, 0), row->first, 0);
  assert_near (scrutiny_series_get_value (series, 1), 7, 0);
  if (!strstr (said, row->says))
    print_error ("%s\n", said);
  assert_non_null (strstr (said, row->says));
  assert_null (strstr (said, "\xe2\x80\xae"));
}

static void
chooses_a_sheet (void **state)
{
  const struct choice *row = *state;
  g_autoptr (GBytes) bytes = workbook_of (row);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = read_bytes (bytes, "a.xlsx", row->wanted, &error);

  if (error && !strstr (error->message, row->says))
    print_error ("%s\n", error->message);
  assert_int_equal (dossier == NULL, isnan (row->first));
  if (dossier)
    check_read (row, dossier);
  else
    assert_non_null (strstr (error->message, row->says));
}

static gsize
add_choices (struct CMUnitTest *tests)
{
  return add_rows (tests, chooses_a_sheet, choices, G_N_ELEMENTS (choices), sizeof *choices);
}
#define N_CHOICES G_N_ELEMENTS (choices)
#else
static gsize
add_choices (struct CMUnitTest *tests)
{
  return 0;
}
#define N_CHOICES 0
#endif

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (knows_a_workbook_by_its_first_bytes),
    cmocka_unit_test (refuses_an_older_workbook_by_name),
    cmocka_unit_test (refuses_what_is_not_whole_or_not_built),
    cmocka_unit_test (reads_or_refuses_published_workbooks),
    cmocka_unit_test (names_the_sheets_there_are),
  };
  struct CMUnitTest tests[N_CHOICES + G_N_ELEMENTS (others)];

  memcpy (tests + add_choices (tests), others, sizeof others);
  return cmocka_run_group_tests_name ("io/xlsx", tests, NULL, NULL);
}
