/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-signal-private.h"

/**
 * ScrutinySignal:
 *
 * A pattern of points that a rule looks for, found in a chart.
 *
 * A point may belong to several signals, upward and downward ones alike.
 *
 * Since: 0.1
 */
struct _ScrutinySignal {
  GObject parent_instance;

  ScrutinyTimeline *timeline;
  const char *rule;     /* interned */
  const char *rule_set; /* interned */
  ScrutinyDirection direction;
  char *first;
  char *last;
  char *completed;
  GArray *points; /* of guint */
};

G_DEFINE_FINAL_TYPE (ScrutinySignal, scrutiny_signal, G_TYPE_OBJECT)

static void
scrutiny_signal_finalize (GObject *object)
{
  ScrutinySignal *self = SCRUTINY_SIGNAL (object);

  g_clear_object (&self->timeline);
  g_free (self->first);
  g_free (self->last);
  g_free (self->completed);
  g_array_unref (self->points);

  G_OBJECT_CLASS (scrutiny_signal_parent_class)->finalize (object);
}

static void
scrutiny_signal_class_init (ScrutinySignalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_signal_finalize;
}

static void
scrutiny_signal_init (ScrutinySignal *self)
{
  self->rule = self->rule_set = "";
  self->first = g_strdup ("");
  self->last = g_strdup ("");
  self->completed = g_strdup ("");
  self->points = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
take_period (char **field, ScrutinyTimeline *timeline, guint index)
{
  g_free (*field);
  *field = scrutiny_timeline_dup_text (timeline, index);
}

ScrutinySignal *
scrutiny_signal_new_take (ScrutinyTimeline *timeline,
                          const char *rule,
                          const char *rule_set,
                          ScrutinyDirection direction,
                          guint completed,
                          GArray *points)
{
  ScrutinySignal *self = g_object_new (SCRUTINY_TYPE_SIGNAL, NULL);

  g_array_unref (self->points);
  self->points = points;
  self->timeline = g_object_ref (timeline);
  self->rule = g_intern_string (rule);
  self->rule_set = g_intern_string (rule_set);
  self->direction = direction;
  take_period (&self->first, timeline, g_array_index (points, guint, 0));
  take_period (&self->last, timeline, g_array_index (points, guint, points->len - 1));
  take_period (&self->completed, timeline, completed);

  return self;
}

/**
 * scrutiny_signal_get_rule:
 * @self: a signal
 *
 * Gets which rule found the pattern: `beyond-limits`, `one-side`, `two-of-three`,
 * `three-of-four`, `trend`, `long-run`, `few-crossings` or `run-count`.
 *
 * Returns: the rule's id
 *
 * Since: 0.1
 */
const char *
scrutiny_signal_get_rule (ScrutinySignal *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SIGNAL (self), NULL);

  return self->rule;
}

/**
 * scrutiny_signal_get_rule_set:
 * @self: a signal
 *
 * Gets which set the rule belongs to, such as `anhoej`, `wheeler` or `mdc-2023`, or the
 * rule as it was written out.
 *
 * Returns: the set's name
 *
 * Since: 0.1
 */
const char *
scrutiny_signal_get_rule_set (ScrutinySignal *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SIGNAL (self), NULL);

  return self->rule_set;
}

/**
 * scrutiny_signal_get_direction:
 * @self: a signal
 *
 * Gets which way the points lie.
 *
 * Returns: the direction; neither for few crossings
 *
 * Since: 0.1
 */
ScrutinyDirection
scrutiny_signal_get_direction (ScrutinySignal *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SIGNAL (self), SCRUTINY_DIRECTION_NONE);

  return self->direction;
}

/**
 * scrutiny_signal_get_first:
 * @self: a signal
 *
 * Gets the first period of the pattern.
 *
 * Returns: the period, such as `2024-04`
 *
 * Since: 0.1
 */
const char *
scrutiny_signal_get_first (ScrutinySignal *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SIGNAL (self), NULL);

  return self->first;
}

/**
 * scrutiny_signal_get_last:
 * @self: a signal
 *
 * Gets the last period of the pattern.
 *
 * Returns: the period, such as `2025-03`
 *
 * Since: 0.1
 */
const char *
scrutiny_signal_get_last (ScrutinySignal *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SIGNAL (self), NULL);

  return self->last;
}

/**
 * scrutiny_signal_get_completed:
 * @self: a signal
 *
 * Gets the period whose value made the pattern complete: before it, nobody could
 * have seen it.
 *
 * Returns: the period
 *
 * Since: 0.1
 */
const char *
scrutiny_signal_get_completed (ScrutinySignal *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SIGNAL (self), NULL);

  return self->completed;
}

/**
 * scrutiny_signal_get_points:
 * @self: a signal
 * @n_points: (out): how many points
 *
 * Gets the points of the pattern, as positions in the series counted from 0.
 *
 * Returns: (array length=n_points) (transfer none): the positions, in time
 *
 * Since: 0.1
 */
const guint *
scrutiny_signal_get_points (ScrutinySignal *self, gsize *n_points)
{
  g_return_val_if_fail (SCRUTINY_IS_SIGNAL (self), NULL);
  g_return_val_if_fail (n_points != NULL, NULL);

  *n_points = self->points->len;

  return (const guint *) self->points->data;
}

/**
 * scrutiny_signal_dup_periods:
 * @self: a signal
 *
 * Gets the periods of the pattern's points.
 *
 * Returns: (transfer full) (array zero-terminated=1): the periods, in time
 *
 * Since: 0.1
 */
char **
scrutiny_signal_dup_periods (ScrutinySignal *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SIGNAL (self), NULL);

  GStrvBuilder *builder = g_strv_builder_new ();
  for (guint i = 0; i < self->points->len; i++) {
    g_autofree char *period =
        scrutiny_timeline_dup_text (self->timeline, g_array_index (self->points, guint, i));
    g_strv_builder_add (builder, period);
  }

  char **periods = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return periods;
}
