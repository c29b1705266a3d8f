/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

/* Prints what one chart of 60 months costs, and its JSON. */

#include <scrutiny/chart.h>
#include <scrutiny/result.h>

#include <stdio.h>
#include <time.h>

#define N_MONTHS 60
#define N_RUNS 9
#define N_EACH 200

/* Of this program, so that others on the machine count less. */
static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static ScrutinySeries *
made_up_series (void)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2019-04", N_MONTHS, NULL);
  double values[N_MONTHS];
  guint32 seed = 1;

  for (guint i = 0; i < N_MONTHS; i++) {
    seed = seed * 1664525 + 1013904223;
    values[i] = 70 + (double) (seed >> 20) / 357;
  }

  return scrutiny_series_new (timeline, values, N_MONTHS, NULL);
}

static void
draw (ScrutinySeries *series, ScrutinyChart *chart)
{
  g_autoptr (ScrutinyChart) made = scrutiny_chart_new (series, NULL, NULL);
}

static void
write_json (ScrutinySeries *series, ScrutinyChart *chart)
{
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (chart));
}

static void
measure (const char *what,
         void (*work) (ScrutinySeries *, ScrutinyChart *),
         ScrutinySeries *series,
         ScrutinyChart *chart)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++) {
    const double start = seconds_of_core ();

    for (guint k = 0; k < N_EACH; k++)
      work (series, chart);
    best = MIN (best, (seconds_of_core () - start) / N_EACH);
  }
  printf ("%-46s %11.1f µs\n", what, best * 1e6);
}

int
main (void)
{
  g_autoptr (ScrutinySeries) series = made_up_series ();
  g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (series, NULL, NULL);

  measure ("chart of 60 months", draw, series, chart);
  measure ("its JSON", write_json, series, chart);

  return 0;
}
