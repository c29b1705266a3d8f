/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/versions.h>

#include "kernel/random.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define TIMES 5
#define N_ROWS 1000000

/* Speed of 1,000,000 figures beside the same ones revised, from a table to findings. */

static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* A third of them revised by a point or so. */
static ScrutinyTable *
make_table (void)
{
  double *first = g_new (double, N_ROWS);
  double *last = g_new (double, N_ROWS);
  guint64 seed = 1;

  kernel_random_normal (&seed, N_ROWS, first);
  kernel_random_normal (&seed, N_ROWS, last);
  for (gsize i = 0; i < N_ROWS; i++) {
    first[i] = 80 + 5 * first[i];
    last[i] = first[i] + (i % 3 == 0 ? last[i] : 0);
  }
  g_autoptr (GBytes) earlier = g_bytes_new_take (first, N_ROWS * sizeof *first);
  g_autoptr (GBytes) later = g_bytes_new_take (last, N_ROWS * sizeof *last);
  g_autoptr (ScrutinyTable) none = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) half = scrutiny_table_copy_with_doubles (none, "first", earlier, NULL);

  return scrutiny_table_copy_with_doubles (half, "last", later, NULL);
}

int
main (void)
{
  g_autoptr (ScrutinyTable) table = make_table ();
  double best = INFINITY;

  for (guint k = 0; k < TIMES; k++) {
    const double start = seconds_of_core ();
    g_autoptr (ScrutinyVersions) versions = scrutiny_versions_new (table, "first", "last", NULL);

    if (!versions)
      exit (1);
    const double took = seconds_of_core () - start;
    best = MIN (best, took);
  }
  g_print ("two versions of %d figures %8.1f ms\n", N_ROWS, best * 1e3);

  return 0;
}
