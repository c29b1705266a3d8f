/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-options-private.h"

/**
 * scrutiny_comparison_options_get_focus: (get-property focus)
 * @self: the options
 *
 * Gets the area that is asked about.
 *
 * Returns: (nullable): its name; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_focus (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->focus;
}

/**
 * scrutiny_comparison_options_set_focus: (set-property focus)
 * @self: the options
 * @focus: (nullable): its name
 *
 * Sets the area that is asked about.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_focus (ScrutinyComparisonOptions *self, const char *focus)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->focus, focus, PROP_FOCUS);
}

/**
 * scrutiny_comparison_options_get_band: (get-property band)
 * @self: the options
 *
 * Gets the column of age bands.
 *
 * Returns: (nullable): its name; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_band (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->band;
}

/**
 * scrutiny_comparison_options_set_band: (set-property band)
 * @self: the options
 * @band: (nullable): its name
 *
 * Sets the column of age bands.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_band (ScrutinyComparisonOptions *self, const char *band)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->band, band, PROP_BAND);
}

/**
 * scrutiny_comparison_options_get_standard: (get-property standard)
 * @self: the options
 *
 * Gets the column of the standard population.
 *
 * Returns: (nullable): its name; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_standard (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->standard;
}

/**
 * scrutiny_comparison_options_set_standard: (set-property standard)
 * @self: the options
 * @standard: (nullable): its name
 *
 * Sets the column of the standard population.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_standard (ScrutinyComparisonOptions *self, const char *standard)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->standard, standard, PROP_STANDARD);
}

/**
 * scrutiny_comparison_options_get_spread: (get-property spread)
 * @self: the options
 *
 * Gets the column of the variances of counts.
 *
 * Returns: (nullable): its name; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_spread (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->spread;
}

/**
 * scrutiny_comparison_options_set_spread: (set-property spread)
 * @self: the options
 * @spread: (nullable): its name
 *
 * Sets the column of the variances of counts.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_spread (ScrutinyComparisonOptions *self, const char *spread)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->spread, spread, PROP_SPREAD);
}

/**
 * scrutiny_comparison_options_get_published: (get-property published)
 * @self: the options
 *
 * Gets the column of published values.
 *
 * Returns: (nullable): its name; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_published (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->published;
}

/**
 * scrutiny_comparison_options_set_published: (set-property published)
 * @self: the options
 * @published: (nullable): its name
 *
 * Sets the column of published values.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_published (ScrutinyComparisonOptions *self, const char *published)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->published, published, PROP_PUBLISHED);
}

/**
 * scrutiny_comparison_options_get_ranges: (get-property ranges)
 * @self: the options
 *
 * Gets the columns of ranges that were published beside the values.
 *
 * Returns: (nullable) (array zero-terminated=1) (transfer none): pairs such as `low..high`, the
 * narrowest first; `NULL` if they are not set
 *
 * Since: 0.1
 */
const char *const *
scrutiny_comparison_options_get_ranges (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return (const char *const *) self->ranges;
}

/**
 * scrutiny_comparison_options_set_ranges: (set-property ranges)
 * @self: the options
 * @ranges: (nullable) (array zero-terminated=1): pairs of columns such as `low..high`,
 * the narrowest first
 *
 * Sets the columns of ranges that were published beside the values.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_ranges (ScrutinyComparisonOptions *self, const char *const *ranges)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  char **kept = g_strdupv ((char **) ranges);
  g_strfreev (self->ranges);
  self->ranges = kept;
  comparison_options_notify (self, PROP_RANGES);
}

/**
 * scrutiny_comparison_options_get_called: (get-property called)
 * @self: the options
 *
 * Gets what those that are compared are called.
 *
 * Returns: (nullable): a plural; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_called (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->called;
}

/**
 * scrutiny_comparison_options_set_called: (set-property called)
 * @self: the options
 * @called: (nullable): a plural
 *
 * Sets what those that are compared are called.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_called (ScrutinyComparisonOptions *self, const char *called)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->called, called, PROP_CALLED);
}

/**
 * scrutiny_comparison_options_get_neighbours: (get-property neighbours)
 * @self: the options
 *
 * Gets the areas each is set beside.
 *
 * Returns: (nullable) (transfer none): the table; `NULL` if it is not set
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_comparison_options_get_neighbours (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->neighbours;
}

/**
 * scrutiny_comparison_options_set_neighbours: (set-property neighbours)
 * @self: the options
 * @neighbours: (nullable): the table
 *
 * Sets the areas each is set beside.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_neighbours (ScrutinyComparisonOptions *self,
                                            ScrutinyTable *neighbours)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));
  g_return_if_fail (neighbours == NULL || SCRUTINY_IS_TABLE (neighbours));

  if (g_set_object (&self->neighbours, neighbours))
    comparison_options_notify (self, PROP_NEIGHBOURS);
}

/**
 * scrutiny_comparison_options_get_rank: (get-property rank)
 * @self: the options
 *
 * Gets the column of published ranks.
 *
 * Returns: (nullable): its name; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_rank (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->rank;
}

/**
 * scrutiny_comparison_options_set_rank: (set-property rank)
 * @self: the options
 * @rank: (nullable): its name
 *
 * Sets the column of published ranks.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_rank (ScrutinyComparisonOptions *self, const char *rank)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->rank, rank, PROP_RANK);
}

/**
 * scrutiny_comparison_options_get_quartile: (get-property quartile)
 * @self: the options
 *
 * Gets the column of published quartiles.
 *
 * Returns: (nullable): its name; `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_options_get_quartile (ScrutinyComparisonOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self), NULL);

  return self->quartile;
}

/**
 * scrutiny_comparison_options_set_quartile: (set-property quartile)
 * @self: the options
 * @quartile: (nullable): its name
 *
 * Sets the column of published quartiles.
 *
 * Since: 0.1
 */
void
scrutiny_comparison_options_set_quartile (ScrutinyComparisonOptions *self, const char *quartile)
{
  g_return_if_fail (SCRUTINY_IS_COMPARISON_OPTIONS (self));

  comparison_options_set_text (self, &self->quartile, quartile, PROP_QUARTILE);
}

void
comparison_options_set_round_to (ScrutinyComparisonOptions *self, guint round_to)
{
  self->round_to = round_to;
}
