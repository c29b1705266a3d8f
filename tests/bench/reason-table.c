/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chain-builder.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/reason-tests.h>

#include "made-series.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How often an outcome is told to have moved, as stated or the other way, since a figure of months
 * did with which it has nothing to do, how often without the word that it may have gone one way all
 * along, and how often a step of some spreads of it is. All of it is
 * asked as a program would. Runs are an argument: 1,000 unless said.
 */

#define SEED 20261201
#define MOST MADE_SERIES_MOST

/* What an outcome does by itself.
 *
 * @slope: a month, either way
 * @wave: height of a yearly one, of any phase
 * @levels: spread of a level of its own for each month
 */
typedef struct {
  const char *label;
  double phi, slope, wave, levels, step;
} Process;

static const Process processes[] = {
  { .label = "white noise" },
  { .label = "AR .5", .phi = 0.5 },
  { .label = "AR .8", .phi = 0.8 },
  { .label = "random walk", .phi = 1 },
  { .label = "a wave of 2", .wave = 2 },
  { .label = "levels of months", .levels = 2 },
  { .label = "levels of months, AR .5", .levels = 2, .phi = 0.5 },
  { .label = "trend of .05", .slope = 0.05 },
  { .label = "trend of .1", .slope = 0.1 },
  { .label = "trend of .2", .slope = 0.2 },
  { .label = "trend of .1, AR .5", .slope = 0.1, .phi = 0.5 },
  { .label = "trend of .1, a wave of 2", .slope = 0.1, .wave = 2 },
  { .label = "a step of 1.5", .step = 1.5 },
  { .label = "a step of 1.5, AR .5", .step = 1.5, .phi = 0.5 },
  { .label = "a step of 2.5", .step = 2.5 },
};

static const gsize sides[][2] = { { 12, 3 },  { 12, 11 }, { 12, 12 }, { 24, 18 },
                                  { 24, 24 }, { 36, 36 }, { 60, 60 } };

/* Of spread 1 beside what comes every year, but for a walk, whose steps have it. */
static void
fill (uint64_t *seed, const Process *process, gsize n_before, gsize n, double *values)
{
  const double spread = process->phi < 1 ? sqrt (1 - process->phi * process->phi) : 1;
  const double way = kernel_random_below (seed, 2) ? 1 : -1;
  const double turn = 2 * G_PI * (double) kernel_random_below (seed, 12) / 12;
  double levels[12];

  kernel_random_normal (seed, 12, levels);
  make_series (seed, n, process->phi, values);
  for (gsize i = 0; i < n; i++)
    values[i] = spread * values[i] + way * process->slope * (double) i +
                process->wave * sin (2 * G_PI * (double) i / 12 + turn) +
                process->levels * levels[i % 12] + (i >= n_before ? process->step : 0);
}

static void
add_figure (ScrutinyDossierBuilder *builder, const char *id, gsize n, const double *values)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2001-01", n, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (months, values, n, NULL);

  scrutiny_dossier_builder_add_indicator (builder, id, id);
  scrutiny_dossier_builder_set_series (builder, id, series);
}

static ScrutinyChain *
chain_new (void)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();

  scrutiny_chain_builder_state (builder, "seen", SCRUTINY_STATEMENT_KIND_INDICATOR, "Seen soon");
  scrutiny_chain_builder_state (builder, "safe", SCRUTINY_STATEMENT_KIND_OUTCOME, "Safe");
  scrutiny_chain_builder_because (builder, "seen", "safe", NULL);
  scrutiny_chain_builder_set_detail (builder, "safe", "measured_by", "outcome");
  scrutiny_chain_builder_set_reason_detail (builder, "seen", "safe", "expected", "up");

  return scrutiny_chain_builder_end (builder, NULL);
}

static gboolean
says_line (ScrutinyReasonTests *tests)
{
  g_autofree char *said = scrutiny_result_dup_json (SCRUTINY_RESULT (tests));

  return strstr (said, "A straight line over all months") != NULL;
}

/* 1 where it is told to have moved, and 2 where it is said as well that it may have all along. */
static int
look (gsize n, const double *figure, const double *outcome)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyChain) chain = chain_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (ScrutinyReasonTests) tests = NULL;
  const char *moved;

  add_figure (builder, "figure", n, figure);
  add_figure (builder, "outcome", n, outcome);
  scrutiny_dossier_builder_set_chain (builder, "figure", chain);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  tests = scrutiny_reason_tests_new (dossier, "figure", NULL);
  moved = scrutiny_table_get_texts (scrutiny_reason_tests_get_table (tests), "moved")[0];

  if (!g_str_equal (moved, "as-stated") && !g_str_equal (moved, "other-way"))
    return 0;

  return says_line (tests) ? 2 : 1;
}

/* Percent told to have moved, and of all those with no word of a line. */
static void
measure (const Process *process, const gsize side[2], guint n_runs)
{
  static const Process moved = { .label = "the figure", .step = 20 };
  const gsize n = side[0] + side[1];
  uint64_t seed = SEED + n;
  guint counts[3] = { 0 };

  for (guint run = 0; run < n_runs; run++) {
    double figure[MOST], outcome[MOST];

    fill (&seed, &moved, side[0], n, figure);
    fill (&seed, process, side[0], n, outcome);
    counts[look (n, figure, outcome)]++;
  }
  g_print (" %5.1f %5.1f", 100. * (counts[1] + counts[2]) / n_runs, 100. * counts[1] / n_runs);
}

int
main (int argc, char **argv)
{
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 1000;

  g_print (
      "An outcome is told to have moved since a figure did, in %% of %u runs a cell; seed %d + "
      "months\n\n%-28s",
      n_runs, SEED, "");
  for (gsize k = 0; k < G_N_ELEMENTS (sides); k++)
    g_print ("    %3zu+%-4zu", sides[k][0], sides[k][1]);
  g_print ("\n");
  for (gsize i = 0; i < G_N_ELEMENTS (processes); i++) {
    g_print ("%-28s", processes[i].label);
    for (gsize k = 0; k < G_N_ELEMENTS (sides); k++)
      measure (&processes[i], sides[k], n_runs);
    g_print ("\n");
  }

  return 0;
}
