/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/drift.h>

#include <scrutiny/error.h>
#include <scrutiny/finding.h>

#include "support/near.h"
#include "support/rows.h"

#include <math.h>
#include <string.h>

#define MOST 24

static ScrutinySeries *
series_new (const char *first, const double *numerators, const double *denominators, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, n, NULL);

  return scrutiny_series_new_ratio (timeline, numerators, n, denominators, n, 1000, NULL);
}

static char *
dup_said (ScrutinyDrift *drift)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (drift));

  assert_int_equal (findings->len, 1);

  return scrutiny_finding_dup_statement (findings->pdata[0], NULL);
}

/* By hand: two years; in the first repairs went up by 12%, homes counted down by 9%. */
static const struct known {
  const char *label;
  double x0, n0, x1, n1;
  double numerator_part, denominator_part;
  const char *statement;
} known[] = {
  { "up over down", 100, 1000, 112, 910, 12.593406593406593, 10.483516483516484,
    "Compared with 2022, in 2023 the figure rose by 23.1%: what is counted rose by 12.0%, what it "
    "is out of "
    "fell by 9.0%. Of the move 55% comes of the first and 45% of the second." },
  { "opposite ways", 100, 1000, 110, 1250, 9, -21,
    "Compared with 2022, in 2023 the figure fell by 12.0%: what is counted rose by 10.0%, what it "
    "is out of "
    "rose by 25.0%. Alone, the first would have it rise by 10.0%, the second fall by 20.0%." },
  { "only what it is out of", 100, 1000, 100, 800, 0, 25,
    "Compared with 2022, in 2023 the figure rose by 25.0%: what is counted stayed as it was, what "
    "it is out "
    "of fell by 20.0%. Of the move 0% comes of the first and 100% of the second." },
  { "nothing moved", 100, 1000, 100, 1000, 0, 0,
    "Compared with 2022, in 2023 the figure stayed as it was: what is counted stayed as it was, "
    "what it is "
    "out of stayed as it was." },
  { "both alike", 100, 1000, 120, 1200, 18.333333333333332, -18.333333333333332,
    "Compared with 2022, in 2023 the figure stayed as it was: what is counted rose by 20.0%, what "
    "it is out "
    "of rose by 20.0%. Alone, the first would have it rise by 20.0%, the second fall by 16.7%." },
  { "from nothing", 0, 100, 10, 200, 75, -25,
    "Compared with 2022, in 2023 the figure went from 0.0 to 50.0: 75.0 of it comes of what is "
    "counted, "
    "-25.0 of what it is out of." },
};

static void
splits (void **state)
{
  const struct known *row = *state;
  const double numerators[] = { row->x0, row->x1 }, denominators[] = { row->n0, row->n1 };
  g_autoptr (ScrutinySeries) series = series_new ("2022", numerators, denominators, 2);
  g_autoptr (ScrutinyDrift) drift = scrutiny_drift_new (series, NULL, NULL, NULL);
  g_autofree char *said = NULL;

  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (drift)));
  said = dup_said (drift);
  assert_string_equal (said, row->statement);
  assert_near (scrutiny_drift_get_numerator_part (drift), row->numerator_part, 1e-12);
  assert_near (scrutiny_drift_get_denominator_part (drift), row->denominator_part, 1e-12);
  assert_near (scrutiny_drift_get_numerator_part (drift) +
                   scrutiny_drift_get_denominator_part (drift),
               scrutiny_drift_get_after (drift) - scrutiny_drift_get_before (drift), 1e-12);
  assert_near (scrutiny_drift_get_denominator_log (drift),
               row->x0 > 0 ? -log (row->n1 / row->n0) : NAN, 1e-15);
}

/* 24 months: 10 of 100 in the first year and 12 of 120 in the second, but for the last. */
static ScrutinySeries *
months_new (guint n_missing)
{
  double numerators[MOST], denominators[MOST];

  for (guint i = 0; i < MOST; i++) {
    numerators[i] = i < n_missing ? NAN : i < 12 ? 10 : i < 23 ? 12 : 36;
    denominators[i] = i < n_missing ? NAN : i < 12 ? 100 : 120;
  }

  return series_new ("2022-04", numerators, denominators, MOST);
}

static void
sets_year_beside_year (void **state)
{
  g_autoptr (ScrutinySeries) series = months_new (0);
  g_autoptr (ScrutinyDrift) drift = scrutiny_drift_new (series, NULL, NULL, NULL);
  g_autofree char *said = dup_said (drift);

  assert_near (scrutiny_drift_get_before (drift), 100, 1e-12);
  assert_near (scrutiny_drift_get_after (drift), 1000 * (11 * 12 + 36) / (12 * 120.0), 1e-12);
  assert_non_null (
      strstr (said, "Compared with April 2022 to March 2023, in April 2023 to March 2024"));
}

/* Each month of one year beside that of the other: a season they share is no scatter. */
static void
tells_what_scatter_does (void **state)
{
  static const double season[] = { 40, 60, 80, 100 };
  double counted[MOST], steady[MOST], clustered[MOST];

  for (guint i = 0; i < MOST; i++) {
    counted[i] = 10;
    steady[i] = season[i % 4] * (i < 12 ? 1 : 0.8);
    clustered[i] = (i % 2 ? 130 : 30) * (i < 12 ? 1 : i % 4 < 2 ? 0.5 : 1.1);
  }
  g_autoptr (ScrutinySeries) one = series_new ("2022-04", counted, steady, MOST);
  g_autoptr (ScrutinySeries) other = series_new ("2022-04", counted, clustered, MOST);
  g_autoptr (ScrutinyDrift) drift = scrutiny_drift_new (one, NULL, NULL, NULL);
  g_autoptr (ScrutinyDrift) wild = scrutiny_drift_new (other, NULL, NULL, NULL);
  g_autoptr (ScrutinyDrift) uneven = scrutiny_drift_new (one, "2022-04..2022-09", "2023-04", NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (uneven));

  (void) state;
  assert_near (scrutiny_drift_get_dispersion (drift), 1, 0);
  /* log 0.8 over √(1/840 + 1/672) is -4.31: Student's t with 7 degrees, by SciPy */
  assert_near (scrutiny_drift_get_chance (drift), 0.0035164440950654543, 1e-12);
  assert_true (scrutiny_drift_get_dispersion (wild) > 2);
  assert_true (scrutiny_drift_get_chance (wild) > 0.01);
  assert_true (isnan (scrutiny_drift_get_chance (uneven)));
  assert_non_null (strstr (json, "\"dispersion\":null,\"chance\":null,\"findings\""));
}

/* What is not known makes a span no smaller. */
static void
averages_what_is_known (void **state)
{
  g_autoptr (ScrutinySeries) series = months_new (11);
  g_autoptr (ScrutinyDrift) drift = scrutiny_drift_new (series, NULL, NULL, NULL);

  assert_near (scrutiny_drift_get_before (drift), 100, 1e-12);
  assert_near (scrutiny_drift_get_denominator_log (drift), -log (1.2), 1e-15);
}

/* A year and a half is not two: the last month that is known beside the first. */
static void
sets_last_beside_first (void **state)
{
  double numerators[18], denominators[18];

  for (guint i = 0; i < 18; i++) {
    numerators[i] = i == 0 || i == 17 ? NAN : 10 + i;
    denominators[i] = i == 0 || i == 17 ? NAN : 100;
  }
  g_autoptr (ScrutinySeries) series = series_new ("2022-04", numerators, denominators, 18);
  g_autoptr (ScrutinyDrift) drift = scrutiny_drift_new (series, NULL, NULL, NULL);

  assert_near (scrutiny_drift_get_before (drift), 110, 1e-12);
  assert_near (scrutiny_drift_get_after (drift), 260, 1e-12);
}

static void
looks_where_it_is_told (void **state)
{
  g_autoptr (ScrutinySeries) series = months_new (0);
  g_autoptr (ScrutinyDrift) drift =
      scrutiny_drift_new (series, "2022-04..2022-06", "2024-03", NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (drift));

  assert_near (scrutiny_drift_get_after (drift), 300, 1e-12);
  assert_near (scrutiny_drift_get_numerator_log (drift), log (3.6), 1e-15);
  assert_non_null (strstr (json, "\"periods\":\"2022-04..2022-06\",\"n_counted\":3"));
  assert_non_null (strstr (json, "\"after\":\"2024-03\""));
}

static const struct refused {
  const char *label, *before, *after;
  int code;
} refused[] = {
  { "only one span", "2022-04", NULL, SCRUTINY_ERROR_MISMATCH },
  { "not there", "2012-04", "2022-05", SCRUTINY_ERROR_NOT_FOUND },
  { "no period", "2022-04", "lately", SCRUTINY_ERROR_UNREADABLE },
  { "the wrong way round", "2022-05", "2022-04", SCRUTINY_ERROR_OUT_OF_RANGE },
  { "one in the other", "2022-04..2022-06", "2022-06..2022-08", SCRUTINY_ERROR_OUT_OF_RANGE },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinySeries) series = months_new (0);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_drift_new (series, row->before, row->after, &error));
  assert_non_null (error);
  assert_int_equal (error->code, row->code);
}

static void
cannot_tell (void **state)
{
  static const double values[] = { 1, 2, 3 }, some[] = { 1, NAN, NAN }, of[] = { 10, NAN, NAN };
  static const double nothing[] = { 0, 5, 0 }, of_nothing[] = { 0, 5, 0 };
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2022-04", 3, NULL);
  g_autoptr (ScrutinySeries) plain = scrutiny_series_new (timeline, values, 3, NULL);
  g_autoptr (ScrutinySeries) one = series_new ("2022-04", some, of, 3);
  g_autoptr (ScrutinySeries) empty = series_new ("2022-04", nothing, of_nothing, 3);
  g_autoptr (ScrutinySeries) bare = g_object_new (SCRUTINY_TYPE_SERIES, NULL);
  ScrutinySeries *const all[] = { plain, one, empty, bare };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    g_autoptr (ScrutinyDrift) drift = scrutiny_drift_new (all[i], NULL, NULL, NULL);
    g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (drift));

    assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (drift)));
    assert_int_equal (findings->len, 0);
    assert_true (isnan (scrutiny_drift_get_numerator_part (drift)));
  }
}

static void
refuses_windows (void **state)
{
  static const char *const texts[] = { "12 months to March 2023", "12 months to April 2023", NULL };
  static const double numerators[] = { 1, 2 }, denominators[] = { 10, 11 };
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (texts, NULL);
  g_autoptr (ScrutinySeries) series =
      scrutiny_series_new_ratio (timeline, numerators, 2, denominators, 2, 1, NULL);
  g_autoptr (ScrutinyDrift) drift = scrutiny_drift_new (series, NULL, NULL, NULL);

  assert_non_null (strstr (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (drift)), "rolling"));
}

static void
is_empty_when_bare (void **state)
{
  g_autoptr (ScrutinyDrift) bare = g_object_new (SCRUTINY_TYPE_DRIFT, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_non_null (strstr (json, "\"part\":null"));
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    { "sets year beside year", sets_year_beside_year, NULL, NULL, NULL },
    { "tells what scatter does", tells_what_scatter_does, NULL, NULL, NULL },
    { "averages what is known", averages_what_is_known, NULL, NULL, NULL },
    { "sets last beside first", sets_last_beside_first, NULL, NULL, NULL },
    { "looks where it is told", looks_where_it_is_told, NULL, NULL, NULL },
    { "cannot tell", cannot_tell, NULL, NULL, NULL },
    { "refuses windows", refuses_windows, NULL, NULL, NULL },
    { "is empty when bare", is_empty_when_bare, NULL, NULL, NULL },
  };
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (refused) + G_N_ELEMENTS (others)];
  size_t n = add_rows (tests, splits, known, G_N_ELEMENTS (known), sizeof *known);

  n += add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  memcpy (tests + n, others, sizeof others);

  return cmocka_run_group_tests_name ("challenge/drift", tests, NULL, NULL);
}
