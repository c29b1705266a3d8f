/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/pileup.h>

#include "kernel/random.h"

#include <math.h>
#include <stdlib.h>

/* How often scrutiny_pileup_new_counted () says that cases pile up at a limit: where nothing
 * does, and where a fifth of those that would end in the seven lengths after the limit end on
 * the limit or the day before.  Runs, and with them the digits, are an argument: 1,000 unless
 * said.
 */

#define LONGEST 400
#define LIMIT 28
#define BEYOND 7
#define MOVED 0.2

typedef struct {
  const char *label, *unit;
  guint period;
  const double *ends, *starts; /* weights of the days of the week; no starts: of lengths */
  double (*draw) (guint64 *seed);
} Service;

static double
uniform (guint64 *seed)
{
  return ((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52;
}

/* Gamma of shape 3 and scale 10. */
static double
draw_gamma (guint64 *seed)
{
  return -10 * log (uniform (seed) * uniform (seed) * uniform (seed));
}

/* Of median 25, where two in three lie within a factor of two. */
static double
draw_lognormal (guint64 *seed)
{
  double z;

  kernel_random_normal (seed, 1, &z);

  return 25 * exp (log (2) * z);
}

static const double week[] = { 1, 0.9, 0.8, 0.7, 0.8, 0.3, 0.2 };
static const double week_starts[] = { 1.2, 1.1, 1, 0.9, 0.8, 0.2, 0.1 };
static const double week_ends[] = { 0.8, 0.9, 1, 1.1, 1.2, 0.15, 0.05 };
static const double working_starts[] = { 1.3, 1.1, 1, 0.9, 0.7 };
static const double working_ends[] = { 0.7, 0.9, 1, 1.1, 1.3 };

static const Service services[] = {
  { "days, a weight by weekday", "days", 7, week, NULL, draw_gamma },
  { "days, begun and ended by weekday", "days", 7, week_ends, week_starts, draw_gamma },
  { "days, every day alike", "days", 1, (const double[]){ 1 }, NULL, draw_gamma },
  { "days, lognormal, by weekday", "days", 7, week_ends, week_starts, draw_lognormal },
  { "working days, a weight by weekday", "working-days", 5, working_ends, NULL, draw_gamma },
  { "working days, begun and ended", "working-days", 5, working_ends, working_starts, draw_gamma },
};

static guint
draw_weekday (guint64 *seed, const double *weights, guint n)
{
  double total = 0, at;
  guint i = 0;

  for (guint k = 0; k < n; k++)
    total += weights[k];
  at = uniform (seed) * total;
  while (i + 1 < n && at >= weights[i])
    at -= weights[i++];

  return i;
}

static double
heaviest (const double *weights, guint n)
{
  double most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, weights[i]);

  return most;
}

/* A length that ends on a day on which work ends. */
static guint
draw_length (guint64 *seed, const Service *service)
{
  const double most = heaviest (service->ends, service->period);

  for (;;) {
    const double drawn = floor (service->draw (seed));
    const guint start = service->starts ? draw_weekday (seed, service->starts, service->period) : 0;

    if (drawn >= LONGEST)
      continue;
    if (uniform (seed) * most <= service->ends[(start + (guint) drawn) % service->period])
      return (guint) drawn;
  }
}

static ScrutinyTable *
draw_cases (guint64 *seed, const Service *service, guint n, double moved)
{
  double *counts = g_new0 (double, LONGEST), *lengths = g_new (double, LONGEST);
  g_autoptr (GBytes) counted = g_bytes_new_take (counts, LONGEST * sizeof *counts);
  g_autoptr (GBytes) numbered = g_bytes_new_take (lengths, LONGEST * sizeof *lengths);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) half = NULL;

  for (guint i = 0; i < n; i++) {
    guint length = draw_length (seed, service);

    if (length > LIMIT && length <= LIMIT + BEYOND && uniform (seed) < moved)
      length = LIMIT - (guint) kernel_random_below (seed, 2);
    counts[length]++;
  }
  for (guint i = 0; i < LONGEST; i++)
    lengths[i] = i;
  half = scrutiny_table_copy_with_doubles (empty, "length", numbered, NULL);

  return scrutiny_table_copy_with_doubles (half, "cases", counted, NULL);
}

static void
measure (const Service *service, guint n, double moved, guint n_runs)
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
  for (gsize k = 0; k < G_N_ELEMENTS (services); k++) {
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
      g_print ("%-34s %6u", services[k].label, sizes[i]);
      measure (&services[k], sizes[i], 0, n_runs);
      measure (&services[k], sizes[i], MOVED, n_runs);
      g_print ("\n");
    }
  }

  return 0;
}
