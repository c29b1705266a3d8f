/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/panel-tabulate.h"

#include <scrutiny/chart.h>
#include <scrutiny/error.h>
#include <scrutiny/shifts.h>
#include <scrutiny/slope.h>
#include <scrutiny/trend.h>

#include "support/many-series.h"
#include "support/rows.h"

static ScrutinyTable *
tabulate_charts (ScrutinyPanel *panel,
                 ScrutinyProgress *progress,
                 GCancellable *cancellable,
                 GError **error)
{
  return scrutiny_chart_tabulate (panel, NULL, progress, cancellable, error);
}

static ScrutinyTable *
tabulate_shifts (ScrutinyPanel *panel,
                 ScrutinyProgress *progress,
                 GCancellable *cancellable,
                 GError **error)
{
  return scrutiny_shifts_tabulate (panel, NULL, progress, cancellable, error);
}

static ScrutinyTable *
tabulate_slopes (ScrutinyPanel *panel,
                 ScrutinyProgress *progress,
                 GCancellable *cancellable,
                 GError **error)
{
  return scrutiny_slope_tabulate (panel, NULL, progress, cancellable, error);
}

static ScrutinyTable *
tabulate_trends (ScrutinyPanel *panel,
                 ScrutinyProgress *progress,
                 GCancellable *cancellable,
                 GError **error)
{
  return scrutiny_trend_tabulate (panel, NULL, progress, cancellable, error);
}

static const struct asked {
  const char *label;
  ScrutinyTable *(*tabulate) (ScrutinyPanel *, ScrutinyProgress *, GCancellable *, GError **);
  PanelMake make;
  const char *last_column;
} asked[] = {
  { "chart", tabulate_charts, (PanelMake) scrutiny_chart_new, "false_alarm" },
  { "shifts", tabulate_shifts, (PanelMake) scrutiny_shifts_new, "false_alarm" },
  { "slope", tabulate_slopes, (PanelMake) scrutiny_slope_new, "discovery" },
  { "trend", tabulate_trends, (PanelMake) scrutiny_trend_new, "false_alarm" },
};

/* --- A row is the single result --------------------------------------------------------- */

static void
same_text (ScrutinyTable *table, const char *name, guint i, const char *want)
{
  assert_string_equal (scrutiny_table_get_texts (table, name)[i], want ? want : "");
}

/* To the bit: NaN too. */
static void
same_number (ScrutinyTable *table, const char *name, guint i, double want)
{
  assert_memory_equal (&scrutiny_table_get_doubles (table, name, NULL)[i], &want, sizeof want);
}

/* A property of the result under the column's name. */
static void
same_property (ScrutinyTable *table, const char *name, guint i, gpointer result)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *property = g_strdelimit (g_strdup (name), "_", '-');
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (result), property);

  g_value_init (&value, pspec->value_type);
  g_object_get_property (result, property, &value);
  if (G_VALUE_HOLDS_STRING (&value))
    same_text (table, name, i, g_value_get_string (&value));
  else if (G_VALUE_HOLDS_UINT (&value))
    same_number (table, name, i, g_value_get_uint (&value));
  else
    same_number (table, name, i, g_value_get_double (&value));
}

static void
same_chart (ScrutinyTable *table, guint i, gpointer chart)
{
  static const char *const runs[] = { "useful",    "longest",       "longest_max",
                                      "crossings", "crossings_min", NULL };
  static const char *const lines[] = { "centre", "lower", "upper", NULL };
  ScrutinyTable *points = scrutiny_chart_get_points (chart);
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  guint n_up = 0, n_down = 0;

  for (guint k = 0; runs[k]; k++) {
    gint64 n = -1;
    assert_true (g_variant_lookup (scrutiny_chart_get_runs (chart), runs[k], "x", &n));
    same_number (table, runs[k], i, (double) n);
  }
  for (guint k = 0; lines[k]; k++) {
    gsize n;
    const double *line = scrutiny_table_get_doubles (points, lines[k], &n);
    same_number (table, lines[k], i, line[n - 1]);
  }
  for (guint k = 0; k < signals->len; k++) {
    const ScrutinyDirection direction = scrutiny_signal_get_direction (signals->pdata[k]);
    n_up += direction == SCRUTINY_DIRECTION_UP;
    n_down += direction == SCRUTINY_DIRECTION_DOWN;
  }
  same_number (table, "n_signals", i, signals->len);
  same_number (table, "n_up", i, n_up);
  same_number (table, "n_down", i, n_down);
  same_text (table, "kind", i, scrutiny_chart_kind_get_name (scrutiny_chart_get_kind (chart)));
  same_text (table, "first_signal", i,
             signals->len ? scrutiny_signal_get_first (signals->pdata[0]) : NULL);
  if (scrutiny_result_get_cannot_tell (chart))
    return;
  same_number (table, "flagged", i, signals->len > 0);
  same_number (table, "false_alarm", i, scrutiny_chart_get_false_alarm (chart));
}

static void
same_findings (ScrutinyTable *table, guint i, gpointer result)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint k = 0; k < findings->len; k++)
    g_string_append_printf (ids, "%s%s", k ? " " : "",
                            scrutiny_finding_get_id (findings->pdata[k]));
  same_text (table, "findings", i, ids->str);
}

static void
same_shifts (ScrutinyTable *table, guint i, gpointer shifts)
{
  static const char *const of_last[] = { "at",    "earliest", "latest",     "kind",       "before",
                                         "after", "change",   "change_low", "change_high" };
  g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (shifts);

  same_property (table, "n_shifts", i, shifts);
  same_property (table, "smallest_noticeable", i, shifts);
  same_property (table, "chance", i, shifts);
  same_property (table, "spread", i, shifts);
  same_findings (table, i, shifts);
  for (guint k = 0; k < G_N_ELEMENTS (of_last); k++) {
    if (all->len > 0)
      same_property (table, of_last[k], i, all->pdata[all->len - 1]);
    else if (k < 4)
      same_text (table, of_last[k], i, "");
    else
      assert_true (isnan (scrutiny_table_get_doubles (table, of_last[k], NULL)[i]));
  }
}

static void
same_slope (ScrutinyTable *table, guint i, gpointer slope)
{
  static const char *const names[] = { "test",  "score", "p",    "p_dependent", "tau",
                                       "slope", "low",   "high", "dependence" };

  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    same_property (table, names[k], i, slope);
  same_text (table, "direction", i,
             scrutiny_direction_get_name (scrutiny_slope_get_direction (slope)));
  same_findings (table, i, slope);
  if (scrutiny_result_get_cannot_tell (slope))
    return;
  same_number (table, "flagged", i, scrutiny_slope_get_direction (slope) != 0);
  assert_near (scrutiny_table_get_doubles (table, "false_alarm", NULL)[i], .05, 1e-15);
}

static void
same_row (const struct asked *how, ScrutinyTable *table, guint i, gpointer result)
{
  const char *cannot_tell = scrutiny_result_get_cannot_tell (result);

  same_text (table, "status", i, cannot_tell ? "cannot-tell" : "done");
  same_text (table, "reason", i, cannot_tell);
  assert_true (!cannot_tell == !isnan (scrutiny_table_get_doubles (table, "flagged", NULL)[i]));
  if (SCRUTINY_IS_CHART (result))
    same_chart (table, i, result);
  else if (SCRUTINY_IS_SHIFTS (result))
    same_shifts (table, i, result);
  else if (SCRUTINY_IS_SLOPE (result))
    same_slope (table, i, result);
  assert_true (scrutiny_table_has_column (table, how->last_column));
}

/* Fewer where each step costs fifty. */
static guint
n_of (guint n)
{
  return g_getenv ("SCRUTINY_QUICK") ? n / 4 : n;
}

static void
is_the_single_result_row_by_row (const struct asked *how, ScrutinyPanel *panel)
{
  g_autoptr (ScrutinyTable) table = how->tabulate (panel, NULL, NULL, NULL);
  guint n_refused = 0, n_flagged = 0;

  for (guint i = 0; i < n_of (120); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinySeries) series = scrutiny_panel_dup_series (panel, i, &error);
    g_autoptr (GObject) result = series ? how->make (series, NULL, &error) : NULL;

    if (result) {
      same_row (how, table, i, result);
      n_flagged += scrutiny_table_get_doubles (table, "flagged", NULL)[i] == 1;
      continue;
    }
    same_text (table, "status", i, "refused");
    same_text (table, "reason", i, error->message);
    assert_true (isnan (scrutiny_table_get_doubles (table, "flagged", NULL)[i]));
    n_refused++;
  }
  assert_true (n_flagged > 0);
  assert_true (n_refused < n_of (120) / 4);
}

static void
is_the_single_result_of_ratios (void **state)
{
  g_autoptr (ScrutinyPanel) panel = panel_of_many (n_of (120));

  is_the_single_result_row_by_row (*state, panel);
}

static void
is_the_single_result_of_values (void **state)
{
  g_autoptr (ScrutinyPanel) panel = panel_of_values (n_of (120));

  is_the_single_result_row_by_row (*state, panel);
}

/* --- The way there ------------------------------------------------------------------------ */

static void
gives_the_same_bytes_on_any_number_of_threads (void **state)
{
  const struct asked *how = *state;
  g_autoptr (ScrutinyPanel) panel = panel_of_many (n_of (300));
  g_autoptr (ScrutinyTable) first = NULL;

  for (guint threads = 1; threads <= 8; threads *= 2) {
    g_autoptr (ScrutinyPanel) threaded = scrutiny_panel_copy_with_threads (panel, threads);
    g_autoptr (ScrutinyTable) table = how->tabulate (threaded, NULL, NULL, NULL);

    assert_int_equal (scrutiny_table_get_n_rows (table), n_of (300));
    if (first)
      assert_same_table (first, table);
    else
      first = g_steal_pointer (&table);
  }
}

static void
stops_when_asked (void **state)
{
  const struct asked *how = *state;
  g_autoptr (ScrutinyPanel) panel = panel_of_many (40);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  assert_null (how->tabulate (panel, NULL, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

static void
count_in_context (ScrutinyProgress *progress, GParamSpec *pspec, gpointer user_data)
{
  (void) progress;
  (void) pspec;
  assert_ptr_equal (g_thread_self (), *(GThread **) user_data);
  ((GThread **) user_data)[1] = g_thread_self ();
}

static void
reports_in_the_context_of_the_caller (void **state)
{
  const struct asked *how = *state;
  GThread *threads[2] = { g_thread_self (), NULL };
  g_autoptr (ScrutinyPanel) panel = panel_of_many (40);
  g_autoptr (ScrutinyProgress) progress = scrutiny_progress_new ();

  g_signal_connect (progress, "notify::fraction", G_CALLBACK (count_in_context), threads);
  g_autoptr (ScrutinyTable) table = how->tabulate (panel, progress, NULL, NULL);
  assert_non_null (table);
  assert_true (scrutiny_progress_get_fraction (progress) > .5);
  assert_null (threads[1]);
  while (!threads[1])
    g_main_context_iteration (NULL, TRUE);
}

static void
has_all_columns_of_nothing (void **state)
{
  static const char *const nothing[] = { NULL };
  const struct asked *how = *state;
  g_autoptr (ScrutinyTable) made = add_texts (scrutiny_table_new (), "area", nothing);
  made = add_texts (g_steal_pointer (&made), "month", nothing);
  made = add_numbers (g_steal_pointer (&made), "value", (double[]){ 0 }, 0);
  g_autoptr (ScrutinyPanel) empty = scrutiny_panel_new (made, key_names, "month", "value", NULL);
  g_autoptr (ScrutinyTable) table = how->tabulate (empty, NULL, NULL, NULL);

  assert_int_equal (scrutiny_table_get_n_rows (table), 0);
  assert_true (scrutiny_table_has_column (table, "area"));
  assert_true (scrutiny_table_has_column (table, how->last_column));
}

/* Series of which little or nothing can be told: none of them stops the others. */
static void
survives_hard_series (void **state)
{
  const struct asked *how = *state;
  static const char *const areas[] = { "all missing", "all missing", "infinite", "infinite",
                                       "one point",   "two",         "two",      NULL };
  static const char *const months[] = { "2024-01", "2024-02", "2024-01", "2024-02",
                                        "2024-01", "2024-01", "2024-02", NULL };
  static const double values[] = { NAN, NAN, 1, INFINITY, 3, 4, 5 };
  g_autoptr (ScrutinyTable) made = add_texts (scrutiny_table_new (), "area", areas);
  made = add_texts (g_steal_pointer (&made), "month", months);
  made = add_numbers (g_steal_pointer (&made), "value", values, 7);
  g_autoptr (ScrutinyPanel) panel = scrutiny_panel_new (made, key_names, "month", "value", NULL);
  g_autoptr (ScrutinyTable) table = how->tabulate (panel, NULL, NULL, NULL);
  static const char *const status[] = { "cannot-tell", "refused", "cannot-tell", "cannot-tell" };

  for (guint i = 0; i < 4; i++) {
    same_text (table, "status", i, status[i]);
    assert_true (scrutiny_table_get_texts (table, "reason")[i][0]);
  }
}

static void
refuses_a_key_it_would_hide (void **state)
{
  static const char *const names[] = { "status", NULL };
  const struct asked *how = *state;
  g_autoptr (ScrutinyTable) made = many (2);
  gsize n = scrutiny_table_get_n_rows (made);
  made = add_texts (g_steal_pointer (&made), "status", scrutiny_table_get_texts (made, "area"));
  g_autoptr (ScrutinyPanel) panel = scrutiny_panel_new (made, names, "month", "met", NULL);
  g_autoptr (GError) error = NULL;

  assert_int_equal (n, 80);
  assert_null (how->tabulate (panel, NULL, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_MISMATCH));
  assert_string_equal (error->message, "Panel: a key is called “status”, and so is a column of the "
                                       "result; give the key another name");
}

int
main (void)
{
  static const struct {
    CMUnitTestFunction run;
    const char *name;
  } each[] = {
    { is_the_single_result_of_ratios, "is the single result of ratios" },
    { is_the_single_result_of_values, "is the single result of values" },
    { gives_the_same_bytes_on_any_number_of_threads, "gives the same bytes on any threads" },
    { stops_when_asked, "stops when asked" },
    { reports_in_the_context_of_the_caller, "reports in the context of the caller" },
    { has_all_columns_of_nothing, "has all columns of nothing" },
    { survives_hard_series, "survives hard series" },
    { refuses_a_key_it_would_hide, "refuses a key it would hide" },
  };
  struct CMUnitTest tests[G_N_ELEMENTS (each) * G_N_ELEMENTS (asked)];
  char *names[G_N_ELEMENTS (tests)];
  size_t n = 0;

  for (guint k = 0; k < G_N_ELEMENTS (asked); k++) {
    for (guint t = 0; t < G_N_ELEMENTS (each); t++, n++) {
      names[n] = g_strdup_printf ("%s: %s", asked[k].label, each[t].name);
      tests[n] = (struct CMUnitTest){ .name = names[n],
                                      .test_func = each[t].run,
                                      .initial_state = (void *) &asked[k] };
    }
  }

  const int failed = cmocka_run_group_tests_name ("trend/panel-tabulate", tests, NULL, NULL);
  for (size_t k = 0; k < n; k++)
    g_free (names[k]);

  return failed;
}
