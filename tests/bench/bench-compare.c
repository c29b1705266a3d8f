/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/comparison.h>

#include "kernel/random.h"
#include "kernel/rank-sets.h"
#include "rival.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define TIMES 5
#define N_AREAS 330

/* Speed of a funnel of 330 areas with all their rank sets, beside what R's csranks takes for a part
 * of it where it is installed.
 */

static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Shares about 0.6 with true spread, out of 100 to 20,000. */
static ScrutinyTable *
make_table (gsize n)
{
  g_autofree double *above = g_new (double, n);
  g_autofree double *below = g_new (double, n);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  guint64 seed = 3;

  for (gsize i = 0; i < n; i++) {
    double z[3];

    kernel_random_normal (&seed, 3, z);
    below[i] = round (1500 * exp (z[0]));
    const double share = 0.6 + 0.04 * z[1] + z[2] * sqrt (0.24 / below[i]);
    above[i] = round (below[i] * CLAMP (share, 0, 1));
    g_ptr_array_add (names, g_strdup_printf ("area %" G_GSIZE_FORMAT, i));
  }
  g_ptr_array_add (names, NULL);
  g_autoptr (GBytes) above_bytes = g_bytes_new (above, n * sizeof *above);
  g_autoptr (GBytes) below_bytes = g_bytes_new (below, n * sizeof *below);
  g_autoptr (ScrutinyTable) named =
      scrutiny_table_copy_with_texts (empty, "area", (const char *const *) names->pdata, NULL);
  g_autoptr (ScrutinyTable) half =
      scrutiny_table_copy_with_doubles (named, "above", above_bytes, NULL);

  return scrutiny_table_copy_with_doubles (half, "below", below_bytes, NULL);
}

static double
time_comparison (gsize n, guint draws)
{
  g_autoptr (ScrutinyTable) table = make_table (n);
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  double best = INFINITY;

  scrutiny_comparison_options_set_draws (options, draws);
  for (guint k = 0; k < TIMES; k++) {
    const double start = seconds_of_core ();
    g_autoptr (ScrutinyComparison) made =
        scrutiny_comparison_new (table, "area", "above", "below", options, NULL);
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (made));

    best = MIN (best, seconds_of_core () - start);
  }
  g_print ("funnel, dispersion, rank sets and JSON of %4" G_GSIZE_FORMAT
           " areas, %5u draws  %8.1f ms\n",
           n, draws, best * 1e3);

  return best;
}

int
main (void)
{
  const double usual = time_comparison (N_AREAS, 2000);

  time_comparison (N_AREAS, 1000);
  time_comparison (32, 2000);
  time_comparison (1000, 2000);
  rival_compare ("R csranks, simultaneous sets only", N_AREAS, "Rscript",
                 RIVAL_R ("library(csranks); n <- 330; x <- rnorm(n); s <- diag(rexp(n) + 0.1)",
                          "csranks(x, s, R = 1000)"),
                 usual);

  return 0;
}
