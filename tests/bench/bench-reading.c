/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/trend.h>

#include "kernel/normal.h"
#include "kernel/random.h"

#include <math.h>

/* How often a whole reading says each thing of monthly figures in which nothing happens:
 * SCRUTINY_BENCH_RUNS series a cell, 1000 unless it says otherwise.
 */

#define MOST_MONTHS 120
#define SEASON 12
#define CHART 2

static const char *const told[] = {
  "trend.shift", "trend.slope", "a chart's", "trend.season", "trend.dependence",
};

/* What says that nothing stands out, or how few values there are. */
static const char *const quiet[] = {
  "trend.no-shift",
  "trend.no-slope",
  "trend.ordinary",
  "trend.movement",
  "trend.mixed",
  "trend.ceiling",
  "trend.floor",
  "trend.short",
  "trend.few-points",
  "trend.one-round",
  NULL,
};

static gboolean
is_of (const char *id, gsize column)
{
  if (column != CHART)
    return g_str_equal (id, told[column]);
  for (gsize k = 0; k < G_N_ELEMENTS (told); k++)
    if (g_str_equal (id, told[k]))
      return FALSE;

  return !g_strv_contains (quiet, id);
}

typedef struct {
  const char *what;
  double likeness;   /* of one month to the next */
  double season;     /* its height, in spreads */
  gboolean is_count; /* of events, five a month */
} World;

static double
normal (guint64 *seed)
{
  return kernel_normal_quantile (((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52);
}

static double
poisson (double mean, guint64 *seed)
{
  const double limit = exp (-mean);
  double product = 1;
  guint count = 0;

  for (;; count++) {
    product *= ((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52;
    if (product <= limit)
      return count;
  }
}

static ScrutinySeries *
make (const World *world, gsize n, guint64 *seed)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2010-01", n, NULL);
  const double rest = sqrt (1 - world->likeness * world->likeness);
  double values[MOST_MONTHS], last = normal (seed);

  for (gsize i = 0; i < n; i++) {
    const double season = world->season * sin (2 * G_PI * (double) (i % SEASON) / SEASON);

    last = i ? world->likeness * last + rest * normal (seed) : last;
    values[i] = world->is_count ? poisson (5, seed) : 50 + last + season;
  }

  return scrutiny_series_new (months, values, n, NULL);
}

/* Which of the things are told. */
static void
count (GPtrArray *findings, guint *counts)
{
  gboolean is_told[G_N_ELEMENTS (told)] = { FALSE };

  for (guint k = 0; k < findings->len; k++)
    for (gsize j = 0; j < G_N_ELEMENTS (told); j++)
      is_told[j] |= is_of (scrutiny_finding_get_id (findings->pdata[k]), j);
  for (gsize j = 0; j < G_N_ELEMENTS (told); j++)
    counts[j] += is_told[j];
}

static void
print_cell (const World *world, gsize n, guint n_runs)
{
  guint64 seed = 2000 + n;
  guint counts[G_N_ELEMENTS (told)] = { 0 };

  for (guint k = 0; k < n_runs; k++) {
    g_autoptr (ScrutinySeries) series = make (world, n, &seed);
    g_autoptr (ScrutinyTrend) trend = scrutiny_trend_new (series, NULL, NULL);
    g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (trend));

    count (findings, counts);
  }
  g_print ("%-28s %4" G_GSIZE_FORMAT, world->what, n);
  for (gsize j = 0; j < G_N_ELEMENTS (told); j++)
    g_print ("  %8.3f", (double) counts[j] / n_runs);
  g_print ("\n");
}

int
main (void)
{
  static const World worlds[] = {
    { "iid", 0, 0, FALSE },
    { "AR(0.3)", 0.3, 0, FALSE },
    { "AR(0.6)", 0.6, 0, FALSE },
    { "iid with a season", 0, 2, FALSE },
    { "AR(0.6) with a season", 0.6, 2, FALSE },
    { "five events a month", 0, 0, TRUE },
  };
  static const gsize lengths[] = { 12, 24, 36, 60, 120 };
  const char *runs = g_getenv ("SCRUTINY_BENCH_RUNS");
  const guint n_runs = runs ? (guint) g_ascii_strtoull (runs, NULL, 10) : 1000;

  g_print ("%-28s %4s  %8s  %8s  %8s  %8s  %8s\n", "nothing happens", "n", "shift", "slope",
           "chart", "season", "alike");
  for (gsize k = 0; k < G_N_ELEMENTS (worlds); k++)
    for (gsize j = 0; j < G_N_ELEMENTS (lengths); j++)
      print_cell (&worlds[k], lengths[j], n_runs);

  return 0;
}
