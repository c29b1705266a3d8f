/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart-watch.h>
#include <scrutiny/enums.h>

#include "base/error-private.h"
#include "base/number.h"
#include "base/period-parse.h"
#include "base/printable.h"
#include "trend/chart-choice.h"
#include "trend/chart-follower.h"
#include "trend/chart-private.h"
#include "trend/follower-state.h"

#include <math.h>
#include <string.h>

#define MOST_OF_A_PERIOD 40

/**
 * ScrutinyChartWatch:
 *
 * A chart that goes on: points are held against its last lines as they come in, one at a
 * time.
 *
 * The lines stay as they were when the watch was made. After each point
 * [method@ChartWatch.get_patterns] says which patterns it completes: those that a chart of
 * all points with the same baseline would date there. What is kept does not grow with the
 * points; it can be saved as bytes and taken up again elsewhere.
 *
 * Since: 0.1
 */
struct _ScrutinyChartWatch {
  GObject parent_instance;

  ChartFollower follower;
  gboolean has_chart;
  ChartPoint point; /* the last one that was fed */
  double shown;     /* it, as the chart shows it */
  ScrutinyTable *patterns;
};

G_DEFINE_FINAL_TYPE (ScrutinyChartWatch, scrutiny_chart_watch, G_TYPE_OBJECT)

enum {
  PROP_KIND = 1,
  PROP_N_POINTS,
  PROP_VALUE,
  PROP_CENTRE,
  PROP_LOWER,
  PROP_UPPER,
  PROP_PATTERNS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_chart_watch_finalize (GObject *object)
{
  ScrutinyChartWatch *self = SCRUTINY_CHART_WATCH (object);

  chart_follower_clear (&self->follower);
  g_clear_object (&self->patterns);

  G_OBJECT_CLASS (scrutiny_chart_watch_parent_class)->finalize (object);
}

static void
scrutiny_chart_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyChartWatch *self = SCRUTINY_CHART_WATCH (object);

  switch (id) {
  case PROP_KIND:
    g_value_set_enum (value, (int) scrutiny_chart_watch_get_kind (self));
    break;
  case PROP_N_POINTS:
    g_value_set_uint64 (value, scrutiny_chart_watch_get_n_points (self));
    break;
  case PROP_VALUE:
    g_value_set_double (value, scrutiny_chart_watch_get_value (self));
    break;
  case PROP_CENTRE:
    g_value_set_double (value, scrutiny_chart_watch_get_centre (self));
    break;
  case PROP_LOWER:
    g_value_set_double (value, scrutiny_chart_watch_get_lower (self));
    break;
  case PROP_UPPER:
    g_value_set_double (value, scrutiny_chart_watch_get_upper (self));
    break;
  case PROP_PATTERNS:
    g_value_set_object (value, scrutiny_chart_watch_get_patterns (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static GParamSpec *
number (const char *name, GParamFlags flags)
{
  return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
define_lines (GParamFlags flags)
{
  /**
   * ScrutinyChartWatch:value: (getter get_value)
   *
   * The last point as the chart shows it.
   *
   * Since: 0.1
   */
  props[PROP_VALUE] = number ("value", flags);

  /**
   * ScrutinyChartWatch:centre: (getter get_centre)
   *
   * The centre line at the last point.
   *
   * Since: 0.1
   */
  props[PROP_CENTRE] = number ("centre", flags);

  /**
   * ScrutinyChartWatch:lower: (getter get_lower)
   *
   * The lower limit at the last point.
   *
   * Since: 0.1
   */
  props[PROP_LOWER] = number ("lower", flags);

  /**
   * ScrutinyChartWatch:upper: (getter get_upper)
   *
   * The upper limit at the last point.
   *
   * Since: 0.1
   */
  props[PROP_UPPER] = number ("upper", flags);
}

static void
scrutiny_chart_watch_class_init (ScrutinyChartWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scrutiny_chart_watch_finalize;
  object_class->get_property = scrutiny_chart_watch_get_property;

  /**
   * ScrutinyChartWatch:kind: (getter get_kind)
   *
   * The kind of the chart.
   *
   * Since: 0.1
   */
  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, SCRUTINY_TYPE_CHART_KIND,
                                        SCRUTINY_CHART_KIND_RUN, flags);

  /**
   * ScrutinyChartWatch:n-points: (getter get_n_points)
   *
   * How many points the lines have, those of the chart and those that were fed.
   *
   * Since: 0.1
   */
  props[PROP_N_POINTS] = g_param_spec_uint64 ("n-points", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  define_lines (flags);

  /**
   * ScrutinyChartWatch:patterns: (getter get_patterns)
   *
   * What the last point completes.
   *
   * Since: 0.1
   */
  props[PROP_PATTERNS] = g_param_spec_object ("patterns", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static const ChartPoint no_point = { NAN, NAN, NAN, NAN, NAN, NAN };

/* Who completed what, since when. */
static ScrutinyTable *
make_patterns (const ChartFollower *follower, const GArray *found)
{
  g_autoptr (ScrutinyTable) table = scrutiny_table_new ();
  const char *const names[] = { "rule_set", "rule", "direction", "first", "last" };
  GPtrArray *columns[G_N_ELEMENTS (names)] = { NULL };

  for (guint c = 0; c < G_N_ELEMENTS (names); c++)
    columns[c] = g_ptr_array_new_with_free_func (g_free);
  for (guint k = 0; k < found->len; k++) {
    const WatchedPattern *pattern = &g_array_index (found, WatchedPattern, k);
    const ScrutinyDirection direction = pattern->direction > 0   ? SCRUTINY_DIRECTION_UP
                                        : pattern->direction < 0 ? SCRUTINY_DIRECTION_DOWN
                                                                 : SCRUTINY_DIRECTION_NONE;
    Period first = follower->like, last = follower->like;

    first.ordinal = pattern->first;
    last.ordinal = follower->last;
    g_ptr_array_add (columns[0], g_strdup (pattern->set));
    g_ptr_array_add (columns[1], g_strdup (pattern->rule));
    g_ptr_array_add (columns[2], g_strdup (scrutiny_direction_get_name (direction)));
    g_ptr_array_add (columns[3], period_dup_text (&first));
    g_ptr_array_add (columns[4], period_dup_text (&last));
  }
  for (guint c = 0; c < G_N_ELEMENTS (names); c++) {
    g_autoptr (ScrutinyTable) before = g_steal_pointer (&table);

    g_ptr_array_add (columns[c], NULL);
    table = scrutiny_table_copy_with_texts (before, names[c],
                                            (const char *const *) columns[c]->pdata, NULL);
    g_ptr_array_unref (columns[c]);
  }

  return g_steal_pointer (&table);
}

static void
scrutiny_chart_watch_init (ScrutinyChartWatch *self)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (WatchedPattern));

  self->follower.drawing = chart_drawing_none ();
  self->point = no_point;
  self->shown = NAN;
  self->patterns = make_patterns (&self->follower, none);
}

/**
 * scrutiny_chart_watch_new:
 * @chart: a chart
 * @error: return location for an error
 *
 * Goes on from a chart: with the lines of its last phase, which stay as they are, its rules,
 * and what its last points began.
 *
 * Fails with [error@Scrutiny.Error.UNSUITABLE] if those lines rest on fewer than 8 values.
 *
 * Returns: (transfer full): a watch that nothing was fed to, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyChartWatch *
scrutiny_chart_watch_new (ScrutinyChart *chart, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART (chart), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (ScrutinyChartWatch) self = g_object_new (SCRUTINY_TYPE_CHART_WATCH, NULL);
  const DrawnChart drawn = chart_lend (chart);
  if (!chart_follower_init (&self->follower, &drawn, error))
    return NULL;
  self->has_chart = TRUE;

  return g_steal_pointer (&self);
}

static gboolean
find_ordinal (ScrutinyChartWatch *self, const char *text, gint64 *ordinal, GError **error)
{
  const ChartFollower *follower = &self->follower;
  Period period = follower->like;

  *ordinal = period.ordinal = follower->last + 1;
  if (!text && period_is_in_range (&period))
    return TRUE;
  if (!text) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "period", NULL,
                           "Period: there is none after the last that was taken; the years the "
                           "library reads end there");
    return FALSE;
  }

  g_autofree char *said = printable_dup (text, MOST_OF_A_PERIOD);
  if (!period_parse_like (text, strlen (text), &follower->like, &period)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, "period", text,
                           "Period: “%s” is no %s; write it as the chart does", said,
                           scrutiny_calendar_get_name (follower->like.calendar));
    return FALSE;
  }
  *ordinal = period.ordinal;
  if (period.ordinal > follower->last)
    return TRUE;
  period.ordinal = follower->last;
  g_autofree char *last = period_dup_text (&period);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "period", text,
                         "Period: %s does not come after %s, the last that was taken; feed points "
                         "in their order",
                         said, last);

  return FALSE;
}

/* As the series has it, unless the point is a range, an average or a sum. */
static double
shown_of (const ScrutinyChartWatch *self, double value, double size)
{
  const ScrutinyChartKind kind = self->follower.drawing.kind;

  if (kind == SCRUTINY_CHART_KIND_MR || chart_kind_is_summing (kind))
    return chart_follower_show (&self->follower, self->point.value);
  if (chart_kind_has_denominators (kind))
    return size > 0 ? self->follower.unit * value / size : NAN;

  return value;
}

/* What a chart refuses too: sums of it would not stay numbers. */
static gboolean
is_too_large (const ChartFollower *follower, double value, double size)
{
  const gboolean is_rate = chart_kind_has_denominators (follower->drawing.kind) && size > 0;

  return fabs (value) > CHART_MOST_MAGNITUDE ||
         (is_rate && MAX (size, fabs (value / size)) > CHART_MOST_MAGNITUDE);
}

/* NULL, or why the chart could not have such a point. */
static const char *
find_fault (const ChartFollower *follower, double value, double size)
{
  const ScrutinyChartKind kind = follower->drawing.kind;
  const gboolean has_size = chart_kind_has_denominators (kind) || chart_kind_is_of_subgroups (kind);

  if (isinf (value) || (has_size && isinf (size)))
    return "a point is a number, or NaN where it is missing";
  if (has_size && size < 0)
    return "a size is 0 or more";
  if (is_too_large (follower, value, size))
    return "that is too large for a chart; check the figure";
  if ((chart_kind_never_negative (kind) || kind == SCRUTINY_CHART_KIND_S) && value < 0)
    return "a point of this kind of chart is 0 or more";
  if (chart_kind_is_share (kind) && (value < 0 || value > size))
    return "the count is not a part of its total";

  return NULL;
}

/**
 * scrutiny_chart_watch_feed:
 * @self: a watch
 * @period: (nullable): when the point is of, as the chart writes it; `NULL` for the next
 * @value: the value, of a chart of counts out of totals the count; NaN if it is missing
 * @size: out of how many or over how long, and of subgroups how many; otherwise 1
 * @error: return location for an error
 *
 * Takes the next point.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] for a period that is none of the calendar,
 * [error@Scrutiny.Error.OUT_OF_RANGE] for one that does not come later or a value the chart
 * could not have, and [error@Scrutiny.Error.UNSUITABLE] if there is no chart; nothing was
 * taken then.
 *
 * Returns: `TRUE`, or `FALSE` with @error set
 *
 * Since: 0.1
 */
gboolean
scrutiny_chart_watch_feed (ScrutinyChartWatch *self,
                           const char *period,
                           double value,
                           double size,
                           GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_WATCH (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (WatchedPattern));
  const char *fault = find_fault (&self->follower, value, size);
  gint64 ordinal;

  if (!self->has_chart) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNSUITABLE, 0, NULL, NULL,
                           "Watch: there is no chart; make one from a chart or a state");
    return FALSE;
  }
  if (fault) {
    char text[NUMBER_TEXT_SIZE], of[NUMBER_TEXT_SIZE];

    number_show (value, text);
    number_show (size, of);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "value", text,
                           "Point %" G_GUINT64_FORMAT ": %s with size %s: %s", self->follower.n + 1,
                           text, of, fault);
    return FALSE;
  }
  if (!find_ordinal (self, period, &ordinal, error))
    return FALSE;

  chart_follower_take (&self->follower, ordinal, value, size, FALSE, &self->point, found);
  self->shown = shown_of (self, value, size);
  g_clear_object (&self->patterns);
  self->patterns = make_patterns (&self->follower, found);

  return TRUE;
}

/**
 * scrutiny_chart_watch_get_kind: (get-property kind)
 * @self: a watch
 *
 * Gets the kind of the chart.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
ScrutinyChartKind
scrutiny_chart_watch_get_kind (ScrutinyChartWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_WATCH (self), SCRUTINY_CHART_KIND_RUN);

  return self->follower.drawing.kind;
}

/**
 * scrutiny_chart_watch_get_n_points: (get-property n-points)
 * @self: a watch
 *
 * Gets how many points the lines have: those of the chart's last phase, and those that were
 * fed, the missing included.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint64
scrutiny_chart_watch_get_n_points (ScrutinyChartWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_WATCH (self), 0);

  return self->follower.n;
}

/**
 * scrutiny_chart_watch_dup_period:
 * @self: a watch
 *
 * Gets when the last point is of.
 *
 * Returns: (transfer full) (nullable): the period; `NULL` if there is no chart
 *
 * Since: 0.1
 */
char *
scrutiny_chart_watch_dup_period (ScrutinyChartWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_WATCH (self), NULL);

  Period period = self->follower.like;
  period.ordinal = self->follower.last;

  return self->has_chart ? period_dup_text (&period) : NULL;
}

/**
 * scrutiny_chart_watch_get_value: (get-property value)
 * @self: a watch
 *
 * Gets the last point that was fed as the chart shows it: a share, a moving range, an
 * average, of a CUSUM chart the upward sum.
 *
 * Returns: the value; NaN before one was fed, and where it is missing
 *
 * Since: 0.1
 */
double
scrutiny_chart_watch_get_value (ScrutinyChartWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_WATCH (self), NAN);

  return self->shown;
}

/**
 * scrutiny_chart_watch_get_centre: (get-property centre)
 * @self: a watch
 *
 * Gets the centre line at the last point.
 *
 * Returns: the centre line; NaN before a point was fed
 *
 * Since: 0.1
 */
double
scrutiny_chart_watch_get_centre (ScrutinyChartWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_WATCH (self), NAN);

  return chart_follower_show (&self->follower, self->point.centre);
}

/**
 * scrutiny_chart_watch_get_lower: (get-property lower)
 * @self: a watch
 *
 * Gets the lower limit at the last point.
 *
 * Returns: the limit; NaN before a point was fed, and where there is none
 *
 * Since: 0.1
 */
double
scrutiny_chart_watch_get_lower (ScrutinyChartWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_WATCH (self), NAN);

  return chart_follower_show (&self->follower, self->point.lower);
}

/**
 * scrutiny_chart_watch_get_upper: (get-property upper)
 * @self: a watch
 *
 * Gets the upper limit at the last point.
 *
 * Returns: the limit; NaN before a point was fed, and where there is none
 *
 * Since: 0.1
 */
double
scrutiny_chart_watch_get_upper (ScrutinyChartWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_WATCH (self), NAN);

  return chart_follower_show (&self->follower, self->point.upper);
}

/**
 * scrutiny_chart_watch_get_patterns: (get-property patterns)
 * @self: a watch
 *
 * Gets the patterns that the last point completes and that were not complete at the point
 * before: where [method@Signal.get_completed] of a chart of all points lies.
 *
 * The columns are `rule_set`, `rule`, `direction` (`up`, `down` or `none`), `first` and
 * `last`, the periods from which to which the pattern goes by now.
 *
 * Returns: (transfer none): a table, without a row where there is nothing to say
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_chart_watch_get_patterns (ScrutinyChartWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_WATCH (self), NULL);

  return self->patterns;
}

/**
 * scrutiny_chart_watch_dup_state:
 * @self: a watch
 *
 * Gets all that is kept, to be saved. What was said of the last point is not a part of it.
 *
 * The bytes are the 24 letters `scrutiny.chart-watch/1`, carriage return, line feed; then
 * numbers of 8 bytes, little-endian, whole or IEEE doubles, and texts, each with its length
 * before it. Lines and rules come first, then the position and what is kept for each rule;
 * `lib/trend/follower-state.c` has the order.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 0.1
 */
GBytes *
scrutiny_chart_watch_dup_state (ScrutinyChartWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_WATCH (self), NULL);

  return follower_state_save (&self->follower);
}

/**
 * scrutiny_chart_watch_new_from_state:
 * @state: bytes that [method@ChartWatch.dup_state] made
 * @error: return location for an error
 *
 * Goes on where another watch was saved.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] for bytes that are no such state.
 *
 * Returns: (transfer full): a watch, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyChartWatch *
scrutiny_chart_watch_new_from_state (GBytes *state, GError **error)
{
  g_return_val_if_fail (state != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (ScrutinyChartWatch) self = g_object_new (SCRUTINY_TYPE_CHART_WATCH, NULL);
  self->has_chart = follower_state_read (&self->follower, state);
  if (self->has_chart)
    return g_steal_pointer (&self);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, NULL,
                         "State: %" G_GSIZE_FORMAT " bytes that no chart's watch saved; hand in "
                         "what one did",
                         g_bytes_get_size (state));

  return NULL;
}
