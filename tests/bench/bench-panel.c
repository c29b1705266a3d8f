/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

/* Panels of series of 60 months through the API: from columns to columns, on one thread and on
 * two.
 */

#include <scrutiny/panel.h>

#include <math.h>
#include <time.h>

#define N_MONTHS 60
#define TIMES 7

static double
seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
next_value (guint64 *state)
{
  double sum = 0;

  for (guint i = 0; i < 4; i++) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    sum += (double) (*state >> 40) / 16777216;
  }

  return sum;
}

static ScrutinyTable *
make_table (guint n_series)
{
  const gsize n = (gsize) n_series * N_MONTHS;
  g_auto (GStrv) areas = g_new0 (char *, n + 1);
  g_auto (GStrv) months = g_new0 (char *, n + 1);
  g_autofree double *values = g_new (double, n);
  guint64 state = 1;

  for (gsize i = 0; i < n; i++) {
    areas[i] = g_strdup_printf ("Area %" G_GSIZE_FORMAT, i / N_MONTHS);
    months[i] = g_strdup_printf ("%u-%02u", (guint) (2019 + i % N_MONTHS / 12),
                                 (guint) (i % N_MONTHS % 12 + 1));
    values[i] = 50 + 10 * next_value (&state);
  }
  g_autoptr (GBytes) bytes = g_bytes_new (values, n * sizeof *values);
  g_autoptr (ScrutinyTable) none = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) one =
      scrutiny_table_copy_with_texts (none, "area", (const char *const *) areas, NULL);
  g_autoptr (ScrutinyTable) two =
      scrutiny_table_copy_with_texts (one, "month", (const char *const *) months, NULL);

  return scrutiny_table_copy_with_doubles (two, "value", bytes, NULL);
}

typedef ScrutinyTable *(
    *Tabulate) (ScrutinyPanel *, gpointer, ScrutinyProgress *, GCancellable *, GError **);

static void
time_panel (const char *what, Tabulate tabulate, ScrutinyPanel *made, guint n_series)
{
  for (guint threads = 1; threads <= 2; threads++) {
    g_autoptr (ScrutinyPanel) panel = scrutiny_panel_copy_with_threads (made, threads);
    double clock = INFINITY, core = INFINITY;

    for (guint k = 0; k < TIMES; k++) {
      const double start = seconds (CLOCK_MONOTONIC);
      const double core_start = seconds (CLOCK_PROCESS_CPUTIME_ID);
      g_autoptr (ScrutinyTable) table = tabulate (panel, NULL, NULL, NULL, NULL);

      clock = MIN (clock, seconds (CLOCK_MONOTONIC) - start);
      core = MIN (core, seconds (CLOCK_PROCESS_CPUTIME_ID) - core_start);
    }
    g_print ("%6u x %u %-7s on %u thread%s %10.1f ms by the clock, %.1f ms of a core\n", n_series,
             N_MONTHS, what, threads, threads == 1 ? " " : "s", clock * 1e3, core * 1e3);
  }
}

static ScrutinyPanel *
make_panel (guint n_series)
{
  static const char *const keys[] = { "area", NULL };
  g_autoptr (ScrutinyTable) table = make_table (n_series);
  const double start = seconds (CLOCK_PROCESS_CPUTIME_ID);
  ScrutinyPanel *panel = scrutiny_panel_new (table, keys, "month", "value", NULL);

  g_print ("%6u x %u a panel of a table   %10.1f ms of a core\n", n_series, N_MONTHS,
           (seconds (CLOCK_PROCESS_CPUTIME_ID) - start) * 1e3);

  return panel;
}

int
main (void)
{
  g_autoptr (ScrutinyPanel) many = make_panel (10000);
  g_autoptr (ScrutinyPanel) some = make_panel (200);

  time_panel ("charts", (Tabulate) scrutiny_chart_tabulate, many, 10000);
  time_panel ("slopes", (Tabulate) scrutiny_slope_tabulate, some, 200);
  time_panel ("shifts", (Tabulate) scrutiny_shifts_tabulate, some, 200);
  time_panel ("trends", (Tabulate) scrutiny_trend_tabulate, some, 200);

  return 0;
}
