/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/panel-index.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "base/table-columns.h"
#include "base/table-private.h"

#define MOST_SHOWN 40
#define BETWEEN_KEYS "\x1f"

static gboolean
is_same_key (const PanelIndex *self, gsize a, gsize b)
{
  for (guint k = 0; k < self->n_keys; k++)
    if (!g_str_equal (self->keys[k][a], self->keys[k][b]))
      return FALSE;

  return TRUE;
}

static char *
dup_joined (const PanelIndex *self, gsize row, const char *between)
{
  GString *joined = g_string_new (NULL);

  for (guint k = 0; k < self->n_keys; k++)
    g_string_append_printf (joined, "%s%s", k ? between : "", self->keys[k][row]);

  return g_string_free (joined, FALSE);
}

static char *
dup_shown (const PanelIndex *self, gsize row)
{
  g_autofree char *joined = dup_joined (self, row, ", ");

  return printable_dup (joined, 2 * MOST_SHOWN);
}

static gboolean
refuse_apart (const PanelIndex *self, gsize row, gsize before, GError **error)
{
  g_autofree char *key = dup_shown (self, row);

  scrutiny_set_error_at (
      error, SCRUTINY_ERROR_MISMATCH, row + 1, NULL, key,
      "Rows %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT
      " below the header: both are “%s”, with others between; sort the table by key, then period",
      before + 1, row + 1, key);

  return FALSE;
}

static gboolean
find_series (PanelIndex *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (gsize row = 0; row < self->n_rows; row++) {
    gpointer last;

    if (row > 0 && is_same_key (self, row, row - 1))
      continue;
    char *key = dup_joined (self, row, BETWEEN_KEYS);
    if (g_hash_table_lookup_extended (seen, key, NULL, &last)) {
      g_free (key);
      return refuse_apart (self, row, GPOINTER_TO_SIZE (last), error);
    }
    g_hash_table_insert (seen, key, GSIZE_TO_POINTER (row));
    g_array_append_val (self->starts, row);
  }
  g_array_append_val (self->starts, self->n_rows);

  return TRUE;
}

static gboolean
refuse_order (const PanelIndex *self,
              const char *const *texts,
              const char *name,
              gsize row,
              gboolean is_twice,
              GError **error)
{
  g_autofree char *key = dup_shown (self, row);
  g_autofree char *column = printable_dup (name, MOST_SHOWN);
  g_autofree char *now = printable_dup (texts[row], MOST_SHOWN);
  g_autofree char *before = printable_dup (texts[row - 1], MOST_SHOWN);

  if (is_twice)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, row + 1, name, texts[row],
                           "Rows %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT
                           " below the header, column “%s”: both are %s of “%s”; keep one",
                           row, row + 1, column, now, key);
  else
    scrutiny_set_error_at (
        error, SCRUTINY_ERROR_MISMATCH, row + 1, name, texts[row],
        "Rows %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT
        " below the header, column “%s”: %s comes after %s of “%s”; sort the table by key, then "
        "period",
        row, row + 1, column, now, before, key);

  return FALSE;
}

static gboolean
check_order (const PanelIndex *self, const char *const *texts, const char *name, GError **error)
{
  const gint64 *ordinals = g_bytes_get_data (self->ordinals, NULL);

  for (guint s = 0; s < panel_index_get_n_series (self); s++) {
    const gsize start = g_array_index (self->starts, gsize, s);
    const gsize end = g_array_index (self->starts, gsize, s + 1);

    for (gsize row = start + 1; row < end; row++)
      if (ordinals[row] <= ordinals[row - 1])
        return refuse_order (self, texts, name, row, ordinals[row] == ordinals[row - 1], error);
  }

  return TRUE;
}

/* The table with keys and periods as texts: lent where they are, made where they are numbers. */
static ScrutinyTable *
as_texts (ScrutinyTable *table, const char *const *keys, const char *period)
{
  ScrutinyTable *made = g_object_ref (table);

  for (guint k = 0; k == 0 || keys[k - 1]; k++) {
    const char *name = keys[k] ? keys[k] : period;
    g_autoptr (ScrutinyTable) before = made;

    made = scrutiny_table_is_text (before, name)
               ? g_object_ref (before)
               : scrutiny_table_copy_with_texts_take (before, name,
                                                      table_columns_dup_texts (before, name), NULL);
  }

  return made;
}

gboolean
panel_index_init (PanelIndex *self,
                  ScrutinyTable *table,
                  const char *const *keys,
                  const char *period,
                  GError **error)
{
  *self = (PanelIndex){ .n_rows = scrutiny_table_get_n_rows (table) };
  if (!keys[0]) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, NULL,
                           "Panel: no column was named as the key; name at least one");
    return FALSE;
  }
  for (guint k = 0; keys[k]; k++)
    if (!table_columns_check (table, "Panel", "key", keys[k], error))
      return FALSE;
  if (!table_columns_check (table, "Panel", "period", period, error))
    return FALSE;

  self->n_keys = g_strv_length ((char **) keys);
  self->keys = g_new0 (const char *const *, self->n_keys);
  self->table = as_texts (table, keys, period);
  for (guint k = 0; k < self->n_keys; k++)
    self->keys[k] = scrutiny_table_get_texts (self->table, keys[k]);
  const char *const *texts = scrutiny_table_get_texts (self->table, period);

  if (!find_series (self, error))
    return FALSE;
  self->ordinals = table_columns_read_periods (texts, self->n_rows, period, &self->like, error);

  return self->ordinals && check_order (self, texts, period, error);
}

void
panel_index_clear (gpointer data)
{
  PanelIndex *self = data;

  g_clear_object (&self->table);
  g_free (self->keys);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->ordinals, g_bytes_unref);
  *self = (PanelIndex){ 0 };
}

guint
panel_index_get_n_series (const PanelIndex *self)
{
  return self->starts && self->starts->len > 0 ? self->starts->len - 1 : 0;
}
