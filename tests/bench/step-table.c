/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/step.h>

#include "kernel/known-step.h"
#include "kernel/random.h"
#include "made-series.h"

#include <math.h>
#include <stdlib.h>

/* How often a step is told of on a date: that was known, where nothing happens on it, where there
 * is a season, and where something happens; and that was picked because the step is clearest there.
 * Runs are an argument: 1,000 unless said.
 */

#define SEED 20261201
#define FIRST "2001-01"

/* What a row of the table is of.
 *
 * @size: of the step, in spreads of the series
 * @wave, @levels: of a season, a wave or a level for each month, in spreads of what is new
 * @slope: of a line, a month
 */
typedef struct {
  const char *label;
  double size, wave, levels, slope;
  gboolean is_picked;
} Kind;

static const Kind kinds[] = {
  { .label = "nothing happens" },
  { .label = "a wave", .wave = 2 },
  { .label = "levels of months", .levels = 2 },
  { .label = "a wave and a line", .wave = 2, .slope = 0.1 },
  { .label = "levels and a line", .levels = 2, .slope = 0.1 },
  { .label = "2 spreads", .size = 2 },
  { .label = "2 spreads, a wave", .size = 2, .wave = 2 },
  { .label = "4 spreads", .size = 4 },
  { .label = "nothing, date picked", .is_picked = TRUE },
};

static ScrutinyStep *
ask (gsize n, const double *values, gsize at, guint64 seed)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new (FIRST, n, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (months, values, n, NULL);
  g_autoptr (ScrutinyStepOptions) options = scrutiny_step_options_new ();
  g_autofree char *period = scrutiny_timeline_dup_text (months, at);

  scrutiny_step_options_set_at (options, period);
  scrutiny_step_options_set_stated (options, "2000-12-31");
  scrutiny_step_options_set_seed (options, seed);

  return scrutiny_step_new (series, options, NULL);
}

static gboolean
is_told (gsize n, const double *values, gsize at, guint64 seed)
{
  g_autoptr (ScrutinyStep) step = ask (n, values, at, seed);

  return !g_str_equal (scrutiny_step_get_verdict (step), "cannot-tell");
}

/* Where least squares alone would see the clearest step. */
static gsize
pick (gsize n, const double *values)
{
  g_autofree double *work = g_new (double, KERNEL_STEP_WORK (n));
  double most = 0;
  gsize best = n / 2;

  for (gsize at = KERNEL_STEP_FEWEST; at + KERNEL_STEP_FEWEST <= n; at++) {
    KernelStepEstimate found;

    if (kernel_step_estimate (n, values, at, 12, false, 0, work, &found) != KERNEL_OK ||
        fabs (found.estimate / found.error) <= most)
      continue;
    most = fabs (found.estimate / found.error);
    best = at;
  }

  return best;
}

static void
make (uint64_t *seed, gsize n, double phi, const Kind *kind, double *values)
{
  const double step = kind->size / sqrt (1 - phi * phi);
  const double turn = 2 * G_PI * (double) kernel_random_below (seed, 1000) / 1000;
  double levels[12];

  kernel_random_normal (seed, 12, levels);
  make_series (seed, n, phi, values);
  for (gsize i = 0; i < n; i++)
    values[i] += (i >= n / 2 ? step : 0) + kind->wave * sin (2 * G_PI * (double) i / 12 + turn) +
                 kind->levels * levels[i % 12] + kind->slope * (double) i;
}

static void
measure (gsize n, double phi, const Kind *kind, guint n_runs)
{
  uint64_t seed = SEED + n;
  double values[MADE_SERIES_MOST];
  guint n_told = 0;

  for (guint k = 0; k < n_runs; k++) {
    make (&seed, n, phi, kind, values);
    n_told += is_told (n, values, kind->is_picked ? pick (n, values) : n / 2, k);
  }
  g_print (" %6.1f", 100.0 * n_told / n_runs);
}

static void
print_rows (const Kind *kind, guint n_runs)
{
  static const gsize sizes[] = { 18, 24, 30, 36, 60 };
  static const double phis[] = { 0, 0.3, 0.5, 0.8 };

  for (gsize k = 0; k < G_N_ELEMENTS (phis); k++) {
    g_print ("%-22s by %.1f", kind->label, phis[k]);
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
      measure (sizes[i], phis[k], kind, n_runs);
    g_print ("\n");
  }
}

int
main (int argc, char **argv)
{
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 1000;

  g_print ("Steps told of on a date, in %% of %u runs a cell; series follow themselves by\n",
           n_runs);
  g_print ("so much; seed %d + months\n\n%-29s %6d %6d %6d %6d %6d\n", SEED, "months", 18, 24, 30,
           36, 60);
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    print_rows (&kinds[k], n_runs);

  return 0;
}
