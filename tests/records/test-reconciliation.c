/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/reconciliation.h>

#include <scrutiny/error.h>

#include "support/rows.h"

#include <string.h>

#define MOST 6

/* Counts of six months from April 2024; 322 of 357 is 90.2%. */
static const double numerators[MOST] = { 90, 80, 70, 322, 0, NAN };
static const double denominators[MOST] = { 100, 100, 100, 357, 0, 12 };

static ScrutinySeries *
recomputed_new (void)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2024-04", MOST, NULL);

  return scrutiny_series_new_ratio (months, numerators, MOST, denominators, MOST, 100, NULL);
}

static ScrutinySeries *
medians_new (void)
{
  const double values[] = { 40, 41, 42, 43, 44, 45 };
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2024-04", MOST, NULL);

  return scrutiny_series_new (months, values, MOST, NULL);
}

typedef struct {
  const char *period;
  const char *text; /* NULL: the value alone */
  double value;
} Published;

static ScrutinyTable *
published_new (const Published *rows, guint n)
{
  g_autoptr (ScrutinyTable) none = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) dated = NULL;
  g_autoptr (ScrutinyTable) valued = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *periods[MOST + 1] = { NULL }, *texts[MOST + 1] = { NULL };
  double values[MOST];

  for (guint i = 0; i < n; i++) {
    periods[i] = rows[i].period;
    texts[i] = rows[i].text ? rows[i].text : "";
    values[i] = rows[i].value;
  }
  bytes = g_bytes_new (values, n * sizeof *values);
  dated = scrutiny_table_copy_with_texts (none, "period", periods, NULL);
  valued = scrutiny_table_copy_with_doubles (dated, "value", bytes, NULL);

  return scrutiny_table_copy_with_texts (valued, "value_text", texts, NULL);
}

static const struct known {
  const char *label;
  Published published;
  gboolean is_medians;
  double recomputed; /* NaN: not known */
  double numerator;
  double agrees; /* NaN: not compared */
} known[] = {
  { "Ashcombe: 322 of 357", { "2024-07", "90.2%", 90.2 }, FALSE, 100 * 322 / 357., 322, 1 },
  { "a month in words", { "July 2024", NULL, 90.2 }, FALSE, 100 * 322 / 357., 322, 1 },
  { "a tenth off", { "2024-07", NULL, 90.1 }, FALSE, 100 * 322 / 357., 322, 0 },
  { "more places than agree", { "2024-07", "90.21", 90.21 }, FALSE, 100 * 322 / 357., 322, 0 },
  { "a whole number", { "2024-04", "90", 90 }, FALSE, 90, 90, 1 },
  { "a quarter of three months", { "2024/25-Q1", "80.0", 80 }, FALSE, 80, 240, 1 },
  { "a quarter that is half there", { "2024/25-Q3", "80", 80 }, FALSE, NAN, NAN, NAN },
  { "a quarter with a month that is missing", { "2024/25-Q2", "80", 80 }, FALSE, NAN, NAN, NAN },
  { "a day of a month", { "2024-04-01", "90", 90 }, FALSE, NAN, NAN, NAN },
  { "a denominator of zero", { "2024-08", "90", 90 }, FALSE, NAN, 0, NAN },
  { "before the rows begin", { "2024-03", "90", 90 }, FALSE, NAN, NAN, NAN },
  { "nothing published", { "2024-04", "..", NAN }, FALSE, 90, 90, NAN },
  { "a median", { "2024-05", "41", 41 }, TRUE, 41, NAN, 1 },
  { "no median of medians", { "2024/25-Q1", "41", 41 }, TRUE, NAN, NAN, NAN },
};

static double
cell (ScrutinyReconciliation *beside, const char *column)
{
  return scrutiny_table_get_doubles (scrutiny_reconciliation_get_rows (beside), column, NULL)[0];
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinySeries) ours = row->is_medians ? medians_new () : recomputed_new ();
  g_autoptr (ScrutinyTable) published = published_new (&row->published, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyReconciliation) beside = scrutiny_reconciliation_new (published, ours, &error);

  assert_null (error);
  assert_near (cell (beside, "published"), row->published.value, 0);
  assert_near (cell (beside, "recomputed"), row->recomputed, 1e-12);
  assert_near (cell (beside, "difference"), row->recomputed - row->published.value, 1e-12);
  assert_near (cell (beside, "numerator"), row->numerator, 0);
  assert_near (cell (beside, "agrees"), row->agrees, 0);
  assert_int_equal (scrutiny_reconciliation_get_n_compared (beside), !isnan (row->agrees));
  assert_int_equal (scrutiny_reconciliation_get_n_agreeing (beside), row->agrees == 1);
}

static const struct gaps {
  const char *label;
  const char *periods[4]; /* that the rows give: each 9 of 10 */
  const char *published;
  double recomputed;
} gaps[] = {
  { "every month of a quarter", { "2024-04", "2024-05", "2024-06" }, "2024/25-Q1", 90 },
  { "a month is not there", { "2024-04", "2024-06" }, "2024/25-Q1", NAN },
  { "the last month is not there", { "2024-04", "2024-05" }, "2024/25-Q1", NAN },
  { "the first month is not there", { "2024-05", "2024-06" }, "2024/25-Q1", NAN },
  { "a month more", { "2024-05", "2024-06", "2024-07" }, "2024/25-Q1", NAN },
};

static void
sums_only_what_is_whole (void **state)
{
  const struct gaps *row = *state;
  const double nines[] = { 9, 9, 9 }, tens[] = { 10, 10, 10 };
  const gsize n = g_strv_length ((char **) row->periods);
  const Published figure = { row->published, NULL, 90 };
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (row->periods, NULL);
  g_autoptr (ScrutinySeries) ours =
      scrutiny_series_new_ratio (timeline, nines, n, tens, n, 100, NULL);
  g_autoptr (ScrutinyTable) published = published_new (&figure, 1);
  g_autoptr (ScrutinyReconciliation) beside = scrutiny_reconciliation_new (published, ours, NULL);

  assert_near (cell (beside, "recomputed"), row->recomputed, 1e-12);
}

static const Published three[] = { { "2024-04", "90", 90 },
                                   { "2024-05", "81", 81 },
                                   { "2024-07", "90.3%", 90.3 } };

static char *
dup_said (const Published *rows, guint n)
{
  g_autoptr (ScrutinySeries) ours = recomputed_new ();
  g_autoptr (ScrutinyTable) published = published_new (rows, n);
  g_autoptr (ScrutinyReconciliation) beside = scrutiny_reconciliation_new (published, ours, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (beside));

  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (beside)));
  assert_int_equal (findings->len, 1);

  return scrutiny_finding_dup_statement (findings->pdata[0], NULL);
}

static void
says_what_differs (void **state)
{
  g_autofree char *all = dup_said (three, 1);
  g_autofree char *alone = dup_said (three + 1, 1);
  g_autofree char *one_of_two = dup_said (three, 2);
  g_autofree char *two_of_three = dup_said (three, 3);

  assert_string_equal (all, "The published figure comes out of the rows, to the printed digit.");
  assert_string_equal (alone,
                       "The published figure of May 2024 is not what the rows give: 80 from the "
                       "rows, 81 as published. Rows that were changed or added since would do "
                       "that, and so would another reading of the definition.");
  assert_string_equal (one_of_two,
                       "1 of the 2 published figures is not what the rows give; the latest is May "
                       "2024: 80 from the rows, 81 as published. Rows that were changed or added "
                       "since would do that, and so would another reading of the definition.");
  assert_string_equal (two_of_three,
                       "2 of the 3 published figures are not what the rows give; the latest is "
                       "July 2024: 90.2 from the rows, 90.3% as published. Rows that were changed "
                       "or added since would do that, and so would another reading of the "
                       "definition.");
}

static void
says_that_all_agree (void **state)
{
  const Published two[] = { { "2024-04", "90", 90 }, { "2024-05", "80.0", 80 } };
  g_autofree char *said = dup_said (two, 2);

  assert_string_equal (said, "The 2 published figures come out of the rows, to the printed digit.");
}

static void
asks_about_what_differs (void **state)
{
  g_autoptr (ScrutinySeries) ours = recomputed_new ();
  g_autoptr (ScrutinyTable) published = published_new (three, 3);
  g_autoptr (ScrutinyReconciliation) beside = scrutiny_reconciliation_new (published, ours, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (beside));
  ScrutinyFinding *finding = findings->pdata[0];
  g_autofree char *question = scrutiny_finding_dup_question (finding, NULL);
  g_autoptr (GVariant) facts = g_variant_ref (scrutiny_finding_get_facts (finding));
  double false_alarm = NAN;

  assert_string_equal (scrutiny_finding_get_id (finding), "recompute.differs");
  assert_string_equal (question, "What was counted for 90.3%, from which rows, on which day?");
  assert_true (g_variant_lookup (facts, "false_alarm", "d", &false_alarm));
  assert_near (false_alarm, 0, 0);
}

static void
cannot_tell_without_a_period_in_both (void **state)
{
  const Published before = { "2023-04", "90", 90 };
  g_autoptr (ScrutinySeries) ours = recomputed_new ();
  g_autoptr (ScrutinySeries) none = g_object_new (SCRUTINY_TYPE_SERIES, NULL);
  g_autoptr (ScrutinyTable) published = published_new (&before, 1);
  g_autoptr (ScrutinyReconciliation) beside = scrutiny_reconciliation_new (published, ours, NULL);
  g_autoptr (ScrutinyReconciliation) empty = scrutiny_reconciliation_new (published, none, NULL);

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (beside)),
                       "No published figure is of a period for which the rows give one; they go "
                       "from 2024-04 to 2024-09: ask for the rows of the periods that were "
                       "published.");
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (empty)),
                       "The rows give no figure for any period: ask for the rows of the periods "
                       "that were published.");
}

static void
cannot_tell_where_nothing_was_published (void **state)
{
  const Published gap = { "2024-04", "..", NAN };
  g_autoptr (ScrutinySeries) ours = recomputed_new ();
  g_autoptr (ScrutinyTable) published = published_new (&gap, 1);
  g_autoptr (ScrutinyReconciliation) beside = scrutiny_reconciliation_new (published, ours, NULL);

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (beside)),
                       "No published figures were given: ask for them by period.");
}

static void
writes_json (void **state)
{
  g_autoptr (ScrutinySeries) ours = recomputed_new ();
  g_autoptr (ScrutinyTable) published = published_new (three, 2);
  g_autoptr (ScrutinyReconciliation) beside = scrutiny_reconciliation_new (published, ours, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (beside));

  assert_non_null (strstr (json, "{\"schema\":\"scrutiny.recompute/1\",\"method\":{\"name\":"
                                 "\"recompute\",\"version\":\"1\","));
  assert_non_null (strstr (json, "\"cannot_tell\":null,\"n_compared\":2,\"n_agreeing\":1,\"rows\":["
                                 "{\"period\":\"2024-04\",\"published\":90,\"recomputed\":90,"
                                 "\"difference\":0,\"numerator\":90,\"denominator\":100,"
                                 "\"agrees\":true},"));
  assert_non_null (strstr (json, "\"findings\":[{\"id\":\"recompute.differs\""));
}

static void
refuses_what_is_no_table_of_figures (void **state)
{
  const Published window = { "soon", "90", 90 };
  g_autoptr (ScrutinySeries) ours = recomputed_new ();
  g_autoptr (ScrutinyTable) none = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) published = published_new (&window, 1);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_reconciliation_new (none, ours, &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_null (scrutiny_reconciliation_new (published, ours, &error));
  assert_string_equal (error->message,
                       "Published, row 1, column “period”: “soon” is not a period that stands by "
                       "itself, such as 2024-04 or 2024/25-Q1");
  assert_int_equal (scrutiny_error_get_row (error), 1);
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyReconciliation) bare = g_object_new (SCRUTINY_TYPE_RECONCILIATION, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_reconciliation_get_rows (bare)), 0);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)),
                       "No published figures were given: ask for them by period.");
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (gaps) + 8];
  size_t n = add_rows (tests, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);

  n += add_rows (tests + n, sums_only_what_is_whole, gaps, G_N_ELEMENTS (gaps), sizeof *gaps);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_what_differs);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_that_all_agree);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (asks_about_what_differs);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (cannot_tell_without_a_period_in_both);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (cannot_tell_where_nothing_was_published);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (writes_json);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_what_is_no_table_of_figures);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_valid_when_bare);

  return cmocka_run_group_tests_name ("records/reconciliation", tests, NULL, NULL);
}
