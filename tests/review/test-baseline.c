/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/baseline.h"
#include "support/rows.h"

#include <math.h>

#define MOST 40

/* Twelve months between 49 and 51, mean move 2, and 60 to 62 from then on; no month is high every
 * year.
 */
static double
value_of (gsize i, gsize shifts_at)
{
  return (i < shifts_at ? 50 : 61) + ((i + i / 12) % 2 ? 1 : -1);
}

static const struct known {
  const char *label, *first;
  gsize n, shifts_at, missing; /* 0: none */
  gint64 n_later, n_above;     /* 0: nothing is said */
} known[] = {
  { "a year after a year", "2023-04", 24, 12, 0, 12, 12 },
  { "a later shift", "2023-04", 36, 20, 0, 24, 16 },
  { "eight months are enough", "2023-04", 20, 12, 0, 8, 8 },
  { "seven are not", "2023-04", 19, 12, 0, 0, 0 },
  { "a later month without a value", "2023-04", 24, 12, 15, 11, 11 },
  { "a month of the baseline without one", "2023-04", 24, 12, 5, 0, 0 },
  { "no shift", "2023-04", 24, 24, 0, 0, 0 },
  { "quarters", "2018-Q1", 24, 12, 0, 0, 0 },
};

static gint64
fact (ScrutinyFinding *finding, const char *name)
{
  gint64 value = -1;

  g_variant_lookup (scrutiny_finding_get_facts (finding), name, "x", &value);

  return value;
}

static double
number (ScrutinyFinding *finding, const char *name)
{
  double value = NAN;

  g_variant_lookup (scrutiny_finding_get_facts (finding), name, "d", &value);

  return value;
}

static ScrutinyFinding *
look (const struct known *row)
{
  double values[MOST];

  for (gsize i = 0; i < row->n; i++)
    values[i] = row->missing > 0 && i == row->missing ? NAN : value_of (i, row->shifts_at);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (row->first, row->n, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, row->n, NULL);
  g_autoptr (ScrutinyTrend) trend = scrutiny_trend_new (series, NULL, NULL);

  return baseline_find (trend);
}

/* 2.658681 times the mean move either side of the mean: 44.7 and 55.3. */
static void
counts_the_months_since (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyFinding) finding = look (row);

  if (row->n_later == 0) {
    assert_null (finding);
    return;
  }
  assert_non_null (finding);
  assert_int_equal (fact (finding, "n_later"), row->n_later);
  assert_int_equal (fact (finding, "n_above"), row->n_above);
  assert_int_equal (fact (finding, "n_below"), 0);
  assert_near (number (finding, "centre"), 50, 1e-12);
  assert_near (number (finding, "lower"), 50 - 2 * 2.658681, 1e-5);
  assert_near (number (finding, "upper"), 50 + 2 * 2.658681, 1e-5);
}

static void
says_so_in_words (void **state)
{
  g_autoptr (ScrutinyFinding) finding = look (&known[0]);
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, NULL);

  assert_string_equal (scrutiny_finding_get_id (finding), "trend.baseline");
  assert_string_equal (scrutiny_method_get_id (scrutiny_finding_get_method (finding)), "chart");
  assert_string_equal (statement,
                       "On an XmR chart with the first 12 months as baseline the average is 50.0 "
                       "and the limits are 44.7 and 55.3; of the 12 months since, 12 lie above and "
                       "0 below them. On the xmr chart that is chosen without a baseline, one line "
                       "for all months, the average is 55.5 and the limits of the latest month are "
                       "49.1 and 61.9.");
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 1] = { cmocka_unit_test (says_so_in_words) };

  add_rows (tests + 1, counts_the_months_since, known, G_N_ELEMENTS (known), sizeof *known);

  return cmocka_run_group_tests_name ("review/baseline", tests, NULL, NULL);
}
