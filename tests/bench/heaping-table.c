/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/heaping.h>

#include "made-lengths.h"

#include <stdlib.h>

/* How often scrutiny_heaping_new_with_options () says that last digits are uneven: where nothing is
 * heaped, and where 8 in 100 lengths are rounded to 5. Working days cannot tell, and are left out.
 * Runs are an argument: 1,000 unless said.
 */

#define ROUNDED 0.08

/* Of cases that may be shown, where not all are. */
#define FEWEST 5

static ScrutinyTable *
draw_cases (guint64 *seed, const MadeLengths *service, guint n, double rounded)
{
  double *lengths = g_new (double, n);
  g_autoptr (GBytes) bytes = g_bytes_new_take (lengths, n * sizeof *lengths);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();

  for (guint i = 0; i < n; i++) {
    const guint length = made_length_draw (seed, service);

    lengths[i] = made_uniform (seed) < rounded ? (length + 2) / 5 * 5 : length;
  }

  return scrutiny_table_copy_with_doubles (empty, "length", bytes, NULL);
}

static void
measure (const MadeLengths *service, guint n, double rounded, guint fewest, guint n_runs)
{
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  guint64 seed = 20240402 + n;
  guint n_said = 0;

  scrutiny_pileup_options_set_unit (options, service->unit);
  scrutiny_pileup_options_set_disclosure (options, fewest);
  for (guint run = 0; run < n_runs; run++) {
    g_autoptr (ScrutinyTable) table = draw_cases (&seed, service, n, rounded);
    g_autoptr (ScrutinyHeaping) heaping =
        scrutiny_heaping_new_with_options (table, "length", options, NULL);

    n_said += g_str_equal (scrutiny_heaping_get_verdict (heaping), "heaped");
  }
  g_print (" %10.1f%%", 100.0 * n_said / n_runs);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 200, 1000, 5000 };
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 1000;

  g_print ("Said, of %u runs a cell; seed 20240402 + n\n\n", n_runs);
  g_print ("%-34s %6s %11s %11s %11s %11s\n", "lengths", "cases", "nothing", "rounded", "all shown",
           "rounded");
  for (gsize k = 0; k < G_N_ELEMENTS (made_lengths); k++) {
    for (gsize i = 0; i < G_N_ELEMENTS (sizes) && made_lengths[k].period != 5; i++) {
      g_print ("%-34s %6u", made_lengths[k].label, sizes[i]);
      measure (&made_lengths[k], sizes[i], 0, FEWEST, n_runs);
      measure (&made_lengths[k], sizes[i], ROUNDED, FEWEST, n_runs);
      measure (&made_lengths[k], sizes[i], 0, 0, n_runs);
      measure (&made_lengths[k], sizes[i], ROUNDED, 0, n_runs);
      g_print ("\n");
    }
  }

  return 0;
}
