/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/mix.h>

#include "kernel/random-count.h"
#include "kernel/random.h"

#include <math.h>
#include <stdlib.h>

#define SEED 20260401
#define DRAWS 500
#define MOST_PARTS 8

/* How often it is said that figure and parts moved apart though no part moved: where nothing
 * changed but by chance, and where parts became larger and smaller, which moves the figure.
 * Then how far the redraws bear out the reversal of the kidney stones.
 */

static double
uniform (guint64 *seed)
{
  return ((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52;
}

/* Shares that add up to 1, any as likely as any other. */
static void
fill_shares (guint64 *seed, gsize k, double *shares)
{
  double sum = 0;

  for (gsize i = 0; i < k; i++)
    sum += shares[i] = -log (uniform (seed));
  for (gsize i = 0; i < k; i++)
    shares[i] /= sum;
}

/* Rows of both periods, @cases each, parts drawn by their shares. */
static ScrutinyTable *
table_new (gsize k,
           const char *const *parts,
           const char *const *periods,
           double *counts,
           double *totals)
{
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (GBytes) first = g_bytes_new (counts, 2 * k * sizeof *counts);
  g_autoptr (GBytes) second = g_bytes_new (totals, 2 * k * sizeof *totals);
  g_autoptr (ScrutinyTable) one = scrutiny_table_copy_with_texts (empty, "part", parts, NULL);
  g_autoptr (ScrutinyTable) two = scrutiny_table_copy_with_texts (one, "period", periods, NULL);
  g_autoptr (ScrutinyTable) three =
      scrutiny_table_copy_with_doubles (two, "numerator", first, NULL);

  return scrutiny_table_copy_with_doubles (three, "denominator", second, NULL);
}

static ScrutinyTable *
draw_table (guint64 *seed, gsize k, double cases, gboolean same_shares)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
  const char *parts[2 * MOST_PARTS + 1] = { 0 }, *periods[2 * MOST_PARTS + 1] = { 0 };
  double shares[MOST_PARTS], chances[MOST_PARTS], expected[MOST_PARTS], wanted[MOST_PARTS];
  double counts[2 * MOST_PARTS], totals[2 * MOST_PARTS];

  fill_shares (seed, k, shares);
  for (gsize i = 0; i < k; i++)
    chances[i] = 0.3 + 0.6 * uniform (seed);
  for (gsize t = 0; t < 2; t++) {
    if (t > 0 && !same_shares)
      fill_shares (seed, k, shares);
    for (gsize i = 0; i < k; i++) {
      wanted[i] = cases * shares[i];
      expected[i] = wanted[i] * chances[i];
      parts[t * k + i] = names[i];
      periods[t * k + i] = t ? "after" : "before";
    }
    kernel_redraw_cases (seed, k, expected, wanted, counts + t * k, totals + t * k);
  }

  return table_new (k, parts, periods, counts, totals);
}

typedef struct {
  guint apart, firm, all, open, n;
} Tally;

static void
look_at (Tally *tally, ScrutinyTable *table, ScrutinyMixOptions *options)
{
  static const char *const segments[] = { "part", NULL };
  g_autoptr (ScrutinyMix) mix =
      scrutiny_mix_new (table, segments, "numerator", "denominator", options, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (mix));

  tally->n++;
  for (guint i = 0; i < findings->len; i++) {
    const char *id = scrutiny_finding_get_id (findings->pdata[i]);
    g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[i], NULL);

    tally->open += g_str_equal (id, "mix.open");
    tally->all += g_str_equal (id, "mix.reversal");
    tally->apart += g_str_equal (id, "mix.mix") || g_str_equal (id, "mix.reversal");
    tally->firm += g_str_equal (id, "mix.mix") && g_strrstr (said, "Within its parts it") != NULL;
  }
}

static void
print_row (const char *what, gsize k, double cases, gboolean same_shares, guint runs)
{
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
  guint64 seed = SEED + k;
  Tally tally = { 0 };

  scrutiny_mix_options_set_draws (options, DRAWS);
  for (guint run = 0; run < runs; run++) {
    g_autoptr (ScrutinyTable) table = draw_table (&seed, k, cases, same_shares);

    scrutiny_mix_options_set_seed (options, run);
    look_at (&tally, table, options);
  }
  g_print ("%-18s %5" G_GSIZE_FORMAT " %6.0f %10.2f %10.2f %10.2f %10.2f\n", what, k, cases,
           100. * tally.apart / tally.n, 100. * (tally.firm + tally.all) / tally.n,
           100. * tally.all / tally.n, 100. * tally.open / tally.n);
}

static void
print_stones (void)
{
  static const char *const parts[] = { "small", "large", "small", "large", NULL };
  static const char *const periods[] = { "open", "open", "keyhole", "keyhole", NULL };
  static const char *const segments[] = { "part", NULL };
  double counts[] = { 81, 192, 234, 55 }, totals[] = { 87, 263, 270, 80 };
  g_autoptr (ScrutinyTable) table = table_new (2, parts, periods, counts, totals);
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();

  for (guint draws = 2000; draws <= 200000; draws *= 10) {
    scrutiny_mix_options_set_draws (options, draws);
    g_autoptr (ScrutinyMix) mix =
        scrutiny_mix_new (table, segments, "numerator", "denominator", options, NULL);
    const double agreement = scrutiny_mix_get_agreement (mix);
    g_print ("kidney stones, %6u redraws: support %.4f (standard error %.4f); published 0.878\n",
             draws, agreement, sqrt (agreement * (1 - agreement) / draws));
  }
}

int
main (int argc, char **argv)
{
  const guint runs = argc > 1 ? (guint) atoi (argv[1]) : 200;

  g_print ("no part moves; %% of %u comparisons, %d redraws each, seed %d\n", runs, DRAWS, SEED);
  g_print ("%-18s %5s %6s %10s %10s %10s %10s\n", "shares of parts", "parts", "cases", "said",
           "and firm", "each part", "left open");
  for (gsize k = 2; k <= MOST_PARTS; k++)
    for (double cases = 200; cases <= 2000; cases *= 10) {
      print_row ("as they were", k, cases, TRUE, runs);
      print_row ("others", k, cases, FALSE, runs);
    }
  print_stones ();

  return 0;
}
