/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/mix-options-private.h"

/**
 * scrutiny_mix_options_get_period: (get-property period)
 * @self: the options
 *
 * Gets the column that says which of the two a row is of.
 *
 * Returns: (nullable): its name
 *
 * Since: 0.1
 */
const char *
scrutiny_mix_options_get_period (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), NULL);

  return self->period;
}

/**
 * scrutiny_mix_options_set_period: (set-property period)
 * @self: the options
 * @period: (nullable): its name
 *
 * Sets the column that says which of the two a row is of.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_period (ScrutinyMixOptions *self, const char *period)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  mix_options_set_text (self, &self->period, period, PROP_PERIOD);
}

/**
 * scrutiny_mix_options_get_before: (get-property before)
 * @self: the options
 *
 * Gets what rows of the first of the two have in the column of periods.
 *
 * Returns: (nullable): the text; `NULL` for what the first row has
 *
 * Since: 0.1
 */
const char *
scrutiny_mix_options_get_before (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), NULL);

  return self->before;
}

/**
 * scrutiny_mix_options_set_before: (set-property before)
 * @self: the options
 * @before: (nullable): the text, or `NULL`
 *
 * Sets what rows of the first of the two have in the column of periods.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_before (ScrutinyMixOptions *self, const char *before)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  mix_options_set_text (self, &self->before, before, PROP_BEFORE);
}

/**
 * scrutiny_mix_options_get_after: (get-property after)
 * @self: the options
 *
 * Gets what rows of the second have in the column of periods.
 *
 * Returns: (nullable): the text; `NULL` for the only other thing there is
 *
 * Since: 0.1
 */
const char *
scrutiny_mix_options_get_after (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), NULL);

  return self->after;
}

/**
 * scrutiny_mix_options_set_after: (set-property after)
 * @self: the options
 * @after: (nullable): the text, or `NULL`
 *
 * Sets what rows of the second have in the column of periods.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_after (ScrutinyMixOptions *self, const char *after)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  mix_options_set_text (self, &self->after, after, PROP_AFTER);
}

/**
 * scrutiny_mix_options_get_counts: (get-property counts)
 * @self: the options
 *
 * Gets what is counted.
 *
 * Returns: (nullable): `auto`, `cases`, `events`, `means` or `sums`; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_mix_options_get_counts (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), NULL);

  return self->counts;
}

/**
 * scrutiny_mix_options_set_counts: (set-property counts)
 * @self: the options
 * @counts: (nullable): `auto`, `cases`, `events`, `means` or `sums`
 *
 * Sets what is counted.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_counts (ScrutinyMixOptions *self, const char *counts)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  mix_options_set_text (self, &self->counts, counts, PROP_COUNTS);
}

/**
 * scrutiny_mix_options_get_deviation: (get-property deviation)
 * @self: the options
 *
 * Gets the column with the standard deviation of one case.
 *
 * Returns: (nullable): its name; `NULL` for none
 *
 * Since: 0.1
 */
const char *
scrutiny_mix_options_get_deviation (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), NULL);

  return self->deviation;
}

/**
 * scrutiny_mix_options_set_deviation: (set-property deviation)
 * @self: the options
 * @deviation: (nullable): its name, or `NULL`
 *
 * Sets the column with the standard deviation of one case.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_deviation (ScrutinyMixOptions *self, const char *deviation)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  mix_options_set_text (self, &self->deviation, deviation, PROP_DEVIATION);
}

/**
 * scrutiny_mix_options_get_standard_error: (get-property standard-error)
 * @self: the options
 *
 * Gets the column with the standard error of a mean.
 *
 * Returns: (nullable): its name; `NULL` for none
 *
 * Since: 0.1
 */
const char *
scrutiny_mix_options_get_standard_error (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), NULL);

  return self->standard_error;
}

/**
 * scrutiny_mix_options_set_standard_error: (set-property standard-error)
 * @self: the options
 * @standard_error: (nullable): its name, or `NULL`
 *
 * Sets the column with the standard error of a mean.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_standard_error (ScrutinyMixOptions *self, const char *standard_error)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  mix_options_set_text (self, &self->standard_error, standard_error, PROP_STANDARD_ERROR);
}

/**
 * scrutiny_mix_options_get_unit: (get-property unit)
 * @self: the options
 *
 * Gets what the figure is in.
 *
 * Returns: (nullable): the word; `NULL` for none
 *
 * Since: 0.1
 */
const char *
scrutiny_mix_options_get_unit (ScrutinyMixOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX_OPTIONS (self), NULL);

  return self->unit;
}

/**
 * scrutiny_mix_options_set_unit: (set-property unit)
 * @self: the options
 * @unit: (nullable): the word, or `NULL`
 *
 * Sets what the figure is in.
 *
 * Since: 0.1
 */
void
scrutiny_mix_options_set_unit (ScrutinyMixOptions *self, const char *unit)
{
  g_return_if_fail (SCRUTINY_IS_MIX_OPTIONS (self));

  mix_options_set_text (self, &self->unit, unit, PROP_UNIT);
}

void
mix_options_set_round_to (ScrutinyMixOptions *self, guint round_to)
{
  self->round_to = round_to;
}
