/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/mix-options-private.h"

#define DEFAULT_PERIOD "period"
#define DEFAULT_SCALE 100
#define DEFAULT_LEVEL 0.95
#define DEFAULT_DRAWS 2000
#define DEFAULT_DISCLOSURE 0
#define DEFAULT_SEED 1

/**
 * ScrutinyMixOptions:
 *
 * Which two times or groups are compared, and how sure the answer is to be.
 *
 * Nothing is checked until [ctor@Mix.new] reads the options.
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (ScrutinyMixOptions, scrutiny_mix_options, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
scrutiny_mix_options_finalize (GObject *object)
{
  ScrutinyMixOptions *self = SCRUTINY_MIX_OPTIONS (object);

  g_free (self->period);
  g_free (self->before);
  g_free (self->after);
  g_free (self->counts);
  g_free (self->deviation);
  g_free (self->standard_error);
  g_free (self->unit);

  G_OBJECT_CLASS (scrutiny_mix_options_parent_class)->finalize (object);
}

static void
scrutiny_mix_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyMixOptions *self = SCRUTINY_MIX_OPTIONS (object);

  switch (id) {
  case PROP_PERIOD:
    g_value_set_string (value, self->period);
    break;
  case PROP_BEFORE:
    g_value_set_string (value, self->before);
    break;
  case PROP_AFTER:
    g_value_set_string (value, self->after);
    break;
  case PROP_COUNTS:
    g_value_set_string (value, self->counts);
    break;
  case PROP_SCALE:
    g_value_set_double (value, self->scale);
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
  case PROP_DISCLOSURE:
    g_value_set_uint (value, self->disclosure);
    break;
  case PROP_DEVIATION:
    g_value_set_string (value, self->deviation);
    break;
  case PROP_STANDARD_ERROR:
    g_value_set_string (value, self->standard_error);
    break;
  case PROP_UNIT:
    g_value_set_string (value, self->unit);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_mix_options_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  ScrutinyMixOptions *self = SCRUTINY_MIX_OPTIONS (object);

  switch (id) {
  case PROP_PERIOD:
    scrutiny_mix_options_set_period (self, g_value_get_string (value));
    break;
  case PROP_BEFORE:
    scrutiny_mix_options_set_before (self, g_value_get_string (value));
    break;
  case PROP_AFTER:
    scrutiny_mix_options_set_after (self, g_value_get_string (value));
    break;
  case PROP_COUNTS:
    scrutiny_mix_options_set_counts (self, g_value_get_string (value));
    break;
  case PROP_SCALE:
    scrutiny_mix_options_set_scale (self, g_value_get_double (value));
    break;
  case PROP_LEVEL:
    scrutiny_mix_options_set_level (self, g_value_get_double (value));
    break;
  case PROP_DRAWS:
    scrutiny_mix_options_set_draws (self, g_value_get_uint (value));
    break;
  case PROP_SEED:
    scrutiny_mix_options_set_seed (self, g_value_get_uint64 (value));
    break;
  case PROP_DISCLOSURE:
    scrutiny_mix_options_set_disclosure (self, g_value_get_uint (value));
    break;
  case PROP_DEVIATION:
    scrutiny_mix_options_set_deviation (self, g_value_get_string (value));
    break;
  case PROP_STANDARD_ERROR:
    scrutiny_mix_options_set_standard_error (self, g_value_get_string (value));
    break;
  case PROP_UNIT:
    scrutiny_mix_options_set_unit (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_what_is_compared (GParamFlags flags)
{
  /**
   * ScrutinyMixOptions:period: (getter get_period) (setter set_period)
   *
   * The column that says which of the two a row is of: a period, or any other group.
   *
   * Since: 0.1
   */
  props[PROP_PERIOD] = g_param_spec_string ("period", NULL, NULL, DEFAULT_PERIOD, flags);

  /**
   * ScrutinyMixOptions:before: (getter get_before) (setter set_before)
   *
   * What the column of periods holds in rows of the first of the two; not set, what its first row
   * holds.
   *
   * Since: 0.1
   */
  props[PROP_BEFORE] = g_param_spec_string ("before", NULL, NULL, NULL, flags);

  /**
   * ScrutinyMixOptions:after: (getter get_after) (setter set_after)
   *
   * What the column of periods holds in rows of the second; not set, the only other thing there is.
   *
   * Since: 0.1
   */
  props[PROP_AFTER] = g_param_spec_string ("after", NULL, NULL, NULL, flags);

  /**
   * ScrutinyMixOptions:counts: (getter get_counts) (setter set_counts)
   *
   * What is counted: `cases`, each of which counts or does not; `events` among a known
   * population; `means`, where the column of numerators holds the mean of each part and that of
   * denominators how many cases it is of; `sums`, of which nothing is said about chance; `auto`
   * or not set, means where a deviation or a standard error is named, cases where no part has
   * more counted than there are, else events.
   *
   * Since: 0.1
   */
  props[PROP_COUNTS] = g_param_spec_string ("counts", NULL, NULL, NULL, flags);

  /**
   * ScrutinyMixOptions:scale: (getter get_scale) (setter set_scale)
   *
   * What a count of one in one comes to: 100 for percentages, 1000 for rates in a thousand.
   * A mean is taken as it is.
   *
   * Since: 0.1
   */
  props[PROP_SCALE] =
      g_param_spec_double ("scale", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, DEFAULT_SCALE, flags);
}

static void
define_chance (GParamFlags flags)
{
  /**
   * ScrutinyMixOptions:level: (getter get_level) (setter set_level)
   *
   * How sure intervals are, 0.95 unless set.
   *
   * Since: 0.1
   */
  props[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, DEFAULT_LEVEL, flags);

  /**
   * ScrutinyMixOptions:draws: (getter get_draws) (setter set_draws)
   *
   * How many redrawn sets of counts the intervals and the agreement come from.
   *
   * Since: 0.1
   */
  props[PROP_DRAWS] = g_param_spec_uint ("draws", NULL, NULL, 0, G_MAXUINT, DEFAULT_DRAWS, flags);

  /**
   * ScrutinyMixOptions:seed: (getter get_seed) (setter set_seed)
   *
   * Where the random numbers start; it is recorded with the result.
   *
   * Since: 0.1
   */
  props[PROP_SEED] = g_param_spec_uint64 ("seed", NULL, NULL, 0, G_MAXUINT64, DEFAULT_SEED, flags);
}

static void
define_disclosure (GParamFlags flags)
{
  /**
   * ScrutinyMixOptions:disclosure: (getter get_disclosure) (setter set_disclosure)
   *
   * Fewest cases that a part is told of, and fewest that are not counted: parts with fewer are
   * taken together before anything is worked out. 0 unless set, for counts that may be shown as
   * they were handed in; of counts made from rows about people set what the records or the
   * dossier say, mostly 5.
   *
   * Since: 0.1
   */
  props[PROP_DISCLOSURE] =
      g_param_spec_uint ("disclosure", NULL, NULL, 0, G_MAXUINT, DEFAULT_DISCLOSURE, flags);
}

static void
define_means (GParamFlags flags)
{
  /**
   * ScrutinyMixOptions:deviation: (getter get_deviation) (setter set_deviation)
   *
   * Of means, the column with the standard deviation of one case in the part, by which is known
   * how far chance goes. Without it or a standard error, nothing is said about chance.
   *
   * Since: 0.1
   */
  props[PROP_DEVIATION] = g_param_spec_string ("deviation", NULL, NULL, NULL, flags);

  /**
   * ScrutinyMixOptions:standard-error: (getter get_standard_error) (setter set_standard_error)
   *
   * Of means, the column with the standard error of the part's mean, where that was published
   * and not the deviation.
   *
   * Since: 0.1
   */
  props[PROP_STANDARD_ERROR] = g_param_spec_string ("standard-error", NULL, NULL, NULL, flags);

  /**
   * ScrutinyMixOptions:unit: (getter get_unit) (setter set_unit)
   *
   * What the figure is in, as it is said after a number: “days”. Not set, a figure in hundredths
   * is in per cent and its movements in points, and any other is a bare number.
   *
   * Since: 0.1
   */
  props[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);
}

static void
scrutiny_mix_options_class_init (ScrutinyMixOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_mix_options_finalize;
  object_class->get_property = scrutiny_mix_options_get_property;
  object_class->set_property = scrutiny_mix_options_set_property;

  define_what_is_compared (flags);
  define_chance (flags);
  define_disclosure (flags);
  define_means (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_mix_options_init (ScrutinyMixOptions *self)
{
  self->period = g_strdup (DEFAULT_PERIOD);
  self->scale = DEFAULT_SCALE;
  self->level = DEFAULT_LEVEL;
  self->draws = DEFAULT_DRAWS;
  self->disclosure = DEFAULT_DISCLOSURE;
  self->seed = DEFAULT_SEED;
}

void
mix_options_set_text (ScrutinyMixOptions *self, char **field, const char *text, guint id)
{
  if (g_strcmp0 (*field, text) == 0)
    return;

  char *kept = g_strdup (text); /* @text may be a part of what is freed */
  g_free (*field);
  *field = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[id]);
}

/**
 * scrutiny_mix_options_new:
 *
 * Makes options that leave every choice to the library.
 *
 * Returns: (transfer full): the options
 *
 * Since: 0.1
 */
ScrutinyMixOptions *
scrutiny_mix_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_MIX_OPTIONS, NULL);
}

/**
 * scrutiny_mix_options_get_scale: (get-property scale)
 * @self: the options
 *
 * Gets what a count of one in one comes to.
 *
 * Returns: the scale
 *
 * Since: 0.1
 */
double
scrutiny_mix_options_get_scale (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), DEFAULT_SCALE);

  return self->scale;
}

/**
 * scrutiny_mix_options_set_scale: (set-property scale)
 * @self: the options
 * @scale: the scale, above 0
 *
 * Sets what a count of one in one comes to.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_scale (ScrutinyMixOptions *self, double scale)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCALE]);
}

/**
 * scrutiny_mix_options_get_level: (get-property level)
 * @self: the options
 *
 * Gets how sure intervals are.
 *
 * Returns: the level
 *
 * Since: 0.1
 */
double
scrutiny_mix_options_get_level (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), DEFAULT_LEVEL);

  return self->level;
}

/**
 * scrutiny_mix_options_set_level: (set-property level)
 * @self: the options
 * @level: the level, between 0 and 1
 *
 * Sets how sure intervals are.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_level (ScrutinyMixOptions *self, double level)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  if (self->level == level)
    return;
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
}

/**
 * scrutiny_mix_options_get_draws: (get-property draws)
 * @self: the options
 *
 * Gets how many redrawn sets of counts are looked at.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_mix_options_get_draws (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), 0);

  return self->draws;
}

/**
 * scrutiny_mix_options_set_draws: (set-property draws)
 * @self: the options
 * @draws: the number, 100 or more
 *
 * Sets how many redrawn sets of counts are looked at.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_draws (ScrutinyMixOptions *self, guint draws)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  if (self->draws == draws)
    return;
  self->draws = draws;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DRAWS]);
}

/**
 * scrutiny_mix_options_get_seed: (get-property seed)
 * @self: the options
 *
 * Gets where the random numbers start.
 *
 * Returns: the seed
 *
 * Since: 0.1
 */
guint64
scrutiny_mix_options_get_seed (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), 0);

  return self->seed;
}

/**
 * scrutiny_mix_options_set_seed: (set-property seed)
 * @self: the options
 * @seed: any number
 *
 * Sets where the random numbers start.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_seed (ScrutinyMixOptions *self, guint64 seed)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  if (self->seed == seed)
    return;
  self->seed = seed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEED]);
}

/**
 * scrutiny_mix_options_get_disclosure: (get-property disclosure)
 * @self: the options
 *
 * Gets how many cases a part must have to be told of.
 *
 * Returns: the number; 0 where every count may be shown
 *
 * Since: 0.1
 */
guint
scrutiny_mix_options_get_disclosure (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), 0);

  return self->disclosure;
}

/**
 * scrutiny_mix_options_set_disclosure: (set-property disclosure)
 * @self: the options
 * @disclosure: the number, or 0
 *
 * Sets how many cases a part must have to be told of.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_disclosure (ScrutinyMixOptions *self, guint disclosure)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  if (self->disclosure == disclosure)
    return;
  self->disclosure = disclosure;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISCLOSURE]);
}
