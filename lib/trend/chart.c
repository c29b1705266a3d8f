/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>
#include <scrutiny/enums.h>

#include "base/finding-list.h"
#include "base/result-private.h"
#include "trend/chart-json.h"
#include "trend/chart-making.h"
#include "trend/chart-method.h"
#include "trend/chart-options-private.h"
#include "trend/chart-private.h"
#include "trend/chart-sentences.h"
#include "trend/chart-tables.h"
#include "trend/false-alarm.h"

#include <math.h>

/**
 * ScrutinyChart:
 *
 * A series with the lines that ordinary movement stays within, and the points that
 * a rule picks out.
 *
 * The chart states facts: where points lie, in which direction, since when. It does
 * not know which direction anybody wants.
 *
 * A line never reaches across a gap in the calendar, a missing value or an excluded
 * point. What stands out is looked for in each phase on its own. A phase whose lines
 * rest on fewer than 8 values is drawn, but nothing is picked out in it.
 *
 * Since: 0.1
 */
struct _ScrutinyChart {
  GObject parent_instance;

  ChartMaking making;
  gboolean is_bare; /* nothing was drawn, for no reason */

  /* Made when first asked for. */
  gsize reason_once;
  gsize runs_once;
  gsize points_once;
  gsize findings_once;
  GPtrArray *findings; /* of ScrutinyFinding, made when they are asked for */
  gsize phases_once;
  gsize method_once;
  char *reason;
  GVariant *runs;
  ScrutinyTable *points;
  ScrutinyTable *phases;
  ScrutinyMethod *method;
};

static void scrutiny_chart_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyChart,
                               scrutiny_chart,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_chart_result_init))

enum {
  PROP_SERIES = 1,
  PROP_KIND,
  PROP_REASON,
  PROP_POINTS,
  PROP_PHASES,
  PROP_RUNS,
  PROP_FALSE_ALARM,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_chart_finalize (GObject *object)
{
  ScrutinyChart *self = SCRUTINY_CHART (object);

  chart_making_clear (&self->making);
  g_free (self->reason);
  g_clear_pointer (&self->runs, g_variant_unref);
  g_clear_object (&self->points);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->phases);
  g_clear_object (&self->method);

  G_OBJECT_CLASS (scrutiny_chart_parent_class)->finalize (object);
}

static void
scrutiny_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyChart *self = SCRUTINY_CHART (object);

  switch (id) {
  case PROP_SERIES:
    g_value_set_object (value, self->making.series);
    break;
  case PROP_KIND:
    g_value_set_enum (value, (int) self->making.drawing.kind);
    break;
  case PROP_REASON:
    g_value_set_string (value, scrutiny_chart_get_reason (self));
    break;
  case PROP_POINTS:
    g_value_set_object (value, scrutiny_chart_get_points (self));
    break;
  case PROP_PHASES:
    g_value_set_object (value, scrutiny_chart_get_phases (self));
    break;
  case PROP_RUNS:
    g_value_set_variant (value, scrutiny_chart_get_runs (self));
    break;
  case PROP_FALSE_ALARM:
    g_value_set_double (value, scrutiny_chart_get_false_alarm (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_what_was_drawn (GParamFlags flags)
{
  /**
   * ScrutinyChart:series: (getter get_series)
   *
   * The series that was drawn.
   *
   * Since: 0.1
   */
  props[PROP_SERIES] = g_param_spec_object ("series", NULL, NULL, SCRUTINY_TYPE_SERIES, flags);

  /**
   * ScrutinyChart:kind: (getter get_kind)
   *
   * The kind of chart that was drawn.
   *
   * Since: 0.1
   */
  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, SCRUTINY_TYPE_CHART_KIND,
                                        SCRUTINY_CHART_KIND_RUN, flags);

  /**
   * ScrutinyChart:reason: (getter get_reason)
   *
   * Why that kind was drawn.
   *
   * Since: 0.1
   */
  props[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, "", flags);
}

static void
define_what_came_out (GParamFlags flags)
{
  /**
   * ScrutinyChart:points: (getter get_points)
   *
   * The points and the lines through them.
   *
   * Since: 0.1
   */
  props[PROP_POINTS] = g_param_spec_object ("points", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);

  /**
   * ScrutinyChart:phases: (getter get_phases)
   *
   * The phases and what was found of each.
   *
   * Since: 0.1
   */
  props[PROP_PHASES] = g_param_spec_object ("phases", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);

  /**
   * ScrutinyChart:runs: (getter get_runs)
   *
   * Runs and crossings about the centre, in the last phase.
   *
   * Since: 0.1
   */
  props[PROP_RUNS] = g_param_spec_variant ("runs", NULL, NULL, G_VARIANT_TYPE_VARDICT, NULL, flags);

  /**
   * ScrutinyChart:false-alarm: (getter get_false_alarm)
   *
   * Chance that nothing but chance would give a signal; NaN where it is not known.
   *
   * Since: 0.1
   */
  props[PROP_FALSE_ALARM] =
      g_param_spec_double ("false-alarm", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
scrutiny_chart_class_init (ScrutinyChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_chart_finalize;
  object_class->get_property = scrutiny_chart_get_property;

  define_what_was_drawn (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  define_what_came_out (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/* Of the last stretch, the one in force. */
static GVariant *
make_runs (const ChartLines *lines)
{
  const KernelRuns none = { 0, 0, 0, 0 };
  const KernelRuns *runs =
      lines->estimates->len
          ? &g_array_index (lines->estimates, ChartEstimate, lines->estimates->len - 1).runs
          : &none;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "useful", "x", (gint64) runs->useful);
  g_variant_dict_insert (&dict, "longest", "x", (gint64) runs->longest);
  g_variant_dict_insert (&dict, "longest_max", "x",
                         (gint64) kernel_longest_run_limit (runs->useful));
  g_variant_dict_insert (&dict, "crossings", "x", (gint64) runs->crossings);
  g_variant_dict_insert (&dict, "crossings_min", "x",
                         (gint64) kernel_crossings_limit (runs->chances));

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static void
scrutiny_chart_init (ScrutinyChart *self)
{
  chart_making_init_bare (&self->making);
  self->is_bare = TRUE;
}

DrawnChart
chart_lend (ScrutinyChart *self)
{
  return chart_making_lend (&self->making, scrutiny_chart_get_reason (self));
}

static ScrutinyChart *
chart_new (ScrutinySeries *series,
           ScrutinySubgroups *subgroups,
           ScrutinyChartOptions *options,
           GError **error)
{
  g_autoptr (ScrutinyChart) self = g_object_new (SCRUTINY_TYPE_CHART, NULL);
  g_autoptr (ScrutinyChartOptions) own = chart_options_copy (options);

  chart_making_clear (&self->making);
  if (!chart_making_init (&self->making, series, subgroups, own, error))
    return NULL;
  self->is_bare = FALSE;

  return g_steal_pointer (&self);
}

/**
 * scrutiny_chart_new:
 * @series: the series
 * @options: (nullable): how to draw it, or `NULL` to leave every choice to the library
 * @error: return location for an error
 *
 * Draws a chart.
 *
 * Without a baseline, centre and limits of a phase come from all of its values that
 * are there and not excluded; with one, those of the phase that holds it come from
 * the baseline. Excluded points are still held against the limits, but belong to no
 * pattern of several points. A run chart has a median and no limits.
 *
 * A series with too few values is no error: the chart says what cannot be told, see
 * [method@Result.get_cannot_tell].
 *
 * Fails with [error@Scrutiny.Error.UNSUITABLE] for year-to-date and rolling figures,
 * [error@Scrutiny.Error.MISMATCH] if the kind needs counts that are not there, a
 * baseline reaches across phases or a phase has two, [error@Scrutiny.Error.OUT_OF_RANGE] for a
 * width that is none or a count above its total on a p chart, and [error@Scrutiny.Error.NOT_FOUND]
 * for a period, rule set or constants that are not there.
 *
 * Returns: (transfer full): a new chart, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyChart *
scrutiny_chart_new (ScrutinySeries *series, ScrutinyChartOptions *options, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (series), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_CHART_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return chart_new (series, NULL, options, error);
}

/* The means, or on a chart of standard deviations those. */
static ScrutinySeries *
series_of_subgroups (ScrutinySubgroups *subgroups, ScrutinyChartOptions *options, GError **error)
{
  const gboolean of_deviations =
      options && scrutiny_chart_options_get_kind (options) == SCRUTINY_CHART_KIND_S;
  gsize n;
  const double *values = of_deviations ? scrutiny_subgroups_get_deviations (subgroups, &n)
                                       : scrutiny_subgroups_get_means (subgroups, &n);

  return scrutiny_series_new (scrutiny_subgroups_get_timeline (subgroups), values, n, error);
}

/**
 * scrutiny_chart_new_subgroups:
 * @subgroups: several observations a period
 * @options: (nullable): how to draw them, of kind `xbar`, `s` or `auto`, which is `xbar`
 * @error: return location for an error
 *
 * Draws a chart of the means or of the standard deviations of subgroups.
 *
 * Fails as [ctor@Chart.new] does, and with [error@Scrutiny.Error.MISMATCH] for another
 * kind.
 *
 * Returns: (transfer full): a new chart, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyChart *
scrutiny_chart_new_subgroups (ScrutinySubgroups *subgroups,
                              ScrutinyChartOptions *options,
                              GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_SUBGROUPS (subgroups), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_CHART_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (ScrutinySeries) series = series_of_subgroups (subgroups, options, error);

  return series ? chart_new (series, subgroups, options, error) : NULL;
}

/**
 * scrutiny_chart_get_series: (get-property series)
 * @self: a chart
 *
 * Gets the series that was drawn.
 *
 * Returns: (transfer none): the series
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_chart_get_series (ScrutinyChart *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART (self), NULL);

  return self->making.series;
}

/**
 * scrutiny_chart_get_kind: (get-property kind)
 * @self: a chart
 *
 * Gets the kind of chart that was drawn; never `auto`.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
ScrutinyChartKind
scrutiny_chart_get_kind (ScrutinyChart *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART (self), SCRUTINY_CHART_KIND_RUN);

  return self->making.drawing.kind;
}

/**
 * scrutiny_chart_get_reason: (get-property reason)
 * @self: a chart
 *
 * Gets why that kind was drawn.
 *
 * Returns: a sentence
 *
 * Since: 0.1
 */
const char *
scrutiny_chart_get_reason (ScrutinyChart *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART (self), NULL);

  if (g_once_init_enter (&self->reason_once)) {
    self->reason = self->is_bare ? g_strdup ("") : chart_making_dup_reason (&self->making);
    g_once_init_leave (&self->reason_once, 1);
  }

  return self->reason;
}

/**
 * scrutiny_chart_get_points: (get-property points)
 * @self: a chart
 *
 * Gets the points and the lines through them, one row a period.
 *
 * The columns are `i`, `period`, `label`, `value`, `state`, `centre`, `lower`,
 * `upper`, `phase` (from 0), `used` (1 where the value counts in the estimates),
 * `excluded` and `screened` (1 where the moving range that ends there was left out).
 * A line that is not there is NaN. On a chart of moving ranges, averages that forget or
 * sums, `value` is that; a CUSUM chart has the downward sum as well, `value_down`.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_chart_get_points (ScrutinyChart *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART (self), NULL);

  if (g_once_init_enter (&self->points_once)) {
    const DrawnChart drawn = chart_lend (self);
    self->points = chart_tables_make_points (&drawn);
    g_once_init_leave (&self->points_once, 1);
  }

  return self->points;
}

/**
 * scrutiny_chart_get_phases: (get-property phases)
 * @self: a chart
 *
 * Gets the phases, one row each, and what was found of them.
 *
 * The columns are `first`, `last`, `n_used`, `centre`, `sigma` (the spread of a
 * point, for charts of counts of a point of one case; NaN where there is none),
 * `dispersion` (how many times wider than counting alone shares vary), and the runs
 * about the centre: `useful`, `longest`, `longest_max`, `crossings`,
 * `crossings_min`; then `slope` (of the centre line, a step of the calendar; its
 * `centre` is in the middle), `screened` (how many moving ranges were left out) and
 * `note` (what was asked for and not done, and why; mostly empty).
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_chart_get_phases (ScrutinyChart *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART (self), NULL);

  if (g_once_init_enter (&self->phases_once)) {
    const DrawnChart drawn = chart_lend (self);
    self->phases = chart_tables_make_phases (&drawn);
    g_once_init_leave (&self->phases_once, 1);
  }

  return self->phases;
}

/**
 * scrutiny_chart_dup_signals:
 * @self: a chart
 *
 * Gets the patterns that the rules found, by where they start.
 *
 * Returns: (transfer container) (element-type ScrutinySignal): the signals
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_chart_dup_signals (ScrutinyChart *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART (self), NULL);

  GPtrArray *copy = g_ptr_array_new_full (self->making.signals->len, g_object_unref);
  for (guint k = 0; k < self->making.signals->len; k++)
    g_ptr_array_add (copy, g_object_ref (self->making.signals->pdata[k]));

  return copy;
}

/**
 * scrutiny_chart_get_runs: (get-property runs)
 * @self: a chart
 *
 * Gets runs and crossings about the centre in the last phase: `useful`, `longest`,
 * `longest_max`, `crossings` and `crossings_min`, whatever the rules. Other phases
 * have theirs in [method@Chart.get_phases].
 *
 * Returns: (transfer none): a dictionary (`a{sv}`) of 64-bit integers
 *
 * Since: 0.1
 */
GVariant *
scrutiny_chart_get_runs (ScrutinyChart *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART (self), NULL);

  if (g_once_init_enter (&self->runs_once)) {
    self->runs = make_runs (&self->making.lines);
    g_once_init_leave (&self->runs_once, 1);
  }

  return self->runs;
}

/**
 * scrutiny_chart_get_false_alarm: (get-property false-alarm)
 * @self: a chart
 *
 * Gets the chance that a series of this length in which nothing goes on gives at
 * least one signal of the rules that were used.
 *
 * Returns: the chance, NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_chart_get_false_alarm (ScrutinyChart *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART (self), NAN);

  return false_alarm_of_chart (&self->making.drawing, &self->making.lines, self->making.sets,
                               self->making.n_sets, NULL, NULL);
}

/**
 * scrutiny_chart_expect_alarms:
 * @charts: (array length=n_charts): charts of a pack
 * @n_charts: how many
 *
 * Says how many charts of a pack would show a signal if nothing went on in any of them:
 * `charts` (how many there are), `known` (of how many the chance is known), `expected`
 * (how many of those would, the sum of their chances) and `found` (how many do).
 *
 * Returns: (transfer full): a dictionary (`a{sv}`) of 64-bit integers and one double
 *
 * Since: 0.1
 */
GVariant *
scrutiny_chart_expect_alarms (ScrutinyChart **charts, gsize n_charts)
{
  gint64 n_known = 0, n_found = 0;
  double expected = 0;
  GVariantDict dict;

  for (gsize i = 0; i < n_charts; i++) {
    g_return_val_if_fail (SCRUTINY_IS_CHART (charts[i]), NULL);
    const double chance =
        charts[i]->making.cannot_tell ? NAN : scrutiny_chart_get_false_alarm (charts[i]);

    if (isnan (chance))
      continue;
    n_known++;
    n_found += charts[i]->making.signals->len > 0;
    expected += chance;
  }

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "charts", "x", (gint64) n_charts);
  g_variant_dict_insert (&dict, "known", "x", n_known);
  g_variant_dict_insert (&dict, "expected", "d", expected);
  g_variant_dict_insert (&dict, "found", "x", n_found);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static ScrutinyMethod *
scrutiny_chart_get_method (ScrutinyResult *result)
{
  ScrutinyChart *self = SCRUTINY_CHART (result);

  if (g_once_init_enter (&self->method_once)) {
    const DrawnChart drawn = chart_lend (self);
    self->method = chart_method_make (&drawn, self->making.options);
    g_once_init_leave (&self->method_once, 1);
  }

  return self->method;
}

static const char *
scrutiny_chart_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_CHART (result)->making.cannot_tell;
}

static GPtrArray *
make_findings (ScrutinyChart *self)
{
  const DrawnChart drawn = chart_lend (self);

  if (self->making.cannot_tell)
    return finding_list_new ();

  return chart_sentences_dup_findings (&drawn, scrutiny_chart_get_method (SCRUTINY_RESULT (self)));
}

static GPtrArray *
scrutiny_chart_dup_findings (ScrutinyResult *result)
{
  ScrutinyChart *self = SCRUTINY_CHART (result);

  if (g_once_init_enter (&self->findings_once)) {
    self->findings = make_findings (self);
    g_once_init_leave (&self->findings_once, 1);
  }

  return finding_list_copy (self->findings);
}

static void
scrutiny_chart_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyChart *self = SCRUTINY_CHART (result);
  const DrawnChart drawn = chart_lend (self);

  chart_json_write (&drawn, scrutiny_chart_get_points (self), scrutiny_chart_get_phases (self),
                    scrutiny_chart_get_runs (self), scrutiny_chart_get_method (result), writer);
}

static void
scrutiny_chart_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_chart_get_method;
  iface->get_cannot_tell = scrutiny_chart_get_cannot_tell;
  iface->dup_findings = scrutiny_chart_dup_findings;
  iface->write_json = scrutiny_chart_write_json;
}
