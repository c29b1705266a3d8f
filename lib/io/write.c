/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/write.h>

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "indicator/dossier-private.h"
#include "io/data-package.h"
#include "io/dossier-json.h"
#include "io/figures-csv.h"
#include "io/json-place.h"
#include "io/resource-path.h"

/* What there is to write, all of it made before the first file is touched. */
typedef struct {
  ScrutinyDossier *dossier;
  JsonValue *package;
  JsonValue *scrutiny;
  FiguresCsv figures;
  char *figures_name;
  char *figures_path;
} Files;

static void
files_clear (Files *self)
{
  g_clear_pointer (&self->package, json_value_free);
  g_clear_pointer (&self->scrutiny, json_value_free);
  figures_csv_clear (&self->figures);
  g_free (self->figures_name);
  g_free (self->figures_path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

static gboolean
is_taken (Files *self, const JsonValue *resources, const char *name, const char *path)
{
  for (guint i = 0; i < json_value_get_n_items (resources); i++) {
    const JsonValue *resource = json_value_get_item (resources, i);
    const JsonValue *other =
        resource->kind == JSON_OBJECT ? json_value_find (resource, "name") : NULL;

    if (other && g_strcmp0 (other->text, name) == 0)
      return TRUE;
  }
  return scrutiny_dossier_get_resource (self->dossier, path) != NULL;
}

/* figures, or figures-2 where a resource of another making is called so. */
static void
name_figures (Files *self, const JsonValue *resources)
{
  self->figures_name = g_strdup ("figures");
  self->figures_path = g_strdup ("figures.csv");
  for (guint i = 2; is_taken (self, resources, self->figures_name, self->figures_path); i++) {
    g_free (self->figures_name);
    g_free (self->figures_path);
    self->figures_name = g_strdup_printf ("figures-%u", i);
    self->figures_path = g_strdup_printf ("figures-%u.csv", i);
  }
}

/* A series that came from a table of the folder still has its reference. */
static gboolean
has_reference (Files *self, guint index)
{
  g_autofree char *where = g_strdup_printf ("%s#/indicators/%u/series", DOSSIER_JSON_NAME, index);

  return scrutiny_dossier_get_unknown (self->dossier, where) != NULL;
}

static void
add_series (Files *self)
{
  JsonValue *indicators = json_value_find (self->scrutiny, "indicators");

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (self->dossier); i++) {
    ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (self->dossier, i);
    ScrutinySeries *series = scrutiny_indicator_get_series (indicator);

    if (!series || has_reference (self, i) || scrutiny_indicator_is_recomputed (indicator))
      continue;
    figures_csv_add (&self->figures, scrutiny_indicator_get_id (indicator), series);
    json_value_set (json_value_get_item (indicators, i), "series",
                    figures_csv_new_reference (self->figures_name, series));
  }
}

static gboolean
build_package (Files *self, GError **error)
{
  JsonValue *resources;
  const char *title = scrutiny_dossier_get_title (self->dossier);

  self->package = json_value_new (JSON_OBJECT);
  if (!json_place_restore (self->package, DATA_PACKAGE_NAME, self->dossier, error))
    return FALSE;

  if (!json_value_find (self->package, "profile"))
    json_value_set (self->package, "profile", json_value_new_string ("data-package"));
  if (title && *title && !json_value_find (self->package, "title"))
    json_value_set (self->package, "title", json_value_new_string (title));
  resources = json_value_find (self->package, "resources");
  if (!resources || resources->kind != JSON_ARRAY)
    json_value_set (self->package, "resources", json_value_new (JSON_ARRAY));
  return TRUE;
}

static gboolean
build (Files *self, GError **error)
{
  JsonValue *resources;

  if (!build_package (self, error))
    return FALSE;
  resources = json_value_find (self->package, "resources");
  name_figures (self, resources);

  self->scrutiny = dossier_json_new (self->dossier);
  add_series (self);
  if (!json_place_restore (self->scrutiny, DOSSIER_JSON_NAME, self->dossier, error))
    return FALSE;

  if (self->figures.n_series > 0)
    json_value_add (resources, figures_csv_new_resource (self->figures_name, self->figures_path));
  return TRUE;
}

/* Beside the file and then over it, so that nobody ever reads half of one; a link is
 * replaced, not followed.
 */
static gboolean
write_file (GFile *folder,
            const char *path,
            gconstpointer contents,
            gsize length,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFile) file = resource_path_prepare (folder, path, cancellable, error);

  return file &&
         g_file_replace_contents (file, length ? contents : "", length, NULL, FALSE,
                                  G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, error);
}

static gboolean
write_json (GFile *folder,
            const char *path,
            const JsonValue *value,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *text = json_value_dup_pretty (value);

  return write_file (folder, path, text, strlen (text), cancellable, error);
}

static gboolean
write_resources (Files *self, GFile *folder, GCancellable *cancellable, GError **error)
{
  GPtrArray *paths = scrutiny_dossier_get_resource_paths (self->dossier);

  for (guint i = 0; i < paths->len; i++) {
    GBytes *bytes = scrutiny_dossier_get_resource (self->dossier, paths->pdata[i]);
    gsize length;
    gconstpointer contents = g_bytes_get_data (bytes, &length);

    if (!write_file (folder, paths->pdata[i], contents, length, cancellable, error))
      return FALSE;
  }
  return self->figures.n_series == 0 ||
         write_file (folder, self->figures_path, self->figures.text->str, self->figures.text->len,
                     cancellable, error);
}

static gboolean
make_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_file_make_directory_with_parents (folder, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS) &&
      g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * scrutiny_write:
 * @dossier: a dossier
 * @folder: where to; made if it is not there
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Saves a dossier as a folder: `datapackage.json`, the tables as CSV, and `scrutiny.json`.
 *
 * Opening the folder with [func@read] gives an equal dossier. What the library did not
 * understand when it read the dossier is in the folder again: unknown keys, and the tables
 * byte for byte. The same dossier always gives the same bytes.
 *
 * Each file is replaced whole or not at all; files of other names stay as they are. Texts
 * that look like spreadsheet formulas are saved as they are, since nothing may be lost:
 * what a report exports for spreadsheets is made harmless there.
 *
 * Fails with an error of the file system, or with [error@Scrutiny.Error.UNSUITABLE] if a
 * table's path leads out of the folder.
 *
 * Returns: whether it was saved
 *
 * Since: 0.1
 */
gboolean
scrutiny_write (ScrutinyDossier *dossier, GFile *folder, GCancellable *cancellable, GError **error)
{
  g_auto (Files) files = { .dossier = dossier };

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (dossier), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  figures_csv_init (&files.figures);
  return build (&files, error) && make_folder (folder, cancellable, error) &&
         write_resources (&files, folder, cancellable, error) &&
         write_json (folder, DOSSIER_JSON_NAME, files.scrutiny, cancellable, error) &&
         write_json (folder, DATA_PACKAGE_NAME, files.package, cancellable, error);
}
