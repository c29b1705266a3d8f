/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/dossier-builder.h>
#include <scrutiny/read-records.h>
#include <scrutiny/recompute.h>
#include <scrutiny/records-tables.h>
#include <scrutiny/review.h>

#include "rival.h"

#include <math.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define TIMES 3

/* How long three million rows take to be opened, typed and kept, a figure of them to be
 * recomputed by month, and to be cut another way; the memory that takes; and what pandas and
 * DuckDB take for the same.
 */

static double
seconds_of (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
peak_megabytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) usage.ru_maxrss / 1024;
}

static void
say (const char *what, double processor, double wall)
{
  g_print ("%-44s %10.3f s of a processor %10.3f s on the wall\n", what, processor, wall);
}

static ScrutinyRecords *
read_file (GFile *file, double *processor)
{
  const double start = seconds_of (CLOCK_PROCESS_CPUTIME_ID);
  const double wall = seconds_of (CLOCK_MONOTONIC);
  g_autoptr (GError) error = NULL;
  ScrutinyRecords *records = scrutiny_records_read (file, NULL, NULL, &error);

  if (!records) {
    g_print ("%s\n", error->message);
    exit (1);
  }
  *processor = seconds_of (CLOCK_PROCESS_CPUTIME_ID) - start;
  g_print ("%" G_GUINT64_FORMAT " rows\n", scrutiny_records_get_n_rows (records));
  say ("opened, typed and kept", *processor, seconds_of (CLOCK_MONOTONIC) - wall);

  return records;
}

static double
recompute (ScrutinyRecords *records, const char *what, ScrutinyDefinition *taken)
{
  g_autoptr (ScrutinyDefinition) definition = taken;
  double best = INFINITY, best_wall = INFINITY;

  for (guint k = 0; k < TIMES; k++) {
    const double start = seconds_of (CLOCK_PROCESS_CPUTIME_ID);
    const double wall = seconds_of (CLOCK_MONOTONIC);
    g_autoptr (ScrutinySeries) series =
        scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_MONTH, NULL, NULL);

    if (!series)
      exit (1);
    best = fmin (best, seconds_of (CLOCK_PROCESS_CPUTIME_ID) - start);
    best_wall = fmin (best_wall, seconds_of (CLOCK_MONOTONIC) - wall);
  }
  say (what, best, best_wall);

  return best;
}

static void
spread (ScrutinyRecords *records)
{
  const double start = seconds_of (CLOCK_PROCESS_CPUTIME_ID);
  const double wall = seconds_of (CLOCK_MONOTONIC);
  g_autoptr (ScrutinyTable) table =
      scrutiny_records_dup_spread (records, "delay", 1, NULL, NULL, NULL, NULL);

  say ("counted by minute of delay", seconds_of (CLOCK_PROCESS_CPUTIME_ID) - start,
       seconds_of (CLOCK_MONOTONIC) - wall);
}

/* All that a report says of one share of these rows, taken apart by @segments. */
static void
review (ScrutinyRecords *records, const char *what, const char *segments)
{
  g_autoptr (ScrutinyDefinition) share =
      scrutiny_definition_new_share (NULL, "delay < 15", "\"date\"");
  g_autoptr (ScrutinyDefinition) parted =
      scrutiny_definition_copy_with (share, "segments", segments, NULL);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (ScrutinyReport) report = NULL;
  const double start = seconds_of (CLOCK_PROCESS_CPUTIME_ID);
  const double wall = seconds_of (CLOCK_MONOTONIC);

  scrutiny_dossier_builder_add_indicator (builder, "late", "Flights");
  scrutiny_dossier_builder_set_records (builder, "late", G_OBJECT (records));
  scrutiny_dossier_builder_add_definition (builder, "late", parted);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  report = scrutiny_review (dossier, NULL, NULL, NULL, NULL);
  if (!report)
    exit (1);
  say (what, seconds_of (CLOCK_PROCESS_CPUTIME_ID) - start, seconds_of (CLOCK_MONOTONIC) - wall);
}

/* Processor time, as ours is; DuckDB's is of all its threads. */
static void
compare_others (const char *path, double whole, double recut)
{
  g_autofree char *pandas = g_strdup_printf (
      "import time, pandas\n"
      "t = time.process_time()\n"
      "d = pandas.read_csv('%s', parse_dates=['date'])\n"
      "d.groupby(d.date.dt.to_period('M')).apply(lambda g: (g.delay < 15).mean())\n"
      "print(time.process_time() - t)",
      path);
  g_autofree char *again = g_strdup_printf (
      "import time, pandas\n"
      "d = pandas.read_csv('%s', parse_dates=['date'])\n"
      "t = time.process_time()\n"
      "d = d[d.origin == 'ATL']\n"
      "d.groupby(d.date.dt.to_period('M')).apply(lambda g: (g.delay < 30).mean())\n"
      "print(time.process_time() - t)",
      path);
  g_autofree char *duck = g_strdup_printf (
      "import time, duckdb\n"
      "duckdb.sql('set enable_progress_bar = false')\n"
      "t = time.process_time()\n"
      "duckdb.sql(\"create table r as select * from read_csv('%s')\")\n"
      "duckdb.sql(\"select date_trunc('month', date) m, avg((delay < 15)::int) from r group by "
      "m\").fetchall()\n"
      "print(time.process_time() - t)",
      path);
  const char *python = g_getenv ("SCRUTINY_DUCKDB_PYTHON");

  rival_compare ("pandas, all of it", 3000000, "/usr/bin/python3", pandas, whole);
  rival_compare ("pandas, cut another way", 3000000, "/usr/bin/python3", again, recut);
  rival_compare ("DuckDB, all of it", 3000000, python ? python : "python3", duck, whole);
}

int
main (void)
{
  const char *shared = g_getenv ("SCRUTINY_SHARED");
  g_autofree char *path =
      g_build_filename (shared ? shared : "", "data/records/big_flights_3m.csv.gz", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ScrutinyRecords) records = NULL;
  double opened, first, recut;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_print ("skipped: the three million rows are not there\n");
    return 0;
  }
  records = read_file (file, &opened);
  first = recompute (records, "a share by month",
                     scrutiny_definition_new_share (NULL, "delay < 15", "\"date\""));
  recut = recompute (records, "the same of one airport, to another limit",
                     scrutiny_definition_new_share ("origin = 'ATL'", "delay < 30", "\"date\""));
  recompute (records, "a median by month",
             scrutiny_definition_new_median (NULL, "delay", "\"date\""));
  spread (records);
  review (records, "a report by month and origin", "origin");
  review (records, "a report by month, origin and destination", "origin, destination");
  g_print ("%-44s %10.0f MB at the most\n", "memory", peak_megabytes ());
  compare_others (path, opened + first, recut);

  return 0;
}
