/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/drift.h>

#include "kernel/random-count.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define TIMES 5
#define N_SERIES 1000
#define N_MONTHS 60

/* Speed of the split of 1,000 figures of 60 months, from series to findings. */

static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static ScrutinySeries *
make_series (guint64 *seed)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2019-04", N_MONTHS, NULL);
  double numerators[N_MONTHS], denominators[N_MONTHS];

  for (guint i = 0; i < N_MONTHS; i++) {
    numerators[i] = kernel_random_poisson (seed, 40);
    denominators[i] = 1 + kernel_random_poisson (seed, 500);
  }

  return scrutiny_series_new_ratio (months, numerators, N_MONTHS, denominators, N_MONTHS, 1000,
                                    NULL);
}

static void
split (GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++) {
    g_autoptr (ScrutinyDrift) drift = scrutiny_drift_new (all->pdata[i], NULL, NULL, NULL);

    if (!drift || isnan (scrutiny_drift_get_chance (drift)))
      exit (1);
  }
}

int
main (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  guint64 seed = 1;
  double best = INFINITY;

  for (guint i = 0; i < N_SERIES; i++)
    g_ptr_array_add (all, make_series (&seed));
  for (guint k = 0; k < TIMES; k++) {
    const double start = seconds_of_core ();

    split (all);
    const double took = seconds_of_core () - start;
    best = MIN (best, took);
  }
  g_print ("drift of a figure of %d months %8.1f us\n", N_MONTHS, best / N_SERIES * 1e6);

  return 0;
}
