/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/overlap.h>

#include "kernel/random.h"

#include <stdlib.h>

#define SEED 20261201
#define MOST_FIGURES 46
#define MOST_PERIODS 60

/* In how many sets of figures that have nothing to do with each other any two are called alike:
 * what is meant is 5 in 100 at the most.
 */

static ScrutinyPanel *
draw (guint64 *seed, guint n_figures, guint n_periods, double memory)
{
  static const char *const key[] = { "figure", NULL };
  const gsize n = (gsize) n_figures * n_periods;
  g_autofree double *values = g_new (double, n);
  g_auto (GStrv) names = g_new0 (char *, n + 1);
  g_auto (GStrv) periods = g_new0 (char *, n + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();

  kernel_random_normal (seed, n, values);
  for (gsize i = 0; i < n; i++) {
    const guint at = (guint) (i % n_periods);

    if (at > 0)
      values[i] += memory * values[i - 1];
    names[i] = g_strdup_printf ("%u", (guint) (i / n_periods));
    periods[i] = g_strdup_printf ("%u-%02u", 2015 + at / 12, at % 12 + 1);
  }
  bytes = g_bytes_new (values, n * sizeof *values);
  g_autoptr (ScrutinyTable) one =
      scrutiny_table_copy_with_texts (empty, "figure", (const char *const *) names, NULL);
  g_autoptr (ScrutinyTable) two =
      scrutiny_table_copy_with_texts (one, "period", (const char *const *) periods, NULL);
  g_autoptr (ScrutinyTable) three = scrutiny_table_copy_with_doubles (two, "value", bytes, NULL);

  return scrutiny_panel_new (three, key, "period", "value", NULL);
}

/* Whether any pair is alike by the rule, and any without its allowance for how many there are. */
static void
look (ScrutinyPanel *panel, guint *n_alike, guint *n_singly)
{
  g_autoptr (ScrutinyOverlap) overlap = scrutiny_overlap_new (panel, NULL);
  ScrutinyTable *pairs = scrutiny_overlap_get_pairs (overlap);
  const double *r = scrutiny_table_get_doubles (pairs, "correlation", NULL);
  const double *low = scrutiny_table_get_doubles (pairs, "low", NULL);
  const double *high = scrutiny_table_get_doubles (pairs, "high", NULL);
  const double *alike = scrutiny_table_get_doubles (pairs, "alike", NULL);
  gboolean is_alike = FALSE, is_singly = FALSE;

  for (gsize i = 0; i < scrutiny_table_get_n_rows (pairs); i++) {
    is_alike |= alike[i] > 0;
    is_singly |= (r[i] > 0.8 && low[i] > 0.5) || (r[i] < -0.8 && high[i] < -0.5);
  }
  *n_alike += is_alike;
  *n_singly += is_singly;
}

static void
print_cell (guint n_figures, guint n_periods, double memory, guint runs)
{
  guint64 seed = SEED + n_periods;
  guint n_alike = 0, n_singly = 0;

  for (guint run = 0; run < runs; run++) {
    g_autoptr (ScrutinyPanel) panel = draw (&seed, n_figures, n_periods, memory);

    look (panel, &n_alike, &n_singly);
  }
  g_print ("%7u %7u %6.1f %8.1f %20.1f\n", n_figures, n_periods, memory, 100. * n_alike / runs,
           100. * n_singly / runs);
}

int
main (int argc, char **argv)
{
  static const guint figures[] = { 2, 10, MOST_FIGURES };
  static const guint periods[] = { 13, 24, MOST_PERIODS };
  static const double memories[] = { 0, 0.6 };
  const guint runs = argc > 1 ? (guint) atoi (argv[1]) : 50;

  g_print ("Figures that have nothing to do with each other; %% of %u sets, seed %d + periods, in "
           "which any two\nare called alike, and would be without allowing for how many pairs "
           "there are.\n\n%7s %7s %6s %8s %20s\n",
           runs, SEED, "figures", "periods", "memory", "alike", "without allowance");
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (periods); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (memories); k++)
        print_cell (figures[i], periods[j], memories[k], runs);

  return 0;
}
