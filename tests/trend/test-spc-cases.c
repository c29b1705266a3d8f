/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>

#include "kernel/rule.h"
#include "kernel/runs.h"
#include "support/csv-rows.h"
#include "support/near.h"

#include <stdio.h>
#include <stdlib.h>

/* Known answers of other tools and of books, read from the shared folder: every run,
 * XmR, mR, p, p' and i' case, to half a unit of the last printed digit.
 */

/* How a case of expected.csv is to be charted.  Screening and constants are those of
 * the source; positions count from 0.
 */
static const struct setup {
  const char *name, *chart, *options; /* options: how they start, "" for any */
  const char *value;                  /* a column; or numerator and denominator */
  const char *numerator, *denominator;
  ScrutinyChartKind kind;
  const char *constants;
  gboolean screen;
  const char *baseline, *excluded[3], *phase;
  double scale;
} setups[] = {
  { "montgomery_6_7_i",
    "i",
    "",
    "cost",
    NULL,
    NULL,
    SCRUTINY_CHART_KIND_XMR,
    "montgomery",
    FALSE,
    "@0..@19",
    { NULL },
    NULL,
    1 },
  { "montgomery_6_7_mr",
    "mr",
    "",
    "cost",
    NULL,
    NULL,
    SCRUTINY_CHART_KIND_MR,
    "montgomery",
    FALSE,
    "@0..@19",
    { NULL },
    NULL,
    1 },
  { "montgomery_7_3_p",
    "p",
    "",
    NULL,
    "count",
    "size",
    SCRUTINY_CHART_KIND_P,
    "montgomery",
    FALSE,
    NULL,
    { "@14", "@22" },
    "@30",
    1 },
  { "qicharts2_gtt_monthly",
    "p",
    "",
    NULL,
    "harmed",
    "admissions",
    SCRUTINY_CHART_KIND_P,
    "montgomery",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "qicharts2_gtt_monthly",
    "pp",
    "",
    NULL,
    "harmed",
    "admissions",
    SCRUTINY_CHART_KIND_P_PRIME,
    "montgomery",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "qicharts2_cabg_monthly",
    "p",
    "",
    NULL,
    "readmissions",
    "n",
    SCRUTINY_CHART_KIND_P,
    "montgomery",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "nhs_accidents_mohammed_laney",
    "p",
    "",
    NULL,
    "r",
    "n",
    SCRUTINY_CHART_KIND_P,
    "montgomery",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "nhs_accidents_mohammed_laney",
    "pp",
    "",
    NULL,
    "r",
    "n",
    SCRUTINY_CHART_KIND_P_PRIME,
    "montgomery",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "nhs_accidents_mohammed_laney",
    "ip",
    "",
    NULL,
    "r",
    "n",
    SCRUTINY_CHART_KIND_I_PRIME,
    "exact",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "iprime_paper_diabetes_hba1c",
    "i",
    "",
    "avg_hba1c",
    NULL,
    NULL,
    SCRUTINY_CHART_KIND_XMR,
    "montgomery",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "iprime_paper_diabetes_hba1c",
    "ip",
    "",
    NULL,
    "avg_hba1c*n",
    "n",
    SCRUTINY_CHART_KIND_I_PRIME,
    "exact",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "autospc_test_individual",
    "i",
    "one screening",
    "y",
    NULL,
    NULL,
    SCRUTINY_CHART_KIND_XMR,
    "montgomery",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "autospc_test_mr",
    "i",
    "one screening",
    "y",
    NULL,
    NULL,
    SCRUTINY_CHART_KIND_XMR,
    "montgomery",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "autospc_test_mr",
    "i",
    "no screening",
    "y",
    NULL,
    NULL,
    SCRUTINY_CHART_KIND_XMR,
    "montgomery",
    FALSE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "powerbi_i",
    "i",
    "",
    "numerators/denominators",
    NULL,
    NULL,
    SCRUTINY_CHART_KIND_XMR,
    "montgomery",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "powerbi_mr",
    "mr",
    "",
    "numerators/denominators",
    NULL,
    NULL,
    SCRUTINY_CHART_KIND_MR,
    "montgomery",
    TRUE,
    NULL,
    { NULL },
    NULL,
    1 },
  { "powerbi_p",
    "p",
    "",
    NULL,
    "numerators",
    "denominators",
    SCRUTINY_CHART_KIND_P,
    "montgomery",
    FALSE,
    NULL,
    { NULL },
    NULL,
    100 },
  /* Their centre is made of proportions rounded to nine places, not of the counts. */
  { "ggqc_wheeler_uspc_264_p",
    "p",
    "",
    NULL,
    "Proportion_Incomplete*Num_Items_in_Set",
    "Num_Items_in_Set",
    SCRUTINY_CHART_KIND_P,
    "wheeler",
    FALSE,
    NULL,
    { NULL },
    NULL,
    1 },
#define WHEELER(case_name, option) \
  { \
    case_name, "XmR", option, "x", NULL, NULL, SCRUTINY_CHART_KIND_XMR, "wheeler", FALSE, NULL, \
        { NULL }, NULL, 1 \
  }
  WHEELER ("wheeler_msd_p382_verify_software", ""),
  WHEELER ("wheeler_msd_p130_peak_flow", ""),
  WHEELER ("wheeler_msd_t9_2_accounts_receivable", ""),
  WHEELER ("wheeler_msd_t8_1_smoking", ""),
  WHEELER ("statprocon_readme", ""),
  WHEELER ("ggqc_wheeler49", ""),
  WHEELER ("ggqc_wheeler_emp15", ""),
};

/* What waits, and why.  @quantity: how it starts, "" for all. */
static const struct waits {
  const char *name, *chart, *quantity, *reason;
} waits[] = {
  { "autospc_ed_attendances_monthly", "", "", "Stable Shift Algorithm: a later release" },
  { "wheeler_msd_p145_median_mr", "", "", "median moving range: a later release" },
  { "wheeler_msd_p179_region_d_trend", "", "", "sloping centre line: a later release" },
  { "wheeler_msd_p179_region_b_trend", "", "", "sloping centre line: a later release" },
  { "runcharter_signals", "", "", "sustained runs by runcharter: a later release" },
  { "anhoej_limits_10_100", "", "", "has its own test below" },
  { "anhoej_bestbox_cutbox_10_100", "", "", "best box and cut box: a later release" },
  { "wheeler_msd_t9_1_accidents_a", "", "", "held against another group's limits by hand" },
  { "wheeler_msd_p130_peak_flow", "", "unpl(book", "the book multiplies rounded numbers" },
  { "wheeler_msd_p130_peak_flow", "", "lnpl(book", "the book multiplies rounded numbers" },
  { "wheeler_msd_p130_peak_flow", "", "url(book", "the book multiplies rounded numbers" },
  { "wheeler_msd_t9_2_accounts_receivable", "", "tie:", "has its own test below" },
  { "wheeler_msd_t9_2_accounts_receivable", "", "x_beyond", "has its own test below" },
};

static char *folder; /* of the cases; NULL when the shared folder is absent */

static gboolean
is_ours (const char *chart)
{
  static const char *const charts[] = { "run", "XmR", "XMR", "mr", "i", "p", "pp", "ip", NULL };

  return g_strv_contains (charts, chart);
}

static double *
dup_column (const CsvRows *rows, const char *formula)
{
  const gboolean multiplies = strchr (formula, '*') != NULL;
  g_auto (GStrv) names = g_strsplit_set (formula, "*/", 2);
  double *numbers = csv_rows_dup_numbers (rows, names[0]);

  if (names[1]) {
    g_autofree double *others = csv_rows_dup_numbers (rows, names[1]);
    for (guint i = 0; i < csv_rows_count (rows); i++)
      numbers[i] = multiplies ? numbers[i] * others[i] : numbers[i] / others[i];
  }

  return numbers;
}

static ScrutinySeries *
read_series (const struct setup *setup)
{
  g_autofree char *name = g_strconcat (setup->name, ".csv", NULL);
  CsvRows *rows = csv_rows_read (folder, name);
  g_autoptr (GError) error = NULL;
  ScrutinySeries *series;

  assert_non_null (rows);
  const guint n = csv_rows_count (rows);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2001-01", n, &error);
  assert_null (error);
  if (setup->value) {
    g_autofree double *values = dup_column (rows, setup->value);
    series = scrutiny_series_new (timeline, values, n, &error);
  } else {
    g_autofree double *above = dup_column (rows, setup->numerator);
    g_autofree double *below = dup_column (rows, setup->denominator);
    series = scrutiny_series_new_ratio (timeline, above, n, below, n, setup->scale, &error);
  }
  if (error)
    print_error ("%s: %s\n", setup->name, error->message);
  assert_null (error);
  csv_rows_free (rows);

  return series;
}

static ScrutinyChart *
draw (const struct setup *setup, ScrutinyChartKind kind, double width)
{
  const char *phases[] = { setup->phase, NULL };
  g_autoptr (ScrutinySeries) series = read_series (setup);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_chart_options_set_kind (options, kind);
  scrutiny_chart_options_set_baseline (options, setup->baseline);
  scrutiny_chart_options_set_phases (options, phases);
  scrutiny_chart_options_set_excluded (options, setup->excluded);
  scrutiny_chart_options_set_constants (options, setup->constants);
  scrutiny_chart_options_set_screen (options, setup->screen);
  scrutiny_chart_options_set_width (options, width);
  ScrutinyChart *chart = scrutiny_chart_new (series, options, &error);
  if (error)
    print_error ("%s: %s\n", setup->name, error->message);
  assert_null (error);

  return chart;
}

/* The number between brackets or braces: the 31 of cl[31], the 2 of {part 2}. */
static guint
place_of (const char *quantity)
{
  const char *digits = strpbrk (quantity, "[{");

  digits = digits ? digits + strcspn (digits, "0123456789") : "1";

  return (guint) strtoul (digits, NULL, 10) - 1;
}

static double
number_at (ScrutinyTable *table, const char *column, guint row)
{
  gsize n;
  const double *numbers = scrutiny_table_get_doubles (table, column, &n);

  assert_true (row < n);

  return numbers[row];
}

/* Half a unit of the last printed digit, or a few roundings of the centre, which is
 * what a limit close to 0 is left over from.
 */
static double
tolerance_of (const char *printed, double centre)
{
  const char *point = strchr (printed, '.');
  const double half = 0.5 * pow (10, point ? -(double) strlen (point + 1) : 0);

  return fmax (half, 4 * 2.3e-16 * fmax (fabs (csv_number (printed)), fabs (centre)));
}

/* Which of our numbers a quantity is. */
static const struct quantity {
  const char *starts;
  const char *column;
  gboolean is_phase;
  gboolean of_ranges; /* on the chart of the moving ranges */
  double width;
} quantities[] = {
  { "cl", "centre", FALSE, FALSE, 3 },
  { "lcl", "lower", FALSE, FALSE, 3 },
  { "ucl", "upper", FALSE, FALSE, 3 },
  { "ll99", "lower", FALSE, FALSE, 3 },
  { "ul99", "upper", FALSE, FALSE, 3 },
  { "ll95", "lower", FALSE, FALSE, 2 },
  { "ul95", "upper", FALSE, FALSE, 2 },
  { "pBar_LCL", "lower", FALSE, FALSE, 3 },
  { "pBar_UCL", "upper", FALSE, FALSE, 3 },
  { "pBar", "centre", FALSE, FALSE, 3 },
  { "x_cl", "centre", FALSE, FALSE, 3 },
  { "lnpl", "lower", FALSE, FALSE, 3 },
  { "unpl", "upper", FALSE, FALSE, 3 },
  { "mr_cl", "centre", FALSE, TRUE, 3 },
  { "url", "upper", FALSE, TRUE, 3 },
  { "n.useful", "useful", TRUE, FALSE, 3 },
  { "longest.run.max", "longest_max", TRUE, FALSE, 3 },
  { "longest.run", "longest", TRUE, FALSE, 3 },
  { "n.crossings.min", "crossings_min", TRUE, FALSE, 3 },
  { "n.crossings", "crossings", TRUE, FALSE, 3 },
};

/* PowerBI-SPC draws its 95% limit of the ranges at two thirds of the 99% one, which
 * is no distance from the centre; at this width of ours it lies there: 1 + w (D4 - 1)
 * / 3 = 2 D4 / 3 with D4 = 3.267.
 */
#define POWERBI_RANGE_WIDTH ((2 * 3.267 / 3 - 1) * 3 / 2.267)

static void
check_number (const struct setup *setup, const char *name, const char *printed)
{
  for (guint q = 0; q < G_N_ELEMENTS (quantities); q++) {
    const struct quantity *quantity = &quantities[q];
    double width = quantity->width;

    if (!g_str_has_prefix (name, quantity->starts))
      continue;
    if (width < 3 && g_str_equal (setup->name, "powerbi_mr"))
      width = POWERBI_RANGE_WIDTH;

    g_autoptr (ScrutinyChart) chart =
        draw (setup, quantity->of_ranges ? SCRUTINY_CHART_KIND_MR : setup->kind, width);
    /* The first point of a chart of ranges has none, but lies between the lines. */
    const double got = number_at (quantity->is_phase ? scrutiny_chart_get_phases (chart)
                                                     : scrutiny_chart_get_points (chart),
                                  quantity->column, place_of (name));
    const double centre = number_at (scrutiny_chart_get_phases (chart), "centre", 0);
    if (fabs (got - csv_number (printed)) > tolerance_of (printed, centre))
      print_error ("%s %s %s\n", setup->name, setup->chart, name);
    assert_near (got, csv_number (printed), tolerance_of (printed, centre));
    return;
  }
  print_error ("%s: what is %s?\n", setup->name, name);
  fail ();
}

/* The points that any signal of @rule marks, counted from 1: "7 8 9". */
static char *
dup_marked (ScrutinyChart *chart, const char *rule)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  g_autofree guint8 *marked = g_new0 (guint8, 1000);
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < signals->len; k++) {
    gsize n;
    const guint *points = scrutiny_signal_get_points (signals->pdata[k], &n);

    for (gsize p = 0; p < n && g_str_equal (scrutiny_signal_get_rule (signals->pdata[k]), rule);
         p++)
      marked[points[p]] = 1;
  }
  for (guint i = 0; i < 1000; i++) {
    if (marked[i])
      g_string_append_printf (text, "%s%u", text->len ? " " : "", i + 1);
  }

  return g_string_free (text, FALSE);
}

static void
check_quantity (const struct setup *setup, const char *name, const char *printed)
{
  g_autoptr (ScrutinyChart) chart = NULL;
  g_autofree char *marked = NULL;

  if (g_str_has_prefix (name, "beyond_limits")) {
    chart = draw (setup, setup->kind, 3);
    marked = dup_marked (chart, "beyond-limits");
    assert_string_equal (marked, printed);
  } else if (g_str_has_prefix (name, "mr_beyond_url")) {
    chart = draw (setup, SCRUTINY_CHART_KIND_MR, 3);
    marked = dup_marked (chart, "beyond-limits");
    assert_string_equal (marked, printed);
  } else if (g_str_has_prefix (name, "run of 8")) {
    chart = draw (setup, setup->kind, 3);
    marked = dup_marked (chart, "one-side");
    assert_string_equal (marked, printed);
  } else if (g_str_has_prefix (name, "runs.signal")) {
    chart = draw (setup, setup->kind, 3);
    ScrutinyTable *phases = scrutiny_chart_get_phases (chart);
    const guint k = place_of (name);
    const gboolean stands_out =
        number_at (phases, "longest", k) > number_at (phases, "longest_max", k) ||
        number_at (phases, "crossings", k) < number_at (phases, "crossings_min", k);
    assert_string_equal (stands_out ? "TRUE" : "FALSE", printed);
  } else {
    check_number (setup, name, printed);
  }
}

static const char *
reason_to_wait (const char *name, const char *chart, const char *quantity)
{
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++) {
    if (g_str_equal (waits[i].name, name) && g_str_has_prefix (quantity, waits[i].quantity))
      return waits[i].reason;
  }

  return NULL;
}

static const struct setup *
find_setup (const char *name, const char *chart, const char *options)
{
  for (guint i = 0; i < G_N_ELEMENTS (setups); i++) {
    if (g_str_equal (setups[i].name, name) && g_str_equal (setups[i].chart, chart) &&
        g_str_has_prefix (options, setups[i].options))
      return &setups[i];
  }

  return NULL;
}

static void
agrees_with_published_cases (void **state)
{
  CsvRows *rows = csv_rows_read (folder, "expected.csv");
  guint n_checked = 0, n_waiting = 0;
  const char *last_told = "";

  (void) state;
  assert_non_null (rows);
  for (guint i = 0; i < csv_rows_count (rows); i++) {
    const char *name = csv_rows_get (rows, i, "case");
    const char *chart = csv_rows_get (rows, i, "chart");
    const char *options = csv_rows_get (rows, i, "options");
    const char *quantity = csv_rows_get (rows, i, "quantity");

    if (!is_ours (chart))
      continue;

    const char *reason = reason_to_wait (name, chart, quantity);
    if (reason) {
      if (!g_str_equal (last_told, name))
        print_message ("# skipped: %s %s: %s\n", name, chart, reason);
      last_told = name;
      n_waiting++;
      continue;
    }

    const struct setup *setup = find_setup (name, chart, options);
    if (!setup)
      print_error ("no set-up for %s %s %s\n", name, chart, options);
    assert_non_null (setup);
    check_quantity (setup, quantity, csv_rows_get (rows, i, "value"));
    n_checked++;
  }
  print_message ("# %u numbers checked, %u wait\n", n_checked, n_waiting);
  assert_true (n_checked >= 180);
  csv_rows_free (rows);
}

static void
agrees_with_every_limit_of_runs (void **state)
{
  CsvRows *rows = csv_rows_read (folder, "anhoej_limits_10_100.csv");

  (void) state;
  assert_non_null (rows);
  assert_int_equal (csv_rows_count (rows), 91);
  for (guint i = 0; i < csv_rows_count (rows); i++) {
    const gsize n = (gsize) csv_number (csv_rows_get (rows, i, "n_useful"));

    assert_int_equal (kernel_longest_run_limit (n),
                      (gsize) csv_number (csv_rows_get (rows, i, "longest_run_max")));
    assert_int_equal (kernel_crossings_limit (n - 1),
                      (gsize) csv_number (csv_rows_get (rows, i, "crossings_min")));
  }
  csv_rows_free (rows);
}

/* Wheeler, table 9.2: 12 and 13 lie above the limit drawn at 60.7, the 14th is 60.7 and
 * does not; 20 and 23 lie below the lower limit worked out from the values.
 */
static void
a_point_on_the_limit_is_not_beyond_it (void **state)
{
  const struct setup *setup = find_setup ("wheeler_msd_t9_2_accounts_receivable", "XmR", "");
  g_autoptr (ScrutinyChart) chart = draw (setup, SCRUTINY_CHART_KIND_XMR, 3);
  const KernelRule rule = { .shape = KERNEL_RULE_BEYOND, .hits = 1, .window = 1, .distance = 3 };
  gsize n;
  const double *values =
      scrutiny_table_get_doubles (scrutiny_chart_get_points (chart), "value", &n);
  double centre[24], spreads[24];
  size_t work[24], n_signals;
  KernelSignal signals[24];
  uint8_t marks[24];

  (void) state;
  assert_int_equal (n, 24);
  for (guint i = 0; i < n; i++) {
    centre[i] = 56;
    spreads[i] = (60.7 - 56) / 3;
  }
  assert_int_equal (
      kernel_rule (n, values, centre, spreads, NULL, &rule, work, signals, marks, &n_signals),
      KERNEL_OK);
  for (guint i = 0; i < n; i++) {
    const double lower = number_at (scrutiny_chart_get_points (chart), "lower", i);

    assert_int_equal (marks[i] & 1, i == 11 || i == 12);
    assert_int_equal (values[i] < lower, i == 19 || i == 22);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_published_cases),
    cmocka_unit_test (agrees_with_every_limit_of_runs),
    cmocka_unit_test (a_point_on_the_limit_is_not_beyond_it),
  };
  const char *shared = getenv ("SCRUTINY_SHARED");

  folder = g_build_filename (shared ? shared : "", "cases", "spc", NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR)) {
    printf ("1..0 # SKIP the shared folder with the known answers is absent\n");
    return 0;
  }

  const int status = cmocka_run_group_tests_name ("trend/spc-cases", tests, NULL, NULL);
  g_free (folder);

  return status;
}
