/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/records-builder.h"

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "records/record-date.h"
#include "records/records-options-private.h"
#include "records/records-private.h"

#define MOST_COLUMNS 1900 /* SQLite's own is 2,000 */
#define MOST_OF_A_NAME 60
#define ROWS_BETWEEN_LOOKS 4096

struct _RecordsBuilder {
  char *origin; /* as it can be shown */
  char *hash;
  ScrutinyRecordsOptions *options;
  guint n_columns;
  RecordSchema *schema;
  RecordAsked *asked;   /* of each column */
  GStrv *missing;       /* of each column; what @asked lends */
  RecordCells *cells;   /* of each column */
  RecordValues *values; /* of each column */
  RecordRows rows;
  guint32 n_rows;
  GPtrArray *notes;
};

static gboolean
refuse_column (const RecordsBuilder *self,
               ScrutinyError code,
               const char *column,
               const char *what,
               GError **error)
{
  g_autofree char *shown = printable_dup (column, MOST_OF_A_NAME);

  scrutiny_set_error_at (error, code, 0, column, NULL, "%s, column “%s”: %s", self->origin, shown,
                         what);

  return FALSE;
}

static gboolean
check_names (const RecordsBuilder *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->n_columns > MOST_COLUMNS) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 1, NULL, NULL,
                           "%s: more than %d columns; give only those that are needed",
                           self->origin, MOST_COLUMNS);
    return FALSE;
  }
  for (guint i = 0; i < self->n_columns; i++)
    if (!g_hash_table_add (seen, self->schema->columns[i].name))
      return refuse_column (self, SCRUTINY_ERROR_MISMATCH, self->schema->columns[i].name,
                            "two columns have this name; rename one", error);

  return TRUE;
}

static gboolean
declare_kind (RecordsBuilder *self, const char *column, const char *kind, GError **error)
{
  const guint found = record_schema_find (self->schema, column);

  if (found == RECORD_NO_COLUMN) {
    g_autofree char *names = record_schema_dup_names (self->schema);
    g_autofree char *what = g_strdup_printf ("there is no such column; there are %s", names);

    return refuse_column (self, SCRUTINY_ERROR_NOT_FOUND, column, what, error);
  }
  self->asked[found].is_declared = TRUE;
  if (!record_kind_from_name (kind, &self->asked[found].kind))
    return refuse_column (self, SCRUTINY_ERROR_NOT_FOUND, column,
                          "no such kind; there are text, number, date, date-time and truth", error);

  return TRUE;
}

/* Without those of numbers alone that begin with the other part. */
static gboolean
find_orders (const RecordsBuilder *self, guint *orders, GError **error)
{
  const char *first = scrutiny_records_options_get_date_order (self->options);

  if (!first)
    *orders = 0;
  else if (strcmp (first, "day-first") == 0)
    *orders = ~(guint) (RECORD_ORDER_MDY | RECORD_ORDER_MDY_SHORT);
  else if (strcmp (first, "month-first") == 0)
    *orders = ~(guint) (RECORD_ORDER_DMY | RECORD_ORDER_DMY_SHORT);
  else {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, first,
                           "Date order: there are day-first and month-first");
    return FALSE;
  }

  return TRUE;
}

static gboolean
apply_options (RecordsBuilder *self, GError **error)
{
  GHashTableIter iter;
  gpointer column, kind;
  guint orders;

  if (!find_orders (self, &orders, error))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    self->asked[i].orders = orders;
  g_hash_table_iter_init (&iter, scrutiny_records_options_get_kinds (self->options));
  while (g_hash_table_iter_next (&iter, &column, &kind))
    if (!declare_kind (self, column, kind, error))
      return FALSE;

  return TRUE;
}

RecordsBuilder *
records_builder_new (const char *origin,
                     const char *const *names,
                     guint n_names,
                     ScrutinyRecordsOptions *options,
                     GError **error)
{
  g_autoptr (RecordsBuilder) self = g_new0 (RecordsBuilder, 1);
  const guint64 secret = (guint64) g_random_int () << 32 | g_random_int ();

  self->origin = printable_dup (origin, MOST_OF_A_NAME);
  self->options = options ? g_object_ref (options) : scrutiny_records_options_new ();
  self->n_columns = n_names;
  self->schema = record_schema_new (names, n_names);
  self->asked = g_new0 (RecordAsked, n_names + 1);
  self->missing = g_new0 (GStrv, n_names + 1);
  self->cells = g_new0 (RecordCells, n_names + 1);
  self->values = g_new0 (RecordValues, n_names + 1);
  for (guint i = 0; i < n_names; i++)
    record_cells_init (&self->cells[i], secret);
  record_rows_init (&self->rows);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  if (!check_names (self, error) || !apply_options (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
records_builder_free (RecordsBuilder *self)
{
  if (!self)
    return;

  for (guint i = 0; i < self->n_columns; i++) {
    record_cells_clear (&self->cells[i]);
    record_values_clear (&self->values[i]);
    g_strfreev (self->missing[i]);
  }
  record_schema_free (self->schema);
  record_rows_clear (&self->rows);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_object_unref (self->options);
  g_free (self->origin);
  g_free (self->hash);
  g_free (self->asked);
  g_free (self->missing);
  g_free (self->cells);
  g_free (self->values);
  g_free (self);
}

void
records_builder_declare (RecordsBuilder *self,
                         guint column,
                         const RecordAsked *asked,
                         const char *const *missing)
{
  RecordAsked *mine = &self->asked[column];

  if (!mine->is_declared) {
    mine->is_declared = asked->is_declared;
    mine->kind = asked->kind;
    mine->orders = asked->orders ? asked->orders : mine->orders;
  }
  g_strfreev (self->missing[column]);
  self->missing[column] = g_strdupv ((GStrv) missing);
  mine->missing = (const char *const *) self->missing[column];
}

void
records_builder_set_hash (RecordsBuilder *self, const char *hash)
{
  g_free (self->hash);
  self->hash = g_strdup (hash);
}

void
records_builder_add_note (RecordsBuilder *self, const char *note)
{
  g_ptr_array_add (self->notes, g_strdup (note));
}

void
records_builder_add (RecordsBuilder *self, guint column, const char *text, gsize length)
{
  record_cells_add (&self->cells[column], text, length);
}

static gboolean
check_size (const RecordsBuilder *self, GError **error)
{
  gsize size = 0;

  for (guint i = 0; i < self->n_columns; i++)
    size += record_cells_get_size (&self->cells[i]);
  if (size <= scrutiny_records_options_get_most_bytes (self->options))
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, record_rows_get (&self->rows, self->n_rows),
                         NULL, NULL,
                         "%s: reading its rows takes more memory than it may; give only the "
                         "columns that are needed, or allow more",
                         self->origin);

  return FALSE;
}

gboolean
records_builder_end_row (RecordsBuilder *self, guint64 file_row, GError **error)
{
  const guint64 most = scrutiny_records_options_get_most_rows (self->options);

  if (self->n_rows >= MIN (most, G_MAXUINT32 - 1)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, file_row, NULL, NULL,
                           "%s: more than %" G_GUINT64_FORMAT " rows; give only those that are "
                           "needed, or allow more",
                           self->origin, most);
    return FALSE;
  }
  record_rows_put (&self->rows, self->n_rows, file_row);
  self->n_rows++;

  return self->n_rows % ROWS_BETWEEN_LOOKS != 0 || check_size (self, error);
}

static void
read_column (RecordsBuilder *self, guint i)
{
  RecordColumn *column = &self->schema->columns[i];
  RecordValues *values = &self->values[i];
  const RecordNotes notes = { self->origin, column->name, &self->rows, self->notes };

  record_values_read (values, &self->cells[i], &self->asked[i], &notes);
  column->kind = values->kind;
  column->is_whole = values->is_whole;
  column->remark = g_strdup (values->remark);
}

/* "numbers: “Ward”, “Days”", with the form of dates */
static void
append_kind (const RecordsBuilder *self, RecordKind kind, const char *plural, GString *said)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < self->n_columns; i++) {
    g_autofree char *name = printable_dup (self->schema->columns[i].name, MOST_OF_A_NAME);

    if (self->schema->columns[i].kind != kind)
      continue;
    g_string_append_printf (said, "%s%s“%s”", is_first ? "; " : ", ", is_first ? plural : "", name);
    if (self->values[i].order)
      g_string_append_printf (said, " (%s)",
                              record_order_get_name ((RecordOrder) self->values[i].order));
    is_first = FALSE;
  }
}

/* What the columns were taken for is said before what was odd in them. */
static void
say_kinds (RecordsBuilder *self)
{
  GString *said = g_string_new (NULL);

  g_string_append_printf (said, "%s: %u %s", self->origin, self->n_rows,
                          self->n_rows == 1 ? "row" : "rows");
  append_kind (self, RECORD_NUMBER, "numbers: ", said);
  append_kind (self, RECORD_DATE, "dates: ", said);
  append_kind (self, RECORD_MOMENT, "dates with times: ", said);
  append_kind (self, RECORD_TRUTH, "true or false: ", said);
  append_kind (self, RECORD_TEXT, "texts: ", said);
  g_ptr_array_insert (self->notes, 0, g_string_free (said, FALSE));
}

static void
hash_text (GChecksum *sum, const char *text, gsize length)
{
  const guint64 n = GUINT64_TO_LE ((guint64) length);

  g_checksum_update (sum, (const guchar *) &n, sizeof n);
  g_checksum_update (sum, (const guchar *) text, (gssize) length);
}

/* The cells, column by column; the same bytes on every machine. */
static char *
dup_hash (const RecordsBuilder *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  hash_text (sum, "scrutiny.records/1", strlen ("scrutiny.records/1"));
  for (guint i = 0; i < self->n_columns; i++) {
    const RecordCells *cells = &self->cells[i];

    hash_text (sum, self->schema->columns[i].name, strlen (self->schema->columns[i].name));
    for (guint32 row = 0; row < cells->n_rows; row++) {
      gsize length;
      const char *text = record_cells_get (cells, cells->codes[row], &length);

      hash_text (sum, text, length);
    }
  }

  return g_strdup (g_checksum_get_string (sum));
}

static RecordStore *
fill_store (const RecordsBuilder *self, GCancellable *cancellable, GError **error)
{
  GFile *keep_in = scrutiny_records_options_get_keep_in (self->options);
  g_autofree char *path = keep_in ? g_file_get_path (keep_in) : NULL;
  const RecordContent content = {
    self->origin, self->schema,
    self->cells,  self->values,
    &self->rows,  self->n_rows,
    path,         scrutiny_records_options_get_most_bytes (self->options),
  };

  if (keep_in && !path) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNSUITABLE, 0, NULL, NULL,
                           "%s: its rows can only be kept in a file of this machine", self->origin);
    return NULL;
  }

  return record_store_new (&content, cancellable, error);
}

static void
say_rounding (RecordsBuilder *self)
{
  const guint round_to = scrutiny_records_options_get_round_to (self->options);

  if (round_to > 1)
    g_ptr_array_add (self->notes,
                     g_strdup_printf ("Counts are rounded to multiples of %u, figures are worked "
                                      "out of rounded counts, and published ones are not set "
                                      "beside them.",
                                      round_to));
}

ScrutinyRecords *
records_builder_end (RecordsBuilder *self, GCancellable *cancellable, GError **error)
{
  RecordsParts parts = { 0 };

  for (guint i = 0; i < self->n_columns; i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    read_column (self, i);
  }
  say_kinds (self);
  say_rounding (self);
  parts.store = fill_store (self, cancellable, error);
  if (!parts.store)
    return NULL;

  parts.origin = g_strdup (self->origin);
  parts.hash = self->hash ? g_strdup (self->hash) : dup_hash (self);
  parts.schema = g_steal_pointer (&self->schema);
  parts.n_rows = self->n_rows;
  parts.seconds = scrutiny_records_options_get_seconds (self->options);
  parts.suppress_below = scrutiny_records_options_get_suppress_below (self->options);
  parts.round_to = scrutiny_records_options_get_round_to (self->options);
  parts.releases = scrutiny_records_options_dup_releases (self->options);
  g_ptr_array_add (self->notes, NULL);
  parts.notes = (GStrv) g_ptr_array_free (g_steal_pointer (&self->notes), FALSE);

  return scrutiny_records_new_take (&parts);
}
