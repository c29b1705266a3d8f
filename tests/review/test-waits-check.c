/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/waits-check.h"

#include <scrutiny/dossier-builder.h>
#include <scrutiny/feature.h>
#include <scrutiny/review.h>
#include <scrutiny/waits.h>

#include "review/demand-check.h"
#include "support/record-rows.h"
#include "support/rows.h"

#include <scrutiny/demand.h>

#include <stdio.h>

/* 40 repairs that ended, 12 that have not; the others of each four are of one kind. */
static ScrutinyRecords *
records_new (void)
{
  g_autoptr (GString) csv = g_string_new ("kind,opened,closed,child,why\n");
  g_autoptr (GError) error = NULL;
  ScrutinyRecords *records;

  for (int i = 0; i < 52; i++) {
    g_string_append_printf (csv, "%s,2024-%02d-01,", i % 4 ? "heating" : "roof", i % 12 + 1);
    if (i < 40)
      g_string_append_printf (csv, "2024-%02d-%02d", i % 12 + 1, 2 + i % 20);
    g_string_append_printf (csv, ",c%d,%s\n", i % 26, i % 2 ? "no reply" : "broken");
  }
  records = record_rows (csv->str, NULL, &error);
  assert_null (error);

  return records;
}

/* An indicator for each definition of @definitions, of the same rows. */
static ScrutinyDossier *
dossier_new (ScrutinyDefinition **definitions, guint n)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyRecords) records = records_new ();

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("figure-%u", i);

    scrutiny_dossier_builder_add_indicator (builder, id, "Repairs");
    scrutiny_dossier_builder_set_records (builder, id, G_OBJECT (records));
    scrutiny_dossier_builder_add_definition (builder, id, definitions[i]);
  }

  return scrutiny_dossier_builder_end (builder, NULL);
}

static gpointer
run (ScrutinyCheckFunc check, ScrutinyDefinition *definition)
{
  g_autoptr (ScrutinyDossier) dossier = dossier_new (&definition, 1);
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);

  check (scrutiny_dossier_get_indicator (dossier, 0), store, NULL);

  return g_list_model_get_item (G_LIST_MODEL (store), 0);
}

/* How many are looked at, and how many of them are open. */
static const struct known {
  const char *label;
  const char *of, *counted, *measure;
  guint n_rows, n_open; /* 0 and 0: it is silent */
} known[] = {
  { "a time that is measured", NULL, NULL, "days_between(opened, closed)", 52, 12 },
  { "in working days", NULL, NULL, "working_days_between(opened, closed)", 52, 12 },
  { "a time that is counted", NULL, "days_between(opened, closed) <= 10", NULL, 52, 12 },
  { "open rows that the figure leaves out", "closed IS NOT MISSING", NULL,
    "days_between(opened, closed)", 52, 12 },
  { "of one kind", "kind = 'roof' AND closed IS NOT MISSING", NULL, "days_between(opened, closed)",
    13, 3 },
  { "of one kind, the other way round",
    "closed > DATE '2024-01-01' AND (kind = 'roof' OR kind = 'x')", NULL,
    "days_between(opened, closed)", 13, 3 },
  { "no time", NULL, "kind = 'roof'", NULL, 0, 0 },
};

static ScrutinyDefinition *
definition_of (const struct known *row)
{
  return row->measure ? scrutiny_definition_new_median (row->of, row->measure, "opened")
                      : scrutiny_definition_new_share (row->of, row->counted, "opened");
}

static void
looks_at_open_rows_too (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyDefinition) definition = definition_of (row);
  g_autoptr (GObject) waits = run (waits_check_figure, definition);

  if (row->n_rows == 0) {
    assert_null (waits);
    return;
  }
  assert_true (SCRUTINY_IS_WAITS (waits));
  assert_int_equal (scrutiny_waits_get_n_rows (SCRUTINY_WAITS (waits)), row->n_rows);
  assert_int_equal (scrutiny_waits_get_n_open (SCRUTINY_WAITS (waits)), row->n_open);
}

/* As the definition counts, by its bank holidays. */
static void
counts_the_days_of_the_definition (void **state)
{
  g_autoptr (ScrutinyDefinition) all =
      scrutiny_definition_new_time (NULL, "opened", "closed", FALSE, "opened");
  g_autoptr (ScrutinyDefinition) working =
      scrutiny_definition_new_time (NULL, "opened", "closed", TRUE, "opened");
  g_autoptr (ScrutinyDefinition) scottish =
      scrutiny_definition_copy_with (working, "holidays", "scotland", NULL);
  g_autoptr (ScrutinyWaits) in_all = run (waits_check_figure, all);
  g_autoptr (ScrutinyWaits) in_working = run (waits_check_figure, working);
  g_autoptr (ScrutinyWaits) in_scottish = run (waits_check_figure, scottish);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (in_scottish));

  (void) state;
  assert_string_equal (scrutiny_waits_get_unit (in_all), "days");
  assert_string_equal (scrutiny_waits_get_unit (in_working), "working-days");
  assert_true (scrutiny_waits_get_half (in_working) < scrutiny_waits_get_half (in_all));
  assert_non_null (strstr (json, "\"working_days\":\"scotland\""));
}

/* Rows of one child are a case. */
static void
puts_rows_of_one_case_together (void **state)
{
  g_autoptr (ScrutinyDefinition) time =
      scrutiny_definition_new_time (NULL, "opened", "closed", FALSE, "opened");
  g_autoptr (ScrutinyDefinition) definition =
      scrutiny_definition_copy_with (time, "key", "child", NULL);
  g_autoptr (ScrutinyWaits) apart = run (waits_check_figure, time);
  g_autoptr (ScrutinyWaits) together = run (waits_check_figure, definition);

  (void) state;
  assert_near (scrutiny_waits_get_end_to_end (apart), NAN, 0);
  assert_true (scrutiny_waits_get_end_to_end (together) > 1);
}

static guint
count_findings (GPtrArray *findings, const char *id)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id);

  return n;
}

/* Two figures of the same rows tell of one wait. */
static void
says_it_once (void **state)
{
  g_autoptr (ScrutinyDefinition) within =
      scrutiny_definition_new_share (NULL, "days_between(opened, closed) <= 10", "opened");
  g_autoptr (ScrutinyDefinition) median =
      scrutiny_definition_new_time ("closed IS NOT MISSING", "opened", "closed", FALSE, "opened");
  ScrutinyDefinition *both[] = { within, median };
  g_autoptr (ScrutinyDossier) dossier = dossier_new (both, 2);
  g_autoptr (ScrutinyReport) report = scrutiny_review (dossier, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_report_dup_findings (report);
  g_autofree char *page = scrutiny_report_dup_text (report, "html", NULL, NULL);

  (void) state;
  assert_int_equal (count_findings (findings, "waits.tail"), 1);
  assert_non_null (strstr (page, "still open")); /* the curve */
}

static void
asks_what_rows_are_about (void **state)
{
  g_autoptr (ScrutinyDefinition) count = scrutiny_definition_new_count ("kind = 'roof'", "opened");
  g_autoptr (ScrutinyDefinition) half =
      scrutiny_definition_copy_with (count, "demand", "kind", NULL);
  g_autoptr (ScrutinyDefinition) whole = scrutiny_definition_copy_with (half, "cause", "why", NULL);
  g_autoptr (ScrutinyDemand) demand = run (demand_check_figure, whole);
  ScrutinyTable *causes;

  (void) state;
  assert_null (run (demand_check_figure, half));
  assert_true (SCRUTINY_IS_DEMAND (demand));
  causes = scrutiny_demand_get_causes (demand);
  assert_int_equal (scrutiny_table_get_n_rows (causes), 1);
  assert_near (scrutiny_table_get_doubles (causes, "count", NULL)[0], 13, 0);
}

static void
says_what_cannot_be_read (void **state)
{
  g_autoptr (ScrutinyDefinition) count = scrutiny_definition_new_count (NULL, "opened");
  g_autoptr (ScrutinyDefinition) half =
      scrutiny_definition_copy_with (count, "demand", "kin", NULL);
  g_autoptr (ScrutinyDefinition) whole = scrutiny_definition_copy_with (half, "cause", "why", NULL);
  g_autoptr (ScrutinyFinding) finding = run (demand_check_figure, whole);

  (void) state;
  assert_string_equal (scrutiny_finding_get_id (finding), "check.not-done");
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 5] = {
    cmocka_unit_test (counts_the_days_of_the_definition),
    cmocka_unit_test (puts_rows_of_one_case_together),
    cmocka_unit_test (says_it_once),
    cmocka_unit_test (asks_what_rows_are_about),
    cmocka_unit_test (says_what_cannot_be_read),
  };

  add_rows (tests + 5, looks_at_open_rows_too, known, G_N_ELEMENTS (known), sizeof *known);
  if (!scrutiny_has_feature ("records")) {
    printf ("1..0 # skipped: records are not built\n");
    return 0;
  }

  return cmocka_run_group_tests_name ("review/waits-check", tests, NULL, NULL);
}
