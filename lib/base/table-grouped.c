/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/table.h>

#include "base/error-private.h"
#include "base/period-parse.h"
#include "base/printable.h"
#include "base/table-columns.h"
#include "base/table-private.h"

#include <string.h>

#define LONGEST_NAME 60 /* in a message */
#define BETWEEN_KEYS '\x1f'

static gboolean
check_keys (ScrutinyTable *self, const char *const *keys, GError **error)
{
  for (guint k = 0; keys[k]; k++) {
    g_autofree char *name = NULL;

    if (scrutiny_table_has_column (self, keys[k]))
      continue;
    name = printable_dup (keys[k], LONGEST_NAME);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, keys[k], NULL,
                           "Key: there is no column “%s”", name);
    return FALSE;
  }

  return TRUE;
}

/* Whose a row is, as one text; numbers by their bits. */
static char *
dup_key (ScrutinyTable *self, const char *const *keys, gsize row)
{
  GString *key = g_string_new (NULL);

  for (guint k = 0; keys[k]; k++) {
    const char *const *texts = scrutiny_table_get_texts (self, keys[k]);

    if (texts)
      g_string_append (key, texts[row]);
    else
      g_string_append_printf (key, "%a", scrutiny_table_get_doubles (self, keys[k], NULL)[row]);
    g_string_append_c (key, BETWEEN_KEYS);
  }

  return g_string_free (key, FALSE);
}

/* When each row is of, years as numbers too; NULL without a column of periods, or with @error set.
 */
static Period *
read_periods (ScrutinyTable *self, const char *name, GError **error)
{
  const gsize n_rows = scrutiny_table_get_n_rows (self);
  g_autofree Period *periods = g_new (Period, n_rows + 1);
  g_autofree char *shown = printable_dup (name, LONGEST_NAME);
  g_auto (GStrv) texts = NULL;
  gsize bad;

  if (!scrutiny_table_has_column (self, name)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, name, NULL,
                           "Period: there is no column “%s”", shown);
    return NULL;
  }
  texts = table_columns_dup_texts (self, name);
  if (!period_parse_column ((const char *const *) texts, n_rows, SCRUTINY_CALENDAR_UNKNOWN, periods,
                            &bad)) {
    g_autofree char *text = printable_dup (texts[bad], LONGEST_NAME);

    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, bad + 1, name, texts[bad],
                           "Row %" G_GSIZE_FORMAT ", column “%s”: “%s” is no period that goes "
                           "with those above it",
                           bad + 1, shown, text);
    return NULL;
  }

  return g_steal_pointer (&periods);
}

/* Rows of one period stay as they were: they are compared by their place last. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Period *periods = data;
  const gsize row = *(const gsize *) a, other = *(const gsize *) b;

  if (periods[row].ordinal != periods[other].ordinal)
    return periods[row].ordinal < periods[other].ordinal ? -1 : 1;

  return row < other ? -1 : row > other;
}

/* Which row of the table each row of the copy is: those of one key together. */
static gsize *
dup_order (ScrutinyTable *self, const char *const *keys, Period *periods)
{
  const gsize n_rows = scrutiny_table_get_n_rows (self);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gsize *order = g_new (gsize, n_rows + 1);
  gsize n = 0;

  for (gsize row = 0; row < n_rows; row++) {
    char *key = dup_key (self, keys, row);
    GArray *group = g_hash_table_lookup (places, key);

    if (!group) {
      group = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_ptr_array_add (groups, group);
      g_hash_table_insert (places, g_strdup (key), group);
    }
    g_array_append_val (group, row);
    g_free (key);
  }
  for (guint g = 0; g < groups->len; g++) {
    GArray *group = groups->pdata[g];

    if (periods)
      g_array_sort_with_data (group, compare_rows, periods);
    memcpy (order + n, group->data, group->len * sizeof (gsize));
    n += group->len;
  }

  return order;
}

static ScrutinyTable *
add_column (ScrutinyTable *copy, ScrutinyTable *self, const char *name, const gsize *order)
{
  const gsize n_rows = scrutiny_table_get_n_rows (self);
  const char *const *texts = scrutiny_table_get_texts (self, name);
  const double *numbers = texts ? NULL : scrutiny_table_get_doubles (self, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  double *moved;

  if (texts) {
    char **values = g_new0 (char *, n_rows + 1);

    for (gsize i = 0; i < n_rows; i++)
      values[i] = g_strdup (texts[order[i]]);
    return scrutiny_table_copy_with_texts_take (copy, name, values, NULL);
  }

  moved = g_new (double, n_rows + 1);
  for (gsize i = 0; i < n_rows; i++)
    moved[i] = numbers[order[i]];
  bytes = g_bytes_new_take (moved, n_rows * sizeof *moved);

  return scrutiny_table_copy_with_doubles (copy, name, bytes, NULL);
}

/**
 * scrutiny_table_copy_grouped:
 * @self: a table
 * @keys: (array zero-terminated=1): the columns that say whose a row is
 * @period: (nullable): the column of periods to put the rows of each key in order by
 * @error: return location for an error
 *
 * Creates a table of the same rows, in which those of one key stand together, as a
 * [class@Panel] needs them. Keys come in the order they first turn up; the rows of each in
 * the order of their periods, or without @period and within one period as they were.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if a key or @period is no column, and with
 * [error@Scrutiny.Error.UNREADABLE] for a period that is none.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_table_copy_grouped (ScrutinyTable *self,
                             const char *const *keys,
                             const char *period,
                             GError **error)
{
  g_autofree Period *periods = NULL;
  ScrutinyTable *copy;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (self), NULL);
  g_return_val_if_fail (keys != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_keys (self, keys, error))
    return NULL;
  if (period && scrutiny_table_get_n_rows (self) > 0) {
    periods = read_periods (self, period, error);
    if (!periods)
      return NULL;
  }

  g_autofree gsize *order = dup_order (self, keys, periods);
  g_auto (GStrv) names = scrutiny_table_dup_names (self);
  copy = scrutiny_table_new ();
  for (guint k = 0; names[k]; k++) {
    g_autoptr (ScrutinyTable) before = copy;

    copy = add_column (before, self, names[k], order);
  }

  return copy;
}
