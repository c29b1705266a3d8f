/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/read-records.h>

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "io/data-package.h"
#include "io/file-bytes.h"
#include "io/record-reader.h"
#include "io/resource-path.h"

#define MOST_OF_A_NAME 120

static ScrutinyRecords *
read_file (GFile *file,
           const DataResource *resource,
           ScrutinyRecordsOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = printable_dup (name ? name : "", MOST_OF_A_NAME);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);

  if (!stream)
    return NULL;

  return record_reader_read (G_INPUT_STREAM (stream), shown, resource, options, cancellable, error);
}

static ScrutinyRecords *
read_folder (GFile *folder,
             ScrutinyRecordsOptions *options,
             GCancellable *cancellable,
             GError **error)
{
  const char *wanted = options ? scrutiny_records_options_get_resource (options) : NULL;
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (GFile) described = g_file_get_child (folder, DATA_PACKAGE_NAME);
  g_autoptr (GBytes) bytes = file_bytes_read (described, JSON_MOST_BYTES, cancellable, error);
  g_autoptr (GFile) file = NULL;
  const DataResource *resource;
  DataPackage *package = bytes ? data_package_parse (bytes, builder, error) : NULL;
  ScrutinyRecords *records = NULL;

  if (!package)
    return NULL;
  resource = data_package_choose (package, wanted, error);
  file = resource ? resource_path_find (folder, resource->path, error) : NULL;
  if (file)
    records = read_file (file, resource, options, cancellable, error);
  data_package_free (package);

  return records;
}

/**
 * scrutiny_records_read:
 * @file: a CSV (packed by gzip or not), an XLSX workbook, or the folder of a dossier
 * @options: (nullable): what is known of it, `NULL` for nothing
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads the rows behind a figure, one row a case.
 *
 * What a column holds is decided from all of its rows, or by the Table Schema of a dossier's
 * `datapackage.json`, or by @options. A blank cell is missing, never nought; so is one that is
 * withheld (`<5`, `*`) and one that breaks what is declared, and each is said with its row in
 * [method@Records.dup_notes]. A date that could be 3 April or 4 March is decided by the other
 * rows of its column or by [property@RecordsOptions:date-order], and by nothing else.
 *
 * Fails with [error@Scrutiny.Error.NOT_BUILT] where the library was built without records, with
 * [error@Scrutiny.Error.LIMIT] where there is more than may be read.
 *
 * Returns: (transfer full): the records
 *
 * Since: 0.1
 */
ScrutinyRecords *
scrutiny_records_read (GFile *file,
                       ScrutinyRecordsOptions *options,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_RECORDS_OPTIONS (options), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return read_folder (file, options, cancellable, error);

  return read_file (file, NULL, options, cancellable, error);
}
