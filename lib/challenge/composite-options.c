/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/composite-options.h>

#include <math.h>

#define DEFAULT_SCALING "min-max"
#define DEFAULT_LEVEL 0.95
#define DEFAULT_DRAWS 1000
#define DEFAULT_SEED 1

/* What is said of one component; NaN where nothing is. */
typedef struct {
  char *name;
  double weight, threshold, spread;
} Component;

/**
 * ScrutinyCompositeOptions:
 *
 * Of which components a score is made, with which weights, and how it is looked at.
 *
 * Nothing is checked until [ctor@Composite.new] reads the options.
 *
 * Since: 0.1
 */
struct _ScrutinyCompositeOptions {
  GObject parent_instance;

  GPtrArray *components; /* of Component, in the order they were named */
  char *scaling;
  char *focus;
  char *published;
  double level;
  guint draws;
  guint64 seed;
};

G_DEFINE_FINAL_TYPE (ScrutinyCompositeOptions, scrutiny_composite_options, G_TYPE_OBJECT)

enum {
  PROP_SCALING = 1,
  PROP_FOCUS,
  PROP_PUBLISHED,
  PROP_LEVEL,
  PROP_DRAWS,
  PROP_SEED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
component_free (gpointer data)
{
  Component *self = data;

  g_free (self->name);
  g_free (self);
}

static Component *
find_component (const ScrutinyCompositeOptions *self, const char *name)
{
  for (guint i = 0; i < self->components->len; i++) {
    Component *component = self->components->pdata[i];

    if (g_str_equal (component->name, name))
      return component;
  }

  return NULL;
}

static Component *
find_or_add (ScrutinyCompositeOptions *self, const char *name)
{
  Component *component = find_component (self, name);

  if (component)
    return component;
  component = g_new (Component, 1);
  *component = (Component){ g_strdup (name), NAN, NAN, NAN };
  g_ptr_array_add (self->components, component);

  return component;
}

static void
scrutiny_composite_options_finalize (GObject *object)
{
  ScrutinyCompositeOptions *self = SCRUTINY_COMPOSITE_OPTIONS (object);

  g_ptr_array_unref (self->components);
  g_free (self->scaling);
  g_free (self->focus);
  g_free (self->published);

  G_OBJECT_CLASS (scrutiny_composite_options_parent_class)->finalize (object);
}

static void
scrutiny_composite_options_get_property (GObject *object,
                                         guint id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  ScrutinyCompositeOptions *self = SCRUTINY_COMPOSITE_OPTIONS (object);

  switch (id) {
  case PROP_SCALING:
    g_value_set_string (value, self->scaling);
    break;
  case PROP_FOCUS:
    g_value_set_string (value, self->focus);
    break;
  case PROP_PUBLISHED:
    g_value_set_string (value, self->published);
    break;
  case PROP_LEVEL:
    g_value_set_double (value, self->level);
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
scrutiny_composite_options_set_property (GObject *object,
                                         guint id,
                                         const GValue *value,
                                         GParamSpec *pspec)
{
  ScrutinyCompositeOptions *self = SCRUTINY_COMPOSITE_OPTIONS (object);

  switch (id) {
  case PROP_SCALING:
    scrutiny_composite_options_set_scaling (self, g_value_get_string (value));
    break;
  case PROP_FOCUS:
    scrutiny_composite_options_set_focus (self, g_value_get_string (value));
    break;
  case PROP_PUBLISHED:
    scrutiny_composite_options_set_published (self, g_value_get_string (value));
    break;
  case PROP_LEVEL:
    scrutiny_composite_options_set_level (self, g_value_get_double (value));
    break;
  case PROP_DRAWS:
    scrutiny_composite_options_set_draws (self, g_value_get_uint (value));
    break;
  case PROP_SEED:
    scrutiny_composite_options_set_seed (self, g_value_get_uint64 (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_score (GParamFlags flags)
{
  /**
   * ScrutinyCompositeOptions:scaling: (getter get_scaling) (setter set_scaling)
   *
   * How components are put on one scale: `min-max`, the lowest of the units 0 and the highest 1,
   * `standard`, in standard deviations from their mean, or `none`; `unknown` where nobody says so:
   * then `min-max` is taken, and published scores are not held against it. `min-max` unless set.
   *
   * Since: 0.1
   */
  props[PROP_SCALING] = g_param_spec_string ("scaling", NULL, NULL, DEFAULT_SCALING, flags);

  /**
   * ScrutinyCompositeOptions:focus: (getter get_focus) (setter set_focus)
   *
   * The unit that is asked about; not set, the one with the largest score.
   *
   * Since: 0.1
   */
  props[PROP_FOCUS] = g_param_spec_string ("focus", NULL, NULL, NULL, flags);

  /**
   * ScrutinyCompositeOptions:published: (getter get_published) (setter set_published)
   *
   * The column of published scores, whose order is set beside the one worked out; not set, there
   * are none.
   *
   * Since: 0.1
   */
  props[PROP_PUBLISHED] = g_param_spec_string ("published", NULL, NULL, NULL, flags);
}

static void
define_draws (GParamFlags flags)
{
  /**
   * ScrutinyCompositeOptions:level: (getter get_level) (setter set_level)
   *
   * How much of the sets of weights an interval of places holds, 0.95 unless set.
   *
   * Since: 0.1
   */
  props[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, DEFAULT_LEVEL, flags);

  /**
   * ScrutinyCompositeOptions:draws: (getter get_draws) (setter set_draws)
   *
   * How many sets of weights are drawn, 1,000 unless set.
   *
   * Since: 0.1
   */
  props[PROP_DRAWS] = g_param_spec_uint ("draws", NULL, NULL, 0, G_MAXUINT, DEFAULT_DRAWS, flags);

  /**
   * ScrutinyCompositeOptions:seed: (getter get_seed) (setter set_seed)
   *
   * Where the random numbers start, 1 unless set.
   *
   * Since: 0.1
   */
  props[PROP_SEED] = g_param_spec_uint64 ("seed", NULL, NULL, 0, G_MAXUINT64, DEFAULT_SEED, flags);
}

static void
scrutiny_composite_options_class_init (ScrutinyCompositeOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_composite_options_finalize;
  object_class->get_property = scrutiny_composite_options_get_property;
  object_class->set_property = scrutiny_composite_options_set_property;

  define_score (flags);
  define_draws (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_composite_options_init (ScrutinyCompositeOptions *self)
{
  self->components = g_ptr_array_new_with_free_func (component_free);
  self->scaling = g_strdup (DEFAULT_SCALING);
  self->level = DEFAULT_LEVEL;
  self->draws = DEFAULT_DRAWS;
  self->seed = DEFAULT_SEED;
}

/**
 * scrutiny_composite_options_new:
 *
 * Makes options that leave every choice to the library.
 *
 * Returns: (transfer full): the options
 *
 * Since: 0.1
 */
ScrutinyCompositeOptions *
scrutiny_composite_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_COMPOSITE_OPTIONS, NULL);
}

/**
 * scrutiny_composite_options_set_weight:
 * @self: the options
 * @component: the column
 * @weight: how much it counts for
 *
 * Sets how much a component counts for; below 0 where its lower values add to the score. Whatever
 * has a weight is a component; where nothing has, every column of numbers is, and all count the
 * same.
 *
 * Since: 0.1
 */
void
scrutiny_composite_options_set_weight (ScrutinyCompositeOptions *self,
                                       const char *component,
                                       double weight)
{
  g_return_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self));
  g_return_if_fail (component != NULL);

  find_or_add (self, component)->weight = weight;
}

/**
 * scrutiny_composite_options_get_weight:
 * @self: the options
 * @component: the column
 *
 * Gets the weight of a component.
 *
 * Returns: the weight; NaN where none was set
 *
 * Since: 0.1
 */
double
scrutiny_composite_options_get_weight (ScrutinyCompositeOptions *self, const char *component)
{
  const Component *found;

  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self), NAN);
  g_return_val_if_fail (component != NULL, NAN);

  found = find_component (self, component);

  return found ? found->weight : NAN;
}

/**
 * scrutiny_composite_options_set_threshold:
 * @self: the options
 * @component: the column
 * @threshold: the value
 *
 * Sets where the band of a component begins: at this value or above it, and of one whose weight is
 * below 0 at this value or below it.
 *
 * Since: 0.1
 */
void
scrutiny_composite_options_set_threshold (ScrutinyCompositeOptions *self,
                                          const char *component,
                                          double threshold)
{
  g_return_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self));
  g_return_if_fail (component != NULL);

  find_or_add (self, component)->threshold = threshold;
}

/**
 * scrutiny_composite_options_get_threshold:
 * @self: the options
 * @component: the column
 *
 * Gets the threshold of a component.
 *
 * Returns: the threshold; NaN where none was set
 *
 * Since: 0.1
 */
double
scrutiny_composite_options_get_threshold (ScrutinyCompositeOptions *self, const char *component)
{
  const Component *found;

  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self), NAN);
  g_return_val_if_fail (component != NULL, NAN);

  found = find_component (self, component);

  return found ? found->threshold : NAN;
}

/**
 * scrutiny_composite_options_set_spread:
 * @self: the options
 * @component: the column
 * @spread: the standard deviation
 *
 * Sets how much a component ordinarily moves from one period to the next, as a standard deviation
 * in its own unit.
 *
 * Since: 0.1
 */
void
scrutiny_composite_options_set_spread (ScrutinyCompositeOptions *self,
                                       const char *component,
                                       double spread)
{
  g_return_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self));
  g_return_if_fail (component != NULL);

  find_or_add (self, component)->spread = spread;
}

/**
 * scrutiny_composite_options_get_spread:
 * @self: the options
 * @component: the column
 *
 * Gets the spread of a component.
 *
 * Returns: the spread; NaN where none was set
 *
 * Since: 0.1
 */
double
scrutiny_composite_options_get_spread (ScrutinyCompositeOptions *self, const char *component)
{
  const Component *found;

  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self), NAN);
  g_return_val_if_fail (component != NULL, NAN);

  found = find_component (self, component);

  return found ? found->spread : NAN;
}

/**
 * scrutiny_composite_options_dup_components:
 * @self: the options
 *
 * Gets the columns that something was said of, in that order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the columns
 *
 * Since: 0.1
 */
char **
scrutiny_composite_options_dup_components (ScrutinyCompositeOptions *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self), NULL);

  for (guint i = 0; i < self->components->len; i++)
    g_strv_builder_add (names, ((const Component *) self->components->pdata[i])->name);

  return g_strv_builder_end (names);
}

/**
 * scrutiny_composite_options_get_scaling: (get-property scaling)
 * @self: the options
 *
 * Gets how components are put on one scale.
 *
 * Returns: the scaling
 *
 * Since: 0.1
 */
const char *
scrutiny_composite_options_get_scaling (ScrutinyCompositeOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self), NULL);

  return self->scaling;
}

/**
 * scrutiny_composite_options_set_scaling: (set-property scaling)
 * @self: the options
 * @scaling: (nullable): the scaling, or `NULL` for the usual one
 *
 * Sets how components are put on one scale.
 *
 * Since: 0.1
 */
void
scrutiny_composite_options_set_scaling (ScrutinyCompositeOptions *self, const char *scaling)
{
  g_return_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self));

  if (g_strcmp0 (self->scaling, scaling) == 0)
    return;

  char *kept =
      g_strdup (scaling ? scaling : DEFAULT_SCALING); /* @scaling may be a part of what is freed */
  g_free (self->scaling);
  self->scaling = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCALING]);
}

/**
 * scrutiny_composite_options_get_focus: (get-property focus)
 * @self: the options
 *
 * Gets the unit that is asked about.
 *
 * Returns: (nullable): the focus
 *
 * Since: 0.1
 */
const char *
scrutiny_composite_options_get_focus (ScrutinyCompositeOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self), NULL);

  return self->focus;
}

/**
 * scrutiny_composite_options_set_focus: (set-property focus)
 * @self: the options
 * @focus: (nullable): the focus, or `NULL` for the one with the largest score
 *
 * Sets the unit that is asked about.
 *
 * Since: 0.1
 */
void
scrutiny_composite_options_set_focus (ScrutinyCompositeOptions *self, const char *focus)
{
  g_return_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self));

  if (g_strcmp0 (self->focus, focus) == 0)
    return;

  char *kept = g_strdup (focus); /* @focus may be a part of what is freed */
  g_free (self->focus);
  self->focus = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOCUS]);
}

/**
 * scrutiny_composite_options_get_published: (get-property published)
 * @self: the options
 *
 * Gets the column of published scores.
 *
 * Returns: (nullable): the column
 *
 * Since: 0.1
 */
const char *
scrutiny_composite_options_get_published (ScrutinyCompositeOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self), NULL);

  return self->published;
}

/**
 * scrutiny_composite_options_set_published: (set-property published)
 * @self: the options
 * @published: (nullable): the column, or `NULL` for no published scores
 *
 * Sets the column of published scores.
 *
 * Since: 0.1
 */
void
scrutiny_composite_options_set_published (ScrutinyCompositeOptions *self, const char *published)
{
  g_return_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self));

  if (g_strcmp0 (self->published, published) == 0)
    return;

  char *kept = g_strdup (published); /* @published may be a part of what is freed */
  g_free (self->published);
  self->published = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PUBLISHED]);
}

/**
 * scrutiny_composite_options_get_level: (get-property level)
 * @self: the options
 *
 * Gets how much of the sets of weights an interval of places holds.
 *
 * Returns: the level
 *
 * Since: 0.1
 */
double
scrutiny_composite_options_get_level (ScrutinyCompositeOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self), DEFAULT_LEVEL);

  return self->level;
}

/**
 * scrutiny_composite_options_set_level: (set-property level)
 * @self: the options
 * @level: the level, between 0 and 1
 *
 * Sets how much of the sets of weights an interval of places holds.
 *
 * Since: 0.1
 */
void
scrutiny_composite_options_set_level (ScrutinyCompositeOptions *self, double level)
{
  g_return_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self));

  if (self->level == level)
    return;
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
}

/**
 * scrutiny_composite_options_get_draws: (get-property draws)
 * @self: the options
 *
 * Gets how many sets of weights are drawn.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_composite_options_get_draws (ScrutinyCompositeOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self), DEFAULT_DRAWS);

  return self->draws;
}

/**
 * scrutiny_composite_options_set_draws: (set-property draws)
 * @self: the options
 * @draws: the number
 *
 * Sets how many sets of weights are drawn.
 *
 * Since: 0.1
 */
void
scrutiny_composite_options_set_draws (ScrutinyCompositeOptions *self, guint draws)
{
  g_return_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self));

  if (self->draws == draws)
    return;
  self->draws = draws;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DRAWS]);
}

/**
 * scrutiny_composite_options_get_seed: (get-property seed)
 * @self: the options
 *
 * Gets where the random numbers start.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint64
scrutiny_composite_options_get_seed (ScrutinyCompositeOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self), DEFAULT_SEED);

  return self->seed;
}

/**
 * scrutiny_composite_options_set_seed: (set-property seed)
 * @self: the options
 * @seed: the number
 *
 * Sets where the random numbers start.
 *
 * Since: 0.1
 */
void
scrutiny_composite_options_set_seed (ScrutinyCompositeOptions *self, guint64 seed)
{
  g_return_if_fail (SCRUTINY_IS_COMPOSITE_OPTIONS (self));

  if (self->seed == seed)
    return;
  self->seed = seed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEED]);
}
