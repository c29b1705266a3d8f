/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <glib.h>

#include "base/civil.h"
#include "challenge/month-ends.h"
#include "kernel/just-made.h"
#include "made-lengths.h"

#include <stdlib.h>

/* How often more units than chance gives are said to lie just beyond a threshold, and more
 * closures at the ends of months: where nothing is there and where something is.
 * Runs are an argument: 1,000 unless said.
 */

#define LEVEL 0.05
#define MOST_UNITS 300

/* Of ends of months. */
#define PERIOD_END_LEVEL 0.04
#define FEWEST_STRETCHES 8
#define FEWEST_TOLD 5
#define DAYS_IN_WEEK 7

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

/* Closures a day by weekday, over the mean. */
static const struct week {
  const char *label;
  double weights[DAYS_IN_WEEK];
} weeks[] = {
  { "every working day alike", { 1, 1, 1, 1, 1, 0.05, 0.02 } },
  { "Mondays busiest", { 1.3, 1.15, 1, 0.85, 0.7, 0.05, 0.02 } },
  { "Fridays busiest", { 0.7, 0.85, 1, 1.15, 1.3, 0.05, 0.02 } },
};

/* The day with which the last two working days of a month begin. */
static gint64
find_end (gint64 after)
{
  gint64 day = after;

  for (guint n = 0; n < 2;)
    n += civil_weekday (--day) < 5;

  return day;
}

/* A month of closures, @busy times as many at its end. */
static void
draw_month (guint64 *seed, gint64 month, const double *weights, double busy, GArray *moments)
{
  const int year = (int) (month / 12), number = (int) (month % 12) + 1;
  const gint64 first = civil_to_days (year, number, 1);
  const gint64 after = first + civil_days_in_month (year, number), end = find_end (after);

  for (gint64 day = first; day < after; day++) {
    const double mean = weights[civil_weekday (day)] * (day >= end ? busy : 1);
    const guint n = draw_binomial (seed, 100, MIN (1, mean / 100));

    for (guint i = 0; i < n; i++) {
      const double moment = 86400.0 * (double) day + 43200;

      g_array_append_val (moments, moment);
    }
  }
}

/* Services of @n_months and the two that do not count, from some month of a quarter of a century
 * on; months differ by @spread of their size.
 */
static double
measure_months (const struct week *of,
                guint n_months,
                double mean,
                double spread,
                double busy,
                guint n_runs)
{
  guint64 seed = 20240404;
  guint n_said = 0;

  for (guint run = 0; run < n_runs; run++) {
    const gint64 first = 2000 * 12 + (gint64) kernel_random_below (&seed, 300);
    g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (double));
    g_auto (MonthEnds) months = { 0 };
    KernelPeriodEnd found;

    for (guint i = 0; i < n_months + 2; i++) {
      double weights[DAYS_IN_WEEK], apart;

      kernel_random_normal (&seed, 1, &apart);
      for (guint k = 0; k < DAYS_IN_WEEK; k++)
        weights[k] = mean * MAX (0.1, 1 + spread * apart) * of->weights[k];
      draw_month (&seed, first + i, weights, busy, moments);
    }
    month_ends_init (&months, (const double *) moments->data, moments->len, 2, FEWEST_TOLD);
    n_said += months.n >= FEWEST_STRETCHES &&
              kernel_period_end (months.n, months.ends, months.totals, months.shares, &found) ==
                  KERNEL_OK &&
              found.p < PERIOD_END_LEVEL;
  }

  return 100.0 * n_said / n_runs;
}

static void
print_months (const struct week *of, double mean, guint n_runs)
{
  static const guint months[] = { 12, 24, 36, 60 };
  static const double spreads[] = { 0, 0.3 };

  for (gsize k = 0; k < G_N_ELEMENTS (months); k++)
    for (gsize i = 0; i < G_N_ELEMENTS (spreads); i++)
      g_print ("%-24s %3.0f %3u %4.0f%% %9.1f%% %17.1f%%\n", of->label, mean, months[k],
               100 * spreads[i], measure_months (of, months[k], mean, spreads[i], 1, n_runs),
               measure_months (of, months[k], mean, spreads[i], 1.3, n_runs));
}

int
main (int argc, char **argv)
{
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 1000;

  g_print ("Said, of %u runs a cell; seeds 20240403 and 20240404\n\n", n_runs);
  g_print ("%-42s %10s %18s\n", "just made", "nothing", "half just short");
  for (gsize k = 0; k < G_N_ELEMENTS (units); k++)
    g_print ("%-42s %9.1f%% %17.1f%%\n", units[k].label, measure_units (&units[k], 0, n_runs),
             measure_units (&units[k], 0.5, n_runs));
  g_print ("\n%-24s %3s %3s %5s %10s %18s\n", "ends of months", "day", "n", "apart", "nothing",
           "30% more");
  for (gsize k = 0; k < G_N_ELEMENTS (weeks); k++) {
    print_months (&weeks[k], 8, n_runs);
    print_months (&weeks[k], 1, n_runs);
  }

  return 0;
}
