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
#define LONGEST 40 /* days that a part takes on average, and 5 at least */

/* How often the parts are said to have moved against the figure though no part moved: where
 * nothing changed but by chance, and where parts became larger and smaller, by a little or
 * altogether, which moves the figure.  That it was moved by their shares is then true, and
 * counted by itself.  Of shares, and of means of days that are more and more askew.  Last, how far
 * the redraws bear out the reversal of the kidney stones.
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

/* What a figure is of: NULL draws for a share; of a mean, what a case is, 1 on average. */
typedef struct {
  const char *label;
  double (*draw) (guint64 *seed);
} Figure;

static double
draw_gamma (guint64 *seed)
{
  return -log (uniform (seed) * uniform (seed) * uniform (seed)) / 3;
}

static double
draw_exponential (guint64 *seed)
{
  return -log (uniform (seed));
}

static double
draw_log_normal (guint64 *seed)
{
  double normal;

  kernel_random_normal (seed, 1, &normal);

  return exp (normal - 0.5);
}

static const Figure figures[] = {
  { "share", NULL },
  { "days, gamma 3", draw_gamma },
  { "days, exponential", draw_exponential },
  { "days, log-normal", draw_log_normal },
};

/* The parts of two periods. */
typedef struct {
  gsize k;
  double counts[2 * MOST_PARTS], totals[2 * MOST_PARTS], deviations[2 * MOST_PARTS];
  const char *parts[2 * MOST_PARTS + 1], *periods[2 * MOST_PARTS + 1];
} Rows;

static ScrutinyTable *
table_new (Rows *rows)
{
  const gsize size = 2 * rows->k * sizeof (double);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (GBytes) first = g_bytes_new (rows->counts, size);
  g_autoptr (GBytes) second = g_bytes_new (rows->totals, size);
  g_autoptr (GBytes) third = g_bytes_new (rows->deviations, size);
  g_autoptr (ScrutinyTable) one = scrutiny_table_copy_with_texts (empty, "part", rows->parts, NULL);
  g_autoptr (ScrutinyTable) two =
      scrutiny_table_copy_with_texts (one, "period", rows->periods, NULL);
  g_autoptr (ScrutinyTable) three =
      scrutiny_table_copy_with_doubles (two, "numerator", first, NULL);
  g_autoptr (ScrutinyTable) four =
      scrutiny_table_copy_with_doubles (three, "denominator", second, NULL);

  return scrutiny_table_copy_with_doubles (four, "sd", third, NULL);
}

/* As many cases as were drawn, each of its own length: their mean and deviation. */
static void
draw_mean (guint64 *seed, const Figure *figure, double mean, gsize i, Rows *rows)
{
  double sum = 0, squares = 0;

  for (double n = 0; n < rows->totals[i]; n++) {
    const double value = mean * figure->draw (seed), away = value - (n > 0 ? sum / n : 0);

    sum += value;
    squares += n / (n + 1) * away * away;
  }
  rows->counts[i] = rows->totals[i] > 0 ? sum / rows->totals[i] : NAN;
  rows->deviations[i] = rows->totals[i] > 1 ? sqrt (squares / (rows->totals[i] - 1)) : NAN;
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
draw_table (guint64 *seed, const Figure *figure, gsize k, double cases, double way)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
  double shares[MOST_PARTS], chances[MOST_PARTS], expected[MOST_PARTS], wanted[MOST_PARTS];
  Rows rows = { .k = k };

  fill_shares (seed, k, shares);
  for (gsize i = 0; i < k; i++)
    chances[i] = 0.3 + 0.6 * uniform (seed);
  for (gsize t = 0; t < 2; t++) {
    if (t > 0)
      move_shares (seed, k, shares, way);
    for (gsize i = 0; i < k; i++) {
      wanted[i] = cases * shares[i];
      expected[i] = wanted[i] * chances[i];
      rows.parts[t * k + i] = names[i];
      rows.periods[t * k + i] = t ? "after" : "before";
    }
    kernel_redraw_cases (seed, k, expected, wanted, rows.counts + t * k, rows.totals + t * k);
    for (gsize i = 0; figure->draw && i < k; i++)
      draw_mean (seed, figure, 5 + (LONGEST - 5) * (chances[i] - 0.3) / 0.6, t * k + i, &rows);
  }

  return table_new (&rows);
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
print_row (const Figure *figure, const Change *change, gsize k, double cases, guint runs)
{
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
  guint64 seed = SEED + k;
  Tally tally = { 0 };

  scrutiny_mix_options_set_draws (options, DRAWS);
  scrutiny_mix_options_set_deviation (options, figure->draw ? "sd" : NULL);
  for (guint run = 0; run < runs; run++) {
    g_autoptr (ScrutinyTable) table = draw_table (&seed, figure, k, cases, change->way);

    scrutiny_mix_options_set_seed (options, run);
    look_at (&tally, table, options);
  }
  g_print ("%-18s %-12s %5" G_GSIZE_FORMAT " %6.0f %10.2f %10.2f %10.2f %10.2f\n", figure->label,
           change->label, k, cases, 100. * tally.against / tally.n, 100. * tally.each / tally.n,
           100. * tally.shares / tally.n, 100. * tally.open / tally.n);
}

static void
print_figure (const Figure *figure, guint runs)
{
  static const Change changes[] = { { "the same", 0 }, { "a little", 0.25 }, { "any others", 1 } };

  for (gsize k = 2; k <= MOST_PARTS; k += figure->draw ? 3 : 1)
    for (double cases = 200; cases <= 20000; cases *= 10)
      for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
        print_row (figure, &changes[i], k, cases, runs);
}

static void
print_alarms (guint runs)
{
  g_print ("No part moves; %% of %u comparisons, %d redraws each, seed %d + parts.\n"
           "False: said that the parts moved against the figure (mix.mix, mix.reversal), of them "
           "each part (mix.reversal).\n"
           "True where shares changed: moved by the shares (mix.shares).  May be chance: "
           "mix.open.\n\n",
           runs, DRAWS, SEED);
  g_print ("%-18s %-12s %5s %6s %10s %10s %10s %10s\n", "figure", "shares", "parts", "cases",
           "against", "each part", "by shares", "left open");
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    print_figure (&figures[i], runs);
}

static void
print_stones (void)
{
  static const char *const segments[] = { "part", NULL };
  Rows rows = { .k = 2,
                .parts = { "small", "large", "small", "large" },
                .periods = { "open", "open", "keyhole", "keyhole" },
                .counts = { 81, 192, 234, 55 },
                .totals = { 87, 263, 270, 80 } };
  g_autoptr (ScrutinyTable) table = table_new (&rows);
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
