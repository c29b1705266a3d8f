/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-options-private.h"

#include <math.h>

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
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NAN);

  return chart_options_number (self, CHART_OPTION_WIDTH);
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

  chart_options_set_number (self, CHART_OPTION_WIDTH, width);
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

  const char *name = chart_options_text (self, CHART_OPTION_CONSTANTS);

  return name ? name : "exact";
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

  chart_options_set_text (self, CHART_OPTION_CONSTANTS, constants);
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

  chart_options_set_flag (self, screen);
}

/**
 * scrutiny_chart_options_get_centre: (get-property centre)
 * @self: options
 *
 * Gets where the centre line lies.
 *
 * Returns: (nullable): the name
 *
 * Since: 0.1
 */
const char *
scrutiny_chart_options_get_centre (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NULL);

  return chart_options_text (self, CHART_OPTION_CENTRE);
}

/**
 * scrutiny_chart_options_set_centre: (set-property centre)
 * @self: options
 * @centre: (nullable): `mean`, `median`, `slope` or `half-averages`
 *
 * Sets where the centre line lies.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_centre (ScrutinyChartOptions *self, const char *centre)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_text (self, CHART_OPTION_CENTRE, centre);
}

/**
 * scrutiny_chart_options_get_spread: (get-property spread)
 * @self: options
 *
 * Gets what the spread is worked out from.
 *
 * Returns: (nullable): the name
 *
 * Since: 0.1
 */
const char *
scrutiny_chart_options_get_spread (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NULL);

  return chart_options_text (self, CHART_OPTION_SPREAD);
}

/**
 * scrutiny_chart_options_set_spread: (set-property spread)
 * @self: options
 * @spread: (nullable): `mr` or `median-mr`
 *
 * Sets what the spread is worked out from.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_spread (ScrutinyChartOptions *self, const char *spread)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_text (self, CHART_OPTION_SPREAD, spread);
}

/**
 * scrutiny_chart_options_get_gaps: (get-property gaps)
 * @self: options
 *
 * Gets what a gap does.
 *
 * Returns: (nullable): the name
 *
 * Since: 0.1
 */
const char *
scrutiny_chart_options_get_gaps (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NULL);

  return chart_options_text (self, CHART_OPTION_GAPS);
}

/**
 * scrutiny_chart_options_set_gaps: (set-property gaps)
 * @self: options
 * @gaps: (nullable): `break` or `bridge`
 *
 * Sets what a gap does.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_gaps (ScrutinyChartOptions *self, const char *gaps)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_text (self, CHART_OPTION_GAPS, gaps);
}

/**
 * scrutiny_chart_options_get_known_centre: (get-property known-centre)
 * @self: options
 *
 * Gets the centre line that is known from elsewhere.
 *
 * Returns: the centre, NaN if it is to be worked out
 *
 * Since: 0.1
 */
double
scrutiny_chart_options_get_known_centre (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NAN);

  return chart_options_number (self, CHART_OPTION_KNOWN_CENTRE);
}

/**
 * scrutiny_chart_options_set_known_centre: (set-property known-centre)
 * @self: options
 * @known_centre: the centre, or NaN to work it out
 *
 * Sets the centre line that is known from elsewhere.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_known_centre (ScrutinyChartOptions *self, double known_centre)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_number (self, CHART_OPTION_KNOWN_CENTRE, known_centre);
}

/**
 * scrutiny_chart_options_get_known_spread: (get-property known-spread)
 * @self: options
 *
 * Gets the spread that is known from elsewhere.
 *
 * Returns: the spread, NaN if it is to be worked out
 *
 * Since: 0.1
 */
double
scrutiny_chart_options_get_known_spread (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NAN);

  return chart_options_number (self, CHART_OPTION_KNOWN_SPREAD);
}

/**
 * scrutiny_chart_options_set_known_spread: (set-property known-spread)
 * @self: options
 * @known_spread: the spread of a single value, or NaN to work it out
 *
 * Sets the spread that is known from elsewhere.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_known_spread (ScrutinyChartOptions *self, double known_spread)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_number (self, CHART_OPTION_KNOWN_SPREAD, known_spread);
}

/**
 * scrutiny_chart_options_get_weight: (get-property weight)
 * @self: options
 *
 * Gets the weight of the newest value of an EWMA chart.
 *
 * Returns: the weight
 *
 * Since: 0.1
 */
double
scrutiny_chart_options_get_weight (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NAN);

  return chart_options_number (self, CHART_OPTION_WEIGHT);
}

/**
 * scrutiny_chart_options_set_weight: (set-property weight)
 * @self: options
 * @weight: the weight, usually 0.05 to 0.3
 *
 * Sets the weight of the newest value of an EWMA chart.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_weight (ScrutinyChartOptions *self, double weight)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_number (self, CHART_OPTION_WEIGHT, weight);
}

/**
 * scrutiny_chart_options_get_allowance: (get-property allowance)
 * @self: options
 *
 * Gets how far a value may lie before it adds to a sum of a CUSUM chart.
 *
 * Returns: the allowance, in spreads
 *
 * Since: 0.1
 */
double
scrutiny_chart_options_get_allowance (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NAN);

  return chart_options_number (self, CHART_OPTION_ALLOWANCE);
}

/**
 * scrutiny_chart_options_set_allowance: (set-property allowance)
 * @self: options
 * @allowance: the allowance, in spreads; usually 0.5
 *
 * Sets how far a value may lie before it adds to a sum of a CUSUM chart.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_allowance (ScrutinyChartOptions *self, double allowance)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_number (self, CHART_OPTION_ALLOWANCE, allowance);
}

/**
 * scrutiny_chart_options_get_decision: (get-property decision)
 * @self: options
 *
 * Gets the sum beyond which something stands out on a CUSUM chart.
 *
 * Returns: the sum, in spreads
 *
 * Since: 0.1
 */
double
scrutiny_chart_options_get_decision (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NAN);

  return chart_options_number (self, CHART_OPTION_DECISION);
}

/**
 * scrutiny_chart_options_set_decision: (set-property decision)
 * @self: options
 * @decision: the sum, in spreads; usually 4 or 5
 *
 * Sets the sum beyond which something stands out on a CUSUM chart.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_decision (ScrutinyChartOptions *self, double decision)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_number (self, CHART_OPTION_DECISION, decision);
}
