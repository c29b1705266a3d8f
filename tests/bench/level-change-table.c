/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/level-change.h"
#include "kernel/random.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

/* How often an outcome is told to stand higher since a date that has nothing to do with it, and how
 * often a step of some spreads of it is found.  Runs are an argument: 20,000 unless said.
 */

#define MOST_PERIODS 120
#define RUN_IN 200
#define SEED 20261201
#define CLEAR 0.05

static const struct process {
  const char *label;
  double phi; /* 1 is a random walk */
  double season;
} processes[] = {
  { "white noise", 0, 0 }, { "AR .3", 0.3, 0 },     { "AR .5", 0.5, 0 },
  { "AR .8", 0.8, 0 },     { "random walk", 1, 0 }, { "season of two spreads", 0, 2 },
};

static const gsize sides[][2] = { { 12, 12 }, { 24, 12 }, { 12, 24 },
                                  { 24, 24 }, { 36, 36 }, { 60, 60 } };

/* Of spread 1, but for a walk, whose steps have it. */
static void
draw (uint64_t *seed, const struct process *process, gsize n, double *values)
{
  double noise[RUN_IN + MOST_PERIODS], before = 0;
  const double spread = process->phi < 1 ? sqrt (1 - process->phi * process->phi) : 1;

  kernel_random_normal (seed, RUN_IN + n, noise);
  for (gsize i = 0; i < RUN_IN + n; i++) {
    before = process->phi * before + spread * noise[i];
    if (i >= RUN_IN)
      values[i - RUN_IN] = before + process->season * sin (2 * G_PI * (double) i / 12);
  }
}

static double
measure (const struct process *process, const gsize side[2], double step, guint n_runs)
{
  uint64_t seed = SEED + side[0] + side[1];
  guint n_told = 0;

  for (guint run = 0; run < n_runs; run++) {
    double values[MOST_PERIODS];
    KernelLevelChange found;

    draw (&seed, process, side[0] + side[1], values);
    for (gsize i = side[0]; i < side[0] + side[1]; i++)
      values[i] += step;
    if (kernel_level_change (side[0], values, side[1], values + side[0], &found) == KERNEL_OK)
      n_told += found.chance < CLEAR && found.after > found.before;
  }

  return 100. * n_told / n_runs;
}

static void
print_table (double step, guint n_runs)
{
  g_print ("\na step of %.1f spreads: told to be higher, percent\n%-24s", step, "");
  for (gsize k = 0; k < G_N_ELEMENTS (sides); k++)
    g_print (" %3zu+%-3zu", sides[k][0], sides[k][1]);
  g_print ("\n");
  for (gsize i = 0; i < G_N_ELEMENTS (processes); i++) {
    g_print ("%-24s", processes[i].label);
    for (gsize k = 0; k < G_N_ELEMENTS (sides); k++)
      g_print (" %7.1f", measure (&processes[i], sides[k], step, n_runs));
    g_print ("\n");
  }
}

int
main (int argc, char **argv)
{
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 20000;

  print_table (0, n_runs);
  print_table (1, n_runs);
  print_table (1.5, n_runs);
  print_table (2.5, n_runs);

  return 0;
}
