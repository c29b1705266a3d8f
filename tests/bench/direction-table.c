/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/linkage.h>

#include "kernel/direction.h"
#include "made-series.h"

#include <math.h>
#include <stdlib.h>

/* How often the past of one series is said to foretell another: of pairs that have nothing to do
 * with each other, asked of all of them; and what is said of the order of two that move together,
 * where one follows the other a month later. Runs are an argument: 2,000 unless said.
 */

#define SEED 20261201
#define RARE 0.05

typedef struct {
  double x[MADE_SERIES_MOST], y[MADE_SERIES_MOST];
} Pair;

static void
fill (Pair *self, uint64_t *seed, gsize n, double phi)
{
  make_series (seed, n, phi, self->x);
  make_series (seed, n, phi, self->y);
}

/* What is new in y is, at a share of @rho, what was new in x a month before. */
static void
fill_linked (Pair *self, uint64_t *seed, gsize n, double phi, double rho)
{
  double own[MADE_SERIES_MOST];

  make_series (seed, n, phi, self->x);
  make_series (seed, n, phi, own);
  for (gsize i = 0; i < n; i++)
    self->y[i] = sqrt (1 - rho * rho) * own[i] + (i > 0 ? rho * self->x[i - 1] : 0);
}

#define LONGEST 52 /* of a season */

/* A season of both.
 *
 * @length: periods after which the same time comes again
 * @levels: spread of a level of its own for each time, the same in both
 * @ahead: how many periods later it comes in the second
 */
typedef struct {
  const char *label;
  unsigned length;
  double levels;
  gsize ahead;
} Season;

static const Season seasons[] = {
  { "months, none", 12, 0, 0 },       { "months, one in both", 12, 2, 0 },
  { "months, one later", 12, 2, 1 },  { "weeks, none", 52, 0, 0 },
  { "weeks, one in both", 52, 2, 0 }, { "weeks, one later", 52, 2, 1 },
  { "days, one later", 7, 2, 1 },
};

static void
add_season (Pair *self, uint64_t *seed, gsize n, const Season *season)
{
  double levels[LONGEST];

  kernel_random_normal (seed, season->length, levels);
  for (gsize i = 0; i < n; i++) {
    self->x[i] += season->levels * levels[(i + season->ahead) % season->length];
    self->y[i] += season->levels * levels[i % season->length];
  }
}

/* Which is said to come first of two that have nothing to do with each other but one season. */
static void
measure_season (gsize n, double phi, const Season *season, guint n_runs)
{
  g_autofree double *work = g_new (double, KERNEL_DIRECTION_WORK (n));
  const KernelBasisAsked asked = { .n = n, .season = season->length };
  uint64_t seed = SEED + n;
  guint n_forward = 0, n_backward = 0;
  Pair pair;

  for (guint k = 0; k < n_runs; k++) {
    KernelDirection found;

    fill (&pair, &seed, n, phi);
    add_season (&pair, &seed, n, season);
    if (kernel_direction (&asked, pair.x, pair.y, work, &found) != KERNEL_OK)
      g_error ("refused");
    n_forward += found.forward.chance <= RARE;
    n_backward += found.backward.chance <= RARE;
  }
  g_print (" %8.1f %8.1f", 100.0 * n_forward / n_runs, 100.0 * n_backward / n_runs);
}

static void
print_seasons (guint n_runs)
{
  g_print ("\nSaid to foretell, of pairs with one season, forward and backward, AR .5\n\n%-24s",
           "");
  g_print (" %17d %17d\n", 60, 120);
  for (gsize i = 0; i < G_N_ELEMENTS (seasons); i++) {
    g_print ("%-24s", seasons[i].label);
    measure_season (60, 0.5, &seasons[i], n_runs);
    measure_season (120, 0.5, &seasons[i], n_runs);
    g_print ("\n");
  }
}

static void
measure_unlinked (gsize n, double phi, guint n_runs)
{
  g_autofree double *work = g_new (double, KERNEL_DIRECTION_WORK (n));
  const KernelBasisAsked asked = { .n = n, .season = 12 };
  uint64_t seed = SEED + n;
  guint n_forward = 0, n_one = 0;
  Pair pair;

  for (guint k = 0; k < n_runs; k++) {
    KernelDirection found;

    fill (&pair, &seed, n, phi);
    if (kernel_direction (&asked, pair.x, pair.y, work, &found) != KERNEL_OK)
      g_error ("refused");
    n_forward += found.forward.chance <= RARE;
    n_one += found.forward.chance <= RARE || found.backward.chance <= RARE;
  }
  g_print (" %8.1f %6.1f", 100.0 * n_forward / n_runs, 100.0 * n_one / n_runs);
}

static ScrutinyLinkage *
ask (gsize n, const Pair *pair)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2001-01", n, NULL);
  g_autoptr (ScrutinySeries) x = scrutiny_series_new (months, pair->x, n, NULL);
  g_autoptr (ScrutinySeries) y = scrutiny_series_new (months, pair->y, n, NULL);

  return scrutiny_linkage_new_of_series (x, y, NULL, NULL);
}

static void
measure_linked (gsize n, double phi, double rho, guint n_runs)
{
  static const char *const words[] = { "figure-first", "outcome-first", "both", "cannot-tell" };
  guint counts[G_N_ELEMENTS (words)] = { 0 }, n_asked = 0;
  uint64_t seed = SEED + n;
  Pair pair;

  for (guint k = 0; k < n_runs; k++) {
    g_autoptr (ScrutinyLinkage) linkage = NULL;

    fill_linked (&pair, &seed, n, phi, rho);
    linkage = ask (n, &pair);
    for (gsize w = 0; w < G_N_ELEMENTS (words); w++) {
      const gboolean is_it = g_str_equal (scrutiny_linkage_get_direction (linkage), words[w]);

      counts[w] += is_it;
      n_asked += is_it;
    }
  }
  g_print ("%6" G_GSIZE_FORMAT " %6.1f %6.2f %8.1f", n, phi, rho, 100.0 * n_asked / n_runs);
  for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
    g_print (" %10.1f", 100.0 * counts[w] / MAX (n_asked, 1));
  g_print ("\n");
}

int
main (int argc, char **argv)
{
  static const double phis[] = { 0, 0.5, 0.8 };
  static const gsize sizes[] = { 60, 120 };
  const guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 2000;

  g_print ("Said to foretell, of pairs that have nothing to do with each other, in %% of %u runs a "
           "cell; seed %d + months\n\n%-20s %15d %15d\n%-20s",
           n_runs, SEED, "months", 60, 120, "follow themselves by");
  g_print (" %8s %6s %8s %6s\n", "forward", "either", "forward", "either");
  for (gsize k = 0; k < G_N_ELEMENTS (phis); k++) {
    g_print ("%-20.1f", phis[k]);
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
      measure_unlinked (sizes[i], phis[k], n_runs);
    g_print ("\n");
  }
  print_seasons (n_runs);
  g_print ("\nOf two that move together, one a month after the other, in %% of those asked\n\n");
  g_print ("%6s %6s %6s %8s %10s %10s %10s %10s\n", "months", "AR", "rho", "asked", "figure",
           "outcome", "both", "cannot");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (phis); k++)
      for (double rho = 0; rho < 0.9; rho += 0.4)
        measure_linked (sizes[i], phis[k], rho, n_runs);

  return 0;
}
