/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/trend-options.h>

#define DEFAULT_WINDOW 7
#define DEFAULT_LEVEL 0.95

/**
 * ScrutinyTrendOptions:
 *
 * How a series is to be read. What is not set is chosen from the figure.
 *
 * Nothing is checked until [ctor@Trend.new] reads the options.
 *
 * Since: 0.1
 */
struct _ScrutinyTrendOptions {
  GObject parent_instance;

  char *season;
  char *test;
  guint window;
  gboolean robust;
  double level;
};

G_DEFINE_FINAL_TYPE (ScrutinyTrendOptions, scrutiny_trend_options, G_TYPE_OBJECT)

enum {
  PROP_SEASON = 1,
  PROP_WINDOW,
  PROP_ROBUST,
  PROP_LEVEL,
  PROP_TEST,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_trend_options_finalize (GObject *object)
{
  ScrutinyTrendOptions *self = SCRUTINY_TREND_OPTIONS (object);

  g_free (self->season);
  g_free (self->test);

  G_OBJECT_CLASS (scrutiny_trend_options_parent_class)->finalize (object);
}

static void
scrutiny_trend_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyTrendOptions *self = SCRUTINY_TREND_OPTIONS (object);

  switch (id) {
  case PROP_SEASON:
    g_value_set_string (value, self->season);
    break;
  case PROP_WINDOW:
    g_value_set_uint (value, self->window);
    break;
  case PROP_ROBUST:
    g_value_set_boolean (value, self->robust);
    break;
  case PROP_LEVEL:
    g_value_set_double (value, self->level);
    break;
  case PROP_TEST:
    g_value_set_string (value, self->test);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_trend_options_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  ScrutinyTrendOptions *self = SCRUTINY_TREND_OPTIONS (object);

  switch (id) {
  case PROP_SEASON:
    scrutiny_trend_options_set_season (self, g_value_get_string (value));
    break;
  case PROP_WINDOW:
    scrutiny_trend_options_set_window (self, g_value_get_uint (value));
    break;
  case PROP_ROBUST:
    scrutiny_trend_options_set_robust (self, g_value_get_boolean (value));
    break;
  case PROP_LEVEL:
    scrutiny_trend_options_set_level (self, g_value_get_double (value));
    break;
  case PROP_TEST:
    scrutiny_trend_options_set_test (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_season (GParamFlags flags)
{
  /**
   * ScrutinyTrendOptions:season: (getter get_season) (setter set_season)
   *
   * How many periods make a season: `auto` or not set, from the calendar; `none`, do
   * not look for one; `12`; or several, rising, `7,365`.
   *
   * Since: 0.1
   */
  props[PROP_SEASON] = g_param_spec_string ("season", NULL, NULL, NULL, flags);

  /**
   * ScrutinyTrendOptions:window: (getter get_window) (setter set_window)
   *
   * How many seasons count for the shape of one; 0 is one shape throughout.
   *
   * Since: 0.1
   */
  props[PROP_WINDOW] =
      g_param_spec_uint ("window", NULL, NULL, 0, G_MAXUINT, DEFAULT_WINDOW, flags);

  /**
   * ScrutinyTrendOptions:robust: (getter get_robust) (setter set_robust)
   *
   * Whether values far from season and trend are set aside when the two are read.
   *
   * Since: 0.1
   */
  props[PROP_ROBUST] = g_param_spec_boolean ("robust", NULL, NULL, TRUE, flags);
}

static void
define_the_rest (GParamFlags flags)
{
  /**
   * ScrutinyTrendOptions:level: (getter get_level) (setter set_level)
   *
   * How sure intervals are, 0.95 unless set.
   *
   * Since: 0.1
   */
  props[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, DEFAULT_LEVEL, flags);

  /**
   * ScrutinyTrendOptions:test: (getter get_test) (setter set_test)
   *
   * What a steady movement is judged by: `auto` or not set, `mann-kendall` or, where the
   * calendar has seasons, `seasonal-mann-kendall`, both with an allowance for values that
   * follow from those before; or one of those that others publish with,
   * `correlated-seasonal`, `hamed-rao`, `yue-wang`, `pre-whitened`,
   * `trend-free-pre-whitened`, `regional`, `partial` and `pettitt`.
   *
   * Since: 0.1
   */
  props[PROP_TEST] = g_param_spec_string ("test", NULL, NULL, NULL, flags);
}

static void
scrutiny_trend_options_class_init (ScrutinyTrendOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_trend_options_finalize;
  object_class->get_property = scrutiny_trend_options_get_property;
  object_class->set_property = scrutiny_trend_options_set_property;

  define_season (flags);
  define_the_rest (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_trend_options_init (ScrutinyTrendOptions *self)
{
  self->window = DEFAULT_WINDOW;
  self->robust = TRUE;
  self->level = DEFAULT_LEVEL;
}

/**
 * scrutiny_trend_options_new:
 *
 * Makes options that leave every choice to the library.
 *
 * Returns: (transfer full): the options
 *
 * Since: 0.1
 */
ScrutinyTrendOptions *
scrutiny_trend_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_TREND_OPTIONS, NULL);
}

/**
 * scrutiny_trend_options_get_season: (get-property season)
 * @self: the options
 *
 * Gets how many periods make a season.
 *
 * Returns: (nullable): `auto`, `none` or numbers; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_trend_options_get_season (ScrutinyTrendOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND_OPTIONS (self), NULL);

  return self->season;
}

/**
 * scrutiny_trend_options_set_season: (set-property season)
 * @self: the options
 * @season: (nullable): `auto`, `none`, `12`, or several, rising, `7,365`
 *
 * Sets how many periods make a season.
 *
 * Since: 0.1
 */
void
scrutiny_trend_options_set_season (ScrutinyTrendOptions *self, const char *season)
{
  g_return_if_fail (SCRUTINY_IS_TREND_OPTIONS (self));

  if (g_strcmp0 (self->season, season) == 0)
    return;

  char *kept = g_strdup (season); /* @season may be a part of what is freed */
  g_free (self->season);
  self->season = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEASON]);
}

/**
 * scrutiny_trend_options_get_window: (get-property window)
 * @self: the options
 *
 * Gets how many seasons count for the shape of one.
 *
 * Returns: the number of seasons, 0 for one shape throughout
 *
 * Since: 0.1
 */
guint
scrutiny_trend_options_get_window (ScrutinyTrendOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND_OPTIONS (self), 0);

  return self->window;
}

/**
 * scrutiny_trend_options_set_window: (set-property window)
 * @self: the options
 * @window: the number of seasons, 3 or more; 0 for one shape throughout
 *
 * Sets how many seasons count for the shape of one.
 *
 * Since: 0.1
 */
void
scrutiny_trend_options_set_window (ScrutinyTrendOptions *self, guint window)
{
  g_return_if_fail (SCRUTINY_IS_TREND_OPTIONS (self));

  if (self->window == window)
    return;
  self->window = window;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WINDOW]);
}

/**
 * scrutiny_trend_options_get_robust: (get-property robust)
 * @self: the options
 *
 * Gets whether values far from season and trend are set aside when the two are read.
 *
 * Returns: whether they are
 *
 * Since: 0.1
 */
gboolean
scrutiny_trend_options_get_robust (ScrutinyTrendOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND_OPTIONS (self), TRUE);

  return self->robust;
}

/**
 * scrutiny_trend_options_set_robust: (set-property robust)
 * @self: the options
 * @robust: whether to set aside values far from season and trend
 *
 * Sets whether values far from season and trend are set aside when the two are read.
 *
 * Since: 0.1
 */
void
scrutiny_trend_options_set_robust (ScrutinyTrendOptions *self, gboolean robust)
{
  g_return_if_fail (SCRUTINY_IS_TREND_OPTIONS (self));

  if (!self->robust == !robust)
    return;
  self->robust = robust;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROBUST]);
}

/**
 * scrutiny_trend_options_get_level: (get-property level)
 * @self: the options
 *
 * Gets how sure intervals are.
 *
 * Returns: the level
 *
 * Since: 0.1
 */
double
scrutiny_trend_options_get_level (ScrutinyTrendOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND_OPTIONS (self), 0);

  return self->level;
}

/**
 * scrutiny_trend_options_set_level: (set-property level)
 * @self: the options
 * @level: the level, between 0 and 1
 *
 * Sets how sure intervals are.
 *
 * Since: 0.1
 */
void
scrutiny_trend_options_set_level (ScrutinyTrendOptions *self, double level)
{
  g_return_if_fail (SCRUTINY_IS_TREND_OPTIONS (self));

  if (self->level == level)
    return;
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
}

/**
 * scrutiny_trend_options_get_test: (get-property test)
 * @self: the options
 *
 * Gets what a steady movement is judged by.
 *
 * Returns: (nullable): the name of a test; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_trend_options_get_test (ScrutinyTrendOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND_OPTIONS (self), NULL);

  return self->test;
}

/**
 * scrutiny_trend_options_set_test: (set-property test)
 * @self: the options
 * @test: (nullable): `auto`, or a name that [property@TrendOptions:test] lists
 *
 * Sets what a steady movement is judged by.
 *
 * Since: 0.1
 */
void
scrutiny_trend_options_set_test (ScrutinyTrendOptions *self, const char *test)
{
  g_return_if_fail (SCRUTINY_IS_TREND_OPTIONS (self));

  if (g_strcmp0 (self->test, test) == 0)
    return;

  char *kept = g_strdup (test); /* @test may be a part of what is freed */
  g_free (self->test);
  self->test = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEST]);
}
