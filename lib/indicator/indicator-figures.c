/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/indicator.h>

static ScrutinyTable *
with_doubles (ScrutinyTable *table, const char *name, GBytes *values)
{
  ScrutinyTable *wider = scrutiny_table_copy_with_doubles (table, name, values, NULL);

  g_object_unref (table);
  return wider;
}

static ScrutinyTable *
table_of_series (ScrutinySeries *series)
{
  g_auto (GStrv) periods = scrutiny_timeline_dup_texts (scrutiny_series_get_timeline (series));
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  ScrutinyTable *table =
      scrutiny_table_copy_with_texts (empty, "period", (const char *const *) periods, NULL);

  table = with_doubles (table, "value", scrutiny_series_get_bytes (series));
  if (scrutiny_series_has_counts (series)) {
    table = with_doubles (table, "numerator", scrutiny_series_get_numerator_bytes (series));
    table = with_doubles (table, "denominator", scrutiny_series_get_denominator_bytes (series));
  }

  return table;
}

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
    return table_of_series (series);

  return NULL;
}
