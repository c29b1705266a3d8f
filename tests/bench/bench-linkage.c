/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/known-step.h"
#include "kernel/linkage.h"
#include "kernel/panel-permutation.h"
#include "kernel/random.h"

#include <glib.h>
#include <time.h>

/* How long the tests of a link take: one pair, ten thousand pairs of 100 indicators and 100
 * outcomes, a step at a known date, and a panel of places.
 */

#define N 60
#define N_SERIES 100
#define N_RUNS 9

typedef struct {
  double level[2 * N], change[2 * N];
} Whitened;

static double figures[N_SERIES * N], outcomes[N_SERIES * N];
static double work[KERNEL_LINKAGE_WORK (N)];
static int64_t order[2 * N];

static void
say (const char *what, gint64 best, double n, const char *target)
{
  g_print ("%-52s %12.3f ms %10.1f us each   %s\n", what, (double) best / 1e3, (double) best / n,
           target);
}

/* Of this program in microseconds, so that others on the machine count less. */
static gint64
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
best_of (void (*run) (void))
{
  gint64 best = G_MAXINT64;

  for (int k = 0; k < N_RUNS; k++) {
    const gint64 began = processor_time ();

    run ();
    best = MIN (best, processor_time () - began);
  }

  return best;
}

static void
run_one_by_one (void)
{
  const KernelLinkageAsked asked = { .n = N, .season = 12, .most_lag = 3 };
  KernelLinkage found;

  for (gsize i = 0; i < N_SERIES; i++)
    if (kernel_linkage (&asked, figures + i * N, outcomes + i * N, work, order, &found) !=
        KERNEL_OK)
      g_error ("refused");
}

static void
whiten (const KernelRoute routes[2], const double *values, Whitened *into, KernelBothWays *ways)
{
  *ways = (KernelBothWays){ { into->level, into->level + N, { 0 } },
                            { into->change, into->change + N, { 0 } } };
  if (kernel_route_whiten (&routes[0], values, order, &ways->level) != KERNEL_OK ||
      kernel_route_whiten (&routes[1], values, order, &ways->change) != KERNEL_OK)
    g_error ("refused");
}

/* What is new in each series is found once. */
static void
run_all_pairs (void)
{
  static Whitened of_figures[N_SERIES], of_outcomes[N_SERIES];
  static KernelBothWays x[N_SERIES], y[N_SERIES];
  static double route_work[2][KERNEL_ROUTE_WORK (N)];
  KernelRoute routes[2];
  KernelLinkage found;

  for (int way = 0; way < 2; way++) {
    const KernelBasisAsked asked = { N, NULL, 12, way == 1, 0, NULL };

    if (kernel_linkage_route (&asked, route_work[way], &routes[way]) != KERNEL_OK)
      g_error ("refused");
  }
  for (gsize i = 0; i < N_SERIES; i++) {
    whiten (routes, figures + i * N, &of_figures[i], &x[i]);
    whiten (routes, outcomes + i * N, &of_outcomes[i], &y[i]);
  }
  for (gsize i = 0; i < N_SERIES * N_SERIES; i++)
    if (kernel_linkage_decide (N, routes, &x[i / N_SERIES], &y[i % N_SERIES], 3, &found) !=
        KERNEL_OK)
      g_error ("refused");
}

static void
run_known_step (void)
{
  g_autofree double *step_work = g_new (double, KERNEL_STEP_WORK (36));
  KernelKnownStep found;

  if (kernel_known_step (36, figures, 18, 12, 999, 1, step_work, &found) != KERNEL_OK)
    g_error ("refused");
}

static void
run_panel (void)
{
  static double panel_work[KERNEL_PANEL_WORK (30, N)];
  size_t places[30];
  KernelPanel found;

  if (kernel_panel_permutation (30, N, figures, outcomes, NULL, 999, 1, panel_work, places,
                                &found) != KERNEL_OK)
    g_error ("refused");
}

int
main (void)
{
  uint64_t seed = 1;

  kernel_random_normal (&seed, G_N_ELEMENTS (figures), figures);
  kernel_random_normal (&seed, G_N_ELEMENTS (outcomes), outcomes);
  say ("one pair of 60 months, lags to 3", best_of (run_one_by_one), N_SERIES, "(< 60 us)");
  say ("10,000 pairs of 100 and 100 series", best_of (run_all_pairs), 1e4, "(< 250 ms)");
  say ("step at a known date, 36 months, 999 draws", best_of (run_known_step), 1, "(< 40 ms)");
  say ("panel of 30 places and 60 months, 999 orders", best_of (run_panel), 1, "(< 150 ms)");

  return 0;
}
