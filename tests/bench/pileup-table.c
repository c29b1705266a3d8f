/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/pileup.h>

#include "made-lengths.h"

#include <math.h>
#include <stdlib.h>

/* How often scrutiny_pileup_new_counted () says that cases pile up at a limit: where nothing
 * does, and where a fifth of those that would end in the seven lengths after the limit end on
 * the limit or the day before.  Runs, and with them the digits, are an argument: 1,000 unless
 * said.
 */

#define LIMIT 28
#define BEYOND 7
#define MOVED 0.2

static ScrutinyTable *
draw_cases (guint64 *seed, const MadeLengths *service, guint n, double moved)
{
  double *counts = g_new0 (double, MADE_LENGTHS_LONGEST),
         *lengths = g_new (double, MADE_LENGTHS_LONGEST);
  g_autoptr (GBytes) counted = g_bytes_new_take (counts, MADE_LENGTHS_LONGEST * sizeof *counts);
  g_autoptr (GBytes) numbered = g_bytes_new_take (lengths, MADE_LENGTHS_LONGEST * sizeof *lengths);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) half = NULL;

  for (guint i = 0; i < n; i++) {
    guint length = made_length_draw (seed, service);

    if (length > LIMIT && length <= LIMIT + BEYOND && made_uniform (seed) < moved)
      length = LIMIT - (guint) kernel_random_below (seed, 2);
    counts[length]++;
  }
  for (guint i = 0; i < MADE_LENGTHS_LONGEST; i++)
    lengths[i] = i;
  half = scrutiny_table_copy_with_doubles (empty, "length", numbered, NULL);

  return scrutiny_table_copy_with_doubles (half, "cases", counted, NULL);
}

static void
measure (const MadeLengths *service, guint n, double moved, guint n_runs)
{
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  guint64 seed = 20240401 + n;
  guint n_said = 0, n_untold = 0;

  scrutiny_pileup_options_set_unit (options, service->unit);
  for (guint run = 0; run < n_runs; run++) {
    g_autoptr (ScrutinyTable) table = draw_cases (&seed, service, n, moved);
    g_autoptr (ScrutinyPileup) pileup =
        scrutiny_pileup_new_counted (table, "length", "cases", LIMIT, options, NULL);

    n_said += g_str_equal (scrutiny_pileup_get_verdict (pileup), "excess");
    n_untold += g_str_equal (scrutiny_pileup_get_verdict (pileup), "cannot-tell");
  }
  g_print (" %6.1f%% (%4.1f%%)", 100.0 * n_said / n_runs, 100.0 * n_untold / n_runs);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 200, 1000, 5000 };
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 1000;

  g_print ("Said (and cannot tell), of %u runs a cell; seed 20240401 + n; limit %d\n\n", n_runs,
           LIMIT);
  g_print ("%-34s %6s %16s %16s\n", "lengths", "cases", "nothing", "a fifth moved");
  for (gsize k = 0; k < G_N_ELEMENTS (made_lengths); k++) {
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
      g_print ("%-34s %6u", made_lengths[k].label, sizes[i]);
      measure (&made_lengths[k], sizes[i], 0, n_runs);
      measure (&made_lengths[k], sizes[i], MOVED, n_runs);
      g_print ("\n");
    }
  }

  return 0;
}
