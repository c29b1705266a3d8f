/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <glib.h>

#include "kernel/just-made.h"
#include "kernel/period-end.h"
#include "made-lengths.h"

#include <stdlib.h>

/* How often more units than chance gives are said to lie just beyond a threshold, and more
 * closures at the ends of months, at 5 in 100: where nothing is there and where something is.
 * Runs are an argument: 1,000 unless said.
 */

#define LEVEL 0.05
#define MOST_UNITS 300
#define MOST_MONTHS 60

typedef struct {
  const char *label;
  guint n_units, fewest, most; /* cases of a unit */
  double share, spread;        /* of units: standard deviation of their own shares */
  double threshold, width;
} Units;

static const Units units[] = {
  { "150 units of 10 to 60, alike", 150, 10, 60, 0.93, 0, 0.95, 0.02 },
  { "150 units of 10 to 60, 4 points apart", 150, 10, 60, 0.88, 0.04, 0.90, 0.05 },
  { "150 units of 100 to 500, 3 points apart", 150, 100, 500, 0.88, 0.03, 0.90, 0.02 },
  { "40 units of 100 to 400, 3 points apart", 40, 100, 400, 0.74, 0.03, 0.75, 0.02 },
};

static guint
draw_binomial (guint64 *seed, guint n, double share)
{
  guint x = 0;

  for (guint i = 0; i < n; i++)
    x += made_uniform (seed) < share;

  return x;
}

/* Those short of the threshold by less than its width get there, as often as @moved. */
static double
measure_units (const Units *of, double moved, guint n_runs)
{
  double numerators[MOST_UNITS], denominators[MOST_UNITS], apart;
  guint64 seed = 20240403;
  guint n_said = 0;

  for (guint run = 0; run < n_runs; run++) {
    KernelJustMade found;

    for (guint i = 0; i < of->n_units; i++) {
      const guint n = of->fewest + (guint) kernel_random_below (&seed, of->most - of->fewest + 1);

      kernel_random_normal (&seed, 1, &apart);
      denominators[i] = n;
      numerators[i] = draw_binomial (&seed, n, MIN (1, of->share + of->spread * apart));
      const double needed = ceil (n * of->threshold - 1e-9);
      if (numerators[i] < needed && numerators[i] >= n * (of->threshold - of->width) &&
          made_uniform (&seed) < moved)
        numerators[i] = needed;
    }
    n_said += kernel_just_made (of->n_units, numerators, denominators, of->threshold, of->width,
                                &found) == KERNEL_OK &&
              found.p < LEVEL;
  }

  return 100.0 * n_said / n_runs;
}

/* Months of 20 to 23 working days, @busy times as many closures on the last two; months differ by
 * @spread of their size.
 */
static double
measure_months (guint n_months, double spread, double busy, guint n_runs)
{
  double ends[MOST_MONTHS], totals[MOST_MONTHS], shares[MOST_MONTHS], apart;
  guint64 seed = 20240404;
  guint n_said = 0;

  for (guint run = 0; run < n_runs; run++) {
    KernelPeriodEnd found;

    for (guint i = 0; i < n_months; i++) {
      const guint n_days = 20 + (guint) kernel_random_below (&seed, 4);

      kernel_random_normal (&seed, 1, &apart);
      ends[i] = totals[i] = 0;
      for (guint day = 0; day < n_days; day++) {
        const double mean = 8 * MAX (0.1, 1 + spread * apart) * (1.3 - 0.15 * (day % 5)) *
                            (day + 2 >= n_days ? busy : 1);
        const double count = draw_binomial (&seed, 100, mean / 100);

        totals[i] += count;
        ends[i] += day + 2 >= n_days ? count : 0;
      }
      shares[i] = 2.0 / n_days;
    }
    n_said +=
        kernel_period_end (n_months, ends, totals, shares, &found) == KERNEL_OK && found.p < LEVEL;
  }

  return 100.0 * n_said / n_runs;
}

int
main (int argc, char **argv)
{
  static const guint months[] = { 12, 24, 36 };
  static const double spreads[] = { 0, 0.3 };
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 1000;

  g_print ("Said, of %u runs a cell; seeds 20240403 and 20240404\n\n", n_runs);
  g_print ("%-42s %10s %18s\n", "just made", "nothing", "half just short");
  for (gsize k = 0; k < G_N_ELEMENTS (units); k++)
    g_print ("%-42s %9.1f%% %17.1f%%\n", units[k].label, measure_units (&units[k], 0, n_runs),
             measure_units (&units[k], 0.5, n_runs));
  g_print ("\n%-42s %10s %18s\n", "ends of months, 8 closures a day", "nothing", "30% more");
  for (gsize k = 0; k < G_N_ELEMENTS (months); k++)
    for (gsize i = 0; i < G_N_ELEMENTS (spreads); i++)
      g_print ("%2u months, %2.0f%% apart %22s %9.1f%% %17.1f%%\n", months[k], 100 * spreads[i], "",
               measure_months (months[k], spreads[i], 1, n_runs),
               measure_months (months[k], spreads[i], 1.3, n_runs));

  return 0;
}
