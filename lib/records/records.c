/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/records-private.h"

#include <scrutiny/error.h>

#include "records/record-kept.h"
#include "records/record-overlaps.h"
#include "records/record-steps.h"

/* Definitions whose counts are kept, and sets of them. */
#define MOST_KEPT 64

/**
 * ScrutinyRecords:
 *
 * The rows behind a figure: one row a case, columns of texts, numbers, dates, times and truths.
 *
 * Nothing in them can be changed, and what is asked of them reaches nothing else. Where a row
 * is named it is by its number in the file; what is in it is never part of a message.
 *
 * Records may be shared between threads; their questions take turns.
 *
 * Since: 0.1
 */
struct _ScrutinyRecords {
  GObject parent_instance;

  RecordsParts parts;
  GMutex lock;          /* of what follows */
  GHashTable *steps;    /* RecordSteps by what was counted */
  GHashTable *overlaps; /* RecordOverlaps by what was counted */
  RecordKept *kept;     /* has a lock of its own */
};

G_DEFINE_FINAL_TYPE (ScrutinyRecords, scrutiny_records, G_TYPE_OBJECT)

enum {
  PROP_N_ROWS = 1,
  PROP_NAMES,
  PROP_HASH,
  PROP_SUPPRESS_BELOW,
  PROP_ROUND_TO,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_records_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyRecords *self = SCRUTINY_RECORDS (object);

  switch (id) {
  case PROP_N_ROWS:
    g_value_set_uint64 (value, self->parts.n_rows);
    break;
  case PROP_NAMES:
    g_value_take_boxed (value, scrutiny_records_dup_names (self));
    break;
  case PROP_HASH:
    g_value_set_string (value, self->parts.hash);
    break;
  case PROP_SUPPRESS_BELOW:
    g_value_set_uint (value, self->parts.suppress_below);
    break;
  case PROP_ROUND_TO:
    g_value_set_uint (value, self->parts.round_to);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_records_finalize (GObject *object)
{
  RecordsParts *parts = &SCRUTINY_RECORDS (object)->parts;

  record_store_free (parts->store);
  record_schema_free (parts->schema);
  g_strfreev (parts->notes);
  g_free (parts->origin);
  g_free (parts->hash);
  g_clear_pointer (&parts->releases, g_ptr_array_unref);
  g_hash_table_unref (SCRUTINY_RECORDS (object)->steps);
  g_hash_table_unref (SCRUTINY_RECORDS (object)->overlaps);
  record_kept_free (SCRUTINY_RECORDS (object)->kept);
  g_mutex_clear (&SCRUTINY_RECORDS (object)->lock);

  G_OBJECT_CLASS (scrutiny_records_parent_class)->finalize (object);
}

static void
scrutiny_records_class_init (ScrutinyRecordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scrutiny_records_finalize;
  object_class->get_property = scrutiny_records_get_property;

  /**
   * ScrutinyRecords:n-rows: (getter get_n_rows)
   *
   * How many rows there are.
   *
   * Since: 0.1
   */
  props[PROP_N_ROWS] = g_param_spec_uint64 ("n-rows", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  /**
   * ScrutinyRecords:names:
   *
   * What the columns are called, in order.
   *
   * Since: 0.1
   */
  props[PROP_NAMES] = g_param_spec_boxed ("names", NULL, NULL, G_TYPE_STRV, flags);
  /**
   * ScrutinyRecords:hash: (getter get_hash)
   *
   * What identifies the rows: the SHA-256 of the file they were read from.
   *
   * Since: 0.1
   */
  props[PROP_HASH] = g_param_spec_string ("hash", NULL, NULL, "", flags);
  /**
   * ScrutinyRecords:suppress-below: (getter get_suppress_below)
   *
   * Counts of fewer are withheld from whatever leaves.
   *
   * Since: 0.1
   */
  props[PROP_SUPPRESS_BELOW] =
      g_param_spec_uint ("suppress-below", NULL, NULL, 0, G_MAXUINT, 5, flags);
  /**
   * ScrutinyRecords:round-to: (getter get_round_to)
   *
   * Counts that leave are rounded to multiples of it; 0 and 1 leave them as they are.
   *
   * Since: 0.1
   */
  props[PROP_ROUND_TO] = g_param_spec_uint ("round-to", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_records_init (ScrutinyRecords *self)
{
  self->parts.schema = record_schema_new (NULL, 0);
  self->parts.hash = g_strdup ("");
  self->parts.suppress_below = 5;
  g_mutex_init (&self->lock);
  self->kept = record_kept_new ();
  self->steps =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) record_steps_unref);
  self->overlaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) record_overlaps_unref);
}

ScrutinyRecords *
scrutiny_records_new_take (RecordsParts *parts)
{
  ScrutinyRecords *self = g_object_new (SCRUTINY_TYPE_RECORDS, NULL);

  record_schema_free (self->parts.schema);
  g_free (self->parts.hash);
  self->parts = *parts;
  *parts = (RecordsParts){ 0 };

  return self;
}

const RecordSchema *
scrutiny_records_get_schema (ScrutinyRecords *self)
{
  return self->parts.schema;
}

ExpressionDialect
scrutiny_records_get_dialect (ScrutinyRecords *self)
{
  return self->parts.store ? self->parts.store->dialect : EXPRESSION_SQLITE;
}

const char *
scrutiny_records_get_table (ScrutinyRecords *self)
{
  return self->parts.store ? self->parts.store->table : RECORD_TABLE;
}

const char *
scrutiny_records_get_origin (ScrutinyRecords *self)
{
  return self->parts.origin ? self->parts.origin : "";
}

RecordSteps *
scrutiny_records_find_steps (ScrutinyRecords *self, const char *name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  RecordSteps *found = g_hash_table_lookup (self->steps, name);

  return found ? record_steps_ref (found) : NULL;
}

/* Rows do not change, so what is kept does not either. */
void
scrutiny_records_keep_steps (ScrutinyRecords *self, const char *name, RecordSteps *steps)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (g_hash_table_size (self->steps) >= MOST_KEPT)
    g_hash_table_remove_all (self->steps);
  g_hash_table_insert (self->steps, g_strdup (name), record_steps_ref (steps));
}

RecordOverlaps *
scrutiny_records_find_overlaps (ScrutinyRecords *self, const char *names)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  RecordOverlaps *found = g_hash_table_lookup (self->overlaps, names);

  return found ? record_overlaps_ref (found) : NULL;
}

void
scrutiny_records_keep_overlaps (ScrutinyRecords *self, const char *names, RecordOverlaps *overlaps)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (g_hash_table_size (self->overlaps) >= MOST_KEPT)
    g_hash_table_remove_all (self->overlaps);
  g_hash_table_insert (self->overlaps, g_strdup (names), record_overlaps_ref (overlaps));
}

GPtrArray *
scrutiny_records_get_releases (ScrutinyRecords *self)
{
  return self->parts.releases;
}

void
scrutiny_records_add_release (ScrutinyRecords *self, ScrutinyDefinition *definition)
{
  if (!self->parts.releases)
    self->parts.releases = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->parts.releases, g_object_ref (definition));
}

RecordKept *
scrutiny_records_get_kept (ScrutinyRecords *self)
{
  return self->kept;
}

RecordScan *
scrutiny_records_scan (ScrutinyRecords *self,
                       const char *sql,
                       const RecordParameter *parameters,
                       guint n_parameters,
                       const WorkingCalendar *calendar,
                       GCancellable *cancellable,
                       GError **error)
{
  const RecordQuestion question = { .sql = sql,
                                    .parameters = parameters,
                                    .n_parameters = n_parameters,
                                    .seconds = self->parts.seconds,
                                    .calendar = calendar };

  if (!self->parts.store) {
    g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND, "Records: there are none");
    return NULL;
  }

  return record_store_scan (self->parts.store, &question, cancellable, error);
}

/**
 * scrutiny_records_get_n_rows: (get-property n-rows)
 * @self: records
 *
 * Gets how many rows there are.
 *
 * Returns: the number of rows
 *
 * Since: 0.1
 */
guint64
scrutiny_records_get_n_rows (ScrutinyRecords *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), 0);

  return self->parts.n_rows;
}

/**
 * scrutiny_records_dup_names:
 * @self: records
 *
 * Lists what the columns are called, in order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 0.1
 */
char **
scrutiny_records_dup_names (ScrutinyRecords *self)
{
  const RecordSchema *schema;
  char **names;

  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), NULL);

  schema = self->parts.schema;
  names = g_new0 (char *, schema->n_columns + 1);
  for (guint i = 0; i < schema->n_columns; i++)
    names[i] = g_strdup (schema->columns[i].name);

  return names;
}

/**
 * scrutiny_records_get_kind:
 * @self: records
 * @column: a column's name
 *
 * Gets what a column holds.
 *
 * Returns: (transfer none) (nullable): `text`, `number`, `date`, `date-time` or `truth`; `NULL` if
 * there is no such column
 *
 * Since: 0.1
 */
const char *
scrutiny_records_get_kind (ScrutinyRecords *self, const char *column)
{
  guint found;

  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  found = record_schema_find (self->parts.schema, column);
  if (found == RECORD_NO_COLUMN)
    return NULL;

  return record_kind_get_name (self->parts.schema->columns[found].kind);
}

/**
 * scrutiny_records_get_hash: (get-property hash)
 * @self: records
 *
 * Gets what identifies the rows: the SHA-256 of the file they were read from, as it lies there;
 * of what was in memory, that of its columns.
 *
 * Returns: (transfer none): hexadecimal digits
 *
 * Since: 0.1
 */
const char *
scrutiny_records_get_hash (ScrutinyRecords *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), NULL);

  return self->parts.hash;
}

/**
 * scrutiny_records_get_suppress_below: (get-property suppress-below)
 * @self: records
 *
 * Gets the least count that is shown.
 *
 * Returns: the count; 0 where all are
 *
 * Since: 0.1
 */
guint
scrutiny_records_get_suppress_below (ScrutinyRecords *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), 0);

  return self->parts.suppress_below;
}

/**
 * scrutiny_records_get_round_to: (get-property round-to)
 * @self: records
 *
 * Gets what counts that leave are rounded to.
 *
 * Returns: the number they are multiples of; 0 or 1 where they are shown as they are
 *
 * Since: 0.1
 */
guint
scrutiny_records_get_round_to (ScrutinyRecords *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), 0);

  return self->parts.round_to;
}

/**
 * scrutiny_records_dup_notes:
 * @self: records
 *
 * Lists how the rows were read: what the columns were taken for, and which rows hold something
 * that could not be read as that. Rows are named by number; what is in them is not said.
 *
 * Returns: (transfer full) (array zero-terminated=1): sentences
 *
 * Since: 0.1
 */
char **
scrutiny_records_dup_notes (ScrutinyRecords *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), NULL);

  return self->parts.notes ? g_strdupv (self->parts.notes) : g_new0 (char *, 1);
}
