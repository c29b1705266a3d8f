/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/records-options-private.h"

#define DEFAULT_MOST_ROWS (10 * 1000 * 1000)
#define DEFAULT_MOST_BYTES (2048 * (guint64) 1024 * 1024)
#define DEFAULT_SECONDS 60
#define DEFAULT_SUPPRESS_BELOW 5

/**
 * ScrutinyRecordsOptions:
 *
 * What is known of records beforehand, and what they may take. What is not set is found by
 * looking, or has a limit that a laptop keeps.
 *
 * Nothing is checked until the records are read.
 *
 * Since: 0.1
 */
struct _ScrutinyRecordsOptions {
  GObject parent_instance;

  GHashTable *kinds; /* of column to kind */
  char *date_order;
  char *encoding;
  char *sheet;
  char *resource;
  GFile *keep_in;
  guint64 most_rows;
  guint64 most_bytes;
  double seconds;
  guint suppress_below;
  guint round_to;
  GPtrArray *releases; /* of ScrutinyDefinition */
};

G_DEFINE_FINAL_TYPE (ScrutinyRecordsOptions, scrutiny_records_options, G_TYPE_OBJECT)

enum {
  PROP_DATE_ORDER = 1,
  PROP_ENCODING,
  PROP_SHEET,
  PROP_RESOURCE,
  PROP_KEEP_IN,
  PROP_MOST_ROWS,
  PROP_MOST_BYTES,
  PROP_SECONDS,
  PROP_SUPPRESS_BELOW,
  PROP_ROUND_TO,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_records_options_finalize (GObject *object)
{
  ScrutinyRecordsOptions *self = SCRUTINY_RECORDS_OPTIONS (object);

  g_hash_table_unref (self->kinds);
  g_free (self->date_order);
  g_free (self->encoding);
  g_free (self->sheet);
  g_free (self->resource);
  g_clear_object (&self->keep_in);
  g_ptr_array_unref (self->releases);

  G_OBJECT_CLASS (scrutiny_records_options_parent_class)->finalize (object);
}

static void
scrutiny_records_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyRecordsOptions *self = SCRUTINY_RECORDS_OPTIONS (object);

  switch (id) {
  case PROP_DATE_ORDER:
    g_value_set_string (value, self->date_order);
    break;
  case PROP_ENCODING:
    g_value_set_string (value, self->encoding);
    break;
  case PROP_SHEET:
    g_value_set_string (value, self->sheet);
    break;
  case PROP_RESOURCE:
    g_value_set_string (value, self->resource);
    break;
  case PROP_KEEP_IN:
    g_value_set_object (value, self->keep_in);
    break;
  case PROP_MOST_ROWS:
    g_value_set_uint64 (value, self->most_rows);
    break;
  case PROP_MOST_BYTES:
    g_value_set_uint64 (value, self->most_bytes);
    break;
  case PROP_SECONDS:
    g_value_set_double (value, self->seconds);
    break;
  case PROP_SUPPRESS_BELOW:
    g_value_set_uint (value, self->suppress_below);
    break;
  case PROP_ROUND_TO:
    g_value_set_uint (value, self->round_to);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_records_options_set_property (GObject *object,
                                       guint id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  ScrutinyRecordsOptions *self = SCRUTINY_RECORDS_OPTIONS (object);

  switch (id) {
  case PROP_DATE_ORDER:
    scrutiny_records_options_set_date_order (self, g_value_get_string (value));
    break;
  case PROP_ENCODING:
    scrutiny_records_options_set_encoding (self, g_value_get_string (value));
    break;
  case PROP_SHEET:
    scrutiny_records_options_set_sheet (self, g_value_get_string (value));
    break;
  case PROP_RESOURCE:
    scrutiny_records_options_set_resource (self, g_value_get_string (value));
    break;
  case PROP_KEEP_IN:
    scrutiny_records_options_set_keep_in (self, g_value_get_object (value));
    break;
  case PROP_MOST_ROWS:
    scrutiny_records_options_set_most_rows (self, g_value_get_uint64 (value));
    break;
  case PROP_MOST_BYTES:
    scrutiny_records_options_set_most_bytes (self, g_value_get_uint64 (value));
    break;
  case PROP_SECONDS:
    scrutiny_records_options_set_seconds (self, g_value_get_double (value));
    break;
  case PROP_SUPPRESS_BELOW:
    scrutiny_records_options_set_suppress_below (self, g_value_get_uint (value));
    break;
  case PROP_ROUND_TO:
    scrutiny_records_options_set_round_to (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_how_to_read (GParamFlags flags)
{
  /**
   * ScrutinyRecordsOptions:date-order: (getter get_date_order) (setter set_date_order)
   *
   * Which comes first in a date of three numbers that could be either: `day-first` or
   * `month-first`; `NULL` to read such a column only where its rows allow just one.
   *
   * Since: 0.1
   */
  props[PROP_DATE_ORDER] = g_param_spec_string ("date-order", NULL, NULL, NULL, flags);

  /**
   * ScrutinyRecordsOptions:encoding: (getter get_encoding) (setter set_encoding)
   *
   * The encoding of a text, such as `Windows-1252`; `NULL` to find it by looking.
   *
   * Since: 0.1
   */
  props[PROP_ENCODING] = g_param_spec_string ("encoding", NULL, NULL, NULL, flags);

  /**
   * ScrutinyRecordsOptions:sheet: (getter get_sheet) (setter set_sheet)
   *
   * The sheet of a workbook to read; `NULL` for the first that is seen.
   *
   * Since: 0.1
   */
  props[PROP_SHEET] = g_param_spec_string ("sheet", NULL, NULL, NULL, flags);

  /**
   * ScrutinyRecordsOptions:resource: (getter get_resource) (setter set_resource)
   *
   * The table of a dossier to read, by its name in `datapackage.json`; `NULL` where there is
   * one alone.
   *
   * Since: 0.1
   */
  props[PROP_RESOURCE] = g_param_spec_string ("resource", NULL, NULL, NULL, flags);
}

static void
define_limits (GParamFlags flags)
{
  /**
   * ScrutinyRecordsOptions:keep-in: (getter get_keep_in) (setter set_keep_in)
   *
   * The file to keep the rows in, which must not be there yet and goes with the records;
   * `NULL` for memory.
   *
   * Since: 0.1
   */
  props[PROP_KEEP_IN] = g_param_spec_object ("keep-in", NULL, NULL, G_TYPE_FILE, flags);

  /**
   * ScrutinyRecordsOptions:most-rows: (getter get_most_rows) (setter set_most_rows)
   *
   * The rows there may be, 10 million unless set.
   *
   * Since: 0.1
   */
  props[PROP_MOST_ROWS] =
      g_param_spec_uint64 ("most-rows", NULL, NULL, 0, G_MAXUINT64, DEFAULT_MOST_ROWS, flags);

  /**
   * ScrutinyRecordsOptions:most-bytes: (getter get_most_bytes) (setter set_most_bytes)
   *
   * The bytes that the rows may take while they are read, and once they are kept: 2 GiB
   * unless set.
   *
   * Since: 0.1
   */
  props[PROP_MOST_BYTES] =
      g_param_spec_uint64 ("most-bytes", NULL, NULL, 0, G_MAXUINT64, DEFAULT_MOST_BYTES, flags);

  /**
   * ScrutinyRecordsOptions:seconds: (getter get_seconds) (setter set_seconds)
   *
   * As long as one question to the rows may take, 60 unless set; 0 for no limit.
   *
   * Since: 0.1
   */
  props[PROP_SECONDS] = g_param_spec_double ("seconds", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE,
                                             DEFAULT_SECONDS, flags);
}

static void
define_disclosure (GParamFlags flags)
{
  /**
   * ScrutinyRecordsOptions:suppress-below: (getter get_suppress_below) (setter set_suppress_below)
   *
   * Counts of fewer are withheld from whatever leaves, 5 unless set; 0 for none.
   *
   * Since: 0.1
   */
  props[PROP_SUPPRESS_BELOW] =
      g_param_spec_uint ("suppress-below", NULL, NULL, 0, G_MAXUINT, DEFAULT_SUPPRESS_BELOW, flags);

  /**
   * ScrutinyRecordsOptions:round-to: (getter get_round_to) (setter set_round_to)
   *
   * Counts that leave are rounded to multiples of it, and what is worked out of them is worked out
   * of what is shown; 0, unless set, and 1 leave them as they are.
   *
   * Since: 0.1
   */
  props[PROP_ROUND_TO] = g_param_spec_uint ("round-to", NULL, NULL, 0, G_MAXUINT, 0, flags);
}

static void
scrutiny_records_options_class_init (ScrutinyRecordsOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_records_options_finalize;
  object_class->get_property = scrutiny_records_options_get_property;
  object_class->set_property = scrutiny_records_options_set_property;
  define_how_to_read (flags);
  define_limits (flags);
  define_disclosure (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_records_options_init (ScrutinyRecordsOptions *self)
{
  self->releases = g_ptr_array_new_with_free_func (g_object_unref);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->most_rows = DEFAULT_MOST_ROWS;
  self->most_bytes = DEFAULT_MOST_BYTES;
  self->seconds = DEFAULT_SECONDS;
  self->suppress_below = DEFAULT_SUPPRESS_BELOW;
}

/**
 * scrutiny_records_options_new:
 *
 * Creates options that leave everything to be found by looking.
 *
 * Returns: (transfer full): new options
 *
 * Since: 0.1
 */
ScrutinyRecordsOptions *
scrutiny_records_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_RECORDS_OPTIONS, NULL);
}

static void
notify (ScrutinyRecordsOptions *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_text (ScrutinyRecordsOptions *self, char **field, const char *value, guint prop)
{
  char *copy;

  if (g_strcmp0 (*field, value) == 0)
    return;
  copy = g_strdup (value);
  g_free (*field);
  *field = copy;
  notify (self, prop);
}

GHashTable *
scrutiny_records_options_get_kinds (ScrutinyRecordsOptions *self)
{
  return self->kinds;
}

/**
 * scrutiny_records_options_get_kind:
 * @self: options
 * @column: a column's name
 *
 * Gets what the column is told to hold.
 *
 * Returns: (transfer none) (nullable): `text`, `number`, `date`, `date-time` or `truth`
 *
 * Since: 0.1
 */
const char *
scrutiny_records_options_get_kind (ScrutinyRecordsOptions *self, const char *column)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  return g_hash_table_lookup (self->kinds, column);
}

/**
 * scrutiny_records_options_set_kind:
 * @self: options
 * @column: a column's name
 * @kind: (nullable): `text`, `number`, `date`, `date-time` or `truth`; `NULL` to find it by looking
 *
 * Sets what the column holds. What in it is something else is then missing, and is said with
 * its row.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_set_kind (ScrutinyRecordsOptions *self,
                                   const char *column,
                                   const char *kind)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));
  g_return_if_fail (column != NULL);

  if (kind)
    g_hash_table_replace (self->kinds, g_strdup (column), g_strdup (kind));
  else
    g_hash_table_remove (self->kinds, column);
}

/**
 * scrutiny_records_options_get_date_order: (get-property date-order)
 * @self: options
 *
 * Gets which part of a date comes first.
 *
 * Returns: (transfer none) (nullable): `day-first` or `month-first`
 *
 * Since: 0.1
 */
const char *
scrutiny_records_options_get_date_order (ScrutinyRecordsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), NULL);

  return self->date_order;
}

/**
 * scrutiny_records_options_set_date_order: (set-property date-order)
 * @self: options
 * @date_order: (nullable): `day-first` or `month-first`
 *
 * Sets which part of a date comes first.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_set_date_order (ScrutinyRecordsOptions *self, const char *date_order)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));

  set_text (self, &self->date_order, date_order, PROP_DATE_ORDER);
}

/**
 * scrutiny_records_options_get_encoding: (get-property encoding)
 * @self: options
 *
 * Gets the encoding.
 *
 * Returns: (transfer none) (nullable): its name
 *
 * Since: 0.1
 */
const char *
scrutiny_records_options_get_encoding (ScrutinyRecordsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), NULL);

  return self->encoding;
}

/**
 * scrutiny_records_options_set_encoding: (set-property encoding)
 * @self: options
 * @encoding: (nullable): its name
 *
 * Sets the encoding.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_set_encoding (ScrutinyRecordsOptions *self, const char *encoding)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));

  set_text (self, &self->encoding, encoding, PROP_ENCODING);
}

/**
 * scrutiny_records_options_get_sheet: (get-property sheet)
 * @self: options
 *
 * Gets the sheet.
 *
 * Returns: (transfer none) (nullable): its name
 *
 * Since: 0.1
 */
const char *
scrutiny_records_options_get_sheet (ScrutinyRecordsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), NULL);

  return self->sheet;
}

/**
 * scrutiny_records_options_set_sheet: (set-property sheet)
 * @self: options
 * @sheet: (nullable): its name
 *
 * Sets the sheet.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_set_sheet (ScrutinyRecordsOptions *self, const char *sheet)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));

  set_text (self, &self->sheet, sheet, PROP_SHEET);
}

/**
 * scrutiny_records_options_get_resource: (get-property resource)
 * @self: options
 *
 * Gets the table of a dossier.
 *
 * Returns: (transfer none) (nullable): its name
 *
 * Since: 0.1
 */
const char *
scrutiny_records_options_get_resource (ScrutinyRecordsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), NULL);

  return self->resource;
}

/**
 * scrutiny_records_options_set_resource: (set-property resource)
 * @self: options
 * @resource: (nullable): its name
 *
 * Sets the table of a dossier.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_set_resource (ScrutinyRecordsOptions *self, const char *resource)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));

  set_text (self, &self->resource, resource, PROP_RESOURCE);
}

/**
 * scrutiny_records_options_get_keep_in: (get-property keep-in)
 * @self: options
 *
 * Gets the file to keep the rows in.
 *
 * Returns: (transfer none) (nullable): the file
 *
 * Since: 0.1
 */
GFile *
scrutiny_records_options_get_keep_in (ScrutinyRecordsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), NULL);

  return self->keep_in;
}

/**
 * scrutiny_records_options_set_keep_in: (set-property keep-in)
 * @self: options
 * @keep_in: (nullable): the file
 *
 * Sets the file to keep the rows in.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_set_keep_in (ScrutinyRecordsOptions *self, GFile *keep_in)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));
  g_return_if_fail (keep_in == NULL || G_IS_FILE (keep_in));

  if (g_set_object (&self->keep_in, keep_in))
    notify (self, PROP_KEEP_IN);
}

/**
 * scrutiny_records_options_get_most_rows: (get-property most-rows)
 * @self: options
 *
 * Gets how many rows there may be.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint64
scrutiny_records_options_get_most_rows (ScrutinyRecordsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), 0);

  return self->most_rows;
}

/**
 * scrutiny_records_options_set_most_rows: (set-property most-rows)
 * @self: options
 * @most_rows: the number
 *
 * Sets how many rows there may be.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_set_most_rows (ScrutinyRecordsOptions *self, guint64 most_rows)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));

  if (self->most_rows == most_rows)
    return;
  self->most_rows = most_rows;
  notify (self, PROP_MOST_ROWS);
}

/**
 * scrutiny_records_options_get_most_bytes: (get-property most-bytes)
 * @self: options
 *
 * Gets how many bytes the rows may take.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint64
scrutiny_records_options_get_most_bytes (ScrutinyRecordsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), 0);

  return self->most_bytes;
}

/**
 * scrutiny_records_options_set_most_bytes: (set-property most-bytes)
 * @self: options
 * @most_bytes: the number
 *
 * Sets how many bytes the rows may take.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_set_most_bytes (ScrutinyRecordsOptions *self, guint64 most_bytes)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));

  if (self->most_bytes == most_bytes)
    return;
  self->most_bytes = most_bytes;
  notify (self, PROP_MOST_BYTES);
}

/**
 * scrutiny_records_options_get_seconds: (get-property seconds)
 * @self: options
 *
 * Gets how long a question may take.
 *
 * Returns: the seconds, 0 for no limit
 *
 * Since: 0.1
 */
double
scrutiny_records_options_get_seconds (ScrutinyRecordsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), 0);

  return self->seconds;
}

/**
 * scrutiny_records_options_set_seconds: (set-property seconds)
 * @self: options
 * @seconds: the seconds, 0 for no limit
 *
 * Sets how long a question may take.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_set_seconds (ScrutinyRecordsOptions *self, double seconds)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));

  if (self->seconds == seconds)
    return;
  self->seconds = seconds;
  notify (self, PROP_SECONDS);
}

/**
 * scrutiny_records_options_get_suppress_below: (get-property suppress-below)
 * @self: options
 *
 * Gets which counts are withheld.
 *
 * Returns: the least count that is shown
 *
 * Since: 0.1
 */
guint
scrutiny_records_options_get_suppress_below (ScrutinyRecordsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), 0);

  return self->suppress_below;
}

/**
 * scrutiny_records_options_set_suppress_below: (set-property suppress-below)
 * @self: options
 * @suppress_below: the least count that is shown
 *
 * Sets which counts are withheld.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_set_suppress_below (ScrutinyRecordsOptions *self, guint suppress_below)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));

  if (self->suppress_below == suppress_below)
    return;
  self->suppress_below = suppress_below;
  notify (self, PROP_SUPPRESS_BELOW);
}

/**
 * scrutiny_records_options_get_round_to: (get-property round-to)
 * @self: options
 *
 * Gets what counts are rounded to.
 *
 * Returns: the number they are multiples of; 0 or 1 if they are shown as they are
 *
 * Since: 0.1
 */
guint
scrutiny_records_options_get_round_to (ScrutinyRecordsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), 0);

  return self->round_to;
}

/**
 * scrutiny_records_options_set_round_to: (set-property round-to)
 * @self: options
 * @round_to: the number that counts are multiples of; 0 or 1 to show them as they are
 *
 * Sets what counts are rounded to.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_set_round_to (ScrutinyRecordsOptions *self, guint round_to)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));

  if (self->round_to == round_to)
    return;
  self->round_to = round_to;
  notify (self, PROP_ROUND_TO);
}

/**
 * scrutiny_records_options_add_release:
 * @self: options
 * @definition: a definition
 *
 * Says that the figures of a definition are given out as well: every figure that is asked for
 * later is protected against those of the releases before its own, and what is no release against
 * all of them, so that no small count can be had by taking one from another.
 *
 * A dossier does this by itself for its figures, in their order.
 *
 * Since: 0.1
 */
void
scrutiny_records_options_add_release (ScrutinyRecordsOptions *self, ScrutinyDefinition *definition)
{
  g_return_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self));
  g_return_if_fail (SCRUTINY_IS_DEFINITION (definition));

  g_ptr_array_add (self->releases, g_object_ref (definition));
}

/**
 * scrutiny_records_options_dup_releases:
 * @self: options
 *
 * Lists the definitions whose figures are given out, in order.
 *
 * Returns: (transfer container) (element-type ScrutinyDefinition): the definitions
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_records_options_dup_releases (ScrutinyRecordsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECORDS_OPTIONS (self), NULL);

  return g_ptr_array_copy (self->releases, (GCopyFunc) (GCallback) g_object_ref, NULL);
}
