/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/panel.h>
#include <scrutiny/trend.h>

#include "trend/panel-run.h"

#include <math.h>

/* What is kept of one series. */
typedef struct {
  const char *status;
  char *reason;
  char *first, *last, *since, *earliest, *latest, *ids;
  const char *direction;
  double n_values, n_shifts, before, after, change, change_low, change_high;
  double slope, slope_low, slope_high, smallest_noticeable, season_strength, dependence,
      dependence_low, dependence_high;
} Row;

typedef struct {
  ScrutinyPanel *panel;
  ScrutinyTrendOptions *options;
  Row *rows;
} Job;

static char *
dup_ids (ScrutinyResult *result)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);
  GString *ids = g_string_new (NULL);

  for (guint k = 0; k < findings->len; k++)
    g_string_append_printf (ids, "%s%s", k ? " " : "",
                            scrutiny_finding_get_id (findings->pdata[k]));

  return g_string_free (ids, FALSE);
}

/* The last shift, as it is told. */
static void
fill_shift (Row *row, ScrutinyTrend *trend)
{
  ScrutinyShifts *shifts = scrutiny_trend_get_shifts (trend);
  g_autoptr (GPtrArray) all = shifts ? scrutiny_shifts_dup_all (shifts) : NULL;

  if (!shifts)
    return;
  row->smallest_noticeable = scrutiny_shifts_get_smallest_noticeable (shifts);
  row->n_shifts = scrutiny_trend_has_shifts (trend) ? all->len : 0;
  if (!(row->n_shifts > 0))
    return;

  ScrutinyShift *last = all->pdata[all->len - 1];
  row->earliest = g_strdup (scrutiny_shift_get_earliest (last));
  row->latest = g_strdup (scrutiny_shift_get_latest (last));
  row->before = scrutiny_shift_get_before (last);
  row->after = scrutiny_shift_get_after (last);
  row->change = scrutiny_shift_get_change (last);
  row->change_low = scrutiny_shift_get_change_low (last);
  row->change_high = scrutiny_shift_get_change_high (last);
}

static void
fill (Row *row, ScrutinyTrend *trend)
{
  const char *cannot_tell = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (trend));

  row->status = cannot_tell ? "cannot-tell" : "done";
  row->reason = g_strdup (cannot_tell ? cannot_tell : "");
  row->direction = scrutiny_direction_get_name (scrutiny_trend_get_direction (trend));
  row->since = g_strdup (scrutiny_trend_get_since (trend));
  row->slope = scrutiny_trend_get_slope (trend);
  row->slope_low = scrutiny_trend_get_slope_low (trend);
  row->slope_high = scrutiny_trend_get_slope_high (trend);
  row->season_strength = scrutiny_trend_get_season_strength (trend);
  row->dependence = scrutiny_trend_get_dependence (trend);
  row->dependence_low = scrutiny_trend_get_dependence_low (trend);
  row->dependence_high = scrutiny_trend_get_dependence_high (trend);
  row->ids = dup_ids (SCRUTINY_RESULT (trend));
  fill_shift (row, trend);
}

static void
fill_size (Row *row, ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const gsize n = scrutiny_series_get_n_values (series);

  row->n_values = (double) n;
  if (n == 0)
    return;
  row->first = scrutiny_timeline_dup_text (timeline, 0);
  row->last = scrutiny_timeline_dup_text (timeline, n - 1);
}

static void
read_one (guint i, gpointer data)
{
  const Job *job = data;
  Row *row = &job->rows[i];
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySeries) series = scrutiny_panel_dup_series (job->panel, i, &error);
  g_autoptr (ScrutinyTrend) trend =
      series ? scrutiny_trend_new (series, job->options, &error) : NULL;

  row->season_strength = row->dependence = row->dependence_low = row->dependence_high = NAN;
  row->n_values = row->n_shifts = row->smallest_noticeable = NAN;
  row->slope = row->slope_low = row->slope_high = NAN;
  row->before = row->after = row->change = row->change_low = row->change_high = NAN;
  row->direction = "none";
  if (series)
    fill_size (row, series);
  if (trend) {
    fill (row, trend);
    return;
  }
  row->status = "refused";
  row->reason = g_strdup (error->message);
}

static void
add_numbers (ScrutinyTable **table, const char *name, const Row *rows, guint n, gsize offset)
{
  g_autoptr (ScrutinyTable) before = *table;
  g_autofree double *numbers = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    numbers[i] = *(const double *) ((const char *) &rows[i] + offset);

  g_autoptr (GBytes) bytes = g_bytes_new (numbers, n * sizeof *numbers);
  *table = scrutiny_table_copy_with_doubles (before, name, bytes, NULL);
}

static void
add_texts (ScrutinyTable **table, const char *name, const Row *rows, guint n, gsize offset)
{
  g_autoptr (ScrutinyTable) before = *table;
  g_autofree const char **texts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++) {
    const char *text = *(const char *const *) ((const char *) &rows[i] + offset);
    texts[i] = text ? text : "";
  }
  *table = scrutiny_table_copy_with_texts (before, name, texts, NULL);
}

static void
add_key (ScrutinyTable **table, ScrutinyPanel *panel, guint k, guint n)
{
  g_autoptr (ScrutinyTable) before = *table;
  g_auto (GStrv) texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++) {
    g_auto (GStrv) key = scrutiny_panel_dup_key (panel, i);
    texts[i] = g_strdup (key[k]);
  }
  *table = scrutiny_table_copy_with_texts (before, scrutiny_panel_get_names (panel)[k],
                                           (const char *const *) texts, NULL);
}

static ScrutinyTable *
make_table (ScrutinyPanel *panel, const Row *rows, guint n)
{
  ScrutinyTable *table = scrutiny_table_new ();
  const char *const *names = scrutiny_panel_get_names (panel);

  for (guint k = 0; names[k]; k++)
    add_key (&table, panel, k, n);
#define TEXTS(member) add_texts (&table, #member, rows, n, G_STRUCT_OFFSET (Row, member))
#define NUMBERS(member) add_numbers (&table, #member, rows, n, G_STRUCT_OFFSET (Row, member))
  TEXTS (status);
  TEXTS (reason);
  NUMBERS (n_values);
  TEXTS (first);
  TEXTS (last);
  TEXTS (direction);
  TEXTS (since);
  TEXTS (earliest);
  TEXTS (latest);
  NUMBERS (n_shifts);
  NUMBERS (before);
  NUMBERS (after);
  NUMBERS (change);
  NUMBERS (change_low);
  NUMBERS (change_high);
  NUMBERS (smallest_noticeable);
  NUMBERS (slope);
  NUMBERS (slope_low);
  NUMBERS (slope_high);
  NUMBERS (season_strength);
  NUMBERS (dependence);
  NUMBERS (dependence_low);
  NUMBERS (dependence_high);
#undef TEXTS
#undef NUMBERS
  add_texts (&table, "findings", rows, n, G_STRUCT_OFFSET (Row, ids));

  return table;
}

static void
free_rows (Row *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_free (rows[i].reason);
    g_free (rows[i].first);
    g_free (rows[i].last);
    g_free (rows[i].since);
    g_free (rows[i].earliest);
    g_free (rows[i].latest);
    g_free (rows[i].ids);
  }
  g_free (rows);
}

/**
 * scrutiny_trend_tabulate:
 * @panel: many series
 * @options: (nullable): how to read them, or `NULL` to leave every choice to the library
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Reads what happened in each of many series, on as many threads as the options say. The
 * result is the same for any number.
 *
 * There is one row a series, in their order. The columns are the keys; `status`, which is
 * `done`, `cannot-tell` or `refused`, and `reason`; `n_values`, `first` and `last`; then
 * what [ctor@Trend.new] would say of the series: `direction`, `since`; of its last shift
 * `earliest`, `latest`, `n_shifts` there are, `before`, `after`, `change`, `change_low` and
 * `change_high`; `smallest_noticeable`, `slope`, `slope_low`, `slope_high`, `season_strength`,
 * `dependence`, `dependence_low`, `dependence_high`, and `findings`, their ids with blanks between.
 * A series that is refused does not fail the others.
 *
 * Returns: (transfer full): the table, or `NULL` with @error set if it was stopped
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_trend_tabulate (ScrutinyPanel *panel,
                         ScrutinyTrendOptions *options,
                         ScrutinyProgress *progress,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (panel), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_TREND_OPTIONS (options), NULL);
  g_return_val_if_fail (progress == NULL || SCRUTINY_IS_PROGRESS (progress), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  const guint n = scrutiny_panel_get_n_series (panel);
  const guint n_threads = options ? scrutiny_trend_options_get_threads (options) : 0;
  Job job = { panel, options, g_new0 (Row, n + 1) };
  ScrutinyTable *table = NULL;

  if (panel_run (n, n_threads, read_one, &job, "series", progress, cancellable, error))
    table = make_table (panel, job.rows, n);
  free_rows (job.rows, n);

  return table;
}
