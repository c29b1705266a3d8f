/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/enums.h>
#include <scrutiny/step-options.h>

#define DEFAULT_DRAWS 999
#define DEFAULT_SEED 1

/**
 * ScrutinyStepOptions:
 *
 * Since when something is said to be in force, and since when that was known.
 *
 * Nothing is checked until [ctor@Step.new] reads the options.
 *
 * Since: 0.1
 */
struct _ScrutinyStepOptions {
  GObject parent_instance;

  char *at;
  char *stated;
  ScrutinyDirection expected;
  guint draws;
  guint64 seed;
};

G_DEFINE_FINAL_TYPE (ScrutinyStepOptions, scrutiny_step_options, G_TYPE_OBJECT)

enum {
  PROP_AT = 1,
  PROP_STATED,
  PROP_EXPECTED,
  PROP_DRAWS,
  PROP_SEED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_step_options_finalize (GObject *object)
{
  ScrutinyStepOptions *self = SCRUTINY_STEP_OPTIONS (object);

  g_free (self->at);
  g_free (self->stated);

  G_OBJECT_CLASS (scrutiny_step_options_parent_class)->finalize (object);
}

static void
scrutiny_step_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyStepOptions *self = SCRUTINY_STEP_OPTIONS (object);

  switch (id) {
  case PROP_AT:
    g_value_set_string (value, self->at);
    break;
  case PROP_STATED:
    g_value_set_string (value, self->stated);
    break;
  case PROP_EXPECTED:
    g_value_set_enum (value, (int) self->expected);
    break;
  case PROP_DRAWS:
    g_value_set_uint (value, self->draws);
    break;
  case PROP_SEED:
    g_value_set_uint64 (value, self->seed);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_step_options_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  ScrutinyStepOptions *self = SCRUTINY_STEP_OPTIONS (object);

  switch (id) {
  case PROP_AT:
    scrutiny_step_options_set_at (self, g_value_get_string (value));
    break;
  case PROP_STATED:
    scrutiny_step_options_set_stated (self, g_value_get_string (value));
    break;
  case PROP_EXPECTED:
    scrutiny_step_options_set_expected (self, (ScrutinyDirection) g_value_get_enum (value));
    break;
  case PROP_DRAWS:
    scrutiny_step_options_set_draws (self, g_value_get_uint (value));
    break;
  case PROP_SEED:
    scrutiny_step_options_set_seed (self, g_value_get_uint64 (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_properties (GParamFlags flags)
{
  /**
   * ScrutinyStepOptions:at: (getter get_at) (setter set_at)
   *
   * The first period that is said to be changed, such as `2024-04`.
   *
   * Since: 0.1
   */
  props[PROP_AT] = g_param_spec_string ("at", NULL, NULL, NULL, flags);

  /**
   * ScrutinyStepOptions:stated: (getter get_stated) (setter set_stated)
   *
   * When that was stated, such as `2024-03-14`.
   *
   * Since: 0.1
   */
  props[PROP_STATED] = g_param_spec_string ("stated", NULL, NULL, NULL, flags);

  /**
   * ScrutinyStepOptions:expected: (getter get_expected) (setter set_expected)
   *
   * Which way the figure is said to move.
   *
   * Since: 0.1
   */
  props[PROP_EXPECTED] = g_param_spec_enum ("expected", NULL, NULL, SCRUTINY_TYPE_DIRECTION,
                                            SCRUTINY_DIRECTION_NONE, flags);

  /**
   * ScrutinyStepOptions:draws: (getter get_draws) (setter set_draws)
   *
   * How many series in which nothing happens are drawn.
   *
   * Since: 0.1
   */
  props[PROP_DRAWS] = g_param_spec_uint ("draws", NULL, NULL, 0, G_MAXUINT, DEFAULT_DRAWS, flags);

  /**
   * ScrutinyStepOptions:seed: (getter get_seed) (setter set_seed)
   *
   * Where the drawing starts; recorded in the method.
   *
   * Since: 0.1
   */
  props[PROP_SEED] = g_param_spec_uint64 ("seed", NULL, NULL, 0, G_MAXUINT64, DEFAULT_SEED, flags);
}

static void
scrutiny_step_options_class_init (ScrutinyStepOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_step_options_finalize;
  object_class->get_property = scrutiny_step_options_get_property;
  object_class->set_property = scrutiny_step_options_set_property;

  define_properties (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_step_options_init (ScrutinyStepOptions *self)
{
  self->draws = DEFAULT_DRAWS;
  self->seed = DEFAULT_SEED;
}

/**
 * scrutiny_step_options_new:
 *
 * Creates options with their defaults.
 *
 * Returns: (transfer full): options
 *
 * Since: 0.1
 */
ScrutinyStepOptions *
scrutiny_step_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_STEP_OPTIONS, NULL);
}

/**
 * scrutiny_step_options_get_at: (get-property at)
 * @self: options
 *
 * Gets the first period that is said to be changed.
 *
 * Returns: (transfer none) (nullable): a period, or a date in one
 *
 * Since: 0.1
 */
const char *
scrutiny_step_options_get_at (ScrutinyStepOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP_OPTIONS (self), NULL);

  return self->at;
}

/**
 * scrutiny_step_options_set_at: (set-property at)
 * @self: options
 * @at: (nullable): a period, or a date in one
 *
 * Sets the first period that is said to be changed.
 *
 * Since: 0.1
 */
void
scrutiny_step_options_set_at (ScrutinyStepOptions *self, const char *at)
{
  g_return_if_fail (SCRUTINY_IS_STEP_OPTIONS (self));

  if (g_strcmp0 (self->at, at) == 0)
    return;
  g_free (self->at);
  self->at = g_strdup (at);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AT]);
}

/**
 * scrutiny_step_options_get_stated: (get-property stated)
 * @self: options
 *
 * Gets when the date was stated.
 *
 * Returns: (transfer none) (nullable): a date, or a longer period
 *
 * Since: 0.1
 */
const char *
scrutiny_step_options_get_stated (ScrutinyStepOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP_OPTIONS (self), NULL);

  return self->stated;
}

/**
 * scrutiny_step_options_set_stated: (set-property stated)
 * @self: options
 * @stated: (nullable): a date, or a longer period
 *
 * Sets when the date was stated. A date that was
 * stated after figures of it were known looks back: it may have been picked for how they move.
 *
 * Since: 0.1
 */
void
scrutiny_step_options_set_stated (ScrutinyStepOptions *self, const char *stated)
{
  g_return_if_fail (SCRUTINY_IS_STEP_OPTIONS (self));

  if (g_strcmp0 (self->stated, stated) == 0)
    return;
  g_free (self->stated);
  self->stated = g_strdup (stated);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATED]);
}

/**
 * scrutiny_step_options_get_expected: (get-property expected)
 * @self: options
 *
 * Gets which way the figure is said to move.
 *
 * Returns: the direction
 *
 * Since: 0.1
 */
ScrutinyDirection
scrutiny_step_options_get_expected (ScrutinyStepOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP_OPTIONS (self), SCRUTINY_DIRECTION_NONE);

  return self->expected;
}

/**
 * scrutiny_step_options_set_expected: (set-property expected)
 * @self: options
 * @expected: the direction
 *
 * Sets which way the figure is said to move.
 *
 * Since: 0.1
 */
void
scrutiny_step_options_set_expected (ScrutinyStepOptions *self, ScrutinyDirection expected)
{
  g_return_if_fail (SCRUTINY_IS_STEP_OPTIONS (self));

  if (self->expected == expected)
    return;
  self->expected = expected;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPECTED]);
}

/**
 * scrutiny_step_options_get_draws: (get-property draws)
 * @self: options
 *
 * Gets how many series in which nothing happens are drawn.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_step_options_get_draws (ScrutinyStepOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP_OPTIONS (self), 0);

  return self->draws;
}

/**
 * scrutiny_step_options_set_draws: (set-property draws)
 * @self: options
 * @draws: the number
 *
 * Sets how many series in which nothing happens are drawn.
 *
 * Since: 0.1
 */
void
scrutiny_step_options_set_draws (ScrutinyStepOptions *self, guint draws)
{
  g_return_if_fail (SCRUTINY_IS_STEP_OPTIONS (self));

  if (self->draws == draws)
    return;
  self->draws = draws;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DRAWS]);
}

/**
 * scrutiny_step_options_get_seed: (get-property seed)
 * @self: options
 *
 * Gets where the drawing starts.
 *
 * Returns: the seed
 *
 * Since: 0.1
 */
guint64
scrutiny_step_options_get_seed (ScrutinyStepOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP_OPTIONS (self), 0);

  return self->seed;
}

/**
 * scrutiny_step_options_set_seed: (set-property seed)
 * @self: options
 * @seed: the seed
 *
 * Sets where the drawing starts.
 *
 * Since: 0.1
 */
void
scrutiny_step_options_set_seed (ScrutinyStepOptions *self, guint64 seed)
{
  g_return_if_fail (SCRUTINY_IS_STEP_OPTIONS (self));

  if (self->seed == seed)
    return;
  self->seed = seed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEED]);
}
