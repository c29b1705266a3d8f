/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-private.h"

#include <math.h>

/**
 * ScrutinyShift:
 *
 * A place where the level or the slope of a series changed.
 *
 * Since: 0.1
 */
struct _ScrutinyShift {
  GObject parent_instance;

  char *at;
  char *earliest;
  char *latest;
  const char *kind; /* static */
  double before;
  double after;
  double change;
  double change_low;
  double change_high;
  double slope_before;
  double slope_after;
  double before_error;
  double after_error;
  double change_error;
  double spread_before;
  double spread_after;
};

G_DEFINE_FINAL_TYPE (ScrutinyShift, scrutiny_shift, G_TYPE_OBJECT)

enum {
  PROP_AT = 1,
  PROP_EARLIEST,
  PROP_LATEST,
  PROP_KIND,
  PROP_BEFORE,
  PROP_AFTER,
  PROP_CHANGE,
  PROP_CHANGE_LOW,
  PROP_CHANGE_HIGH,
  PROP_SLOPE_BEFORE,
  PROP_SLOPE_AFTER,
  PROP_BEFORE_ERROR,
  PROP_AFTER_ERROR,
  PROP_CHANGE_ERROR,
  PROP_SPREAD_BEFORE,
  PROP_SPREAD_AFTER,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_shift_finalize (GObject *object)
{
  ScrutinyShift *self = SCRUTINY_SHIFT (object);

  g_free (self->at);
  g_free (self->earliest);
  g_free (self->latest);

  G_OBJECT_CLASS (scrutiny_shift_parent_class)->finalize (object);
}

static void
scrutiny_shift_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyShift *self = SCRUTINY_SHIFT (object);

  switch (id) {
  case PROP_AT:
    g_value_set_string (value, self->at);
    break;
  case PROP_EARLIEST:
    g_value_set_string (value, self->earliest);
    break;
  case PROP_LATEST:
    g_value_set_string (value, self->latest);
    break;
  case PROP_KIND:
    g_value_set_string (value, self->kind);
    break;
  case PROP_BEFORE:
    g_value_set_double (value, self->before);
    break;
  case PROP_AFTER:
    g_value_set_double (value, self->after);
    break;
  case PROP_CHANGE:
    g_value_set_double (value, self->change);
    break;
  case PROP_CHANGE_LOW:
    g_value_set_double (value, self->change_low);
    break;
  case PROP_CHANGE_HIGH:
    g_value_set_double (value, self->change_high);
    break;
  case PROP_SLOPE_BEFORE:
    g_value_set_double (value, self->slope_before);
    break;
  case PROP_SLOPE_AFTER:
    g_value_set_double (value, self->slope_after);
    break;
  case PROP_BEFORE_ERROR:
    g_value_set_double (value, self->before_error);
    break;
  case PROP_AFTER_ERROR:
    g_value_set_double (value, self->after_error);
    break;
  case PROP_CHANGE_ERROR:
    g_value_set_double (value, self->change_error);
    break;
  case PROP_SPREAD_BEFORE:
    g_value_set_double (value, self->spread_before);
    break;
  case PROP_SPREAD_AFTER:
    g_value_set_double (value, self->spread_after);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_place (GParamFlags flags)
{
  /**
   * ScrutinyShift:at: (getter get_at)
   *
   * The first period after the change.
   *
   * Since: 0.1
   */
  props[PROP_AT] = g_param_spec_string ("at", NULL, NULL, "", flags);

  /**
   * ScrutinyShift:earliest: (getter get_earliest)
   *
   * The earliest period that may be the first after the change.
   *
   * Since: 0.1
   */
  props[PROP_EARLIEST] = g_param_spec_string ("earliest", NULL, NULL, "", flags);

  /**
   * ScrutinyShift:latest: (getter get_latest)
   *
   * The latest period that may be the first after the change.
   *
   * Since: 0.1
   */
  props[PROP_LATEST] = g_param_spec_string ("latest", NULL, NULL, "", flags);

  /**
   * ScrutinyShift:kind: (getter get_kind)
   *
   * What changed: `level`, `slope` or `both`; of some models also `spread`,
   * `level-and-spread` or `distribution`.
   *
   * Since: 0.1
   */
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "", flags);
}

static void
define_size (GParamFlags flags)
{
  /**
   * ScrutinyShift:before: (getter get_before)
   *
   * The level just before the change: where the figure would have lain in that period, had
   * nothing changed. For kind `slope` it is the movement a period before it.
   *
   * Since: 0.1
   */
  props[PROP_BEFORE] =
      g_param_spec_double ("before", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShift:after: (getter get_after)
   *
   * The level just after the change; for kind `slope`, the movement a period from then on.
   *
   * Since: 0.1
   */
  props[PROP_AFTER] =
      g_param_spec_double ("after", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShift:change: (getter get_change)
   *
   * By how much it changed: after less before.
   *
   * Since: 0.1
   */
  props[PROP_CHANGE] =
      g_param_spec_double ("change", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
define_how_sure (GParamFlags flags)
{
  /**
   * ScrutinyShift:change-low: (getter get_change_low)
   *
   * The lower end of the interval of the change.
   *
   * Since: 0.1
   */
  props[PROP_CHANGE_LOW] =
      g_param_spec_double ("change-low", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShift:change-high: (getter get_change_high)
   *
   * The upper end of the interval of the change.
   *
   * Since: 0.1
   */
  props[PROP_CHANGE_HIGH] =
      g_param_spec_double ("change-high", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShift:slope-before: (getter get_slope_before)
   *
   * The movement a period before the change; 0 where the figure was level.
   *
   * Since: 0.1
   */
  props[PROP_SLOPE_BEFORE] =
      g_param_spec_double ("slope-before", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShift:slope-after: (getter get_slope_after)
   *
   * The movement a period from the change on; 0 where the figure is level.
   *
   * Since: 0.1
   */
  props[PROP_SLOPE_AFTER] =
      g_param_spec_double ("slope-after", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
define_errors (GParamFlags flags)
{
  /**
   * ScrutinyShift:before-error: (getter get_before_error)
   *
   * The standard error of [property@Shift:before].
   *
   * Since: 0.1
   */
  props[PROP_BEFORE_ERROR] =
      g_param_spec_double ("before-error", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShift:after-error: (getter get_after_error)
   *
   * The standard error of [property@Shift:after].
   *
   * Since: 0.1
   */
  props[PROP_AFTER_ERROR] =
      g_param_spec_double ("after-error", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShift:change-error: (getter get_change_error)
   *
   * The standard error of [property@Shift:change].
   *
   * Since: 0.1
   */
  props[PROP_CHANGE_ERROR] =
      g_param_spec_double ("change-error", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShift:spread-before: (getter get_spread_before)
   *
   * How far values lay from their level before the change; NaN where one spread stands for
   * all stretches.
   *
   * Since: 0.1
   */
  props[PROP_SPREAD_BEFORE] =
      g_param_spec_double ("spread-before", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShift:spread-after: (getter get_spread_after)
   *
   * How far values lie from their level from the change on; NaN where one spread stands for
   * all stretches.
   *
   * Since: 0.1
   */
  props[PROP_SPREAD_AFTER] =
      g_param_spec_double ("spread-after", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
scrutiny_shift_class_init (ScrutinyShiftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_shift_finalize;
  object_class->get_property = scrutiny_shift_get_property;

  define_place (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  define_size (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  define_how_sure (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  define_errors (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_shift_init (ScrutinyShift *self)
{
  self->at = g_strdup ("");
  self->earliest = g_strdup ("");
  self->latest = g_strdup ("");
  self->kind = shift_kind_get_name (SHIFT_LEVEL);
}

const char *
shift_kind_get_name (ShiftKind kind)
{
  static const char *const names[] = { "level",       "slope", "both", "spread", "level-and-spread",
                                       "distribution" };

  return names[kind];
}

static void
take_period (char **field, ScrutinyTimeline *timeline, guint index)
{
  g_free (*field);
  *field = scrutiny_timeline_dup_text (timeline, index);
}

ScrutinyShift *
scrutiny_shift_new_found (ScrutinyTimeline *timeline, const FoundShift *found)
{
  ScrutinyShift *self = g_object_new (SCRUTINY_TYPE_SHIFT, NULL);

  take_period (&self->at, timeline, found->at);
  take_period (&self->earliest, timeline, found->earliest);
  take_period (&self->latest, timeline, found->latest);
  self->kind = shift_kind_get_name (found->kind);
  self->before = found->before;
  self->after = found->after;
  self->change = found->change;
  self->change_low = found->change_low;
  self->change_high = found->change_high;
  self->slope_before = found->slope_before;
  self->slope_after = found->slope_after;
  self->before_error = found->before_error;
  self->after_error = found->after_error;
  self->change_error = found->change_error;
  self->spread_before = found->spread_before;
  self->spread_after = found->spread_after;

  return self;
}

/**
 * scrutiny_shift_get_at: (get-property at)
 * @self: a shift
 *
 * Gets the first period after the change.
 *
 * Returns: the period, such as `2024-04`
 *
 * Since: 0.1
 */
const char *
scrutiny_shift_get_at (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NULL);

  return self->at;
}

/**
 * scrutiny_shift_get_earliest: (get-property earliest)
 * @self: a shift
 *
 * Gets the earliest period that may be the first after the change.
 *
 * Returns: the period
 *
 * Since: 0.1
 */
const char *
scrutiny_shift_get_earliest (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NULL);

  return self->earliest;
}

/**
 * scrutiny_shift_get_latest: (get-property latest)
 * @self: a shift
 *
 * Gets the latest period that may be the first after the change.
 *
 * Returns: the period
 *
 * Since: 0.1
 */
const char *
scrutiny_shift_get_latest (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NULL);

  return self->latest;
}

/**
 * scrutiny_shift_get_kind: (get-property kind)
 * @self: a shift
 *
 * Gets what changed: `level`, `slope` or `both`; of some models also `spread`,
 * `level-and-spread` or `distribution`.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
const char *
scrutiny_shift_get_kind (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NULL);

  return self->kind;
}

/**
 * scrutiny_shift_get_before: (get-property before)
 * @self: a shift
 *
 * Gets the level just before the change: where the figure would have lain in that period,
 * had nothing changed. For kind `slope` it is the movement a period before it.
 *
 * Returns: the level, or the movement a period
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_before (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->before;
}

/**
 * scrutiny_shift_get_after: (get-property after)
 * @self: a shift
 *
 * Gets the level just after the change; for kind `slope`, the movement a period from then
 * on.
 *
 * Returns: the level, or the movement a period
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_after (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->after;
}

/**
 * scrutiny_shift_get_change: (get-property change)
 * @self: a shift
 *
 * Gets by how much it changed: after less before.
 *
 * Returns: the change
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_change (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->change;
}

/**
 * scrutiny_shift_get_change_low: (get-property change-low)
 * @self: a shift
 *
 * Gets the lower end of the interval of the change.
 *
 * Returns: the lower end
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_change_low (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->change_low;
}

/**
 * scrutiny_shift_get_change_high: (get-property change-high)
 * @self: a shift
 *
 * Gets the upper end of the interval of the change.
 *
 * Returns: the upper end
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_change_high (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->change_high;
}

/**
 * scrutiny_shift_get_slope_before: (get-property slope-before)
 * @self: a shift
 *
 * Gets the movement a period before the change; 0 where the figure was level.
 *
 * Returns: the movement a period
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_slope_before (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->slope_before;
}

/**
 * scrutiny_shift_get_slope_after: (get-property slope-after)
 * @self: a shift
 *
 * Gets the movement a period from the change on; 0 where the figure is level.
 *
 * Returns: the movement a period
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_slope_after (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->slope_after;
}

/**
 * scrutiny_shift_get_before_error: (get-property before-error)
 * @self: a shift
 *
 * Gets the standard error of the level, or of the movement, before.
 *
 * Returns: the error
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_before_error (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->before_error;
}

/**
 * scrutiny_shift_get_after_error: (get-property after-error)
 * @self: a shift
 *
 * Gets the standard error of the level, or of the movement, after.
 *
 * Returns: the error
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_after_error (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->after_error;
}

/**
 * scrutiny_shift_get_change_error: (get-property change-error)
 * @self: a shift
 *
 * Gets the standard error of the change.
 *
 * Returns: the error
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_change_error (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->change_error;
}

/**
 * scrutiny_shift_get_spread_before: (get-property spread-before)
 * @self: a shift
 *
 * Gets how far values lay from their level before the change; NaN where one spread stands
 * for all stretches.
 *
 * Returns: the spread
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_spread_before (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->spread_before;
}

/**
 * scrutiny_shift_get_spread_after: (get-property spread-after)
 * @self: a shift
 *
 * Gets how far values lie from their level from the change on; NaN where one spread stands
 * for all stretches.
 *
 * Returns: the spread
 *
 * Since: 0.1
 */
double
scrutiny_shift_get_spread_after (ScrutinyShift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFT (self), NAN);

  return self->spread_after;
}
