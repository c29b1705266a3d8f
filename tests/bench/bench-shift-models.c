/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/shifts.h>

#include "kernel/normal.h"
#include "kernel/random.h"

#include <math.h>

#define MOST 120
#define SIZE 50 /* out of how many shares are */

/* How often each model sees a change where there is none, in the figures it is made for, and
 * where there is one half-way: SCRUTINY_BENCH_RUNS series a cell, 1000 unless it says
 * otherwise.
 */

static double
uniform (guint64 *seed)
{
  return ((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52;
}

static double
normal (guint64 *seed)
{
  return kernel_normal_quantile (uniform (seed));
}

/* The least count that so large a share lies at or below. */
static double
poisson_at (double share, double mean)
{
  double chance = exp (-mean), below = chance, count = 0;

  while (below < share && count < 1000) {
    chance *= mean / ++count;
    below += chance;
  }

  return count;
}

static double
binomial_at (double share, double of, double rate)
{
  double chance = pow (1 - rate, of), below = chance, count = 0;

  while (below < share && count < of) {
    chance *= (of - count) / (count + 1) * rate / (1 - rate);
    below += chance;
    count++;
  }

  return count;
}

/* A value of each kind from a normal deviate, before and after a change of @size. */
static double
value_of (const char *model, double z, double size, double season, guint64 *seed)
{
  if (g_str_equal (model, "poisson"))
    return poisson_at (kernel_normal_cdf (z), 20 + size * sqrt (20) + season * sqrt (20));
  if (g_str_equal (model, "binomial"))
    return binomial_at (kernel_normal_cdf (z), SIZE, 0.3 + (size + season) * sqrt (0.21 / SIZE));
  if (g_str_equal (model, "exponential"))
    return -log (kernel_normal_cdf (-z)) * exp (size * 0.55 + season * 0.2);
  if (g_str_equal (model, "gamma")) /* shape 4, by Wilson and Hilferty */
    return pow (fmax (1 - 1.0 / 36 + z / 6, 0.05), 3) * exp (size * 0.4 + season * 0.2);
  if (g_str_equal (model, "quantile"))
    return exp (0.8 * (z + size)) + season;
  if (g_str_equal (model, "biweight") || g_str_equal (model, "huber"))
    return z + size + season + (uniform (seed) < 0.05 ? 10 : 0);

  return z + size + season;
}

static ScrutinySeries *
make (const char *model, gsize n, double likeness, double size, gboolean has_season, guint64 *seed)
{
  double values[MOST], of[MOST], last = normal (seed);
  g_autoptr (ScrutinyTimeline) timeline =
      scrutiny_timeline_new (has_season ? "2010-01" : "1900", n, NULL);

  for (gsize i = 0; i < n; i++) {
    last = i ? likeness * last + sqrt (1 - likeness * likeness) * normal (seed) : last;
    values[i] = value_of (model, last, i >= n / 2 ? size : 0,
                          has_season ? sin (2 * G_PI * (double) (i % 12) / 12) : 0, seed);
    of[i] = SIZE;
  }
  if (g_str_equal (model, "binomial"))
    return scrutiny_series_new_ratio (timeline, values, n, of, n, 100, NULL);

  return scrutiny_series_new (timeline, values, n, NULL);
}

typedef struct {
  double any, near, held; /* shares: a change, one within five of the middle, and held */
} Found;

static Found
count_found (const char *model, gsize n, double likeness, double size, gboolean season, guint runs)
{
  g_autoptr (ScrutinyShiftsOptions) options = scrutiny_shifts_options_new ();
  guint64 seed = 1000 + n;
  Found found = { 0 };
  guint n_alone = 0;

  scrutiny_shifts_options_set_model (options, model);
  for (guint k = 0; k < runs; k++) {
    g_autoptr (ScrutinySeries) series = make (model, n, likeness, size, season, &seed);
    g_autoptr (ScrutinyShifts) shifts = scrutiny_shifts_new (series, options, NULL);
    g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (shifts);
    ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
    gboolean is_near = FALSE;

    for (guint j = 0; j < all->len; j++) {
      ScrutinyShift *shift = all->pdata[j];
      const gint64 at = scrutiny_timeline_find (timeline, scrutiny_shift_get_at (shift), NULL);
      is_near |= ABS (at - (gint64) (n / 2)) <= 5;
      if (all->len > 1)
        continue;
      n_alone++;
      found.held += scrutiny_timeline_find (timeline, scrutiny_shift_get_earliest (shift), NULL) <=
                        (gint64) (n / 2) &&
                    scrutiny_timeline_find (timeline, scrutiny_shift_get_latest (shift), NULL) >=
                        (gint64) (n / 2);
    }
    found.any += (double) (all->len > 0) / runs;
    found.near += (double) is_near / runs;
  }
  found.held /= MAX (n_alone, 1);

  return found;
}

int
main (void)
{
  static const char *const models[] = { "level-or-line", "mean",     "mean-variance",
                                        "poisson",       "binomial", "exponential",
                                        "gamma",         "quantile", "biweight",
                                        "huber",         "one" };
  static const gsize lengths[] = { 24, 60, 120 };
  const char *asked = g_getenv ("SCRUTINY_BENCH_RUNS");
  const guint runs = asked ? (guint) g_ascii_strtoull (asked, NULL, 10) : 1000;

  const char *only = g_getenv ("SCRUTINY_BENCH_MODEL");

  g_print ("%-14s %4s | %7s %7s %7s %7s | %7s %7s\n", "model", "n", "iid", "AR(.3)", "AR(.6)",
           "season", "step", "held");
  for (guint m = 0; m < G_N_ELEMENTS (models); m++) {
    if (only && !g_str_equal (only, models[m]))
      continue;
    for (guint k = 0; k < G_N_ELEMENTS (lengths); k++) {
      const gsize n = lengths[k];
      const Found step = count_found (models[m], n, 0, 2, FALSE, runs);

      g_print ("%-14s %4" G_GSIZE_FORMAT " | %7.3f %7.3f %7.3f %7.3f | %7.3f %7.3f\n", models[m], n,
               count_found (models[m], n, 0, 0, FALSE, runs).any,
               count_found (models[m], n, 0.3, 0, FALSE, runs).any,
               count_found (models[m], n, 0.6, 0, FALSE, runs).any,
               n < 36 ? NAN : count_found (models[m], n, 0, 0, TRUE, runs).any, step.near,
               step.held);
    }
  }

  return 0;
}
