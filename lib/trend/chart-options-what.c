/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-options-private.h"

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

  chart_options_set_kind (self, kind);
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

  return chart_options_text (self, CHART_OPTION_BASELINE);
}

/**
 * scrutiny_chart_options_set_baseline: (set-property baseline)
 * @self: options
 * @baseline: (nullable): a span, such as `2023-04..2024-03`, or one for each of some
 *   phases, with commas between them
 *
 * Sets the span that the estimates come from.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_baseline (ScrutinyChartOptions *self, const char *baseline)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_text (self, CHART_OPTION_BASELINE, baseline);
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

  return chart_options_list (self, CHART_OPTION_PHASES);
}

/**
 * scrutiny_chart_options_set_phases: (set-property phases)
 * @self: options
 * @phases: (nullable) (array zero-terminated=1): the periods, in any order
 *
 * Sets the periods at which the estimates start afresh.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_phases (ScrutinyChartOptions *self, const char *const *phases)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_list (self, CHART_OPTION_PHASES, phases);
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

  return chart_options_list (self, CHART_OPTION_EXCLUDED);
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

  chart_options_set_list (self, CHART_OPTION_EXCLUDED, excluded);
}

/**
 * scrutiny_chart_options_get_rules: (get-property rules)
 * @self: options
 *
 * Gets the rule sets.
 *
 * Returns: (nullable) (array zero-terminated=1) (transfer none): the names
 *
 * Since: 0.1
 */
const char *const *
scrutiny_chart_options_get_rules (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NULL);

  return chart_options_list (self, CHART_OPTION_RULES);
}

/**
 * scrutiny_chart_options_set_rules: (set-property rules)
 * @self: options
 * @rules: (nullable) (array zero-terminated=1): the names, or rules written out; an empty list asks
 * for none
 *
 * Sets the rule sets.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_rules (ScrutinyChartOptions *self, const char *const *rules)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_list (self, CHART_OPTION_RULES, rules);
}

/**
 * scrutiny_chart_options_get_profile: (get-property profile)
 * @self: options
 *
 * Gets whose choices are made where none is set.
 *
 * Returns: (nullable): the name
 *
 * Since: 0.1
 */
const char *
scrutiny_chart_options_get_profile (ScrutinyChartOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHART_OPTIONS (self), NULL);

  return chart_options_text (self, CHART_OPTION_PROFILE);
}

/**
 * scrutiny_chart_options_set_profile: (set-property profile)
 * @self: options
 * @profile: (nullable): a name, such as `qicharts2` or `nhs-plot-the-dots`
 *
 * Sets whose choices are made where none is set.
 *
 * Since: 0.1
 */
void
scrutiny_chart_options_set_profile (ScrutinyChartOptions *self, const char *profile)
{
  g_return_if_fail (SCRUTINY_IS_CHART_OPTIONS (self));

  chart_options_set_text (self, CHART_OPTION_PROFILE, profile);
}
