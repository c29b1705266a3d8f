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

/* How often the parts are said to have moved against the figure though no part moved: where
 * nothing changed but by chance, and where parts became larger and smaller, by a little or
 * altogether, which moves the figure.  That it was moved by their shares is then true, and
 * counted by itself.  Last, how far the redraws bear out the reversal of the kidney stones.
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

/* A quarter of the way to any others, or all of it. */
static void
move_shares (guint64 *seed, gsize k, double *shares, double way)
{
  double others[MOST_PARTS];

  fill_shares (seed, k, others);
  for (gsize i = 0; i < k; i++)
    shares[i] += way * (others[i] - shares[i]);
}

static ScrutinyTable *
draw_table (guint64 *seed, gsize k, double cases, double way)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
  const char *parts[2 * MOST_PARTS + 1] = { 0 }, *periods[2 * MOST_PARTS + 1] = { 0 };
  double shares[MOST_PARTS], chances[MOST_PARTS], expected[MOST_PARTS], wanted[MOST_PARTS];
  double counts[2 * MOST_PARTS], totals[2 * MOST_PARTS];

  fill_shares (seed, k, shares);
  for (gsize i = 0; i < k; i++)
    chances[i] = 0.3 + 0.6 * uniform (seed);
  for (gsize t = 0; t < 2; t++) {
    if (t > 0)
      move_shares (seed, k, shares, way);
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

/* How many were said to have parts that moved against the figure, each part to have done so, the
 * figure to have been moved by the shares, and the parts to have moved against it perhaps.
 */
typedef struct {
  guint against, each, shares, open, n;
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

    tally->against += g_str_equal (id, "mix.mix") || g_str_equal (id, "mix.reversal");
    tally->each += g_str_equal (id, "mix.reversal");
    tally->shares += g_str_equal (id, "mix.shares");
    tally->open += g_str_equal (id, "mix.open");
  }
}

typedef struct {
  const char *label;
  double way; /* of the shares to any others */
} Change;

static void
print_row (const Change *change, gsize k, double cases, guint runs)
{
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
  guint64 seed = SEED + k;
  Tally tally = { 0 };

  scrutiny_mix_options_set_draws (options, DRAWS);
  for (guint run = 0; run < runs; run++) {
    g_autoptr (ScrutinyTable) table = draw_table (&seed, k, cases, change->way);

    scrutiny_mix_options_set_seed (options, run);
    look_at (&tally, table, options);
  }
  g_print ("%-16s %5" G_GSIZE_FORMAT " %6.0f %10.2f %10.2f %10.2f %10.2f\n", change->label, k,
           cases, 100. * tally.against / tally.n, 100. * tally.each / tally.n,
           100. * tally.shares / tally.n, 100. * tally.open / tally.n);
}

static void
print_alarms (guint runs)
{
  static const Change changes[] = { { "the same", 0 }, { "a little", 0.25 }, { "any others", 1 } };

  g_print ("No part moves; %% of %u comparisons, %d redraws each, seed %d + parts.\n"
           "False: said that the parts moved against the figure (mix.mix, mix.reversal), of them "
           "each part (mix.reversal).\n"
           "True where shares changed: moved by the shares (mix.shares).  May be chance: "
           "mix.open.\n\n",
           runs, DRAWS, SEED);
  g_print ("%-16s %5s %6s %10s %10s %10s %10s\n", "shares", "parts", "cases", "against",
           "each part", "by shares", "left open");
  for (gsize k = 2; k <= MOST_PARTS; k++)
    for (double cases = 200; cases <= 20000; cases *= 10)
      for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
        print_row (&changes[i], k, cases, runs);
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

  print_alarms (runs);
  print_stones ();

  return 0;
}
