/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/dossier-builder.h>

#include "support/near.h"

static ScrutinyDossier *
dossier_of (ScrutinySeries *series, ScrutinyTable *published)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();

  scrutiny_dossier_builder_add_indicator (builder, "a", "A");
  if (series)
    scrutiny_dossier_builder_set_series (builder, "a", series);
  if (published)
    scrutiny_dossier_builder_set_published (builder, "a", published);

  return scrutiny_dossier_builder_end (builder, NULL);
}

static ScrutinySeries *
ratio (void)
{
  const double met[] = { 61, 58 }, closed[] = { 88, 83 };
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2023-04", 2, NULL);

  return scrutiny_series_new_ratio (months, met, 2, closed, 2, 100, NULL);
}

static void
gives_the_series_where_nothing_was_published (void **state)
{
  g_autoptr (ScrutinySeries) series = ratio ();
  g_autoptr (ScrutinyDossier) dossier = dossier_of (series, NULL);
  g_autoptr (ScrutinyTable) figures =
      scrutiny_indicator_dup_figures (scrutiny_dossier_get_indicator (dossier, 0));

  assert_string_equal (scrutiny_table_get_texts (figures, "period")[1], "2023-05");
  assert_near (scrutiny_table_get_doubles (figures, "value", NULL)[0], 6100.0 / 88, 1e-12);
  assert_near (scrutiny_table_get_doubles (figures, "numerator", NULL)[1], 58, 0);
  assert_near (scrutiny_table_get_doubles (figures, "denominator", NULL)[1], 83, 0);
}

static void
gives_what_was_published_first (void **state)
{
  g_autoptr (ScrutinySeries) series = ratio ();
  g_autoptr (ScrutinyTable) published = scrutiny_table_new ();
  g_autoptr (ScrutinyDossier) dossier = dossier_of (series, published);
  g_autoptr (ScrutinyTable) figures =
      scrutiny_indicator_dup_figures (scrutiny_dossier_get_indicator (dossier, 0));

  assert_ptr_equal (figures, published);
}

static void
gives_nothing_of_nothing (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = dossier_of (NULL, NULL);
  g_autoptr (ScrutinyIndicator) bare = g_object_new (SCRUTINY_TYPE_INDICATOR, NULL);

  assert_null (scrutiny_indicator_dup_figures (scrutiny_dossier_get_indicator (dossier, 0)));
  assert_null (scrutiny_indicator_dup_figures (bare));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_the_series_where_nothing_was_published),
    cmocka_unit_test (gives_what_was_published_first),
    cmocka_unit_test (gives_nothing_of_nothing),
  };

  return cmocka_run_group_tests_name ("indicator/figures", tests, NULL, NULL);
}
