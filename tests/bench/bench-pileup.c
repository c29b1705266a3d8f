/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/heaping.h>
#include <scrutiny/pileup.h>

#include "made-lengths.h"

#include <time.h>

#define N 1000000
#define TIMES 7

/* How long a pile-up and heaped digits take in a million lengths: from a table to findings, other
 * limits and the picture's rows included.
 */

static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static ScrutinyTable *
make_table (void)
{
  double *lengths = g_new (double, N);
  g_autoptr (GBytes) bytes = g_bytes_new_take (lengths, N * sizeof *lengths);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  guint64 seed = 1;

  for (guint i = 0; i < N; i++)
    lengths[i] = made_length_draw (&seed, &made_lengths[0]);

  return scrutiny_table_copy_with_doubles (empty, "length", bytes, NULL);
}

static ScrutinyResult *
look_for_pile (ScrutinyTable *table, const char *unit)
{
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();

  scrutiny_pileup_options_set_unit (options, unit);

  return SCRUTINY_RESULT (scrutiny_pileup_new (table, "length", 28, options, NULL));
}

static ScrutinyResult *
look_for_heaps (ScrutinyTable *table, const char *unit)
{
  return SCRUTINY_RESULT (scrutiny_heaping_new (table, "length", unit, NULL));
}

static void
measure (const char *what,
         ScrutinyResult *(*look) (ScrutinyTable *table, const char *unit),
         ScrutinyTable *table,
         const char *unit)
{
  double best = INFINITY;

  for (guint k = 0; k < TIMES; k++) {
    const double start = seconds_of_core ();
    g_autoptr (ScrutinyResult) result = look (table, unit);

    best = MIN (best, seconds_of_core () - start);
  }
  g_print ("%-44s %8d  %10.3f ms\n", what, N, best * 1e3);
}

int
main (void)
{
  g_autoptr (ScrutinyTable) table = make_table ();

  measure ("pile-up, days", look_for_pile, table, "days");
  measure ("pile-up, minutes", look_for_pile, table, "minutes");
  measure ("pile-up, hours", look_for_pile, table, "hours");
  measure ("heaped digits, days", look_for_heaps, table, "days");

  return 0;
}
