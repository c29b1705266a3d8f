/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-options-private.h"

#define DEFAULT_LEVEL 0.95
#define DEFAULT_DRAWS 2000
#define DEFAULT_DISCLOSURE 0
#define DEFAULT_SEED 20240605

/**
 * ScrutinyComparisonOptions:
 *
 * What a comparison between areas is told besides the figures. Nothing is checked before it is
 * used, see [ctor@Comparison.new].
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (ScrutinyComparisonOptions, scrutiny_comparison_options, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

/* Where each property that is a text is kept. */
static const gsize texts[N_PROPS] = {
  [PROP_KIND] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, kind),
  [PROP_DISPERSION] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, dispersion),
  [PROP_LIMITS] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, limits),
  [PROP_SCORE] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, score),
  [PROP_TRIM] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, trim),
  [PROP_FOCUS] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, focus),
  [PROP_BAND] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, band),
  [PROP_STANDARD] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, standard),
  [PROP_SPREAD] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, spread),
  [PROP_PUBLISHED] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, published),
  [PROP_RANK] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, rank),
  [PROP_QUARTILE] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, quartile),
  [PROP_CALLED] = G_STRUCT_OFFSET (ScrutinyComparisonOptions, called),
};

/* NULL of a property that is no text. */
static char **
find_text (ScrutinyComparisonOptions *self, guint id)
{
  return id < N_PROPS && texts[id] ? G_STRUCT_MEMBER_P (self, texts[id]) : NULL;
}

static void
scrutiny_comparison_options_finalize (GObject *object)
{
  ScrutinyComparisonOptions *self = SCRUTINY_COMPARISON_OPTIONS (object);

  for (guint id = 0; id < N_PROPS; id++)
    if (find_text (self, id))
      g_free (*find_text (self, id));
  g_strfreev (self->ranges);
  g_clear_object (&self->neighbours);

  G_OBJECT_CLASS (scrutiny_comparison_options_parent_class)->finalize (object);
}

static void
scrutiny_comparison_options_get_property (GObject *object,
                                          guint id,
                                          GValue *value,
                                          GParamSpec *pspec)
{
  ScrutinyComparisonOptions *self = SCRUTINY_COMPARISON_OPTIONS (object);

  switch (id) {
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
  case PROP_RANGES:
    g_value_set_boxed (value, self->ranges);
    break;
  case PROP_NEIGHBOURS:
    g_value_set_object (value, self->neighbours);
    break;
  case PROP_DISCLOSURE:
    g_value_set_uint (value, self->disclosure);
    break;
  default:
    g_value_set_string (value, *find_text (self, id));
  }
}

static void
scrutiny_comparison_options_set_property (GObject *object,
                                          guint id,
                                          const GValue *value,
                                          GParamSpec *pspec)
{
  ScrutinyComparisonOptions *self = SCRUTINY_COMPARISON_OPTIONS (object);

  switch (id) {
  case PROP_SCALE:
    scrutiny_comparison_options_set_scale (self, g_value_get_double (value));
    break;
  case PROP_LEVEL:
    scrutiny_comparison_options_set_level (self, g_value_get_double (value));
    break;
  case PROP_DRAWS:
    scrutiny_comparison_options_set_draws (self, g_value_get_uint (value));
    break;
  case PROP_SEED:
    scrutiny_comparison_options_set_seed (self, g_value_get_uint64 (value));
    break;
  case PROP_RANGES:
    scrutiny_comparison_options_set_ranges (self, g_value_get_boxed (value));
    break;
  case PROP_NEIGHBOURS:
    scrutiny_comparison_options_set_neighbours (self, g_value_get_object (value));
    break;
  case PROP_DISCLOSURE:
    scrutiny_comparison_options_set_disclosure (self, g_value_get_uint (value));
    break;
  default:
    comparison_options_set_text (self, find_text (self, id), g_value_get_string (value), id);
  }
}

static void
define_what_is_compared (GParamFlags flags)
{
  /**
   * ScrutinyComparisonOptions:kind: (getter get_kind) (setter set_kind)
   *
   * What is compared: `proportion` or not set, cases of cases; `rate`, events of people or time;
   * `ratio`, events of those expected, 1 if an area is as its reference; `standardised`, rates of
   * age bands weighed by a standard population; `value`, a figure and its standard error.
   *
   * Since: 0.1
   */
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);

  /**
   * ScrutinyComparisonOptions:scale: (getter get_scale) (setter set_scale)
   *
   * What values are multiplied by; 0 unless set: 100 for a proportion, 100,000 for rates, 1 for
   * the others.
   *
   * Since: 0.1
   */
  props[PROP_SCALE] =
      g_param_spec_double ("scale", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyComparisonOptions:dispersion: (getter get_dispersion) (setter set_dispersion)
   *
   * What limits allow for besides chance among cases: `none` or not set; `multiplicative`, all of
   * them wider by one factor; `additive`, a variance between areas.
   *
   * Since: 0.1
   */
  props[PROP_DISPERSION] = g_param_spec_string ("dispersion", NULL, NULL, NULL, flags);

  /**
   * ScrutinyComparisonOptions:called: (getter get_called) (setter set_called)
   *
   * What those that are compared are called in what is said of them, in the plural: `areas` unless
   * set.
   *
   * Since: 0.1
   */
  props[PROP_CALLED] = g_param_spec_string ("called", NULL, NULL, NULL, flags);
}

static void
define_limits (GParamFlags flags)
{
  /**
   * ScrutinyComparisonOptions:limits: (getter get_limits) (setter set_limits)
   *
   * How limits without an allowance are found: `exact` or not set, from the distribution of
   * counts; `normal`, by its approximation, as many publish.
   *
   * Since: 0.1
   */
  props[PROP_LIMITS] = g_param_spec_string ("limits", NULL, NULL, NULL, flags);

  /**
   * ScrutinyComparisonOptions:score: (getter get_score) (setter set_score)
   *
   * On which scale areas are set beside what they have in common: `auto` or not set; `share`, a
   * proportion as it is; `arcsine` of its root; `root` or `log` of observed over expected;
   * `counts`, the logarithm of one count over the other.
   *
   * Since: 0.1
   */
  props[PROP_SCORE] = g_param_spec_string ("score", NULL, NULL, NULL, flags);

  /**
   * ScrutinyComparisonOptions:trim: (getter get_trim) (setter set_trim)
   *
   * What is done about the tenth of areas at each end when dispersion is measured: `winsorise` or
   * not set draws them in, `truncate` leaves them out, `none` takes them as they are.
   *
   * Since: 0.1
   */
  props[PROP_TRIM] = g_param_spec_string ("trim", NULL, NULL, NULL, flags);
}

static void
define_how_sure (GParamFlags flags)
{
  /**
   * ScrutinyComparisonOptions:level: (getter get_level) (setter set_level)
   *
   * How sure intervals and places are, 0.95 unless set.
   *
   * Since: 0.1
   */
  props[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, DEFAULT_LEVEL, flags);

  /**
   * ScrutinyComparisonOptions:draws: (getter get_draws) (setter set_draws)
   *
   * How many draws places are decided by, 2,000 unless set.
   *
   * Since: 0.1
   */
  props[PROP_DRAWS] = g_param_spec_uint ("draws", NULL, NULL, 0, G_MAXUINT, DEFAULT_DRAWS, flags);

  /**
   * ScrutinyComparisonOptions:seed: (getter get_seed) (setter set_seed)
   *
   * Where the random numbers start from. The same seed gives the same places.
   *
   * Since: 0.1
   */
  props[PROP_SEED] = g_param_spec_uint64 ("seed", NULL, NULL, 0, G_MAXUINT64, DEFAULT_SEED, flags);

  /**
   * ScrutinyComparisonOptions:focus: (getter get_focus) (setter set_focus)
   *
   * The area that is asked about, as the table names it; none unless set.
   *
   * Since: 0.1
   */
  props[PROP_FOCUS] = g_param_spec_string ("focus", NULL, NULL, NULL, flags);
}

static void
define_columns (GParamFlags flags)
{
  /**
   * ScrutinyComparisonOptions:band: (getter get_band) (setter set_band)
   *
   * The column of age bands of a standardised rate.
   *
   * Since: 0.1
   */
  props[PROP_BAND] = g_param_spec_string ("band", NULL, NULL, NULL, flags);

  /**
   * ScrutinyComparisonOptions:standard: (getter get_standard) (setter set_standard)
   *
   * The column of the standard population, the same in each area.
   *
   * Since: 0.1
   */
  props[PROP_STANDARD] = g_param_spec_string ("standard", NULL, NULL, NULL, flags);

  /**
   * ScrutinyComparisonOptions:spread: (getter get_spread) (setter set_spread)
   *
   * The column of the variances of counts, where events of one person come together: the sum of
   * the squares of the events of each person; not set where each event is a separate one.
   *
   * Since: 0.1
   */
  props[PROP_SPREAD] = g_param_spec_string ("spread", NULL, NULL, NULL, flags);
}

static void
define_what_is_beside (GParamFlags flags)
{
  /**
   * ScrutinyComparisonOptions:published: (getter get_published) (setter set_published)
   *
   * The column of published values, which are then worked out again; none unless set.
   *
   * Since: 0.1
   */
  props[PROP_PUBLISHED] = g_param_spec_string ("published", NULL, NULL, NULL, flags);

  /**
   * ScrutinyComparisonOptions:ranges: (getter get_ranges) (setter set_ranges)
   *
   * The columns of ranges that were published beside the values, such as `low..high`, the
   * narrowest first; none unless set.
   *
   * Since: 0.1
   */
  props[PROP_RANGES] = g_param_spec_boxed ("ranges", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * ScrutinyComparisonOptions:neighbours: (getter get_neighbours) (setter set_neighbours)
   *
   * The areas each is set beside: a table with texts in columns `area` and `neighbour`; none
   * unless set.
   *
   * Since: 0.1
   */
  props[PROP_NEIGHBOURS] =
      g_param_spec_object ("neighbours", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);
}

static void
define_published_order (GParamFlags flags)
{
  /**
   * ScrutinyComparisonOptions:rank: (getter get_rank) (setter set_rank)
   *
   * The column of published ranks or places, which are then set beside the places that the
   * counts leave open; none unless set.
   *
   * Since: 0.1
   */
  props[PROP_RANK] = g_param_spec_string ("rank", NULL, NULL, NULL, flags);

  /**
   * ScrutinyComparisonOptions:quartile: (getter get_quartile) (setter set_quartile)
   *
   * The column of published quartiles, as numbers from 1 to 4; none unless set.
   *
   * Since: 0.1
   */
  props[PROP_QUARTILE] = g_param_spec_string ("quartile", NULL, NULL, NULL, flags);
}

static void
define_disclosure (GParamFlags flags)
{
  /**
   * ScrutinyComparisonOptions:disclosure: (getter get_disclosure) (setter set_disclosure)
   *
   * Fewest cases that an area is told of, and fewest that are not counted: areas with fewer, and
   * as many more as it takes that they cannot be worked out, are withheld before anything else
   * is. 0 unless set, for counts that may be shown as they were handed in; of counts made from
   * rows about people set what the records or the dossier say, mostly 5.
   *
   * Since: 0.1
   */
  props[PROP_DISCLOSURE] =
      g_param_spec_uint ("disclosure", NULL, NULL, 0, G_MAXUINT, DEFAULT_DISCLOSURE, flags);
}

static void
scrutiny_comparison_options_class_init (ScrutinyComparisonOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_comparison_options_finalize;
  object_class->get_property = scrutiny_comparison_options_get_property;
  object_class->set_property = scrutiny_comparison_options_set_property;

  define_what_is_compared (flags);
  define_limits (flags);
  define_how_sure (flags);
  define_columns (flags);
  define_what_is_beside (flags);
  define_published_order (flags);
  define_disclosure (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_comparison_options_init (ScrutinyComparisonOptions *self)
{
  self->level = DEFAULT_LEVEL;
  self->draws = DEFAULT_DRAWS;
  self->disclosure = DEFAULT_DISCLOSURE;
  self->seed = DEFAULT_SEED;
}

void
comparison_options_notify (ScrutinyComparisonOptions *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[id]);
}

void
comparison_options_set_text (ScrutinyComparisonOptions *self,
                             char **field,
                             const char *text,
                             guint id)
{
  if (g_strcmp0 (*field, text) == 0)
    return;

  char *kept = g_strdup (text); /* @text may be a part of what is freed */
  g_free (*field);
  *field = kept;
  comparison_options_notify (self, id);
}

/**
 * scrutiny_comparison_options_new:
 *
 * Makes options that leave every choice to the library.
 *
 * Returns: (transfer full): the options
 *
 * Since: 0.1
 */
ScrutinyComparisonOptions *
scrutiny_comparison_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_COMPARISON_OPTIONS, NULL);
}

/**
 * scrutiny_comparison_options_get_kind: (get-property kind)
 * @self: the options
 *
 * Gets what is compared.
 *
 * Returns: (nullable): `proportion`, `rate`, `ratio`, `standardised` or `value`; `NULL` if it is
 * not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_kind (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->kind;
}

/**
 * scrutiny_comparison_options_set_kind: (set-property kind)
 * @self: the options
 * @kind: (nullable): `proportion`, `rate`, `ratio`, `standardised` or `value`
 *
 * Sets what is compared.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_kind (ScrutinyComparisonOptions *self, const char *kind)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->kind, kind, PROP_KIND);
}

/**
 * scrutiny_comparison_options_get_scale: (get-property scale)
 * @self: the options
 *
 * Gets what values are multiplied by.
 *
 * Returns: the factor, or 0
 *
 * Since: 0.1
 */
double
scrutiny_comparison_options_get_scale (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), 0);

  return self->scale;
}

/**
 * scrutiny_comparison_options_set_scale: (set-property scale)
 * @self: the options
 * @scale: the factor, or 0
 *
 * Sets what values are multiplied by.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_scale (ScrutinyComparisonOptions *self, double scale)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  comparison_options_notify (self, PROP_SCALE);
}

/**
 * scrutiny_comparison_options_get_dispersion: (get-property dispersion)
 * @self: the options
 *
 * Gets what limits allow for besides chance among cases.
 *
 * Returns: (nullable): `none`, `multiplicative` or `additive`; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_dispersion (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->dispersion;
}

/**
 * scrutiny_comparison_options_set_dispersion: (set-property dispersion)
 * @self: the options
 * @dispersion: (nullable): `none`, `multiplicative` or `additive`
 *
 * Sets what limits allow for besides chance among cases.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_dispersion (ScrutinyComparisonOptions *self, const char *dispersion)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->dispersion, dispersion, PROP_DISPERSION);
}

/**
 * scrutiny_comparison_options_get_limits: (get-property limits)
 * @self: the options
 *
 * Gets how limits without an allowance are found.
 *
 * Returns: (nullable): `exact` or `normal`; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_limits (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->limits;
}

/**
 * scrutiny_comparison_options_set_limits: (set-property limits)
 * @self: the options
 * @limits: (nullable): `exact` or `normal`
 *
 * Sets how limits without an allowance are found.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_limits (ScrutinyComparisonOptions *self, const char *limits)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->limits, limits, PROP_LIMITS);
}

/**
 * scrutiny_comparison_options_get_score: (get-property score)
 * @self: the options
 *
 * Gets on which scale areas are set beside what they have in common.
 *
 * Returns: (nullable): `auto`, `share`, `arcsine`, `root`, `log` or `counts`; `NULL` if it is not
 * set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_score (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->score;
}

/**
 * scrutiny_comparison_options_set_score: (set-property score)
 * @self: the options
 * @score: (nullable): `auto`, `share`, `arcsine`, `root`, `log` or `counts`
 *
 * Sets on which scale areas are set beside what they have in common.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_score (ScrutinyComparisonOptions *self, const char *score)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->score, score, PROP_SCORE);
}

/**
 * scrutiny_comparison_options_get_trim: (get-property trim)
 * @self: the options
 *
 * Gets what is done about areas far out when dispersion is measured.
 *
 * Returns: (nullable): `winsorise`, `truncate` or `none`; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_trim (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->trim;
}

/**
 * scrutiny_comparison_options_set_trim: (set-property trim)
 * @self: the options
 * @trim: (nullable): `winsorise`, `truncate` or `none`
 *
 * Sets what is done about areas far out when dispersion is measured.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_trim (ScrutinyComparisonOptions *self, const char *trim)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->trim, trim, PROP_TRIM);
}

/**
 * scrutiny_comparison_options_get_level: (get-property level)
 * @self: the options
 *
 * Gets how sure intervals and places are.
 *
 * Returns: the level, between 0 and 1
 *
 * Since: 0.1
 */
double
scrutiny_comparison_options_get_level (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), 0);

  return self->level;
}

/**
 * scrutiny_comparison_options_set_level: (set-property level)
 * @self: the options
 * @level: the level, between 0 and 1
 *
 * Sets how sure intervals and places are.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_level (ScrutinyComparisonOptions *self, double level)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  if (self->level == level)
    return;
  self->level = level;
  comparison_options_notify (self, PROP_LEVEL);
}

/**
 * scrutiny_comparison_options_get_draws: (get-property draws)
 * @self: the options
 *
 * Gets how many draws places are decided by.
 *
 * Returns: their number, 1,000 or more
 *
 * Since: 0.1
 */
guint
scrutiny_comparison_options_get_draws (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), 0);

  return self->draws;
}

/**
 * scrutiny_comparison_options_set_draws: (set-property draws)
 * @self: the options
 * @draws: their number, 1,000 or more
 *
 * Sets how many draws places are decided by.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_draws (ScrutinyComparisonOptions *self, guint draws)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  if (self->draws == draws)
    return;
  self->draws = draws;
  comparison_options_notify (self, PROP_DRAWS);
}

/**
 * scrutiny_comparison_options_get_seed: (get-property seed)
 * @self: the options
 *
 * Gets where the random numbers start from.
 *
 * Returns: the seed
 *
 * Since: 0.1
 */
guint64
scrutiny_comparison_options_get_seed (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), 0);

  return self->seed;
}

/**
 * scrutiny_comparison_options_set_seed: (set-property seed)
 * @self: the options
 * @seed: the seed
 *
 * Sets where the random numbers start from.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_seed (ScrutinyComparisonOptions *self, guint64 seed)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  if (self->seed == seed)
    return;
  self->seed = seed;
  comparison_options_notify (self, PROP_SEED);
}

/**
 * scrutiny_comparison_options_get_disclosure: (get-property disclosure)
 * @self: the options
 *
 * Gets how many cases an area must have to be told of.
 *
 * Returns: the number; 0 where every count may be shown
 *
 * Since: 0.1
 */
guint
scrutiny_comparison_options_get_disclosure (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), 0);

  return self->disclosure;
}

/**
 * scrutiny_comparison_options_set_disclosure: (set-property disclosure)
 * @self: the options
 * @disclosure: the number, or 0
 *
 * Sets how many cases an area must have to be told of.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_disclosure (ScrutinyComparisonOptions *self, guint disclosure)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  if (self->disclosure == disclosure)
    return;
  self->disclosure = disclosure;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISCLOSURE]);
}
