/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/recompute.h>

#include "support/record-rows.h"
#include "support/rows.h"

#include <math.h>

/* Two months and a quarter, by hand: January has 6 rows of North and 4 of South. */
static const char *const cases = "opened,closed,days,seen,ward,homes\n"
                                 "2024-01-03,2024-01-05,2,true,North,10\n"
                                 "2024-01-04,2024-01-10,6,true,North,10\n"
                                 "2024-01-05,2024-01-05,0,false,North,10\n"
                                 "2024-01-08,2024-01-18,10,true,North,20\n"
                                 "2024-01-08,,,false,North,20\n"
                                 "2024-01-31,2024-02-04,4,,North,10\n"
                                 "2024-01-31,2024-02-08,8,true,South,5\n"
                                 "2024-01-31,2024-02-12,12,true,South,5\n"
                                 "2024-01-31,2024-02-14,14,true,South,5\n"
                                 "2024-01-31,2024-02-16,16,false,South,5\n"
                                 ",2024-02-16,16,false,South,5\n"
                                 "2024-03-01,2024-03-02,1,true,South,0\n";

static const struct known {
  const char *label;
  const char *kind, *of, *counted, *measure, *scale, *level;
  ScrutinyCalendar calendar;
  guint suppress_below;
  const char *answer; /* period=value[(numerator/denominator)] or period=[low..high] */
} known[] = {
  { "a share of all", "share", NULL, "seen", NULL, NULL, NULL, SCRUTINY_CALENDAR_MONTH, 0,
    "2024-01=60(6/10) 2024-02=missing(0/0) 2024-03=100(1/1)" },
  { "a share of some", "share", "days IS NOT MISSING", "days <= 8", NULL, NULL, NULL,
    SCRUTINY_CALENDAR_QUARTER, 0, "2024-Q1=60(6/10)" },
  { "a share of one", "share", "ward = 'North'", "seen", NULL, "1", NULL, SCRUTINY_CALENDAR_MONTH,
    0, "2024-01=0.5(3/6)" },
  { "what is not known is not counted", "share", NULL, "days > 8", NULL, NULL, NULL,
    SCRUTINY_CALENDAR_YEAR, 0, "2024=36.4(4/11)" },
  { "a count", "count", NULL, NULL, NULL, NULL, NULL, SCRUTINY_CALENDAR_MONTH, 0,
    "2024-01=10 2024-02=0 2024-03=1" },
  { "a count of some", "count", "ward = 'South'", NULL, NULL, NULL, NULL, SCRUTINY_CALENDAR_MONTH,
    0, "2024-01=4 2024-02=0 2024-03=1" },
  { "a count of those counted", "count", NULL, "seen", NULL, NULL, NULL, SCRUTINY_CALENDAR_YEAR, 0,
    "2024=7" },
  { "a rate", "rate", NULL, "seen", "homes", "1000", NULL, SCRUTINY_CALENDAR_MONTH, 0,
    "2024-01=60(6/100) 2024-02=missing 2024-03=missing" },
  { "a mean", "mean", NULL, NULL, "days", NULL, NULL, SCRUTINY_CALENDAR_MONTH, 0,
    "2024-01=8 2024-02=missing 2024-03=1" },
  { "a median", "median", "ward = 'South'", NULL, "days", NULL, NULL, SCRUTINY_CALENDAR_MONTH, 0,
    "2024-01=13 2024-02=missing 2024-03=1" },
  { "a percentile", "percentile", NULL, NULL, "days", NULL, "90", SCRUTINY_CALENDAR_YEAR, 0,
    "2024=14.2" },
  { "a time between two dates", "mean", "ward = 'North'", NULL, "days_between(opened, closed)",
    NULL, NULL, SCRUTINY_CALENDAR_MONTH, 0, "2024-01=4.4" },
  { "working days", "mean", "ward = 'North'", NULL, "working_days_between(opened, closed)", NULL,
    NULL, SCRUTINY_CALENDAR_MONTH, 0, "2024-01=3.2" },
  { "a few rows", "share", "ward = 'South'", "seen", NULL, NULL, NULL, SCRUTINY_CALENDAR_MONTH, 5,
    "2024-01=[0..100](-/-) 2024-02=missing(0/0) 2024-03=[0..100](-/-)" },
  { "a few counted", "share", NULL, "days > 12", NULL, NULL, NULL, SCRUTINY_CALENDAR_YEAR, 5,
    "2024=[0..100](-/-)" },
  { "a few not counted", "share", NULL, "days IS MISSING OR days < 13", NULL, NULL, NULL,
    SCRUTINY_CALENDAR_YEAR, 5, "2024=[0..100](-/-)" },
  { "none and all are shown", "share", NULL, "days > 99", NULL, NULL, NULL, SCRUTINY_CALENDAR_YEAR,
    5, "2024=0(0/11)" },
  { "a small count", "count", NULL, "days > 12", NULL, NULL, NULL, SCRUTINY_CALENDAR_MONTH, 5,
    "2024-01=[?..?] 2024-02=0 2024-03=[?..?]" },
  { "a count of as many as are shown", "count", NULL, "days < 7", NULL, NULL, NULL,
    SCRUTINY_CALENDAR_YEAR, 5, "2024=5" },
  { "a small rate", "rate", "ward = 'South'", "seen", "homes", "100", NULL, SCRUTINY_CALENDAR_YEAR,
    5, "2024=[?..?](-/-)" },
  { "a mean of few", "mean", "ward = 'South'", NULL, "days", NULL, NULL, SCRUTINY_CALENDAR_MONTH, 5,
    "2024-01=[?..?] 2024-02=missing 2024-03=[?..?]" },
  { "no row is looked at", "count", "days > 99", NULL, NULL, NULL, NULL, SCRUTINY_CALENDAR_MONTH, 0,
    "" },
};

static ScrutinyDefinition *
change (ScrutinyDefinition *taken, const char *property, const char *value)
{
  ScrutinyDefinition *copy =
      value ? scrutiny_definition_copy_with (taken, property, value, NULL) : g_object_ref (taken);

  g_object_unref (taken);

  return copy;
}

static ScrutinyDefinition *
define (const struct known *row)
{
  ScrutinyDefinition *definition = scrutiny_definition_new_count (row->of, "opened");

  definition = change (definition, "kind", row->kind);
  definition = change (definition, "counted", row->counted);
  definition = change (definition, "measure", row->measure);
  definition = change (definition, "scale", row->scale);

  return change (definition, "level", row->level);
}

static ScrutinyRecords *
make (const char *csv, guint suppress_below)
{
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinyRecords *records;

  scrutiny_records_options_set_suppress_below (options, suppress_below);
  records = record_rows (csv, options, &error);
  assert_null (error);

  return records;
}

static void
append_number (GString *out, double number, const char *missing)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out,
                   isnan (number) ? missing : g_ascii_formatd (text, sizeof text, "%.3g", number));
}

static void
append_value (GString *out, ScrutinySeries *series, gsize i)
{
  const char *state = scrutiny_series_get_state (series, i);
  double low, high;

  if (g_str_equal (state, "observed")) {
    append_number (out, scrutiny_series_get_value (series, i), "?");
  } else if (g_str_equal (state, "suppressed")) {
    scrutiny_series_get_bounds (series, i, &low, &high);
    g_string_append_c (out, '[');
    append_number (out, low, "?");
    g_string_append (out, "..");
    append_number (out, high, "?");
    g_string_append_c (out, ']');
  } else {
    g_string_append (out, state);
  }
}

static char *
show (ScrutinySeries *series)
{
  GString *out = g_string_new (NULL);
  gsize n;
  const double *numerators = scrutiny_series_get_numerators (series, &n);
  const double *denominators = scrutiny_series_get_denominators (series, &n);

  for (gsize i = 0; i < scrutiny_series_get_n_values (series); i++) {
    g_autofree char *period = scrutiny_timeline_dup_text (scrutiny_series_get_timeline (series), i);

    g_string_append_printf (out, "%s%s=", i ? " " : "", period);
    append_value (out, series, i);
    if (!numerators || (isnan (numerators[i]) && isnan (denominators[i]) &&
                        g_str_equal (scrutiny_series_get_state (series, i), "missing")))
      continue;
    g_string_append_c (out, '(');
    append_number (out, numerators[i], "-");
    g_string_append_c (out, '/');
    append_number (out, denominators[i], "-");
    g_string_append_c (out, ')');
  }

  return g_string_free (out, FALSE);
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make (cases, row->suppress_below);
  g_autoptr (ScrutinyDefinition) definition = define (row);
  g_autoptr (ScrutinySeries) series =
      scrutiny_records_recompute (records, definition, row->calendar, NULL, &error);
  g_autofree char *shown = NULL;

  assert_null (error);
  shown = show (series);
  assert_string_equal (shown, row->answer);
}

static void
follows_the_definition_s_calendar (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make (cases, 0);
  g_autoptr (ScrutinyDefinition) plain = scrutiny_definition_new_count (NULL, "opened");
  g_autoptr (ScrutinyDefinition) weekly =
      scrutiny_definition_copy_with (plain, "calendar", "week", NULL);
  g_autoptr (ScrutinySeries) series =
      scrutiny_records_recompute (records, weekly, SCRUTINY_CALENDAR_UNKNOWN, NULL, &error);

  assert_null (error);
  assert_int_equal (scrutiny_series_get_n_values (series), 9);
}

static const char *
cell (ScrutinyTable *table, const char *name, gsize row)
{
  return scrutiny_table_get_texts (table, name)[row];
}

static void
counts_apart_by_segment (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make (cases, 5);
  g_autoptr (ScrutinyDefinition) plain = scrutiny_definition_new_share (NULL, "seen", "opened");
  g_autoptr (ScrutinyDefinition) by_ward =
      scrutiny_definition_copy_with (plain, "segments", "ward, seen", NULL);
  g_autoptr (ScrutinyTable) table =
      scrutiny_records_recompute_table (records, by_ward, SCRUTINY_CALENDAR_YEAR, NULL, &error);
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  gsize n;

  assert_null (error);
  names = scrutiny_table_dup_names (table);
  joined = g_strjoinv (" ", names);
  assert_string_equal (joined, "period ward seen numerator denominator value state low high");
  assert_int_equal (scrutiny_table_get_n_rows (table), 5);
  assert_string_equal (cell (table, "ward", 0), "North");
  assert_string_equal (cell (table, "seen", 0), "true");
  assert_string_equal (cell (table, "seen", 2), "");
  assert_string_equal (cell (table, "period", 4), "2024");
  assert_string_equal (cell (table, "state", 0), "suppressed");
  assert_true (isnan (scrutiny_table_get_doubles (table, "value", &n)[0]));
  assert_true (scrutiny_table_get_doubles (table, "high", &n)[0] == 100);
}

static void
sums_segments_to_the_whole (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make (cases, 0);
  g_autoptr (ScrutinyDefinition) plain = scrutiny_definition_new_count (NULL, "opened");
  g_autoptr (ScrutinyDefinition) by_ward =
      scrutiny_definition_copy_with (plain, "segments", "ward", NULL);
  g_autoptr (ScrutinyTable) table =
      scrutiny_records_recompute_table (records, by_ward, SCRUTINY_CALENDAR_MONTH, NULL, &error);
  gsize n;
  const double *values = scrutiny_table_get_doubles (table, "value", &n);

  assert_int_equal (n, 3);
  assert_true (values[0] == 6 && values[1] == 4 && values[2] == 1);
  assert_string_equal (cell (table, "ward", 1), "South");
  assert_string_equal (cell (table, "period", 2), "2024-03");
}

/* In some month A to E have a few rows, or are all that is left beside a few; a ward is shown by
 * months in all of them or in none, for otherwise several wards, months and years would tell
 * together what none tells alone.
 */
static const struct {
  const char *month, *ward;
  guint n;
} segments[] = {
  { "2024-01", "A", 2 },  { "2024-02", "A", 5 }, { "2024-03", "A", 1 },  { "2024-01", "B", 9 },
  { "2024-02", "B", 6 },  { "2024-03", "B", 2 }, { "2024-01", "C", 12 }, { "2024-02", "C", 7 },
  { "2024-03", "C", 30 }, { "2024-04", "A", 4 }, { "2024-04", "B", 4 },  { "2024-04", "C", 40 },
  { "2024-04", "D", 50 }, { "2024-05", "A", 1 }, { "2024-05", "B", 1 },  { "2024-05", "C", 1 },
  { "2024-05", "D", 1 },  { "2024-05", "E", 1 }, { "2024-05", "F", 60 }, { "2024-05", "G", 70 },
  { "2024-06", "A", 4 },  { "2024-06", "B", 3 }, { "2024-06", "C", 9 },
};

static void
withholds_what_could_be_had_from_the_whole (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) csv = g_string_new ("d,ward\n");
  g_autoptr (ScrutinyDefinition) plain = scrutiny_definition_new_count (NULL, "d");
  g_autoptr (ScrutinyDefinition) by_ward =
      scrutiny_definition_copy_with (plain, "segments", "ward", NULL);
  g_autoptr (ScrutinyRecords) records = NULL;
  g_autoptr (ScrutinyTable) table = NULL;
  gsize n;

  for (gsize i = 0; i < G_N_ELEMENTS (segments); i++)
    for (guint k = 0; k < segments[i].n; k++)
      g_string_append_printf (csv, "%s-15,%s\n", segments[i].month, segments[i].ward);
  records = make (csv->str, 5);
  table =
      scrutiny_records_recompute_table (records, by_ward, SCRUTINY_CALENDAR_MONTH, NULL, &error);
  assert_null (error);
  for (gsize i = 0; i < scrutiny_table_get_n_rows (table); i++) {
    const gboolean is_shown = *cell (table, "ward", i) >= 'F';

    assert_string_equal (cell (table, "state", i), is_shown ? "observed" : "suppressed");
    assert_true (isnan (scrutiny_table_get_doubles (table, "value", &n)[i]) == !is_shown);
    assert_true (isnan (scrutiny_table_get_doubles (table, "high", &n)[i]));
  }
  /* All months of A to E, also those without a row, and May of F and G. */
  assert_int_equal (scrutiny_table_get_n_rows (table), 5 * 6 + 2);
}

/* The last second of 1969 is of its year, whatever is before nought. */
static void
dates_times_before_1970 (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make ("at\n1969-12-31T23:59:59\n1970-01-01T00:00:01\n", 0);
  g_autoptr (ScrutinyDefinition) definition = scrutiny_definition_new_count (NULL, "at");
  g_autoptr (ScrutinySeries) series =
      scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_YEAR, NULL, &error);
  g_autofree char *shown = NULL;

  assert_null (error);
  shown = show (series);
  assert_string_equal (shown, "1969=1 1970=1");
}

/* One thing changed: the limit of ten days is one of five. */
static void
recuts (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make (cases, 0);
  g_autoptr (ScrutinyDefinition) ten = scrutiny_definition_new_share (NULL, "days <= 10", "opened");
  g_autoptr (ScrutinyDefinition) five =
      scrutiny_definition_copy_with (ten, "counted", "days <= 5", NULL);
  g_autoptr (ScrutinySeries) before =
      scrutiny_records_recompute (records, ten, SCRUTINY_CALENDAR_YEAR, NULL, &error);
  g_autoptr (ScrutinySeries) after =
      scrutiny_records_recompute (records, five, SCRUTINY_CALENDAR_YEAR, NULL, &error);

  assert_near (scrutiny_series_get_value (before, 0), 700.0 / 11, 1e-12);
  assert_near (scrutiny_series_get_value (after, 0), 400.0 / 11, 1e-12);
}

static gpointer
recompute_often (gpointer records)
{
  g_autoptr (ScrutinyDefinition) definition =
      scrutiny_definition_new_mean ("ward = 'North'", "days", "opened");
  GString *seen = g_string_new (NULL);

  for (guint i = 0; i < 20; i++) {
    g_autoptr (ScrutinySeries) series =
        scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_YEAR, NULL, NULL);
    g_autofree char *shown = show (series);

    g_string_append_printf (seen, "%s;", shown);
  }

  return g_string_free (seen, FALSE);
}

/* Their questions take turns. */
static void
answers_several_threads (void **state)
{
  g_autoptr (ScrutinyRecords) records = make (cases, 0);
  g_autofree char *alone = recompute_often (records);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("recompute", recompute_often, records);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autofree char *shown = g_thread_join (threads[i]);

    assert_string_equal (shown, alone);
  }
}

static const struct refused {
  const char *label;
  const char *of, *counted, *dated;
  int code;
  const char *message;
} refused[] = {
  { "a column that is not there", NULL, "wait <= 45", "opened", SCRUTINY_ERROR_NOT_FOUND, "wait" },
  { "a text where a number should be", NULL, "ward <= 45", "opened", SCRUTINY_ERROR_UNREADABLE,
    "ward" },
  { "a number where a date should be", NULL, "seen", "days", SCRUTINY_ERROR_UNREADABLE, "dated" },
  { "SQL", NULL, "1; DROP TABLE records", "opened", SCRUTINY_ERROR_UNREADABLE, ";" },
  { "a question of its own", "days IN (SELECT days FROM records)", "seen", "opened",
    SCRUTINY_ERROR_UNREADABLE, "SELECT" },
  { "a function of the engine's", "load_extension(ward) = 1", "seen", "opened",
    SCRUTINY_ERROR_NOT_FOUND, "load_extension" },
};

static void
refuses_known_definition (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make (cases, 0);
  g_autoptr (ScrutinyDefinition) definition =
      scrutiny_definition_new_share (row->of, row->counted, row->dated);

  assert_null (
      scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_MONTH, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, row->code));
  assert_non_null (strstr (error->message, row->message));
}

/* Dates in two forms leave a column text; whoever dates by it is told which row. */
static void
says_which_row_makes_a_column_text (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records =
      make ("opened,n\n2024-01-03,1\n2024-01-04,2\n5 January 2024,3\n", 0);
  g_autoptr (ScrutinyDefinition) definition = scrutiny_definition_new_count (NULL, "opened");

  assert_null (
      scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_MONTH, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_non_null (strstr (error->message, "; column “opened”: dates in two forms: most are "
                                           "written year-month-day, row 4 is not"));
}

static void
refuses_more_periods_than_there_can_be (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make ("d\n1700-01-01\n2300-01-01\n", 0);
  g_autoptr (ScrutinyDefinition) definition = scrutiny_definition_new_count (NULL, "d");

  assert_null (
      scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_DAY, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
}

static void
refuses_more_figures_than_there_can_be (void **state)
{
  g_autoptr (GString) csv = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = NULL;
  g_autoptr (ScrutinyDefinition) plain = NULL;
  g_autoptr (ScrutinyDefinition) by_id = NULL;

  if (g_getenv ("SCRUTINY_QUICK")) {
    print_message ("# two hundred thousand segments take too long here\n");
    skip ();
  }
  csv = g_string_new ("d,id\n");
  plain = scrutiny_definition_new_count (NULL, "d");
  by_id = scrutiny_definition_copy_with (plain, "segments", "id", NULL);
  for (guint i = 0; i <= 200000; i++)
    g_string_append_printf (csv, "2024-01-01,%u\n", i);
  records = make (csv->str, 0);
  assert_null (
      scrutiny_records_recompute_table (records, by_id, SCRUTINY_CALENDAR_YEAR, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
}

static void
stops_when_told (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) csv = g_string_new ("d\n");
  g_autoptr (ScrutinyDefinition) definition = scrutiny_definition_new_count (NULL, "d");
  g_autoptr (ScrutinyRecords) records = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (csv, "2024-01-01\n");
  records = make (csv->str, 0);
  g_cancellable_cancel (cancellable);
  assert_null (
      scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_DAY, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

/* Ten rows in January, of which six count, and one in March: to fives they are 10 and 5, and none
 * that a share could be out of.
 */
static void
rounds_what_is_shown (void **state)
{
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (ScrutinyRecords) records = NULL;
  g_autoptr (ScrutinyDefinition) share = scrutiny_definition_new_share (NULL, "seen", "opened");
  g_autoptr (ScrutinySeries) series = NULL;
  double low, high;

  (void) state;
  scrutiny_records_options_set_suppress_below (options, 0);
  scrutiny_records_options_set_round_to (options, 5);
  records = record_rows (cases, options, NULL);
  series = scrutiny_records_recompute (records, share, SCRUTINY_CALENDAR_MONTH, NULL, NULL);
  assert_near (scrutiny_series_get_numerators (series, NULL)[0], 5, 0);
  assert_near (scrutiny_series_get_denominators (series, NULL)[0], 10, 0);
  assert_near (scrutiny_series_get_value (series, 0), 50, 0);
  assert_string_equal (scrutiny_series_get_state (series, 2), "suppressed");
  assert_true (scrutiny_series_get_bounds (series, 2, &low, &high));
  assert_near (high, 100, 0);
}

/* What a long chain of definitions tells together is not looked at, and so it is refused; eight are
 * protected, and so are as many as one likes where nothing is hidden.
 */
static void
refuses_more_changes_than_it_looks_at (void **state)
{
  g_autoptr (ScrutinyRecords) shown = make (cases, 0);
  g_autoptr (ScrutinyRecords) hidden = make (cases, 2);
  g_autoptr (ScrutinyDefinition) definition = scrutiny_definition_new_count (NULL, "opened");

  (void) state;
  for (int i = 1; i <= 24; i++) {
    g_autofree char *counted = g_strdup_printf ("days > %d", i);
    g_autoptr (ScrutinySeries) series = NULL;
    g_autoptr (ScrutinySeries) other = NULL;
    g_autoptr (GError) error = NULL;

    definition = change (definition, "counted", counted);
    series = scrutiny_records_recompute (hidden, definition, SCRUTINY_CALENDAR_YEAR, NULL, &error);
    other = scrutiny_records_recompute (shown, definition, SCRUTINY_CALENDAR_YEAR, NULL, NULL);
    assert_non_null (other);
    assert_true ((series != NULL) == (i < 24));
    if (i == 24)
      assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
  }
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (follows_the_definition_s_calendar),
    cmocka_unit_test (counts_apart_by_segment),
    cmocka_unit_test (sums_segments_to_the_whole),
    cmocka_unit_test (withholds_what_could_be_had_from_the_whole),
    cmocka_unit_test (dates_times_before_1970),
    cmocka_unit_test (recuts),
    cmocka_unit_test (answers_several_threads),
    cmocka_unit_test (says_which_row_makes_a_column_text),
    cmocka_unit_test (refuses_more_figures_than_there_can_be),
    cmocka_unit_test (refuses_more_periods_than_there_can_be),
    cmocka_unit_test (stops_when_told),
    cmocka_unit_test (rounds_what_is_shown),
    cmocka_unit_test (refuses_more_changes_than_it_looks_at),
  };
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (refused) + G_N_ELEMENTS (others)];
  size_t n = add_rows (tests, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);

  n += add_rows (tests + n, refuses_known_definition, refused, G_N_ELEMENTS (refused),
                 sizeof *refused);
  memcpy (tests + n, others, sizeof others);

  return cmocka_run_group_tests_name ("records/recompute", tests, NULL, NULL);
}
