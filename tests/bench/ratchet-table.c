/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <glib.h>

#include "kernel/ratchet.h"
#include "made-lengths.h"

#include <stdlib.h>

/* How often targets are said to follow what was reached on one side alone, by how they are set: by
 * nothing, by a plan, by what was reached both ways, and by a ratchet.  Runs are an argument:
 * 4,000 unless said.
 */

#define LEVEL 0.04
#define MOST_YEARS 41

typedef struct {
  double values[MOST_YEARS], targets[MOST_YEARS];
} Years;

typedef double (*Draw) (guint64 *seed);

static double
draw_normal (guint64 *seed)
{
  double number;

  kernel_random_normal (seed, 1, &number);

  return number;
}

/* Mean 0, standard deviation 1, a tail upwards. */
static double
draw_skewed (guint64 *seed)
{
  return -log (made_uniform (seed)) - 1;
}

/* Standard deviation 1.7, both tails heavy: Student's with 3 degrees of freedom. */
static double
draw_heavy (guint64 *seed)
{
  double squares = 0;

  for (guint i = 0; i < 3; i++) {
    const double number = draw_normal (seed);
    squares += number * number;
  }

  return draw_normal (seed) / sqrt (squares / 3);
}

/* @follow of the way to what was reached, where it was above, and where it was below; @noise of
 * the target, which is anew about a level or a plan where @is_anew.
 */
static const struct way {
  const char *label;
  Draw draw_value, draw_target;
  double above, below, noise, rise, last; /* @last: how much of a year stays in the next */
  gboolean is_anew;
  double step;
} ways[] = {
  { "about a level", draw_normal, draw_normal, 0, 0, 3, 0, 0, TRUE, 0 },
  { "about a level, values skewed", draw_skewed, draw_normal, 0, 0, 2, 0, 0, TRUE, 0 },
  { "about a level, targets skewed", draw_normal, draw_skewed, 0, 0, 3, 0, 0, TRUE, 0 },
  { "about a level, both heavy", draw_heavy, draw_heavy, 0, 0, 2, 0, 0, TRUE, 0 },
  { "about a rising plan, values skewed", draw_skewed, draw_normal, 0, 0, 2, 1, 0, TRUE, 0 },
  { "about a rising plan, targets skewed", draw_normal, draw_skewed, 0, 0, 2, 1, 0, TRUE, 0 },
  { "drifting", draw_normal, draw_normal, 0, 0, 1, 0, 0.5, FALSE, 0 },
  { "following both ways", draw_normal, draw_normal, 0.6, 0.6, 1, 0, 0.6, FALSE, 0 },
  { "following both ways, values skewed", draw_skewed, draw_normal, 0.6, 0.6, 1, 0, 0, FALSE, 0 },
  { "last year's value, in fives", draw_normal, draw_normal, 1, 1, 0, 0, 0.6, FALSE, 5 },
  { "a ratchet of half", draw_normal, draw_normal, 0.5, 0, 0.5, 0.5, 0.3, FALSE, 0 },
  { "a ratchet of nine tenths", draw_normal, draw_normal, 0.9, 0, 0.5, 1, 0.3, FALSE, 0 },
  { "a ratchet of nine tenths, less exact", draw_normal, draw_normal, 0.9, 0, 1, 1, 0.3, FALSE, 0 },
};

static double
next_target (const struct way *way, const Years *years, guint year, guint64 *seed)
{
  const double from = years->values[year - 1] - years->targets[year - 1];
  const double noise = way->noise * way->draw_target (seed);
  double target =
      years->targets[year - 1] + noise + way->above * MAX (0, from) + way->below * MIN (0, from);

  if (way->is_anew)
    target = 80 + way->rise * year + noise;

  return way->step > 0 ? way->step * floor (target / way->step + 0.5) : target;
}

static void
draw (const struct way *way, guint n_years, guint64 *seed, Years *years)
{
  double own = 0;

  for (guint year = 0; year < n_years; year++) {
    own = way->last * own + 3 * way->draw_value (seed);
    years->values[year] = 80 + way->rise * year + own;
    years->targets[year] = year > 0 ? next_target (way, years, year, seed) : 80;
  }
}

/* On the side that is followed the slope is upwards, and the steeper. */
static gboolean
is_said (const KernelRatchet *found)
{
  return found->p < LEVEL &&
         (found->above > fabs (found->below) || found->below > fabs (found->above));
}

static void
measure (const struct way *way, guint n_years, guint n_runs, double *said, double *cannot)
{
  guint64 seed = 20240405 + n_years;
  guint n_said = 0, n_cannot = 0;

  for (guint run = 0; run < n_runs; run++) {
    KernelRatchet found;
    Years years;

    draw (way, n_years, &seed, &years);
    if (kernel_ratchet (n_years, years.values, years.targets, &found) == KERNEL_OK)
      n_said += is_said (&found);
    else
      n_cannot++;
  }
  *said = 100.0 * n_said / n_runs;
  *cannot = 100.0 * n_cannot / n_runs;
}

int
main (int argc, char **argv)
{
  static const guint years[] = { 10, 13, 17, 21, 41 };
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 4000;

  g_print ("Said (cannot tell), of %u runs a cell; seed 20240405 + years\n\n%-38s", n_runs,
           "targets set");
  for (gsize k = 0; k < G_N_ELEMENTS (years); k++)
    g_print (" %14u", years[k]);
  g_print ("\n");
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_print ("%-38s", ways[i].label);
    for (gsize k = 0; k < G_N_ELEMENTS (years); k++) {
      double said, cannot;

      measure (&ways[i], years[k], n_runs, &said, &cannot);
      g_print (" %5.1f%% (%4.1f%%)", said, cannot);
    }
    g_print ("\n");
  }

  return 0;
}
