/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/table.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "base/table-private.h"

#include <string.h>

#define LONGEST_NAME 60 /* in a message */

/* Shared by every table that was copied from the one it was made for. */
typedef struct {
  char *name;
  GBytes *doubles; /* NULL if it is a column of texts */
  char **texts;    /* NULL if it is a column of numbers */
  gsize n_rows;
} Column;

/**
 * ScrutinyTable:
 *
 * Columns of one length, each with a name: numbers, in which NaN is missing, or
 * texts, in which an empty one is.
 *
 * A table never changes; adding a column gives another table that shares the
 * columns of the first. So it may be shared between threads.
 *
 * Since: 0.1
 */
struct _ScrutinyTable {
  GObject parent_instance;

  GPtrArray *columns; /* of Column */
  guint64 first_row;
};

G_DEFINE_FINAL_TYPE (ScrutinyTable, scrutiny_table, G_TYPE_OBJECT)

enum {
  PROP_NAMES = 1,
  PROP_N_ROWS,
  PROP_FIRST_ROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
column_clear (gpointer data)
{
  Column *self = data;

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->doubles, g_bytes_unref);
  g_clear_pointer (&self->texts, g_strfreev);
}

static void
column_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, column_clear);
}

static void
scrutiny_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrutinyTable *self = SCRUTINY_TABLE (object);

  switch (prop_id) {
  case PROP_NAMES:
    g_value_take_boxed (value, scrutiny_table_dup_names (self));
    break;
  case PROP_N_ROWS:
    g_value_set_uint64 (value, scrutiny_table_get_n_rows (self));
    break;
  case PROP_FIRST_ROW:
    g_value_set_uint64 (value, self->first_row);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
scrutiny_table_finalize (GObject *object)
{
  ScrutinyTable *self = SCRUTINY_TABLE (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (scrutiny_table_parent_class)->finalize (object);
}

static void
scrutiny_table_class_init (ScrutinyTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_table_finalize;
  object_class->get_property = scrutiny_table_get_property;

  /**
   * ScrutinyTable:names: (getter dup_names)
   *
   * The columns' names, in order.
   *
   * Since: 0.1
   */
  props[PROP_NAMES] = g_param_spec_boxed ("names", NULL, NULL, G_TYPE_STRV,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ScrutinyTable:n-rows: (getter get_n_rows)
   *
   * The length of every column.
   *
   * Since: 0.1
   */
  props[PROP_N_ROWS] = g_param_spec_uint64 ("n-rows", NULL, NULL, 0, G_MAXUINT64, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ScrutinyTable:first-row: (getter get_first_row)
   *
   * The row of the file in which the first row stands; 1 where it comes of none.
   *
   * Since: 0.1
   */
  props[PROP_FIRST_ROW] = g_param_spec_uint64 ("first-row", NULL, NULL, 1, G_MAXUINT64, 1,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_table_init (ScrutinyTable *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_unref);
  self->first_row = 1;
}

static Column *
find_column (ScrutinyTable *self, const char *name, guint *index)
{
  for (guint i = 0; i < self->columns->len; i++) {
    Column *column = self->columns->pdata[i];

    if (strcmp (column->name, name) == 0) {
      if (index)
        *index = i;
      return column;
    }
  }

  return NULL;
}

static gpointer
column_ref (gconstpointer column, gpointer user_data)
{
  return g_atomic_rc_box_acquire ((gpointer) column);
}

/* Takes @column.  The only column of a table may be replaced by one of another length. */
static ScrutinyTable *
copy_with (ScrutinyTable *self, Column *column, GError **error)
{
  gsize n_rows = scrutiny_table_get_n_rows (self);
  ScrutinyTable *copy;
  guint index = 0;
  guint n_replaced = find_column (self, column->name, &index) ? 1 : 0;

  if (self->columns->len > n_replaced && column->n_rows != n_rows) {
    g_autofree char *name = printable_dup (column->name, LONGEST_NAME);

    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, column->name, NULL,
                           "Column “%s”: %" G_GSIZE_FORMAT
                           " values; the table’s other columns have %" G_GSIZE_FORMAT,
                           name, column->n_rows, n_rows);
    column_unref (column);
    return NULL;
  }

  copy = g_object_new (SCRUTINY_TYPE_TABLE, NULL);
  copy->first_row = self->first_row;
  g_ptr_array_extend (copy->columns, self->columns, (GCopyFunc) column_ref, NULL);
  if (n_replaced) {
    column_unref (copy->columns->pdata[index]);
    copy->columns->pdata[index] = column;
  } else {
    g_ptr_array_add (copy->columns, column);
  }

  return copy;
}

static Column *
column_new (const char *name, gsize n_rows)
{
  Column *self = g_atomic_rc_box_new0 (Column);

  self->name = g_strdup (name);
  self->n_rows = n_rows;

  return self;
}

/**
 * scrutiny_table_new:
 *
 * Creates a table without columns, to which columns can be added.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_table_new (void)
{
  return g_object_new (SCRUTINY_TYPE_TABLE, NULL);
}

/**
 * scrutiny_table_copy_with_doubles:
 * @self: a table
 * @name: the column's name
 * @values: native-endian doubles, NaN where missing
 * @error: return location for an error
 *
 * Creates a table with one more column of numbers, or with another in the place
 * of the column of that name.
 *
 * The bytes are shared, not copied, unless they are not aligned. Fails with
 * [error@Scrutiny.Error.MISMATCH] if they are not a whole number of doubles or
 * not as many as the table has rows.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_table_copy_with_doubles (ScrutinyTable *self,
                                  const char *name,
                                  GBytes *values,
                                  GError **error)
{
  gconstpointer data;
  gsize size;
  Column *column;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (values, &size);
  if (size % sizeof (double) != 0) {
    g_autofree char *shown = printable_dup (name, LONGEST_NAME);

    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, name, NULL,
                           "Column “%s”: %" G_GSIZE_FORMAT
                           " bytes are not a whole number of doubles of 8 bytes",
                           shown, size);
    return NULL;
  }

  column = column_new (name, size / sizeof (double));
  if (((guintptr) data) % G_ALIGNOF (double) == 0)
    column->doubles = g_bytes_ref (values);
  else
    column->doubles = g_bytes_new (data, size);

  return copy_with (self, column, error);
}

/**
 * scrutiny_table_copy_with_texts:
 * @self: a table
 * @name: the column's name
 * @values: (array zero-terminated=1): the texts, empty where missing
 * @error: return location for an error
 *
 * Creates a table with one more column of texts, or with another in the place of
 * the column of that name.
 *
 * Fails with [error@Scrutiny.Error.MISMATCH] if there are not as many texts as
 * the table has rows.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_table_copy_with_texts (ScrutinyTable *self,
                                const char *name,
                                const char *const *values,
                                GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return scrutiny_table_copy_with_texts_take (self, name, g_strdupv ((char **) values), error);
}

ScrutinyTable *
scrutiny_table_copy_with_texts_take (ScrutinyTable *self,
                                     const char *name,
                                     char **values,
                                     GError **error)
{
  Column *column = column_new (name, g_strv_length (values));

  column->texts = values;

  return copy_with (self, column, error);
}

/**
 * scrutiny_table_get_n_rows: (get-property n-rows)
 * @self: a table
 *
 * Gets the length of every column.
 *
 * Returns: the number of rows, 0 for a table without columns
 *
 * Since: 0.1
 */
gsize
scrutiny_table_get_n_rows (ScrutinyTable *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (self), 0);

  return self->columns->len > 0 ? ((Column *) self->columns->pdata[0])->n_rows : 0;
}

/**
 * scrutiny_table_get_first_row:
 * @self: a table
 *
 * Gets the row of the file in which the table's first row stands: what says where a row is to be
 * found counts from it. Tables that are copied from one that was read keep it.
 *
 * Returns: the row, counted from 1; 1 of a table that comes of no file
 *
 * Since: 0.1
 */
guint64
scrutiny_table_get_first_row (ScrutinyTable *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (self), 1);

  return self->first_row;
}

void
scrutiny_table_set_first_row (ScrutinyTable *self, guint64 row)
{
  self->first_row = row;
}

/**
 * scrutiny_table_get_n_columns:
 * @self: a table
 *
 * Gets the number of columns.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_table_get_n_columns (ScrutinyTable *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (self), 0);

  return self->columns->len;
}

/**
 * scrutiny_table_dup_names: (get-property names)
 * @self: a table
 *
 * Gets the columns' names, in order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 0.1
 */
char **
scrutiny_table_dup_names (ScrutinyTable *self)
{
  char **names;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (self), NULL);

  names = g_new0 (char *, self->columns->len + 1);
  for (guint i = 0; i < self->columns->len; i++)
    names[i] = g_strdup (((Column *) self->columns->pdata[i])->name);

  return names;
}

/**
 * scrutiny_table_has_column:
 * @self: a table
 * @name: a column's name
 *
 * Checks whether there is a column of that name.
 *
 * Returns: whether there is
 *
 * Since: 0.1
 */
gboolean
scrutiny_table_has_column (ScrutinyTable *self, const char *name)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return find_column (self, name, NULL) != NULL;
}

/**
 * scrutiny_table_is_text:
 * @self: a table
 * @name: a column's name
 *
 * Checks whether a column holds texts.
 *
 * Returns: whether it does; `FALSE` if there is no such column
 *
 * Since: 0.1
 */
gboolean
scrutiny_table_is_text (ScrutinyTable *self, const char *name)
{
  return scrutiny_table_get_texts (self, name) != NULL;
}

/**
 * scrutiny_table_get_doubles:
 * @self: a table
 * @name: a column's name
 * @n_values: (out) (optional): return location for the length
 *
 * Gets a column of numbers, NaN where missing.
 *
 * Returns: (array length=n_values) (transfer none) (nullable): the numbers, or
 *   `NULL` if there is no column of numbers of that name or it is empty
 *
 * Since: 0.1
 */
const double *
scrutiny_table_get_doubles (ScrutinyTable *self, const char *name, gsize *n_values)
{
  GBytes *bytes = scrutiny_table_get_bytes (self, name);
  gsize size = 0;
  const double *values = bytes ? g_bytes_get_data (bytes, &size) : NULL;

  if (n_values)
    *n_values = size / sizeof (double);

  return values;
}

/**
 * scrutiny_table_get_texts:
 * @self: a table
 * @name: a column's name
 *
 * Gets a column of texts, empty where missing.
 *
 * Returns: (array zero-terminated=1) (transfer none) (nullable): the texts, or
 *   `NULL` if there is no column of texts of that name
 *
 * Since: 0.1
 */
const char *const *
scrutiny_table_get_texts (ScrutinyTable *self, const char *name)
{
  Column *column;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  column = find_column (self, name, NULL);

  return column ? (const char *const *) column->texts : NULL;
}

/**
 * scrutiny_table_get_bytes:
 * @self: a table
 * @name: a column's name
 *
 * Gets a column of numbers as native-endian doubles, without copying.
 *
 * Returns: (transfer none) (nullable): the bytes, or `NULL` if there is no column
 *   of numbers of that name
 *
 * Since: 0.1
 */
GBytes *
scrutiny_table_get_bytes (ScrutinyTable *self, const char *name)
{
  Column *column;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  column = find_column (self, name, NULL);

  return column ? column->doubles : NULL;
}
