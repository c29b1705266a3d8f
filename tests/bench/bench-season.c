/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/panel.h>
#include <scrutiny/trend.h>

#include "kernel/random.h"
#include "kernel/stl.h"
#include "rival.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define MILLION 1000000
#define TIMES 5

/* Speeds of STL, of a whole reading and of a panel on one and two threads, beside what R's stl()
 * and statsmodels take where Rscript and python3 have them.
 */

static double
seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
say (const char *what, gsize n, double time)
{
  g_print ("%-44s %8" G_GSIZE_FORMAT "  %10.3f ms  %8.1f ns a point\n", what, n, time * 1e3,
           time * 1e9 / (double) n);
}

/* A season of twelve, and noise. */
static double *
make_values (gsize n)
{
  double *values = g_new (double, n);
  guint64 seed = 1;

  for (gsize i = 0; i < n; i++)
    values[i] = 50 + 8 * sin ((double) i * G_PI / 6) +
                5 * (double) (kernel_random_next (&seed) >> 11) * 0x1p-53;

  return values;
}

static double
time_stl (const char *what, gsize n, gsize window, gboolean is_robust, gsize jump)
{
  KernelStl how = kernel_stl_defaults (n, 12, window, is_robust);
  g_autofree double *values = make_values (n);
  g_autofree double *work = g_new (double, kernel_stl_work_size (n, 12));
  g_autofree double *parts = g_new (double, 3 * n);
  double best = INFINITY;

  if (jump > 0)
    how.season.jump = how.trend.jump = how.low_pass.jump = jump;
  for (guint k = 0; k < TIMES; k++) {
    const double start = seconds (CLOCK_PROCESS_CPUTIME_ID);

    if (kernel_stl (n, values, &how, work, parts, parts + n, parts + 2 * n) != KERNEL_OK)
      exit (1);
    best = MIN (best, seconds (CLOCK_PROCESS_CPUTIME_ID) - start);
  }
  say (what, n, best);

  return best;
}

#define R_SERIES "x <- ts(50 + 8 * sin((0:999999) * pi / 6) + runif(1e6) * 5, frequency = 12)"

static void
compare_others (double fixed, double periodic)
{
  rival_compare ("R stl(), window 13", MILLION, "Rscript", RIVAL_R (R_SERIES, "stl(x, 13)"), fixed);
  rival_compare ("R stl(), periodic", MILLION, "Rscript", RIVAL_R (R_SERIES, "stl(x, 'per')"),
                 periodic);
  rival_compare ("statsmodels STL, window 13", MILLION, "python3",
                 RIVAL_PYTHON ("from statsmodels.tsa.seasonal import STL\n"
                               "x = 50 + 8 * numpy.sin(numpy.arange(10**6) * numpy.pi / 6)"
                               " + numpy.random.default_rng(1).random(10**6)",
                               "STL(x, period=12, seasonal=13, seasonal_jump=2, trend_jump=3,"
                               " low_pass_jump=2).fit(inner_iter=2)"),
                 fixed);
}

static void
time_reading (gsize n)
{
  g_autofree double *values = make_values (n);
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2003-01", n, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (months, values, n, NULL);
  double read = INFINITY, told = INFINITY;

  for (guint k = 0; k < 20 * TIMES; k++) {
    const double start = seconds (CLOCK_PROCESS_CPUTIME_ID);
    g_autoptr (ScrutinyTrend) trend = scrutiny_trend_new (series, NULL, NULL);

    read = MIN (read, seconds (CLOCK_PROCESS_CPUTIME_ID) - start);
    g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (trend));
    told = MIN (told, seconds (CLOCK_PROCESS_CPUTIME_ID) - start);
  }
  say ("a whole reading through the API", n, read);
  say ("the same with what it says in words", n, told);
}

/* @n_series of 60 months. */
static ScrutinyPanel *
make_panel (guint n_series)
{
  const gsize n = (gsize) n_series * 60;
  g_auto (GStrv) areas = g_new0 (char *, n + 1);
  g_auto (GStrv) months = g_new0 (char *, n + 1);
  g_autoptr (GBytes) values = g_bytes_new_take (make_values (n), n * sizeof (double));
  static const char *const keys[] = { "area", NULL };

  for (gsize i = 0; i < n; i++) {
    areas[i] = g_strdup_printf ("%" G_GSIZE_FORMAT, i / 60);
    months[i] = g_strdup_printf ("%u-%02u", (guint) (2003 + i % 60 / 12), (guint) (i % 12 + 1));
  }
  g_autoptr (ScrutinyTable) none = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) one =
      scrutiny_table_copy_with_texts (none, "area", (const char *const *) areas, NULL);
  g_autoptr (ScrutinyTable) two =
      scrutiny_table_copy_with_texts (one, "month", (const char *const *) months, NULL);
  g_autoptr (ScrutinyTable) three = scrutiny_table_copy_with_doubles (two, "value", values, NULL);
  const double start = seconds (CLOCK_PROCESS_CPUTIME_ID);
  ScrutinyPanel *panel = scrutiny_panel_new (three, keys, "month", "value", NULL);

  say ("a panel made of a table", n, seconds (CLOCK_PROCESS_CPUTIME_ID) - start);

  return panel;
}

static void
time_panel (guint n_series)
{
  g_autoptr (ScrutinyPanel) made = make_panel (n_series);
  double one = 0;

  for (guint n_threads = 1; n_threads <= 2; n_threads++) {
    double taken = INFINITY;

    g_autoptr (ScrutinyPanel) panel = scrutiny_panel_copy_with_threads (made, n_threads);
    for (guint k = 0; k < TIMES; k++) {
      const double start = seconds (CLOCK_MONOTONIC);
      g_autoptr (ScrutinyTable) table = scrutiny_trend_tabulate (panel, NULL, NULL, NULL, NULL);

      taken = MIN (taken, seconds (CLOCK_MONOTONIC) - start);
    }
    one = n_threads == 1 ? taken : one;
    g_print ("%u series of 60 on %u %-26s %10.3f ms by the clock, %.2f times one thread\n",
             n_series, n_threads, n_threads == 1 ? "thread" : "threads", taken * 1e3, one / taken);
  }
}

int
main (void)
{
  const double fixed = time_stl ("STL, window 13", MILLION, 13, FALSE, 0);
  const double periodic = time_stl ("STL, periodic", MILLION, 0, FALSE, 0);

  time_stl ("STL, window 13, every point", MILLION, 13, FALSE, 1);
  time_stl ("STL, window 13, robust", MILLION / 10, 13, TRUE, 0);
  time_stl ("STL, window 7, robust", 60, 7, TRUE, 0);
  compare_others (fixed, periodic);
  time_reading (60);
  time_reading (120);
  time_panel (2000);

  return 0;
}
