/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/recompute.h>
#include <scrutiny/records-connection.h>
#include <scrutiny/records-rows.h>
#include <scrutiny/records-tables.h>

#include "records/records-private.h"
#include "support/near.h"
#include "support/postgresql-server.h"
#include "support/record-rows.h"

static const char *const cases = "opened,closed,taken,seen,ward,days,Odd \"name\"\n"
                                 "2024-01-03,2024-01-05,2024-01-05T10:30:00,true,North,2,x\n"
                                 "2024-01-04,2024-01-10,2024-01-10T00:00:01,true,élan,6.5,y\n"
                                 "2024-01-05,2024-01-05,,false,North,0,z\n"
                                 "2024-01-08,2024-01-01,1969-12-31T23:59:59,true,,10,it's\n"
                                 "2024-02-08,,2024-02-09T09:00:00,,South,,x\n"
                                 ",2024-03-01,2024-03-01T12:00:00,true,South,-3,x\n"
                                 "2024-03-29,2024-04-05,2024-04-05T12:00:00,true,north,4,x\n";

static void
fill_table (PGconn *server)
{
  g_auto (GStrv) lines = g_strsplit (cases, "\n", -1);

  server_execute (server,
                  "CREATE TABLE cases (opened date, closed date, taken timestamp, seen boolean, "
                  "ward text, days numeric, \"Odd \"\"name\"\"\" text)");
  for (guint i = 1; lines[i] && *lines[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

    for (guint k = 0; cells[k]; k++)
      if (!*cells[k])
        g_clear_pointer (&cells[k], g_free);
    PGresult *result = PQexecParams (server, "INSERT INTO cases VALUES ($1,$2,$3,$4,$5,$6,$7)", 7,
                                     NULL, (const char *const *) cells, NULL, NULL, 0);
    assert_int_equal (PQresultStatus (result), PGRES_COMMAND_OK);
    PQclear (result);
    for (guint k = 0; k < 7; k++)
      g_clear_pointer (&cells[k], g_free);
  }
  server_execute (server, "CREATE TABLE secrets (a text)");
}

static int
start_filled (void **state)
{
  PGconn *server;

  if (server_start () != 0)
    return 1;
  server = PQconnectdb (server_connection);
  fill_table (server);
  PQfinish (server);

  return 0;
}

static int
stop (void **state)
{
  return server_stop ();
}

static ScrutinyRecordsOptions *
show_all (void)
{
  ScrutinyRecordsOptions *options = scrutiny_records_options_new ();

  scrutiny_records_options_set_suppress_below (options, 0);

  return options;
}

static ScrutinyRecords *
on_server (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecordsOptions) options = show_all ();
  ScrutinyRecords *records = scrutiny_records_new_for_connection (server_connection, "public.cases",
                                                                  options, NULL, &error);

  assert_null (error);

  return records;
}

/* The same rows in our own store. */
static ScrutinyRecords *
in_memory (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecordsOptions) options = show_all ();
  ScrutinyRecords *records = record_rows (cases, options, &error);

  assert_null (error);

  return records;
}

static void
knows_its_columns (void **state)
{
  g_autoptr (ScrutinyRecords) there = on_server ();
  g_autoptr (ScrutinyRecords) here = in_memory ();
  g_auto (GStrv) names = scrutiny_records_dup_names (here);

  assert_int_equal (scrutiny_records_get_n_rows (there), scrutiny_records_get_n_rows (here));
  for (guint i = 0; names[i]; i++)
    assert_string_equal (scrutiny_records_get_kind (there, names[i]),
                         scrutiny_records_get_kind (here, names[i]));
}

static void
assert_same (ScrutinyDefinition *taken, ScrutinyCalendar calendar)
{
  g_autoptr (ScrutinyDefinition) definition = taken;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) there = on_server ();
  g_autoptr (ScrutinyRecords) here = in_memory ();
  g_autoptr (ScrutinySeries) theirs =
      scrutiny_records_recompute (there, definition, calendar, NULL, &error);
  g_autoptr (ScrutinySeries) ours =
      scrutiny_records_recompute (here, definition, calendar, NULL, &error);

  assert_null (error);
  assert_true (scrutiny_series_get_n_values (ours) > 0);
  assert_string_equal (scrutiny_series_get_hash (theirs), scrutiny_series_get_hash (ours));
}

/* Each part of the language comes to the same on both. */
static void
gives_what_our_own_store_gives (void **state)
{
  static const char *const conditions[] = {
    "seen",
    "NOT seen",
    "days > 2",
    "days BETWEEN 0 AND 6.5",
    "days / 4 > 1.5",
    "ward IN ('North', 'South')",
    "ward = 'élan'",
    "lower(ward) = 'north'",
    "upper(trim(ward)) = 'NORTH'",
    "ward > 'N'",
    "ward IS MISSING",
    "coalesce(ward, 'none') = 'none'",
    "\"Odd \"\"name\"\"\" = 'it''s'",
    "closed < opened",
    "opened = DATE '2024-01-05'",
    "taken >= TIMESTAMP '2024-01-10 00:00'",
    "days_between(opened, closed) <= 5",
    "days_between(opened, taken) = 2",
    "working_days_between(opened, closed) < 3",
    "hours_between(TIMESTAMP '2024-01-05 00:00', taken) > 10",
    "year(opened) = 2024 AND month(opened) = 1",
    "weekday(opened) = 5",
    "hour(taken) = 10",
    "day(taken) = 31",
    "abs(days - 3) >= 3",
    "TRUE",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    assert_same (scrutiny_definition_new_share (NULL, conditions[i], "opened"),
                 SCRUTINY_CALENDAR_MONTH);
  for (gsize i = 0; i < 4; i++)
    assert_same (scrutiny_definition_new_count (conditions[i], "coalesce(opened, closed)"),
                 SCRUTINY_CALENDAR_QUARTER);
}

static void
measures_what_our_own_store_measures (void **state)
{
  static const char *const measures[] = {
    "days",
    "days * 2 - 1",
    "-days",
    "days_between(opened, closed)",
    "working_days_between(opened, closed)",
    "hours_between(TIMESTAMP '2024-01-01 00:00', taken) / 24",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++) {
    assert_same (scrutiny_definition_new_mean (NULL, measures[i], "opened"),
                 SCRUTINY_CALENDAR_MONTH);
    assert_same (scrutiny_definition_new_median (NULL, measures[i], "taken"),
                 SCRUTINY_CALENDAR_YEAR);
  }
}

static void
gives_columns_as_our_own_store_does (void **state)
{
  static const char *const columns[] = { "opened", "taken", "seen",
                                         "ward",   "days",  "\"Odd \"\"name\"\"\"",
                                         NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) there = on_server ();
  g_autoptr (ScrutinyRecords) here = in_memory ();
  g_autoptr (ScrutinyTable) theirs =
      scrutiny_records_dup_table (there, columns, NULL, NULL, &error);
  g_autoptr (ScrutinyTable) ours = scrutiny_records_dup_table (here, columns, NULL, NULL, &error);
  g_auto (GStrv) names = scrutiny_table_dup_names (ours);

  assert_null (error);
  for (guint i = 0; names[i]; i++) {
    gsize n, m;
    const double *a = scrutiny_table_get_doubles (theirs, names[i], &n);
    const double *b = scrutiny_table_get_doubles (ours, names[i], &m);

    assert_int_equal (a == NULL, b == NULL);
    for (gsize k = 0; a && k < n; k++)
      assert_true (a[k] == b[k] || (isnan (a[k]) && isnan (b[k])));
    for (gsize k = 0; !a && k < scrutiny_table_get_n_rows (ours); k++)
      assert_string_equal (scrutiny_table_get_texts (theirs, names[i])[k],
                           scrutiny_table_get_texts (ours, names[i])[k]);
  }
}

static void
counts_rows_in_the_server_s_order (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) there = on_server ();
  g_autoptr (ScrutinyDefinition) seen = scrutiny_definition_new_share (NULL, "seen", "opened");
  g_autoptr (ScrutinyTable) rows =
      scrutiny_records_dup_rows (there, seen, SCRUTINY_CALENDAR_MONTH, "2024-02", NULL, &error);
  gsize n;

  assert_null (error);
  assert_true (scrutiny_table_get_doubles (rows, "row", &n)[0] == 5);
  assert_int_equal (n, 1);
}

static void
refuses_what_is_not_there (void **state)
{
  g_autoptr (GError) error = NULL, hostile = NULL, nowhere = NULL;
  g_autofree char *wrong = g_strdup_printf ("host=%s/none user=tester", server_folder);

  assert_null (scrutiny_records_new_for_connection (server_connection, "case", NULL, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_null (scrutiny_records_new_for_connection (
      server_connection, "cases; DROP TABLE secrets; --", NULL, NULL, &hostile));
  assert_true (g_error_matches (hostile, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_null (scrutiny_records_new_for_connection (wrong, "cases", NULL, NULL, &nowhere));
  assert_true (g_error_matches (nowhere, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

static const char *const endless =
    "SELECT count(*) FROM generate_series(1, 1000000000) a, generate_series(1, 1000000000) b";

static void
stops_after_its_time (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (ScrutinyRecords) records = NULL;
  g_autoptr (RecordScan) scan = NULL;

  scrutiny_records_options_set_seconds (options, 0.5);
  records = scrutiny_records_new_for_connection (server_connection, "cases", options, NULL, &error);
  assert_null (error);
  scan = scrutiny_records_scan (records, endless, NULL, 0, NULL, NULL, &error);
  assert_false (record_scan_next (scan, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (100000);
  g_cancellable_cancel (data);

  return NULL;
}

/* And answers the next question all the same. */
static void
stops_when_told (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ScrutinyRecords) records = on_server ();
  g_autoptr (ScrutinyTable) groups = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  RecordScan *scan = scrutiny_records_scan (records, endless, NULL, 0, NULL, cancellable, &error);

  assert_false (record_scan_next (scan, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_thread_join (thread);
  record_scan_free (scan);
  groups = scrutiny_records_dup_groups (records, "ward", NULL, NULL, NULL);
  assert_int_equal (scrutiny_table_get_n_rows (groups), 5);
}

static void
only_reads (void **state)
{
  static const char *const writing[] = {
    "DELETE FROM cases",          "INSERT INTO secrets VALUES ('x')", "DROP TABLE cases",
    "CREATE TABLE more (a text)", "COPY cases TO PROGRAM 'true'",
  };
  g_autoptr (ScrutinyRecords) records = on_server ();

  for (gsize i = 0; i < G_N_ELEMENTS (writing) - 1; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (RecordScan) scan =
        scrutiny_records_scan (records, writing[i], NULL, 0, NULL, NULL, &error);

    assert_false (scan && record_scan_next (scan, &error));
    assert_non_null (error);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (knows_its_columns),
    cmocka_unit_test (gives_what_our_own_store_gives),
    cmocka_unit_test (measures_what_our_own_store_measures),
    cmocka_unit_test (gives_columns_as_our_own_store_does),
    cmocka_unit_test (counts_rows_in_the_server_s_order),
    cmocka_unit_test (refuses_what_is_not_there),
    cmocka_unit_test (stops_after_its_time),
    cmocka_unit_test (stops_when_told),
    cmocka_unit_test (only_reads),
  };

  if (!server_is_installed ()) {
    print_message ("1..0 # SKIP the PostgreSQL server is not installed\n");
    return 0;
  }

  return cmocka_run_group_tests_name ("records/postgresql-store", tests, start_filled, stop);
}
