/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart-options.h>
#include <scrutiny/enums.h>

#include <math.h>

#define DEFAULT_WIDTH 3.0
#define DEFAULT_CONSTANTS "exact"

/**
 * ScrutinyChartOptions:
 *
 * How a chart is to be made. What is not set is chosen from the figure.
 *
 * Periods are texts, never positions, so that one object serves many series:
 * `2023-04` as the library writes it or as the file does, or `@12` for a row
 * counted from 0. A span is two of them, `2023-04..2024-03`; either end may be
 * left out. Nothing is checked until [ctor@Chart.new] reads the options, because
 * only then there is a series to check them against.
 *
 * Since: 0.1
 */
struct _ScrutinyChartOptions {
  GObject parent_instance;

  ScrutinyChartKind kind;
  char *baseline;
  char **phases;
  char **excluded;
  char **rules;
  double width;
  char *constants;
  gboolean screen;
};

G_DEFINE_FINAL_TYPE (ScrutinyChartOptions, scrutiny_chart_options, G_TYPE_OBJECT)

enum {
  PROP_KIND = 1,
  PROP_BASELINE,
  PROP_PHASES,
  PROP_EXCLUDED,
  PROP_RULES,
  PROP_WIDTH,
  PROP_CONSTANTS,
  PROP_SCREEN,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_chart_options_finalize (GObject *object)
{
  ScrutinyChartOptions *self = SCRUTINY_CHART_OPTIONS (object);

  g_free (self->baseline);
  g_strfreev (self->phases);
  g_strfreev (self->excluded);
  g_strfreev (self->rules);
  g_free (self->constants);

  G_OBJECT_CLASS (scrutiny_chart_options_parent_class)->finalize (object);
}

static void
scrutiny_chart_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyChartOptions *self = SCRUTINY_CHART_OPTIONS (object);

  switch (id) {
  case PROP_KIND:
    g_value_set_enum (value, (int) self->kind);
    break;
  case PROP_BASELINE:
    g_value_set_string (value, self->baseline);
    break;
  case PROP_PHASES:
    g_value_set_boxed (value, self->phases);
    break;
  case PROP_EXCLUDED:
    g_value_set_boxed (value, self->excluded);
    break;
  case PROP_RULES:
    g_value_set_boxed (value, self->rules);
    break;
  case PROP_WIDTH:
    g_value_set_double (value, self->width);
    break;
  case PROP_CONSTANTS:
    g_value_set_string (value, self->constants);
    break;
  case PROP_SCREEN:
    g_value_set_boolean (value, self->screen);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_chart_options_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  ScrutinyChartOptions *self = SCRUTINY_CHART_OPTIONS (object);

  switch (id) {
  case PROP_KIND:
    scrutiny_chart_options_set_kind (self, (ScrutinyChartKind) g_value_get_enum (value));
    break;
  case PROP_BASELINE:
    scrutiny_chart_options_set_baseline (self, g_value_get_string (value));
    break;
  case PROP_PHASES:
    scrutiny_chart_options_set_phases (self, g_value_get_boxed (value));
    break;
  case PROP_EXCLUDED:
    scrutiny_chart_options_set_excluded (self, g_value_get_boxed (value));
    break;
  case PROP_RULES:
    scrutiny_chart_options_set_rules (self, g_value_get_boxed (value));
    break;
  case PROP_WIDTH:
    scrutiny_chart_options_set_width (self, g_value_get_double (value));
    break;
  case PROP_CONSTANTS:
    scrutiny_chart_options_set_constants (self, g_value_get_string (value));
    break;
  case PROP_SCREEN:
    scrutiny_chart_options_set_screen (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_what_to_draw (GParamFlags flags)
{
  /**
   * ScrutinyChartOptions:kind: (getter get_kind) (setter set_kind)
   *
   * The kind of chart; `auto` chooses from what the figure is and says why.
   *
   * Since: 0.1
   */
  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, SCRUTINY_TYPE_CHART_KIND,
                                        SCRUTINY_CHART_KIND_AUTO, flags);

  /**
   * ScrutinyChartOptions:baseline: (getter get_baseline) (setter set_baseline)
   *
   * The span that centre and limits are worked out from, `2023-04..2024-03`. They
   * then hold for all of the phase it lies in.
   *
   * Since: 0.1
   */
  props[PROP_BASELINE] = g_param_spec_string ("baseline", NULL, NULL, NULL, flags);

  /**
   * ScrutinyChartOptions:phases: (getter get_phases) (setter set_phases)
   *
   * The periods at which centre and limits start afresh.
   *
   * Since: 0.1
   */
  props[PROP_PHASES] = g_param_spec_boxed ("phases", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * ScrutinyChartOptions:excluded: (getter get_excluded) (setter set_excluded)
   *
   * Periods or spans that are shown but left out of the estimates; their
   * neighbours are not joined across them.
   *
   * Since: 0.1
   */
  props[PROP_EXCLUDED] = g_param_spec_boxed ("excluded", NULL, NULL, G_TYPE_STRV, flags);
}

static void
define_how_to_draw (GParamFlags flags)
{
  /**
   * ScrutinyChartOptions:rules: (getter get_rules) (setter set_rules)
   *
   * Names of the rule sets to look for: `anhoej`, `wheeler`, `mdc-2023`. Not set,
   * it is `anhoej` for a run chart and `wheeler` for a chart with limits.
   *
   * Since: 0.1
   */
  props[PROP_RULES] = g_param_spec_boxed ("rules", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * ScrutinyChartOptions:width: (getter get_width) (setter set_width)
   *
   * How far the limits lie from the centre, in units of the spread; usually 3.
   *
   * Since: 0.1
   */
  props[PROP_WIDTH] =
      g_param_spec_double ("width", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, DEFAULT_WIDTH, flags);

  /**
   * ScrutinyChartOptions:constants: (getter get_constants) (setter set_constants)
   *
   * The numbers that turn moving ranges into limits: `exact` (2.658681, 3.266532),
   * `wheeler` (2.66, 3.268) or `montgomery` (3/1.128, 3.267).
   *
   * Since: 0.1
   */
  props[PROP_CONSTANTS] = g_param_spec_string ("constants", NULL, NULL, DEFAULT_CONSTANTS, flags);

  /**
   * ScrutinyChartOptions:screen: (getter get_screen) (setter set_screen)
   *
   * Whether unusually large moving ranges are left out of their mean, once.
   *
   * Since: 0.1
   */
  props[PROP_SCREEN] = g_param_spec_boolean ("screen", NULL, NULL, FALSE, flags);
}

static void
scrutiny_chart_options_class_init (ScrutinyChartOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_chart_options_finalize;
  object_class->get_property = scrutiny_chart_options_get_property;
  object_class->set_property = scrutiny_chart_options_set_property;

  define_what_to_draw (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  define_how_to_draw (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_chart_options_init (ScrutinyChartOptions *self)
{
  self->width = DEFAULT_WIDTH;
  self->constants = g_strdup (DEFAULT_CONSTANTS);
}

/**
 * scrutiny_chart_options_new:
 *
 * Creates options that leave every choice to the library.
 *
 * Returns: (transfer full): new options
 *
 * Since: 0.1
 */
ScrutinyChartOptions *
scrutiny_chart_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_CHART_OPTIONS, NULL);
}

static void
set_text (ScrutinyChartOptions *self, char **field, const char *value, guint prop)
{
  if (g_strcmp0 (*field, value) == 0)
    return;

  char *copy = g_strdup (value);
  g_free (*field);
  *field = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_texts (ScrutinyChartOptions *self, char ***field, const char *const *values, guint prop)
{
  char **copy = g_strdupv ((char **) values);

  g_strfreev (*field);
  *field = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/**
 * scrutiny_chart_options_get_kind: (get-property kind)
 * @self: options
 *
 * Gets the kind of chart.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
ScrutinyChartKind
scrutiny_chart_options_get_kind (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), SCRUTINY_CHART_KIND_AUTO);

  return self->kind;
}

/**
 * scrutiny_chart_options_set_kind: (set-property kind)
 * @self: options
 * @kind: the kind
 *
 * Sets the kind of chart.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_kind (ScrutinyChartOptions *self, ScrutinyChartKind kind)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  if (self->kind == kind)
    return;
  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}

/**
 * scrutiny_chart_options_get_baseline: (get-property baseline)
 * @self: options
 *
 * Gets the span that the estimates come from.
 *
 * Returns: (nullable): the span
 *
 * Since: 0.1
 */
const char *
scrutiny_chart_options_get_baseline (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NULL);

  return self->baseline;
}

/**
 * scrutiny_chart_options_set_baseline: (set-property baseline)
 * @self: options
 * @baseline: (nullable): a span, such as `2023-04..2024-03`
 *
 * Sets the span that the estimates come from.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_baseline (ScrutinyChartOptions *self, const char *baseline)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  set_text (self, &self->baseline, baseline, PROP_BASELINE);
}

/**
 * scrutiny_chart_options_get_phases: (get-property phases)
 * @self: options
 *
 * Gets the periods at which the estimates start afresh.
 *
 * Returns: (nullable) (array zero-terminated=1) (transfer none): the periods
 *
 * Since: 0.1
 */
const char *const *
scrutiny_chart_options_get_phases (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NULL);

  return (const char *const *) self->phases;
}

/**
 * scrutiny_chart_options_set_phases: (set-property phases)
 * @self: options
 * @phases: (nullable) (array zero-terminated=1): the periods
 *
 * Sets the periods at which the estimates start afresh, in any order.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_phases (ScrutinyChartOptions *self, const char *const *phases)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  set_texts (self, &self->phases, phases, PROP_PHASES);
}

/**
 * scrutiny_chart_options_get_excluded: (get-property excluded)
 * @self: options
 *
 * Gets the periods that are shown but not used.
 *
 * Returns: (nullable) (array zero-terminated=1) (transfer none): periods and spans
 *
 * Since: 0.1
 */
const char *const *
scrutiny_chart_options_get_excluded (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NULL);

  return (const char *const *) self->excluded;
}

/**
 * scrutiny_chart_options_set_excluded: (set-property excluded)
 * @self: options
 * @excluded: (nullable) (array zero-terminated=1): periods and spans
 *
 * Sets the periods that are shown but not used.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_excluded (ScrutinyChartOptions *self, const char *const *excluded)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  set_texts (self, &self->excluded, excluded, PROP_EXCLUDED);
}

/**
 * scrutiny_chart_options_get_rules: (get-property rules)
 * @self: options
 *
 * Gets the names of the rule sets.
 *
 * Returns: (nullable) (array zero-terminated=1) (transfer none): the names
 *
 * Since: 0.1
 */
const char *const *
scrutiny_chart_options_get_rules (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NULL);

  return (const char *const *) self->rules;
}

/**
 * scrutiny_chart_options_set_rules: (set-property rules)
 * @self: options
 * @rules: (nullable) (array zero-terminated=1): the names; an empty list asks for none
 *
 * Sets the names of the rule sets.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_rules (ScrutinyChartOptions *self, const char *const *rules)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  set_texts (self, &self->rules, rules, PROP_RULES);
}

/**
 * scrutiny_chart_options_get_width: (get-property width)
 * @self: options
 *
 * Gets how far the limits lie from the centre.
 *
 * Returns: the width, in units of the spread
 *
 * Since: 0.1
 */
double
scrutiny_chart_options_get_width (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), DEFAULT_WIDTH);

  return self->width;
}

/**
 * scrutiny_chart_options_set_width: (set-property width)
 * @self: options
 * @width: the width, in units of the spread
 *
 * Sets how far the limits lie from the centre.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_width (ScrutinyChartOptions *self, double width)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  if (self->width == width)
    return;
  self->width = width;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIDTH]);
}

/**
 * scrutiny_chart_options_get_constants: (get-property constants)
 * @self: options
 *
 * Gets which numbers turn moving ranges into limits.
 *
 * Returns: (nullable): the name of the constants
 *
 * Since: 0.1
 */
const char *
scrutiny_chart_options_get_constants (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NULL);

  return self->constants;
}

/**
 * scrutiny_chart_options_set_constants: (set-property constants)
 * @self: options
 * @constants: (nullable): `exact`, `wheeler` or `montgomery`; `NULL` is `exact`
 *
 * Sets which numbers turn moving ranges into limits.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_constants (ScrutinyChartOptions *self, const char *constants)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  set_text (self, &self->constants, constants ? constants : DEFAULT_CONSTANTS, PROP_CONSTANTS);
}

/**
 * scrutiny_chart_options_get_screen: (get-property screen)
 * @self: options
 *
 * Gets whether unusually large moving ranges are left out of their mean.
 *
 * Returns: whether they are
 *
 * Since: 0.1
 */
gboolean
scrutiny_chart_options_get_screen (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), FALSE);

  return self->screen;
}

/**
 * scrutiny_chart_options_set_screen: (set-property screen)
 * @self: options
 * @screen: whether they are
 *
 * Sets whether unusually large moving ranges are left out of their mean.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_screen (ScrutinyChartOptions *self, gboolean screen)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  screen = !!screen;
  if (self->screen == screen)
    return;
  self->screen = screen;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCREEN]);
}
