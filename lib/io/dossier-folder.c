/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/dossier-folder.h"

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "indicator/dossier-private.h"
#include "io/csv-scan.h"
#include "io/data-package.h"
#include "io/dossier-json.h"
#include "io/dossier-records.h"
#include "io/dossier-rows.h"
#include "io/dossier-series.h"
#include "io/dossier-table.h"
#include "io/file-bytes.h"
#include "io/layout.h"
#include "io/recipe-json.h"
#include "io/resource-path.h"

#define MOST_RESOURCE_BYTES (256u * 1024 * 1024)
#define MOST_FOLDER_BYTES (512u * 1024 * 1024)

typedef struct {
  GFile *folder;
  ScrutinyReadOptions *options;
  ScrutinyDossierBuilder *builder;
  GCancellable *cancellable;
  DataPackage *package;
  GHashTable *tables;  /* of resource name to DossierTable */
  GHashTable *records; /* of resource name to ScrutinyRecords */
  GChecksum *hash;
  gsize n_bytes;
} Folder;

static void
add_to_hash (Folder *self, const char *path, GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  g_checksum_update (self->hash, (const guchar *) path, (gssize) strlen (path) + 1);
  g_checksum_update (self->hash, data, (gssize) size);
}

static GBytes *
read_bytes (Folder *self, const char *path, gsize most, GError **error)
{
  g_autoptr (GFile) file = resource_path_find (self->folder, path, error);
  g_autoptr (GBytes) bytes = NULL;

  if (!file)
    return NULL;
  bytes = file_bytes_read (file, most, self->cancellable, error);
  if (!bytes)
    return NULL;

  self->n_bytes += g_bytes_get_size (bytes);
  if (self->n_bytes > MOST_FOLDER_BYTES) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, NULL, NULL,
                           "%s: the folder's files are together larger than %u MB; take out what "
                           "no indicator uses",
                           path, MOST_FOLDER_BYTES / (1024 * 1024));
    return NULL;
  }
  add_to_hash (self, path, bytes);
  return g_steal_pointer (&bytes);
}

/* The lone CSV file of a folder that is no data package, for the message. */
static char *
dup_lone_csv (GFile *folder)
{
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *found = NULL;
  GFileInfo *info;

  while (files && g_file_enumerator_iterate (files, &info, NULL, NULL, NULL) && info) {
    g_autofree char *lower = g_ascii_strdown (g_file_info_get_name (info), -1);

    if (!g_str_has_suffix (lower, ".csv"))
      continue;
    if (found)
      return NULL;
    found = g_strdup (g_file_info_get_name (info));
  }
  return g_steal_pointer (&found);
}

static gboolean
refuse_without_package (Folder *self, GError **error)
{
  g_autofree char *name = g_file_get_basename (self->folder);
  g_autofree char *shown = printable_dup (name, 80);
  g_autofree char *csv = dup_lone_csv (self->folder);
  g_autofree char *csv_shown = csv ? printable_dup (csv, 80) : NULL;

  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, NULL,
                         "%s: a folder without %s is no dossier; %s%s%s", shown, DATA_PACKAGE_NAME,
                         csv ? "to read its table, give " : "give one table, or write that file",
                         csv ? csv_shown : "", csv ? " itself" : "");
  return FALSE;
}

static gboolean
read_package (Folder *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = read_bytes (self, DATA_PACKAGE_NAME, JSON_MOST_BYTES, &local);

  if (g_error_matches (local, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND))
    return refuse_without_package (self, error);
  if (!bytes) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }

  self->package = data_package_parse (bytes, self->builder, error);
  return self->package != NULL;
}

/* Every file the package lists is kept, used or not: saving must not lose one. */
static gboolean
keep_resource (Folder *self, DataResource *resource, GError **error)
{
  g_autoptr (GError) local = NULL;

  resource->bytes = read_bytes (self, resource->path, MOST_RESOURCE_BYTES, &local);
  if (resource->bytes) {
    scrutiny_dossier_builder_set_resource (self->builder, resource->path, resource->bytes);
    return TRUE;
  }
  if (g_error_matches (local, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND))
    return TRUE; /* refused when a table is wanted from it */

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
keep_resources (Folder *self, GError **error)
{
  for (guint i = 0; i < self->package->resources->len; i++) {
    if (!keep_resource (self, self->package->resources->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}

/* What is found out about the text is added to @notes. */
static Grid *
scan (DataResource *resource, GPtrArray *notes, GError **error)
{
  g_autofree char *origin = printable_dup (resource->path, 120);

  if (!resource->bytes) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, NULL,
                           "%s: not in the folder; add the file or take its entry out", origin);
    return NULL;
  }
  return csv_scan_bytes (resource->bytes, resource->encoding, origin, notes, error);
}

static DataResource *
find_resource (Folder *self,
               JsonPlace *place,
               const JsonValue *reference,
               const char *name,
               GError **error)
{
  DataResource *resource = data_package_find (self->package, name);
  g_autofree char *shown = NULL;
  g_autofree char *names = NULL;

  if (resource)
    return resource;

  shown = printable_dup (name, 60);
  names = data_package_dup_names (self->package);
  json_place_refuse (place, reference, SCRUTINY_ERROR_NOT_FOUND, error,
                     "%s has no resource “%s”; there are %s", DATA_PACKAGE_NAME, shown, names);

  return NULL;
}

static DossierTable *
find_table (Folder *self,
            JsonPlace *place,
            const JsonValue *reference,
            const char *id,
            GError **error)
{
  const char *name = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  DataResource *resource;
  DossierTable *table;
  Grid *grid;

  if (!json_place_need_text (place, reference, "resource", &name, error))
    return NULL;
  table = g_hash_table_lookup (self->tables, name);
  if (table)
    return table;

  resource = find_resource (self, place, reference, name, error);
  if (!resource)
    return NULL;
  grid = scan (resource, notes, error);
  table = grid ? dossier_table_new_take (grid, (const char *const *) resource->names,
                                         (const char *const *) resource->missing, error)
               : NULL;
  if (table)
    g_hash_table_insert (self->tables, g_strdup (name), table);
  else
    json_place_prefix (place, reference, error);
  for (guint i = 0; table && i < notes->len; i++)
    json_place_add_note (place, id, notes->pdata[i]);
  return table;
}

static void
add_record_notes (JsonPlace *place, const char *id, ScrutinyRecords *records)
{
  g_auto (GStrv) notes = scrutiny_records_dup_notes (records);

  for (guint i = 0; notes[i]; i++)
    json_place_add_note (place, id, notes[i]);
}

/* The rows behind a figure, opened once for all that name them; a library that cannot says so
 * in a note.
 */
static gboolean
read_records (Folder *self,
              JsonPlace *place,
              const JsonValue *definition,
              const char *id,
              GError **error)
{
  g_autoptr (GError) local = NULL;
  const char *name = NULL;
  DataResource *resource;
  ScrutinyRecords *records;

  if (!json_place_need_text (place, definition, "records", &name, error))
    return FALSE;
  resource = find_resource (self, place, definition, name, error);
  if (!resource)
    return FALSE;

  records = g_hash_table_lookup (self->records, name);
  if (!records) {
    records = dossier_records_open (
        resource, scrutiny_dossier_builder_get_disclosure_threshold (self->builder),
        scrutiny_dossier_builder_get_disclosure_rounding (self->builder), self->cancellable,
        &local);
    if (g_error_matches (local, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_BUILT)) {
      json_place_add_note (place, id, local->message);
      return TRUE;
    }
    if (!records) {
      g_propagate_error (error, g_steal_pointer (&local));
      return json_place_prefix (place, definition, error);
    }
    g_hash_table_insert (self->records, g_strdup (name), records);
    add_record_notes (place, id, records);
  }
  scrutiny_dossier_builder_set_records (self->builder, id, G_OBJECT (records));

  return TRUE;
}

static gboolean
read_reference (JsonPlace *place,
                const JsonValue *reference,
                const char *what,
                const char *id,
                gpointer user_data,
                GError **error)
{
  Folder *self = user_data;
  DossierTable *table;
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (ScrutinyTable) rows = NULL;
  ScrutinyCalendar hint = self->options ? scrutiny_read_options_get_calendar (self->options)
                                        : SCRUTINY_CALENDAR_UNKNOWN;

  if (strcmp (what, "records") == 0)
    return read_records (self, place, reference, id, error);

  table = find_table (self, place, reference, id, error);
  if (!table)
    return FALSE;
  if (strcmp (what, "series") == 0) {
    series = dossier_series_read (table, place, reference, id, hint, error);
    if (series)
      scrutiny_dossier_builder_set_series (self->builder, id, series);
    return series != NULL;
  }

  rows = dossier_rows_read (table, place, reference, id, error);
  if (rows && strcmp (what, "units") == 0)
    recipe_json_set_units (self->builder, id, rows);
  else if (rows && id)
    scrutiny_dossier_builder_set_published (self->builder, id, rows);
  else if (rows)
    scrutiny_dossier_builder_set_scorecard (self->builder, rows);
  return rows != NULL;
}

static void
add_notes (Folder *self, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    scrutiny_dossier_builder_add_note (self->builder, NULL, notes->pdata[i]);
}

/* Without scrutiny.json every table is read as if it had been handed in alone; only if
 * none can be is that a refusal.
 */
static gboolean
read_plain_tables (Folder *self, GError **error)
{
  g_autoptr (GError) first = NULL;
  guint n_read = 0;

  for (guint i = 0; i < self->package->resources->len; i++) {
    g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) local = NULL;
    g_autoptr (Grid) grid = scan (self->package->resources->pdata[i], notes, &local);

    if (grid && layout_read (grid, self->options, self->builder, &local)) {
      add_notes (self, notes);
      n_read++;
      continue;
    }
    scrutiny_dossier_builder_add_note (self->builder, NULL, local->message);
    if (!first)
      first = g_steal_pointer (&local);
  }
  if (n_read > 0)
    return TRUE;

  if (!first)
    scrutiny_set_error_at (&first, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, NULL,
                           "%s: no resource is a table; name a CSV file under “resources”",
                           DATA_PACKAGE_NAME);
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

static gboolean
read_scrutiny (Folder *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = read_bytes (self, DOSSIER_JSON_NAME, JSON_MOST_BYTES, &local);
  gconstpointer text;
  gsize length;

  if (g_error_matches (local, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND))
    return read_plain_tables (self, error);
  if (!bytes) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }

  text = g_bytes_get_data (bytes, &length);
  return dossier_json_read (DOSSIER_JSON_NAME, text ? text : "", length, self->builder,
                            read_reference, self, error);
}

static void
set_origin (Folder *self)
{
  g_autofree char *name = g_file_get_basename (self->folder);

  scrutiny_dossier_builder_set_origin (self->builder, name, g_checksum_get_string (self->hash));
}

gboolean
dossier_folder_read (GFile *folder,
                     ScrutinyReadOptions *options,
                     ScrutinyDossierBuilder *builder,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GHashTable) tables =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) dossier_table_free);
  g_autoptr (GHashTable) records =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GChecksum) hash = g_checksum_new (G_CHECKSUM_SHA256);
  Folder self = { folder, options, builder, cancellable, NULL, tables, records, hash, 0 };
  gboolean read =
      read_package (&self, error) && keep_resources (&self, error) && read_scrutiny (&self, error);

  if (read) {
    dossier_records_work_out (builder, cancellable);
    set_origin (&self);
  }
  g_clear_pointer (&self.package, data_package_free);
  return read;
}
