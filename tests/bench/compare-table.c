/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/comparison.h>

#include "kernel/normal.h"
#include "kernel/random.h"

#include <math.h>
#include <stdlib.h>

/* Prints how often places hold the true one, how often a funnel names an area though none
 * differs, and how often it speaks of dispersion then; figures are made from a seed.
 */
#define SEED 20240605
#define N_RUNS 1000
#define N_DRAWS 2000

typedef struct {
  const char *label, *kind, *limits;
  guint n_areas;
  double smallest, largest; /* cases looked at, people or events expected */
  double centre, spread;    /* of the true values: a proportion, or a rate */
} Setup;

static const Setup setups[] = {
  { "proportion 0.85, 20 to 100 cases", "proportion", "exact", 10, 20, 100, 0.85, 0.05 },
  { "proportion 0.85, 20 to 100 cases", "proportion", "exact", 30, 20, 100, 0.85, 0.05 },
  { "proportion 0.85, 100 to 2000 cases", "proportion", "exact", 30, 100, 2000, 0.85, 0.03 },
  { "proportion 0.10, 30 to 300 cases", "proportion", "exact", 30, 30, 300, 0.1, 0.04 },
  { "proportion 0.50, 50 to 500 cases", "proportion", "exact", 30, 50, 500, 0.5, 0.08 },
  { "proportion 0.02, 200 to 2000 cases", "proportion", "exact", 30, 200, 2000, 0.02, 0.005 },
  { "rate, 5 to 50 events", "ratio", "exact", 30, 5, 50, 1, 0.3 },
  { "rate, 50 to 500 events", "ratio", "exact", 30, 50, 500, 1, 0.2 },
  { "values with their errors", "value", "exact", 30, 1, 4, 50, 5 },
  { "proportion 0.85, none differs", "proportion", "exact", 30, 20, 100, 0.85, 0 },
  { "proportion 0.02, none differs", "proportion", "exact", 30, 30, 300, 0.02, 0 },
  { "proportion 0.02, none differs", "proportion", "normal", 30, 30, 300, 0.02, 0 },
  { "proportion 0.30, none differs", "proportion", "exact", 150, 100, 5000, 0.3, 0 },
  { "proportion 0.30, none differs", "proportion", "normal", 150, 100, 5000, 0.3, 0 },
  { "rate, 2 to 20 events, none differs", "ratio", "exact", 30, 2, 20, 1, 0 },
  { "rate, 2 to 20 events, none differs", "ratio", "normal", 30, 2, 20, 1, 0 },
  { "values, none differs", "value", "exact", 30, 1, 4, 50, 0 },
};

static double
uniform (guint64 *seed)
{
  return ((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52;
}

static double
draw_cases (guint64 *seed, double n, double share)
{
  double cases = 0;

  for (double i = 0; i < n; i++)
    cases += uniform (seed) < share;

  return cases;
}

/* By the times between events. */
static double
draw_events (guint64 *seed, double mean)
{
  double events = -1, time = 0;

  while (time < mean) {
    time -= log (uniform (seed));
    events++;
  }

  return events;
}

typedef struct {
  double truth[200], above[200], below[200];
} Figures;

static void
draw_figures (const Setup *self, guint64 *seed, Figures *figures)
{
  for (guint i = 0; i < self->n_areas; i++) {
    double z;

    kernel_random_normal (seed, 1, &z);
    figures->truth[i] = self->centre + self->spread * z;
    figures->below[i] = self->smallest * pow (self->largest / self->smallest, uniform (seed));
    if (g_str_equal (self->kind, "proportion")) {
      figures->truth[i] = CLAMP (figures->truth[i], 0.001, 0.999);
      figures->below[i] = round (figures->below[i]);
      figures->above[i] = draw_cases (seed, figures->below[i], figures->truth[i]);
    } else if (g_str_equal (self->kind, "ratio")) {
      figures->truth[i] = MAX (figures->truth[i], 0.05);
      figures->above[i] = draw_events (seed, figures->below[i] * figures->truth[i]);
    } else {
      kernel_random_normal (seed, 1, &z);
      figures->above[i] = figures->truth[i] + figures->below[i] * z;
    }
  }
}

static ScrutinyTable *
table_of (const Setup *self, const Figures *figures)
{
  const gsize size = self->n_areas * sizeof (double);
  g_autoptr (GBytes) above = g_bytes_new (figures->above, size);
  g_autoptr (GBytes) below = g_bytes_new (figures->below, size);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();

  for (guint i = 0; i < self->n_areas; i++)
    g_ptr_array_add (names, g_strdup_printf ("%u", i));
  g_ptr_array_add (names, NULL);
  g_autoptr (ScrutinyTable) named =
      scrutiny_table_copy_with_texts (empty, "area", (const char *const *) names->pdata, NULL);
  g_autoptr (ScrutinyTable) half = scrutiny_table_copy_with_doubles (named, "above", above, NULL);

  return scrutiny_table_copy_with_doubles (half, "below", below, NULL);
}

typedef struct {
  double alone, at_once, width, named, any_named, dispersed;
} Rates;

static gboolean
holds (ScrutinyTable *areas, const char *low, const char *high, guint i, guint place)
{
  return scrutiny_table_get_doubles (areas, low, NULL)[i] <= place &&
         place <= scrutiny_table_get_doubles (areas, high, NULL)[i];
}

static gboolean
speaks_of (ScrutinyComparison *comparison, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (comparison));

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      return TRUE;

  return FALSE;
}

static void
count (const Setup *self, const Figures *figures, ScrutinyComparison *comparison, Rates *rates)
{
  ScrutinyTable *areas = scrutiny_comparison_get_areas (comparison);
  const double *outside = scrutiny_table_get_doubles (areas, "outside998", NULL);
  const double *low = scrutiny_table_get_doubles (areas, "rank_low", NULL);
  const double *high = scrutiny_table_get_doubles (areas, "rank_high", NULL);
  guint n_alone = 0, n_at_once = 0, n_named = 0;

  for (guint i = 0; i < self->n_areas; i++) {
    guint place = 1;

    for (guint k = 0; k < self->n_areas; k++)
      place += figures->truth[k] > figures->truth[i];
    n_alone += holds (areas, "rank_low_alone", "rank_high_alone", i, place);
    n_at_once += holds (areas, "rank_low", "rank_high", i, place);
    n_named += outside[i] != 0;
    rates->width += (high[i] - low[i] + 1) / self->n_areas;
  }
  rates->alone += (double) n_alone / self->n_areas;
  rates->at_once += n_at_once == self->n_areas;
  rates->named += (double) n_named / self->n_areas;
  rates->any_named += n_named > 0;
  rates->dispersed += speaks_of (comparison, "compare.dispersion");
}

static void
run (const Setup *self, guint n_runs)
{
  guint64 seed = SEED;
  Rates rates = { 0 };

  for (guint r = 0; r < n_runs; r++) {
    g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
    Figures figures;

    draw_figures (self, &seed, &figures);
    g_autoptr (ScrutinyTable) table = table_of (self, &figures);
    scrutiny_comparison_options_set_kind (options, self->kind);
    scrutiny_comparison_options_set_limits (options, self->limits);
    scrutiny_comparison_options_set_draws (options, N_DRAWS);
    g_autoptr (ScrutinyComparison) comparison =
        scrutiny_comparison_new (table, "area", "above", "below", options, NULL);
    if (!comparison || scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (comparison)))
      continue;
    count (self, &figures, comparison, &rates);
  }
  g_print ("%-36s %-6s %5u  %6.1f %6.1f %6.1f", self->label, self->limits, self->n_areas,
           100 * rates.alone / n_runs, 100 * rates.at_once / n_runs, rates.width / n_runs);
  if (self->spread == 0)
    g_print ("  %8.3f %7.1f %9.1f", 100 * rates.named / n_runs, 100 * rates.any_named / n_runs,
             100 * rates.dispersed / n_runs);
  g_print ("\n");
}

/* usage: compare-table [RUNS] */
int
main (int argc, char **argv)
{
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : N_RUNS;

  g_print ("%u runs a row, %d draws, seed %d; in percent\n", n_runs, N_DRAWS, SEED);
  g_print ("%-36s %-6s %5s  %6s %6s %6s  %8s %7s %9s\n", "", "limits", "areas", "alone", "all",
           "width", "outside", "any", "spread");
  for (gsize i = 0; i < G_N_ELEMENTS (setups); i++)
    run (&setups[i], n_runs);

  return 0;
}
