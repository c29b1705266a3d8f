/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/recompute.h>

#include "kernel/random.h"
#include "support/record-rows.h"
#include "support/rows.h"

#include <math.h>
#include <stdbool.h>

enum {
  MOST_FIGURES = 3,
  KINDS = 3,
  MONTHS = 2,
  MOST = 9, /* rows of a kind in a month that are tried */
};

/* A share: "of" all rows where it is empty. */
typedef struct {
  const char *of, *counted, *dated;
} Figure;

static ScrutinyDefinition *
define (const Figure *figure)
{
  return scrutiny_definition_new_share (figure->of, figure->counted, figure->dated);
}

static ScrutinyRecords *
read_rows (const char *csv, const Figure *figures, guint n_figures, guint threshold)
{
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinyRecords *records;

  scrutiny_records_options_set_suppress_below (options, threshold);
  for (guint i = 0; i < n_figures; i++) {
    g_autoptr (ScrutinyDefinition) definition = define (&figures[i]);

    scrutiny_records_options_add_release (options, definition);
  }
  records = record_rows (csv, options, &error);
  assert_null (error);

  return records;
}

static ScrutinySeries *
ask (ScrutinyRecords *records, const Figure *figure, ScrutinyCalendar calendar)
{
  g_autoptr (ScrutinyDefinition) definition = define (figure);
  g_autoptr (GError) error = NULL;
  ScrutinySeries *series = scrutiny_records_recompute (records, definition, calendar, NULL, &error);

  assert_null (error);

  return series;
}

static gboolean
is_hidden (ScrutinySeries *series, gsize i)
{
  return g_str_equal (scrutiny_series_get_state (series, i), "suppressed");
}

/* --- By hand ---------------------------------------------------------------------------------- */

/* "2024-01 a 20 3": three rows of that month, kind and days; a row of 99 days is not closed. */
static char *
dup_csv (const char *text)
{
  GString *out = g_string_new ("opened,closed,kind,days\n");
  g_auto (GStrv) groups = g_strsplit (text, "; ", -1);

  for (gsize i = 0; groups[i]; i++) {
    g_auto (GStrv) words = g_strsplit (groups[i], " ", 4);
    const char *closed = g_str_equal (words[2], "99") ? "" : words[0];

    for (gint64 k = 0; k < g_ascii_strtoll (words[3], NULL, 10); k++)
      g_string_append_printf (out, "%s-15,%s%s,%s,%s\n", words[0], closed, *closed ? "-20" : "",
                              words[1], words[2]);
  }

  return g_string_free (out, FALSE);
}

#define ALL_ROWS NULL

/* What is shown, a dot, and hidden, an h, by month, figure by figure. */
static const struct known {
  const char *label, *rows;
  Figure figures[MOST_FIGURES];
  const char *shown;
} known[] = {
  { "three cases between two limits",
    "2024-01 a 20 20; 2024-01 a 40 3; 2024-01 a 60 10; 2024-02 a 20 20; 2024-02 a 40 8; 2024-02 a "
    "60 12; 2024-03 a 20 20; 2024-03 a 40 9; 2024-03 a 60 12",
    { { ALL_ROWS, "days <= 30", "opened" }, { ALL_ROWS, "days <= 45", "opened" } },
    "... hh." },
  { "and none of them is enough to be told",
    "2024-01 a 20 20; 2024-01 a 40 5; 2024-01 a 60 10; 2024-02 a 20 20; 2024-02 a 40 8; 2024-02 a "
    "60 12",
    { { ALL_ROWS, "days <= 30", "opened" }, { ALL_ROWS, "days <= 45", "opened" } },
    ".. .." },
  { "what the one leaves the other does not count",
    "2024-01 a 20 20; 2024-01 b 20 20; 2024-01 c 20 3; 2024-02 a 20 20; 2024-02 b 20 21; 2024-02 c "
    "20 9",
    { { ALL_ROWS, "kind = 'a'", "opened" }, { ALL_ROWS, "kind = 'b'", "opened" } },
    ".. hh" },
  { "two parts of all leave a third",
    "2024-01 a 20 10; 2024-01 a 60 10; 2024-01 b 20 10; 2024-01 b 60 10; 2024-01 c 20 3; 2024-02 a "
    "20 10; 2024-02 a 60 10; 2024-02 b 20 10; 2024-02 b 60 12; 2024-02 c 20 8",
    { { "kind = 'a'", "days <= 30", "opened" },
      { "kind = 'b'", "days <= 30", "opened" },
      { ALL_ROWS, "days <= 30", "opened" } },
    ".. .. hh" },
  { "other rows differ by chance",
    "2024-01 a 20 10; 2024-01 b 20 9; 2024-01 a 60 8; 2024-01 b 60 20; 2024-02 a 20 10; 2024-02 b "
    "20 12; 2024-02 a 60 11; 2024-02 b 60 20",
    { { ALL_ROWS, "days <= 30", "opened" }, { ALL_ROWS, "kind = 'a'", "opened" } },
    ".. .." },
  { "three that are not closed are told by two dates",
    "2024-01 a 20 20; 2024-01 a 60 10; 2024-01 a 99 2; 2024-02 a 20 20; 2024-02 a 60 12; 2024-02 a "
    "99 1",
    { { ALL_ROWS, "days <= 30", "opened" }, { ALL_ROWS, "days <= 30", "closed" } },
    ".. hh" },
  { "the same figure twice",
    "2024-01 a 20 20; 2024-01 a 60 10; 2024-02 a 20 20; 2024-02 a 60 12",
    { { ALL_ROWS, "days <= 30", "opened" }, { ALL_ROWS, "days <= 30", "opened" } },
    ".. .." },
  { "a figure that does not fit the rows tells nothing",
    "2024-01 a 20 20; 2024-01 a 60 10; 2024-02 a 20 20; 2024-02 a 60 12",
    { { ALL_ROWS, "hours <= 30", "opened" }, { ALL_ROWS, "days <= 30", "opened" } },
    "- .." },
};

static guint
count_figures (const Figure *figures)
{
  guint n = 0;

  while (n < MOST_FIGURES && figures[n].counted)
    n++;

  return n;
}

static char *
dup_shown (ScrutinyRecords *records, const Figure *figure)
{
  g_autoptr (ScrutinyDefinition) definition = define (figure);
  g_autoptr (ScrutinySeries) series =
      scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_MONTH, NULL, NULL);
  GString *out = g_string_new (series ? NULL : "-");

  for (gsize i = 0; series && i < scrutiny_series_get_n_values (series); i++)
    g_string_append_c (out, is_hidden (series, i) ? 'h' : '.');

  return g_string_free (out, FALSE);
}

static char *
dup_all_shown (ScrutinyRecords *records, const Figure *figures, guint n)
{
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();
  g_auto (GStrv) each = NULL;

  for (guint i = 0; i < n; i++) {
    g_autofree char *one = dup_shown (records, &figures[i]);

    g_strv_builder_add (shown, one);
  }
  each = g_strv_builder_end (shown);

  return g_strjoinv (" ", each);
}

/* Whichever is asked for first. */
static void
hides_what_is_known (void **state)
{
  const struct known *row = *state;
  const guint n = count_figures (row->figures);
  g_autofree char *csv = dup_csv (row->rows);
  g_autoptr (ScrutinyRecords) records = read_rows (csv, row->figures, n, 5);
  g_autoptr (ScrutinyRecords) again = read_rows (csv, row->figures, n, 5);
  g_autofree char *shown = dup_all_shown (records, row->figures, n);
  g_autofree char *last = dup_shown (again, &row->figures[n - 1]);
  g_autofree char *same = dup_all_shown (again, row->figures, n);

  assert_string_equal (shown, row->shown);
  assert_true (g_str_has_suffix (row->shown, last));
  assert_string_equal (same, row->shown);
}

/* What is no release is held against all of them; and without any nothing is. */
static void
holds_another_figure_against_them (void **state)
{
  const struct known *row = &known[0];
  g_autofree char *csv = dup_csv (row->rows);
  g_autoptr (ScrutinyRecords) one = read_rows (csv, row->figures, 1, 5);
  g_autoptr (ScrutinyRecords) none = read_rows (csv, row->figures, 0, 5);
  g_autofree char *held = dup_shown (one, &row->figures[1]);
  g_autofree char *alone = dup_shown (none, &row->figures[1]);

  (void) state;
  assert_string_equal (held, "hh.");
  assert_string_equal (alone, "...");
}

static void
refuses_more_than_it_looks_at (void **state)
{
  enum {
    MANY = 25
  };
  Figure figures[MANY];
  g_autofree char *csv = dup_csv ("2024-01 a 20 20; 2024-01 a 60 10");
  g_autoptr (GPtrArray) conditions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScrutinyRecords) records = NULL;
  g_autoptr (ScrutinySeries) last = NULL, first = NULL;
  g_autoptr (ScrutinyDefinition) definition = NULL;
  g_autoptr (GError) error = NULL;

  (void) state;
  for (guint i = 0; i < MANY; i++) {
    g_ptr_array_add (conditions, g_strdup_printf ("days <= %u", i));
    figures[i] = (Figure){ NULL, conditions->pdata[i], "opened" };
  }
  records = read_rows (csv, figures, MANY, 5);
  definition = define (&figures[MANY - 1]);
  first = ask (records, &figures[MANY - 2], SCRUTINY_CALENDAR_MONTH);
  last = scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_MONTH, NULL, &error);
  assert_null (last);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
}

/* --- Every table that agrees with what is shown ----------------------------------------------- */

/* Kinds of rows, and whether they count (2) or are of the rest (1) of each figure. */
typedef struct {
  Figure figures[2];
  const char *rows[KINDS]; /* kind and days */
  int part[KINDS][2];
} Overlap;

static const Overlap overlaps[] = {
  { { { ALL_ROWS, "days <= 30", "opened" }, { ALL_ROWS, "days <= 45", "opened" } },
    { "a,20", "a,40", "a,60" },
    { { 2, 2 }, { 1, 2 }, { 1, 1 } } },
  { { { ALL_ROWS, "kind = 'a'", "opened" }, { ALL_ROWS, "kind = 'b'", "opened" } },
    { "a,20", "b,20", "c,20" },
    { { 2, 1 }, { 1, 2 }, { 1, 1 } } },
  { { { ALL_ROWS, "days <= 30", "opened" }, { "kind <> 'c'", "days <= 30", "opened" } },
    { "a,20", "a,60", "c,60" },
    { { 2, 2 }, { 1, 1 }, { 1, 0 } } },
};

typedef struct {
  const Overlap *overlap;
  guint rows[KINDS][MONTHS];
  double shown[2][MONTHS + 1][2]; /* of each figure the months and all: counts and rest; NaN */
  guint tried[KINDS][MONTHS];
  bool seen[KINDS][MONTHS + 1][2 * MOST + 1];
} Table;

static ScrutinyRecords *
make_rows (const Table *self, guint threshold)
{
  g_autoptr (GString) csv = g_string_new ("opened,kind,days\n");

  for (guint month = 0; month < MONTHS; month++)
    for (guint kind = 0; kind < KINDS; kind++)
      for (guint i = 0; i < self->rows[kind][month]; i++)
        g_string_append_printf (csv, "2024-0%u-10,%s\n", month + 1, self->overlap->rows[kind]);

  return read_rows (csv->str, self->overlap->figures, 2, threshold);
}

static void
keep_shown (Table *self, guint figure, guint span, ScrutinySeries *series, gsize i)
{
  gsize n;
  const double *counted = scrutiny_series_get_numerators (series, &n);
  const double *all = scrutiny_series_get_denominators (series, &n);

  self->shown[figure][span][0] = is_hidden (series, i) ? NAN : counted[i];
  self->shown[figure][span][1] = is_hidden (series, i) ? NAN : all[i] - counted[i];
}

static void
ask_all (Table *self, ScrutinyRecords *records)
{
  for (guint figure = 0; figure < 2; figure++) {
    const Figure *asked = &self->overlap->figures[figure];
    g_autoptr (ScrutinySeries) months = ask (records, asked, SCRUTINY_CALENDAR_MONTH);
    g_autoptr (ScrutinySeries) year = ask (records, asked, SCRUTINY_CALENDAR_YEAR);

    assert_int_equal (scrutiny_series_get_n_values (months), MONTHS);
    for (guint month = 0; month < MONTHS; month++)
      keep_shown (self, figure, month, months, month);
    keep_shown (self, figure, MONTHS, year, 0);
  }
}

static guint
count (const Table *self, guint kind, guint span)
{
  return span < MONTHS ? self->tried[kind][span] : self->tried[kind][0] + self->tried[kind][1];
}

static bool
agrees (const Table *self, guint span)
{
  for (guint figure = 0; figure < 2; figure++)
    for (int part = 0; part < 2; part++) {
      double sum = 0;

      for (guint kind = 0; kind < KINDS; kind++)
        if (self->overlap->part[kind][figure] == 2 - part)
          sum += count (self, kind, span);
      if (!isnan (self->shown[figure][span][part]) && sum != self->shown[figure][span][part])
        return false;
    }

  return true;
}

static void
note_seen (Table *self)
{
  for (guint kind = 0; kind < KINDS; kind++)
    for (guint span = 0; span <= MONTHS; span++)
      self->seen[kind][span][count (self, kind, span)] = true;
}

static void
try_all (Table *self, guint place)
{
  const guint month = place / KINDS, kind = place % KINDS;

  if (place > 0 && kind == 0 && !agrees (self, month - 1))
    return;
  if (place == KINDS * MONTHS) {
    if (agrees (self, MONTHS))
      note_seen (self);
    return;
  }
  for (guint n = 0; n <= MOST; n++) {
    self->tried[kind][month] = n;
    try_all (self, place + 1);
  }
}

static void
assert_open (const Table *self, guint threshold, guint *n_small)
{
  for (guint kind = 0; kind < KINDS; kind++)
    for (guint span = 0; span <= MONTHS; span++) {
      const guint rows =
          span < MONTHS ? self->rows[kind][span] : self->rows[kind][0] + self->rows[kind][1];
      guint n_seen = 0;

      for (guint n = 0; n <= 2 * MOST; n++)
        n_seen += self->seen[kind][span][n];
      if (rows == 0 || rows >= threshold)
        continue;
      ++*n_small;
      assert_true (self->seen[kind][span][rows]);
      assert_true (n_seen >= threshold);
    }
}

/* Rows of each kind by month, of which one figure alone would leave enough open and two do not. */
static const struct {
  guint overlap, rows[KINDS][MONTHS];
} hard[] = {
  { 0, { { 3, 1 }, { 0, 1 }, { 4, 0 } } },
  { 2, { { 1, 3 }, { 0, 3 }, { 2, 0 } } },
  { 2, { { 3, 3 }, { 4, 0 }, { 0, 1 } } },
};

static void
fill (Table *self, guint trial, uint64_t *random)
{
  self->overlap = &overlaps[trial % G_N_ELEMENTS (overlaps)];
  for (guint kind = 0; kind < KINDS; kind++)
    for (guint month = 0; month < MONTHS; month++)
      self->rows[kind][month] = (guint) kernel_random_below (random, 7) + (kind == 0);
  if (trial >= G_N_ELEMENTS (hard))
    return;
  self->overlap = &overlaps[hard[trial].overlap];
  memcpy (self->rows, hard[trial].rows, sizeof self->rows);
}

/* Two figures of the same rows at months and years leave every small count open to so many numbers
 * as it takes.
 */
static void
leaves_small_counts_open (void **state)
{
  const guint n_trials = g_getenv ("SCRUTINY_QUICK") ? 6 : 150;
  uint64_t random = 20261201;
  guint n_small = 0;

  (void) state;
  for (guint trial = 0; trial < n_trials; trial++) {
    g_autofree Table *table = g_new0 (Table, 1);
    g_autoptr (ScrutinyRecords) records = NULL;

    fill (table, trial, &random);
    records = make_rows (table, 3);
    ask_all (table, records);
    try_all (table, 0);
    assert_open (table, 3, &n_small);
  }
  assert_true (n_small > n_trials);
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (holds_another_figure_against_them),
    cmocka_unit_test (refuses_more_than_it_looks_at),
    cmocka_unit_test (leaves_small_counts_open),
  };
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (others)];
  size_t n = add_rows (tests, hides_what_is_known, known, G_N_ELEMENTS (known), sizeof *known);

  memcpy (tests + n, others, sizeof others);

  return cmocka_run_group_tests_name ("records/record-releases", tests, NULL, NULL);
}
