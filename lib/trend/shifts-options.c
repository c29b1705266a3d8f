/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/shifts-options.h>

#define DEFAULT_MODEL "auto"
#define DEFAULT_SEASON "auto"
#define DEFAULT_SENSITIVITY "usual"
#define DEFAULT_LEVEL 0.95
#define DEFAULT_SEED 1

/**
 * ScrutinyShiftsOptions:
 *
 * How changes of level or slope are to be looked for. What is not set is the one fixed
 * default, which suits series of any kind; nothing needs to be tuned to a series.
 *
 * Nothing is checked until [ctor@Shifts.new] reads the options.
 *
 * Since: 0.1
 */
struct _ScrutinyShiftsOptions {
  GObject parent_instance;

  char *season;
  guint minimum_segment;
  char *sensitivity;
  double level;
  guint64 seed;
  char *model;
  double penalty;
  char **events;
};

G_DEFINE_FINAL_TYPE (ScrutinyShiftsOptions, scrutiny_shifts_options, G_TYPE_OBJECT)

enum {
  PROP_SEASON = 1,
  PROP_MINIMUM_SEGMENT,
  PROP_SENSITIVITY,
  PROP_LEVEL,
  PROP_SEED,
  PROP_MODEL,
  PROP_PENALTY,
  PROP_EVENTS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_shifts_options_finalize (GObject *object)
{
  ScrutinyShiftsOptions *self = SCRUTINY_SHIFTS_OPTIONS (object);

  g_free (self->season);
  g_free (self->sensitivity);
  g_free (self->model);
  g_strfreev (self->events);

  G_OBJECT_CLASS (scrutiny_shifts_options_parent_class)->finalize (object);
}

static void
scrutiny_shifts_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyShiftsOptions *self = SCRUTINY_SHIFTS_OPTIONS (object);

  switch (id) {
  case PROP_SEASON:
    g_value_set_string (value, self->season);
    break;
  case PROP_MINIMUM_SEGMENT:
    g_value_set_uint (value, self->minimum_segment);
    break;
  case PROP_SENSITIVITY:
    g_value_set_string (value, self->sensitivity);
    break;
  case PROP_LEVEL:
    g_value_set_double (value, self->level);
    break;
  case PROP_SEED:
    g_value_set_uint64 (value, self->seed);
    break;
  case PROP_MODEL:
    g_value_set_string (value, self->model);
    break;
  case PROP_PENALTY:
    g_value_set_double (value, self->penalty);
    break;
  case PROP_EVENTS:
    g_value_set_boxed (value, self->events);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_shifts_options_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  ScrutinyShiftsOptions *self = SCRUTINY_SHIFTS_OPTIONS (object);

  switch (id) {
  case PROP_SEASON:
    scrutiny_shifts_options_set_season (self, g_value_get_string (value));
    break;
  case PROP_MINIMUM_SEGMENT:
    scrutiny_shifts_options_set_minimum_segment (self, g_value_get_uint (value));
    break;
  case PROP_SENSITIVITY:
    scrutiny_shifts_options_set_sensitivity (self, g_value_get_string (value));
    break;
  case PROP_LEVEL:
    scrutiny_shifts_options_set_level (self, g_value_get_double (value));
    break;
  case PROP_SEED:
    scrutiny_shifts_options_set_seed (self, g_value_get_uint64 (value));
    break;
  case PROP_MODEL:
    scrutiny_shifts_options_set_model (self, g_value_get_string (value));
    break;
  case PROP_PENALTY:
    scrutiny_shifts_options_set_penalty (self, g_value_get_double (value));
    break;
  case PROP_EVENTS:
    scrutiny_shifts_options_set_events (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_properties (GParamFlags flags)
{
  /**
   * ScrutinyShiftsOptions:season: (getter get_season) (setter set_season)
   *
   * What repeats every year or week and is taken off first: `auto` goes by the calendar,
   * `none` takes nothing off, a number is how many periods it takes.
   *
   * Since: 0.1
   */
  props[PROP_SEASON] = g_param_spec_string ("season", NULL, NULL, DEFAULT_SEASON, flags);

  /**
   * ScrutinyShiftsOptions:minimum-segment: (getter get_minimum_segment)
   *   (setter set_minimum_segment)
   *
   * The fewest values between two changes; 0 leaves it to the library, which takes two for a
   * level and three for a line.
   *
   * Since: 0.1
   */
  props[PROP_MINIMUM_SEGMENT] =
      g_param_spec_uint ("minimum-segment", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * ScrutinyShiftsOptions:sensitivity: (getter get_sensitivity) (setter set_sensitivity)
   *
   * How clear a change has to be: `usual`, `more` or `less`.
   *
   * Since: 0.1
   */
  props[PROP_SENSITIVITY] =
      g_param_spec_string ("sensitivity", NULL, NULL, DEFAULT_SENSITIVITY, flags);

  /**
   * ScrutinyShiftsOptions:level: (getter get_level) (setter set_level)
   *
   * How sure the intervals are to be; usually 0.95.
   *
   * Since: 0.1
   */
  props[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, DEFAULT_LEVEL, flags);

  /**
   * ScrutinyShiftsOptions:seed: (getter get_seed) (setter set_seed)
   *
   * Where the random numbers start from. The same seed gives the same intervals.
   *
   * Since: 0.1
   */
  props[PROP_SEED] = g_param_spec_uint64 ("seed", NULL, NULL, 0, G_MAXUINT64, DEFAULT_SEED, flags);
}

static void
define_models (GParamFlags flags)
{
  /**
   * ScrutinyShiftsOptions:model: (getter get_model) (setter set_model)
   *
   * What a stretch between two changes is like: `auto` is the fixed default,
   * `level-or-line`. There are besides `mean`, `mean-variance`, `poisson` for counts,
   * `binomial` for shares, `exponential` and `gamma` for times, `quantile` for values of any
   * kind, `biweight` and `huber`, which mind single values far away less, and `one`, at most
   * one change of the mean.
   *
   * Since: 0.1
   */
  props[PROP_MODEL] = g_param_spec_string ("model", NULL, NULL, DEFAULT_MODEL, flags);

  /**
   * ScrutinyShiftsOptions:penalty: (getter get_penalty) (setter set_penalty)
   *
   * What a change has to gain, in units of twice the logarithm of the likelihood; 0 is the
   * model’s own, three or four times the logarithm of the number of values.
   *
   * Since: 0.1
   */
  props[PROP_PENALTY] =
      g_param_spec_double ("penalty", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShiftsOptions:events: (getter get_events) (setter set_events)
   *
   * What somebody says happened, such as `2024-04 new assessment team`: a date or a span,
   * then words. A change that may date from one says so.
   *
   * Since: 0.1
   */
  props[PROP_EVENTS] = g_param_spec_boxed ("events", NULL, NULL, G_TYPE_STRV, flags);
}

static void
scrutiny_shifts_options_class_init (ScrutinyShiftsOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_shifts_options_finalize;
  object_class->get_property = scrutiny_shifts_options_get_property;
  object_class->set_property = scrutiny_shifts_options_set_property;

  define_properties (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  define_models (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_shifts_options_init (ScrutinyShiftsOptions *self)
{
  self->model = g_strdup (DEFAULT_MODEL);
  self->season = g_strdup (DEFAULT_SEASON);
  self->sensitivity = g_strdup (DEFAULT_SENSITIVITY);
  self->level = DEFAULT_LEVEL;
  self->seed = DEFAULT_SEED;
}

/**
 * scrutiny_shifts_options_new:
 *
 * Creates options that leave every choice to the library.
 *
 * Returns: (transfer full): new options
 *
 * Since: 0.1
 */
ScrutinyShiftsOptions *
scrutiny_shifts_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_SHIFTS_OPTIONS, NULL);
}

static void
set_text (ScrutinyShiftsOptions *self, char **field, const char *value, guint prop)
{
  if (g_strcmp0 (*field, value) == 0)
    return;

  char *copy = g_strdup (value);
  g_free (*field);
  *field = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/**
 * scrutiny_shifts_options_get_season: (get-property season)
 * @self: options
 *
 * Gets what repeats and is taken off first.
 *
 * Returns: the season
 *
 * Since: 0.1
 */
const char *
scrutiny_shifts_options_get_season (ScrutinyShiftsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self), NULL);

  return self->season;
}

/**
 * scrutiny_shifts_options_set_season: (set-property season)
 * @self: options
 * @season: (nullable): the season; `NULL` is `auto`
 *
 * Sets what repeats and is taken off first.
 *
 * Since: 0.1
 */
void
scrutiny_shifts_options_set_season (ScrutinyShiftsOptions *self, const char *season)
{
  g_return_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self));

  set_text (self, &self->season, season ? season : DEFAULT_SEASON, PROP_SEASON);
}

/**
 * scrutiny_shifts_options_get_minimum_segment: (get-property minimum-segment)
 * @self: options
 *
 * Gets the fewest values between two changes.
 *
 * Returns: how many values, 0 for the library’s choice
 *
 * Since: 0.1
 */
guint
scrutiny_shifts_options_get_minimum_segment (ScrutinyShiftsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self), 0);

  return self->minimum_segment;
}

/**
 * scrutiny_shifts_options_set_minimum_segment: (set-property minimum-segment)
 * @self: options
 * @minimum_segment: how many values, 0 for the library’s choice
 *
 * Sets the fewest values between two changes.
 *
 * Since: 0.1
 */
void
scrutiny_shifts_options_set_minimum_segment (ScrutinyShiftsOptions *self, guint minimum_segment)
{
  g_return_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self));

  if (self->minimum_segment == minimum_segment)
    return;
  self->minimum_segment = minimum_segment;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MINIMUM_SEGMENT]);
}

/**
 * scrutiny_shifts_options_get_sensitivity: (get-property sensitivity)
 * @self: options
 *
 * Gets how clear a change has to be.
 *
 * Returns: `usual`, `more` or `less`
 *
 * Since: 0.1
 */
const char *
scrutiny_shifts_options_get_sensitivity (ScrutinyShiftsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self), NULL);

  return self->sensitivity;
}

/**
 * scrutiny_shifts_options_set_sensitivity: (set-property sensitivity)
 * @self: options
 * @sensitivity: (nullable): `usual`, `more` or `less`; `NULL` is `usual`
 *
 * Sets how clear a change has to be.
 *
 * Since: 0.1
 */
void
scrutiny_shifts_options_set_sensitivity (ScrutinyShiftsOptions *self, const char *sensitivity)
{
  g_return_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self));

  set_text (self, &self->sensitivity, sensitivity ? sensitivity : DEFAULT_SENSITIVITY,
            PROP_SENSITIVITY);
}

/**
 * scrutiny_shifts_options_get_level: (get-property level)
 * @self: options
 *
 * Gets how sure the intervals are to be.
 *
 * Returns: the level, between 0 and 1
 *
 * Since: 0.1
 */
double
scrutiny_shifts_options_get_level (ScrutinyShiftsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self), DEFAULT_LEVEL);

  return self->level;
}

/**
 * scrutiny_shifts_options_set_level: (set-property level)
 * @self: options
 * @level: the level, between 0 and 1
 *
 * Sets how sure the intervals are to be.
 *
 * Since: 0.1
 */
void
scrutiny_shifts_options_set_level (ScrutinyShiftsOptions *self, double level)
{
  g_return_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self));

  if (self->level == level)
    return;
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
}

/**
 * scrutiny_shifts_options_get_seed: (get-property seed)
 * @self: options
 *
 * Gets where the random numbers start from.
 *
 * Returns: the seed
 *
 * Since: 0.1
 */
guint64
scrutiny_shifts_options_get_seed (ScrutinyShiftsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self), 0);

  return self->seed;
}

/**
 * scrutiny_shifts_options_set_seed: (set-property seed)
 * @self: options
 * @seed: the seed
 *
 * Sets where the random numbers start from.
 *
 * Since: 0.1
 */
void
scrutiny_shifts_options_set_seed (ScrutinyShiftsOptions *self, guint64 seed)
{
  g_return_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self));

  if (self->seed == seed)
    return;
  self->seed = seed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEED]);
}

/**
 * scrutiny_shifts_options_get_model: (get-property model)
 * @self: options
 *
 * Gets what a stretch between two changes is like.
 *
 * Returns: the model
 *
 * Since: 0.1
 */
const char *
scrutiny_shifts_options_get_model (ScrutinyShiftsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self), NULL);

  return self->model;
}

/**
 * scrutiny_shifts_options_set_model: (set-property model)
 * @self: options
 * @model: (nullable): the model; `NULL` is `auto`
 *
 * Sets what a stretch between two changes is like.
 *
 * Since: 0.1
 */
void
scrutiny_shifts_options_set_model (ScrutinyShiftsOptions *self, const char *model)
{
  g_return_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self));

  set_text (self, &self->model, model ? model : DEFAULT_MODEL, PROP_MODEL);
}

/**
 * scrutiny_shifts_options_get_penalty: (get-property penalty)
 * @self: options
 *
 * Gets what a change has to gain.
 *
 * Returns: the penalty, 0 for the model’s own
 *
 * Since: 0.1
 */
double
scrutiny_shifts_options_get_penalty (ScrutinyShiftsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self), 0);

  return self->penalty;
}

/**
 * scrutiny_shifts_options_set_penalty: (set-property penalty)
 * @self: options
 * @penalty: the penalty, 0 for the model’s own
 *
 * Sets what a change has to gain, in units of twice the logarithm of the likelihood.
 *
 * Since: 0.1
 */
void
scrutiny_shifts_options_set_penalty (ScrutinyShiftsOptions *self, double penalty)
{
  g_return_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self));

  if (self->penalty == penalty)
    return;
  self->penalty = penalty;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PENALTY]);
}

/**
 * scrutiny_shifts_options_get_events: (get-property events)
 * @self: options
 *
 * Gets what somebody says happened.
 *
 * Returns: (nullable) (transfer none) (array zero-terminated=1): the events, or `NULL`
 *
 * Since: 0.1
 */
const char *const *
scrutiny_shifts_options_get_events (ScrutinyShiftsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self), NULL);

  return (const char *const *) self->events;
}

/**
 * scrutiny_shifts_options_set_events: (set-property events)
 * @self: options
 * @events: (nullable) (array zero-terminated=1): the events, each a date or a span, and words
 *
 * Sets what somebody says happened.
 *
 * Since: 0.1
 */
void
scrutiny_shifts_options_set_events (ScrutinyShiftsOptions *self, const char *const *events)
{
  g_return_if_fail (SCRUTINY_IS_SHIFTS_OPTIONS (self));

  if (events == (const char *const *) self->events ||
      (events && self->events && g_strv_equal (events, (const char *const *) self->events)))
    return;

  g_strfreev (self->events);
  self->events = g_strdupv ((char **) events);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EVENTS]);
}
