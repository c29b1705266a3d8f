/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/dossier-table-private.h"

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"

#define MOST_NAMED 20 /* columns that a message lists */

static GPtrArray *
names_of_row (const Grid *grid, gsize row)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint column = 0; column < grid_get_n_cells (grid, row); column++)
    g_ptr_array_add (names, grid_text_dup (grid_get (grid, row, column)));
  return names;
}

DossierTable *
dossier_table_new_take (Grid *grid,
                        const char *const *names,
                        const char *const *missing,
                        GError **error)
{
  static const char *const only_empty[] = { "", NULL };
  g_autoptr (DossierTable) self = g_new0 (DossierTable, 1);

  self->grid = grid;
  self->missing = g_strdupv ((char **) (missing ? missing : only_empty));
  self->indexes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  while (self->first_row < grid->n_rows && grid_is_blank (grid, self->first_row))
    self->first_row++;

  if (names) {
    self->names = g_ptr_array_new_with_free_func (g_free);
    for (; *names; names++)
      g_ptr_array_add (self->names, g_strdup (*names));
  } else if (self->first_row < grid->n_rows) {
    self->names = names_of_row (grid, self->first_row++);
  } else {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, NULL,
                           "%s: an empty table; its first row names the columns", grid->origin);
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
dossier_table_free (DossierTable *self)
{
  if (!self)
    return;

  g_clear_pointer (&self->grid, grid_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->indexes, g_hash_table_unref);
  g_strfreev (self->missing);
  g_free (self);
}

guint
dossier_table_find_column (const DossierTable *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++) {
    if (strcmp (self->names->pdata[i], name) == 0)
      return i;
  }
  return DOSSIER_NO_COLUMN;
}

gboolean
dossier_table_refuse_column (const DossierTable *self,
                             JsonPlace *place,
                             const JsonValue *reference,
                             const char *name,
                             GError **error)
{
  g_autofree char *shown = printable_dup (name, 40);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->names->len, MOST_NAMED); i++) {
    g_autofree char *one = printable_dup (self->names->pdata[i], 40);

    g_string_append_printf (names, "%s“%s”", i ? ", " : "", one);
  }
  if (self->names->len > MOST_NAMED)
    g_string_append_printf (names, " and %u more", self->names->len - MOST_NAMED);
  return json_place_refuse (place, reference, SCRUTINY_ERROR_NOT_FOUND, error,
                            "%s has no column “%s”; there are %s", self->grid->origin, shown,
                            names->str);
}

gboolean
dossier_table_find_role (const DossierTable *self,
                         JsonPlace *place,
                         const JsonValue *reference,
                         const char *key,
                         guint *column,
                         GError **error)
{
  const char *name = NULL;

  if (!json_place_get_text (place, reference, key, &name, error))
    return FALSE;

  *column = dossier_table_find_column (self, name ? name : key);
  if (name && *column == DOSSIER_NO_COLUMN)
    return dossier_table_refuse_column (self, place, reference, name, error);
  return TRUE;
}

static void
free_rows (gpointer rows)
{
  g_array_unref (rows);
}

/* Where each text of a column stands, so that a thousand indicators in one file are not
 * a thousand searches.
 */
static GHashTable *
index_of (DossierTable *self, guint column)
{
  GHashTable *index = g_hash_table_lookup (self->indexes, GUINT_TO_POINTER (column));

  if (index)
    return index;

  index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_rows);
  g_hash_table_insert (self->indexes, GUINT_TO_POINTER (column), index);
  for (gsize row = self->first_row; row < self->grid->n_rows; row++) {
    g_autofree char *text = grid_text_dup (grid_get (self->grid, row, column));
    GArray *rows = g_hash_table_lookup (index, text);

    if (!rows) {
      rows = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_hash_table_insert (index, g_steal_pointer (&text), rows);
    }
    g_array_append_val (rows, row);
  }
  return index;
}

static GArray *
all_rows (const DossierTable *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize row = self->first_row; row < self->grid->n_rows; row++) {
    if (!grid_is_blank (self->grid, row))
      g_array_append_val (rows, row);
  }
  return rows;
}

/* A cell has no blanks around it, and one where there are several. */
static char *
dup_as_cell (const char *text)
{
  return g_strstrip (grid_text_dup ((GridText){ text, strlen (text) }));
}

/* Those of @rows whose cell in @column says @text; takes @rows, which may be NULL for all. */
static GArray *
narrow (DossierTable *self, GArray *rows, guint column, const char *text)
{
  g_autoptr (GArray) before = rows;
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *wanted = dup_as_cell (text);
  GArray *found;

  if (!before) {
    found = g_hash_table_lookup (index_of (self, column), wanted);
    if (found)
      g_array_append_vals (kept, found->data, found->len);
    return kept;
  }
  for (guint i = 0; i < before->len; i++) {
    gsize row = g_array_index (before, gsize, i);

    if (grid_text_equal (grid_get (self->grid, row, column), wanted))
      g_array_append_val (kept, row);
  }
  return kept;
}

/* A column called as @key that holds @id tells the indicators of one file apart. */
static GArray *
rows_of_indicator (DossierTable *self, const char *id)
{
  guint column = id ? dossier_table_find_column (self, "indicator") : DOSSIER_NO_COLUMN;

  return column == DOSSIER_NO_COLUMN ? all_rows (self) : narrow (self, NULL, column, id);
}

GArray *
dossier_table_pick_rows (DossierTable *self,
                         JsonPlace *place,
                         const JsonValue *reference,
                         const char *id,
                         GError **error)
{
  const JsonValue *where;
  GArray *rows = NULL;

  if (!json_place_get (place, reference, "where", JSON_OBJECT, &where, error))
    return NULL;
  if (!where || json_value_get_n_items (where) == 0)
    return rows_of_indicator (self, id);

  for (guint i = 0; i < json_value_get_n_items (where); i++) {
    const char *name = json_value_get_key (where, i);
    const JsonValue *text = json_value_get_item (where, i);
    guint column = dossier_table_find_column (self, name);

    if (column == DOSSIER_NO_COLUMN)
      dossier_table_refuse_column (self, place, where, name, error);
    if (column == DOSSIER_NO_COLUMN || !json_place_expect (place, text, JSON_STRING, error)) {
      g_clear_pointer (&rows, g_array_unref);
      return NULL;
    }
    rows = narrow (self, rows, column, text->text);
  }
  return rows;
}

gboolean
dossier_table_is_missing (const DossierTable *self, GridText text)
{
  for (char **missing = self->missing; *missing; missing++) {
    if (grid_text_equal (text, *missing))
      return TRUE;
  }
  return FALSE;
}
