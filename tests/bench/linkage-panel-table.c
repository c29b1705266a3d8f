/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/linkage-panel.h>

#include "made-series.h"

#include <math.h>
#include <stdlib.h>

/* How often a link in the same places is told of where there is none and where there is one: places
 * follow themselves by .8, and shocks of years are in both figures everywhere. Runs are an
 * argument: 2,000 unless said.
 */

#define SEED 20261201
#define MOST_PLACES 30
#define N_PERIODS 12
#define N_REGIONS 5

typedef struct {
  gsize n;
  char **places, **years, **regions;
  double *x, *y;
} Rows;

static void
rows_init (Rows *self, guint n_places)
{
  *self = (Rows){ .n = (gsize) n_places * N_PERIODS };
  self->places = g_new0 (char *, self->n + 1);
  self->years = g_new0 (char *, self->n + 1);
  self->regions = g_new0 (char *, self->n + 1);
  self->x = g_new (double, self->n);
  self->y = g_new (double, self->n);
  for (gsize i = 0; i < self->n; i++) {
    self->places[i] = g_strdup_printf ("%02u", (guint) (i / N_PERIODS));
    self->years[i] = g_strdup_printf ("%u", 2001 + (guint) (i % N_PERIODS));
    self->regions[i] = g_strdup_printf ("%u", (guint) (i / N_PERIODS) % N_REGIONS);
  }
}

static void
rows_clear (Rows *self)
{
  g_strfreev (self->places);
  g_strfreev (self->years);
  g_strfreev (self->regions);
  g_free (self->x);
  g_free (self->y);
}

/* @region: how much places of a region share in each figure. */
static void
rows_fill (Rows *self, uint64_t *seed, double beta, double region)
{
  double shocks[2 * N_PERIODS], common[2][N_REGIONS][N_PERIODS];

  kernel_random_normal (seed, 2 * N_PERIODS, shocks);
  for (int k = 0; k < 2; k++)
    for (gsize r = 0; r < N_REGIONS; r++)
      make_series (seed, N_PERIODS, 0.8, common[k][r]);
  for (gsize g = 0; g < self->n / N_PERIODS; g++) {
    double *x = self->x + g * N_PERIODS, *y = self->y + g * N_PERIODS;

    make_series (seed, N_PERIODS, 0.8, x);
    make_series (seed, N_PERIODS, 0.8, y);
    for (gsize t = 0; t < N_PERIODS; t++) {
      x[t] += region * common[0][g % N_REGIONS][t];
      y[t] += beta * x[t] + region * common[1][g % N_REGIONS][t];
      y[t] += 2 * (shocks[t] + shocks[N_PERIODS + t]);
      x[t] += 2 * shocks[t];
    }
  }
}

static ScrutinyTable *
table_of (const Rows *rows)
{
  g_autoptr (ScrutinyTable) none = scrutiny_table_new ();
  g_autoptr (GBytes) x = g_bytes_new (rows->x, rows->n * sizeof *rows->x);
  g_autoptr (GBytes) y = g_bytes_new (rows->y, rows->n * sizeof *rows->y);
  g_autoptr (ScrutinyTable) first =
      scrutiny_table_copy_with_texts (none, "place", (const char *const *) rows->places, NULL);
  g_autoptr (ScrutinyTable) second =
      scrutiny_table_copy_with_texts (first, "year", (const char *const *) rows->years, NULL);
  g_autoptr (ScrutinyTable) third =
      scrutiny_table_copy_with_texts (second, "region", (const char *const *) rows->regions, NULL);
  g_autoptr (ScrutinyTable) fourth = scrutiny_table_copy_with_doubles (third, "x", x, NULL);

  return scrutiny_table_copy_with_doubles (fourth, "y", y, NULL);
}

static gboolean
is_told (const Rows *rows, guint64 seed, gboolean by_region)
{
  g_autoptr (ScrutinyTable) table = table_of (rows);
  g_autoptr (ScrutinyLinkagePanelOptions) options = scrutiny_linkage_panel_options_new ();
  g_autoptr (ScrutinyLinkagePanel) made = NULL;

  scrutiny_linkage_panel_options_set_seed (options, seed);
  scrutiny_linkage_panel_options_set_region (options, by_region ? "region" : NULL);
  made = scrutiny_linkage_panel_new (table, "place", "year", "x", "y", options, NULL);

  return !g_str_equal (scrutiny_linkage_panel_get_verdict (made), "cannot-tell");
}

static void
measure (guint n_places, double beta, double region, gboolean by_region, guint n_runs)
{
  uint64_t seed = SEED + n_places;
  guint n_told = 0;
  Rows rows;

  rows_init (&rows, n_places);
  for (guint k = 0; k < n_runs; k++) {
    rows_fill (&rows, &seed, beta, region);
    n_told += is_told (&rows, k, by_region);
  }
  g_print (" %6.1f", 100.0 * n_told / n_runs);
  rows_clear (&rows);
}

static void
print_row (const char *label, double beta, double region, gboolean by_region, guint n_runs)
{
  static const guint sizes[] = { 6, 10, 30 };

  g_print ("%-36s", label);
  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    measure (sizes[k], beta, region, by_region, n_runs);
  g_print ("\n");
}

int
main (int argc, char **argv)
{
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 2000;

  g_print ("Links told of in places over %d years, in %% of %u runs a cell; seed %d + places\n\n",
           N_PERIODS, n_runs, SEED);
  g_print ("%-36s %6d %6d %6d\n", "places", 6, 10, 30);
  print_row ("nothing there", 0, 0, FALSE, n_runs);
  print_row ("a link of .3", 0.3, 0, FALSE, n_runs);
  print_row ("nothing, places of a region alike", 0, 2, FALSE, n_runs);
  print_row ("the same, changed within regions", 0, 2, TRUE, n_runs);

  return 0;
}
