/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/finding.h>
#include <scrutiny/result.h>
#include <scrutiny/trend.h>

#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"
#include "trend/one-step.h"

#include <string.h>

#define N 36

/* Three years of noise with a season and a step, and what is to be said of them. */
static const struct story {
  const char *label;
  double season, step;
  gsize at;
  gboolean is_seasonal;
  const char *said; /* NULL: no step */
} stories[] = {
  { "a step after two years", 0, 8, 24, FALSE, "In January 2003 the figure rose" },
  { "a step beside a season", 5, 8, 24, TRUE, "In January 2003 the figure rose" },
  { "a step down beside it", 5, -8, 20, TRUE, "In September 2002 the figure fell" },
  { "a season alone", 5, 0, 24, TRUE, NULL },
  { "nothing", 0, 0, 24, FALSE, NULL },
};

static char *
dup_said (ScrutinyTrend *trend, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (trend));

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      return scrutiny_finding_dup_statement (findings->pdata[i], NULL);

  return NULL;
}

static void
tells_a_step_from_a_season (void **state)
{
  const struct story *row = *state;
  double values[N];
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2001-01", N, NULL);
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (ScrutinyTrend) trend = NULL;
  g_autofree char *shift = NULL, *season = NULL;
  const double *trends;
  uint64_t seed = 8;

  kernel_random_normal (&seed, N, values);
  for (gsize i = 0; i < N; i++)
    values[i] += 50 + row->season * ((i * 5 % 12) / 6.0 - 1) + (i >= row->at ? row->step : 0);
  series = scrutiny_series_new (months, values, N, NULL);
  trend = scrutiny_trend_new (series, NULL, NULL);
  shift = dup_said (trend, "trend.shift");
  season = dup_said (trend, "trend.season");
  assert_int_equal (season != NULL, row->is_seasonal);
  trends = scrutiny_table_get_doubles (scrutiny_trend_get_season (trend), "trend", NULL);
  assert_near (trends[N - 1] - trends[0], row->step, 2);
  if (!row->said) {
    assert_null (shift);
    return;
  }
  assert_non_null (shift);
  assert_true (g_str_has_prefix (shift, row->said));
}

static void
takes_a_step_off (void **state)
{
  const double values[] = { 1, 2, NAN, 3, 12, NAN, 13, 14 };
  const double left[] = { 1, 2, 0, 1, 2, 3, 4, 1 };
  const double most[] = { 0, 1, 2, 2, 3, 4 }, more[] = { 0, 1, 2, 1, 2, 3 };
  double without[8];
  OneStep step;

  (void) state;
  assert_true (one_step_find (8, values, &step));
  assert_int_equal (step.at, 4);
  assert_near (step.size, 11, 1e-12);
  one_step_take_off (&step, 8, values, without);
  assert_near (without[3], 3, 0);
  assert_near (without[4], 1, 1e-12);
  assert_near (without[5], NAN, 0);
  assert_near (without[7], 3, 1e-12);
  assert_false (one_step_find (5, values, &step));
  assert_true (one_step_find (6, most, &step));
  assert_false (one_step_find (6, more, &step));
  assert_false (one_step_is_there (8, left, left));
}

/* Of 36 values what is left must be less than exp (-6 log (36) / 36) = 0.550 times as much. */
static void
knows_when_one_is_there (void **state)
{
  double left[N], without[N];

  (void) state;
  for (gsize i = 0; i < N; i++) {
    left[i] = i % 2 ? 1 : -1;
    without[i] = left[i] * sqrt (0.545);
  }
  assert_true (one_step_is_there (N, left, without));
  for (gsize i = 0; i < N; i++)
    without[i] = left[i] * sqrt (0.555);
  assert_false (one_step_is_there (N, left, without));
}

int
main (void)
{
  struct CMUnitTest tests[2 + G_N_ELEMENTS (stories)] = {
    cmocka_unit_test (takes_a_step_off),
    cmocka_unit_test (knows_when_one_is_there),
  };

  add_rows (tests + 2, tells_a_step_from_a_season, stories, G_N_ELEMENTS (stories),
            sizeof *stories);

  return cmocka_run_group_tests_name ("trend/one-step", tests, NULL, NULL);
}
