/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-ranges.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "base/table-columns.h"

#include <math.h>

#define MOST_SHOWN 60
#define BETWEEN ".."

static void
range_clear (gpointer data)
{
  ComparisonRange *self = data;

  g_free (self->name);
  g_clear_pointer (&self->lows, g_bytes_unref);
  g_clear_pointer (&self->highs, g_bytes_unref);
}

static gboolean
refuse_pair (const char *text, GError **error)
{
  g_autofree char *said = printable_dup (text, MOST_SHOWN);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, "ranges", text,
                         "Option ranges: “%s” is not two columns; write LOW..HIGH, such "
                         "as lower..upper",
                         said);

  return FALSE;
}

static gboolean
read_range (ComparisonRange *self, ScrutinyTable *table, const char *text, GError **error)
{
  g_auto (GStrv) pair = g_strsplit (text, BETWEEN, 2);

  if (!pair[0] || !*pair[0] || !pair[1] || !*pair[1])
    return refuse_pair (text, error);
  self->name = g_strdup (text);
  self->lows = table_columns_dup_numbers (table, "Comparison", "published ranges", pair[0], error);
  if (self->lows)
    self->highs =
        table_columns_dup_numbers (table, "Comparison", "published ranges", pair[1], error);

  return self->highs != NULL;
}

GArray *
comparison_ranges_read (ScrutinyTable *table, const ComparisonSettings *settings, GError **error)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (ComparisonRange));

  g_array_set_clear_func (ranges, range_clear);
  for (gsize i = 0; settings->ranges && settings->ranges[i]; i++) {
    ComparisonRange range = { 0 };
    const gboolean is_read = read_range (&range, table, settings->ranges[i], error);

    g_array_append_val (ranges, range);
    if (!is_read)
      return NULL;
  }

  return g_steal_pointer (&ranges);
}

static double
number_at (GBytes *bytes, gsize row)
{
  return ((const double *) g_bytes_get_data (bytes, NULL))[row];
}

double
comparison_range_get_low (const ComparisonRange *self, gsize row)
{
  return number_at (self->lows, row);
}

double
comparison_range_get_high (const ComparisonRange *self, gsize row)
{
  return number_at (self->highs, row);
}

gboolean
comparison_range_is_known (const ComparisonRange *self, gsize row)
{
  return !isnan (comparison_range_get_low (self, row)) &&
         !isnan (comparison_range_get_high (self, row));
}

int
comparison_range_get_side (const ComparisonRange *self, gsize row, double value)
{
  if (!comparison_range_is_known (self, row))
    return 0;

  return (value > comparison_range_get_high (self, row)) -
         (value < comparison_range_get_low (self, row));
}
