/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/wait-balance.h"

#include "kernel/kaplan-meier.h"
#include "kernel/normal.h"
#include "kernel/radix-sort.h"
#include "kernel/random-count.h"
#include "kernel/random.h"
#include "rival.h"

#include <stdlib.h>
#include <time.h>

#define TIMES 7
#define SEED 20260401

/* Speed of the curve, from durations in any order to its steps, interval and quantiles, beside
 * what others take where they are installed; and how often open cases are asked about where
 * they come and end as they always did.
 */

static double
uniform (guint64 *seed)
{
  return ((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52;
}

/* Of this program, so that others on the machine count less. */
static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Half of them open, in whole days or not. */
static void
fill_durations (gsize n, double *values, gboolean in_days)
{
  guint64 seed = SEED;

  for (gsize i = 0; i < n; i++) {
    values[i] = -40 * log (uniform (&seed));
    values[i] = in_days ? floor (values[i]) : values[i];
  }
}

static double
time_curve (gsize n, gboolean in_days)
{
  g_autofree double *values = g_new (double, n);
  g_autofree guint64 *work = g_new (guint64, 2 * n);
  g_autofree KernelKaplanMeierStep *steps = g_new (KernelKaplanMeierStep, n);
  KernelSurvivalQuantile half;
  double best = INFINITY;
  gsize n_steps = 0;

  for (guint k = 0; k < TIMES; k++) {
    fill_durations (n, values, in_days);
    const double start = seconds_of_core ();
    kernel_radix_sort (n / 2, values, work);
    kernel_radix_sort (n - n / 2, values + n / 2, work);
    n_steps = kernel_kaplan_meier (n / 2, values, n - n / 2, values + n / 2, steps);
    if (kernel_survival_quantile (n_steps, steps, 0.5, 1.96, &half) != KERNEL_OK)
      exit (1);
    best = MIN (best, seconds_of_core () - start);
  }
  g_print ("%-44s %8" G_GSIZE_FORMAT "  %10.3f ms  %8.1f ns a case, %" G_GSIZE_FORMAT " steps\n",
           in_days ? "Kaplan-Meier, whole days" : "Kaplan-Meier, any times", n, best * 1e3,
           best * 1e9 / (double) n, n_steps);

  return best;
}

#define MAKE_PYTHON \
  "r = numpy.random.default_rng(1)\nx = numpy.floor(r.exponential(40, 10**6))\n" \
  "d = numpy.arange(10**6) < 500000\n"

static void
compare_others (double ours)
{
  rival_compare (
      "lifelines KaplanMeierFitter", 1000000, "python3",
      RIVAL_PYTHON ("import lifelines\n" MAKE_PYTHON, "lifelines.KaplanMeierFitter().fit(x, d)"),
      ours);
  rival_compare (
      "statsmodels SurvfuncRight", 1000000, "python3",
      RIVAL_PYTHON ("import statsmodels.api as s\n" MAKE_PYTHON, "s.SurvfuncRight(x, d)"), ours);
  rival_compare (
      "pandas, group by and cumulative product", 1000000, "python3",
      RIVAL_PYTHON (
          "import pandas\n" MAKE_PYTHON "f = pandas.DataFrame({'x': x, 'd': d})\n"
          "def km():\n"
          "  g = f.groupby('x')['d'].agg(['sum', 'count'])\n"
          "  n = g['count'][::-1].cumsum()[::-1]\n"
          "  return (1 - g['sum'] / n).cumprod(), (g['sum'] / n / (n - g['sum'])).cumsum()\n",
          "km()"),
      ours);
  rival_compare ("R survival survfit", 1000000, "Rscript",
                 RIVAL_R ("suppressMessages(library(survival)); x <- floor(rexp(1e6, 1/40)); d <- "
                          "rep(1:0, each = 5e5)",
                          "survfit(Surv(x, d) ~ 1, conf.type = 'log-log')"),
                 ours);
}

/* How cases come and end: at any time, or on five days of the week. */
typedef struct {
  const char *label;
  double shape; /* of the gamma distribution of how long they take */
  gboolean by_week;
} Service;

static const Service services[] = { { "exponential", 1, FALSE },
                                    { "gamma of 3", 3, FALSE },
                                    { "exponential, weekdays", 1, TRUE },
                                    { "gamma of 3, weekdays", 3, TRUE } };

/* On from a Saturday or a Sunday to the Monday after it. */
static double
on_a_weekday (double moment)
{
  const double day = floor (moment), weekday = day - 7 * floor (day / 7);

  return weekday < 5 ? moment : moment + 7 - weekday;
}

/* A case that comes on @day; its end is NaN if that is not before @until. */
static WaitSpan
draw_span (guint64 *seed, const Service *service, double mean, double day, double until)
{
  WaitSpan span = { .start = day + uniform (seed), .end = NAN };
  double end = span.start;

  for (int stage = 0; stage < (int) service->shape; stage++)
    end -= mean / service->shape * log (uniform (seed));
  if (service->by_week) {
    span.start = floor (on_a_weekday (span.start));
    end = floor (on_a_weekday (end));
  }
  if (end <= until)
    span.end = end;

  return span;
}

/* A record of @days that nothing ever changed in, with a run before it that is not in it, and
 * which ends on any day of the week: with that day where only days are known.
 */
static gboolean
is_asked_about (guint64 *seed, const Service *service, double a_day, double mean, double days)
{
  const double until = days + (double) kernel_random_below (seed, 7);
  WaitSpans spans = { .spans = g_array_new (FALSE, FALSE, sizeof (WaitSpan)), .until = until };
  WaitBalance balance;

  for (double day = -20 * ceil (mean); day < until + service->by_week; day++) {
    const guint n = (guint) kernel_random_poisson (seed, a_day);

    for (guint i = 0; i < n; i++) {
      const WaitSpan span = draw_span (seed, service, mean, day, until);

      if (span.start >= 0 && span.start <= until)
        g_array_append_val (spans.spans, span);
    }
  }
  wait_balance_init (&balance, &spans);
  g_array_unref (spans.spans);

  return wait_balance_is_far (&balance);
}

static void
print_alarms (guint runs)
{
  static const double means[] = { 5, 20, 60 }, rates[] = { 0.5, 3, 20 }, spans[] = { 180, 730 };

  g_print ("\nnothing ever changed: %% of %u records asked about, seed %d\n", runs, SEED);
  g_print ("%6s %8s %10s", "days", "a day", "mean days");
  for (gsize k = 0; k < G_N_ELEMENTS (services); k++)
    g_print (" %22s", services[k].label);
  for (gsize s = 0; s < G_N_ELEMENTS (spans); s++)
    for (gsize r = 0; r < G_N_ELEMENTS (rates); r++)
      for (gsize m = 0; m < G_N_ELEMENTS (means); m++) {
        guint64 seed = SEED;

        g_print ("\n%6.0f %8.1f %10.0f", spans[s], rates[r], means[m]);
        for (gsize k = 0; k < G_N_ELEMENTS (services); k++) {
          guint n = 0;

          for (guint run = 0; run < runs; run++)
            n += is_asked_about (&seed, &services[k], rates[r], means[m], spans[s]) != 0;
          g_print (" %22.2f", 100. * n / runs);
        }
      }
  g_print ("\n");
}

int
main (int argc, char **argv)
{
  const double days = time_curve (1000000, TRUE);

  time_curve (1000000, FALSE);
  compare_others (days);
  print_alarms (argc > 1 ? (guint) atoi (argv[1]) : 200);

  return 0;
}
