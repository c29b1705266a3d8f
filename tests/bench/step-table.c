/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/step.h>

#include "kernel/known-step.h"
#include "made-series.h"

#include <math.h>
#include <stdlib.h>

/* How often a step is told of on a date: that was known, where nothing happens on it and where
 * something does; and that was picked because the step is clearest there. Runs are an argument:
 * 1,000 unless said.
 */

#define SEED 20261201
#define FIRST "2001-01"

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

    if (kernel_step_estimate (n, values, at, n >= KERNEL_STEP_FEWEST_FOR_MONTHS ? 12 : 1, false, 0,
                              work, &found) != KERNEL_OK ||
        fabs (found.estimate / found.error) <= most)
      continue;
    most = fabs (found.estimate / found.error);
    best = at;
  }

  return best;
}

/* @size: of the step, in spreads of the series. */
static void
measure (gsize n, double phi, double size, gboolean is_picked, guint n_runs)
{
  const double step = size / sqrt (1 - phi * phi);
  uint64_t seed = SEED + n;
  double values[MADE_SERIES_MOST];
  guint n_told = 0;

  for (guint k = 0; k < n_runs; k++) {
    make_series (&seed, n, phi, values);
    for (gsize i = n / 2; i < n; i++)
      values[i] += step;
    n_told += is_told (n, values, is_picked ? pick (n, values) : n / 2, k);
  }
  g_print (" %6.1f", 100.0 * n_told / n_runs);
}

static void
print_rows (const char *label, double size, gboolean is_picked, guint n_runs)
{
  static const gsize sizes[] = { 18, 24, 36, 60 };
  static const double phis[] = { 0, 0.3, 0.5, 0.8 };

  for (gsize k = 0; k < G_N_ELEMENTS (phis); k++) {
    g_print ("%-22s by %.1f", label, phis[k]);
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
      measure (sizes[i], phis[k], size, is_picked, n_runs);
    g_print ("\n");
  }
}

int
main (int argc, char **argv)
{
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 1000;

  g_print ("Steps told of on a date, in %% of %u runs a cell; series follow themselves by\n",
           n_runs);
  g_print ("so much; seed %d + months\n\n%-29s %6d %6d %6d %6d\n", SEED, "months", 18, 24, 36, 60);
  print_rows ("nothing happens", 0, FALSE, n_runs);
  print_rows ("2 spreads", 2, FALSE, n_runs);
  print_rows ("4 spreads", 4, FALSE, n_runs);
  print_rows ("nothing, date picked", 0, TRUE, n_runs);

  return 0;
}
