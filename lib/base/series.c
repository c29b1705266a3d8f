/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/series-private.h"

#include "base/error-private.h"
#include "base/printable.h"

#include <math.h>
#include <string.h>

#define LONGEST_STATE 40 /* in a message */

/**
 * ScrutinySeries:
 *
 * A figure over time: one value for each period of a timeline.
 *
 * A value that is not known is NaN, and its state says why: `missing`, or
 * `suppressed` when it was withheld. A value that is known is `observed`,
 * `provisional` or `revised`. Zero is a value.
 *
 * A series of proportions or rates also holds the counts it was made from.
 *
 * A series never changes, so it may be shared between threads and results
 * without copying.
 *
 * Since: 0.1
 */
struct _ScrutinySeries {
  GObject parent_instance;

  ScrutinyTimeline *timeline;
  SeriesColumns columns; /* complete, their unit is ours */
  char *unit;
  char *hash; /* made when it is asked for */
};

G_DEFINE_FINAL_TYPE (ScrutinySeries, scrutiny_series, G_TYPE_OBJECT)

enum {
  PROP_TIMELINE = 1,
  PROP_UNIT,
  PROP_SCALE,
  PROP_N_VALUES,
  PROP_HAS_COUNTS,
  PROP_HASH,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_series_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrutinySeries *self = SCRUTINY_SERIES (object);

  switch (prop_id) {
  case PROP_TIMELINE:
    g_value_set_object (value, self->timeline);
    break;
  case PROP_UNIT:
    g_value_set_string (value, self->unit);
    break;
  case PROP_SCALE:
    g_value_set_double (value, self->columns.scale);
    break;
  case PROP_N_VALUES:
    g_value_set_uint64 (value, scrutiny_series_get_n_values (self));
    break;
  case PROP_HAS_COUNTS:
    g_value_set_boolean (value, scrutiny_series_has_counts (self));
    break;
  case PROP_HASH:
    g_value_set_string (value, scrutiny_series_get_hash (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
scrutiny_series_finalize (GObject *object)
{
  ScrutinySeries *self = SCRUTINY_SERIES (object);

  g_clear_object (&self->timeline);
  series_columns_clear (&self->columns);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->hash, g_free);

  G_OBJECT_CLASS (scrutiny_series_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  /**
   * ScrutinySeries:timeline: (getter get_timeline)
   *
   * The periods, one for each value.
   *
   * Since: 0.1
   */
  props[PROP_TIMELINE] =
      g_param_spec_object ("timeline", NULL, NULL, SCRUTINY_TYPE_TIMELINE, flags);

  /**
   * ScrutinySeries:unit: (getter get_unit)
   *
   * What each value counts or measures, such as `days` or `%`.
   *
   * Since: 0.1
   */
  props[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);

  /**
   * ScrutinySeries:scale: (getter get_scale)
   *
   * What the ratio of the counts is multiplied by, 0 without counts.
   *
   * Since: 0.1
   */
  props[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinySeries:n-values: (getter get_n_values)
   *
   * The number of values, those that are not known included.
   *
   * Since: 0.1
   */
  props[PROP_N_VALUES] = g_param_spec_uint64 ("n-values", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * ScrutinySeries:has-counts: (getter has_counts)
   *
   * Whether the counts behind the values are known.
   *
   * Since: 0.1
   */
  props[PROP_HAS_COUNTS] = g_param_spec_boolean ("has-counts", NULL, NULL, FALSE, flags);

  /**
   * ScrutinySeries:hash: (getter get_hash)
   *
   * What tells this series from any other.
   *
   * Since: 0.1
   */
  props[PROP_HASH] = g_param_spec_string ("hash", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_series_class_init (ScrutinySeriesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_series_finalize;
  object_class->get_property = scrutiny_series_get_property;
  install_properties (object_class);
}

/* Bindings can call g_object_new() behind our back, so even that gives a valid,
 * empty series.
 */
static void
scrutiny_series_init (ScrutinySeries *self)
{
  self->timeline = g_object_new (SCRUTINY_TYPE_TIMELINE, NULL);
  self->columns.values = g_bytes_new_static (NULL, 0);
  series_columns_complete (&self->columns);
  self->unit = g_strdup ("");
}

ScrutinySeries *
scrutiny_series_new_take (ScrutinyTimeline *timeline, SeriesColumns *columns, GError **error)
{
  g_autoptr (ScrutinySeries) self = g_object_new (SCRUTINY_TYPE_SERIES, NULL);

  g_set_object (&self->timeline, timeline);
  g_free (self->unit);
  self->unit = g_strdup (columns->unit ? columns->unit : "");
  series_columns_clear (&self->columns);
  self->columns = *columns;
  self->columns.unit = self->unit;
  *columns = (SeriesColumns){ 0 };
  series_columns_complete (&self->columns);
  if (!self->columns.numerators)
    self->columns.scale = 0;

  if (!series_columns_check (&self->columns, self->timeline, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * scrutiny_series_new: (skip)
 * @timeline: the periods
 * @values: (array length=n_values): the values, NaN where missing
 * @n_values: how many there are
 * @error: return location for an error
 *
 * Creates a series holding a copy of @values.
 *
 * Fails as [ctor@Series.new_from_bytes] does.
 *
 * Returns: (transfer full): the series
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_series_new (ScrutinyTimeline *timeline,
                     const double *values,
                     gsize n_values,
                     GError **error)
{
  SeriesColumns columns = { 0 };

  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (values != NULL || n_values == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  columns.values = g_bytes_new (values, n_values * sizeof *values);

  return scrutiny_series_new_take (timeline, &columns, error);
}

/**
 * scrutiny_series_new_from_bytes:
 * @timeline: the periods
 * @values: native-endian doubles, NaN where missing
 * @error: return location for an error
 *
 * Creates a series that shares @values, which are copied only if they are not
 * aligned.
 *
 * Fails with [error@Scrutiny.Error.MISMATCH] if there are not as many values as
 * periods, and with [error@Scrutiny.Error.OUT_OF_RANGE] if one is infinite.
 *
 * Returns: (transfer full): the series
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_series_new_from_bytes (ScrutinyTimeline *timeline, GBytes *values, GError **error)
{
  SeriesColumns columns = { 0 };

  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  columns.values = g_bytes_ref (values);

  return scrutiny_series_new_take (timeline, &columns, error);
}

/* Takes both counts. */
static ScrutinySeries *
new_ratio_take (ScrutinyTimeline *timeline,
                GBytes *numerators,
                GBytes *denominators,
                double scale,
                GError **error)
{
  SeriesColumns columns = {
    .numerators = numerators,
    .denominators = denominators,
    .scale = scale,
  };

  if (!series_columns_divide (&columns, timeline, error)) {
    series_columns_clear (&columns);
    return NULL;
  }

  return scrutiny_series_new_take (timeline, &columns, error);
}

/**
 * scrutiny_series_new_ratio: (skip)
 * @timeline: the periods
 * @numerators: (array length=n_numerators): how many were counted
 * @n_numerators: how many numerators there are
 * @denominators: (array length=n_denominators): out of how many
 * @n_denominators: how many denominators there are
 * @scale: what the ratio is multiplied by
 * @error: return location for an error
 *
 * Creates a series of proportions or rates holding copies of the counts.
 *
 * Works and fails as [ctor@Series.new_ratio_from_bytes] does.
 *
 * Returns: (transfer full): the series
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_series_new_ratio (ScrutinyTimeline *timeline,
                           const double *numerators,
                           gsize n_numerators,
                           const double *denominators,
                           gsize n_denominators,
                           double scale,
                           GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (numerators != NULL || n_numerators == 0, NULL);
  g_return_val_if_fail (denominators != NULL || n_denominators == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return new_ratio_take (timeline, g_bytes_new (numerators, n_numerators * sizeof *numerators),
                         g_bytes_new (denominators, n_denominators * sizeof *denominators), scale,
                         error);
}

/**
 * scrutiny_series_new_ratio_from_bytes:
 * @timeline: the periods
 * @numerators: native-endian doubles: how many were counted, NaN where missing
 * @denominators: native-endian doubles: out of how many, NaN where missing
 * @scale: what the ratio is multiplied by: 100 for a percentage, 1 for a proportion,
 *   1000 for a rate per thousand
 * @error: return location for an error
 *
 * Creates a series of proportions or rates: scale × numerator ÷ denominator.
 *
 * A value is missing where a count is, and where the count is 0 out of 0. A rate may
 * count more than its denominator.
 *
 * Fails with [error@Scrutiny.Error.MISMATCH] if there are not as many of both counts
 * as periods, and with [error@Scrutiny.Error.OUT_OF_RANGE] if a count is negative or
 * infinite, if there is something out of 0, or if the scale is not above 0.
 *
 * Returns: (transfer full): the series
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_series_new_ratio_from_bytes (ScrutinyTimeline *timeline,
                                      GBytes *numerators,
                                      GBytes *denominators,
                                      double scale,
                                      GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (numerators != NULL, NULL);
  g_return_val_if_fail (denominators != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return new_ratio_take (timeline, g_bytes_ref (numerators), g_bytes_ref (denominators), scale,
                         error);
}

/**
 * scrutiny_series_copy_with_unit:
 * @self: a series
 * @unit: what each value counts or measures, such as `days` or `%`
 *
 * Creates the same series in another unit. No value is converted.
 *
 * Returns: (transfer full): the series
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_series_copy_with_unit (ScrutinySeries *self, const char *unit)
{
  SeriesColumns columns;

  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);
  g_return_val_if_fail (unit != NULL, NULL);

  columns = series_columns_share (&self->columns);
  columns.unit = unit;

  return scrutiny_series_new_take (self->timeline, &columns, NULL);
}

static gboolean
read_state (ScrutinySeries *self, gsize index, const char *name, guint8 *code, GError **error)
{
  g_autofree char *period = NULL;
  g_autofree char *shown = NULL;
  SeriesState state;

  if (series_state_from_name (name, &state)) {
    *code = (guint8) state;
    return TRUE;
  }

  period = scrutiny_timeline_dup_text (self->timeline, index);
  shown = printable_dup (name, LONGEST_STATE);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, index + 1, NULL, name,
                         "%s (row %" G_GSIZE_FORMAT "): “%s” is not a state; there are observed, "
                         "missing, suppressed, provisional and revised",
                         period, index + 1, shown);

  return FALSE;
}

/**
 * scrutiny_series_copy_with_states:
 * @self: a series
 * @states: (array zero-terminated=1): a state for each value: `observed`, `missing`,
 *   `suppressed`, `provisional` or `revised`
 * @error: return location for an error
 *
 * Creates the same series with other states.
 *
 * Fails with [error@Scrutiny.Error.MISMATCH] if there are not as many states as
 * values, or if a state says that a value is not known where there is one, or the
 * other way round; and with [error@Scrutiny.Error.UNREADABLE] if one is not a state.
 *
 * Returns: (transfer full): the series
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_series_copy_with_states (ScrutinySeries *self, const char *const *states, GError **error)
{
  g_autofree guint8 *codes = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SeriesColumns columns;
  gsize n_values, n;

  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);
  g_return_val_if_fail (states != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  n_values = scrutiny_series_get_n_values (self);
  n = g_strv_length ((char **) states);
  codes = g_new0 (guint8, n);
  for (gsize i = 0; i < MIN (n, n_values); i++)
    if (!read_state (self, i, states[i], &codes[i], error))
      return NULL;

  bytes = g_bytes_new_take (g_steal_pointer (&codes), n);
  columns = series_columns_share (&self->columns);
  g_bytes_unref (columns.states);
  columns.states = g_steal_pointer (&bytes);

  return scrutiny_series_new_take (self->timeline, &columns, error);
}

/**
 * scrutiny_series_get_timeline: (get-property timeline)
 * @self: a series
 *
 * Gets the periods, one for each value.
 *
 * Returns: (transfer none): the timeline
 *
 * Since: 0.1
 */
ScrutinyTimeline *
scrutiny_series_get_timeline (ScrutinySeries *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);

  return self->timeline;
}

/**
 * scrutiny_series_get_unit: (get-property unit)
 * @self: a series
 *
 * Gets what each value counts or measures.
 *
 * Returns: the unit, empty if it is not known
 *
 * Since: 0.1
 */
const char *
scrutiny_series_get_unit (ScrutinySeries *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);

  return self->unit;
}

/**
 * scrutiny_series_get_scale: (get-property scale)
 * @self: a series
 *
 * Gets what the ratio of the counts is multiplied by.
 *
 * Returns: the scale, 0 for a series without counts
 *
 * Since: 0.1
 */
double
scrutiny_series_get_scale (ScrutinySeries *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), 0);

  return self->columns.scale;
}

/**
 * scrutiny_series_get_n_values: (get-property n-values)
 * @self: a series
 *
 * Gets the number of values, those that are not known included.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
gsize
scrutiny_series_get_n_values (ScrutinySeries *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), 0);

  return g_bytes_get_size (self->columns.values) / sizeof (double);
}

/**
 * scrutiny_series_has_counts: (get-property has-counts)
 * @self: a series
 *
 * Checks whether the counts behind the values are known.
 *
 * Returns: whether they are
 *
 * Since: 0.1
 */
gboolean
scrutiny_series_has_counts (ScrutinySeries *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), FALSE);

  return self->columns.numerators != NULL;
}

/**
 * scrutiny_series_get_hash: (get-property hash)
 * @self: a series
 *
 * Gets what tells this series from any other: the SHA-256 of its periods, values,
 * states, bounds, counts and scale, the same on every machine. The unit is not part
 * of it.
 *
 * Returns: 64 hexadecimal digits
 *
 * Since: 0.1
 */
const char *
scrutiny_series_get_hash (ScrutinySeries *self)
{
  char *hash;

  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);

  hash = g_atomic_pointer_get (&self->hash);
  if (!hash) {
    hash = series_columns_dup_hash (&self->columns, self->timeline);
    if (!g_atomic_pointer_compare_and_exchange (&self->hash, NULL, hash)) {
      g_free (hash);
      hash = g_atomic_pointer_get (&self->hash);
    }
  }

  return hash;
}

/**
 * scrutiny_series_get_value:
 * @self: a series
 * @index: a position below [property@Series:n-values]
 *
 * Gets one value.
 *
 * Returns: the value, NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_series_get_value (ScrutinySeries *self, gsize index)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NAN);
  g_return_val_if_fail (index < scrutiny_series_get_n_values (self), NAN);

  return series_column_at (self->columns.values, index);
}

/**
 * scrutiny_series_get_state:
 * @self: a series
 * @index: a position below [property@Series:n-values]
 *
 * Gets what is known of one value.
 *
 * Returns: `observed`, `missing`, `suppressed`, `provisional` or `revised`
 *
 * Since: 0.1
 */
const char *
scrutiny_series_get_state (ScrutinySeries *self, gsize index)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);
  g_return_val_if_fail (index < scrutiny_series_get_n_values (self), NULL);

  return series_state_get_name (scrutiny_series_get_states (self)[index]);
}

const guint8 *
scrutiny_series_get_states (ScrutinySeries *self)
{
  return g_bytes_get_data (self->columns.states, NULL);
}

static const double *
lend (GBytes *column, gsize *n_values)
{
  gsize size = 0;
  const double *values = column ? g_bytes_get_data (column, &size) : NULL;

  if (n_values)
    *n_values = size / sizeof (double);

  return values;
}

/**
 * scrutiny_series_get_values:
 * @self: a series
 * @n_values: (out) (optional): return location for the length
 *
 * Gets the values, NaN where they are not known.
 *
 * Returns: (array length=n_values) (transfer none) (nullable): the values, or `NULL`
 *   if there are none
 *
 * Since: 0.1
 */
const double *
scrutiny_series_get_values (ScrutinySeries *self, gsize *n_values)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);

  return lend (self->columns.values, n_values);
}

/**
 * scrutiny_series_get_numerators:
 * @self: a series
 * @n_values: (out) (optional): return location for the length
 *
 * Gets how many were counted, NaN where it is not known.
 *
 * Returns: (array length=n_values) (transfer none) (nullable): the counts, or `NULL`
 *   for a series without counts
 *
 * Since: 0.1
 */
const double *
scrutiny_series_get_numerators (ScrutinySeries *self, gsize *n_values)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);

  return lend (self->columns.numerators, n_values);
}

/**
 * scrutiny_series_get_denominators:
 * @self: a series
 * @n_values: (out) (optional): return location for the length
 *
 * Gets out of how many, NaN where it is not known.
 *
 * Returns: (array length=n_values) (transfer none) (nullable): the counts, or `NULL`
 *   for a series without counts
 *
 * Since: 0.1
 */
const double *
scrutiny_series_get_denominators (ScrutinySeries *self, gsize *n_values)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);

  return lend (self->columns.denominators, n_values);
}

/**
 * scrutiny_series_get_bytes:
 * @self: a series
 *
 * Gets the values as native-endian doubles, without copying.
 *
 * Returns: (transfer none): the bytes
 *
 * Since: 0.1
 */
GBytes *
scrutiny_series_get_bytes (ScrutinySeries *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);

  return self->columns.values;
}

/**
 * scrutiny_series_get_numerator_bytes:
 * @self: a series
 *
 * Gets how many were counted as native-endian doubles, without copying.
 *
 * Returns: (transfer none) (nullable): the bytes, or `NULL` for a series without counts
 *
 * Since: 0.1
 */
GBytes *
scrutiny_series_get_numerator_bytes (ScrutinySeries *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);

  return self->columns.numerators;
}

/**
 * scrutiny_series_get_denominator_bytes:
 * @self: a series
 *
 * Gets out of how many as native-endian doubles, without copying.
 *
 * Returns: (transfer none) (nullable): the bytes, or `NULL` for a series without counts
 *
 * Since: 0.1
 */
GBytes *
scrutiny_series_get_denominator_bytes (ScrutinySeries *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), NULL);

  return self->columns.denominators;
}

/**
 * scrutiny_series_get_bounds:
 * @self: a series
 * @index: a position below [property@Series:n-values]
 * @low: (out) (optional): return location for the least the value can be, or NaN
 * @high: (out) (optional): return location for the most the value can be, or NaN
 *
 * Gets what is known of a suppressed value: “<5” is 0 to 4.
 *
 * Returns: whether either bound is known; `FALSE` for a value that is not suppressed
 *
 * Since: 0.1
 */
gboolean
scrutiny_series_get_bounds (ScrutinySeries *self, gsize index, double *low, double *high)
{
  double least, most;
  gboolean is_known;

  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), FALSE);
  g_return_val_if_fail (index < scrutiny_series_get_n_values (self), FALSE);

  is_known = series_columns_get_bounds (&self->columns, index, &least, &most);
  if (low)
    *low = least;
  if (high)
    *high = most;

  return is_known;
}

/**
 * scrutiny_series_equal:
 * @self: a series
 * @other: another series
 *
 * Checks whether two series hold the same of the same periods in the same unit.
 *
 * Returns: whether they are equal
 *
 * Since: 0.1
 */
gboolean
scrutiny_series_equal (ScrutinySeries *self, ScrutinySeries *other)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (self), FALSE);
  g_return_val_if_fail (SCRUTINY_IS_SERIES (other), FALSE);

  return strcmp (self->unit, other->unit) == 0 &&
         strcmp (scrutiny_series_get_hash (self), scrutiny_series_get_hash (other)) == 0;
}
