/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdio.h>
#include <string.h>

#include <scrutiny/chart.h>
#include <scrutiny/review.h>

#include "base/number.h"
#include "io/dossier-folder.h"
#include "io/json.h"
#include "support/rows.h"

#define N_MONTHS 24
#define FIRST_YEAR 12

/* The worked scenario: a fictional council whose agenda says “90.2%, target 90%, GREEN”. */
typedef struct {
  ScrutinyDossier *dossier;
  ScrutinyReport *report;
  GPtrArray *findings;
  JsonValue *summary; /* NULL where the shared fixtures are not */
} Scene;

static Scene scene;

static JsonValue *
load_summary (void)
{
  const char *shared = g_getenv ("SCRUTINY_SHARED");
  g_autofree char *path =
      g_build_filename (shared ? shared : "", "fixtures", "ashcombe", "summary.json", NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  return json_value_parse ("summary.json", text, length, NULL);
}

static int
open_scene (void **state)
{
  const char *fixtures = g_getenv ("SCRUTINY_FIXTURES");
  g_autofree char *path = g_build_filename (fixtures ? fixtures : ".", "ashcombe-claim", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (GError) error = NULL;

  if (dossier_folder_read (folder, NULL, builder, NULL, &error))
    scene.dossier = scrutiny_dossier_builder_end (builder, &error);
  if (scene.dossier)
    scene.report = scrutiny_review (scene.dossier, NULL, NULL, NULL, &error);
  if (!scene.report) {
    print_error ("%s\n", error->message);
    return 1;
  }
  scene.findings = scrutiny_report_dup_findings (scene.report);
  scene.summary = load_summary ();
  return 0;
}

static int
close_scene (void **state)
{
  g_clear_pointer (&scene.findings, g_ptr_array_unref);
  g_clear_object (&scene.report);
  g_clear_object (&scene.dossier);
  g_clear_pointer (&scene.summary, json_value_free);
  return 0;
}

static ScrutinySeries *
series_of (const char *id)
{
  return scrutiny_indicator_get_series (scrutiny_dossier_find_indicator (scene.dossier, id, NULL));
}

static GVariant *
facts_of (const char *id, const char *subject)
{
  for (guint i = 0; i < scene.findings->len; i++) {
    ScrutinyFinding *finding = scene.findings->pdata[i];

    if (g_str_equal (scrutiny_finding_get_id (finding), id) &&
        g_strcmp0 (scrutiny_finding_get_subject (finding), subject) == 0)
      return scrutiny_finding_get_facts (finding);
  }
  print_error ("no finding %s of %s\n", id, subject);
  return NULL;
}

/* A fact of the claim's own indicator, whole or not. */
static double
fact (const char *finding, const char *name)
{
  GVariant *facts = facts_of (finding, "assessed-soon");
  g_autoptr (GVariant) value = facts ? g_variant_lookup_value (facts, name, NULL) : NULL;

  if (!value)
    return NAN;
  return g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE) ? g_variant_get_double (value)
                                                             : (double) g_variant_get_int64 (value);
}

/* The chart the scenario names: moving ranges, the first twelve months as baseline. */
static ScrutinyChart *
chart_with_baseline (const char *id, const char *constants)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinyChart *chart;

  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_XMR);
  scrutiny_chart_options_set_baseline (options, "2023-04..2024-03");
  scrutiny_chart_options_set_constants (options, constants);
  chart = scrutiny_chart_new (series_of (id), options, &error);
  if (!chart)
    print_error ("%s\n", error->message);
  assert_non_null (chart);
  return chart;
}

static double
line_of (const char *id, const char *constants, const char *line)
{
  g_autoptr (ScrutinyChart) chart = chart_with_baseline (id, constants);

  return scrutiny_table_get_doubles (scrutiny_chart_get_points (chart), line, NULL)[0];
}

static double
get_centre (void)
{
  return line_of ("assessed-soon", "wheeler", "centre");
}

static double
get_lower (void)
{
  return line_of ("assessed-soon", "wheeler", "lower");
}

static double
get_upper (void)
{
  return line_of ("assessed-soon", "wheeler", "upper");
}

static double
get_lower_exact (void)
{
  return line_of ("assessed-soon", "exact", "lower");
}

static double
get_upper_exact (void)
{
  return line_of ("assessed-soon", "exact", "upper");
}

static double
get_outcome_centre (void)
{
  return line_of ("re-referred", "wheeler", "centre");
}

static double
get_outcome_upper (void)
{
  return line_of ("re-referred", "wheeler", "upper");
}

static double
get_met (void)
{
  return fact ("colour.flip", "numerator");
}

static double
get_all (void)
{
  return fact ("colour.flip", "denominator");
}

static double
get_low (void)
{
  return fact ("colour.flip", "low") / 100;
}

static double
get_high (void)
{
  return fact ("colour.flip", "high") / 100;
}

static double
get_beside (void)
{
  return fact ("trend.baseline", "centre");
}

static double
get_beside_lower (void)
{
  return fact ("trend.baseline", "lower");
}

static double
get_beside_upper (void)
{
  return fact ("trend.baseline", "upper");
}

static double
get_all_above (void)
{
  return fact ("trend.baseline", "n_above");
}

static double
get_green (void)
{
  return fact ("colour.rules", "n_first");
}

static double
get_amber (void)
{
  return fact ("colour.rules", "n_second");
}

static double
get_red (void)
{
  return fact ("colour.rules", "n_third");
}

/* As the scenario prints them, and where the summary of the fixture has them in full. */
static const struct figure {
  const char *label;
  double (*get) (void);
  double printed, half_digit;
  const char *group, *key; /* of summary.json; a digit is a place in a list */
  double tolerance;
} figures[] = {
  { "322 assessed within 45 days", get_met, 322, 0, "quarter4", "within45", 0 },
  { "357 assessed", get_all, 357, 0, "quarter4", "n", 0 },
  /* Wilson's formula by hand: 0.866702606566721; the summary has 0.8673 at this end. */
  { "interval from 86.7", get_low, 0.866702606566721, 1e-12, NULL, NULL, 0 },
  { "interval to 92.9", get_high, 0.929, 5e-4, "wilson95_322_of_357", "1", 5e-5 },
  { "18 rules say green", get_green, 18, 0, "rules_grid", "green", 0 },
  { "7 rules say amber", get_amber, 7, 0, "rules_grid", "amber_n", 0 },
  { "5 rules say red", get_red, 5, 0, "rules_grid", "red", 0 },
  { "first year 68.4", get_centre, 68.4, 0.05, "within45_xmr_base12", "mean", 5e-5 },
  { "limit 60.8", get_lower, 60.8, 0.05, "within45_xmr_base12", "lower_2.66", 5e-5 },
  { "limit 76.0", get_upper, 76.0, 0.05, "within45_xmr_base12", "upper_2.66", 5e-5 },
  { "lower limit, exact constants", get_lower_exact, 60.8, 0.05, "within45_xmr_base12",
    "lower_exact", 5e-5 },
  { "upper limit, exact constants", get_upper_exact, 76.0, 0.05, "within45_xmr_base12",
    "upper_exact", 5e-5 },
  { "said beside the chosen chart: first year", get_beside, 68.4, 0.05, "within45_xmr_base12",
    "mean", 5e-5 },
  { "said beside it: lower limit", get_beside_lower, 60.8, 0.05, "within45_xmr_base12",
    "lower_exact", 5e-5 },
  { "said beside it: upper limit", get_beside_upper, 76.0, 0.05, "within45_xmr_base12",
    "upper_exact", 5e-5 },
  { "said beside it: every month since lies above", get_all_above, 12, 0, NULL, NULL, 0 },
  { "outcome's first year 17.0", get_outcome_centre, 17.0, 0.05, "rereferral_xmr_base12", "mean",
    5e-5 },
  { "outcome's upper limit 27.5", get_outcome_upper, 27.5, 0.05, "rereferral_xmr_base12",
    "upper_2.66", 5e-5 },
};

static double
summary_number (const JsonValue *group, const char *key)
{
  const JsonValue *found = group->kind == JSON_ARRAY
                               ? json_value_get_item (group, (guint) (key[0] - '0'))
                               : json_value_find (group, key);
  double value = NAN;

  assert_non_null (found);
  assert_true (number_parse (found->text, strlen (found->text), &value));
  return value;
}

static void
gives_the_figure (void **state)
{
  const struct figure *row = *state;
  double got = row->get ();

  assert_near (got, row->printed, row->half_digit);
  if (scene.summary && row->group)
    assert_near (got, summary_number (json_value_find (scene.summary, row->group), row->key),
                 row->tolerance);
}

static void
need_summary (void)
{
  if (scene.summary)
    return;
  printf ("# the shared fixtures are not here: checked against the printed figures only\n");
  skip ();
}

static const struct months {
  const char *label, *id, *key;
} months[] = {
  { "counts each month's assessments", "assessed-soon", "within45_months" },
  { "counts each month's re-referrals", "re-referred", "rereferral_months" },
};

static void
agrees_month_by_month (void **state)
{
  const struct months *row = *state;
  gsize n;
  const double *values = scrutiny_series_get_values (series_of (row->id), &n);
  const JsonValue *list;

  assert_int_equal (n, N_MONTHS);
  need_summary ();
  list = json_value_find (scene.summary, row->key);
  for (guint i = 0; i < n; i++) {
    double printed = NAN;
    const char *text = json_value_get_item (list, i)->text;

    number_parse (text, strlen (text), &printed);
    assert_near (values[i], printed, 0.05 + 1e-9);
  }
}

/* Step 1: the published figure first. */
static void
reproduces_the_published_figure (void **state)
{
  assert_non_null (facts_of ("figure.reproduced", "assessed-soon"));
}

/* Step 2. */
static void
one_child_decides_the_colour (void **state)
{
  const char *status = NULL;
  const char *other = NULL;
  GVariant *facts = facts_of ("colour.flip", "assessed-soon");

  assert_non_null (facts);
  assert_near (fact ("colour.flip", "flip_cases"), 1, 0);
  assert_near (fact ("colour.rules", "n_rules"), 30, 0);
  g_variant_lookup (facts, "status", "&s", &status);
  g_variant_lookup (facts, "flip_status", "&s", &other);
  assert_string_equal (status, "GREEN");
  assert_string_equal (other, "AMBER");
}

/* Step 3: from April 2024 on every month lies above the limit, and none before it. */
static void
every_later_month_lies_above (void **state)
{
  g_autoptr (ScrutinyChart) chart = chart_with_baseline ("assessed-soon", "wheeler");
  ScrutinyTable *points = scrutiny_chart_get_points (chart);
  const double *values = scrutiny_table_get_doubles (points, "value", NULL);
  const double *uppers = scrutiny_table_get_doubles (points, "upper", NULL);
  double least = INFINITY;
  double most = -INFINITY;

  assert_string_equal (scrutiny_table_get_texts (points, "period")[FIRST_YEAR], "2024-04");
  for (gsize i = 0; i < N_MONTHS; i++) {
    assert_int_equal (values[i] > uppers[i], i >= FIRST_YEAR);
    least = i >= FIRST_YEAR ? fmin (least, values[i]) : least;
    most = i >= FIRST_YEAR ? fmax (most, values[i]) : most;
  }
  assert_near (least, 86.4, 0.05);
  assert_near (most, 95.5, 0.05);
}

/* The reading, which knows no baseline, dates the change to the same month, and no other. */
static void
says_since_when (void **state)
{
  GVariant *facts = facts_of ("trend.shift", "assessed-soon");
  static const char *const dates[] = { "at", "earliest", "latest" };

  assert_non_null (facts);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++) {
    const char *date = NULL;

    g_variant_lookup (facts, dates[i], "&s", &date);
    assert_string_equal (date, "2024-04");
  }
}

/* Step 5. */
static void
no_link_has_evidence (void **state)
{
  g_autoptr (GVariant) path = NULL;
  GVariant *facts = facts_of ("because.no-evidence", "assessed-soon");
  const char *const *ids;

  assert_non_null (facts);
  assert_near (fact ("because.no-evidence", "links"), 3, 0);
  path = g_variant_lookup_value (facts, "path", G_VARIANT_TYPE_STRING_ARRAY);
  ids = g_variant_get_strv (path, NULL);
  assert_string_equal (ids[0], "assessed");
  assert_string_equal (ids[3], "safer");
  assert_null (ids[4]);
  g_free ((gpointer) ids);
}

/* “Help starts sooner” is in the chain, and no figure of the dossier measures it. */
static void
nothing_measures_when_help_starts (void **state)
{
  ScrutinyIndicator *claim = scrutiny_dossier_find_indicator (scene.dossier, "assessed-soon", NULL);
  g_autoptr (GPtrArray) notes = scrutiny_indicator_dup_notes (claim);

  assert_null (scrutiny_dossier_find_indicator (scene.dossier, "help", NULL));
  assert_true (g_ptr_array_find_with_equal_func (notes, "Nothing measures when help starts.",
                                                 g_str_equal, NULL));
}

/* Step 6, as far as the shape of the outcome goes: four months beyond, twelve above. */
static void
the_outcome_rose (void **state)
{
  static const char *const beyond[] = { "2024-10", "2024-12", "2025-01", "2025-02" };
  g_autoptr (ScrutinyChart) chart = chart_with_baseline ("re-referred", "wheeler");
  ScrutinyTable *points = scrutiny_chart_get_points (chart);
  const char *const *periods = scrutiny_table_get_texts (points, "period");
  const double *values = scrutiny_table_get_doubles (points, "value", NULL);
  const double *uppers = scrutiny_table_get_doubles (points, "upper", NULL);
  const double *centres = scrutiny_table_get_doubles (points, "centre", NULL);
  gsize n_beyond = 0;

  for (gsize i = 0; i < N_MONTHS; i++) {
    if (i >= FIRST_YEAR)
      assert_true (values[i] > centres[i]);
    if (!(values[i] > uppers[i]))
      continue;
    assert_true (n_beyond < G_N_ELEMENTS (beyond));
    assert_string_equal (periods[i], beyond[n_beyond++]);
  }
  assert_int_equal (n_beyond, G_N_ELEMENTS (beyond));
}

static void
asks_what_the_scenario_asks (void **state)
{
  g_autofree char *text = scrutiny_report_dup_text (scene.report, "text", NULL, NULL);

  assert_non_null (strstr (text, "Who chose 90, from what"));
  assert_non_null (strstr (text, "322 of 357 is 90.2."));
  assert_non_null (strstr (text, "from 86.7 to 92.9 (95% interval)."));
  assert_non_null (strstr (text, "What changed in the work around April 2024?"));
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (reproduces_the_published_figure),
    cmocka_unit_test (one_child_decides_the_colour),
    cmocka_unit_test (every_later_month_lies_above),
    cmocka_unit_test (says_since_when),
    cmocka_unit_test (no_link_has_evidence),
    cmocka_unit_test (nothing_measures_when_help_starts),
    cmocka_unit_test (the_outcome_rose),
    cmocka_unit_test (asks_what_the_scenario_asks),
  };
  struct CMUnitTest tests[G_N_ELEMENTS (figures) + G_N_ELEMENTS (months) + G_N_ELEMENTS (others)];
  gsize n = 0;

  n += add_rows (tests, gives_the_figure, figures, G_N_ELEMENTS (figures), sizeof *figures);
  n += add_rows (tests + n, agrees_month_by_month, months, G_N_ELEMENTS (months), sizeof *months);
  memcpy (tests + n, others, sizeof others);

  return cmocka_run_group_tests_name ("review/ashcombe", tests, open_scene, close_scene);
}
