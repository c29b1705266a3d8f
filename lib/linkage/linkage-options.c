/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/enums.h>
#include <scrutiny/linkage-options.h>

#define LONGEST_LAG 1000

/**
 * ScrutinyLinkageOptions:
 *
 * What a reason says of how a figure and an outcome move.
 *
 * Nothing is checked until [ctor@Linkage.new] reads the options.
 *
 * Since: 0.1
 */
struct _ScrutinyLinkageOptions {
  GObject parent_instance;

  int max_lag;
  ScrutinyDirection expected;
  char **events;
};

G_DEFINE_FINAL_TYPE (ScrutinyLinkageOptions, scrutiny_linkage_options, G_TYPE_OBJECT)

enum {
  PROP_MAX_LAG = 1,
  PROP_EXPECTED,
  PROP_EVENTS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_linkage_options_finalize (GObject *object)
{
  g_strfreev (SCRUTINY_LINKAGE_OPTIONS (object)->events);

  G_OBJECT_CLASS (scrutiny_linkage_options_parent_class)->finalize (object);
}

static void
scrutiny_linkage_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyLinkageOptions *self = SCRUTINY_LINKAGE_OPTIONS (object);

  switch (id) {
  case PROP_MAX_LAG:
    g_value_set_int (value, self->max_lag);
    break;
  case PROP_EXPECTED:
    g_value_set_enum (value, (int) self->expected);
    break;
  case PROP_EVENTS:
    g_value_set_boxed (value, self->events);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_linkage_options_set_property (GObject *object,
                                       guint id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  ScrutinyLinkageOptions *self = SCRUTINY_LINKAGE_OPTIONS (object);

  switch (id) {
  case PROP_MAX_LAG:
    scrutiny_linkage_options_set_max_lag (self, g_value_get_int (value));
    break;
  case PROP_EXPECTED:
    scrutiny_linkage_options_set_expected (self, (ScrutinyDirection) g_value_get_enum (value));
    break;
  case PROP_EVENTS:
    scrutiny_linkage_options_set_events (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_properties (GParamFlags flags)
{
  /**
   * ScrutinyLinkageOptions:max-lag: (getter get_max_lag) (setter set_max_lag)
   *
   * How many periods the outcome may take; -1 for 3 where there are two dozen, else 1.
   *
   * Since: 0.1
   */
  props[PROP_MAX_LAG] = g_param_spec_int ("max-lag", NULL, NULL, -1, LONGEST_LAG, -1, flags);

  /**
   * ScrutinyLinkageOptions:expected: (getter get_expected) (setter set_expected)
   *
   * Which way the reason says that the outcome moves when the figure rises.
   *
   * Since: 0.1
   */
  props[PROP_EXPECTED] = g_param_spec_enum ("expected", NULL, NULL, SCRUTINY_TYPE_DIRECTION,
                                            SCRUTINY_DIRECTION_NONE, flags);

  /**
   * ScrutinyLinkageOptions:events: (getter get_events) (setter set_events)
   *
   * What is known to have happened, such as `2020-04..2020-06 first lockdown`: a period or a
   * span, then words. Those periods are left out.
   *
   * Since: 0.1
   */
  props[PROP_EVENTS] = g_param_spec_boxed ("events", NULL, NULL, G_TYPE_STRV, flags);
}

static void
scrutiny_linkage_options_class_init (ScrutinyLinkageOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_linkage_options_finalize;
  object_class->get_property = scrutiny_linkage_options_get_property;
  object_class->set_property = scrutiny_linkage_options_set_property;

  define_properties (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_linkage_options_init (ScrutinyLinkageOptions *self)
{
  self->max_lag = -1;
  self->expected = SCRUTINY_DIRECTION_NONE;
}

/**
 * scrutiny_linkage_options_new:
 *
 * Creates options of a reason that says nothing of how things move.
 *
 * Returns: (transfer full): options
 *
 * Since: 0.1
 */
ScrutinyLinkageOptions *
scrutiny_linkage_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_LINKAGE_OPTIONS, NULL);
}

/**
 * scrutiny_linkage_options_get_max_lag: (get-property max-lag)
 * @self: options
 *
 * Gets how many periods the outcome may take.
 *
 * Returns: the periods, or -1 for the usual number
 *
 * Since: 0.1
 */
int
scrutiny_linkage_options_get_max_lag (ScrutinyLinkageOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_OPTIONS (self), -1);

  return self->max_lag;
}

/**
 * scrutiny_linkage_options_set_max_lag: (set-property max-lag)
 * @self: options
 * @max_lag: the periods, or -1 for the usual number
 *
 * Sets how many periods the outcome may take, as the reason says. More are looked at with less
 * care each.
 *
 * Since: 0.1
 */
void
scrutiny_linkage_options_set_max_lag (ScrutinyLinkageOptions *self, int max_lag)
{
  g_return_if_fail (SCRUTINY_IS_LINKAGE_OPTIONS (self));

  if (self->max_lag == max_lag)
    return;
  self->max_lag = max_lag;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_LAG]);
}

/**
 * scrutiny_linkage_options_get_expected: (get-property expected)
 * @self: options
 *
 * Gets which way the outcome is said to move when the figure rises.
 *
 * Returns: the direction
 *
 * Since: 0.1
 */
ScrutinyDirection
scrutiny_linkage_options_get_expected (ScrutinyLinkageOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_OPTIONS (self), SCRUTINY_DIRECTION_NONE);

  return self->expected;
}

/**
 * scrutiny_linkage_options_set_expected: (set-property expected)
 * @self: options
 * @expected: the direction
 *
 * Sets which way the outcome is said to move when the figure rises.
 *
 * Since: 0.1
 */
void
scrutiny_linkage_options_set_expected (ScrutinyLinkageOptions *self, ScrutinyDirection expected)
{
  g_return_if_fail (SCRUTINY_IS_LINKAGE_OPTIONS (self));

  if (self->expected == expected)
    return;
  self->expected = expected;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPECTED]);
}

/**
 * scrutiny_linkage_options_get_events: (get-property events)
 * @self: options
 *
 * Gets what is known to have happened.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the events
 *
 * Since: 0.1
 */
const char *const *
scrutiny_linkage_options_get_events (ScrutinyLinkageOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_OPTIONS (self), NULL);

  return (const char *const *) self->events;
}

/**
 * scrutiny_linkage_options_set_events: (set-property events)
 * @self: options
 * @events: (nullable) (array zero-terminated=1): the events, each a period or a span, and words
 *
 * Sets what is known to have happened.
 *
 * Since: 0.1
 */
void
scrutiny_linkage_options_set_events (ScrutinyLinkageOptions *self, const char *const *events)
{
  g_return_if_fail (SCRUTINY_IS_LINKAGE_OPTIONS (self));

  if (events == (const char *const *) self->events ||
      (events && self->events && g_strv_equal (events, (const char *const *) self->events)))
    return;

  g_strfreev (self->events);
  self->events = g_strdupv ((char **) events);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EVENTS]);
}
