/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/linkage-panel.h>
#include <scrutiny/linkage.h>
#include <scrutiny/step.h>

#include "kernel/linkage.h"
#include "kernel/random.h"

#include <glib.h>
#include <time.h>

/* How long the tests of a link take, as a program calls them: one pair, ten thousand pairs of 100
 * figures and 100 outcomes, unlinked and all linked, a step at a known date, and places.
 */

#define N 60
#define N_SERIES 100
#define N_PLACES 30
#define N_RUNS 9

static double figures[N_SERIES * N], outcomes[N_SERIES * N], followers[N_SERIES * N];
static ScrutinyPanel *figure_panel, *outcome_panel, *follower_panel;
static ScrutinySeries *figure_series[N_SERIES], *outcome_series[N_SERIES], *short_series;
static ScrutinyTable *places;

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
run_tests (void)
{
  static double work[KERNEL_LINKAGE_WORK (N)];
  static int64_t order[2 * N];
  const KernelLinkageAsked asked = { .n = N, .season = 12, .most_lag = 3 };
  KernelLinkage found;

  for (gsize i = 0; i < N_SERIES; i++)
    if (kernel_linkage (&asked, figures + i * N, outcomes + i * N, work, order, &found) !=
        KERNEL_OK)
      g_error ("refused");
}

static void
run_one_by_one (void)
{
  for (gsize i = 0; i < N_SERIES; i++) {
    g_autoptr (ScrutinyLinkage) linkage =
        scrutiny_linkage_new_of_series (figure_series[i], outcome_series[i], NULL, NULL);

    if (scrutiny_linkage_get_n_periods (linkage) != N)
      g_error ("refused");
  }
}

static void
tabulate (ScrutinyPanel *with)
{
  g_autoptr (ScrutinyTable) table =
      scrutiny_linkage_tabulate (figure_panel, with, NULL, NULL, NULL, NULL);

  if (scrutiny_table_get_n_rows (table) < N_SERIES * (N_SERIES - 1))
    g_error ("refused");
}

static void
run_all_pairs (void)
{
  tabulate (outcome_panel);
}

static void
run_linked_pairs (void)
{
  tabulate (follower_panel);
}

static void
run_known_step (void)
{
  g_autoptr (ScrutinyStepOptions) options = scrutiny_step_options_new ();
  g_autoptr (ScrutinyStep) step = NULL;

  scrutiny_step_options_set_at (options, "2002-07");
  step = scrutiny_step_new (short_series, options, NULL);
  if (scrutiny_step_get_n_before (step) != 18)
    g_error ("refused");
}

static void
run_places (void)
{
  g_autoptr (ScrutinyLinkagePanel) panel =
      scrutiny_linkage_panel_new (places, "key", "period", "x", "y", NULL, NULL);

  if (scrutiny_linkage_panel_get_n_places (panel) != N_PLACES)
    g_error ("refused");
}

/* --- What is made beforehand -------------------------------------------------------------------
 */

static ScrutinyTable *
add_numbers (ScrutinyTable *table, const char *name, const double *values, gsize n)
{
  g_autoptr (ScrutinyTable) before = table;
  g_autoptr (GBytes) bytes = g_bytes_new (values, n * sizeof *values);

  return scrutiny_table_copy_with_doubles (before, name, bytes, NULL);
}

/* Series one after another, each of the months from January 2001 on. */
static ScrutinyTable *
table_of (gsize n_series, const double *x, const double *y)
{
  const gsize n = n_series * N;
  g_auto (GStrv) keys = g_new0 (char *, n + 1), months = g_new0 (char *, n + 1);
  g_autoptr (ScrutinyTable) none = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) keyed = NULL;
  ScrutinyTable *table;

  for (gsize i = 0; i < n; i++) {
    keys[i] = g_strdup_printf ("%03u", (guint) (i / N));
    months[i] = g_strdup_printf ("%u-%02u", 2001 + (guint) (i % N) / 12, (guint) (i % N) % 12 + 1);
  }
  keyed = scrutiny_table_copy_with_texts (none, "key", (const char *const *) keys, NULL);
  table = scrutiny_table_copy_with_texts (keyed, "period", (const char *const *) months, NULL);
  table = add_numbers (table, "x", x, n);

  return add_numbers (table, "y", y, n);
}

static ScrutinyPanel *
panel_of (const double *values)
{
  static const char *const keys[] = { "key", NULL };
  g_autoptr (ScrutinyTable) table = table_of (N_SERIES, values, values);
  g_autoptr (ScrutinyPanel) panel = scrutiny_panel_new (table, keys, "period", "x", NULL);

  return scrutiny_panel_copy_with_threads (panel, 1);
}

static void
make_series (void)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2001-01", N, NULL);
  g_autoptr (ScrutinyTimeline) few = scrutiny_timeline_new ("2001-01", 36, NULL);

  for (gsize i = 0; i < N_SERIES; i++) {
    figure_series[i] = scrutiny_series_new (months, figures + i * N, N, NULL);
    outcome_series[i] = scrutiny_series_new (months, outcomes + i * N, N, NULL);
  }
  short_series = scrutiny_series_new (few, figures, 36, NULL);
}

/* All followers follow one thing. */
static void
make_values (void)
{
  double common[N];
  uint64_t seed = 1;

  kernel_random_normal (&seed, G_N_ELEMENTS (figures), figures);
  kernel_random_normal (&seed, G_N_ELEMENTS (outcomes), outcomes);
  kernel_random_normal (&seed, N, common);
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    followers[i] = outcomes[i] / 3 + common[i % N];
}

int
main (void)
{
  make_values ();
  make_series ();
  figure_panel = panel_of (figures);
  outcome_panel = panel_of (outcomes);
  follower_panel = panel_of (followers);
  places = table_of (N_PLACES, figures, outcomes);

  say ("one test of 60 months, lags to 3", best_of (run_tests), N_SERIES, "(< 60 us)");
  say ("the same with what there is to say of it", best_of (run_one_by_one), N_SERIES, "");
  say ("10,000 pairs of 100 and 100 series, one thread", best_of (run_all_pairs), 1e4,
       "(< 250 ms)");
  figure_panel = follower_panel;
  say ("10,000 pairs that all move together", best_of (run_linked_pairs), 1e4, "");
  say ("step at a known date, 36 months, 999 draws", best_of (run_known_step), 1, "(< 40 ms)");
  say ("30 places and 60 months, 999 orders", best_of (run_places), 1, "(< 150 ms)");

  return 0;
}
