/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>

#include "kernel/moving-range.h"
#include "kernel/rule.h"
#include "kernel/run-box.h"
#include "kernel/runs.h"
#include "kernel/stable-shift.h"
#include "support/csv-rows.h"
#include "support/near.h"
#include "trend/spc-setups.h"

#include <stdio.h>
#include <stdlib.h>

/* Known answers of other tools and of books, read from the shared folder: every
 * case, to half a unit of the last printed digit.
 */

static char *folder; /* of the cases; NULL when the shared folder is absent */

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

static CsvRows *
read_rows (const struct setup *setup)
{
  g_autofree char *name = g_strconcat (setup->name, ".csv", NULL);
  CsvRows *rows = csv_rows_read (folder, name);

  assert_non_null (rows);

  return rows;
}

static ScrutinySeries *
make_series (const struct setup *setup, const CsvRows *rows)
{
  const guint n = csv_rows_count (rows);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2001-01", n, &error);
  ScrutinySeries *series;

  assert_null (error);
  if (setup->value) {
    g_autofree double *values = dup_column (rows, setup->value);
    series = scrutiny_series_new (timeline, values, n, &error);
  } else {
    g_autofree double *above = dup_column (rows, setup->numerator);
    g_autofree double *below = dup_column (rows, setup->denominator);
    series = scrutiny_series_new_ratio (timeline, above, n, below, n,
                                        setup->scale > 0 ? setup->scale : 1, &error);
  }
  if (error)
    print_error ("%s: %s\n", setup->name, error->message);
  assert_null (error);

  return series;
}

/* Observations with the column that says which belong together, or what they sum up to. */
static ScrutinySubgroups *
make_subgroups (const struct setup *setup, const CsvRows *rows)
{
  guint n = csv_rows_count (rows);
  g_autofree double *values = dup_column (rows, setup->value);
  g_autofree double *others =
      dup_column (rows, setup->deviation ? setup->deviation : setup->subgroup);
  g_autofree double *sizes = setup->deviation ? dup_column (rows, setup->denominator) : NULL;
  g_autofree guint *periods = g_new0 (guint, n);
  g_autoptr (GError) error = NULL;

  /* The last rows of one file belong to no sample. */
  while (!setup->deviation && isnan (others[n - 1]))
    n--;
  for (guint i = 0; i < n && !setup->deviation; i++)
    periods[i] = (guint) others[i] - 1;
  g_autoptr (ScrutinyTimeline) timeline =
      scrutiny_timeline_new ("2001-01", setup->deviation ? n : periods[n - 1] + 1, &error);
  assert_null (error);
  ScrutinySubgroups *subgroups =
      setup->deviation
          ? scrutiny_subgroups_new_from_summary (timeline, values, n, others, n, sizes, n, &error)
          : scrutiny_subgroups_new (timeline, periods, n, values, n, &error);
  if (error)
    print_error ("%s: %s\n", setup->name, error->message);
  assert_null (error);

  return subgroups;
}

static char **
dup_phases (const struct setup *setup, const CsvRows *rows)
{
  g_autoptr (GStrvBuilder) phases = g_strv_builder_new ();
  g_autofree double *groups = setup->grouping ? dup_column (rows, setup->grouping) : NULL;

  if (setup->phase)
    g_strv_builder_add (phases, setup->phase);
  for (guint i = 1; groups && i < csv_rows_count (rows); i++) {
    g_autofree char *start = g_strdup_printf ("@%u", i);
    if (groups[i] != groups[i - 1])
      g_strv_builder_add (phases, start);
  }

  return g_strv_builder_end (phases);
}

static ScrutinyChartOptions *
make_options (const struct setup *setup,
              ScrutinyChartKind kind,
              double width,
              const char *const *phases)
{
  ScrutinyChartOptions *options = scrutiny_chart_options_new ();

  scrutiny_chart_options_set_kind (options, kind);
  scrutiny_chart_options_set_baseline (options, setup->baseline);
  scrutiny_chart_options_set_phases (options, phases);
  scrutiny_chart_options_set_excluded (options, setup->excluded);
  scrutiny_chart_options_set_constants (options, setup->constants);
  scrutiny_chart_options_set_screen (options, setup->screen);
  scrutiny_chart_options_set_width (options, width);
  scrutiny_chart_options_set_centre (options,
                                     kind == SCRUTINY_CHART_KIND_MR ? NULL : setup->centre);
  scrutiny_chart_options_set_spread (options, setup->spread);
  scrutiny_chart_options_set_profile (options, setup->profile);
  if (setup->known_spread > 0) {
    scrutiny_chart_options_set_known_centre (options, setup->known_centre);
    scrutiny_chart_options_set_known_spread (options, setup->known_spread);
  }

  return options;
}

static ScrutinyChart *
draw (const struct setup *setup, ScrutinyChartKind kind, double width)
{
  const gboolean is_grouped = setup->subgroup || setup->deviation;
  CsvRows *rows = read_rows (setup);
  g_auto (GStrv) phases = dup_phases (setup, rows);
  g_autoptr (ScrutinyChartOptions) options =
      make_options (setup, kind, width, (const char *const *) phases);
  g_autoptr (ScrutinySubgroups) subgroups = is_grouped ? make_subgroups (setup, rows) : NULL;
  g_autoptr (ScrutinySeries) series = is_grouped ? NULL : make_series (setup, rows);
  g_autoptr (GError) error = NULL;
  ScrutinyChart *chart = is_grouped ? scrutiny_chart_new_subgroups (subgroups, options, &error)
                                    : scrutiny_chart_new (series, options, &error);

  if (error)
    print_error ("%s: %s\n", setup->name, error->message);
  assert_null (error);
  csv_rows_free (rows);

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
  const double half = 0.5000001 * pow (10, point ? -(double) strlen (point + 1) : 0);

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
  { "mr_median", "centre", FALSE, TRUE, 3 },
  { "slope", "slope", TRUE, FALSE, 3 },
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
  } else if (g_str_has_prefix (name, "beyond 18.0..39.3")) {
    chart = draw (setup, setup->kind, 3);
    marked = dup_marked (chart, "beyond-limits");
    assert_string_equal (marked, printed);
  } else if (g_str_has_prefix (name, "limit_distance")) {
    chart = draw (setup, setup->kind, 3);
    ScrutinyTable *points = scrutiny_chart_get_points (chart);
    for (guint i = 0; i < scrutiny_table_get_n_rows (points); i++)
      assert_near (number_at (points, "upper", i) - number_at (points, "centre", i),
                   csv_number (printed), tolerance_of (printed, 1000));
  } else if (g_str_has_prefix (name, "half_avg_")) {
    /* The line passes through the mean of each half in its middle. */
    const guint middle = name[strlen ("half_avg_")] == '1' ? 4 : 14;
    chart = draw (setup, setup->kind, 3);
    ScrutinyTable *points = scrutiny_chart_get_points (chart);
    assert_near ((number_at (points, "centre", middle) + number_at (points, "centre", middle + 1)) /
                     2,
                 csv_number (printed), tolerance_of (printed, 1000));
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
  print_message ("# %u numbers checked, %u elsewhere or waiting\n", n_checked, n_waiting);
  assert_true (n_checked >= 270);
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

static void
agrees_with_every_box (void **state)
{
  CsvRows *rows = csv_rows_read (folder, "anhoej_bestbox_cutbox_10_100.csv");

  (void) state;
  for (guint i = 0; i < csv_rows_count (rows); i++) {
    const gsize n = (gsize) csv_number (csv_rows_get (rows, i, "n"));
    const KernelRunBox best = kernel_run_box (KERNEL_BOX_BEST, n, n - 1);
    const KernelRunBox cut = kernel_run_box (KERNEL_BOX_CUT, n, n - 1);
    const double there = csv_number (csv_rows_get (rows, i, "cbord"));

    assert_int_equal (best.crossings_min, csv_number (csv_rows_get (rows, i, "cb")));
    assert_int_equal (best.longest_max, csv_number (csv_rows_get (rows, i, "lb")));
    assert_int_equal (cut.crossings_there, isnan (there) ? best.crossings_min : there);
    assert_int_equal (cut.longest_there, isnan (there)
                                             ? best.longest_max
                                             : csv_number (csv_rows_get (rows, i, "lbord")));
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

/* One chart of each facet: rows are in the order of the names, as qicharts2 prints them. */
static ScrutinyChart *
draw_infections (const CsvRows *rows, const char *hospital, const char *infection)
{
  double counts[24] = { 0 }, days[24] = { 0 };
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2015-01", 24, NULL);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < csv_rows_count (rows); i++) {
    const char *month = csv_rows_get (rows, i, "month");
    const guint k = 12 * (guint) (month[3] - '5') + (guint) strtoul (month + 5, NULL, 10) - 1;

    if ((hospital && !g_str_equal (csv_rows_get (rows, i, "hospital"), hospital)) ||
        (infection && !g_str_equal (csv_rows_get (rows, i, "infection"), infection)))
      continue;
    counts[k] += csv_number (csv_rows_get (rows, i, "n"));
    days[k] += csv_number (csv_rows_get (rows, i, "days"));
  }
  g_autoptr (ScrutinySeries) series =
      scrutiny_series_new_ratio (timeline, counts, 24, days, 24, 1, &error);
  assert_null (error);
  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_U);
  ScrutinyChart *chart = scrutiny_chart_new (series, options, &error);
  assert_null (error);

  return chart;
}

/* The mean of a column, which is what is printed there for the limits. */
static double
mean_of (ScrutinyTable *points, const char *column)
{
  double sum = 0;

  for (guint i = 0; i < 24; i++)
    sum += number_at (points, column, i);

  return sum / 24;
}

static double
infection_number (ScrutinyChart *chart, const char *quantity)
{
  ScrutinyTable *points = scrutiny_chart_get_points (chart);
  ScrutinyTable *phases = scrutiny_chart_get_phases (chart);
  g_autofree char *beyond = dup_marked (chart, "beyond-limits");

  if (g_str_has_prefix (quantity, "CL"))
    return number_at (points, "centre", 0);
  if (g_str_has_prefix (quantity, "aLCL"))
    return mean_of (points, "lower");
  if (g_str_has_prefix (quantity, "aUCL"))
    return mean_of (points, "upper");
  if (g_str_has_prefix (quantity, "n.useful"))
    return number_at (phases, "useful", 0);
  if (g_str_has_prefix (quantity, "longest.run.max"))
    return number_at (phases, "longest_max", 0);
  if (g_str_has_prefix (quantity, "longest.run"))
    return number_at (phases, "longest", 0);
  if (g_str_has_prefix (quantity, "n.crossings.min"))
    return number_at (phases, "crossings_min", 0);
  if (g_str_has_prefix (quantity, "n.crossings"))
    return number_at (phases, "crossings", 0);
  if (g_str_has_prefix (quantity, "sigma.signal"))
    return *beyond ? 1 : 0;
  assert_true (g_str_has_prefix (quantity, "runs.signal"));

  return number_at (phases, "longest", 0) > number_at (phases, "longest_max", 0) ||
         number_at (phases, "crossings", 0) < number_at (phases, "crossings_min", 0);
}

/* “CL row4 (BFH/BAC)”, “CL row1 (BAC/1)” or “CL row1” */
static void
agrees_with_every_facet (void **state)
{
  CsvRows *rows = csv_rows_read (folder, "expected.csv");
  CsvRows *raw = csv_rows_read (folder, "qicharts2_hospital_infections.csv");
  guint n_checked = 0;

  (void) state;
  for (guint i = 0; i < csv_rows_count (rows); i++) {
    const char *quantity = csv_rows_get (rows, i, "quantity");
    const char *printed = csv_rows_get (rows, i, "value");
    const char *facet = strchr (quantity, '(');

    if (!g_str_equal (csv_rows_get (rows, i, "case"), "qicharts2_hospital_infections"))
      continue;
    g_auto (GStrv) names = g_strsplit_set (facet ? facet + 1 : "", "/)", 3);
    const gboolean by_hospital = facet && !g_str_equal (names[1], "1");
    g_autoptr (ScrutinyChart) chart = draw_infections (raw, by_hospital ? names[0] : NULL,
                                                       facet ? names[by_hospital ? 1 : 0] : NULL);
    const double got = infection_number (chart, quantity);
    if (fabs (got - csv_number (printed)) > tolerance_of (printed, 0))
      print_error ("%s\n", quantity);
    assert_near (got, csv_number (printed), tolerance_of (printed, 0));
    n_checked++;
  }
  assert_int_equal (n_checked, 220);
  csv_rows_free (rows);
  csv_rows_free (raw);
}

/* In theirs a sample without any observation takes a degree of freedom away from the
 * others: 75 in place of the 76 of 100 observations in 24 samples.
 */
static void
an_empty_subgroup_counts_for_nothing (void **state)
{
  const struct setup *setup = find_setup ("missing_values_xbar", "xbar", "");
  g_autoptr (ScrutinyChart) chart = draw (setup, SCRUTINY_CHART_KIND_XBAR, 3);
  ScrutinyTable *points = scrutiny_chart_get_points (chart);
  const double distance = number_at (points, "upper", 0) - number_at (points, "centre", 0);

  (void) state;
  assert_near (distance * sqrt (76.0 / 75), 74.01632708 - 74.00118, 5e-9);
  assert_near (number_at (points, "value", 15), NAN, 0);
}

static ScrutinyChart *
draw_sums (const char *name, const char *column, ScrutinyChartOptions *options)
{
  CsvRows *rows = csv_rows_read (folder, name);
  g_autofree double *values = csv_rows_dup_numbers (rows, column);
  const guint n = csv_rows_count (rows);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2001-01", n, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, n, NULL);
  g_autoptr (GError) error = NULL;
  ScrutinyChart *chart = scrutiny_chart_new (series, options, &error);

  assert_null (error);
  csv_rows_free (rows);

  return chart;
}

/* qcc: centre 0, spread 1, h = 1, k = 0.5; centre 10, spread 2, weight 0.5, two spreads. */
static void
agrees_with_the_recursions_of_qcc (void **state)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  CsvRows *sums = csv_rows_read (folder, "qcc_cusum_recursion.csv");
  CsvRows *averages = csv_rows_read (folder, "qcc_ewma_recursion.csv");

  (void) state;
  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_CUSUM);
  scrutiny_chart_options_set_known_centre (options, 0);
  scrutiny_chart_options_set_known_spread (options, 1);
  scrutiny_chart_options_set_decision (options, 1);
  g_autoptr (ScrutinyChart) cusum = draw_sums ("qcc_cusum_recursion.csv", "x", options);
  ScrutinyTable *points = scrutiny_chart_get_points (cusum);
  for (guint i = 0; i < 6; i++) {
    const double up = number_at (points, "value", i), down = number_at (points, "value_down", i);

    assert_near (up, csv_number (csv_rows_get (sums, i, "pos")), 1e-15);
    assert_near (down, csv_number (csv_rows_get (sums, i, "neg")), 1e-15);
    assert_int_equal (up > number_at (points, "upper", i), i == 2);
    assert_int_equal (down < number_at (points, "lower", i), i == 5);
  }

  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_EWMA);
  scrutiny_chart_options_set_known_centre (options, 10);
  scrutiny_chart_options_set_known_spread (options, 2);
  scrutiny_chart_options_set_weight (options, 0.5);
  scrutiny_chart_options_set_width (options, 2);
  g_autoptr (ScrutinyChart) ewma = draw_sums ("qcc_ewma_recursion.csv", "x", options);
  points = scrutiny_chart_get_points (ewma);
  for (guint i = 0; i < 3; i++) {
    const double spread = csv_number (csv_rows_get (averages, i, "sigma"));

    assert_near (number_at (points, "value", i), csv_number (csv_rows_get (averages, i, "ewma")),
                 2e-15);
    assert_near (number_at (points, "upper", i), 10 + 2 * spread, 4e-15);
    assert_near (number_at (points, "lower", i), 10 - 2 * spread, 4e-15);
  }
  csv_rows_free (sums);
  csv_rows_free (averages);
}

/* Montgomery, table 9.1, as qcc has it: k = 0.5, h = 5; weight 0.1, L = 2.7. */
static void
agrees_with_montgomery_on_small_shifts (void **state)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();

  (void) state;
  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_CUSUM);
  scrutiny_chart_options_set_known_centre (options, 10);
  scrutiny_chart_options_set_known_spread (options, 1);
  g_autoptr (ScrutinyChart) cusum = draw_sums ("montgomery_9_1_cusum_ewma.csv", "x", options);
  g_autofree char *beyond = dup_marked (cusum, "beyond-limits");
  assert_near (number_at (scrutiny_chart_get_points (cusum), "value", 28), 5.28, 1e-13);
  assert_near (number_at (scrutiny_chart_get_points (cusum), "value", 29), 5.3, 1e-13);
  assert_string_equal (beyond, "29 30");

  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_EWMA);
  scrutiny_chart_options_set_weight (options, 0.1);
  scrutiny_chart_options_set_width (options, 2.7);
  g_autoptr (ScrutinyChart) ewma = draw_sums ("montgomery_9_1_cusum_ewma.csv", "x", options);
  g_autofree char *outside = dup_marked (ewma, "beyond-limits");
  assert_near (number_at (scrutiny_chart_get_points (ewma), "value", 27), 10.5731371717515, 5e-14);
  assert_near (number_at (scrutiny_chart_get_points (ewma), "upper", 27), 10.6185736231929, 5e-14);
  assert_string_equal (outside, "29 30");
}

/* autospc: the centres of the sets of limits are those of the points they come from, less
 * up to three beyond.
 */
static void
agrees_with_every_set_of_limits (void **state)
{
  static const double centres[] = { 9461.222222, 10300.63158, 11321.5, 12812.25 };
  const KernelStableShift how = { 21, 8, 3, kernel_constants_montgomery.sigma, 3.267 };
  CsvRows *rows = csv_rows_read (folder, "autospc_ed_attendances_monthly.csv");
  g_autofree double *values = csv_rows_dup_numbers (rows, "att_all");
  double work[42];
  uint8_t used[21];
  KernelShiftEntry entries[111];
  size_t n_entries, n_sets = 0;

  (void) state;
  assert_int_equal (kernel_stable_shift (109, values, &how, work, used, entries, &n_entries),
                    KERNEL_OK);
  for (size_t i = 0; i < n_entries; i++) {
    if (entries[i].step == KERNEL_SHIFT_FIRST || entries[i].step == KERNEL_SHIFT_ACCEPTED)
      assert_near (entries[i].centre, centres[n_sets++], 5e-6);
  }
  assert_int_equal (n_sets, 4);
  csv_rows_free (rows);
}

/* runcharter, 9 points for the first median and 9 for a run: the last run of each ward. */
static void
agrees_with_sustained_runs (void **state)
{
  static const struct {
    const char *ward, *first, *last;
    double median;
  } wanted[] = {
    { "WardX", "2016-12-01", "2017-08-01", 6 },
    { "WardY", "2017-10-01", "2018-06-01", 8 },
    { "WardZ", "2017-06-01", "2018-03-01", 9 },
    { "WardV", NULL, NULL, 0 },
  };
  CsvRows *rows = csv_rows_read (folder, "runcharter_signals.csv");

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (wanted); k++) {
    double values[100], work[200];
    const char *dates[100];
    KernelSustainedRun runs[100];
    size_t n = 0, n_runs;

    for (guint i = 0; i < csv_rows_count (rows); i++) {
      if (!g_str_equal (csv_rows_get (rows, i, "grp"), wanted[k].ward))
        continue;
      values[n] = csv_number (csv_rows_get (rows, i, "y"));
      dates[n++] = csv_rows_get (rows, i, "date");
    }
    assert_int_equal (kernel_sustained_runs (n, values, 9, 9, work, runs, &n_runs), KERNEL_OK);
    assert_int_equal (n_runs > 0, wanted[k].first != NULL);
    if (n_runs == 0)
      continue;
    assert_string_equal (dates[runs[n_runs - 1].first], wanted[k].first);
    assert_string_equal (dates[runs[n_runs - 1].last], wanted[k].last);
    assert_near (runs[n_runs - 1].centre, wanted[k].median, 0);
  }
  csv_rows_free (rows);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_published_cases),
    cmocka_unit_test (agrees_with_every_limit_of_runs),
    cmocka_unit_test (a_point_on_the_limit_is_not_beyond_it),
    cmocka_unit_test (an_empty_subgroup_counts_for_nothing),
    cmocka_unit_test (agrees_with_every_facet),
    cmocka_unit_test (agrees_with_every_set_of_limits),
    cmocka_unit_test (agrees_with_sustained_runs),
    cmocka_unit_test (agrees_with_every_box),
    cmocka_unit_test (agrees_with_the_recursions_of_qcc),
    cmocka_unit_test (agrees_with_montgomery_on_small_shifts),
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
