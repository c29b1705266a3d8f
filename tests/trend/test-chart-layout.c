/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>
#include <scrutiny/error.h>

#include "support/near.h"
#include "support/rows.h"

#define N 36
#define FIRST "2021-01"

/* Where each phase starts, and its baseline: in the middle of it, at its start, and none. */
static const char *const phases[] = { "2022-01", "2023-01", NULL };
static const char *const baselines = "2021-03..2021-11, 2022-01..2022-09";
static const char *const own[] = { "2021-03..2021-11", "2022-01..2022-09", NULL };
static const char *const excluded[] = { "2021-05", "2022-04", "2023-06", NULL };

static double
value_at (guint i)
{
  return 10 + 8 * (i / 12) + (i * 7 % 5) + (i % 3 == 0 ? 2 : 0);
}

static ScrutinySeries *
series_of (guint first, guint n, gboolean is_ratio)
{
  ScrutinyTimeline *whole = scrutiny_timeline_new (FIRST, N, NULL);
  g_autofree char *start = scrutiny_timeline_dup_text (whole, first);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (start, n, NULL);
  double values[N], totals[N];

  g_object_unref (whole);
  for (guint i = 0; i < n; i++) {
    values[i] = value_at (first + i);
    totals[i] = 100 + (first + i) * 11 % 37;
  }

  return is_ratio ? scrutiny_series_new_ratio (timeline, values, n, totals, n, 100, NULL)
                  : scrutiny_series_new (timeline, values, n, NULL);
}

static ScrutinyChart *
draw (ScrutinySeries *series,
      const char *kind_name,
      const char *baseline,
      const char *const *starts,
      const char *const *left_out,
      GError **error)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  ScrutinyChartKind kind;

  assert_true (scrutiny_chart_kind_from_name (kind_name, &kind));
  scrutiny_chart_options_set_kind (options, kind);
  scrutiny_chart_options_set_baseline (options, baseline);
  scrutiny_chart_options_set_phases (options, starts);
  scrutiny_chart_options_set_excluded (options, left_out);

  return scrutiny_chart_new (series, options, error);
}

static const struct kind {
  const char *label;
  gboolean is_ratio;
} kinds[] = {
  { "run", FALSE },  { "xmr", FALSE },     { "mr", FALSE }, { "i-prime", TRUE },
  { "p", TRUE },     { "p-prime", TRUE },  { "u", TRUE },   { "u-prime", TRUE },
  { "c", FALSE },    { "c-prime", FALSE }, { "g", FALSE },  { "t", FALSE },
  { "ewma", FALSE }, { "cusum", FALSE },
};

static void
assert_same_lines (ScrutinyChart *whole, guint offset, ScrutinyChart *part, guint n)
{
  static const char *const columns[] = { "value", "centre", "lower", "upper", "used", "excluded" };

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++) {
    const double *of_whole =
        scrutiny_table_get_doubles (scrutiny_chart_get_points (whole), columns[c], NULL);
    const double *of_part =
        scrutiny_table_get_doubles (scrutiny_chart_get_points (part), columns[c], NULL);

    for (guint i = 0; i < n; i++)
      assert_near (of_whole[offset + i], of_part[i], 0);
  }
}

/* Baselines, phases and exclusions together are a chart of each phase on its own, with its
 * own baseline: none of them cancels another, for any kind.
 */
static void
each_phase_is_its_own_chart (void **state)
{
  const struct kind *kind = *state;
  g_autoptr (ScrutinySeries) series = series_of (0, N, kind->is_ratio);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyChart) whole = draw (series, kind->label, baselines, phases, excluded, &error);

  assert_null (error);
  for (guint k = 0; k < 3; k++) {
    const char *const left_out[] = { excluded[k], NULL };
    g_autoptr (ScrutinySeries) part = series_of (12 * k, 12, kind->is_ratio);
    g_autoptr (ScrutinyChart) alone = draw (part, kind->label, own[k], NULL, left_out, &error);

    assert_null (error);
    assert_same_lines (whole, 12 * k, alone, 12);
  }
}

/* Frozen on the first months of each phase: what comes later does not move the lines. */
static void
freezes_each_phase_by_itself (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of (0, N, FALSE);
  g_autoptr (ScrutinyChart) frozen = draw (series, "xmr", baselines, phases, NULL, NULL);
  g_autoptr (ScrutinyChart) free = draw (series, "xmr", NULL, phases, NULL, NULL);
  ScrutinyTable *table = scrutiny_chart_get_phases (frozen);
  const double *n_used = scrutiny_table_get_doubles (table, "n_used", NULL);
  const double *upper =
      scrutiny_table_get_doubles (scrutiny_chart_get_points (frozen), "upper", NULL);
  const double *of_free =
      scrutiny_table_get_doubles (scrutiny_chart_get_points (free), "upper", NULL);

  (void) state;
  assert_near (n_used[0], 9, 0);
  assert_near (n_used[1], 9, 0);
  assert_near (n_used[2], 12, 0);
  assert_true (upper[0] != of_free[0]);
  assert_true (upper[12] != of_free[12]);
  assert_near (upper[24], of_free[24], 0);
}

/* An open end is that of the phase. */
static void
an_open_end_is_that_of_the_phase (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of (0, N, FALSE);
  g_autoptr (ScrutinyChart) open = draw (series, "xmr", "2021-03..,2022-04..", phases, NULL, NULL);
  g_autoptr (ScrutinyChart) closed =
      draw (series, "xmr", "2021-03..2021-12,2022-04..2022-12", phases, NULL, NULL);

  (void) state;
  assert_same_lines (open, 0, closed, N);
}

static const struct wrong {
  const char *label;
  const char *baseline;
  int code;
  const char *message;
} wrong[] = {
  { "two in one", "2021-01..2021-09,2021-03..2021-11", SCRUTINY_ERROR_MISMATCH,
    "Baseline: “2021-03..2021-11” is a second one in the phase that starts with 2021-01; each "
    "phase may have one, which lies inside it" },
  { "across two", "2022-01..2022-09,2021-10..2022-03", SCRUTINY_ERROR_MISMATCH,
    "Baseline: “2021-10..2022-03” reaches into the phase that starts with 2022-01; each phase may "
    "have one, which lies inside it" },
  { "not there", "2021-01..2021-09,2019-01..2019-09", SCRUTINY_ERROR_NOT_FOUND, NULL },
  { "backwards", "2021-01..2021-09,2022-09..2022-01", SCRUTINY_ERROR_OUT_OF_RANGE,
    "Baseline: “2022-09..2022-01” ends before it starts; write the earlier period first" },
};

static void
refuses (void **state)
{
  const struct wrong *row = *state;
  g_autoptr (ScrutinySeries) series = series_of (0, N, FALSE);
  g_autoptr (GError) error = NULL;

  assert_null (draw (series, "xmr", row->baseline, phases, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, row->code));
  if (row->message)
    assert_string_equal (error->message, row->message);
}

#define N_PLAIN 2

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (kinds) + G_N_ELEMENTS (wrong) + N_PLAIN] = {
    cmocka_unit_test (freezes_each_phase_by_itself),
    cmocka_unit_test (an_open_end_is_that_of_the_phase),
  };

  add_rows (tests + N_PLAIN, each_phase_is_its_own_chart, kinds, G_N_ELEMENTS (kinds),
            sizeof *kinds);
  add_rows (tests + N_PLAIN + G_N_ELEMENTS (kinds), refuses, wrong, G_N_ELEMENTS (wrong),
            sizeof *wrong);

  return cmocka_run_group_tests_name ("trend/chart-layout", tests, NULL, NULL);
}
