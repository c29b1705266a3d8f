/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/histories.h"

#include <scrutiny/chart.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/trend.h>

#include "review/baseline.h"
#include "support/near.h"

#include <string.h>

#define N_FIGURES 40

/* Of figure @k: how many months, and a few that have none, do not move or rise. */
static gsize
n_months_of (guint k)
{
  return k % 10 == 0 ? 0 : 4 + 7 * (k % 9);
}

static double
value_of (guint k, gsize i)
{
  return k % 10 == 1 ? 5 : 50 + (double) ((i * i * 7 + k * 13 + i * 5) % 23) + (i > 30 ? 20 : 0);
}

static ScrutinyDossier *
make_dossier (void)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();

  for (guint k = 0; k < N_FIGURES; k++) {
    const gsize n = n_months_of (k);
    g_autofree char *id = g_strdup_printf ("f%u", k);
    g_autofree double *values = g_new (double, n + 1);

    scrutiny_dossier_builder_add_indicator (builder, id, id);
    for (gsize i = 0; i < n; i++)
      values[i] = value_of (k, i);
    if (n == 0)
      continue;
    g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2019-01", n, NULL);
    g_autoptr (ScrutinySeries) series = scrutiny_series_new (months, values, n, NULL);
    scrutiny_dossier_builder_set_series (builder, id, series);
  }

  return scrutiny_dossier_builder_end (builder, NULL);
}

static ScrutinySeries *
series_at (ScrutinyDossier *dossier, guint k)
{
  return scrutiny_indicator_get_series (scrutiny_dossier_get_indicator (dossier, k));
}

static void
is_what_one_gives_alone (ScrutinyDossier *dossier, Histories *histories, guint k)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (ScrutinyResult) got = histories_take (histories, k, &findings);

  if (n_months_of (k) == 0) {
    assert_null (got);
    assert_null (findings);
    return;
  }

  g_autoptr (ScrutinyResult) want = histories_read (series_at (dossier, k), NULL);
  g_autoptr (GPtrArray) said = scrutiny_result_dup_findings (want);
  g_autofree char *json = scrutiny_result_dup_json (got);
  g_autofree char *wanted = scrutiny_result_dup_json (want);
  assert_string_equal (json, wanted);
  g_autoptr (ScrutinyFinding) baseline =
      SCRUTINY_IS_TREND (want) ? baseline_find (SCRUTINY_TREND (want)) : NULL;
  assert_int_equal (findings->len, said->len + (baseline != NULL));
}

/* GLib makes a class when it is first used, under a lock that ThreadSanitizer cannot see. */
static void
make_classes (void)
{
  g_autoptr (ScrutinyDossier) dossier = make_dossier ();

  for (guint k = 0; k < N_FIGURES; k++) {
    if (n_months_of (k) == 0)
      continue;
    g_autoptr (ScrutinyResult) one = histories_read (series_at (dossier, k), NULL);
    g_autoptr (GPtrArray) said = scrutiny_result_dup_findings (one);
  }
}

/* Whoever reads a history and in whatever order they are taken. */
static void
gives_the_same_as_alone (void **state)
{
  make_classes ();
  for (guint order = 0; order < 3; order++) {
    g_autoptr (ScrutinyDossier) dossier = make_dossier ();
    g_autoptr (Histories) histories = histories_new (dossier);

    for (guint i = 0; i < N_FIGURES; i++)
      is_what_one_gives_alone (dossier, histories,
                               order == 0   ? i
                               : order == 1 ? N_FIGURES - 1 - i
                                            : i * 7 % N_FIGURES);
  }
}

static void
gives_each_once (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = make_dossier ();
  g_autoptr (Histories) histories = histories_new (dossier);
  g_autoptr (GPtrArray) findings = NULL, none = NULL;
  g_autoptr (ScrutinyResult) first = histories_take (histories, 3, &findings);
  g_autoptr (ScrutinyResult) second = histories_take (histories, 3, &none);

  assert_non_null (first);
  assert_null (second);
  assert_null (none);
}

/* Nobody has to wait for what nobody takes. */
static void
ends_when_it_is_dropped (void **state)
{
  for (guint i = 0; i < 20; i++) {
    g_autoptr (ScrutinyDossier) dossier = make_dossier ();
    g_autoptr (Histories) histories = histories_new (dossier);
    g_autoptr (GPtrArray) findings = NULL;
    g_autoptr (ScrutinyResult) one = histories_take (histories, i + 1, &findings);
  }
}

static const struct row {
  const char *label;
  guint n;
  double step; /* from one value to the next */
  gboolean is_reading;
} rows[] = {
  { "a chart of 11 values", 11, 1, FALSE },
  { "a reading of 12 values", 12, 1, TRUE },
  { "a chart of values that never move", 40, 0, FALSE },
  { "a reading of many", 40, -1, TRUE },
};

static void
reads_as_much_as_there_is (void **state)
{
  const struct row *row = *state;
  g_autofree double *values = g_new (double, row->n);
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2019-01", row->n, NULL);

  for (guint i = 0; i < row->n; i++)
    values[i] = 50 + row->step * (double) (i * 7 % 11);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (months, values, row->n, NULL);
  g_autoptr (ScrutinyResult) result = histories_read (series, NULL);

  assert_int_equal (SCRUTINY_IS_TREND (result), row->is_reading);
  assert_int_equal (SCRUTINY_IS_CHART (result), !row->is_reading);
}

int
main (void)
{
  struct CMUnitTest tests[3 + G_N_ELEMENTS (rows)] = {
    cmocka_unit_test (gives_the_same_as_alone),
    cmocka_unit_test (gives_each_once),
    cmocka_unit_test (ends_when_it_is_dropped),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tests[3 + i] = (struct CMUnitTest){ .name = rows[i].label,
                                        .test_func = reads_as_much_as_there_is,
                                        .initial_state = (void *) &rows[i] };

  return cmocka_run_group_tests_name ("review/histories", tests, NULL, NULL);
}
