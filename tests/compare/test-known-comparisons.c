/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include "base/columns-builder.h"
#include "io/json.h"
#include "support/csv-rows.h"

#include <scrutiny/comparison.h>

/* Comparisons that others have published, or that the shared folder holds worked out with NumPy,
 * SciPy and R.
 */

static const char *shared;

typedef CsvRows Rows;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rows, csv_rows_free)

/* NULL after saying aloud why not. */
static Rows *
read_rows (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (shared ? shared : "", folder, NULL);
  Rows *rows = csv_rows_read (path, name);

  if (!rows)
    print_message ("# skipped: the shared folder has no %s/%s\n", folder, name);

  return rows;
}

static JsonValue *
read_expected (void)
{
  g_autofree char *path = g_build_filename (shared ? shared : "", "data", "expected.json", NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL)) {
    print_message ("# skipped: the shared folder has no data/expected.json\n");
    return NULL;
  }

  return json_value_parse ("expected.json", text, length, NULL);
}

static const char *
text_of (const JsonValue *object, const char *key)
{
  return json_value_find (object, key)->text;
}

static double
number_of (const JsonValue *object, const char *key)
{
  return g_ascii_strtod (text_of (object, key), NULL);
}

/* --- Funnels ------------------------------------------------------------------------------ */

static gboolean
is_wanted (const Rows *rows, guint row, const JsonValue *filter)
{
  for (guint k = 0; k < json_value_get_n_items (filter); k++)
    if (!g_str_equal (csv_rows_get (rows, row, json_value_get_key (filter, k)),
                      json_value_get_item (filter, k)->text))
      return FALSE;

  return TRUE;
}

static const char *
name_column (const Rows *rows)
{
  static const char *const names[] = { "org_code", "la_name", "council", "LocalAuthority", "code" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (csv_rows_get (rows, 0, names[i]))
      return names[i];

  return NULL;
}

static ScrutinyTable *
table_of (const Rows *rows, const char *above, const char *below, const JsonValue *filter)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < csv_rows_count (rows); i++) {
    if (filter && !is_wanted (rows, i, filter))
      continue;
    columns_builder_add_text (builder, "area", csv_rows_get (rows, i, name_column (rows)));
    columns_builder_add_number (builder, "above", csv_number (csv_rows_get (rows, i, above)));
    columns_builder_add_number (builder, "below", csv_number (csv_rows_get (rows, i, below)));
  }

  return columns_builder_end (builder);
}

static ScrutinyComparison *
compare (ScrutinyTable *table, const char *limits)
{
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_comparison_options_set_limits (options, limits);
  scrutiny_comparison_options_set_draws (options, 1000);
  ScrutinyComparison *made =
      scrutiny_comparison_new (table, "area", "above", "below", options, &error);
  assert_null (error);

  return made;
}

static gint64
count_outside (ScrutinyTable *areas, const char *column)
{
  const double *outside = scrutiny_table_get_doubles (areas, column, NULL);
  gint64 n = 0;

  for (gsize i = 0; i < scrutiny_table_get_n_rows (areas); i++)
    n += outside[i] == 1 || outside[i] == -1;

  return n;
}

static void
assert_list (ScrutinyTable *areas, int side, const JsonValue *wanted)
{
  const double *outside = scrutiny_table_get_doubles (areas, "outside998", NULL);
  const char *const *names = scrutiny_table_get_texts (areas, "area");
  guint n = 0;

  for (gsize i = 0; i < scrutiny_table_get_n_rows (areas); i++) {
    if (outside[i] != side)
      continue;
    assert_true (n < json_value_get_n_items (wanted));
    assert_string_equal (names[i], json_value_get_item (wanted, n++)->text);
  }
  assert_int_equal (n, json_value_get_n_items (wanted));
}

/* The lowest or highest score, and whose. */
static void
assert_extreme (ScrutinyTable *areas, int side, const JsonValue *wanted)
{
  const double *scores = scrutiny_table_get_doubles (areas, "score", NULL);
  gsize found = 0;

  for (gsize i = 0; i < scrutiny_table_get_n_rows (areas); i++)
    if (!isnan (scores[i]) && side * scores[i] > side * scores[found])
      found = i;
  assert_string_equal (scrutiny_table_get_texts (areas, "area")[found],
                       json_value_get_item (wanted, 0)->text);
  const double score = g_ascii_strtod (json_value_get_item (wanted, 1)->text, NULL);
  assert_near (scores[found], score, 1e-9 * fabs (score));
}

/* As printed, with ten digits. */
static void
assert_funnel (const JsonValue *wanted, ScrutinyTable *table)
{
  g_autoptr (ScrutinyComparison) normal = compare (table, "normal");
  g_autoptr (ScrutinyComparison) exact = compare (table, "exact");
  ScrutinyTable *areas = scrutiny_comparison_get_areas (normal);
  const double phi = number_of (wanted, "phi_winsor10");

  assert_int_equal (scrutiny_comparison_get_n_areas (normal), number_of (wanted, "units"));
  assert_near (scrutiny_comparison_get_centre (normal), 100 * number_of (wanted, "pooled"), 1e-8);
  assert_near (scrutiny_comparison_get_phi (normal), phi, 1e-9 * phi);
  assert_int_equal (count_outside (areas, "outside95"), number_of (wanted, "outside_95"));
  assert_int_equal (count_outside (areas, "outside998"), number_of (wanted, "outside_998"));
  assert_int_equal (scrutiny_comparison_get_n_widened (normal),
                    number_of (wanted, "outside_998_overdispersed"));
  assert_extreme (areas, -1, json_value_find (wanted, "z_min"));
  assert_extreme (areas, 1, json_value_find (wanted, "z_max"));
  areas = scrutiny_comparison_get_areas (exact);
  assert_list (areas, -1, json_value_find (wanted, "exact_998_low"));
  assert_list (areas, 1, json_value_find (wanted, "exact_998_high"));
}

static void
funnels (void **state)
{
  g_autoptr (JsonValue) expected = read_expected ();
  const JsonValue *list = expected ? json_value_find (expected, "funnels") : NULL;

  (void) state;
  for (guint i = 0; list && i < json_value_get_n_items (list); i++) {
    const JsonValue *wanted = json_value_get_item (list, i);
    g_autoptr (Rows) rows = read_rows ("data", text_of (wanted, "file"));

    if (!rows)
      return;
    g_autoptr (ScrutinyTable) table =
        table_of (rows, text_of (wanted, "numerator_col"), text_of (wanted, "denominator_col"),
                  json_value_find (wanted, "filter"));
    assert_funnel (wanted, table);
  }
}

/* --- Values as published ------------------------------------------------------------------ */

static ScrutinyTable *
survival_of (const Rows *rows, const char *year)
{
  static const char *const limits[] = { "outer_low_99.8", "inner_low_95", "inner_high_95",
                                        "outer_high_99.8" };
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < csv_rows_count (rows); i++) {
    if (!g_str_equal (csv_rows_get (rows, i, "dataset_end_year"), year))
      continue;
    columns_builder_add_text (builder, "area", csv_rows_get (rows, i, "code"));
    columns_builder_add_number (builder, "above", csv_number (csv_rows_get (rows, i, "survivors")));
    columns_builder_add_number (builder, "below",
                                csv_number (csv_rows_get (rows, i, "operations")));
    columns_builder_add_number (builder, "said",
                                csv_number (csv_rows_get (rows, i, "observed_survival_pct")));
    for (gsize k = 0; k < G_N_ELEMENTS (limits); k++)
      columns_builder_add_number (builder, limits[k],
                                  csv_number (csv_rows_get (rows, i, limits[k])));
  }

  return columns_builder_end (builder);
}

/* NULL if there is nothing to say of it. */
static ScrutinyFinding *
check_survival (const Rows *rows, const char *year, const char *id)
{
  static const char *const ranges[] = { "inner_low_95..inner_high_95",
                                        "outer_low_99.8..outer_high_99.8", NULL };
  g_autoptr (ScrutinyTable) table = survival_of (rows, year);
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (ScrutinyComparison) comparison = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  ScrutinyFinding *found = NULL;

  scrutiny_comparison_options_set_published (options, "said");
  scrutiny_comparison_options_set_ranges (options, ranges);
  comparison = scrutiny_comparison_new (table, "area", "above", "below", options, NULL);
  assert_non_null (comparison);
  findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (comparison));
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      found = g_object_ref (findings->pdata[i]);

  return found;
}

static const char *const years[] = { "2013", "2014", "2015", "2016" };

static void
values_that_their_counts_do_not_give (void **state)
{
  g_autoptr (JsonValue) expected = read_expected ();
  g_autoptr (Rows) rows = read_rows ("data/areas", "uk_childrens_heart_surgery_prais2.csv");
  const JsonValue *list = expected ? json_value_find (expected, "arithmetic_check") : NULL;
  guint n_found = 0;

  (void) state;
  for (gsize i = 0; list && rows && i < G_N_ELEMENTS (years); i++) {
    g_autoptr (ScrutinyFinding) finding = check_survival (rows, years[i], "compare.published");
    g_autofree char *said = finding ? scrutiny_finding_dup_statement (finding, NULL) : NULL;

    if (!finding)
      continue;
    const JsonValue *wanted = json_value_get_item (list, n_found++);
    assert_string_equal (text_of (wanted, "year"), years[i]);
    assert_string_equal (said,
                         "1 of 13 published values is not what the counts beside it give: RHS "
                         "(96.3 published, 96.447 from the counts).");
    assert_string_equal (text_of (wanted, "code"), "RHS");
  }
  if (list && rows)
    assert_int_equal (n_found, json_value_get_n_items (list));
}

/* --- Ranges as published -------------------------------------------------------------------- */

static const JsonValue *
find_hospital (const JsonValue *list, const char *year, const char *code)
{
  for (guint i = 0; i < json_value_get_n_items (list); i++) {
    const JsonValue *wanted = json_value_get_item (list, i);

    if (g_str_equal (text_of (wanted, "year"), year) &&
        g_str_equal (text_of (wanted, "code"), code))
      return wanted;
  }

  return NULL;
}

/* How many lie outside what was published, each as it is known to. */
static guint
check_ranges (const JsonValue *list, const char *year, ScrutinyFinding *finding)
{
  GVariant *facts = scrutiny_finding_get_facts (finding);
  g_autofree const char **codes = NULL, **sides = NULL, **ranges = NULL;
  g_autoptr (GVariant) values = g_variant_lookup_value (facts, "values", G_VARIANT_TYPE ("ad"));
  guint n;

  assert_true (g_variant_lookup (facts, "areas", "^a&s", &codes));
  assert_true (g_variant_lookup (facts, "sides", "^a&s", &sides));
  assert_true (g_variant_lookup (facts, "ranges", "^a&s", &ranges));
  for (n = 0; codes[n]; n++) {
    const JsonValue *wanted = find_hospital (list, year, codes[n]);
    double value;

    assert_non_null (wanted);
    g_variant_get_child (values, n, "d", &value);
    assert_near (value, number_of (wanted, "observed"), 0);
    assert_string_equal (sides[n], text_of (wanted, "side"));
    assert_int_equal (g_str_has_prefix (ranges[n], "inner"),
                      g_str_has_prefix (text_of (wanted, "beyond"), "inner"));
  }

  return n;
}

static void
ranges_that_values_lie_outside_of (void **state)
{
  g_autoptr (JsonValue) expected = read_expected ();
  g_autoptr (Rows) rows = read_rows ("data/areas", "uk_childrens_heart_surgery_prais2.csv");
  const JsonValue *list = expected ? json_value_find (expected, "published_range_check") : NULL;
  guint n_found = 0;

  (void) state;
  for (gsize i = 0; list && rows && i < G_N_ELEMENTS (years); i++) {
    g_autoptr (ScrutinyFinding) finding =
        check_survival (rows, years[i], "compare.published-range");

    assert_non_null (finding);
    n_found += check_ranges (list, years[i], finding);
  }
  if (list && rows)
    assert_int_equal (n_found, json_value_get_n_items (list));
}

/* --- Dispersion ----------------------------------------------------------------------------- */

static const struct {
  const char *kind, *method;
  const char *our_kind, *score, *trim;
} methods[] = {
  { "SR", "SHMI", "ratio", "log", "truncate" },
  { "SR", "CQC", "ratio", "root", "winsorise" },
  { "RC", "SHMI", "rate", "counts", "winsorise" },
};

static gboolean
is_of_method (const Rows *rows, guint row, gsize k)
{
  return g_str_equal (csv_rows_get (rows, row, "type"), methods[k].kind) &&
         g_str_equal (csv_rows_get (rows, row, "method"), methods[k].method);
}

static ScrutinyComparison *
compare_as_published (const Rows *rows, gsize k)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;

  for (guint i = 0; i < csv_rows_count (rows); i++) {
    if (!is_of_method (rows, i, k))
      continue;
    columns_builder_add_text (builder, "area", csv_rows_get (rows, i, "group"));
    columns_builder_add_number (builder, "above", csv_number (csv_rows_get (rows, i, "num")));
    columns_builder_add_number (builder, "below", csv_number (csv_rows_get (rows, i, "den")));
  }
  table = columns_builder_end (builder);
  scrutiny_comparison_options_set_kind (options, methods[k].our_kind);
  scrutiny_comparison_options_set_score (options, methods[k].score);
  scrutiny_comparison_options_set_trim (options, methods[k].trim);

  return scrutiny_comparison_new (table, "area", "above", "below", options, NULL);
}

/* FunnelPlotR 0.5. */
static void
dispersion (void **state)
{
  g_autoptr (Rows) rows = read_rows ("cases/challenge", "known_funnelplotr_od.csv");
  guint n_checked = 0;

  (void) state;
  for (gsize k = 0; rows && k < G_N_ELEMENTS (methods); k++) {
    g_autoptr (ScrutinyComparison) comparison = compare_as_published (rows, k);
    const double *scores =
        scrutiny_table_get_doubles (scrutiny_comparison_get_areas (comparison), "score", NULL);
    gsize next = 0;

    for (guint i = 0; i < csv_rows_count (rows); i++) {
      if (!is_of_method (rows, i, k))
        continue;
      assert_near (scores[next++], csv_number (csv_rows_get (rows, i, "z")), 1e-12);
      assert_near (scrutiny_comparison_get_phi (comparison),
                   csv_number (csv_rows_get (rows, i, "phi")), 1e-8);
      assert_near (scrutiny_comparison_get_tau2 (comparison),
                   csv_number (csv_rows_get (rows, i, "tau2")), 1e-8);
      n_checked++;
    }
  }
  if (rows)
    assert_int_equal (n_checked, csv_rows_count (rows));
}

/* --- Places ------------------------------------------------------------------------------- */

static ScrutinyComparison *
compare_scores (const Rows *rows)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;

  for (guint i = 0; i < csv_rows_count (rows); i++) {
    columns_builder_add_text (builder, "area", csv_rows_get (rows, i, "jur"));
    columns_builder_add_number (builder, "x", csv_number (csv_rows_get (rows, i, "x")));
    columns_builder_add_number (builder, "se", csv_number (csv_rows_get (rows, i, "se")));
  }
  table = columns_builder_end (builder);
  scrutiny_comparison_options_set_kind (options, "value");
  scrutiny_comparison_options_set_draws (options, 20000);

  return scrutiny_comparison_new (table, "area", "x", "se", options, NULL);
}

/* csranks, 20,000 draws: another generator may move a set by one place. */
static void
places (void **state)
{
  static const char *const columns[][2] = { { "rank", "rank" },
                                            { "marL", "rank_low_alone" },
                                            { "marU", "rank_high_alone" },
                                            { "simL", "rank_low" },
                                            { "simU", "rank_high" } };
  g_autoptr (Rows) rows = read_rows ("cases/challenge", "known_csranks_pisa_math.csv");
  g_autoptr (ScrutinyComparison) comparison = rows ? compare_scores (rows) : NULL;

  (void) state;
  for (gsize c = 0; rows && c < G_N_ELEMENTS (columns); c++) {
    const double *got = scrutiny_table_get_doubles (scrutiny_comparison_get_areas (comparison),
                                                    columns[c][1], NULL);
    guint n_same = 0;

    for (guint i = 0; i < csv_rows_count (rows); i++) {
      const double wanted = csv_number (csv_rows_get (rows, i, columns[c][0]));
      assert_near (got[i], wanted, c == 0 ? 0 : 1);
      n_same += got[i] == wanted;
    }
    assert_true (n_same >= csv_rows_count (rows) * 9 / 10);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (funnels),
    cmocka_unit_test (values_that_their_counts_do_not_give),
    cmocka_unit_test (ranges_that_values_lie_outside_of),
    cmocka_unit_test (dispersion),
    cmocka_unit_test (places),
  };

  shared = g_getenv ("SCRUTINY_SHARED");

  return cmocka_run_group_tests_name ("compare/known-comparisons", tests, NULL, NULL);
}
