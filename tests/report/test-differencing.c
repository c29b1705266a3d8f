/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/columns-builder.h"
#include "support/record-rows.h"
#include "support/rows.h"

#include <scrutiny/comparison.h>
#include <scrutiny/demand.h>
#include <scrutiny/draw.h>
#include <scrutiny/export.h>
#include <scrutiny/feature.h>
#include <scrutiny/mix.h>
#include <scrutiny/recompute.h>
#include <scrutiny/records-tables.h>
#include <scrutiny/suppression.h>
#include <scrutiny/waits.h>

/* What cannot be worked out from everything that leaves: two sets of cases that differ in a small
 * count give the same bytes, in JSON with its findings and their facts, in CSV, and drawn, so that
 * no arithmetic on them can tell which it was.  Shown without a threshold they differ, or
 * nothing would have been tried.
 */
#define FEWEST 5

/* "area|cases|of; North|3|40": names, and rows; a column whose name begins with # holds numbers. */
static ScrutinyTable *
table_of (const char *text)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);
  g_auto (GStrv) names = g_strsplit (rows[0], "|", -1);

  for (gsize i = 1; rows[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (rows[i], "|", -1);

    for (gsize k = 0; names[k]; k++)
      if (*names[k] == '#')
        columns_builder_add_number (builder, names[k] + 1, g_ascii_strtod (cells[k], NULL));
      else
        columns_builder_add_text (builder, names[k], cells[k]);
  }

  return columns_builder_end (builder);
}

/* "failure|no reply*20": so many rows alike. */
static ScrutinyTable *
rows_of (const char *text)
{
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);
  g_autoptr (GString) out = g_string_new (rows[0]);

  for (gsize i = 1; rows[i]; i++) {
    g_auto (GStrv) halves = g_strsplit (rows[i], "*", 2);

    for (gint64 k = 0; k < g_ascii_strtoll (halves[1], NULL, 10); k++)
      g_string_append_printf (out, "; %s", halves[0]);
  }

  return table_of (out->str);
}

static void
append_table (GString *out, ScrutinyTable *table)
{
  g_autofree char *csv = scrutiny_export_csv (table);

  g_string_append (out, csv);
}

/* JSON, without the hash of rows, which tells that they are others and not in what: a table of
 * counts has none; and the drawing, where there is one.
 */
static void
append_result (GString *out, ScrutinyResult *result, gboolean is_of_rows)
{
  const char *hash =
      is_of_rows ? scrutiny_method_get_input_hash (scrutiny_result_get_method (result)) : NULL;
  g_autofree char *json = scrutiny_result_dup_json (result);
  g_autofree char *drawn = scrutiny_draw (result, "title", NULL);

  g_string_append (out, json);
  if (hash)
    g_string_replace (out, hash, "", 0);
  g_string_append (out, drawn ? drawn : "");
}

static char *
dup_demand (const char *text, guint fewest)
{
  g_autoptr (ScrutinyTable) table = rows_of (text);
  g_autoptr (ScrutinyDemandOptions) options = scrutiny_demand_options_new ();
  g_autoptr (ScrutinyDemand) demand = NULL;
  GString *out = g_string_new (NULL);

  scrutiny_demand_options_set_second_coder (options, "other");
  scrutiny_demand_options_set_disclosure (options, fewest);
  demand = scrutiny_demand_new (table, "kind", "cause", options, NULL);
  append_result (out, SCRUTINY_RESULT (demand), TRUE);
  append_table (out, scrutiny_demand_get_kinds (demand));
  append_table (out, scrutiny_demand_get_causes (demand));

  return g_string_free (out, FALSE);
}

static char *
dup_mix (const char *text, guint fewest)
{
  static const char *const ways[] = { "part", NULL };
  g_autoptr (ScrutinyTable) table = table_of (text);
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
  g_autoptr (ScrutinyTable) several = NULL;
  g_autoptr (ScrutinyMix) mix = NULL;
  GString *out = g_string_new (NULL);

  scrutiny_mix_options_set_disclosure (options, fewest);
  mix = scrutiny_mix_new (table, ways, "n", "of", options, NULL);
  several = scrutiny_mix_tabulate (table, ways, "n", "of", options, NULL);
  append_result (out, SCRUTINY_RESULT (mix), FALSE);
  append_table (out, several);
  append_table (out, scrutiny_mix_get_segments (mix));
  append_table (out, scrutiny_mix_get_factors (mix));

  return g_string_free (out, FALSE);
}

static char *
dup_suppression (const char *text, guint fewest)
{
  static const char *const keys[] = { "area", NULL };
  g_autoptr (ScrutinyTable) table = table_of (text);
  g_autoptr (ScrutinySuppression) hidden =
      scrutiny_suppression_new (table, keys, "n", MAX (fewest, 1), 0, NULL);
  GString *out = g_string_new (NULL);

  append_result (out, SCRUTINY_RESULT (hidden), FALSE);
  append_table (out, scrutiny_suppression_get_table (hidden));

  return g_string_free (out, FALSE);
}

static char *
dup_comparison_with (const char *text, ScrutinyComparisonOptions *options, guint fewest)
{
  g_autoptr (ScrutinyTable) table = table_of (text);
  g_autoptr (ScrutinyComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  scrutiny_comparison_options_set_focus (options, "N");
  scrutiny_comparison_options_set_disclosure (options, fewest);
  comparison = scrutiny_comparison_new (table, "area", "n", "of", options, &error);
  assert_null (error);
  append_result (out, SCRUTINY_RESULT (comparison), FALSE);
  append_table (out, scrutiny_comparison_get_areas (comparison));
  append_table (out, scrutiny_comparison_get_funnel (comparison));
  for (const char *const *form = (const char *const[]){ "text", "md", "html", NULL }; *form;
       form++) {
    g_autofree char *page = scrutiny_export_comparison (comparison, "title", *form, NULL);

    g_string_append (out, page ? page : "");
  }

  return g_string_free (out, FALSE);
}

static char *
dup_comparison_of (const char *text, const char *kind, guint fewest)
{
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();

  scrutiny_comparison_options_set_kind (options, kind);

  return dup_comparison_with (text, options, fewest);
}

static char *
dup_published_rates (const char *text, guint fewest)
{
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();

  scrutiny_comparison_options_set_kind (options, "rate");
  scrutiny_comparison_options_set_published (options, "rate");
  scrutiny_comparison_options_set_rank (options, "rank");

  return dup_comparison_with (text, options, fewest);
}

static char *
dup_standardised (const char *text, guint fewest)
{
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();

  scrutiny_comparison_options_set_kind (options, "standardised");
  scrutiny_comparison_options_set_band (options, "age");
  scrutiny_comparison_options_set_standard (options, "standard");

  return dup_comparison_with (text, options, fewest);
}

static char *
dup_shares (const char *text, guint fewest)
{
  return dup_comparison_of (text, "proportion", fewest);
}

static char *
dup_ratios (const char *text, guint fewest)
{
  return dup_comparison_of (text, "ratio", fewest);
}

static char *
dup_rates (const char *text, guint fewest)
{
  return dup_comparison_of (text, "rate", fewest);
}

static void
append_rows (GString *csv, GStrv rows)
{
  g_string_append_c (csv, '\n');
  for (gsize i = 1; rows[i]; i++) {
    g_auto (GStrv) halves = g_strsplit (rows[i], "*", 2);

    for (gint64 k = 0; k < g_ascii_strtoll (halves[1], NULL, 10); k++)
      g_string_append_printf (csv, "%s\n", halves[0]);
  }
}

/* "opened,days,ward; 2024-01-15,44,North*2": rows of a file. */
static ScrutinyRecords *
records_of (const char *text, guint fewest)
{
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);
  g_autoptr (GString) csv = g_string_new (rows[0]);
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinyRecords *records;

  append_rows (csv, rows);
  scrutiny_records_options_set_suppress_below (options, fewest);
  records = record_rows (csv->str, options, &error);
  assert_null (error);

  return records;
}

static void
append_series (GString *out, ScrutinySeries *series)
{
  g_auto (GStrv) periods = scrutiny_timeline_dup_texts (scrutiny_series_get_timeline (series));
  const double *numerators = scrutiny_series_get_numerators (series, NULL);
  const double *denominators = scrutiny_series_get_denominators (series, NULL);

  for (gsize i = 0; i < scrutiny_series_get_n_values (series); i++) {
    double low, high;

    scrutiny_series_get_bounds (series, i, &low, &high);
    g_string_append_printf (out, "%s %s %.17g %.17g %.17g %.17g %.17g\n", periods[i],
                            scrutiny_series_get_state (series, i),
                            scrutiny_series_get_value (series, i), low, high,
                            numerators ? numerators[i] : NAN, denominators ? denominators[i] : NAN);
  }
}

/* By days, weeks, months, quarters, halves and years of every kind, as a series and by ward. */
static void
append_figures (GString *out,
                ScrutinyRecords *records,
                ScrutinyDefinition *definition,
                ScrutinyCalendar finest)
{
  g_autoptr (ScrutinyDefinition) by_ward =
      scrutiny_definition_copy_with (definition, "segments", "ward", NULL);

  for (guint calendar = finest; calendar <= SCRUTINY_CALENDAR_ACADEMIC_YEAR; calendar++) {
    g_autoptr (ScrutinySeries) series =
        scrutiny_records_recompute (records, definition, calendar, NULL, NULL);
    g_autoptr (ScrutinyTable) table =
        scrutiny_records_recompute_table (records, by_ward, calendar, NULL, NULL);

    append_series (out, series);
    append_table (out, table);
  }
}

static char *
dup_shares_of_rows (const char *text, guint fewest)
{
  g_autoptr (ScrutinyRecords) records = records_of (text, fewest);
  g_autoptr (ScrutinyDefinition) share =
      scrutiny_definition_new_share (NULL, "days <= 45", "opened");
  GString *out = g_string_new (NULL);

  append_figures (out, records, share, SCRUTINY_CALENDAR_DAY);

  return g_string_free (out, FALSE);
}

static char *
dup_counts_of_rows (const char *text, guint fewest)
{
  g_autoptr (ScrutinyRecords) records = records_of (text, fewest);
  g_autoptr (ScrutinyDefinition) count = scrutiny_definition_new_count ("days <= 45", "opened");
  GString *out = g_string_new (NULL);

  append_figures (out, records, count, SCRUTINY_CALENDAR_DAY);

  return g_string_free (out, FALSE);
}

/* Without days and weeks: which of those are hidden tells of what is hidden to whoever knows how
 * they are chosen, though no arithmetic on what is shown does.
 */
static char *
dup_months_of_rows (const char *text, guint fewest)
{
  g_autoptr (ScrutinyRecords) records = records_of (text, fewest);
  g_autoptr (ScrutinyDefinition) count = scrutiny_definition_new_count ("days <= 45", "opened");
  GString *out = g_string_new (NULL);

  append_figures (out, records, count, SCRUTINY_CALENDAR_MONTH);

  return g_string_free (out, FALSE);
}

/* The same with the limit moved, and with some left out. */
static char *
dup_recuts_of_rows (const char *text, guint fewest)
{
  g_autoptr (ScrutinyRecords) records = records_of (text, fewest);
  g_autoptr (ScrutinyDefinition) share =
      scrutiny_definition_new_share (NULL, "days <= 45", "opened");
  g_autoptr (ScrutinyDefinition) earlier =
      scrutiny_definition_copy_with (share, "counted", "days <= 42", NULL);
  g_autoptr (ScrutinyDefinition) fewer =
      scrutiny_definition_copy_with (share, "of", "ward = 'North'", NULL);
  GString *out = g_string_new (NULL);

  append_figures (out, records, share, SCRUTINY_CALENDAR_DAY);
  append_figures (out, records, earlier, SCRUTINY_CALENDAR_DAY);
  append_figures (out, records, fewer, SCRUTINY_CALENDAR_DAY);

  return g_string_free (out, FALSE);
}

static char *
dup_tables_of_rows (const char *text, guint fewest)
{
  g_autoptr (ScrutinyRecords) records = records_of (text, fewest);
  g_autoptr (ScrutinyTable) groups =
      scrutiny_records_dup_groups (records, "ward", NULL, NULL, NULL);
  g_autoptr (ScrutinyTable) spread =
      scrutiny_records_dup_spread (records, "days", 1, NULL, NULL, NULL, NULL);
  g_autoptr (ScrutinyTable) apart =
      scrutiny_records_dup_spread (records, "days", 1, "ward", NULL, NULL, NULL);
  GString *out = g_string_new (NULL);

  append_table (out, groups);
  append_table (out, spread);
  append_table (out, apart);

  return g_string_free (out, FALSE);
}

static char *
dup_waits (const char *text, guint fewest)
{
  g_autoptr (ScrutinyTable) table = rows_of (text);
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();
  g_autoptr (ScrutinyWaits) waits = NULL;
  GString *out = g_string_new (NULL);

  scrutiny_waits_options_set_key (options, "child");
  scrutiny_waits_options_set_until (options, "2024-06-30");
  scrutiny_waits_options_set_disclosure (options, fewest);
  waits = scrutiny_waits_new (table, "opened", "closed", options, NULL);
  append_result (out, SCRUTINY_RESULT (waits), TRUE);
  append_table (out, scrutiny_waits_get_quantiles (waits));
  append_table (out, scrutiny_waits_get_curve (waits));
  append_table (out, scrutiny_waits_get_returns (waits));

  return g_string_free (out, FALSE);
}

/* A dossier’s rounding: records that give multiples of 10, and with @round_to 0 all as it is. */
static char *
dup_rounded (const char *text, guint round_to)
{
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);
  g_autoptr (GString) csv = g_string_new (rows[0]);
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (ScrutinyRecords) records = NULL;
  g_autoptr (ScrutinyDefinition) share =
      scrutiny_definition_new_share (NULL, "days <= 45", "opened");
  g_autoptr (ScrutinyDefinition) count = scrutiny_definition_new_count ("days <= 45", "opened");
  g_autoptr (ScrutinyTable) groups = NULL;
  g_autoptr (ScrutinyTable) spread = NULL;
  GString *out = g_string_new (NULL);

  append_rows (csv, rows);
  scrutiny_records_options_set_suppress_below (options, FEWEST);
  scrutiny_records_options_set_round_to (options, round_to);
  records = record_rows (csv->str, options, NULL);
  append_figures (out, records, share, SCRUTINY_CALENDAR_DAY);
  append_figures (out, records, count, SCRUTINY_CALENDAR_DAY);
  groups = scrutiny_records_dup_groups (records, "ward", NULL, NULL, NULL);
  spread = scrutiny_records_dup_spread (records, "days", 1, "ward", NULL, NULL, NULL);
  append_table (out, groups);
  append_table (out, spread);

  return g_string_free (out, FALSE);
}

/* Of two bands more than few events, of the third 90; and those of the areas that go with them. */
#define OTHER_AREAS \
  "area|age|#n|#of|#standard; S|0|10|400|1; S|20|20|600|2; S|40|40|800|3; W|0|12|450|1; " \
  "W|20|18|650|2; W|40|50|850|3; "
#define ALL_AREAS "All|0|32|1650|1; All|20|44|2250|2; All|40|98|2850|3; "

#define STEPS \
  "opened|closed|child; 2024-01-01|2024-01-03|a*5; 2024-01-01|2024-01-05|b*5; " \
  "2024-01-01|2024-01-07|c*5; 2024-01-01|2024-01-09|d*5; 2024-01-01|2024-01-11|e*5; " \
  "2024-01-01|2024-01-13|f*5; "

static const struct alike {
  const char *label;
  char *(*dup_all) (const char *text, guint fewest);
  const char *one, *other;
} alike[] = {
  { "demand: 2 and 3 of a cause, with 4 and 3 of another", dup_demand,
    "kind|cause|other; failure|a|failure*20; failure|b|value*2; failure|c|*4; value|d|value*30",
    "kind|cause|other; failure|a|failure*20; failure|b|value*2; failure|b|*1; failure|c|*3; "
    "value|d|value*30" },
  { "demand: 2 and 4 of a kind, with the next larger", dup_demand,
    "kind|cause|other; x|a|*2; y|b|*11; z|c|*30", "kind|cause|other; x|a|*4; y|b|*9; z|c|*30" },
  { "demand: what a second coder calls a small kind", dup_demand,
    "kind|cause|other; x|a|x*2; y|b|y*11; z|c|z*40",
    "kind|cause|other; x|a|y*2; y|b|y*11; z|c|z*40" },
  { "demand: a kind of 2 and 3 that a second coder gives others", dup_demand,
    "kind|cause|other; x|a|y*2; y|b|x*3; y|b|y*8; z|c|z*40",
    "kind|cause|other; x|a|y*3; y|b|x*2; y|b|y*8; z|c|z*40" },
  { "demand: 1 and 4 without a kind", dup_demand, "kind|cause|other; x|a|*20; |a|*1",
    "kind|cause|other; x|a|*20; |a|*4" },
  { "demand: 1 and 4 with one", dup_demand, "kind|cause|other; x|a|*1; |a|*20",
    "kind|cause|other; x|a|*4; |a|*20" },
  { "mix: 2 and 4 that count", dup_mix,
    "part|period|#n|#of; a|1|2|40; a|2|12|50; b|1|20|60; b|2|30|70; c|1|50|99; c|2|40|90",
    "part|period|#n|#of; a|1|4|40; a|2|12|50; b|1|18|60; b|2|30|70; c|1|50|99; c|2|40|90" },
  { "mix: 1 and 3 that do not", dup_mix,
    "part|period|#n|#of; a|1|12|40; a|2|49|50; b|1|20|60; b|2|30|70; c|1|50|99; c|2|40|90",
    "part|period|#n|#of; a|1|12|40; a|2|47|50; b|1|20|60; b|2|32|70; c|1|50|99; c|2|40|90" },
  { "mix: two parts that are one", dup_mix,
    "part|period|#n|#of; a|1|2|40; a|2|12|50; b|1|20|60; b|2|30|70",
    "part|period|#n|#of; a|1|3|40; a|2|12|50; b|1|19|60; b|2|30|70" },
  { "mix: all together few", dup_mix,
    "part|period|#n|#of; a|1|2|40; a|2|12|50; b|1|1|60; b|2|30|70",
    "part|period|#n|#of; a|1|1|40; a|2|12|50; b|1|1|60; b|2|30|70" },
  { "suppression: 2 and 3 of an area", dup_suppression, "area|#n; N|2; S|9; W|30",
    "area|#n; N|3; S|8; W|30" },
  { "comparison: 2 and 4 of an area, with another", dup_shares,
    "area|#n|#of; N|2|40; S|12|50; W|20|60; E|50|99; M|40|80",
    "area|#n|#of; N|4|40; S|10|50; W|20|60; E|50|99; M|40|80" },
  { "comparison: 1 and 3 that do not count", dup_shares,
    "area|#n|#of; N|39|40; S|12|50; W|20|60; E|50|99; M|40|80",
    "area|#n|#of; N|37|40; S|14|50; W|20|60; E|50|99; M|40|80" },
  { "comparison: 3 and 4 looked at", dup_shares,
    "area|#n|#of; N|1|3; S|12|50; W|20|60; E|50|99; M|40|80",
    "area|#n|#of; N|1|4; S|12|50; W|20|60; E|50|99; M|40|80" },
  { "comparison: with the sum of all beside them", dup_shares,
    "area|#n|#of; N|2|40; S|12|50; W|20|60; E|50|99; All|84|249",
    "area|#n|#of; N|3|40; S|11|50; W|20|60; E|50|99; All|84|249" },
  { "comparison: an area without what it is out of", dup_shares,
    "area|#n|#of; N|2|nan; S|12|50; W|20|60; E|50|99",
    "area|#n|#of; N|4|nan; S|12|50; W|20|60; E|50|99" },
  { "comparison: rates", dup_rates, "area|#n|#of; N|2|4000; S|12|5000; W|20|6000; E|50|9900",
    "area|#n|#of; N|1|4000; S|13|5000; W|20|6000; E|50|9900" },
  { "comparison: ratios", dup_ratios, "area|#n|#of; N|2|4.25; S|12|11.5; W|20|21.75; E|50|46.5",
    "area|#n|#of; N|1|4.25; S|13|11.5; W|20|21.75; E|50|46.5" },
  { "comparison: an area without people, and the sum of all elsewhere", dup_rates,
    "area|#n|#of; N|2|nan; S|12|5000; W|20|6000; E|50|9900",
    "area|#n|#of; N|3|nan; S|11|5000; W|20|6000; E|50|9900" },
  { "comparison: rates that were published, and their ranks", dup_published_rates,
    "area|#n|#of|#rate|#rank; N|2|4000|0.0005|4; S|12|5000|0.0024|3; W|20|6000|0.0033|2; "
    "E|50|9900|0.0051|1",
    "area|#n|#of|#rate|#rank; N|1|4000|0.00025|4; S|13|5000|0.0026|3; W|20|6000|0.0033|2; "
    "E|50|9900|0.0051|1" },
  { "standardised: 2 and 4 of a band, with the next", dup_standardised,
    OTHER_AREAS "N|0|2|500|1; N|20|9|700|2; N|40|30|900|3",
    OTHER_AREAS "N|0|4|500|1; N|20|7|700|2; N|40|30|900|3" },
  { "standardised: 1 and 3 of the last band, with the one before", dup_standardised,
    OTHER_AREAS "N|0|20|500|1; N|20|9|700|2; N|40|1|900|3",
    OTHER_AREAS "N|0|20|500|1; N|20|7|700|2; N|40|3|900|3" },
  { "standardised: 2 and 3 where hardly a band has enough", dup_standardised,
    OTHER_AREAS "N|0|2|500|1; N|20|3|700|2; N|40|20|900|3",
    OTHER_AREAS "N|0|3|500|1; N|20|2|700|2; N|40|20|900|3" },
  { "standardised: 2 and 4 of all bands but one", dup_standardised,
    OTHER_AREAS "N|0|2|500|1; N|20|0|700|2; N|40|30|900|3",
    OTHER_AREAS "N|0|4|500|1; N|20|0|700|2; N|40|28|900|3" },
  { "standardised: 0 and 3 of an area, with the sum of all beside them", dup_standardised,
    OTHER_AREAS "N|0|0|500|1; N|20|0|700|2; N|40|0|900|3; " ALL_AREAS
                "M|0|10|300|1; M|20|6|300|2; M|40|8|300|3",
    OTHER_AREAS "N|0|3|500|1; N|20|0|700|2; N|40|0|900|3; " ALL_AREAS
                "M|0|7|300|1; M|20|6|300|2; M|40|8|300|3" },
  { "standardised: 3 and 2 of an area, with one that has hardly enough for a rate",
    dup_standardised,
    OTHER_AREAS "N|0|3|500|1; N|20|0|700|2; N|40|0|900|3; M|0|9|300|1; M|20|0|300|2; M|40|0|300|3",
    OTHER_AREAS
    "N|0|2|500|1; N|20|0|700|2; N|40|0|900|3; M|0|10|300|1; M|20|0|300|2; M|40|0|300|3" },
  { "waits: 2 and 3 open", dup_waits, STEPS "2024-01-01|2024-04-01|g*8; 2024-01-01||h*2",
    STEPS "2024-01-01|2024-04-01|g*7; 2024-01-01||h*3" },
  { "waits: 2 and 3 that end before they start", dup_waits,
    STEPS "2024-01-01|2024-04-01|g*8; 2024-01-05|2024-01-01|h*2",
    STEPS "2024-01-01|2024-04-01|g*8; 2024-01-05|2024-01-01|h*3" },
  { "waits: the longest of all", dup_waits,
    STEPS "2024-01-01|2024-04-01|g*5; 2024-01-01|2024-05-01|h*2; 2024-06-25||i*1",
    STEPS "2024-01-01|2024-04-01|g*5; 2024-01-01|2024-05-02|h*2; 2024-06-25||i*1" },
  { "waits: how long the few that are open have been", dup_waits,
    STEPS "2024-01-01|2024-04-01|g*8; 2024-01-02||h*2",
    STEPS "2024-01-01|2024-04-01|g*8; 2024-01-03||h*2" },
  { "waits: 1 and 3 finished", dup_waits,
    "opened|closed|child; 2024-01-01|2024-01-03|a*1; 2024-01-01||b*19",
    "opened|closed|child; 2024-01-01|2024-01-03|a*3; 2024-01-01||b*17" },
  { "recompute: 2 and 3 of a month", dup_counts_of_rows,
    "opened,days,ward; 2024-01-15,9,N*2; 2024-02-15,9,N*9; 2024-03-15,9,N*30; 2024-04-15,9,N*40",
    "opened,days,ward; 2024-01-15,9,N*3; 2024-02-15,9,N*8; 2024-03-15,9,N*30; 2024-04-15,9,N*40" },
  { "recompute: 2 and 3 of a quarter", dup_months_of_rows,
    "opened,days,ward; 2024-01-15,9,N*2; 2024-04-15,9,N*30; 2024-07-15,9,N*12; 2024-10-15,9,N*40",
    "opened,days,ward; 2024-01-15,9,N*3; 2024-04-15,9,N*29; 2024-07-15,9,N*12; 2024-09-15,9,N*1; "
    "2024-10-15,9,N*39" },
  { "recompute: a month that an academic year and quarters leave", dup_counts_of_rows,
    "opened,days,ward; 2023-07-15,9,N*20; 2023-09-15,9,N*2; 2023-10-15,9,N*20; 2024-03-15,9,N*20; "
    "2024-07-15,9,N*20; 2024-09-15,9,N*20",
    "opened,days,ward; 2023-07-15,9,N*20; 2023-09-15,9,N*3; 2023-10-15,9,N*19; 2024-03-15,9,N*20; "
    "2024-07-15,9,N*20; 2024-09-15,9,N*20" },
  { "recompute: 2 and 4 counted", dup_shares_of_rows,
    "opened,days,ward; 2024-01-15,9,N*2; 2024-01-16,50,N*20; 2024-02-15,9,N*9; 2024-02-16,50,N*20; "
    "2024-03-15,9,N*30; 2024-03-15,50,N*30",
    "opened,days,ward; 2024-01-15,9,N*4; 2024-01-16,50,N*20; 2024-02-15,9,N*7; 2024-02-16,50,N*20; "
    "2024-03-15,9,N*30; 2024-03-15,50,N*30" },
  { "recompute: 2 and 4 not counted", dup_shares_of_rows,
    "opened,days,ward; 2024-01-15,9,N*20; 2024-01-16,50,N*2; 2024-02-15,9,N*20; 2024-02-16,50,N*9; "
    "2024-03-15,9,N*30; 2024-03-15,50,N*30",
    "opened,days,ward; 2024-01-15,9,N*20; 2024-01-16,50,N*4; 2024-02-15,9,N*20; 2024-02-16,50,N*7; "
    "2024-03-15,9,N*30; 2024-03-15,50,N*30" },
  { "recompute: 2 and 3 of a ward", dup_counts_of_rows,
    "opened,days,ward; 2024-01-15,9,N*2; 2024-01-15,9,S*20; 2024-02-15,9,N*20; 2024-02-15,9,S*30; "
    "2024-03-15,9,N*30; 2024-03-15,9,S*30",
    "opened,days,ward; 2024-01-15,9,N*3; 2024-01-15,9,S*19; 2024-02-15,9,N*19; 2024-02-15,9,S*31; "
    "2024-03-15,9,N*30; 2024-03-15,9,S*30" },
  { "recompute: 2 and 3 between two limits", dup_recuts_of_rows,
    "opened,days,ward; 2024-01-15,9,N*20; 2024-01-15,44,N*2; 2024-01-15,60,N*20; "
    "2024-02-15,9,N*20; "
    "2024-02-15,44,N*9; 2024-02-15,60,N*20; 2024-03-15,9,N*20; 2024-03-15,44,N*12; "
    "2024-03-15,60,N*20",
    "opened,days,ward; 2024-01-15,9,N*19; 2024-01-15,44,N*3; 2024-01-15,60,N*20; "
    "2024-02-15,9,N*21; "
    "2024-02-15,44,N*8; 2024-02-15,60,N*20; 2024-03-15,9,N*20; 2024-03-15,44,N*12; "
    "2024-03-15,60,N*20" },
  { "recompute: 2 and 4 that are left out", dup_recuts_of_rows,
    "opened,days,ward; 2024-01-15,9,N*20; 2024-01-15,60,N*20; 2024-01-15,9,S*2; "
    "2024-01-15,60,S*11; "
    "2024-02-15,9,N*20; 2024-02-15,60,N*20; 2024-02-15,9,S*9; 2024-02-15,60,S*11",
    "opened,days,ward; 2024-01-15,9,N*18; 2024-01-15,60,N*20; 2024-01-15,9,S*4; "
    "2024-01-15,60,S*11; "
    "2024-02-15,9,N*22; 2024-02-15,60,N*20; 2024-02-15,9,S*7; 2024-02-15,60,S*11" },
  { "groups and spread: 2 and 4 of a group, of a length", dup_tables_of_rows,
    "opened,days,ward; 2024-01-15,9,N*2; 2024-01-15,10,S*9; 2024-01-15,12,W*20",
    "opened,days,ward; 2024-01-15,9,N*4; 2024-01-15,10,S*7; 2024-01-15,12,W*20" },
};

static void
cannot_be_told_apart (void **state)
{
  const struct alike *row = *state;

  if (g_str_has_prefix (row->one, "opened,days,ward") && !scrutiny_has_feature ("records")) {
    print_message ("# built without records\n");
    skip ();
  }

  g_autofree char *one = row->dup_all (row->one, FEWEST);
  g_autofree char *other = row->dup_all (row->other, FEWEST);
  g_autofree char *one_bare = row->dup_all (row->one, 0);
  g_autofree char *other_bare = row->dup_all (row->other, 0);

  assert_string_equal (one, other);
  assert_string_not_equal (one_bare, other_bare);
}

/* Sets of rows whose counts, of each day and ward and of what these come to, round alike to tens.
 */
static const struct alike rounded[] = {
  { "13 and 14 of a month", dup_rounded,
    "opened,days,ward; 2024-01-15,9,N*13; 2024-02-15,60,N*20; 2024-03-15,9,S*30",
    "opened,days,ward; 2024-01-15,9,N*14; 2024-02-15,60,N*20; 2024-03-15,9,S*30" },
  { "21 and 24 that do not count", dup_rounded,
    "opened,days,ward; 2024-01-15,9,N*20; 2024-01-15,60,N*21; 2024-02-15,9,N*30",
    "opened,days,ward; 2024-01-15,9,N*20; 2024-01-15,60,N*24; 2024-02-15,9,N*30" },
  { "one of another length, in the middle of ten", dup_rounded,
    "opened,days,ward; 2024-01-15,9,N*17; 2024-01-15,12,N*18; 2024-02-15,9,S*30",
    "opened,days,ward; 2024-01-15,9,N*18; 2024-01-15,12,N*17; 2024-02-15,9,S*30" },
};

/* Whoever has both of two figures has two multiples, and their difference is one. */
static void
rounds_alike (void **state)
{
  const struct alike *row = *state;

  if (!scrutiny_has_feature ("records")) {
    print_message ("# built without records\n");
    skip ();
  }

  g_autofree char *one = row->dup_all (row->one, 10);
  g_autofree char *other = row->dup_all (row->other, 10);
  g_autofree char *one_bare = row->dup_all (row->one, 0);
  g_autofree char *other_bare = row->dup_all (row->other, 0);

  assert_string_equal (one, other);
  assert_string_not_equal (one_bare, other_bare);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (alike) + G_N_ELEMENTS (rounded)];
  size_t n = add_rows (tests, cannot_be_told_apart, alike, G_N_ELEMENTS (alike), sizeof *alike);

  n += add_rows (tests + n, rounds_alike, rounded, G_N_ELEMENTS (rounded), sizeof *rounded);
  assert_int_equal (n, G_N_ELEMENTS (tests));

  return cmocka_run_group_tests_name ("report/differencing", tests, NULL, NULL);
}
