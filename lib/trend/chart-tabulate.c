/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>
#include <scrutiny/panel.h>

#include "trend/chart-making.h"
#include "trend/chart-options-private.h"
#include "trend/false-alarm.h"
#include "trend/panel-tabulate.h"

#include <math.h>

/* How all of them are drawn, and what was worked out for one that serves others. */
typedef struct {
  ScrutinyChartOptions *options;
  FalseAlarmMemory *memory;
} ChartHow;

/* What a chart is, but for being an object, and the chance of a signal by chance. */
typedef struct {
  ChartMaking making;
  double false_alarm;
} ChartRow;

static void
chart_row_free (gpointer data)
{
  ChartRow *self = data;

  chart_making_clear (&self->making);
  g_free (self);
}

static gpointer
chart_row_new (ScrutinySeries *series, gpointer data, GError **error)
{
  const ChartHow *how = data;
  ChartRow *self = g_new (ChartRow, 1);
  const ChartMaking *making = &self->making;

  if (!chart_making_init (&self->making, series, NULL, how->options, error)) {
    chart_row_free (self);
    return NULL;
  }
  self->false_alarm = making->cannot_tell
                          ? NAN
                          : false_alarm_of_chart (&making->drawing, &making->lines, making->sets,
                                                  making->n_sets, how->memory, NULL);

  return self;
}

static const char *
cannot_tell_of (ChartRow *self)
{
  return self->making.cannot_tell;
}

static const char *
kind_of (ChartRow *self)
{
  return scrutiny_chart_kind_get_name (self->making.drawing.kind);
}

static double
count_signals (ChartRow *self, ScrutinyDirection direction)
{
  guint n = 0;

  for (guint k = 0; k < self->making.signals->len; k++)
    n += scrutiny_signal_get_direction (self->making.signals->pdata[k]) == direction;

  return n;
}

static double
n_signals_of (ChartRow *self)
{
  return self->making.signals->len;
}

static double
n_up_of (ChartRow *self)
{
  return count_signals (self, SCRUTINY_DIRECTION_UP);
}

static double
n_down_of (ChartRow *self)
{
  return count_signals (self, SCRUTINY_DIRECTION_DOWN);
}

static const char *
first_signal_of (ChartRow *self)
{
  const GPtrArray *signals = self->making.signals;

  return signals->len > 0 ? scrutiny_signal_get_first (signals->pdata[0]) : NULL;
}

/* The one that reaches furthest; signals come by where they start. */
static const char *
last_signal_of (ChartRow *self)
{
  const GPtrArray *signals = self->making.signals;
  const char *latest = NULL;
  guint furthest = 0;

  for (guint k = 0; k < signals->len; k++) {
    gsize n;
    const guint *points = scrutiny_signal_get_points (signals->pdata[k], &n);

    if (latest && points[n - 1] <= furthest)
      continue;
    furthest = points[n - 1];
    latest = scrutiny_signal_get_last (signals->pdata[k]);
  }

  return latest;
}

/* wheeler/beyond-limits/up/2024-04..2024-06 */
static char *
dup_signals (ChartRow *self)
{
  const GPtrArray *signals = self->making.signals;
  GString *said;

  if (signals->len == 0)
    return NULL;
  said = g_string_new (NULL);
  for (guint k = 0; k < signals->len; k++) {
    ScrutinySignal *signal = signals->pdata[k];

    g_string_append_printf (said, "%s%s/%s/%s/%s..%s", k ? "; " : "",
                            scrutiny_signal_get_rule_set (signal),
                            scrutiny_signal_get_rule (signal),
                            scrutiny_direction_get_name (scrutiny_signal_get_direction (signal)),
                            scrutiny_signal_get_first (signal), scrutiny_signal_get_last (signal));
  }

  return g_string_free (said, FALSE);
}

/* Of the last phase, the one in force. */
static const KernelRuns *
get_runs (ChartRow *self)
{
  static const KernelRuns none = { 0, 0, 0, 0 };
  const GArray *estimates = self->making.lines.estimates;

  return estimates->len ? &g_array_index (estimates, ChartEstimate, estimates->len - 1).runs
                        : &none;
}

static double
useful_of (ChartRow *self)
{
  return (double) get_runs (self)->useful;
}

static double
longest_of (ChartRow *self)
{
  return (double) get_runs (self)->longest;
}

static double
longest_max_of (ChartRow *self)
{
  return (double) kernel_longest_run_limit (get_runs (self)->useful);
}

static double
crossings_of (ChartRow *self)
{
  return (double) get_runs (self)->crossings;
}

static double
crossings_min_of (ChartRow *self)
{
  return (double) kernel_crossings_limit (get_runs (self)->chances);
}

/* A line at the last point. */
static double
end_of_line (ChartRow *self, const double *line)
{
  const ChartLines *lines = &self->making.lines;

  return lines->n > 0 ? chart_lines_show (lines, line[lines->n - 1]) : NAN;
}

static double
centre_of (ChartRow *self)
{
  return end_of_line (self, self->making.lines.centre);
}

static double
lower_of (ChartRow *self)
{
  return end_of_line (self, self->making.lines.lower);
}

static double
upper_of (ChartRow *self)
{
  return end_of_line (self, self->making.lines.upper);
}

static double
is_flagged (ChartRow *self)
{
  return self->making.signals->len > 0;
}

static double
false_alarm_of (ChartRow *self)
{
  return self->false_alarm;
}

static const PanelColumn columns[] = {
  PANEL_LENT ("kind", kind_of),
  PANEL_NUMBER ("n_signals", n_signals_of),
  PANEL_NUMBER ("n_up", n_up_of),
  PANEL_NUMBER ("n_down", n_down_of),
  PANEL_LENT ("first_signal", first_signal_of),
  PANEL_LENT ("last_signal", last_signal_of),
  PANEL_MADE ("signals", dup_signals),
  PANEL_NUMBER ("useful", useful_of),
  PANEL_NUMBER ("longest", longest_of),
  PANEL_NUMBER ("longest_max", longest_max_of),
  PANEL_NUMBER ("crossings", crossings_of),
  PANEL_NUMBER ("crossings_min", crossings_min_of),
  PANEL_NUMBER ("centre", centre_of),
  PANEL_NUMBER ("lower", lower_of),
  PANEL_NUMBER ("upper", upper_of),
  PANEL_END,
};

static const PanelAnalysis analysis = {
  chart_row_new, chart_row_free,           (PanelLent) cannot_tell_of,
  columns,       (PanelNumber) is_flagged, (PanelNumber) false_alarm_of,
  NULL,
};

/**
 * scrutiny_chart_tabulate:
 * @panel: many series
 * @options: (nullable): how to draw them, or `NULL` to leave every choice to the library
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Draws a chart of each of many series, on as many threads as [property@Panel:threads]
 * says. The result is the same for any number.
 *
 * There is one row a series, in their order. The columns are the keys; `status`, which is
 * `done`, `cannot-tell` or `refused`, and `reason`; `n_values`, `first` and `last`; then
 * what [ctor@Chart.new] would say of the series: its `kind`; `n_signals`, and of them `n_up` and
 * `n_down`; `first_signal` and `last_signal`, where the first of them starts and the latest of them
 * ends; `signals`, each as set, rule, direction and periods, with semicolons between; of the
 * last phase `useful`, `longest`, `longest_max`, `crossings` and `crossings_min`; `centre`,
 * `lower` and `upper` at the last point; `flagged`, 1 where there is a signal, and
 * `false_alarm`, see [method@Chart.get_false_alarm]. What there is to say of a chart follows
 * from its signals; see [iface@Result] of the single chart.
 * A series that is refused does not fail the others.
 *
 * Returns: (transfer full): the table, or `NULL` with @error set if it was stopped, or a key
 *   has the name of one of the columns
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_chart_tabulate (ScrutinyPanel *panel,
                         ScrutinyChartOptions *options,
                         ScrutinyProgress *progress,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (panel), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_CHART_OPTIONS (options), NULL);
  g_return_val_if_fail (progress == NULL || SCRUTINY_IS_PROGRESS (progress), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (FalseAlarmMemory) memory = false_alarm_memory_new ();
  g_autoptr (ScrutinyChartOptions) own = chart_options_copy (options);
  ChartHow how = { own, memory };

  return panel_tabulate (panel, &analysis, &how, progress, cancellable, error);
}
