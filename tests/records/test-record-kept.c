/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-kept.h"

#include <scrutiny/recompute.h>

#include "records/record-query.h"
#include "support/record-rows.h"
#include "support/rows.h"

/* 600 rows over three years, some of no day, of wards that some do not say; one may count a
 * fraction of a home.
 */
static ScrutinyRecords *
records_new (gboolean with_fraction)
{
  g_autoptr (GString) csv = g_string_new ("opened,ward,age,seen,homes\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  ScrutinyRecords *records;

  for (int i = 0; i < 600; i++) {
    const int month = i * 7 % 36;

    if (i % 50)
      g_string_append_printf (csv, "%d-%02d-%02d,", 2022 + month / 12, month % 12 + 1,
                              i * 11 % 28 + 1);
    else
      g_string_append (csv, ",");
    g_string_append_printf (csv, "%s,%d,%d,%s\n", i % 9 ? (i % 3 ? "North" : "South") : "",
                            i % 5 * 10, i % 4 == 0, with_fraction && i == 301 ? "2.5" : "3");
  }
  scrutiny_records_options_set_suppress_below (options, 0);
  records = record_rows (csv->str, options, &error);
  assert_null (error);

  return records;
}

static ScrutinyDefinition *
definition_new (const char *kind, const char *segments)
{
  g_autoptr (ScrutinyDefinition) count = scrutiny_definition_new_count ("age < 40", "opened");
  g_autoptr (ScrutinyDefinition) counted =
      scrutiny_definition_copy_with (count, "counted", "seen = 1", NULL);
  g_autoptr (ScrutinyDefinition) measured =
      scrutiny_definition_copy_with (counted, "measure", "homes", NULL);
  g_autoptr (ScrutinyDefinition) parted =
      scrutiny_definition_copy_with (measured, "segments", segments, NULL);

  return scrutiny_definition_copy_with (parted, "kind", kind, NULL);
}

static void
append_figures (GString *out, RecordFigures *figures)
{
  g_string_append_printf (out, "%d %g %u %" G_GUINT64_FORMAT "\n", figures->calendar,
                          figures->scale, figures->n_segments, figures->n_undated);
  for (guint i = 0; i < figures->figures->len; i++) {
    const RecordFigure *figure = &g_array_index (figures->figures, RecordFigure, i);

    g_string_append_printf (
        out,
        "%" G_GINT64_FORMAT " %s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT
        " %.17g %.9g\n",
        figure->ordinal,
        figures->n_segments ? ((GStrv) figures->segments->pdata[figure->segment])[0] : "",
        figure->n_rows, figure->n_counted, figure->n_measured, figure->sum, figure->squares);
  }
}

/* By every calendar. */
static char *
dup_figures (ScrutinyRecords *records, ScrutinyDefinition *definition)
{
  g_autoptr (DefinitionPlan) plan = record_plan_new (records, definition, NULL);
  GString *out = g_string_new (NULL);

  for (guint calendar = SCRUTINY_CALENDAR_DAY; calendar <= SCRUTINY_CALENDAR_ACADEMIC_YEAR;
       calendar++) {
    g_autoptr (RecordFigures) figures =
        record_figures_new (records, plan, (ScrutinyCalendar) calendar, NULL, NULL);

    append_figures (out, figures);
  }

  return g_string_free (out, FALSE);
}

static const struct asked {
  const char *label, *kind, *segments;
} asked[] = {
  { "a share", "share", "" },
  { "a share by ward", "share", "ward" },
  { "a share by age", "share", "age" },
  { "a share by both", "share", "ward, age" },
  { "a rate", "rate", "" },
  { "a rate by ward", "rate", "ward" },
  { "a mean", "mean", "" },
  { "a mean by age", "mean", "age" },
};

/* As they are counted each by itself, segments in the same order. */
static void
is_what_is_counted_anew (void **state)
{
  const struct asked *row = *state;
  g_autoptr (ScrutinyDefinition) all = definition_new (row->kind, "ward, age");
  g_autoptr (ScrutinyDefinition) one = definition_new (row->kind, row->segments);

  for (int with_fraction = 0; with_fraction < 2; with_fraction++) {
    g_autoptr (ScrutinyRecords) fresh = records_new (with_fraction);
    g_autoptr (ScrutinyRecords) gone_through = records_new (with_fraction);

    record_kept_gather (gone_through, all, NULL);
    g_autofree char *anew = dup_figures (fresh, one);
    g_autofree char *kept = dup_figures (gone_through, one);
    assert_string_equal (kept, anew);
  }
}

static gboolean
is_found (ScrutinyRecords *records, ScrutinyDefinition *definition, ScrutinyCalendar calendar)
{
  g_autoptr (DefinitionPlan) plan = record_plan_new (records, definition, NULL);
  g_autoptr (RecordFigures) found = record_kept_find (records, plan, calendar);

  return found != NULL;
}

static void
is_found_only_where_it_holds (void **state)
{
  g_autoptr (ScrutinyRecords) whole = records_new (FALSE);
  g_autoptr (ScrutinyRecords) fraction = records_new (TRUE);
  g_autoptr (ScrutinyDefinition) all = definition_new ("rate", "ward, age");
  g_autoptr (ScrutinyDefinition) by_ward = definition_new ("rate", "ward");
  g_autoptr (ScrutinyDefinition) none = definition_new ("rate", "");
  g_autoptr (ScrutinyDefinition) other =
      scrutiny_definition_copy_with (by_ward, "counted", "seen = 0", NULL);
  g_autoptr (ScrutinyDefinition) holidays =
      scrutiny_definition_copy_with (by_ward, "holidays", "scotland", NULL);
  g_autoptr (ScrutinyDefinition) mean = definition_new ("mean", "ward");

  (void) state;
  assert_false (is_found (whole, by_ward, SCRUTINY_CALENDAR_MONTH));
  record_kept_gather (whole, all, NULL);
  record_kept_gather (fraction, all, NULL);
  assert_true (is_found (whole, by_ward, SCRUTINY_CALENDAR_MONTH));
  assert_true (is_found (whole, none, SCRUTINY_CALENDAR_YEAR));
  assert_false (is_found (whole, all, SCRUTINY_CALENDAR_MONTH));
  assert_false (is_found (whole, other, SCRUTINY_CALENDAR_MONTH));
  assert_false (is_found (whole, holidays, SCRUTINY_CALENDAR_MONTH));
  assert_false (is_found (whole, mean, SCRUTINY_CALENDAR_MONTH));
  record_kept_gather (whole, mean, NULL);
  assert_true (is_found (whole, mean, SCRUTINY_CALENDAR_MONTH));
  assert_true (is_found (fraction, by_ward, SCRUTINY_CALENDAR_DAY));
  assert_false (is_found (fraction, by_ward, SCRUTINY_CALENDAR_MONTH));
  assert_false (is_found (fraction, none, SCRUTINY_CALENDAR_DAY));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (asked) + 1] = {
    cmocka_unit_test (is_found_only_where_it_holds),
  };

  add_rows (tests + 1, is_what_is_counted_anew, asked, G_N_ELEMENTS (asked), sizeof *asked);

  return cmocka_run_group_tests_name ("records/record-kept", tests, NULL, NULL);
}
