/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/demand-options.h>

#define DEFAULT_LEVEL 0.95
#define DEFAULT_MARGIN 0.05
#define DEFAULT_DISCLOSURE 5

/**
 * ScrutinyDemandOptions:
 *
 * Who else coded the contacts, and how sure shares are to be.
 *
 * Nothing is checked until [ctor@Demand.new] reads the options.
 *
 * Since: 0.1
 */
struct _ScrutinyDemandOptions {
  GObject parent_instance;

  char *second_coder;
  double level;
  double margin;
  guint disclosure;
};

G_DEFINE_FINAL_TYPE (ScrutinyDemandOptions, scrutiny_demand_options, G_TYPE_OBJECT)

enum {
  PROP_SECOND_CODER = 1,
  PROP_LEVEL,
  PROP_MARGIN,
  PROP_DISCLOSURE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_demand_options_finalize (GObject *object)
{
  ScrutinyDemandOptions *self = SCRUTINY_DEMAND_OPTIONS (object);

  g_free (self->second_coder);

  G_OBJECT_CLASS (scrutiny_demand_options_parent_class)->finalize (object);
}

static void
scrutiny_demand_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyDemandOptions *self = SCRUTINY_DEMAND_OPTIONS (object);

  switch (id) {
  case PROP_SECOND_CODER:
    g_value_set_string (value, self->second_coder);
    break;
  case PROP_LEVEL:
    g_value_set_double (value, self->level);
    break;
  case PROP_MARGIN:
    g_value_set_double (value, self->margin);
    break;
  case PROP_DISCLOSURE:
    g_value_set_uint (value, self->disclosure);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_demand_options_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  ScrutinyDemandOptions *self = SCRUTINY_DEMAND_OPTIONS (object);

  switch (id) {
  case PROP_SECOND_CODER:
    scrutiny_demand_options_set_second_coder (self, g_value_get_string (value));
    break;
  case PROP_LEVEL:
    scrutiny_demand_options_set_level (self, g_value_get_double (value));
    break;
  case PROP_MARGIN:
    scrutiny_demand_options_set_margin (self, g_value_get_double (value));
    break;
  case PROP_DISCLOSURE:
    scrutiny_demand_options_set_disclosure (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_settings (GParamFlags flags)
{
  /**
   * ScrutinyDemandOptions:second-coder: (getter get_second_coder) (setter set_second_coder)
   *
   * The column of the kinds that somebody else gave the same contacts, nothing where they gave
   * none; not set, nobody did.
   *
   * Since: 0.1
   */
  props[PROP_SECOND_CODER] = g_param_spec_string ("second-coder", NULL, NULL, NULL, flags);

  /**
   * ScrutinyDemandOptions:level: (getter get_level) (setter set_level)
   *
   * How sure intervals are, 0.95 unless set.
   *
   * Since: 0.1
   */
  props[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, DEFAULT_LEVEL, flags);

  /**
   * ScrutinyDemandOptions:margin: (getter get_margin) (setter set_margin)
   *
   * How far from the share of a kind is near enough, 0.05 unless set.
   *
   * Since: 0.1
   */
  props[PROP_MARGIN] =
      g_param_spec_double ("margin", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, DEFAULT_MARGIN, flags);
}

static void
define_disclosure (GParamFlags flags)
{
  /**
   * ScrutinyDemandOptions:disclosure: (getter get_disclosure) (setter set_disclosure)
   *
   * Fewest contacts that a kind or a cause is told of: those with fewer are taken together. 5
   * unless set, 0 for contacts that are not about people.
   *
   * Since: 0.1
   */
  props[PROP_DISCLOSURE] =
      g_param_spec_uint ("disclosure", NULL, NULL, 0, G_MAXUINT, DEFAULT_DISCLOSURE, flags);
}

static void
scrutiny_demand_options_class_init (ScrutinyDemandOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_demand_options_finalize;
  object_class->get_property = scrutiny_demand_options_get_property;
  object_class->set_property = scrutiny_demand_options_set_property;

  define_settings (flags);
  define_disclosure (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_demand_options_init (ScrutinyDemandOptions *self)
{
  self->level = DEFAULT_LEVEL;
  self->margin = DEFAULT_MARGIN;
  self->disclosure = DEFAULT_DISCLOSURE;
}

/**
 * scrutiny_demand_options_new:
 *
 * Makes options that leave every choice to the library.
 *
 * Returns: (transfer full): the options
 *
 * Since: 0.1
 */
ScrutinyDemandOptions *
scrutiny_demand_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_DEMAND_OPTIONS, NULL);
}

/**
 * scrutiny_demand_options_get_second_coder: (get-property second-coder)
 * @self: the options
 *
 * Gets the column of the kinds that somebody else gave.
 *
 * Returns: (nullable): its name; `NULL` if nobody did
 *
 * Since: 0.1
 */
const char *
scrutiny_demand_options_get_second_coder (ScrutinyDemandOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEMAND_OPTIONS (self), NULL);

  return self->second_coder;
}

/**
 * scrutiny_demand_options_set_second_coder: (set-property second-coder)
 * @self: the options
 * @second_coder: (nullable): its name, or `NULL`
 *
 * Sets the column of the kinds that somebody else gave.
 *
 * Since: 0.1
 */
void
scrutiny_demand_options_set_second_coder (ScrutinyDemandOptions *self, const char *second_coder)
{
  g_return_if_fail (SCRUTINY_IS_DEMAND_OPTIONS (self));

  if (g_strcmp0 (self->second_coder, second_coder) == 0)
    return;

  char *kept = g_strdup (second_coder); /* @second_coder may be a part of what is freed */
  g_free (self->second_coder);
  self->second_coder = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SECOND_CODER]);
}

/**
 * scrutiny_demand_options_get_level: (get-property level)
 * @self: the options
 *
 * Gets how sure intervals are.
 *
 * Returns: the level
 *
 * Since: 0.1
 */
double
scrutiny_demand_options_get_level (ScrutinyDemandOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEMAND_OPTIONS (self), DEFAULT_LEVEL);

  return self->level;
}

/**
 * scrutiny_demand_options_set_level: (set-property level)
 * @self: the options
 * @level: the level, between 0 and 1
 *
 * Sets how sure intervals are.
 *
 * Since: 0.1
 */
void
scrutiny_demand_options_set_level (ScrutinyDemandOptions *self, double level)
{
  g_return_if_fail (SCRUTINY_IS_DEMAND_OPTIONS (self));

  if (self->level == level)
    return;
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
}

/**
 * scrutiny_demand_options_get_margin: (get-property margin)
 * @self: the options
 *
 * Gets how far from the share of a kind is near enough.
 *
 * Returns: the margin
 *
 * Since: 0.1
 */
double
scrutiny_demand_options_get_margin (ScrutinyDemandOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEMAND_OPTIONS (self), DEFAULT_MARGIN);

  return self->margin;
}

/**
 * scrutiny_demand_options_set_margin: (set-property margin)
 * @self: the options
 * @margin: the margin, between 0 and 1
 *
 * Sets how far from the share of a kind is near enough.
 *
 * Since: 0.1
 */
void
scrutiny_demand_options_set_margin (ScrutinyDemandOptions *self, double margin)
{
  g_return_if_fail (SCRUTINY_IS_DEMAND_OPTIONS (self));

  if (self->margin == margin)
    return;
  self->margin = margin;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MARGIN]);
}

/**
 * scrutiny_demand_options_get_disclosure: (get-property disclosure)
 * @self: the options
 *
 * Gets how many contacts a kind or a cause must have to be told of.
 *
 * Returns: the number; 0 where every count may be shown
 *
 * Since: 0.1
 */
guint
scrutiny_demand_options_get_disclosure (ScrutinyDemandOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEMAND_OPTIONS (self), 0);

  return self->disclosure;
}

/**
 * scrutiny_demand_options_set_disclosure: (set-property disclosure)
 * @self: the options
 * @disclosure: the number, or 0
 *
 * Sets how many contacts a kind or a cause must have to be told of.
 *
 * Since: 0.1
 */
void
scrutiny_demand_options_set_disclosure (ScrutinyDemandOptions *self, guint disclosure)
{
  g_return_if_fail (SCRUTINY_IS_DEMAND_OPTIONS (self));

  if (self->disclosure == disclosure)
    return;
  self->disclosure = disclosure;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISCLOSURE]);
}
