/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/steady-move.h"

#include <scrutiny/trend.h>

#include <math.h>

#include "kernel/linear-fit.h"

/* How much of what moves @values a line through @at takes away. */
static double
share_of (gsize n, const double *at, const double *values)
{
  KernelLinearFit fit;

  return kernel_linear_fit (n, at, values, &fit) == KERNEL_OK ? fit.r_squared : NAN;
}

/* Two levels are a line through 0 and 1. */
gboolean
steady_move_is_line (ScrutinySeries *series, const char *since)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const gint64 split = scrutiny_timeline_find (timeline, since, NULL);
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);
  g_autofree double *times = g_new (double, n + 1);
  g_autofree double *sides = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++) {
    times[i] = (double) (scrutiny_timeline_get_ordinal (timeline, i) -
                         scrutiny_timeline_get_ordinal (timeline, 0));
    sides[i] = (gint64) i >= split;
  }

  return share_of (n, times, values) > share_of (n, sides, values);
}

const char *
steady_move_find (ScrutinySeries *series, const char *since)
{
  g_autoptr (ScrutinyTrend) trend = scrutiny_trend_new (series, NULL, NULL);

  if (!trend || scrutiny_trend_has_shifts (trend) || !steady_move_is_line (series, since))
    return NULL;
  if (scrutiny_trend_get_slope_low (trend) > 0)
    return "rose";

  return scrutiny_trend_get_slope_high (trend) < 0 ? "fell" : NULL;
}
