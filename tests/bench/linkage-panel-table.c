/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/linkage-panel.h>

#include "made-series.h"

#include <math.h>
#include <stdlib.h>

/* How often a link in the same places is told of where there is none and where there is one: places
 * follow themselves by .8, and shocks are in both figures everywhere. Places differ in size, drift,
 * have seasons of their own, or resemble those of their region. Runs are an argument: 2,000 unless
 * said.
 */

#define SEED 20261201
#define MOST_PERIODS 36
#define N_REGIONS 5

/* What places do by themselves.
 *
 * @months: how many there are, or 0 for 12 years
 * @beta: of the outcome on the figure
 * @region: how much places of a region share in each figure
 * @sizes: spread of the logarithm of the spread of a place, in both figures
 * @widest: how many times as wide the first place is
 * @drift: spread of the lines of places, of each figure by itself
 * @drift_sizes: spread of the logarithm of how far a place drifts, in both figures
 * @drift_shared: spread of the lines of places, the same in both figures
 * @season: spread of the levels of months of a place, of each figure by itself
 * @season_shared: the same in both figures
 */
typedef struct {
  const char *label;
  guint months;
  double beta, region;
  gboolean by_region;
  double sizes, widest;
  double drift, drift_sizes, drift_shared;
  double season, season_shared;
} Process;

static const Process processes[] = {
  { .label = "nothing there" },
  { .label = "a link of .3", .beta = 0.3 },
  { .label = "nothing, places of unequal spread", .sizes = 1 },
  { .label = "nothing, one five times as wide", .widest = 5 },
  { .label = "nothing, one twenty times as wide", .widest = 20 },
  { .label = "nothing, places drift", .drift = 0.5 },
  { .label = "nothing, some drift far in both", .drift = 0.3, .drift_sizes = 1 },
  { .label = "nothing, places drift alike in both", .drift_shared = 0.5 },
  { .label = "nothing, places of a region alike", .region = 2 },
  { .label = "the same, changed within regions", .region = 2, .by_region = TRUE },
  { .label = "24 months, nothing there", .months = 24 },
  { .label = "24 months, a link of .3", .months = 24, .beta = 0.3 },
  { .label = "24 months, seasons of places", .months = 24, .season = 2 },
  { .label = "24 months, the same in both", .months = 24, .season_shared = 2 },
  { .label = "36 months, the same in both", .months = 36, .season_shared = 2 },
};

typedef struct {
  gsize n, n_periods;
  char **places, **periods, **regions;
  double *x, *y;
} Rows;

static void
rows_init (Rows *self, guint n_places, guint months)
{
  self->n_periods = months > 0 ? months : 12;
  self->n = (gsize) n_places * self->n_periods;
  self->places = g_new0 (char *, self->n + 1);
  self->periods = g_new0 (char *, self->n + 1);
  self->regions = g_new0 (char *, self->n + 1);
  self->x = g_new (double, self->n);
  self->y = g_new (double, self->n);
  for (gsize i = 0; i < self->n; i++) {
    const guint place = (guint) (i / self->n_periods), t = (guint) (i % self->n_periods);

    self->places[i] = g_strdup_printf ("%02u", place);
    self->periods[i] = months > 0 ? g_strdup_printf ("%u-%02u", 2001 + t / 12, 1 + t % 12)
                                  : g_strdup_printf ("%u", 2001 + t);
    self->regions[i] = g_strdup_printf ("%u", place % N_REGIONS);
  }
}

static void
rows_clear (Rows *self)
{
  g_strfreev (self->places);
  g_strfreev (self->periods);
  g_strfreev (self->regions);
  g_free (self->x);
  g_free (self->y);
}

static double
draw (uint64_t *seed)
{
  double one;

  kernel_random_normal (seed, 1, &one);

  return one;
}

/* What a place has of its own in both figures. */
typedef struct {
  double size, far, line;
  double levels[12];
} Place;

static Place
draw_place (uint64_t *seed, const Process *process, gsize g)
{
  Place place = { .size = exp (process->sizes * draw (seed)),
                  .far = exp (process->drift_sizes * draw (seed)),
                  .line = process->drift_shared * draw (seed) };

  if (g == 0 && process->widest > 0)
    place.size *= process->widest;
  kernel_random_normal (seed, 12, place.levels);

  return place;
}

static void
add_own (uint64_t *seed, const Process *process, const Place *place, gsize n, double *values)
{
  const double line = place->line + place->far * process->drift * draw (seed);
  double levels[12];

  kernel_random_normal (seed, 12, levels);
  for (gsize t = 0; t < n; t++)
    values[t] = place->size * values[t] + line * (double) t + process->season * levels[t % 12] +
                process->season_shared * place->levels[t % 12];
}

static void
fill_place (Rows *self,
            uint64_t *seed,
            const Process *process,
            gsize g,
            double common[2][MOST_PERIODS])
{
  const Place place = draw_place (seed, process, g);
  double *x = self->x + g * self->n_periods, *y = self->y + g * self->n_periods;

  make_series (seed, self->n_periods, 0.8, x);
  make_series (seed, self->n_periods, 0.8, y);
  for (gsize t = 0; t < self->n_periods; t++) {
    x[t] += process->region * common[0][t];
    y[t] += process->beta * x[t] + process->region * common[1][t];
  }
  add_own (seed, process, &place, self->n_periods, x);
  add_own (seed, process, &place, self->n_periods, y);
}

static void
rows_fill (Rows *self, uint64_t *seed, const Process *process)
{
  const gsize n = self->n_periods;
  double shocks[2 * MOST_PERIODS], common[N_REGIONS][2][MOST_PERIODS];

  kernel_random_normal (seed, 2 * n, shocks);
  for (gsize r = 0; r < N_REGIONS; r++) {
    make_series (seed, n, 0.8, common[r][0]);
    make_series (seed, n, 0.8, common[r][1]);
  }
  for (gsize g = 0; g < self->n / n; g++)
    fill_place (self, seed, process, g, common[g % N_REGIONS]);
  for (gsize i = 0; i < self->n; i++) {
    self->x[i] += 2 * shocks[i % n];
    self->y[i] += 2 * (shocks[i % n] + shocks[n + i % n]);
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
      scrutiny_table_copy_with_texts (first, "period", (const char *const *) rows->periods, NULL);
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
  made = scrutiny_linkage_panel_new (table, "place", "period", "x", "y", options, NULL);

  return !g_str_equal (scrutiny_linkage_panel_get_verdict (made), "cannot-tell");
}

static void
measure (guint n_places, const Process *process, guint n_runs)
{
  uint64_t seed = SEED + n_places;
  guint n_told = 0;
  Rows rows;

  rows_init (&rows, n_places, process->months);
  for (guint k = 0; k < n_runs; k++) {
    rows_fill (&rows, &seed, process);
    n_told += is_told (&rows, k, process->by_region);
  }
  g_print (" %6.1f", 100.0 * n_told / n_runs);
  rows_clear (&rows);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 5, 6, 8, 10, 30 };
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 2000;

  g_print ("Links told of in places over 12 years, in %% of %u runs a cell; seed %d + places\n\n",
           n_runs, SEED);
  g_print ("%-36s", "places");
  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    g_print (" %6u", sizes[k]);
  g_print ("\n");
  for (gsize i = 0; i < G_N_ELEMENTS (processes); i++) {
    g_print ("%-36s", processes[i].label);
    for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
      measure (sizes[k], &processes[i], n_runs);
    g_print ("\n");
  }

  return 0;
}
