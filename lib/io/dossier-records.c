/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/dossier-records.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "io/record-reader.h"

ScrutinyRecords *
dossier_records_open (const DataResource *resource,
                      guint threshold,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autofree char *shown = printable_dup (resource->path, 120);
  g_autoptr (GInputStream) stream = NULL;

  if (!resource->bytes) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, NULL,
                           "%s: not in the folder; add the file or take its entry out", shown);
    return NULL;
  }

  scrutiny_records_options_set_suppress_below (options, threshold);
  stream = g_memory_input_stream_new_from_bytes (resource->bytes);

  return record_reader_read (stream, shown, resource, options, cancellable, error);
}
