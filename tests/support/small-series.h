/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart-options.h>
#include <scrutiny/series.h>

#include "support/near.h"

/* 24 values that nothing stands out of by any rule set. */
static const double QUIET[] = { 50, 54, 47, 52, 49, 53, 48, 51, 46, 52, 50, 47,
                                53, 49, 51, 48, 54, 50, 47, 52, 49, 53, 48, 51 };
#define N_QUIET G_N_ELEMENTS (QUIET)

static inline ScrutinySeries *
series_of (const char *first, const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, n, NULL);
  ScrutinySeries *series = scrutiny_series_new (timeline, values, n, NULL);

  assert_non_null (series);

  return series;
}

static inline ScrutinySeries *
series_at (const char *const *periods, const double *values)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (periods, &error);

  if (error)
    print_error ("%s\n", error->message);
  assert_null (error);

  return scrutiny_series_new (timeline, values, g_strv_length ((char **) periods), NULL);
}

static inline ScrutinySeries *
ratio_of (const char *first, const double *above, const double *below, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, n, NULL);
  g_autoptr (GError) error = NULL;
  ScrutinySeries *series = scrutiny_series_new_ratio (timeline, above, n, below, n, 100, &error);

  if (error)
    print_error ("%s\n", error->message);
  assert_null (error);

  return series;
}

static inline ScrutinyChartOptions *
options_of (ScrutinyChartKind kind)
{
  ScrutinyChartOptions *options = scrutiny_chart_options_new ();

  scrutiny_chart_options_set_kind (options, kind);

  return options;
}
