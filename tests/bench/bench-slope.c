/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/slope.h>

#include "kernel/mann-kendall.h"
#include "kernel/random.h"
#include "kernel/theil-sen.h"
#include "rival.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define TIMES 7

/* Speeds of the score, of the middle slope with its interval, and of a whole result, beside
 * what SciPy and R's Kendall take where python3 and Rscript have them.
 */

static double
uniform (guint64 *seed)
{
  return (double) (kernel_random_next (seed) >> 11) * 0x1p-53;
}

/* @n_values: how many different ones; 0 for as many as there can be. */
static double *
make_values (gsize n, guint n_values)
{
  double *values = g_new (double, n);
  guint64 seed = 1;

  for (gsize i = 0; i < n; i++) {
    const double value = uniform (&seed) + uniform (&seed) + uniform (&seed);
    values[i] = n_values ? floor (value * n_values / 3) : value;
  }

  return values;
}

/* Of this program, so that others on the machine count less. */
static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
say (const char *what, gsize n, double seconds)
{
  g_print ("%-44s %8" G_GSIZE_FORMAT "  %10.3f ms  %8.1f ns a point\n", what, n, seconds * 1e3,
           seconds * 1e9 / (double) n);
}

static double
time_score (gsize n, guint n_values)
{
  g_autofree double *values = make_values (n, n_values);
  g_autofree gint64 *keys = g_new (gint64, 2 * n);
  double best = INFINITY;

  for (guint k = 0; k < TIMES; k++) {
    const double start = seconds_of_core ();
    KernelMannKendall score;

    if (kernel_mann_kendall (n, values, keys, &score) != KERNEL_OK)
      exit (1);
    best = MIN (best, seconds_of_core () - start);
  }
  say (n_values ? "score and variance, many ties" : "score and variance", n, best);

  return best;
}

static double
time_slope (gsize n, guint n_values)
{
  g_autofree double *values = make_values (n, n_values);
  g_autofree double *numbers = g_new (double, kernel_theil_sen_numbers (n));
  g_autofree gint64 *keys = g_new (gint64, kernel_theil_sen_keys (n));
  const double m = (double) n, var_s = m * (m - 1) * (2 * m + 5) / 18;
  const KernelSlopeWork work = { numbers, keys };
  double best = INFINITY;

  for (guint k = 0; k < TIMES; k++) {
    const double start = seconds_of_core ();
    KernelTheilSen sen;

    if (kernel_theil_sen (n, NULL, values, 1, var_s, 0.95, work, &sen) != KERNEL_OK)
      exit (1);
    best = MIN (best, seconds_of_core () - start);
  }
  say (n_values ? "slope and interval, many ties" : "slope and interval", n, best);

  return best;
}

static void
time_result (gsize n)
{
  g_autofree double *values = make_values (n, 0);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2015-01", n, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, n, NULL);
  const guint repeat = 200;
  double best = INFINITY;

  for (guint k = 0; k < TIMES; k++) {
    const double start = seconds_of_core ();

    for (guint r = 0; r < repeat; r++) {
      g_autoptr (ScrutinySlope) slope = scrutiny_slope_new (series, NULL, NULL);
      g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (slope));
    }
    best = MIN (best, (seconds_of_core () - start) / repeat);
  }
  say ("a whole result with its sentence", n, best);
}

static void
compare_others (double score, double small_score, double small_slope)
{
  rival_compare (
      "SciPy kendalltau", 1000000, "python3",
      RIVAL_PYTHON ("import scipy.stats as s\nx = numpy.random.default_rng(1).random(10**6)",
                    "s.kendalltau(numpy.arange(10**6), x)"),
      score);
  rival_compare (
      "SciPy theilslopes", 2000, "python3",
      RIVAL_PYTHON ("import scipy.stats as s\nx = numpy.random.default_rng(1).random(2000)",
                    "s.theilslopes(x, numpy.arange(2000))"),
      small_slope);
  rival_compare (
      "pyMannKendall original_test", 1000, "python3",
      RIVAL_PYTHON ("import pymannkendall as p\nx = numpy.random.default_rng(1).random(1000)",
                    "p.original_test(x)"),
      small_score);
  rival_compare ("R Kendall MannKendall", 1000, "Rscript",
                 RIVAL_R ("library(Kendall); x <- runif(1000)", "MannKendall(x)"), small_score);
}

int
main (void)
{
  const double score = time_score (1000000, 0);
  const double small_score = time_score (1000, 0);
  const double small_slope = time_slope (2000, 0);

  time_score (1000000, 50);
  time_slope (100000, 0);
  time_slope (100000, 50);
  time_slope (1000000, 0);
  time_result (60);
  time_result (24);
  compare_others (score, small_score, small_slope);

  return 0;
}
