/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart-watch.h>
#include <scrutiny/error.h>

#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define N 90
#define N_BASELINE 24

/* How a chart is drawn, and what of. */
static const struct setup {
  const char *label;
  const char *kind;
  const char *rules; /* separated by “;” */
  const char *gaps, *centre;
  gboolean has_gaps;
} setups[] = {
  { "run", "run", "anhoej;anhoej-cutbox;provost-murray-run", NULL, NULL, FALSE },
  { "run, gaps", "run", "anhoej;anhoej-bestbox;provost-murray-run", NULL, NULL, TRUE },
  { "xmr", "xmr", "wheeler;nelson;western-electric;mdc-2018;mdc-2023;powerbi-spc", NULL, NULL,
    FALSE },
  { "xmr, gaps", "xmr", "wheeler;nelson;western-electric;mdc-2018;mdc-2023;anhoej", NULL, NULL,
    TRUE },
  { "xmr, gaps passed over", "xmr", "wheeler;nelson;mdc-2018;provost-murray-run", "bridge", NULL,
    TRUE },
  { "xmr, a sloping centre", "xmr", "wheeler;nelson", NULL, "slope", TRUE },
  { "xmr, rules of one's own", "xmr",
    "5 of 7 beyond 1 same side;4 trending tie skips gaps skipped;3 alternating;4 within 1;"
    "3 on one side tie below;2 of 3 beyond 1 mark completing;6 on one side tie skips mark span",
    NULL, NULL, TRUE },
  { "mr", "mr", "wheeler;nelson", NULL, NULL, FALSE },
  { "mr, gaps", "mr", "wheeler", NULL, NULL, TRUE },
  { "mr, gaps passed over", "mr", "wheeler", "bridge", NULL, TRUE },
  { "i-prime", "i-prime", "wheeler;nelson", NULL, NULL, TRUE },
  { "p", "p", "wheeler;nelson;anhoej", NULL, NULL, TRUE },
  { "p-prime", "p-prime", "wheeler", NULL, NULL, FALSE },
  { "u", "u", "wheeler;mdc-2023", NULL, NULL, TRUE },
  { "u-prime", "u-prime", "wheeler", NULL, NULL, FALSE },
  { "c", "c", "wheeler;nelson", NULL, NULL, TRUE },
  { "c-prime", "c-prime", "wheeler", NULL, NULL, FALSE },
  { "g", "g", "wheeler;anhoej", NULL, NULL, FALSE },
  { "t", "t", "wheeler;nelson", NULL, NULL, TRUE },
  { "ewma", "ewma", "wheeler;nelson", NULL, NULL, TRUE },
  { "cusum", "cusum", "wheeler;nelson", NULL, NULL, TRUE },
  { "xbar", "xbar", "wheeler;nelson", NULL, NULL, TRUE },
  { "s", "s", "wheeler", NULL, NULL, FALSE },
};

typedef struct {
  double values[N], sizes[N], deviations[N];
} Figures;

/* Whole numbers, so that some lie on lines and equal those before; a level that moves. */
static Figures
make_figures (GRand *random, gboolean has_gaps)
{
  Figures figures;
  double level = 20;

  for (guint i = 0; i < N; i++) {
    if (g_rand_int_range (random, 0, 20) == 0)
      level = g_rand_int_range (random, 12, 28);
    figures.values[i] = floor (level + g_rand_double_range (random, -6, 6));
    figures.sizes[i] = g_rand_int_range (random, 60, 140);
    figures.deviations[i] = g_rand_double_range (random, 1, 3);
    if (has_gaps && g_rand_int_range (random, 0, 12) == 0 && i != 0)
      figures.values[i] = NAN;
    if (has_gaps && g_rand_int_range (random, 0, 15) == 0 && i > N_BASELINE)
      figures.values[i] = 60;
  }

  return figures;
}

static gboolean
is_ratio (const char *kind)
{
  return strchr ("pui", kind[0]) != NULL;
}

static gboolean
is_of_subgroups (const char *kind)
{
  return g_str_equal (kind, "xbar") || g_str_equal (kind, "s");
}

static ScrutinyChart *
draw (const struct setup *setup, const Figures *figures, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2001-01", n, NULL);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_auto (GStrv) rules = g_strsplit (setup->rules, ";", -1);
  g_autoptr (GError) error = NULL;
  ScrutinyChartKind kind;
  ScrutinyChart *chart;

  assert_true (scrutiny_chart_kind_from_name (setup->kind, &kind));
  scrutiny_chart_options_set_kind (options, kind);
  scrutiny_chart_options_set_baseline (options, "@0..@23");
  scrutiny_chart_options_set_rules (options, (const char *const *) rules);
  if (setup->has_gaps) /* the last one is where a watch may begin */
    scrutiny_chart_options_set_excluded (options, (const char *const[]){ "@10", "@23", NULL });
  scrutiny_chart_options_set_gaps (options, setup->gaps);
  scrutiny_chart_options_set_centre (options, setup->centre);
  if (is_of_subgroups (setup->kind)) {
    g_autoptr (ScrutinySubgroups) groups = scrutiny_subgroups_new_from_summary (
        timeline, figures->values, n, figures->deviations, n, figures->sizes, n, &error);
    chart = scrutiny_chart_new_subgroups (groups, options, &error);
  } else {
    g_autoptr (ScrutinySeries) series =
        is_ratio (setup->kind) ? scrutiny_series_new_ratio (timeline, figures->values, n,
                                                            figures->sizes, n, 100, &error)
                               : scrutiny_series_new (timeline, figures->values, n, &error);
    chart = scrutiny_chart_new (series, options, &error);
  }
  if (error)
    print_error ("%s\n", error->message);
  assert_null (error);

  return chart;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Patterns of single points and windows, by where they are complete: those after @first. */
static char *
dup_of_chart (ScrutinyChart *chart, guint first)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < signals->len; k++) {
    ScrutinySignal *signal = signals->pdata[k];
    const char *rule = scrutiny_signal_get_rule (signal);

    if (scrutiny_signal_get_completed (signal) == NULL || g_str_equal (rule, "long-run") ||
        g_str_equal (rule, "few-crossings") || g_str_equal (rule, "run-count"))
      continue;
    if (strcmp (scrutiny_signal_get_completed (signal), "2001-01") < 0)
      continue;
    g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2001-01", N, NULL);
    if (scrutiny_timeline_find (timeline, scrutiny_signal_get_completed (signal), NULL) < first)
      continue;
    g_ptr_array_add (
        lines,
        g_strdup_printf ("%s %s %s %s %s", scrutiny_signal_get_completed (signal),
                         scrutiny_signal_get_rule_set (signal), rule,
                         scrutiny_direction_get_name (scrutiny_signal_get_direction (signal)),
                         scrutiny_signal_get_first (signal)));
  }

  return join_sorted (lines);
}

/* Which sets say something of all runs and crossings. */
static char *
dup_of_runs (ScrutinyChart *chart)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *before = "";

  for (guint k = 0; k < signals->len; k++) {
    ScrutinySignal *signal = signals->pdata[k];
    const char *rule = scrutiny_signal_get_rule (signal);

    if (g_str_equal (rule, "long-run") || g_str_equal (rule, "few-crossings") ||
        g_str_equal (rule, "run-count"))
      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %s", scrutiny_signal_get_rule_set (signal), rule));
  }
  g_ptr_array_sort (lines, compare_texts);
  for (guint k = 0; k < lines->len;) {
    if (g_str_equal (lines->pdata[k], before)) {
      g_ptr_array_remove_index (lines, k);
      continue;
    }
    before = lines->pdata[k++];
  }

  return join_sorted (lines);
}

static void
append_patterns (GPtrArray *lines, ScrutinyTable *patterns, gboolean of_runs)
{
  const char *const *sets = scrutiny_table_get_texts (patterns, "rule_set");
  const char *const *rules = scrutiny_table_get_texts (patterns, "rule");
  const char *const *directions = scrutiny_table_get_texts (patterns, "direction");
  const char *const *firsts = scrutiny_table_get_texts (patterns, "first");
  const char *const *lasts = scrutiny_table_get_texts (patterns, "last");

  for (gsize k = 0; k < scrutiny_table_get_n_rows (patterns); k++) {
    const gboolean is_of_runs = g_str_equal (rules[k], "long-run") ||
                                g_str_equal (rules[k], "few-crossings") ||
                                g_str_equal (rules[k], "run-count");

    if (is_of_runs && of_runs)
      g_ptr_array_add (lines, g_strdup_printf ("%s %s", sets[k], rules[k]));
    if (!is_of_runs && !of_runs)
      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s %s %s", lasts[k], sets[k], rules[k],
                                               directions[k], firsts[k]));
  }
}

static void
feed (ScrutinyChartWatch *watch, const Figures *figures, guint i)
{
  g_autoptr (GError) error = NULL;

  const gboolean of_deviations = scrutiny_chart_watch_get_kind (watch) == SCRUTINY_CHART_KIND_S;
  const double value = of_deviations ? figures->deviations[i] : figures->values[i];

  if (!scrutiny_chart_watch_feed (watch, NULL, value, figures->sizes[i], &error))
    print_error ("%s\n", error->message);
  assert_null (error);
}

/* The same lines and the same point, to the last bit. */
static void
assert_same_point (ScrutinyChart *chart, guint i, ScrutinyChartWatch *watch)
{
  ScrutinyTable *points = scrutiny_chart_get_points (chart);

  assert_near (scrutiny_chart_watch_get_value (watch),
               scrutiny_table_get_doubles (points, "value", NULL)[i], 0);
  assert_near (scrutiny_chart_watch_get_centre (watch),
               scrutiny_table_get_doubles (points, "centre", NULL)[i], 0);
  assert_near (scrutiny_chart_watch_get_lower (watch),
               scrutiny_table_get_doubles (points, "lower", NULL)[i], 0);
  assert_near (scrutiny_chart_watch_get_upper (watch),
               scrutiny_table_get_doubles (points, "upper", NULL)[i], 0);
}

/* A chart of all points with the baseline of the first is what feeding them one by one
 * adds up to, whatever the chart that was gone on from held, and however often the watch
 * was saved and taken up again.
 */
static void
is_the_chart_of_all_points (void **state)
{
  const struct setup *setup = *state;
  g_autoptr (GRand) random = g_rand_new_with_seed (20260 + (guint32) (setup - setups));
  const guint n_rounds = g_getenv ("SCRUTINY_QUICK") ? 4 : 12;
  guint n_patterns = 0;

  for (guint round = 0; round < n_rounds; round++) {
    const Figures figures = make_figures (random, setup->has_gaps);
    const guint n_before =
        round < 4 ? N_BASELINE : (guint) g_rand_int_range (random, N_BASELINE, 40);
    g_autoptr (ScrutinyChart) whole = draw (setup, &figures, N);
    g_autoptr (ScrutinyChart) before = draw (setup, &figures, n_before);
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyChartWatch) watch = scrutiny_chart_watch_new (before, &error);
    g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

    assert_null (error);
    for (guint i = n_before; i < N; i++) {
      g_autoptr (GBytes) saved = scrutiny_chart_watch_dup_state (watch);

      if (i % 3 == round % 3) {
        g_object_unref (watch);
        watch = scrutiny_chart_watch_new_from_state (saved, &error);
        assert_null (error);
        g_autoptr (GBytes) again = scrutiny_chart_watch_dup_state (watch);
        assert_true (g_bytes_equal (saved, again));
      }
      feed (watch, &figures, i);
      assert_same_point (whole, i, watch);
      append_patterns (lines, scrutiny_chart_watch_get_patterns (watch), FALSE);
    }
    g_autofree char *of_chart = dup_of_chart (whole, n_before);
    n_patterns += lines->len;
    g_autofree char *of_watch = join_sorted (lines);
    assert_string_equal (of_watch, of_chart);
    assert_int_equal (scrutiny_chart_watch_get_n_points (watch), N);
  }
  assert_true (n_patterns > (n_rounds == 12 ? 3 : 0));
}

/* What a set says of all runs is there after a point if it is on the chart up to it. */
static void
says_of_runs_what_the_chart_so_far_says (void **state)
{
  const struct setup *setup = &setups[0];
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint n_new = 0;

  (void) state;
  for (guint round = 0; round < 10; round++) {
    const Figures figures = make_figures (random, FALSE);
    g_autoptr (ScrutinyChart) start = draw (setup, &figures, N_BASELINE);
    g_autoptr (ScrutinyChartWatch) watch = scrutiny_chart_watch_new (start, NULL);
    g_autofree char *before = dup_of_runs (start);

    for (guint i = N_BASELINE; i < N; i++) {
      g_autoptr (ScrutinyChart) so_far = draw (setup, &figures, i + 1);
      g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *now = dup_of_runs (so_far);
      g_auto (GStrv) lines = g_strsplit (now, "\n", -1);
      g_auto (GStrv) lines_before = g_strsplit (before, "\n", -1);

      feed (watch, &figures, i);
      append_patterns (added, scrutiny_chart_watch_get_patterns (watch), TRUE);
      for (guint k = 0; lines[k]; k++)
        if (!g_strv_contains ((const char *const *) lines_before, lines[k]))
          g_ptr_array_add (expected, g_strdup (lines[k]));
      n_new += expected->len;
      g_autofree char *of_watch = join_sorted (added), *of_chart = join_sorted (expected);
      assert_string_equal (of_watch, of_chart);
      g_free (before);
      before = g_steal_pointer (&now);
    }
  }
  assert_true (n_new > 3);
}

static ScrutinyChartWatch *
some_watch (const char *label)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  const Figures figures = make_figures (random, FALSE);

  for (guint k = 0; k < G_N_ELEMENTS (setups); k++) {
    if (g_str_equal (setups[k].label, label)) {
      g_autoptr (ScrutinyChart) chart = draw (&setups[k], &figures, 30);
      return scrutiny_chart_watch_new (chart, NULL);
    }
  }

  return NULL;
}

static const struct wrong {
  const char *label;
  const char *period;
  double value, size;
  const char *message;
} wrong[] = {
  { "xmr", NULL, INFINITY, 1,
    "Point 31: inf with size 1: a point is a number, or NaN where it is missing" },
  { "xmr", "soon", 1, 1, "Period: “soon” is no month; write it as the chart does" },
  { "xmr", "2003-06", 1, 1,
    "Period: 2003-06 does not come after 2003-06, the last that was taken; feed points in their "
    "order" },
  { "p", NULL, 3, 2, "Point 31: 3 with size 2: the count is not a part of its total" },
  { "c", NULL, -0.1, 1, "Point 31: -0.1 with size 1: a point of this kind of chart is 0 or more" },
  { "p", NULL, 3, -2, "Point 31: 3 with size -2: a size is 0 or more" },
  { "c", NULL, -3, 1, "Point 31: -3 with size 1: a point of this kind of chart is 0 or more" },
  { "cusum", NULL, -1e300, 1,
    "Point 31: -1e+300 with size 1: that is too large for a chart; check the "
    "figure" },
  { "u", NULL, 4, 0x1p-1000,
    "Point 31: 4 with size 9.332636185032189e-302: that is too large for a chart; check the "
    "figure" },
};

static void
refuses_a_point (void **state)
{
  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (wrong); k++) {
    g_autoptr (ScrutinyChartWatch) watch = some_watch (wrong[k].label);
    g_autoptr (GBytes) before = scrutiny_chart_watch_dup_state (watch);
    g_autoptr (GError) error = NULL;

    assert_false (
        scrutiny_chart_watch_feed (watch, wrong[k].period, wrong[k].value, wrong[k].size, &error));
    assert_string_equal (error->message, wrong[k].message);
    g_autoptr (GBytes) after = scrutiny_chart_watch_dup_state (watch);
    assert_true (g_bytes_equal (before, after));
  }
}

static void
knows_gaps_by_their_period (void **state)
{
  g_autoptr (ScrutinyChartWatch) watch = some_watch ("xmr");
  g_autofree char *before = scrutiny_chart_watch_dup_period (watch);

  (void) state;
  assert_string_equal (before, "2003-06");
  assert_true (scrutiny_chart_watch_feed (watch, "Sept 2003", 19, 1, NULL));
  g_autofree char *after = scrutiny_chart_watch_dup_period (watch);
  assert_string_equal (after, "2003-09");
  assert_int_equal (scrutiny_chart_watch_get_n_points (watch), 31);
}

static void
needs_lines_that_rest_on_something (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  const Figures figures = make_figures (random, FALSE);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2001-01", 6, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, figures.values, 6, NULL);
  g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (series, NULL, NULL);
  g_autoptr (ScrutinyChart) nothing = g_object_new (SCRUTINY_TYPE_CHART, NULL);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_chart_watch_new (chart, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
  assert_null (scrutiny_chart_watch_new (nothing, NULL));
}

/* Cut anywhere, lengthened, or with any byte changed: refused, or sound. */
static void
survives_any_state (void **state)
{
  static const char *const labels[] = { "run", "xmr, rules of one's own", "cusum", "ewma", "p" };
  const gsize step = g_getenv ("SCRUTINY_QUICK") ? 7 : 1; /* set where each step costs fifty */

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (labels); k++) {
    g_autoptr (ScrutinyChartWatch) watch = some_watch (labels[k]);
    g_autoptr (GBytes) saved = scrutiny_chart_watch_dup_state (watch);
    gsize n;
    const guint8 *bytes = g_bytes_get_data (saved, &n);
    g_autofree guint8 *changed = g_malloc (n + 1);

    memcpy (changed, bytes, n);
    for (gsize length = 0; length <= n + 1; length++) {
      g_autoptr (GBytes) cut = g_bytes_new (changed, length);
      g_autoptr (ScrutinyChartWatch) back = scrutiny_chart_watch_new_from_state (cut, NULL);

      assert_int_equal (back != NULL, length == n);
    }
    for (gsize at = 0; at < n; at += step) {
      for (guint8 flip = 0x80; flip; flip >>= 3) {
        changed[at] ^= flip;
        g_autoptr (GBytes) other = g_bytes_new (changed, n);
        g_autoptr (ScrutinyChartWatch) back = scrutiny_chart_watch_new_from_state (other, NULL);

        for (guint i = 0; back && i < 3; i++)
          assert_true (scrutiny_chart_watch_feed (back, NULL, 20 + i, 100, NULL));
        changed[at] ^= flip;
      }
    }
  }
}

static ScrutinyChartWatch *
save_and_take_up (ScrutinyChartWatch *watch)
{
  g_autoptr (GBytes) saved = scrutiny_chart_watch_dup_state (watch);
  g_autoptr (GError) error = NULL;
  ScrutinyChartWatch *back = scrutiny_chart_watch_new_from_state (saved, &error);

  assert_null (error);
  g_autoptr (GBytes) again = scrutiny_chart_watch_dup_state (back);
  assert_true (g_bytes_equal (saved, again));

  return back;
}

/* A set of one's own may be written at any length, and there may be any number of sets. */
static void
takes_up_rules_of_any_length (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  const Figures figures = make_figures (random, FALSE);
  g_autoptr (GString) rules = g_string_new ("2 of 3 beyond 1");

  (void) state;
  for (guint k = 0; k < 80; k++)
    g_string_append (rules, "                    same side");
  for (guint k = 3; k < 73; k++)
    g_string_append_printf (rules, ";%u trending", k);

  const struct setup setup = { "xmr", "xmr", rules->str, NULL, NULL, FALSE };
  g_autoptr (ScrutinyChart) chart = draw (&setup, &figures, 30);
  g_autoptr (ScrutinyChartWatch) watch = scrutiny_chart_watch_new (chart, NULL);
  g_autoptr (ScrutinyChartWatch) back = save_and_take_up (watch);

  for (guint i = 30; i < 34; i++) {
    g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) lines_of_back = g_ptr_array_new_with_free_func (g_free);

    feed (watch, &figures, i);
    feed (back, &figures, i);
    append_patterns (lines, scrutiny_chart_watch_get_patterns (watch), FALSE);
    append_patterns (lines_of_back, scrutiny_chart_watch_get_patterns (back), FALSE);
    g_autofree char *said = join_sorted (lines);
    g_autofree char *said_by_back = join_sorted (lines_of_back);
    assert_string_equal (said_by_back, said);
  }
}

/* Whatever is taken, what is kept can be taken up again. */
static void
can_be_saved_after_any_point (void **state)
{
  static const struct {
    double value, size;
  } points[] = {
    { 0, 0 }, { NAN, 0 }, { 20, NAN }, { 0, 1e-320 }, { 1e50, 1e50 }, { 1e50, 1 }, { 20, 100 },
  };

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (setups); k++) {
    g_autoptr (ScrutinyChartWatch) watch = some_watch (setups[k].label);

    for (guint i = 0; i < 3 * G_N_ELEMENTS (points); i++) {
      const guint at = i % G_N_ELEMENTS (points);

      (void) scrutiny_chart_watch_feed (watch, NULL, points[at].value, points[at].size, NULL);
      g_autoptr (ScrutinyChartWatch) back = save_and_take_up (watch);
      assert_int_equal (scrutiny_chart_watch_get_n_points (back),
                        scrutiny_chart_watch_get_n_points (watch));
    }
  }
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyChartWatch) bare = g_object_new (SCRUTINY_TYPE_CHART_WATCH, NULL);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_chart_watch_get_patterns (bare)), 0);
  assert_null (scrutiny_chart_watch_dup_period (bare));
  assert_near (scrutiny_chart_watch_get_upper (bare), NAN, 0);
  assert_false (scrutiny_chart_watch_feed (bare, NULL, 1, 1, &error));
  assert_string_equal (error->message,
                       "Watch: there is no chart; make one from a chart or a state");
  g_autoptr (GBytes) state_of_none = scrutiny_chart_watch_dup_state (bare);
  assert_null (scrutiny_chart_watch_new_from_state (state_of_none, NULL));
}

#define N_PLAIN 8

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (setups) + N_PLAIN] = {
    cmocka_unit_test (says_of_runs_what_the_chart_so_far_says),
    cmocka_unit_test (refuses_a_point),
    cmocka_unit_test (knows_gaps_by_their_period),
    cmocka_unit_test (needs_lines_that_rest_on_something),
    cmocka_unit_test (survives_any_state),
    cmocka_unit_test (takes_up_rules_of_any_length),
    cmocka_unit_test (can_be_saved_after_any_point),
    cmocka_unit_test (is_valid_when_bare),
  };

  add_rows (tests + N_PLAIN, is_the_chart_of_all_points, setups, G_N_ELEMENTS (setups),
            sizeof *setups);

  return cmocka_run_group_tests_name ("trend/chart-watch", tests, NULL, NULL);
}
