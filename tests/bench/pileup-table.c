/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/pileup.h>

#include "made-lengths.h"

#include <math.h>
#include <stdlib.h>

/* How often scrutiny_pileup_new_counted () says that cases pile up at a limit: where nothing
 * does, and where a fifth of those that would end just after the limit end on it or just before;
 * and how often that the share at the limit moved since a date.  Runs are an argument, 1,000
 * unless said, what is added to the seeds another, and fewest cases that may be shown a third, 5
 * unless said.
 */

#define MOVED 0.2
#define FIRST_SEED 20261130

/* A limit: how many lengths up to it a pile fills, and from how many after it the pile comes. */
typedef struct {
  guint limit, pile, beyond;
} Limit;

/* Two kinds of case, of 15 days and of 51 in the mean. */
static double
draw_two_kinds (guint64 *seed)
{
  const double scale = made_uniform (seed) < 0.5 ? 5 : 17;

  return -scale * log (made_uniform (seed) * made_uniform (seed) * made_uniform (seed));
}

/* Three in twenty end on the day they begin. */
static double
draw_same_day (guint64 *seed)
{
  return made_uniform (seed) < 0.15 ? 0 : draw_gamma (seed);
}

/* Half longer than 25 of any unit, and one in ten longer than 58. */
static double
draw_exponential (guint64 *seed)
{
  return -25 * log (made_uniform (seed));
}

/* Gamma of shape 3 and scale 20: hours. */
static double
draw_hours (guint64 *seed)
{
  return 2 * draw_gamma (seed);
}

/* Gamma of shape 6 and scale 35: minutes. */
static double
draw_minutes (guint64 *seed)
{
  return 3.5 * (draw_gamma (seed) + draw_gamma (seed));
}

/* By hour of the day. */
static const double hour_starts[24] = { 1, 1, 1, 1, 1, 2, 4, 8, 10, 10, 10, 9,
                                        8, 8, 8, 8, 7, 6, 5, 4, 3,  3,  2,  1 };
static const double hour_ends[24] = { 0.5, 0.5, 0.5, 0.5, 0.5, 1, 2, 4, 6, 8, 10, 10,
                                      8,   9,   10,  10,  10,  8, 5, 3, 2, 1, 1,  0.5 };

/* By minute of the hour: 1.6 times as many on fives, 1.5 times of those on quarters. */
static const double clock_face[60] = {
  2.4, 1, 1, 1, 1, 1.6, 1, 1, 1, 1, 1.6, 1, 1, 1, 1, 2.4, 1, 1, 1, 1,
  1.6, 1, 1, 1, 1, 1.6, 1, 1, 1, 1, 2.4, 1, 1, 1, 1, 1.6, 1, 1, 1, 1,
  1.6, 1, 1, 1, 1, 2.4, 1, 1, 1, 1, 1.6, 1, 1, 1, 1, 1.6, 1, 1, 1, 1,
};

static const double alike[] = { 1 };

static const MadeLengths others[] = {
  { "days, exponential, by weekday", "days", 7, week_ends, week_starts, draw_exponential },
  { "days, two kinds of case", "days", 7, week_ends, week_starts, draw_two_kinds },
  { "days, many within the day", "days", 7, week_ends, week_starts, draw_same_day },
  { "minutes, on a clock's face", "minutes", 60, clock_face, NULL, draw_minutes },
  { "minutes, all alike", "minutes", 1, alike, NULL, draw_minutes },
  { "hours, begun and ended by hour", "hours", 24, hour_ends, hour_starts, draw_hours },
};

static guint
draw_length (guint64 *seed, const MadeLengths *service, const Limit *at, double moved)
{
  const guint length = made_length_draw (seed, service);

  if (length > at->limit && length <= at->limit + at->beyond && made_uniform (seed) < moved)
    return at->limit - (guint) kernel_random_below (seed, at->pile);

  return length;
}

static ScrutinyTable *
table_new (GBytes *numbered, GBytes *counted, const char *const *dates)
{
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) half =
      scrutiny_table_copy_with_doubles (empty, "length", numbered, NULL);
  g_autoptr (ScrutinyTable) whole = scrutiny_table_copy_with_doubles (half, "cases", counted, NULL);

  return scrutiny_table_copy_with_texts (whole, "date", dates, NULL);
}

/* Half of @n before a date and half since, and of the latter @moved. */
static ScrutinyTable *
draw_cases (guint64 *seed,
            const MadeLengths *service,
            const Limit *at,
            guint n,
            const double moved[2])
{
  const gsize most = MADE_LENGTHS_LONGEST;
  double *counts = g_new0 (double, 2 * most), *lengths = g_new (double, 2 * most);
  g_autoptr (GBytes) counted = g_bytes_new_take (counts, 2 * most * sizeof *counts);
  g_autoptr (GBytes) numbered = g_bytes_new_take (lengths, 2 * most * sizeof *lengths);
  const char *dates[2 * MADE_LENGTHS_LONGEST + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    counts[i % 2 * most + draw_length (seed, service, at, moved[i % 2])]++;
  for (gsize i = 0; i < 2 * most; i++) {
    lengths[i] = (double) (i % most);
    dates[i] = i < most ? "2024-03-31" : "2024-04-01";
  }

  return table_new (numbered, counted, dates);
}

static gboolean
has_finding (ScrutinyPileup *pileup, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (pileup));

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      return TRUE;

  return FALSE;
}

typedef struct {
  guint n_runs, fewest; /* cases that may be shown */
  guint64 seed;
} Plan;

/* In how many of 100 runs @id is said, and in how many nothing can be told. */
static void
measure (const Plan *plan,
         const MadeLengths *service,
         const Limit *at,
         guint n,
         const double moved[2],
         const char *id)
{
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  guint64 seed = plan->seed + n;
  guint n_said = 0, n_untold = 0;

  scrutiny_pileup_options_set_unit (options, service->unit);
  scrutiny_pileup_options_set_disclosure (options, plan->fewest);
  if (g_str_equal (id, "pileup.since")) {
    scrutiny_pileup_options_set_dated (options, "date");
    scrutiny_pileup_options_set_since (options, "2024-04-01");
  }
  for (guint run = 0; run < plan->n_runs; run++) {
    g_autoptr (ScrutinyTable) table = draw_cases (&seed, service, at, n, moved);
    g_autoptr (ScrutinyPileup) pileup =
        scrutiny_pileup_new_counted (table, "length", "cases", at->limit, options, NULL);

    n_said += has_finding (pileup, id);
    n_untold += g_str_equal (scrutiny_pileup_get_verdict (pileup), "cannot-tell");
  }
  g_print (" %6.1f%% (%5.1f%%)", 100.0 * n_said / plan->n_runs, 100.0 * n_untold / plan->n_runs);
}

static void
print_rows (const Plan *plan, const MadeLengths *service, const Limit *at, const guint sizes[3])
{
  static const double nothing[] = { 0, 0 }, all[] = { MOVED, MOVED };

  for (guint i = 0; i < 3; i++) {
    g_print ("%-34s %5u %6u", service->label, at->limit, sizes[i]);
    measure (plan, service, at, sizes[i], nothing, "pileup.excess");
    measure (plan, service, at, sizes[i], all, "pileup.excess");
    g_print ("\n");
  }
}

static void
print_piles (const Plan *plan)
{
  static const guint few[] = { 200, 1000, 5000 }, many[] = { 1000, 5000, 20000 };
  static const Limit month = { 28, 2, 7 }, six_weeks = { 42, 2, 7 };
  static const Limit four_hours = { 240, 10, 30 }, two_days = { 48, 2, 7 };

  g_print ("%-34s %5s %6s %17s %17s\n", "lengths", "limit", "cases", "nothing", "a fifth moved");
  for (gsize k = 0; k < G_N_ELEMENTS (made_lengths); k++)
    print_rows (plan, &made_lengths[k], &month, few);
  print_rows (plan, &made_lengths[1], &six_weeks, few);
  for (gsize k = 0; k < G_N_ELEMENTS (others); k++)
    print_rows (plan, &others[k],
                g_str_equal (others[k].unit, "days")      ? &month
                : g_str_equal (others[k].unit, "minutes") ? &four_hours
                                                          : &two_days,
                g_str_equal (others[k].unit, "days") ? few : many);
}

static void
print_since (const Plan *plan)
{
  static const double nothing[] = { 0, 0 }, later[] = { 0, MOVED };
  static const guint sizes[] = { 200, 1000, 5000 };
  static const Limit month = { 28, 2, 7 };

  g_print ("\n%-34s %5s %6s %17s %17s\n", "since a date", "limit", "cases", "nothing",
           "a fifth since");
  for (gsize k = 0; k < 2; k++)
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
      g_print ("%-34s %5u %6u", made_lengths[k].label, month.limit, sizes[i]);
      measure (plan, &made_lengths[k], &month, sizes[i], nothing, "pileup.since");
      measure (plan, &made_lengths[k], &month, sizes[i], later, "pileup.since");
      g_print ("\n");
    }
}

int
main (int argc, char **argv)
{
  const Plan plan = { argc > 1 ? (guint) atoi (argv[1]) : 1000,
                      argc > 3 ? (guint) atoi (argv[3]) : 5,
                      FIRST_SEED + (argc > 2 ? (guint64) atoi (argv[2]) : 0) };

  g_print ("Said (and cannot tell), of %u runs a cell; seed %" G_GUINT64_FORMAT
           " + cases; fewer than "
           "%u are not shown\n\n",
           plan.n_runs, plan.seed, plan.fewest);
  print_piles (&plan);
  print_since (&plan);

  return 0;
}
