/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/enums.h>
#include <scrutiny/linkage-panel-options.h>

#include <math.h>

#define DEFAULT_DRAWS 999
#define DEFAULT_SEED 1

/**
 * ScrutinyLinkagePanelOptions:
 *
 * What a table says of places, and what a reason says of how two figures move in them.
 *
 * Nothing is checked until [ctor@LinkagePanel.new] reads the options.
 *
 * Since: 0.1
 */
struct _ScrutinyLinkagePanelOptions {
  GObject parent_instance;

  char *region;
  char *indicator_of;
  char *outcome_of;
  guint lag;
  ScrutinyDirection expected;
  double contrast;
  guint draws;
  guint64 seed;
};

G_DEFINE_FINAL_TYPE (ScrutinyLinkagePanelOptions, scrutiny_linkage_panel_options, G_TYPE_OBJECT)

enum {
  PROP_REGION = 1,
  PROP_INDICATOR_OF,
  PROP_OUTCOME_OF,
  PROP_LAG,
  PROP_EXPECTED,
  PROP_CONTRAST,
  PROP_DRAWS,
  PROP_SEED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_linkage_panel_options_finalize (GObject *object)
{
  ScrutinyLinkagePanelOptions *self = SCRUTINY_LINKAGE_PANEL_OPTIONS (object);

  g_free (self->region);
  g_free (self->indicator_of);
  g_free (self->outcome_of);

  G_OBJECT_CLASS (scrutiny_linkage_panel_options_parent_class)->finalize (object);
}

static void
scrutiny_linkage_panel_options_get_property (GObject *object,
                                             guint id,
                                             GValue *value,
                                             GParamSpec *pspec)
{
  ScrutinyLinkagePanelOptions *self = SCRUTINY_LINKAGE_PANEL_OPTIONS (object);

  switch (id) {
  case PROP_REGION:
    g_value_set_string (value, self->region);
    break;
  case PROP_INDICATOR_OF:
    g_value_set_string (value, self->indicator_of);
    break;
  case PROP_OUTCOME_OF:
    g_value_set_string (value, self->outcome_of);
    break;
  case PROP_LAG:
    g_value_set_uint (value, self->lag);
    break;
  case PROP_EXPECTED:
    g_value_set_enum (value, (int) self->expected);
    break;
  case PROP_CONTRAST:
    g_value_set_double (value, self->contrast);
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
scrutiny_linkage_panel_options_set_property (GObject *object,
                                             guint id,
                                             const GValue *value,
                                             GParamSpec *pspec)
{
  ScrutinyLinkagePanelOptions *self = SCRUTINY_LINKAGE_PANEL_OPTIONS (object);

  switch (id) {
  case PROP_REGION:
    scrutiny_linkage_panel_options_set_region (self, g_value_get_string (value));
    break;
  case PROP_INDICATOR_OF:
    scrutiny_linkage_panel_options_set_indicator_of (self, g_value_get_string (value));
    break;
  case PROP_OUTCOME_OF:
    scrutiny_linkage_panel_options_set_outcome_of (self, g_value_get_string (value));
    break;
  case PROP_LAG:
    scrutiny_linkage_panel_options_set_lag (self, g_value_get_uint (value));
    break;
  case PROP_EXPECTED:
    scrutiny_linkage_panel_options_set_expected (self,
                                                 (ScrutinyDirection) g_value_get_enum (value));
    break;
  case PROP_CONTRAST:
    scrutiny_linkage_panel_options_set_contrast (self, g_value_get_double (value));
    break;
  case PROP_DRAWS:
    scrutiny_linkage_panel_options_set_draws (self, g_value_get_uint (value));
    break;
  case PROP_SEED:
    scrutiny_linkage_panel_options_set_seed (self, g_value_get_uint64 (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_first (GParamFlags flags)
{
  /**
   * ScrutinyLinkagePanelOptions:region: (getter get_region) (setter set_region)
   *
   * The column of regions; series then change places only within one.
   *
   * Since: 0.1
   */
  props[PROP_REGION] = g_param_spec_string ("region", NULL, NULL, NULL, flags);

  /**
   * ScrutinyLinkagePanelOptions:indicator-of: (getter get_indicator_of) (setter set_indicator_of)
   *
   * The column of what the indicator is out of; its own column then counts.
   *
   * Since: 0.1
   */
  props[PROP_INDICATOR_OF] = g_param_spec_string ("indicator-of", NULL, NULL, NULL, flags);

  /**
   * ScrutinyLinkagePanelOptions:outcome-of: (getter get_outcome_of) (setter set_outcome_of)
   *
   * The column of what the outcome is out of; its own column then counts.
   *
   * Since: 0.1
   */
  props[PROP_OUTCOME_OF] = g_param_spec_string ("outcome-of", NULL, NULL, NULL, flags);

  /**
   * ScrutinyLinkagePanelOptions:lag: (getter get_lag) (setter set_lag)
   *
   * How many periods the outcome takes, as the reason says.
   *
   * Since: 0.1
   */
  props[PROP_LAG] = g_param_spec_uint ("lag", NULL, NULL, 0, G_MAXUINT, 0, flags);
}

static void
define_rest (GParamFlags flags)
{
  /**
   * ScrutinyLinkagePanelOptions:expected: (getter get_expected) (setter set_expected)
   *
   * Which way the outcome is said to move when the indicator rises.
   *
   * Since: 0.1
   */
  props[PROP_EXPECTED] = g_param_spec_enum ("expected", NULL, NULL, SCRUTINY_TYPE_DIRECTION,
                                            SCRUTINY_DIRECTION_NONE, flags);

  /**
   * ScrutinyLinkagePanelOptions:contrast: (getter get_contrast) (setter set_contrast)
   *
   * How much higher the indicator is where risks are set side by side; NaN for its ordinary spread.
   *
   * Since: 0.1
   */
  props[PROP_CONTRAST] =
      g_param_spec_double ("contrast", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyLinkagePanelOptions:draws: (getter get_draws) (setter set_draws)
   *
   * How many orders of the places are drawn; of six or fewer all are looked at.
   *
   * Since: 0.1
   */
  props[PROP_DRAWS] = g_param_spec_uint ("draws", NULL, NULL, 0, G_MAXUINT, DEFAULT_DRAWS, flags);

  /**
   * ScrutinyLinkagePanelOptions:seed: (getter get_seed) (setter set_seed)
   *
   * Where the drawing starts; recorded in the method.
   *
   * Since: 0.1
   */
  props[PROP_SEED] = g_param_spec_uint64 ("seed", NULL, NULL, 0, G_MAXUINT64, DEFAULT_SEED, flags);
}

static void
scrutiny_linkage_panel_options_class_init (ScrutinyLinkagePanelOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_linkage_panel_options_finalize;
  object_class->get_property = scrutiny_linkage_panel_options_get_property;
  object_class->set_property = scrutiny_linkage_panel_options_set_property;

  define_first (flags);
  define_rest (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_linkage_panel_options_init (ScrutinyLinkagePanelOptions *self)
{
  self->contrast = NAN;
  self->draws = DEFAULT_DRAWS;
  self->seed = DEFAULT_SEED;
}

/**
 * scrutiny_linkage_panel_options_new:
 *
 * Creates options with their defaults.
 *
 * Returns: (transfer full): options
 *
 * Since: 0.1
 */
ScrutinyLinkagePanelOptions *
scrutiny_linkage_panel_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_LINKAGE_PANEL_OPTIONS, NULL);
}

/**
 * scrutiny_linkage_panel_options_get_region: (get-property region)
 * @self: options
 *
 * Gets the column of regions.
 *
 * Returns: (transfer none) (nullable): the name of a column
 *
 * Since: 0.1
 */
const char *
scrutiny_linkage_panel_options_get_region (ScrutinyLinkagePanelOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self), NULL);

  return self->region;
}

/**
 * scrutiny_linkage_panel_options_set_region: (set-property region)
 * @self: options
 * @region: (nullable): the name of a column
 *
 * Sets the column of regions.
 *
 * Since: 0.1
 */
void
scrutiny_linkage_panel_options_set_region (ScrutinyLinkagePanelOptions *self, const char *region)
{
  g_return_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self));

  if (g_strcmp0 (self->region, region) == 0)
    return;
  g_free (self->region);
  self->region = g_strdup (region);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGION]);
}

/**
 * scrutiny_linkage_panel_options_get_indicator_of: (get-property indicator-of)
 * @self: options
 *
 * Gets the column of what the indicator is out of.
 *
 * Returns: (transfer none) (nullable): the name of a column
 *
 * Since: 0.1
 */
const char *
scrutiny_linkage_panel_options_get_indicator_of (ScrutinyLinkagePanelOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self), NULL);

  return self->indicator_of;
}

/**
 * scrutiny_linkage_panel_options_set_indicator_of: (set-property indicator-of)
 * @self: options
 * @indicator_of: (nullable): the name of a column
 *
 * Sets the column of what the indicator is out of.
 *
 * Since: 0.1
 */
void
scrutiny_linkage_panel_options_set_indicator_of (ScrutinyLinkagePanelOptions *self,
                                                 const char *indicator_of)
{
  g_return_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self));

  if (g_strcmp0 (self->indicator_of, indicator_of) == 0)
    return;
  g_free (self->indicator_of);
  self->indicator_of = g_strdup (indicator_of);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INDICATOR_OF]);
}

/**
 * scrutiny_linkage_panel_options_get_outcome_of: (get-property outcome-of)
 * @self: options
 *
 * Gets the column of what the outcome is out of.
 *
 * Returns: (transfer none) (nullable): the name of a column
 *
 * Since: 0.1
 */
const char *
scrutiny_linkage_panel_options_get_outcome_of (ScrutinyLinkagePanelOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self), NULL);

  return self->outcome_of;
}

/**
 * scrutiny_linkage_panel_options_set_outcome_of: (set-property outcome-of)
 * @self: options
 * @outcome_of: (nullable): the name of a column
 *
 * Sets the column of what the outcome is out of.
 *
 * Since: 0.1
 */
void
scrutiny_linkage_panel_options_set_outcome_of (ScrutinyLinkagePanelOptions *self,
                                               const char *outcome_of)
{
  g_return_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self));

  if (g_strcmp0 (self->outcome_of, outcome_of) == 0)
    return;
  g_free (self->outcome_of);
  self->outcome_of = g_strdup (outcome_of);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTCOME_OF]);
}

/**
 * scrutiny_linkage_panel_options_get_lag: (get-property lag)
 * @self: options
 *
 * Gets how many periods the outcome takes.
 *
 * Returns: the periods
 *
 * Since: 0.1
 */
guint
scrutiny_linkage_panel_options_get_lag (ScrutinyLinkagePanelOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self), 0);

  return self->lag;
}

/**
 * scrutiny_linkage_panel_options_set_lag: (set-property lag)
 * @self: options
 * @lag: the periods
 *
 * Sets how many periods the outcome takes.
 *
 * Since: 0.1
 */
void
scrutiny_linkage_panel_options_set_lag (ScrutinyLinkagePanelOptions *self, guint lag)
{
  g_return_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self));

  if (self->lag == lag)
    return;
  self->lag = lag;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAG]);
}

/**
 * scrutiny_linkage_panel_options_get_expected: (get-property expected)
 * @self: options
 *
 * Gets which way the outcome is said to move when the indicator rises.
 *
 * Returns: the direction
 *
 * Since: 0.1
 */
ScrutinyDirection
scrutiny_linkage_panel_options_get_expected (ScrutinyLinkagePanelOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self), SCRUTINY_DIRECTION_NONE);

  return self->expected;
}

/**
 * scrutiny_linkage_panel_options_set_expected: (set-property expected)
 * @self: options
 * @expected: the direction
 *
 * Sets which way the outcome is said to move when the indicator rises.
 *
 * Since: 0.1
 */
void
scrutiny_linkage_panel_options_set_expected (ScrutinyLinkagePanelOptions *self,
                                             ScrutinyDirection expected)
{
  g_return_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self));

  if (self->expected == expected)
    return;
  self->expected = expected;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPECTED]);
}

/**
 * scrutiny_linkage_panel_options_get_contrast: (get-property contrast)
 * @self: options
 *
 * Gets how much higher the indicator is where risks are set side by side.
 *
 * Returns: a difference in its unit, or NaN for its ordinary spread
 *
 * Since: 0.1
 */
double
scrutiny_linkage_panel_options_get_contrast (ScrutinyLinkagePanelOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self), NAN);

  return self->contrast;
}

/**
 * scrutiny_linkage_panel_options_set_contrast: (set-property contrast)
 * @self: options
 * @contrast: a difference in its unit, or NaN for its ordinary spread
 *
 * Sets how much higher the indicator is where risks are set side by side. There is no ratio of
 * them for more than lies between its lowest and its highest value.
 *
 * Since: 0.1
 */
void
scrutiny_linkage_panel_options_set_contrast (ScrutinyLinkagePanelOptions *self, double contrast)
{
  g_return_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self));

  if (self->contrast == contrast || (isnan (self->contrast) && isnan (contrast)))
    return;
  self->contrast = contrast;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTRAST]);
}

/**
 * scrutiny_linkage_panel_options_get_draws: (get-property draws)
 * @self: options
 *
 * Gets how many orders of the places are drawn.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_linkage_panel_options_get_draws (ScrutinyLinkagePanelOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self), 0);

  return self->draws;
}

/**
 * scrutiny_linkage_panel_options_set_draws: (set-property draws)
 * @self: options
 * @draws: the number
 *
 * Sets how many orders of the places are drawn.
 *
 * Since: 0.1
 */
void
scrutiny_linkage_panel_options_set_draws (ScrutinyLinkagePanelOptions *self, guint draws)
{
  g_return_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self));

  if (self->draws == draws)
    return;
  self->draws = draws;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DRAWS]);
}

/**
 * scrutiny_linkage_panel_options_get_seed: (get-property seed)
 * @self: options
 *
 * Gets where the drawing starts.
 *
 * Returns: the seed
 *
 * Since: 0.1
 */
guint64
scrutiny_linkage_panel_options_get_seed (ScrutinyLinkagePanelOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self), 0);

  return self->seed;
}

/**
 * scrutiny_linkage_panel_options_set_seed: (set-property seed)
 * @self: options
 * @seed: the seed
 *
 * Sets where the drawing starts.
 *
 * Since: 0.1
 */
void
scrutiny_linkage_panel_options_set_seed (ScrutinyLinkagePanelOptions *self, guint64 seed)
{
  g_return_if_fail (SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (self));

  if (self->seed == seed)
    return;
  self->seed = seed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEED]);
}
