/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/dossier-builder.h>
#include <scrutiny/drift.h>

#include "kernel/random-count.h"
#include "kernel/random.h"
#include "review/drift-check.h"

#include <math.h>
#include <stdlib.h>

/* Prints how often scatter alone takes what a figure is out of beyond the limit of a report, how
 * often a report then asks, and how often it asks where there are a fifth fewer.
 */
#define SEED 20261201
#define N_RUNS 2000
#define MOST 24
#define LIMIT 0.01

typedef struct {
  const char *first;  /* of two years of */
  guint year;         /* periods */
  double mean;        /* counted a period */
  double dispersion;  /* times as much as separate cases scatter */
  double resemblance; /* of neighbours' clusters */
  double season;      /* how far it swings, as a share of the mean */
} Setup;

static const Setup setups[] = {
  { "2022-04", 12, 10, 1, 0, 0 },     { "2022-04", 12, 50, 1, 0, 0 },
  { "2022-04", 12, 500, 1, 0, 0 },    { "2022-04", 12, 50, 1, 0, 0.5 },
  { "2022-Q1", 4, 50, 1, 0, 0 },      { "2022-04", 12, 10, 2, 0, 0 },
  { "2022-04", 12, 50, 2, 0, 0 },     { "2022-04", 12, 50, 5, 0, 0 },
  { "2022-04", 12, 50, 5, 0, 0.5 },   { "2022-04", 12, 500, 5, 0, 0 },
  { "2022-04", 12, 500, 20, 0, 0 },   { "2022-04", 12, 500, 50, 0, 0 },
  { "2022-Q1", 4, 50, 5, 0, 0 },      { "2022-Q1", 4, 500, 20, 0, 0 },
  { "2022-04", 12, 50, 2, 0.3, 0 },   { "2022-04", 12, 50, 5, 0.3, 0 },
  { "2022-04", 12, 500, 20, 0.3, 0 }, { "2022-04", 12, 50, 5, 0.6, 0 },
  { "2022-04", 12, 500, 20, 0.6, 0 },
};

/* Where nothing changes, where a fifth is gone from the second year on, and from its middle. */
typedef enum {
  NOTHING,
  A_YEAR,
  HALF_A_YEAR,
  N_CHANGES
} Change;

static double
level_of (const Setup *self, Change change, guint i)
{
  const gboolean is_gone = (change == A_YEAR && i >= self->year) ||
                           (change == HALF_A_YEAR && i >= self->year + self->year / 2);
  const double swing = 1 + self->season * sin (2 * G_PI * (i % self->year) / self->year);

  return self->mean * swing * (is_gone ? 0.8 : 1);
}

/* Counts whose mean is itself drawn, log-normal, such that they scatter so much. */
static ScrutinySeries *
draw (const Setup *self, Change change, guint64 *seed)
{
  const guint n = 2 * self->year;
  g_autoptr (ScrutinyTimeline) periods = scrutiny_timeline_new (self->first, n, NULL);
  double numerators[MOST], denominators[MOST], cluster = NAN;

  for (guint i = 0; i < n; i++) {
    const double level = level_of (self, change, i);
    const double spread = sqrt (log1p ((self->dispersion - 1) / level));
    const double part = self->resemblance;
    double z;

    kernel_random_normal (seed, 1, &z);
    cluster = isnan (cluster) ? z : part * cluster + sqrt (1 - part * part) * z;
    const double mean = level * exp (spread * cluster - spread * spread / 2);
    const double drawn = kernel_random_poisson (seed, mean);
    denominators[i] = MAX (1, drawn); /* out of nothing there is no figure */
    numerators[i] = kernel_random_poisson (seed, self->mean / 5);
  }

  return scrutiny_series_new_ratio (periods, numerators, n, denominators, n, 1000, NULL);
}

static gboolean
is_beyond (ScrutinySeries *series)
{
  g_autoptr (ScrutinyDrift) drift = scrutiny_drift_new (series, NULL, NULL, NULL);

  return drift && scrutiny_drift_get_chance (drift) < LIMIT;
}

static gboolean
asks (ScrutinySeries *series)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyCheck) check = scrutiny_check_new ("drift", drift_check_figure, NULL, NULL);
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GListStore) found = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "it", "It");
  scrutiny_dossier_builder_set_series (builder, "it", series);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  found = scrutiny_check_run (check, scrutiny_dossier_get_indicator (dossier, 0));

  return g_list_model_get_n_items (G_LIST_MODEL (found)) > 0;
}

static void
run (const Setup *self, guint n_runs)
{
  guint64 seed = SEED;
  guint n_beyond = 0, n_asked[N_CHANGES] = { 0 };

  for (guint r = 0; r < n_runs; r++)
    for (Change change = 0; change < N_CHANGES; change++) {
      g_autoptr (ScrutinySeries) series = draw (self, change, &seed);

      n_beyond += change == NOTHING && is_beyond (series);
      n_asked[change] += asks (series);
    }
  g_print ("%-9s %6.0f %6.0f %6.1f %6.1f  %8.2f %8.2f %8.1f %8.1f\n",
           self->year == 12 ? "months" : "quarters", self->mean, self->dispersion,
           self->resemblance, self->season, 100. * n_beyond / n_runs,
           100. * n_asked[NOTHING] / n_runs, 100. * n_asked[A_YEAR] / n_runs,
           100. * n_asked[HALF_A_YEAR] / n_runs);
}

/* usage: drift-table [RUNS] */
int
main (int argc, char **argv)
{
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : N_RUNS;

  g_print ("%u runs a row, seed %d; the last four in percent\n", n_runs, SEED);
  g_print ("%-9s %6s %6s %6s %6s  %8s %8s %8s %8s\n", "two years", "mean", "times", "alike",
           "season", "beyond", "asked", "a year", "half");
  for (gsize i = 0; i < G_N_ELEMENTS (setups); i++)
    run (&setups[i], n_runs);

  return 0;
}
