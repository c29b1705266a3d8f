/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-values.h"

#include <string.h>

#include "records/record-date.h"
#include "support/rows.h"

#define DATE(order) \
  { \
    TRUE, RECORD_DATE, order, NULL \
  }

static const struct known {
  const char *label;
  const char *cells; /* a line each; the first is row 2 of the file */
  RecordAsked asked;
  RecordKind kind;
  const char *values; /* as integers, or as texts; "-" where there is none */
  const char *note;   /* the first; NULL: none */
} known[] = {
  { "whole numbers", "3\n1\n3", { 0 }, RECORD_NUMBER, "3 1 3", NULL },
  { "a blank is missing, not nought", "3\n\n0", { 0 }, RECORD_NUMBER, "3 - 0", NULL },
  { "withheld",
    "3\n<5\n0\n*",
    { 0 },
    RECORD_NUMBER,
    "3 - 0 -",
    "f.csv, column “C”: rows 3 and 5: withheld; read as missing, not as nought" },
  { "marked",
    "3\nn/a",
    { 0 },
    RECORD_NUMBER,
    "3 -",
    "f.csv, column “C”: row 3: a mark that there is nothing; read as missing" },
  { "names of digits", "007\n008", { 0 }, RECORD_TEXT, "007 008", NULL },
  { "one is no number",
    "1\n2\nthree",
    { 0 },
    RECORD_TEXT,
    "1 2 three",
    "f.csv, column “C”: row 4 is no number, though most rows are; mend it, or say that the "
    "column holds numbers" },
  { "declared as numbers",
    "1\n2\nthree\n007",
    { TRUE, RECORD_NUMBER, 0, NULL },
    RECORD_NUMBER,
    "1 2 - 7",
    "f.csv, column “C”: row 4: declared as numbers, and no number there; read as missing" },
  { "declared as texts", "1\n\nn/a", { TRUE, RECORD_TEXT, 0, NULL }, RECORD_TEXT, "1 - n/a", NULL },
  { "half are numbers", "1\ntwo", { 0 }, RECORD_TEXT, "1 two", NULL },
  { "nothing at all", "\n", { 0 }, RECORD_TEXT, "- -", NULL },
  { "marks alone are texts", "n/a\n*", { 0 }, RECORD_TEXT, "n/a *", NULL },
  { "truths", "True\nFALSE\n", { 0 }, RECORD_TRUTH, "1 0 -", NULL },
  { "yes and no are texts", "Y\nN", { 0 }, RECORD_TEXT, "Y N", NULL },
  { "yes and no declared",
    "Y\nN\nperhaps",
    { TRUE, RECORD_TRUTH, 0, NULL },
    RECORD_TRUTH,
    "1 0 -",
    "f.csv, column “C”: row 4: declared as true or false, and neither is there; read as missing" },
  { "dates, ISO", "1970-01-02\n1969-12-31", { 0 }, RECORD_DATE, "1 -1", NULL },
  { "one row decides for the day", "02/01/1970\n13/01/1970", { 0 }, RECORD_DATE, "1 12", NULL },
  { "one row decides for the month", "01/02/1970\n01/13/1970", { 0 }, RECORD_DATE, "1 12", NULL },
  { "no row decides",
    "01/02/1970\n03/04/1970",
    { 0 },
    RECORD_TEXT,
    "01/02/1970 03/04/1970",
    "f.csv, column “C”: every date could be day/month or month/day; say which comes first" },
  { "no row decides, but it is told",
    "01/02/1970\n",
    { FALSE, RECORD_TEXT, RECORD_ORDER_DMY, NULL },
    RECORD_DATE,
    "31 -",
    NULL },
  { "one row for each",
    "13/01/1970\n01/13/1970\n13/02/1970",
    { 0 },
    RECORD_TEXT,
    "13/01/1970 01/13/1970 13/02/1970",
    "f.csv, column “C”: dates in two forms: most are written day/month/year, row 3 is not; write "
    "all in one form" },
  { "two forms",
    "1970-01-02\n1970-01-03\n3 Jan 1970",
    { 0 },
    RECORD_TEXT,
    "1970-01-02 1970-01-03 3 Jan 1970",
    "f.csv, column “C”: dates in two forms: most are written year-month-day, row 4 is not; write "
    "all in one form" },
  { "two forms, declared", "1970-01-02\n1970-01-03\n3 Jan 1970", DATE (0), RECORD_DATE, "1 2 -",
    "f.csv, column “C”: row 4: no date written year-month-day there; read as missing" },
  { "declared in a form that none is in", "13/01/1970", DATE (RECORD_ORDER_YMD), RECORD_TEXT,
    "13/01/1970", "f.csv, column “C”: declared as dates, and no row holds one in that form" },
  { "31 February",
    "31/02/1970\n13/01/1970",
    { 0 },
    RECORD_DATE,
    "- 12",
    "f.csv, column “C”: row 2: there is no such day; read as missing" },
  { "one is no date",
    "1970-01-02\n1970-01-03\nsoon",
    { 0 },
    RECORD_TEXT,
    "1970-01-02 1970-01-03 soon",
    "f.csv, column “C”: row 4 is no date, though most rows are; mend it, or say that the column "
    "holds dates" },
  { "times", "1970-01-02T00:01\n1969-12-31T23:59:59", { 0 }, RECORD_MOMENT, "86460 -1", NULL },
  { "midnight everywhere",
    "02/01/1970 00:00\n13/01/1970 00:00",
    { 0 },
    RECORD_DATE,
    "1 12",
    "f.csv, column “C”: every time is midnight; read as dates" },
  { "a time is not everywhere",
    "1970-01-02\n1970-01-02 00:01",
    { 0 },
    RECORD_MOMENT,
    "86400 86460",
    "f.csv, column “C”: some dates have no time; they count as the start of the day" },
  { "two zones",
    "1970-01-02T01:00Z\n1970-01-02T01:00+01:00",
    { 0 },
    RECORD_MOMENT,
    "90000 90000",
    "f.csv, column “C”: times of several zones; each is kept as on its own clock" },
  { "many rows",
    "q\nq\nq\nq\nq\n1",
    { TRUE, RECORD_NUMBER, 0, NULL },
    RECORD_NUMBER,
    "- - - - - 1",
    "f.csv, column “C”: rows 2, 3, 4 and 2 more: declared as numbers, and no number there; read as "
    "missing" },
};

static const char *const nothing[] = { "none", NULL };

static void
fill (RecordCells *cells, const char *lines)
{
  g_auto (GStrv) texts = g_strsplit (lines, "\n", -1);

  record_cells_init (cells, 1);
  for (guint i = 0; texts[i]; i++)
    record_cells_add (cells, texts[i], strlen (texts[i]));
}

static char *
show (const RecordCells *cells, const RecordValues *values)
{
  GString *shown = g_string_new (NULL);

  for (guint32 row = 0; row < cells->n_rows; row++) {
    const guint32 code = cells->codes[row];

    if (row > 0)
      g_string_append_c (shown, ' ');
    if (!values->known[code])
      g_string_append_c (shown, '-');
    else if (values->integers)
      g_string_append_printf (shown, "%" G_GINT64_FORMAT, values->integers[code]);
    else
      g_string_append (shown, record_cells_get (cells, code, NULL));
  }

  return g_string_free (shown, FALSE);
}

static void
reads_known_column (void **state)
{
  const struct known *row = *state;
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *shown = NULL;
  RecordRows rows;
  RecordNotes notes = { "f.csv", "C", &rows, said };
  RecordCells cells;
  RecordValues values;

  fill (&cells, row->cells);
  record_rows_init (&rows);
  record_rows_put (&rows, 0, 2);
  record_values_read (&values, &cells, &row->asked, &notes);
  shown = show (&cells, &values);

  assert_int_equal (values.kind, row->kind);
  assert_string_equal (shown, row->values);
  assert_int_equal (said->len > 0, row->note != NULL);
  if (row->note)
    assert_string_equal (said->pdata[0], row->note);
  record_values_clear (&values);
  record_cells_clear (&cells);
  record_rows_clear (&rows);
}

/* What a Table Schema lists as missing. */
static void
takes_what_is_told_to_mean_nothing (void **state)
{
  const RecordAsked asked = { FALSE, RECORD_TEXT, 0, nothing };
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  RecordRows rows;
  RecordNotes notes = { "f.csv", "C", &rows, said };
  RecordCells cells;
  RecordValues values;

  fill (&cells, "1\nnone");
  record_rows_init (&rows);
  record_rows_put (&rows, 0, 2);
  record_values_read (&values, &cells, &asked, &notes);

  assert_int_equal (values.kind, RECORD_NUMBER);
  assert_true (values.is_whole);
  assert_false (values.known[1]);
  assert_int_equal (said->len, 0);
  record_values_clear (&values);
  record_cells_clear (&cells);
  record_rows_clear (&rows);
}

static void
keeps_fractions (void **state)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  RecordRows rows = { NULL };
  RecordNotes notes = { "f.csv", "C", &rows, said };
  RecordCells cells;
  RecordValues values;

  fill (&cells, "1\n2.5");
  record_values_read (&values, &cells, &(RecordAsked){ 0 }, &notes);
  assert_false (values.is_whole);
  assert_null (values.integers);
  assert_true (values.doubles[1] == 2.5);
  record_values_clear (&values);
  record_cells_clear (&cells);
}

static void
counts_rows_over_breaks (void **state)
{
  RecordRows rows;

  record_rows_init (&rows);
  for (guint32 i = 0; i < 10; i++)
    record_rows_put (&rows, i, i < 4 ? i + 2 : i + 5);
  assert_int_equal (rows.breaks->len, 2);
  assert_int_equal (record_rows_get (&rows, 3), 5);
  assert_int_equal (record_rows_get (&rows, 4), 9);
  assert_int_equal (record_rows_get (&rows, 9), 14);
  record_rows_clear (&rows);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 3];
  size_t n = add_rows (tests, reads_known_column, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_what_is_told_to_mean_nothing);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (keeps_fractions);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_rows_over_breaks);

  return cmocka_run_group_tests_name ("records/record-values", tests, NULL, NULL);
}
