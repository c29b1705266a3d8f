/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/linkage.h"
#include "kernel/random.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

/* How often the linkage test says that two series move together: where they have nothing to do
 * with each other, where the season or one event moved both, and where one follows the other a
 * month later.
 * Runs are an argument: 2,000 unless said.
 */

#define MOST_PERIODS 120
#define RUN_IN 200
#define LONGEST 52 /* of a season */
#define SEED 20261201

/* What a series does by itself.
 *
 * @season: of a wave
 * @levels: of a level for each time of the year, the same in both series
 * @length: periods after which the same time comes again, where not 12
 */
typedef struct {
  const char *label;
  double phi, slope, season, december, levels, step;
  unsigned length;
  gboolean is_walk;
} Process;

static const Process processes[] = {
  { .label = "white noise" },
  { .label = "AR .5", .phi = 0.5 },
  { .label = "AR .8", .phi = 0.8 },
  { .label = "random walk", .is_walk = TRUE },
  { .label = "trend", .slope = 0.1 },
  { .label = "season", .season = 2 },
  { .label = "a high December", .december = 4 },
  { .label = "a high December, AR .5", .phi = 0.5, .december = 4 },
  { .label = "levels of months", .levels = 2 },
  { .label = "levels of months, AR .5", .phi = 0.5, .levels = 2 },
  { .label = "trend, season, AR .5", .phi = 0.5, .slope = 0.1, .season = 2 },
  { .label = "step", .step = 3 },
  { .label = "levels of quarters", .levels = 2, .length = 4 },
  { .label = "of quarters, AR .5", .levels = 2, .length = 4, .phi = 0.5 },
  { .label = "levels of half-years", .levels = 2, .length = 2 },
  { .label = "levels of weekdays", .levels = 2, .length = 7 },
  { .label = "of weekdays, AR .5", .levels = 2, .length = 7, .phi = 0.5 },
  { .label = "levels of weeks", .levels = 2, .length = 52 },
  { .label = "weeks, season", .season = 2, .length = 52 },
  { .label = "weeks, season, AR .5", .season = 2, .length = 52, .phi = 0.5 },
};

static double
sign (uint64_t *seed)
{
  return kernel_random_below (seed, 2) ? 1 : -1;
}

static unsigned
length_of (const Process *process)
{
  return process->length ? process->length : 12;
}

/* White noise turned into what the process makes of it; @levels: of both series alike. */
static void
shape (uint64_t *seed,
       const Process *process,
       gsize n,
       const double *levels,
       const double *noise,
       double *values)
{
  const double slope = sign (seed) * process->slope, step = sign (seed) * process->step;
  const double turn = 2 * G_PI * (double) kernel_random_below (seed, 12) / 12;
  const gsize at = n / 4 + kernel_random_below (seed, n / 2);
  double before = 0;

  for (gsize i = 0; i < RUN_IN; i++)
    before = process->phi * before + noise[i];
  if (process->is_walk)
    before = 0;
  for (gsize i = 0; i < n; i++) {
    before = (process->is_walk ? 1 : process->phi) * before + noise[RUN_IN + i];
    values[i] = before + slope * (double) i + (i >= at ? step : 0) +
                process->season * sin (2 * G_PI * (double) i / length_of (process) + turn) +
                (i % 12 == 8 ? process->december : 0) +
                process->levels * levels[i % length_of (process)];
  }
}

/* One event of three months, the same in both. */
static void
shock (uint64_t *seed, gsize n, double size, double *x, double *y)
{
  const gsize at = 3 + kernel_random_below (seed, n - 6);

  for (gsize i = at; i < at + 3; i++) {
    x[i] += size;
    y[i] += size;
  }
}

/* @rho: correlation of what is new in y with what was new in x a month before. */
static KernelLinkage
run (uint64_t *seed, const Process *process, gsize n, double rho, double size)
{
  double noise[RUN_IN + MOST_PERIODS + 1], other[RUN_IN + MOST_PERIODS], levels[LONGEST];
  double x[MOST_PERIODS], y[MOST_PERIODS];
  static double work[KERNEL_LINKAGE_WORK (MOST_PERIODS)];
  static int64_t order[2 * MOST_PERIODS];
  const KernelLinkageAsked asked = { .n = n,
                                     .season = length_of (process),
                                     .most_lag = n >= 24 ? 3 : 1 };
  KernelLinkage found = { .verdict = KERNEL_LINKAGE_CANNOT_TELL };

  kernel_random_normal (seed, RUN_IN + n + 1, noise);
  kernel_random_normal (seed, RUN_IN + n, other);
  for (gsize i = 0; i < RUN_IN + n; i++)
    other[i] = rho * noise[i] + sqrt (1 - rho * rho) * other[i];
  kernel_random_normal (seed, length_of (process), levels);
  shape (seed, process, n, levels, noise + 1, x);
  shape (seed, process, n, levels, other, y);
  if (size > 0)
    shock (seed, n, size, x, y);
  if (kernel_linkage (&asked, x, y, work, order, &found) != KERNEL_OK)
    g_printerr ("refused\n");

  return found;
}

/* Shares that moved together, with the guards and without them. */
static void
measure (const Process *process, gsize n, double rho, double size, guint n_runs)
{
  uint64_t seed = SEED + n;
  guint n_moves = 0, n_without = 0;

  for (guint i = 0; i < n_runs; i++) {
    const KernelLinkage found = run (&seed, process, n, rho, size);
    const gboolean moves = found.verdict == KERNEL_LINKAGE_MOVES_WITH;

    n_moves += moves;
    n_without += moves || found.n_shocks > 0 || found.season > 0;
  }
  g_print (" %5.1f %5.1f", 100.0 * n_moves / n_runs, 100.0 * n_without / n_runs);
}

static void
print_row (const char *label, const Process *process, double rho, double size, guint n_runs)
{
  static const gsize sizes[] = { 12, 18, 24, 30, 36, 48, 60, 120 };

  g_print ("%-24s", label);
  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    measure (process, sizes[k], rho, size, n_runs);
  g_print ("\n");
}

int
main (int argc, char **argv)
{
  static const Process seasonal = { .label = "seasonal", .phi = 0.5, .season = 2 };
  static const double strengths[] = { 0.3, 0.5, 0.7, 0.85 };
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 2000;

  g_print ("Moves with, in %% of %u runs a cell, with the guards and without; seed %d + n\n\n",
           n_runs, SEED);
  g_print ("%-24s %11d %11d %11d %11d %11d %11d %11d %11d\n", "periods", 12, 18, 24, 30, 36, 48, 60,
           120);
  for (gsize k = 0; k < G_N_ELEMENTS (processes); k++)
    print_row (processes[k].label, &processes[k], 0, 0, n_runs);
  print_row ("shock of both, AR .5", &processes[1], 0, 6, n_runs);
  for (gsize k = 0; k < G_N_ELEMENTS (strengths); k++) {
    g_autofree char *label = g_strdup_printf ("follows, rho %.2f", strengths[k]);

    print_row (label, &seasonal, strengths[k], 0, n_runs);
  }

  return 0;
}
