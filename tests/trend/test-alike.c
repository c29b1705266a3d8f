/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/trend.h>

#include "kernel/normal.h"
#include "kernel/random.h"
#include "support/near.h"
#include "trend/trend-reading.h"

#include <math.h>

#define N 120
#define N_SERIES 200

static ScrutinyFinding *
find (GPtrArray *findings, const char *id)
{
  for (guint k = 0; k < findings->len; k++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[k]), id))
      return findings->pdata[k];

  return NULL;
}

static GPtrArray *
dup_findings (ScrutinySeries *series)
{
  g_autoptr (ScrutinyTrend) trend = scrutiny_trend_new (series, NULL, NULL);

  assert_non_null (trend);

  return scrutiny_result_dup_findings (SCRUTINY_RESULT (trend));
}

static ScrutinySeries *
make_alike (guint64 *seed)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2010-01", N, NULL);
  double values[N], last = 0;

  for (guint i = 0; i < N; i++) {
    const double share = ((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52;

    last = 0.6 * last + 0.8 * kernel_normal_quantile (share);
    values[i] = 50 + last;
  }

  return scrutiny_series_new (months, values, N, NULL);
}

/* Counted by hand: every stretch that starts anywhere. */
static guint
longest_run (const double *values, double centre)
{
  guint longest = 0;

  for (guint i = 0; i < N; i++)
    for (guint k = i; k < N && (values[k] > centre) == (values[i] > centre); k++)
      longest = MAX (longest, k - i + 1);

  return longest;
}

/* Of figures around their average whose neighbours are alike, no rule of the chart is told,
 * and a run only if its chance is at most one in twenty.
 */
static void
tells_only_runs_long_even_for_them (void **state)
{
  guint64 seed = 4;
  guint n_alike = 0, n_told = 0;

  (void) state;
  for (guint k = 0; k < N_SERIES; k++) {
    g_autoptr (ScrutinySeries) series = make_alike (&seed);
    g_autoptr (GPtrArray) findings = dup_findings (series);
    const double *values = scrutiny_series_get_values (series, NULL);
    TrendReading reading;

    assert_true (trend_reading_init (&reading, series, NULL, NULL));
    if (reading.widening > 1 && !trend_reading_has_pieces (&reading) && !reading.is_adjusted) {
      const double centre =
          scrutiny_table_get_doubles (scrutiny_chart_get_points (reading.chart), "centre", NULL)[0];
      const double same = 0.5 + asin (reading.lag_one.r) / M_PI;
      const double expected = N * (1 - same) * pow (same, longest_run (values, centre) - 1.0);
      ScrutinyFinding *told = find (findings, "trend.one-side");

      assert_int_equal (told != NULL, 1 - exp (-expected) <= 0.05);
      assert_null (find (findings, "trend.beyond-limits"));
      assert_null (find (findings, "trend.ordinary"));
      assert_non_null (find (findings, "trend.dependence"));
      n_alike++;
      n_told += told != NULL;
    }
    trend_reading_clear (&reading);
  }
  assert_in_range (n_alike, N_SERIES / 2, N_SERIES);
  assert_in_range (n_told, 1, N_SERIES / 10);
}

static ScrutinySeries *
make_step (const char *first, guint n, double step)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, n, NULL);
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = 50 + (i * i % 7) / 3.0 + (i >= n / 2 ? step : 0);

  return scrutiny_series_new (timeline, values, n, NULL);
}

typedef struct {
  const char *label, *first;
  guint n;
  double step;
  gboolean is_told;
} Round;

static const Round rounds[] = {
  { "16 months with a step", "2022-01", 16, 12, TRUE },
  { "23 months with a step", "2022-01", 23, 12, TRUE },
  { "24 months with a step", "2022-01", 24, 12, FALSE },
  { "16 months without one", "2022-01", 16, 0, FALSE },
  { "16 years with a step", "2002", 16, 12, FALSE },
  { "16 quarters with a step", "2018-Q1", 16, 12, FALSE },
};

/* A change within less than two rounds of the season could be the season. */
static void
says_that_a_season_looks_alike (void **state)
{
  const Round *row = *state;
  g_autoptr (ScrutinySeries) series = make_step (row->first, row->n, row->step);
  g_autoptr (GPtrArray) findings = dup_findings (series);
  ScrutinyFinding *told = find (findings, "trend.one-round");

  assert_int_equal (told != NULL, row->is_told);
  if (!told || row->n != 16)
    return;
  g_autofree char *said = scrutiny_finding_dup_statement (told, "en");
  assert_string_equal (said, "16 months are less than twice round a season of 12 months, so a "
                             "season alone could look like any change told here.");
}

int
main (void)
{
  struct CMUnitTest tests[1 + G_N_ELEMENTS (rounds)] = {
    cmocka_unit_test (tells_only_runs_long_even_for_them),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rounds); i++)
    tests[1 + i] = (struct CMUnitTest){ .name = rounds[i].label,
                                        .test_func = says_that_a_season_looks_alike,
                                        .initial_state = (void *) &rounds[i] };

  return cmocka_run_group_tests_name ("trend/alike", tests, NULL, NULL);
}
