/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/quality-options.h>

#include <string.h>

/**
 * ScrutinyQualityOptions:
 *
 * Which columns of a table hold what, for the checks of [class@Quality] that need to know.
 *
 * Nothing is checked until [ctor@Quality.new] reads the options.
 *
 * Since: 0.1
 */
struct _ScrutinyQualityOptions {
  GObject parent_instance;

  GHashTable *columns; /* name by role */
  GHashTable *codes;   /* of char **, by column */
  char **key, **parts;
  guint n_checked, n_wrong;
};

G_DEFINE_FINAL_TYPE (ScrutinyQualityOptions, scrutiny_quality_options, G_TYPE_OBJECT)

static void
scrutiny_quality_options_finalize (GObject *object)
{
  ScrutinyQualityOptions *self = SCRUTINY_QUALITY_OPTIONS (object);

  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->codes);
  g_strfreev (self->key);
  g_strfreev (self->parts);

  G_OBJECT_CLASS (scrutiny_quality_options_parent_class)->finalize (object);
}

static void
scrutiny_quality_options_class_init (ScrutinyQualityOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_quality_options_finalize;
}

static void
scrutiny_quality_options_init (ScrutinyQualityOptions *self)
{
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->codes =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->key = g_new0 (char *, 1);
  self->parts = g_new0 (char *, 1);
}

/**
 * scrutiny_quality_options_new:
 *
 * Makes options of which nothing is set: roles are the columns of the same name.
 *
 * Returns: (transfer full): the options
 *
 * Since: 0.1
 */
ScrutinyQualityOptions *
scrutiny_quality_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_QUALITY_OPTIONS, NULL);
}

/**
 * scrutiny_quality_options_get_column:
 * @self: options
 * @role: what a column holds
 *
 * Gets the column that holds something.
 *
 * Returns: (nullable): its name, or `NULL` if that was not set
 *
 * Since: 0.1
 */
const char *
scrutiny_quality_options_get_column (ScrutinyQualityOptions *self, const char *role)
{
  g_return_val_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self), NULL);
  g_return_val_if_fail (role != NULL, NULL);

  return g_hash_table_lookup (self->columns, role);
}

/**
 * scrutiny_quality_options_set_column:
 * @self: options
 * @role: what the column holds: `period`, `value`, `numerator`, `denominator`; `low` and `high`,
 *   between which a publisher says a value lies; `total`, of the parts; `opening`, `into`, `out`
 *   and `closing`, of a stock; `first`, the value as first published; `other`, the value in
 *   another source; `published`, `meeting` (that used the figure), `opened` and `closed`, days;
 * `segment`, what rows are divided by
 * @name: (nullable): its name; `NULL` takes it back
 *
 * Sets the column that holds something.
 *
 * Since: 0.1
 */
void
scrutiny_quality_options_set_column (ScrutinyQualityOptions *self,
                                     const char *role,
                                     const char *name)
{
  g_return_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self));
  g_return_if_fail (role != NULL);

  if (name)
    g_hash_table_insert (self->columns, g_strdup (role), g_strdup (name));
  else
    g_hash_table_remove (self->columns, role);
}

static void
set_names (char ***names, const char *const *to)
{
  g_strfreev (*names);
  *names = to ? g_strdupv ((char **) to) : g_new0 (char *, 1);
}

/**
 * scrutiny_quality_options_dup_key:
 * @self: options
 *
 * Gets the columns that say whose a row is.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 *
 * Since: 0.1
 */
char **
scrutiny_quality_options_dup_key (ScrutinyQualityOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self), NULL);

  return g_strdupv (self->key);
}

/**
 * scrutiny_quality_options_set_key:
 * @self: options
 * @key: (nullable) (array zero-terminated=1): columns that say whose a row is; with the period,
 *   if there is one, no two rows have the same
 *
 * Sets the columns that say whose a row is.
 *
 * Since: 0.1
 */
void
scrutiny_quality_options_set_key (ScrutinyQualityOptions *self, const char *const *key)
{
  g_return_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self));

  set_names (&self->key, key);
}

/**
 * scrutiny_quality_options_dup_parts:
 * @self: options
 *
 * Gets the columns that add up to the total.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 *
 * Since: 0.1
 */
char **
scrutiny_quality_options_dup_parts (ScrutinyQualityOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self), NULL);

  return g_strdupv (self->parts);
}

/**
 * scrutiny_quality_options_set_parts:
 * @self: options
 * @parts: (nullable) (array zero-terminated=1): columns that add up to the column `total`
 *
 * Sets the columns that add up to the total.
 *
 * Since: 0.1
 */
void
scrutiny_quality_options_set_parts (ScrutinyQualityOptions *self, const char *const *parts)
{
  g_return_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self));

  set_names (&self->parts, parts);
}

/**
 * scrutiny_quality_options_get_n_checked:
 * @self: options
 *
 * Gets how many rows somebody has checked against what they record.
 *
 * Returns: the number, 0 where nobody has
 *
 * Since: 0.1
 */
guint
scrutiny_quality_options_get_n_checked (ScrutinyQualityOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self), 0);

  return self->n_checked;
}

/**
 * scrutiny_quality_options_get_n_wrong:
 * @self: options
 *
 * Gets how many of the rows that were checked did not agree with what they record.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_quality_options_get_n_wrong (ScrutinyQualityOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self), 0);

  return self->n_wrong;
}

/**
 * scrutiny_quality_options_set_audit:
 * @self: options
 * @n_checked: rows, drawn by lot, that somebody has checked against what they record
 * @n_wrong: how many of them did not agree
 *
 * Sets what an audit of a sample has found.
 *
 * Since: 0.1
 */
void
scrutiny_quality_options_set_audit (ScrutinyQualityOptions *self, guint n_checked, guint n_wrong)
{
  g_return_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self));

  self->n_checked = n_checked;
  self->n_wrong = n_wrong;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * scrutiny_quality_options_dup_coded:
 * @self: options
 *
 * Gets the columns that have a list of codes, in order of their names.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 *
 * Since: 0.1
 */
char **
scrutiny_quality_options_dup_coded (ScrutinyQualityOptions *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter columns;
  gpointer column;

  g_return_val_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self), NULL);

  g_hash_table_iter_init (&columns, self->codes);
  while (g_hash_table_iter_next (&columns, &column, NULL))
    g_ptr_array_add (names, column);
  g_ptr_array_sort (names, by_name);
  g_ptr_array_add (names, NULL);

  return g_strdupv ((char **) names->pdata);
}

/**
 * scrutiny_quality_options_dup_codes:
 * @self: options
 * @column: a column
 *
 * Gets the codes that the cells of a column may hold.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the codes; `NULL` where there is
 *   no list
 *
 * Since: 0.1
 */
char **
scrutiny_quality_options_dup_codes (ScrutinyQualityOptions *self, const char *column)
{
  g_return_val_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  return g_strdupv (g_hash_table_lookup (self->codes, column));
}

/**
 * scrutiny_quality_options_set_codes:
 * @self: options
 * @column: a column
 * @codes: (nullable) (array zero-terminated=1): what its cells may hold, as written; numbers are
 *   held against numbers. `NULL` takes it back
 *
 * Sets the codes that the cells of a column may hold. A blank cell is none that is wrong.
 *
 * Since: 0.1
 */
void
scrutiny_quality_options_set_codes (ScrutinyQualityOptions *self,
                                    const char *column,
                                    const char *const *codes)
{
  g_return_if_fail (SCRUTINY_IS_QUALITY_OPTIONS (self));
  g_return_if_fail (column != NULL);

  if (codes)
    g_hash_table_insert (self->codes, g_strdup (column), g_strdupv ((char **) codes));
  else
    g_hash_table_remove (self->codes, column);
}
