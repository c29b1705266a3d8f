/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/record-reader.h"

#include "base/error-private.h"
#include "io/csv-scan.h"
#include "io/field-kind.h"
#include "io/packed-stream.h"
#include "io/xlsx.h"
#include "records/records-builder.h"

#define ROWS_LOOKED_AT 50

/* A table of cases under way. */
typedef struct {
  Grid *grid;
  RecordsBuilder *builder;
  guint *columns; /* of the grid, each of the records */
  guint n_columns;
  gsize n_wide; /* rows with cells beyond the header */
  guint64 first_wide;
} Reader;

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->grid, grid_free);
  g_clear_pointer (&self->builder, records_builder_free);
  g_clear_pointer (&self->columns, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static guint
count_filled (const Grid *grid, gsize row)
{
  guint n = 0;

  for (guint column = 0; column < grid_get_n_cells (grid, row); column++)
    n += grid_get (grid, row, column).length > 0;

  return n;
}

/* The first row that is nearly as full as the fullest: what stands above is a title. */
static gboolean
find_header (const Grid *grid, gsize *header)
{
  const gsize n_rows = MIN (grid->n_rows, ROWS_LOOKED_AT);
  guint most = 0;

  for (gsize row = 0; row < n_rows; row++)
    most = MAX (most, count_filled (grid, row));
  for (gsize row = 0; row < n_rows && most > 0; row++)
    if (count_filled (grid, row) * 10 >= most * 6) {
      *header = row;
      return TRUE;
    }

  return FALSE;
}

static gboolean
refuse (const Grid *grid, gsize row, const char *what, GError **error)
{
  g_autofree char *place = grid_dup_place (grid, row);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, row == G_MAXSIZE ? 0 : row + 1, NULL,
                         NULL, "%s: %s", place, what);

  return FALSE;
}

/* A column without a name cannot be asked for, and is left out. */
static char **
dup_header (Reader *self, gsize header)
{
  const guint n_cells = grid_get_n_cells (self->grid, header);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  self->columns = g_new (guint, n_cells + 1);
  for (guint column = 0; column < n_cells; column++) {
    g_autofree char *name = grid_text_dup (grid_get (self->grid, header, column));

    if (!*name)
      continue;
    g_strv_builder_add (names, name);
    self->columns[self->n_columns++] = column;
  }

  return g_strv_builder_end (names);
}

/* The names a data package gives a file without a header. */
static char **
dup_given (Reader *self, GStrv names)
{
  self->n_columns = g_strv_length (names);
  self->columns = g_new (guint, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i] = i;

  return g_strdupv (names);
}

static void
declare (Reader *self, const DataResource *resource, char **names)
{
  static const char *const nothing[] = { "", NULL };
  const char *const *missing =
      resource->missing ? (const char *const *) resource->missing : nothing;

  for (guint i = 0; i < self->n_columns; i++) {
    RecordAsked asked = { 0 };

    for (guint k = 0; k < resource->fields->len; k++) {
      const DataField *field = resource->fields->pdata[k];

      if (g_str_equal (field->name, names[i]))
        field_kind_read (field->kind, field->format, &asked);
    }
    records_builder_declare (self->builder, i, &asked, missing);
  }
}

static gboolean
begin (Reader *self,
       const char *name,
       const DataResource *resource,
       ScrutinyRecordsOptions *options,
       gsize *first_row,
       GError **error)
{
  const gboolean is_headless = resource && resource->names;
  g_auto (GStrv) names = NULL;
  gsize header = 0;

  if (is_headless)
    names = dup_given (self, resource->names);
  else if (!find_header (self->grid, &header))
    return refuse (self->grid, G_MAXSIZE, "there is nothing in it", error);
  else
    names = dup_header (self, header);
  *first_row = is_headless ? 0 : header + 1;

  self->builder =
      records_builder_new (name, (const char *const *) names, self->n_columns, options, error);
  if (self->builder && resource)
    declare (self, resource, names);

  return self->builder != NULL;
}

/* Cells that stand under no name are not read; that is said once, with the row. */
static void
look_beyond (Reader *self, gsize row)
{
  const guint n_cells = grid_get_n_cells (self->grid, row);

  for (guint column = self->columns[self->n_columns - 1] + 1; column < n_cells; column++) {
    if (grid_get (self->grid, row, column).length == 0)
      continue;
    if (self->n_wide++ == 0)
      self->first_wide = self->grid->first_row + row + 1;
    return;
  }
}

static gboolean
add_row (Reader *self, gsize row, GError **error)
{
  const guint n_cells = grid_get_n_cells (self->grid, row);

  if (grid_is_blank (self->grid, row))
    return TRUE;
  for (guint i = 0; i < self->n_columns; i++) {
    const GridText text = grid_get (self->grid, row, self->columns[i]);

    records_builder_add (self->builder, i, text.text, text.length);
  }
  if (n_cells > self->columns[self->n_columns - 1] + 1)
    look_beyond (self, row);

  return records_builder_end_row (self->builder, self->grid->first_row + row + 1, error);
}

static gboolean
add_rows (Reader *self, gsize first_row, GCancellable *cancellable, GError **error)
{
  GError *found = NULL;

  do {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    for (gsize row = first_row; row < self->grid->n_rows; row++)
      if (!add_row (self, row, error))
        return FALSE;
    first_row = 0;
  } while (grid_next_page (self->grid, &found));
  if (found)
    g_propagate_error (error, found);

  return !found;
}

static void
say_wide (Reader *self, const char *name)
{
  g_autofree char *said = NULL;

  if (self->n_wide == 0)
    return;
  said = g_strdup_printf ("%s, row %" G_GUINT64_FORMAT ": cells beyond the last column that has a "
                          "name are not read; such rows: %" G_GSIZE_FORMAT,
                          name, self->first_wide, self->n_wide);
  records_builder_add_note (self->builder, said);
}

static Grid *
open_csv (PackedStream *stream,
          const char *name,
          const char *encoding,
          GPtrArray *notes,
          GError **error)
{
  const CsvInput input = { .read = packed_stream_read,
                           .source = stream,
                           .encoding = encoding,
                           .origin = name,
                           .notes = notes };

  return csv_scan (&input, error);
}

static Grid *
open_grid (PackedStream *stream,
           const char *name,
           const DataResource *resource,
           ScrutinyRecordsOptions *options,
           GPtrArray *notes,
           GError **error)
{
  const char *encoding = options ? scrutiny_records_options_get_encoding (options) : NULL;
  const char *sheet = options ? scrutiny_records_options_get_sheet (options) : NULL;

  if (packed_stream_begins_with (stream, "PK\x03\x04", 4) ||
      packed_stream_begins_with (stream, "\xd0\xcf\x11\xe0", 4)) {
    g_autoptr (GBytes) bytes = packed_stream_read_all (stream, XLSX_MOST_BYTES, error);

    return bytes ? xlsx_read_grid (bytes, name, sheet, notes, error) : NULL;
  }
  if (!encoding && resource)
    encoding = resource->encoding;

  return open_csv (stream, name, encoding, notes, error);
}

static ScrutinyRecords *
end (Reader *self,
     PackedStream *stream,
     const char *name,
     GPtrArray *notes,
     GCancellable *cancellable,
     GError **error)
{
  g_autofree char *hash = packed_stream_dup_hash (stream);

  say_wide (self, name);
  for (guint i = 0; i < notes->len; i++)
    records_builder_add_note (self->builder, notes->pdata[i]);
  records_builder_set_hash (self->builder, hash);
  g_clear_pointer (&self->grid, grid_free);

  return records_builder_end (self->builder, cancellable, error);
}

ScrutinyRecords *
record_reader_read (GInputStream *stream,
                    const char *name,
                    const DataResource *resource,
                    ScrutinyRecordsOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PackedStream) packed = packed_stream_new (stream, name, cancellable, error);
  g_auto (Reader) self = { 0 };
  gsize first_row;

  if (!packed)
    return NULL;
  self.grid = open_grid (packed, name, resource, options, notes, error);
  if (!self.grid || !begin (&self, name, resource, options, &first_row, error) ||
      !add_rows (&self, first_row, cancellable, error))
    return NULL;

  return end (&self, packed, name, notes, cancellable, error);
}
