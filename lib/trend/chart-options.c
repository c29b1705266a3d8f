/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/enums.h>

#include "trend/chart-options-private.h"

#include <math.h>

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
G_DEFINE_FINAL_TYPE (ScrutinyChartOptions, scrutiny_chart_options, G_TYPE_OBJECT)

static const double default_numbers[] = {
  3.0, NAN, NAN, 0.2, 0.5, 5.0,
};

static GParamSpec *props[N_CHART_OPTIONS];

static void
scrutiny_chart_options_finalize (GObject *object)
{
  ScrutinyChartOptions *self = SCRUTINY_CHART_OPTIONS (object);

  for (guint k = 0; k < G_N_ELEMENTS (self->texts); k++)
    g_free (self->texts[k]);
  for (guint k = 0; k < G_N_ELEMENTS (self->lists); k++)
    g_strfreev (self->lists[k]);

  G_OBJECT_CLASS (scrutiny_chart_options_parent_class)->finalize (object);
}

static void
scrutiny_chart_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyChartOptions *self = SCRUTINY_CHART_OPTIONS (object);

  if (id == CHART_OPTION_KIND)
    g_value_set_enum (value, (int) self->kind);
  else if (id == CHART_OPTION_SCREEN)
    g_value_set_boolean (value, self->screen);
  else if (id >= N_CHART_OPTIONS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (id >= CHART_OPTION_FIRST_NUMBER)
    g_value_set_double (value, chart_options_number (self, id));
  else if (id >= CHART_OPTION_FIRST_LIST)
    g_value_set_boxed (value, chart_options_list (self, id));
  else
    g_value_set_string (value, id == CHART_OPTION_CONSTANTS
                                   ? scrutiny_chart_options_get_constants (self)
                                   : chart_options_text (self, id));
}

static void
scrutiny_chart_options_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  ScrutinyChartOptions *self = SCRUTINY_CHART_OPTIONS (object);

  if (id == CHART_OPTION_KIND)
    chart_options_set_kind (self, (ScrutinyChartKind) g_value_get_enum (value));
  else if (id == CHART_OPTION_SCREEN)
    chart_options_set_flag (self, g_value_get_boolean (value));
  else if (id >= N_CHART_OPTIONS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (id >= CHART_OPTION_FIRST_NUMBER)
    chart_options_set_number (self, id, g_value_get_double (value));
  else if (id >= CHART_OPTION_FIRST_LIST)
    chart_options_set_list (self, id, g_value_get_boxed (value));
  else
    chart_options_set_text (self, id, g_value_get_string (value));
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
  props[CHART_OPTION_KIND] = g_param_spec_enum ("kind", NULL, NULL, SCRUTINY_TYPE_CHART_KIND,
                                                SCRUTINY_CHART_KIND_AUTO, flags);

  /**
   * ScrutinyChartOptions:baseline: (getter get_baseline) (setter set_baseline)
   *
   * The span that centre and limits are worked out from, `2023-04..2024-03`. They
   * then hold for all of the phase it lies in, and no other. Each phase may have one:
   * `2023-04..2024-03,2025-01..2025-12`; those without one rest on all of their values.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_BASELINE] = g_param_spec_string ("baseline", NULL, NULL, NULL, flags);

  /**
   * ScrutinyChartOptions:phases: (getter get_phases) (setter set_phases)
   *
   * The periods at which centre and limits start afresh.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_PHASES] = g_param_spec_boxed ("phases", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * ScrutinyChartOptions:excluded: (getter get_excluded) (setter set_excluded)
   *
   * Periods or spans that are shown but left out of the estimates; their
   * neighbours are not joined across them.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_EXCLUDED] = g_param_spec_boxed ("excluded", NULL, NULL, G_TYPE_STRV, flags);
}

static void
define_what_to_look_for (GParamFlags flags)
{
  /**
   * ScrutinyChartOptions:rules: (getter get_rules) (setter set_rules)
   *
   * Names of the rule sets to look for, such as `anhoej`, `wheeler` or `nelson`, or
   * rules written out, `2 of 3 beyond 2`. Not set, it is `anhoej` for a run chart
   * and `wheeler` for a chart with limits.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_RULES] = g_param_spec_boxed ("rules", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * ScrutinyChartOptions:profile: (getter get_profile) (setter set_profile)
   *
   * The name of a program or school whose choices are to be made where none is set
   * here: constants, screening, centre, gaps and rules. Not set, the choices are
   * the library's own.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_PROFILE] = g_param_spec_string ("profile", NULL, NULL, NULL, flags);
}

static void
define_limits (GParamFlags flags)
{
  /**
   * ScrutinyChartOptions:width: (getter get_width) (setter set_width)
   *
   * How far the limits lie from the centre, in units of the spread; usually 3.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_WIDTH] =
      g_param_spec_double ("width", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 3.0, flags);

  /**
   * ScrutinyChartOptions:constants: (getter get_constants) (setter set_constants)
   *
   * The numbers that turn moving ranges into limits: `exact` (2.658681, 3.266532),
   * `wheeler` (2.66, 3.268; of the median 3.145, 3.865) or `montgomery` (3/1.128,
   * 3.267; 3/0.954).
   *
   * Since: 0.1
   */
  props[CHART_OPTION_CONSTANTS] =
      g_param_spec_string ("constants", NULL, NULL, DEFAULT_CONSTANTS, flags);

  /**
   * ScrutinyChartOptions:screen: (getter get_screen) (setter set_screen)
   *
   * Whether unusually large moving ranges are left out of their mean, once.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_SCREEN] = g_param_spec_boolean ("screen", NULL, NULL, FALSE, flags);

  /**
   * ScrutinyChartOptions:centre: (getter get_centre) (setter set_centre)
   *
   * Where the centre line lies: `mean`, `median`, `slope` (the straight line of least
   * squares) or `half-averages` (the straight line through the means of both halves).
   * Not set, it is the median on a run chart and a chart of cases between events, and
   * the mean on every other.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_CENTRE] = g_param_spec_string ("centre", NULL, NULL, NULL, flags);
}

static void
define_estimates (GParamFlags flags)
{
  /**
   * ScrutinyChartOptions:spread: (getter get_spread) (setter set_spread)
   *
   * What the spread is worked out from: `mr`, the mean moving range, or `median-mr`,
   * the median one, which a few large ranges do not widen.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_SPREAD] = g_param_spec_string ("spread", NULL, NULL, NULL, flags);

  /**
   * ScrutinyChartOptions:gaps: (getter get_gaps) (setter set_gaps)
   *
   * What a gap in the calendar, a missing value or an excluded point does: `break`
   * ends moving ranges and patterns there, `bridge` joins its two sides.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_GAPS] = g_param_spec_string ("gaps", NULL, NULL, NULL, flags);

  /**
   * ScrutinyChartOptions:known-centre: (getter get_known_centre) (setter set_known_centre)
   *
   * The centre line, where it is known from elsewhere; NaN, it is worked out.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_KNOWN_CENTRE] =
      g_param_spec_double ("known-centre", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyChartOptions:known-spread: (getter get_known_spread) (setter set_known_spread)
   *
   * The spread of a single value, where it is known from elsewhere; NaN, it is worked
   * out.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_KNOWN_SPREAD] =
      g_param_spec_double ("known-spread", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
define_sums (GParamFlags flags)
{
  /**
   * ScrutinyChartOptions:weight: (getter get_weight) (setter set_weight)
   *
   * On an EWMA chart, the weight of the newest value, above 0 and up to 1.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_WEIGHT] =
      g_param_spec_double ("weight", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0.2, flags);

  /**
   * ScrutinyChartOptions:allowance: (getter get_allowance) (setter set_allowance)
   *
   * On a CUSUM chart, how far from the centre a value may lie before it adds to a
   * sum, in spreads: half the shift that is looked for.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_ALLOWANCE] =
      g_param_spec_double ("allowance", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0.5, flags);

  /**
   * ScrutinyChartOptions:decision: (getter get_decision) (setter set_decision)
   *
   * On a CUSUM chart, the sum beyond which something stands out, in spreads.
   *
   * Since: 0.1
   */
  props[CHART_OPTION_DECISION] =
      g_param_spec_double ("decision", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 5.0, flags);
}

static void
scrutiny_chart_options_class_init (ScrutinyChartOptionsClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_chart_options_finalize;
  object_class->get_property = scrutiny_chart_options_get_property;
  object_class->set_property = scrutiny_chart_options_set_property;

  define_what_to_draw (flags);
  define_what_to_look_for (flags);
  define_limits (flags);
  define_estimates (flags);
  define_sums (flags);
  g_object_class_install_properties (object_class, N_CHART_OPTIONS, props);
}

static void
scrutiny_chart_options_init (ScrutinyChartOptions *self)
{
  for (guint k = 0; k < G_N_ELEMENTS (self->numbers); k++)
    self->numbers[k] = default_numbers[k];
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

gboolean
chart_options_has (ScrutinyChartOptions *self, guint prop)
{
  return (self->given & 1u << prop) != 0;
}

ScrutinyChartOptions *
chart_options_copy (ScrutinyChartOptions *options)
{
  ScrutinyChartOptions *copy = scrutiny_chart_options_new ();

  if (!options)
    return copy;
  copy->kind = options->kind;
  copy->screen = options->screen;
  copy->given = options->given;
  for (guint k = 0; k < G_N_ELEMENTS (copy->texts); k++)
    copy->texts[k] = g_strdup (options->texts[k]);
  for (guint k = 0; k < G_N_ELEMENTS (copy->lists); k++)
    copy->lists[k] = g_strdupv (options->lists[k]);
  for (guint k = 0; k < G_N_ELEMENTS (copy->numbers); k++)
    copy->numbers[k] = options->numbers[k];

  return copy;
}

static void
tell_changed (ScrutinyChartOptions *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
chart_options_set_kind (ScrutinyChartOptions *self, ScrutinyChartKind kind)
{
  if (self->kind == kind)
    return;
  self->kind = kind;
  tell_changed (self, CHART_OPTION_KIND);
}

void
chart_options_set_flag (ScrutinyChartOptions *self, gboolean screen)
{
  self->given |= 1u << CHART_OPTION_SCREEN;
  if (self->screen == !!screen)
    return;
  self->screen = !!screen;
  tell_changed (self, CHART_OPTION_SCREEN);
}

/* A text of NULL takes the choice back. */
void
chart_options_set_text (ScrutinyChartOptions *self, guint prop, const char *text)
{
  char **field = &self->texts[prop - CHART_OPTION_FIRST_TEXT];

  if (g_strcmp0 (*field, text) == 0)
    return;

  char *copy = g_strdup (text);
  g_free (*field);
  *field = copy;
  self->given = text ? self->given | 1u << prop : self->given & ~(1u << prop);
  tell_changed (self, prop);
}

void
chart_options_set_list (ScrutinyChartOptions *self, guint prop, const char *const *texts)
{
  char ***field = &self->lists[prop - CHART_OPTION_FIRST_LIST];
  char **copy = g_strdupv ((char **) texts);

  g_strfreev (*field);
  *field = copy;
  self->given = texts ? self->given | 1u << prop : self->given & ~(1u << prop);
  tell_changed (self, prop);
}

void
chart_options_set_number (ScrutinyChartOptions *self, guint prop, double number)
{
  double *field = &self->numbers[prop - CHART_OPTION_FIRST_NUMBER];

  self->given |= 1u << prop;
  if (*field == number || (isnan (*field) && isnan (number)))
    return;
  *field = number;
  tell_changed (self, prop);
}
