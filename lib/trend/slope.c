/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/enums.h>
#include <scrutiny/slope.h>

#include "base/method-private.h"
#include "base/result-private.h"
#include "trend/slope-findings.h"
#include "trend/slope-json.h"
#include "trend/slope-private.h"
#include "trend/slope-reading.h"

#include <math.h>

#define METHOD_ID "slope"
#define METHOD_VERSION "1"

/**
 * ScrutinySlope:
 *
 * Whether a figure moved steadily one way, how fast, and how often chance alone would
 * look like it.
 *
 * Each value is compared with every later one, or, where the calendar has seasons and
 * there are three rounds of them, with the later ones of its own season. A shift from one
 * level to another is also a steady movement to this test: look at the chart beside it.
 * Values that resemble those before make chance steadier; what is said allows for it.
 *
 * Fewer than 8 values cannot tell; from 8 on there is a direction, from 20 on a pace.
 *
 * Since: 0.1
 */
struct _ScrutinySlope {
  GObject parent_instance;

  SlopeReading reading;
  char *cannot_tell;

  /* Made when first asked for. */
  gsize method_once;
  ScrutinyMethod *method;
};

static void scrutiny_slope_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinySlope,
                               scrutiny_slope,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_slope_result_init))

enum {
  PROP_SERIES = 1,
  PROP_DIRECTION,
  PROP_TEST,
  PROP_SCORE,
  PROP_P,
  PROP_P_DEPENDENT,
  PROP_TAU,
  PROP_SLOPE,
  PROP_LOW,
  PROP_HIGH,
  PROP_DEPENDENCE,
  PROP_N_PLACES,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_slope_finalize (GObject *object)
{
  ScrutinySlope *self = SCRUTINY_SLOPE (object);

  slope_reading_clear (&self->reading);
  g_free (self->cannot_tell);
  g_clear_object (&self->method);

  G_OBJECT_CLASS (scrutiny_slope_parent_class)->finalize (object);
}

static void
scrutiny_slope_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinySlope *self = SCRUTINY_SLOPE (object);

  switch (id) {
  case PROP_SERIES:
    g_value_set_object (value, self->reading.figures.series);
    break;
  case PROP_DIRECTION:
    g_value_set_enum (value, (int) scrutiny_slope_get_direction (self));
    break;
  case PROP_TEST:
    g_value_set_string (value, scrutiny_slope_get_test (self));
    break;
  case PROP_SCORE:
    g_value_set_double (value, self->reading.s);
    break;
  case PROP_P:
    g_value_set_double (value, self->reading.plain.p);
    break;
  case PROP_P_DEPENDENT:
    g_value_set_double (value, self->reading.dependent.p);
    break;
  case PROP_TAU:
    g_value_set_double (value, self->reading.tau_a);
    break;
  case PROP_SLOPE:
    g_value_set_double (value, self->reading.slope);
    break;
  case PROP_LOW:
    g_value_set_double (value, self->reading.dependent.low);
    break;
  case PROP_HIGH:
    g_value_set_double (value, self->reading.dependent.high);
    break;
  case PROP_DEPENDENCE:
    g_value_set_double (value, self->reading.correlation);
    break;
  case PROP_N_PLACES:
    g_value_set_uint (value, scrutiny_slope_get_n_places (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static GParamSpec *
number (const char *name, GParamFlags flags)
{
  return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
define_what_was_judged (GParamFlags flags)
{
  /**
   * ScrutinySlope:series: (getter get_series)
   *
   * The series that was looked at; of several places, what they have in the middle each
   * period.
   *
   * Since: 0.1
   */
  props[PROP_SERIES] = g_param_spec_object ("series", NULL, NULL, SCRUTINY_TYPE_SERIES, flags);

  /**
   * ScrutinySlope:n-places: (getter get_n_places)
   *
   * How many series were looked at together.
   *
   * Since: 0.1
   */
  props[PROP_N_PLACES] = g_param_spec_uint ("n-places", NULL, NULL, 0, G_MAXUINT, 1, flags);

  /**
   * ScrutinySlope:direction: (getter get_direction)
   *
   * Which way the figure moved steadily; none where it did not, beyond what chance gives.
   *
   * Since: 0.1
   */
  props[PROP_DIRECTION] = g_param_spec_enum ("direction", NULL, NULL, SCRUTINY_TYPE_DIRECTION,
                                             SCRUTINY_DIRECTION_NONE, flags);

  /**
   * ScrutinySlope:test: (getter get_test)
   *
   * What the steadiness was judged by: `mann-kendall`, `seasonal-mann-kendall` or what was
   * asked for.
   *
   * Since: 0.1
   */
  props[PROP_TEST] = g_param_spec_string ("test", NULL, NULL, "mann-kendall", flags);

  /**
   * ScrutinySlope:score: (getter get_score)
   *
   * Pairs that rose less pairs that fell, as the test counts them.
   *
   * Since: 0.1
   */
  props[PROP_SCORE] = number ("score", flags);
}

static void
define_chances (GParamFlags flags)
{
  /**
   * ScrutinySlope:p: (getter get_p)
   *
   * Chance of a score as far from 0 if the order of the values were an accident.
   *
   * Since: 0.1
   */
  props[PROP_P] = number ("p", flags);

  /**
   * ScrutinySlope:p-dependent: (getter get_p_dependent)
   *
   * The chance if values depend on those before as much as these do.
   *
   * Since: 0.1
   */
  props[PROP_P_DEPENDENT] = number ("p-dependent", flags);

  /**
   * ScrutinySlope:tau: (getter get_tau)
   *
   * The score as a share of the pairs, from -1 to 1.
   *
   * Since: 0.1
   */
  props[PROP_TAU] = number ("tau", flags);
}

static void
define_pace (GParamFlags flags)
{
  /**
   * ScrutinySlope:slope: (getter get_slope)
   *
   * The middle slope of all pairs, a step of the calendar.
   *
   * Since: 0.1
   */
  props[PROP_SLOPE] = number ("slope", flags);

  /**
   * ScrutinySlope:low: (getter get_low)
   *
   * The low end of the slopes that fit the figures.
   *
   * Since: 0.1
   */
  props[PROP_LOW] = number ("low", flags);

  /**
   * ScrutinySlope:high: (getter get_high)
   *
   * The high end of the slopes that fit the figures.
   *
   * Since: 0.1
   */
  props[PROP_HIGH] = number ("high", flags);

  /**
   * ScrutinySlope:dependence: (getter get_dependence)
   *
   * How closely a value follows the one before, without the slope.
   *
   * Since: 0.1
   */
  props[PROP_DEPENDENCE] = number ("dependence", flags);
}

static void
scrutiny_slope_class_init (ScrutinySlopeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scrutiny_slope_finalize;
  object_class->get_property = scrutiny_slope_get_property;

  define_what_was_judged (flags);
  define_chances (flags);
  define_pace (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_slope_init (ScrutinySlope *self)
{
  g_autoptr (ScrutinySeries) nothing = g_object_new (SCRUTINY_TYPE_SERIES, NULL);

  if (!slope_reading_init (&self->reading, nothing, NULL, NULL))
    g_return_if_reached ();
  self->cannot_tell = slope_findings_dup_cannot_tell (&self->reading);
}

static ScrutinySlope *
make_empty (void)
{
  ScrutinySlope *self = g_object_new (SCRUTINY_TYPE_SLOPE, NULL);

  slope_reading_clear (&self->reading);
  g_clear_pointer (&self->cannot_tell, g_free);

  return self;
}

static ScrutinySlope *
finish (ScrutinySlope *self, gboolean is_read)
{
  if (!is_read) {
    g_object_unref (self);
    return NULL;
  }
  self->cannot_tell = slope_findings_dup_cannot_tell (&self->reading);

  return self;
}

/**
 * scrutiny_slope_new:
 * @series: the series
 * @options: (nullable): season and level, or `NULL` to leave them to the library
 * @error: return location for an error
 *
 * Looks for a steady movement one way.
 *
 * Of the options `season`, `level` and `test` count. A season of `none` compares all
 * values with each other, a number those so many steps of the calendar apart.
 *
 * A series with too few values is no error: the result says what cannot be told, see
 * [method@Result.get_cannot_tell].
 *
 * Fails with [error@Scrutiny.Error.UNSUITABLE] for year-to-date and rolling figures, and
 * gaps where a test compares neighbours; [error@Scrutiny.Error.OUT_OF_RANGE] for a level or
 * season that is none or values too far apart; [error@Scrutiny.Error.NOT_FOUND] for a test
 * that is none; [error@Scrutiny.Error.MISMATCH] for a test that takes something else; and
 * [error@Scrutiny.Error.LIMIT] for more values than a test can take.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinySlope *
scrutiny_slope_new (ScrutinySeries *series, ScrutinyTrendOptions *options, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (series), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_TREND_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  ScrutinySlope *self = make_empty ();

  return finish (self, slope_reading_init (&self->reading, series, options, error));
}

/**
 * scrutiny_slope_new_partial:
 * @series: the series
 * @covariate: what may explain it, by the same calendar, such as how much was handed in
 * @options: (nullable): season and level, or `NULL` to leave them to the library
 * @error: return location for an error
 *
 * Looks for a steady movement one way in what is left of a series when what goes along
 * with another is taken off its score. Periods that lack either do not count.
 *
 * The slope and its interval are those of the series itself.
 *
 * Fails as [ctor@Slope.new] does, and with [error@Scrutiny.Error.MISMATCH] for another
 * calendar.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinySlope *
scrutiny_slope_new_partial (ScrutinySeries *series,
                            ScrutinySeries *covariate,
                            ScrutinyTrendOptions *options,
                            GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (series) && SCRUTINY_IS_SERIES (covariate), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_TREND_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  ScrutinySlope *self = make_empty ();

  return finish (self,
                 slope_reading_init_partial (&self->reading, series, covariate, options, error));
}

/**
 * scrutiny_slope_new_regional:
 * @panel: the series of several places
 * @options: (nullable): season and level, or `NULL` to leave them to the library
 * @error: return location for an error
 *
 * Looks for a steady movement one way that several places have in common: each is compared
 * with itself only, and their scores are added up. What is said allows for places that move
 * together.
 *
 * Fails as [ctor@Slope.new] does, and with [error@Scrutiny.Error.NOT_FOUND] for a panel
 * without a series.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinySlope *
scrutiny_slope_new_regional (ScrutinyPanel *panel, ScrutinyTrendOptions *options, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (panel), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_TREND_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  ScrutinySlope *self = make_empty ();

  return finish (self, slope_reading_init_regional (&self->reading, panel, options, error));
}

double
slope_get_level (ScrutinySlope *self)
{
  return self->reading.level;
}

/**
 * scrutiny_slope_get_series: (get-property series)
 * @self: a slope
 *
 * Gets the series that was looked at.
 *
 * Returns: (transfer none): the series
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_slope_get_series (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), NULL);

  return self->reading.figures.series;
}

/**
 * scrutiny_slope_get_direction: (get-property direction)
 * @self: a slope
 *
 * Gets which way the figure moved steadily, allowing for what values have in common
 * with those before; none where it did not, or nothing can be told.
 *
 * Returns: the direction
 *
 * Since: 0.1
 */
ScrutinyDirection
scrutiny_slope_get_direction (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), SCRUTINY_DIRECTION_NONE);

  const int sign = slope_reading_get_sign (&self->reading);

  if (!(self->reading.dependent.p < 1 - self->reading.level) || sign == 0)
    return SCRUTINY_DIRECTION_NONE;

  return sign > 0 ? SCRUTINY_DIRECTION_UP : SCRUTINY_DIRECTION_DOWN;
}

/**
 * scrutiny_slope_get_test: (get-property test)
 * @self: a slope
 *
 * Gets what the steadiness was judged by: `mann-kendall`, each value with every later
 * one; `seasonal-mann-kendall`, each with the later ones of its season; or another that
 * [property@TrendOptions:test] lists.
 *
 * Returns: the name of the test
 *
 * Since: 0.1
 */
const char *
scrutiny_slope_get_test (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), NULL);

  return slope_test_get_kind (self->reading.test)->name;
}

/**
 * scrutiny_slope_get_n_places: (get-property n-places)
 * @self: a slope
 *
 * Gets how many series were looked at together.
 *
 * Returns: 1, or more if the test was `regional`
 *
 * Since: 0.1
 */
guint
scrutiny_slope_get_n_places (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), 0);

  return self->reading.figures.n_places;
}

/**
 * scrutiny_slope_dup_at:
 * @self: a slope
 *
 * Gets where the test `pettitt` parts low values from high ones most.
 *
 * Returns: (nullable) (transfer full): the first period after it; `NULL` for another test,
 *   and where nothing can be told
 *
 * Since: 0.1
 */
char *
scrutiny_slope_dup_at (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), NULL);

  if (self->reading.test != SLOPE_TEST_PETTITT || isnan (self->reading.s) ||
      self->reading.at == self->reading.first)
    return NULL;

  return scrutiny_timeline_dup_text (scrutiny_series_get_timeline (self->reading.figures.series),
                                     self->reading.at);
}

/**
 * scrutiny_slope_get_score: (get-property score)
 * @self: a slope
 *
 * Gets the pairs of values whose later one is higher less those whose later one is lower.
 *
 * Returns: the score; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_slope_get_score (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), NAN);

  return self->reading.s;
}

/**
 * scrutiny_slope_get_p: (get-property p)
 * @self: a slope
 *
 * Gets the chance of a score as far from 0 if the order of the values were an accident.
 * Up to 40 values without a season it is exact, ties included.
 *
 * Returns: the chance; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_slope_get_p (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), NAN);

  return self->reading.plain.p;
}

/**
 * scrutiny_slope_get_p_dependent: (get-property p-dependent)
 * @self: a slope
 *
 * Gets the chance of a score as far from 0 if values depend on those before as much as
 * these do. It is never below [method@Slope.get_p], and what is said goes by it.
 *
 * Returns: the chance; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_slope_get_p_dependent (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), NAN);

  return self->reading.dependent.p;
}

/**
 * scrutiny_slope_get_tau: (get-property tau)
 * @self: a slope
 *
 * Gets the score as a share of the pairs: 1 if no value is below an earlier one, -1 if
 * none is above.
 *
 * Returns: the share; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_slope_get_tau (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), NAN);

  return self->reading.tau_a;
}

/**
 * scrutiny_slope_get_slope: (get-property slope)
 * @self: a slope
 *
 * Gets the middle of the slopes of all pairs of values that are compared, in the unit of
 * the figure a step of its calendar. Gaps count as the time they are.
 *
 * Returns: the slope; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_slope_get_slope (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), NAN);

  return self->reading.slope;
}

/**
 * scrutiny_slope_get_low: (get-property low)
 * @self: a slope
 *
 * Gets the low end of the slopes that fit the figures, allowing for what values have in
 * common with those before.
 *
 * Returns: the low end; minus infinity where there are too few pairs, NaN where nothing
 *   can be told
 *
 * Since: 0.1
 */
double
scrutiny_slope_get_low (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), NAN);

  return self->reading.dependent.low;
}

/**
 * scrutiny_slope_get_high: (get-property high)
 * @self: a slope
 *
 * Gets the high end of the slopes that fit the figures.
 *
 * Returns: the high end; infinity where there are too few pairs, NaN where nothing can be
 *   told
 *
 * Since: 0.1
 */
double
scrutiny_slope_get_high (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), NAN);

  return self->reading.dependent.high;
}

/**
 * scrutiny_slope_get_dependence: (get-property dependence)
 * @self: a slope
 *
 * Gets the correlation of the ranks of values with those before, without the slope and
 * the season.
 *
 * Returns: the correlation; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_slope_get_dependence (ScrutinySlope *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SLOPE (self), NAN);

  return self->reading.correlation;
}

static ScrutinyMethod *
make_method (ScrutinySlope *self)
{
  g_autofree char *season = self->reading.period > 1
                                ? g_strdup_printf ("%" G_GSIZE_FORMAT, self->reading.period)
                                : g_strdup ("none");
  const SlopeTestKind *kind = slope_test_get_kind (self->reading.test);
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "test", "s", kind->name);
  if (kind->definition)
    g_variant_dict_insert (&dict, "definition", "s", kind->definition);
  g_variant_dict_insert (&dict, "season", "s", season);
  g_variant_dict_insert (&dict, "level", "d", self->reading.level);
  if (self->reading.figures.hash)
    return scrutiny_method_new (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&dict), kind->source,
                                self->reading.figures.hash);

  return scrutiny_method_new_of_series (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&dict),
                                        kind->source, self->reading.figures.series);
}

static ScrutinyMethod *
scrutiny_slope_get_method (ScrutinyResult *result)
{
  ScrutinySlope *self = SCRUTINY_SLOPE (result);

  if (g_once_init_enter (&self->method_once)) {
    self->method = make_method (self);
    g_once_init_leave (&self->method_once, 1);
  }

  return self->method;
}

static const char *
scrutiny_slope_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_SLOPE (result)->cannot_tell;
}

static GPtrArray *
scrutiny_slope_dup_findings (ScrutinyResult *result)
{
  return slope_findings_dup (&SCRUTINY_SLOPE (result)->reading, scrutiny_slope_get_method (result));
}

static double
scrutiny_slope_get_chance (ScrutinyResult *result)
{
  return scrutiny_slope_get_p_dependent (SCRUTINY_SLOPE (result));
}

static void
scrutiny_slope_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  slope_json_write (SCRUTINY_SLOPE (result), &SCRUTINY_SLOPE (result)->reading, writer);
}

static void
scrutiny_slope_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_slope_get_method;
  iface->get_cannot_tell = scrutiny_slope_get_cannot_tell;
  iface->dup_findings = scrutiny_slope_dup_findings;
  iface->get_chance = scrutiny_slope_get_chance;
  iface->write_json = scrutiny_slope_write_json;
}
