/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>
#include <scrutiny/feature.h>
#include <scrutiny/read.h>
#include <scrutiny/reason-tests.h>
#include <scrutiny/reconciliation.h>
#include <scrutiny/review.h>

#include "base/number.h"
#include "io/json.h"
#include "support/near.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* The scenario of a council from its 2,839 rows alone: the agenda item, the rows and nothing
 * else.  The rows are read from the shared fixtures, which say what comes of them.
 */
static struct {
  char *folder;
  ScrutinyDossier *dossier;
  ScrutinyReport *report;
  GPtrArray *findings;
  JsonValue *summary;
} scene;

static char *
shared_path (const char *name)
{
  const char *shared = g_getenv ("SCRUTINY_SHARED");

  return g_build_filename (shared ? shared : "", "fixtures", "ashcombe", name, NULL);
}

static gboolean
copy (const char *from, const char *name, GError **error)
{
  g_autofree char *to = g_build_filename (scene.folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (from, &text, &length, error) &&
         g_file_set_contents (to, text, (gssize) length, error);
}

static gboolean
copy_fixture (const char *name, GError **error)
{
  const char *fixtures = g_getenv ("SCRUTINY_FIXTURES");
  g_autofree char *from =
      g_build_filename (fixtures ? fixtures : ".", "ashcombe-records", name, NULL);

  return copy (from, name, error);
}

static gboolean
lay_out (GError **error)
{
  g_autofree char *rows = shared_path ("referrals.csv");
  g_autofree char *summary = shared_path ("summary.json");
  g_autofree char *text = NULL;
  gsize length;

  scene.folder = g_dir_make_tmp ("ashcombe-XXXXXX", error);
  if (!scene.folder || !copy_fixture ("datapackage.json", error) ||
      !copy_fixture ("scrutiny.json", error) || !copy (rows, "referrals.csv", error) ||
      !g_file_get_contents (summary, &text, &length, error))
    return FALSE;
  scene.summary = json_value_parse ("summary.json", text, length, error);

  return scene.summary != NULL;
}

static int
open_scene (void **state)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = shared_path ("referrals.csv");

  if (!g_file_test (rows, G_FILE_TEST_EXISTS) || !scrutiny_has_feature ("records"))
    return 0;
  if (lay_out (&error)) {
    folder = g_file_new_for_path (scene.folder);
    scene.dossier = scrutiny_read (folder, NULL, NULL, &error);
  }
  if (scene.dossier)
    scene.report = scrutiny_review (scene.dossier, NULL, NULL, NULL, &error);
  if (!scene.report) {
    print_error ("%s\n", error->message);
    return 1;
  }
  scene.findings = scrutiny_report_dup_findings (scene.report);

  return 0;
}

static int
close_scene (void **state)
{
  static const char *const names[] = { "datapackage.json", "scrutiny.json", "referrals.csv" };

  for (gsize i = 0; scene.folder && i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (scene.folder, names[i], NULL);

    g_remove (path);
  }
  if (scene.folder)
    g_rmdir (scene.folder);
  g_clear_pointer (&scene.folder, g_free);
  g_clear_pointer (&scene.findings, g_ptr_array_unref);
  g_clear_object (&scene.report);
  g_clear_object (&scene.dossier);
  g_clear_pointer (&scene.summary, json_value_free);

  return 0;
}

static void
need_scene (void)
{
  if (scene.report)
    return;
  printf ("# the shared fixtures are not here, or records are not built\n");
  skip ();
}

static ScrutinyFinding *
find (const char *id, const char *subject)
{
  for (guint i = 0; i < scene.findings->len; i++) {
    ScrutinyFinding *finding = scene.findings->pdata[i];

    if (g_str_equal (scrutiny_finding_get_id (finding), id) &&
        g_strcmp0 (scrutiny_finding_get_subject (finding), subject) == 0)
      return finding;
  }
  print_error ("no finding %s of %s\n", id, subject);
  assert_true (FALSE);
  return NULL;
}

static double
fact (const char *id, const char *name)
{
  GVariant *facts = scrutiny_finding_get_facts (find (id, "assessed-soon"));
  g_autoptr (GVariant) value = g_variant_lookup_value (facts, name, NULL);

  if (!value)
    print_error ("%s has no fact %s\n", id, name);
  assert_non_null (value);

  return g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE) ? g_variant_get_double (value)
                                                             : (double) g_variant_get_int64 (value);
}

static double
number_of (const JsonValue *value)
{
  double number = NAN;

  assert_non_null (value);
  assert_true (number_parse (value->text, strlen (value->text), &number));

  return number;
}

static double
summary (const char *group, const char *key)
{
  return number_of (json_value_find (json_value_find (scene.summary, group), key));
}

static ScrutinySeries *
series_of (const char *id)
{
  return scrutiny_indicator_get_series (scrutiny_dossier_find_indicator (scene.dossier, id, NULL));
}

/* Step 1: the published figure comes out of the rows. */
static void
recomputes_the_published_figure (void **state)
{
  g_autoptr (ScrutinyReconciliation) beside = NULL;
  ScrutinyTable *published, *rows;

  need_scene ();
  published = scrutiny_indicator_get_published (
      scrutiny_dossier_find_indicator (scene.dossier, "assessed-soon", NULL));
  find ("recompute.agrees", "assessed-soon");
  beside = scrutiny_reconciliation_new (published, series_of ("assessed-soon"), NULL);
  rows = scrutiny_reconciliation_get_rows (beside);
  assert_int_equal (scrutiny_reconciliation_get_n_agreeing (beside), 1);
  assert_near (scrutiny_table_get_doubles (rows, "numerator", NULL)[0],
               summary ("quarter4", "within45"), 0);
  assert_near (scrutiny_table_get_doubles (rows, "denominator", NULL)[0], summary ("quarter4", "n"),
               0);
  assert_near (scrutiny_table_get_doubles (rows, "recomputed", NULL)[0], 32200 / 357.0, 1e-12);
}

static const struct months {
  const char *label, *id, *key;
} months[] = {
  { "within 45 days, month by month", "assessed-soon", "within45_months" },
  { "re-referred, month by month", "re-referred", "rereferral_months" },
};

static void
recomputes_the_months (void **state)
{
  gsize n;

  need_scene ();
  for (gsize k = 0; k < G_N_ELEMENTS (months); k++) {
    const double *values = scrutiny_series_get_values (series_of (months[k].id), &n);
    const JsonValue *known = json_value_find (scene.summary, months[k].key);

    assert_int_equal (n, 24);
    for (guint i = 0; i < n; i++)
      assert_near (values[i], number_of (json_value_get_item (known, i)), 0.05 + 1e-9);
  }
}

/* Step 2: one child decides the colour. */
static void
audits_the_colour (void **state)
{
  need_scene ();
  assert_near (fact ("colour.flip", "numerator"), 322, 0);
  assert_near (fact ("colour.flip", "denominator"), 357, 0);
  assert_near (fact ("colour.flip", "flip_cases"), 1, 0);
  assert_near (fact ("colour.flip", "low"), 86.6702606566721, 1e-10);
  assert_near (fact ("colour.flip", "high"), 92.9, 0.05);
  assert_near (fact ("colour.rules", "n_first"), summary ("rules_grid", "green"), 0);
  assert_near (fact ("colour.rules", "n_second"), summary ("rules_grid", "amber_n"), 0);
  assert_near (fact ("colour.rules", "n_third"), summary ("rules_grid", "red"), 0);
}

/* Step 3: a real change, with its date. */
static void
charts_the_change (void **state)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (ScrutinyChart) chart = NULL;
  const double *values, *upper;

  need_scene ();
  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_XMR);
  scrutiny_chart_options_set_baseline (options, "2023-04..2024-03");
  scrutiny_chart_options_set_constants (options, "wheeler");
  chart = scrutiny_chart_new (series_of ("assessed-soon"), options, NULL);
  ScrutinyTable *points = scrutiny_chart_get_points (chart);
  values = scrutiny_table_get_doubles (points, "value", NULL);
  upper = scrutiny_table_get_doubles (points, "upper", NULL);
  assert_near (scrutiny_table_get_doubles (points, "centre", NULL)[0],
               summary ("within45_xmr_base12", "mean"), 5e-5);
  assert_near (scrutiny_table_get_doubles (points, "lower", NULL)[0],
               summary ("within45_xmr_base12", "lower_2.66"), 5e-5);
  assert_near (upper[0], summary ("within45_xmr_base12", "upper_2.66"), 5e-5);
  for (guint i = 12; i < 24; i++)
    assert_true (values[i] > upper[i] && values[i] >= 86.4 - 0.05 && values[i] <= 95.5 + 0.05);
  find ("trend.shift", "assessed-soon");
  assert_near (fact ("trend.baseline", "centre"), summary ("within45_xmr_base12", "mean"), 5e-5);
  assert_near (fact ("trend.baseline", "lower"), summary ("within45_xmr_base12", "lower_exact"),
               5e-5);
  assert_near (fact ("trend.baseline", "upper"), summary ("within45_xmr_base12", "upper_exact"),
               5e-5);
  assert_near (fact ("trend.baseline", "n_above"), 12, 0);
}

/* Step 4: what happens at the limit. */
static void
sees_the_pile_at_the_limit (void **state)
{
  need_scene ();
  assert_near (fact ("pileup.since", "window_before"), summary ("year1", "d43_45"), 0);
  assert_near (fact ("pileup.since", "window_since"), summary ("year2", "d43_45"), 0);
  assert_near (fact ("pileup.since", "after_before"), summary ("year1", "d46_48"), 0);
  assert_near (fact ("pileup.since", "after_since"), summary ("year2", "d46_48"), 0);
}

/* Whether it rose in all parts of the work alike. */
static void
takes_the_rise_apart (void **state)
{
  need_scene ();
  assert_near (fact ("mix.rate", "before"), 95600 / 1397., 1e-9);
  assert_near (fact ("mix.rate", "after"), 130300 / 1442., 1e-9);
  assert_near (fact ("mix.rate", "rate") + fact ("mix.rate", "mix"), fact ("mix.rate", "total"),
               1e-9);
  assert_near (fact ("compare.none-outside", "n"), 4, 0);
}

/* Groups of one figure are no league: no order of them, and nothing to ask where none stands out.
 */
static void
makes_no_league_of_groups (void **state)
{
  g_autofree char *question = NULL;

  need_scene ();
  question = scrutiny_finding_dup_question (find ("compare.none-outside", "assessed-soon"), NULL);
  assert_null (question);
  for (guint i = 0; i < scene.findings->len; i++) {
    const char *id = scrutiny_finding_get_id (scene.findings->pdata[i]);

    assert_string_not_equal (id, "compare.order");
    assert_string_not_equal (id, "compare.no-quartiles");
    assert_string_not_equal (id, "compare.dispersion");
  }
}

/* Step 6: the outcome went against what the reasons state, and that is one fact. */
static void
sets_the_outcome_beside_the_claim (void **state)
{
  static const char *const beyond[] = { "October 2024", "December 2024", "January 2025",
                                        "February 2025", NULL };
  g_autoptr (GVariant) labels = NULL;
  g_autofree const char **said = NULL;

  need_scene ();
  assert_near (fact ("linkage.contradicted", "before"), summary ("year1", "rereferral"), 0.05);
  assert_near (fact ("linkage.contradicted", "after"), summary ("year2", "rereferral"), 0.05);
  assert_near (fact ("linkage.contradicted", "n_before"), 12, 0);
  assert_near (fact ("linkage.contradicted", "n_after"), 12, 0);
  assert_near (fact ("linkage.contradicted", "n_same"),
               number_of (json_value_find (scene.summary, "rereferral_longest_run_above_mean_y2")),
               0);
  assert_near (fact ("linkage.contradicted", "centre"), summary ("rereferral_xmr_base12", "mean"),
               5e-5);
  assert_near (fact ("linkage.contradicted", "upper"),
               summary ("rereferral_xmr_base12", "upper_exact"), 5e-5);
  assert_near (fact ("linkage.contradicted", "n_beyond"), 4, 0);
  labels = g_variant_lookup_value (
      scrutiny_finding_get_facts (find ("linkage.contradicted", "assessed-soon")), "beyond",
      G_VARIANT_TYPE_STRING_ARRAY);
  said = g_variant_get_strv (labels, NULL);
  assert_true (g_strv_equal (said, beyond));
}

/* The linkage is another fact, and neither says anything of the other. */
static void
cannot_tell_whether_the_two_move_together (void **state)
{
  g_autofree char *linkage = NULL, *moved = NULL, *date = NULL;

  need_scene ();
  assert_near (fact ("linkage.cannot-tell", "n"), 24, 0);
  assert_near (fact ("linkage.cannot-tell", "smallest"), 0.71, 0.005);
  linkage = scrutiny_finding_dup_statement (find ("linkage.cannot-tell", "assessed-soon"), NULL);
  moved = scrutiny_finding_dup_statement (find ("linkage.contradicted", "assessed-soon"), NULL);
  date = scrutiny_finding_dup_statement (find ("linkage.one-event", "assessed-soon"), NULL);
  assert_non_null (strstr (linkage, "cannot tell. 24 months: a link weaker than a correlation of "
                                    "0.71 would have been missed."));
  assert_null (strstr (linkage, "lower"));
  assert_null (strstr (moved, "correlation"));
  assert_non_null (strstr (moved, "from 17.0% in the 12 months before April 2024 to 25.5%"));
  assert_non_null (strstr (date, "hangs on one date, April 2024. One date is one event"));
  assert_non_null (
      strstr (date, " A straight line over all months goes closer to “Referrals of a "));
}

/* And the flag looks back: what it tells of spring 2024 is largely of earlier work. */
static void
says_that_the_flag_looks_back (void **state)
{
  static const struct {
    const char *name;
    double number;
  } numbers[] = { { "days", 365 },        { "n_before", 237 },    { "found_before", 131 },
                  { "n_since", 367 },     { "found_since", 357 }, { "n_first", 76 },
                  { "first_earlier", 58 } };
  g_autofree char *statement = NULL;

  need_scene ();
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_near (fact ("linkage.looks-back", numbers[i].name), numbers[i].number, 0);
  statement = scrutiny_finding_dup_statement (find ("linkage.looks-back", "assessed-soon"), NULL);
  assert_non_null (strstr (statement, "131 of the 237 counted before April 2024 and 357 of the 367 "
                                      "counted since have the earlier one in these rows."));
}

/* Each stands in a paragraph of its own. */
static void
keeps_the_two_facts_apart (void **state)
{
  g_autofree char *text = NULL;

  need_scene ();
  text = scrutiny_report_dup_text (scene.report, "markdown", NULL, NULL);
  assert_non_null (strstr (text, "\n\nThis figure rose in April 2024"));
  assert_non_null (strstr (text, "\n\nWhat is said here of “Referrals of a child"));
  assert_non_null (strstr (text, "\n\nWhether “Referrals of a child"));
}

/* Step 5: “help starts” has no measure, and one is asked for by name. */
static void
asks_for_what_nothing_measures (void **state)
{
  g_autofree char *request = NULL;

  need_scene ();
  request = scrutiny_finding_dup_request (find ("linkage.not-measured", "assessed-soon"), NULL);
  assert_non_null (strstr (request, "“Help starts sooner”"));
  assert_null (strstr (request, "“Children are safer”"));
}

static guint
count_asked (const char *subject)
{
  guint n = 0;

  for (guint i = 0; i < scene.findings->len; i++) {
    ScrutinyFinding *finding = scene.findings->pdata[i];
    const char *id = scrutiny_finding_get_id (finding);
    g_autofree char *question = scrutiny_finding_dup_question (finding, NULL);

    n += question && g_strcmp0 (scrutiny_finding_get_subject (finding), subject) == 0 &&
         (g_str_has_prefix (id, "because.") || g_str_has_prefix (id, "linkage."));
  }

  return n;
}

/* One question on the reasons, the strongest; what they lack is asked for by name.  Of the figure
 * that shows what changes for people no reasons are missing.
 */
static void
asks_what_the_reasons_need_most (void **state)
{
  g_autofree char *text = NULL, *question = NULL;

  need_scene ();
  question = scrutiny_finding_dup_question (find ("linkage.contradicted", "assessed-soon"), NULL);
  assert_string_equal (question, "Which cases make up the change in “Referrals of a child referred "
                                 "before within twelve months”, and does the reason still stand?");
  assert_int_equal (count_asked ("assessed-soon"), 1);
  assert_int_equal (count_asked ("re-referred"), 0);
  text = scrutiny_report_dup_text (scene.report, "markdown", NULL, NULL);
  assert_non_null (strstr (text, "| A figure that shows each of these, by month: “What a child "
                                 "needs is understood sooner”; “Help starts sooner” |"));
  assert_non_null (strstr (text, "| The evidence for “90.2% of assessments"));
  assert_null (strstr (text, "no reasons are recorded that arrive at people"));
}

/* The dossier with something in it changed. */
static ScrutinyDossier *
read_with (const char *const (*changes)[2], gsize n)
{
  g_autofree char *path = g_build_filename (scene.folder, "scrutiny.json", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (scene.folder);
  g_autofree char *before = NULL;
  g_autoptr (GString) text = NULL;
  ScrutinyDossier *dossier;

  assert_true (g_file_get_contents (path, &before, NULL, NULL));
  text = g_string_new (before);
  for (gsize i = 0; i < n; i++)
    assert_int_equal (g_string_replace (text, changes[i][0], changes[i][1], 0), 1);
  assert_true (g_file_set_contents (path, text->str, -1, NULL));
  dossier = scrutiny_read (folder, NULL, NULL, NULL);
  assert_true (g_file_set_contents (path, before, -1, NULL));
  assert_non_null (dossier);

  return dossier;
}

/* A member's wish on record: to see beside the claim whether children were seen alone, which is a
 * figure of the same rows, and how long it was to first help, which is none.
 */
static const char *const wishes[][2] = {
  { "\"id\": \"assessed\",",
    "\"id\": \"assessed\", \"companions\": [{ \"measure\": \"seen-alone\" }, "
    "{ \"measure\": \"Days to first help\" }]," },
  { "\"indicators\": [",
    "\"indicators\": [{ \"id\": \"seen-alone\", \"title\": \"Children seen alone\", \"unit\": "
    "\"%\", "
    "\"definitions\": [{ \"text\": \"Share seen alone\", \"records\": \"referrals\", \"kind\": "
    "\"share\", \"of\": \"assessment_working_days IS NOT MISSING\", \"counted\": "
    "\"child_seen_alone = 'Y'\", \"dated\": \"referral_date\", \"calendar\": \"month\" }] }," },
};

/* Fewer children were seen alone: a fact beside the claim, and no word of why. */
static void
sets_beside_the_claim_what_is_on_record (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (ScrutinyReasonTests) tests = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *statement = NULL, *request = NULL;
  ScrutinyTable *companions;

  need_scene ();
  dossier = read_with (wishes, G_N_ELEMENTS (wishes));
  tests = scrutiny_reason_tests_new (dossier, "assessed-soon", NULL);
  companions = scrutiny_reason_tests_get_companions (tests);
  findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (tests));
  assert_string_equal (scrutiny_table_get_texts (companions, "moved")[0], "down");
  assert_near (scrutiny_table_get_doubles (companions, "before", NULL)[0],
               summary ("year1", "seen_alone"), 0.05);
  assert_near (scrutiny_table_get_doubles (companions, "after", NULL)[0],
               summary ("year2", "seen_alone"), 0.05);
  statement = scrutiny_finding_dup_statement (findings->pdata[findings->len - 2], NULL);
  request = scrutiny_finding_dup_request (findings->pdata[findings->len - 1], NULL);
  assert_non_null (strstr (statement,
                           "“Children seen alone” went from 82.9% in the 12 months before "
                           "April 2024 to 77.0% in the 12 from then on: "));
  assert_string_equal (request,
                       "“Days to first help” beside “Assessments completed within 45 working "
                       "days”, by month");
}

/* What looks back does so too where it is only to be looked at beside the claim. */
static void
says_of_what_stands_beside_that_it_looks_back (void **state)
{
  const char *const changes[][2] = {
    { wishes[0][0], wishes[0][1] },
    { wishes[1][0], wishes[1][1] },
    { "\"text\": \"Share seen alone\",",
      "\"text\": \"Share seen alone\", \"key\": \"child_id\", \"looks_back\": 365," },
  };
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (ScrutinyReport) report = NULL;
  g_autofree char *text = NULL;

  need_scene ();
  dossier = read_with (changes, G_N_ELEMENTS (changes));
  report = scrutiny_review (dossier, NULL, NULL, NULL, NULL);
  text = scrutiny_report_dup_text (report, "markdown", NULL, NULL);
  assert_non_null (strstr (text, "\n\n“Referrals of a child referred before within twelve months” "
                                 "looks back up to 365 days."));
  assert_non_null (strstr (text, "\n\n“Children seen alone” looks back up to 365 days."));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (recomputes_the_published_figure),
    cmocka_unit_test (recomputes_the_months),
    cmocka_unit_test (audits_the_colour),
    cmocka_unit_test (charts_the_change),
    cmocka_unit_test (sees_the_pile_at_the_limit),
    cmocka_unit_test (takes_the_rise_apart),
    cmocka_unit_test (makes_no_league_of_groups),
    cmocka_unit_test (sets_the_outcome_beside_the_claim),
    cmocka_unit_test (cannot_tell_whether_the_two_move_together),
    cmocka_unit_test (says_that_the_flag_looks_back),
    cmocka_unit_test (keeps_the_two_facts_apart),
    cmocka_unit_test (asks_for_what_nothing_measures),
    cmocka_unit_test (asks_what_the_reasons_need_most),
    cmocka_unit_test (sets_beside_the_claim_what_is_on_record),
    cmocka_unit_test (says_of_what_stands_beside_that_it_looks_back),
  };

  return cmocka_run_group_tests_name ("review/ashcombe-rows", tests, open_scene, close_scene);
}
