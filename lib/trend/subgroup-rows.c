/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/subgroup-rows.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "base/table-columns.h"
#include "base/timeline-private.h"
#include "trend/ordinals.h"

#include <math.h>

#define MOST_OF_A_NAME 40

void
subgroup_rows_clear (SubgroupRows *self)
{
  g_clear_object (&self->timeline);
  g_free (self->places);
}

gboolean
subgroup_rows_init (SubgroupRows *self, ScrutinyTable *table, const char *period, GError **error)
{
  Period like;

  if (!table_columns_check (table, "Subgroups", "period", period, error))
    return FALSE;
  self->n_rows = scrutiny_table_get_n_rows (table);
  g_auto (GStrv) texts = table_columns_dup_texts (table, period);
  g_autoptr (GBytes) bytes =
      table_columns_read_periods ((const char *const *) texts, self->n_rows, period, &like, error);
  if (!bytes)
    return FALSE;

  const gint64 *ordinals = g_bytes_get_data (bytes, NULL);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (sorted, ordinals, (guint) self->n_rows);
  ordinals_settle (sorted);
  self->places = g_new (guint, self->n_rows + 1);
  for (gsize row = 0; row < self->n_rows; row++)
    if (!g_array_binary_search (sorted, &ordinals[row], ordinals_compare, &self->places[row]))
      g_return_val_if_reached (FALSE);
  self->timeline = scrutiny_timeline_new_take (
      like.calendar, like.window, like.length,
      g_bytes_new (sorted->data, (gsize) sorted->len * sizeof (gint64)));

  return TRUE;
}

static gboolean
refuse_twice (const SubgroupRows *rows, gsize before, gsize row, const char *name, GError **error)
{
  g_autofree char *text = scrutiny_timeline_dup_text (rows->timeline, rows->places[row]);
  g_autofree char *column = printable_dup (name, MOST_OF_A_NAME);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, (guint) row + 1, name, text,
                         "Rows %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT
                         " below the header, column “%s”: both are %s; keep one, or hand in the "
                         "observations themselves",
                         before + 1, row + 1, column, text);

  return FALSE;
}

gsize *
subgroup_rows_order (const SubgroupRows *rows, const char *name, GError **error)
{
  g_autofree gsize *order = g_new (gsize, rows->n_rows + 1);
  g_autofree guint8 *is_seen = g_new0 (guint8, rows->n_rows + 1);

  for (gsize row = 0; row < rows->n_rows; row++) {
    const guint place = rows->places[row];

    if (is_seen[place] && !refuse_twice (rows, order[place], row, name, error))
      return NULL;
    is_seen[place] = 1;
    order[place] = row;
  }

  return g_steal_pointer (&order);
}

static gboolean
refuse_number (const SubgroupColumn *column,
               const char *what,
               gsize row,
               double number,
               GError **error)
{
  g_autofree char *name = printable_dup (column->name, MOST_OF_A_NAME);
  char text[NUMBER_TEXT_SIZE];

  number_format (number, text);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, (guint) row + 1, column->name, text,
                         "Row %" G_GSIZE_FORMAT
                         " below the header, column “%s”: %s is no %s; it is 0 or more",
                         row + 1, name, text, what);

  return FALSE;
}

static gboolean
refuse_no_size (const SubgroupColumn *column, gsize row, GError **error)
{
  g_autofree char *name = printable_dup (column->name, MOST_OF_A_NAME);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, (guint) row + 1, column->name, NULL,
                         "Row %" G_GSIZE_FORMAT
                         " below the header, column “%s”: there is a mean and no size; say how "
                         "many observations it is of, or leave the mean empty too",
                         row + 1, name);

  return FALSE;
}

gboolean
subgroup_rows_check (const SubgroupRows *self, const SubgroupColumn columns[3], GError **error)
{
  const double *means = g_bytes_get_data (columns[0].numbers, NULL);
  const double *deviations = g_bytes_get_data (columns[1].numbers, NULL);
  const double *sizes = g_bytes_get_data (columns[2].numbers, NULL);

  for (gsize row = 0; row < self->n_rows; row++) {
    if (deviations[row] < 0)
      return refuse_number (&columns[1], "standard deviation", row, deviations[row], error);
    if (sizes[row] < 0)
      return refuse_number (&columns[2], "size", row, sizes[row], error);
    if (isnan (sizes[row]) && !isnan (means[row]))
      return refuse_no_size (&columns[2], row, error);
  }

  return TRUE;
}
