/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/composite.h>

#include "kernel/random.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define TIMES 5
#define N_UNITS 330
#define N_COMPONENTS 10

/* Speed of a score of 330 units and 10 components, with 1,000 sets of weights. */

static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static ScrutinyTable *
with_component (ScrutinyTable *table, guint k, guint64 *seed)
{
  g_autoptr (ScrutinyTable) before = table;
  g_autofree double *values = g_new (double, N_UNITS);
  g_autofree char *name = g_strdup_printf ("component %u", k);
  g_autoptr (GBytes) bytes = NULL;

  kernel_random_normal (seed, N_UNITS, values);
  bytes = g_bytes_new (values, N_UNITS * sizeof *values);

  return scrutiny_table_copy_with_doubles (before, name, bytes, NULL);
}

static ScrutinyTable *
make_table (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_auto (GStrv) names = NULL;
  ScrutinyTable *table;
  guint64 seed = 1;

  for (guint i = 0; i < N_UNITS; i++) {
    g_autofree char *name = g_strdup_printf ("unit %u", i);

    g_strv_builder_add (builder, name);
  }
  names = g_strv_builder_end (builder);
  table = scrutiny_table_copy_with_texts (empty, "unit", (const char *const *) names, NULL);
  for (guint k = 0; k < N_COMPONENTS; k++)
    table = with_component (table, k, &seed);

  return table;
}

int
main (void)
{
  g_autoptr (ScrutinyTable) table = make_table ();
  double best = INFINITY;

  for (guint k = 0; k < TIMES; k++) {
    const double start = seconds_of_core ();
    g_autoptr (ScrutinyComposite) composite = scrutiny_composite_new (table, "unit", NULL, NULL);

    if (!composite)
      exit (1);
    const double took = seconds_of_core () - start;
    best = MIN (best, took);
  }
  g_print ("score of %d units, %d components, 1,000 sets of weights %8.1f ms\n", N_UNITS,
           N_COMPONENTS, best * 1e3);

  return 0;
}
