/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/shifts.h>

#include "kernel/fpop-mean.h"
#include "kernel/fpop-rate.h"
#include "kernel/level-line.h"
#include "kernel/normal.h"
#include "kernel/random.h"
#include "rival.h"

#include <math.h>
#include <stdlib.h>

#define TIMES 7
#define MOST_MONTHS 120

/* Speeds of the cuts, and how often the fixed default sees a change where there is none,
 * and one where there is: SCRUTINY_BENCH_RUNS series a cell, 1000 unless it says
 * otherwise.
 */

static double
uniform (guint64 *seed)
{
  return ((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52;
}

static double
normal (guint64 *seed)
{
  return kernel_normal_quantile (uniform (seed));
}

static double
poisson (double mean, guint64 *seed)
{
  const double limit = exp (-mean);
  double product = uniform (seed), count = 0;

  for (; product > limit; count++)
    product *= uniform (seed);

  return count;
}

static void
say (const char *what, gsize n, double seconds)
{
  g_print ("%-40s %8" G_GSIZE_FORMAT "  %10.3f ms  %8.1f ns a point\n", what, n, seconds * 1e3,
           seconds * 1e9 / (double) n);
}

/* One shape in many: a level that moves by up to 5 every @every values, or never. */
static double *
make_levels (gsize n, gsize every)
{
  double *values = g_new (double, n), level = 0;
  guint64 seed = 1;

  for (gsize i = 0; i < n; i++) {
    if (every && i % every == 0)
      level = 5 * uniform (&seed);
    values[i] = level + normal (&seed);
  }

  return values;
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
time_level_line (gsize n, gsize every)
{
  g_autofree double *values = make_levels (n, every);
  g_autofree double *work = g_new (double, kernel_level_line_n_work (n));
  g_autofree size_t *order = g_new (size_t, kernel_level_line_n_order (n));
  g_autofree KernelSegment *segments = g_new (KernelSegment, n);
  KernelLevelLineFit fit = { 0 };
  const guint repeat = n < 500 ? 200 : 1;
  double best = INFINITY;

  for (guint k = 0; k < TIMES; k++) {
    const gint64 start = g_get_monotonic_time ();
    for (guint r = 0; r < repeat; r++)
      if (kernel_level_line (n, values, NULL, &kernel_level_line_default, work, order, segments,
                             &fit) != KERNEL_OK)
        exit (1);
    best = MIN (best, since (start) / repeat);
  }
  g_autofree char *what = g_strdup_printf ("level or line, %s, %" G_GSIZE_FORMAT " passes",
                                           every ? "changes" : "no change", fit.n_passes);
  say (what, n, best);

  return best;
}

static double
time_means (gsize n, gsize every)
{
  g_autofree double *values = make_levels (n, every);
  g_autofree KernelMeanPiece *pieces = g_new (KernelMeanPiece, kernel_fpop_mean_n_pieces (n));
  g_autofree size_t *starts = g_new (size_t, n);
  g_autofree size_t *changes = g_new (size_t, n);
  double best = INFINITY, total;
  size_t n_changes = 0;

  for (guint k = 0; k < TIMES; k++) {
    const gint64 start = g_get_monotonic_time ();
    if (kernel_fpop_mean (n, values, 2 * log ((double) n), 1, pieces, starts, changes, &n_changes,
                          &total) != KERNEL_OK)
      exit (1);
    best = MIN (best, since (start));
  }
  g_autofree char *what = g_strdup_printf ("means, %" G_GSIZE_FORMAT " changes", n_changes);
  say (what, n, best);

  return best;
}

static void
time_rates (gsize n, gsize every, gboolean is_share)
{
  g_autofree double *counts = g_new (double, n);
  g_autofree double *sizes = g_new (double, n);
  g_autofree KernelRatePiece *pieces = g_new (KernelRatePiece, kernel_fpop_rate_n_pieces (n));
  g_autofree size_t *starts = g_new (size_t, n);
  g_autofree size_t *changes = g_new (size_t, n);
  double best = INFINITY, total, rate = is_share ? 0.3 : 5;
  size_t n_changes = 0;
  guint64 seed = 1;

  for (gsize i = 0; i < n; i++) {
    if (every && i % every == 0)
      rate = is_share ? uniform (&seed) : 2 + 8 * uniform (&seed);
    sizes[i] = is_share ? 20 : 0.5 + uniform (&seed);
    counts[i] = is_share ? 0 : poisson (rate * sizes[i], &seed);
    for (guint k = 0; is_share && k < 20; k++)
      counts[i] += uniform (&seed) < rate;
  }
  for (guint k = 0; k < TIMES; k++) {
    const gint64 start = g_get_monotonic_time ();
    if (kernel_fpop_rate (n, counts, sizes, is_share, 2 * log ((double) n), 1, pieces, starts,
                          changes, &n_changes, &total) != KERNEL_OK)
      exit (1);
    best = MIN (best, since (start));
  }
  g_autofree char *what =
      g_strdup_printf ("%s, %" G_GSIZE_FORMAT " changes", is_share ? "shares" : "rates", n_changes);
  say (what, n, best);
}

static ScrutinySeries *
make_months (gsize n, double likeness, double step, gboolean has_season, guint64 *seed)
{
  double values[MOST_MONTHS], last = normal (seed);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2010-01", n, NULL);

  for (gsize i = 0; i < n; i++) {
    last = i ? likeness * last + sqrt (1 - likeness * likeness) * normal (seed) : last;
    values[i] = last + (i >= n / 2 ? step : 0) +
                (has_season ? 2 * sin (2 * G_PI * (double) (i % 12) / 12) : 0);
  }

  return scrutiny_series_new (timeline, values, n, NULL);
}

/* Of @n_runs series: how many show a change, and how many within five of the middle. */
static void
count_found (gsize n, double likeness, double step, guint n_runs)
{
  guint64 seed = 1000 + n;
  guint n_any = 0, n_near = 0;

  for (guint k = 0; k < n_runs; k++) {
    g_autoptr (ScrutinySeries) series = make_months (n, likeness, step, n >= 36, &seed);
    g_autoptr (ScrutinyShifts) shifts = scrutiny_shifts_new (series, NULL, NULL);
    g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (shifts);
    gboolean is_near = FALSE;

    for (guint j = 0; j < all->len; j++) {
      const gint64 at = scrutiny_timeline_find (scrutiny_series_get_timeline (series),
                                                scrutiny_shift_get_at (all->pdata[j]), NULL);
      is_near |= ABS (at - (gint64) (n / 2)) <= 5;
    }
    n_any += all->len > 0;
    n_near += is_near;
  }
  g_print ("%-40s %8" G_GSIZE_FORMAT "  %10.3f any change  %8.3f within 5\n",
           step > 0        ? "step of 2 at n/2"
           : likeness == 0 ? "nothing, iid"
           : likeness < .5 ? "nothing, AR(0.3)"
                           : "nothing, AR(0.6)",
           n, (double) n_any / n_runs, (double) n_near / n_runs);
}

static double
time_whole (gsize n)
{
  guint64 seed = 5;
  g_autoptr (ScrutinySeries) series = make_months (n, 0, 2, TRUE, &seed);
  double best = INFINITY;

  for (guint k = 0; k < 100; k++) {
    const gint64 start = g_get_monotonic_time ();
    g_autoptr (ScrutinyShifts) shifts = scrutiny_shifts_new (series, NULL, NULL);
    best = MIN (best, since (start));
  }
  say ("a whole reading, season taken off", n, best);

  return best;
}

#define PYTHON_LEVELS(n) \
  "import ruptures as r\ng = numpy.random.default_rng(1)\n" \
  "x = numpy.repeat(g.random(" n " // 200) * 5, 200) + g.normal(size=" n ")"
#define R_LEVELS(n) "x <- rep(runif(" n " / 200) * 5, each = 200) + rnorm(" n ")"

static void
compare_others (double means, double few_means, double short_means, double line)
{
  rival_compare ("R fpop, means", 1000000, "Rscript",
                 RIVAL_R ("library(fpop); " R_LEVELS ("1e6"), "Fpop(x, 2 * log(1e6))"), means);
  rival_compare ("R changepoint PELT, means", 1000000, "Rscript",
                 RIVAL_R ("library(changepoint); " R_LEVELS ("1e6"),
                          "cpt.mean(x, method = 'PELT', penalty = 'MBIC')"),
                 means);
  rival_compare ("ruptures KernelCPD (C), means", 100000, "python3",
                 RIVAL_PYTHON (PYTHON_LEVELS ("100000"),
                               "r.KernelCPD('linear', min_size=1, jump=1).fit_predict(x, pen=23)"),
                 few_means);
  rival_compare ("ruptures Pelt l2, means", 1000, "python3",
                 RIVAL_PYTHON (PYTHON_LEVELS ("1000"),
                               "r.Pelt('l2', min_size=2, jump=1).fit_predict(x, pen=14)"),
                 short_means);
  rival_compare (
      "R strucchange breakpoints, lines", 120, "Rscript",
      RIVAL_R ("library(strucchange); x <- rnorm(120); t <- 1:120", "breakpoints(x ~ t)"), line);
}

int
main (void)
{
  const char *runs = g_getenv ("SCRUTINY_BENCH_RUNS");
  const guint n_runs = runs ? (guint) g_ascii_strtoull (runs, NULL, 10) : 1000;
  static const gsize lengths[] = { 24, 60, 120 };

  const double line = time_level_line (120, 0);
  time_level_line (120, 30);
  time_level_line (1000, 0);
  time_level_line (1000, 200);
  time_level_line (3000, 0);
  time_level_line (3000, 200);
  time_whole (60);
  time_whole (120);
  const double means = time_means (1000000, 200), few_means = time_means (100000, 200);
  const double short_means = time_means (1000, 200);
  time_means (1000000, 0);
  for (guint k = 0; k < 2; k++) {
    time_rates (100000, 200, k);
    time_rates (100000, 0, k);
  }
  compare_others (means, few_means, short_means, line);
  for (guint k = 0; k < G_N_ELEMENTS (lengths); k++) {
    count_found (lengths[k], 0, 0, n_runs);
    count_found (lengths[k], 0.3, 0, n_runs);
    count_found (lengths[k], 0.6, 0, n_runs);
    count_found (lengths[k], 0, 2, n_runs);
  }

  return 0;
}
