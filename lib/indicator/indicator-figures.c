/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/indicator.h>

#include "base/columns.h"

/**
 * scrutiny_indicator_dup_figures:
 * @self: an indicator
 *
 * Gets the figures as a table that a colour rule can judge.
 *
 * What was published, if it is there; else the series as columns `period` and `value`, with
 * `numerator` and `denominator` where counts are known.
 *
 * Returns: (transfer full) (nullable): the table, or `NULL` where there are no figures
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_indicator_dup_figures (ScrutinyIndicator *self)
{
  ScrutinyTable *published;
  ScrutinySeries *series;

  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  published = scrutiny_indicator_get_published (self);
  series = scrutiny_indicator_get_series (self);
  if (published)
    return g_object_ref (published);
  if (series && scrutiny_series_get_n_values (series) > 0)
    return columns_of_series (series);

  return NULL;
}
