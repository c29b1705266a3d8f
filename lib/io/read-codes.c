/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/read-codes.h>

#include "base/columns-builder.h"
#include "io/data-package.h"
#include "io/file-bytes.h"

static ScrutinyTable *
tabulate (const DataResource *resource)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < resource->fields->len; i++) {
    const DataField *field = resource->fields->pdata[i];

    for (gsize k = 0; field->codes && field->codes[k]; k++) {
      columns_builder_add_text (builder, "column", field->name);
      columns_builder_add_text (builder, "code", field->codes[k]);
    }
  }

  return columns_builder_end (builder);
}

/**
 * scrutiny_read_codes:
 * @package: a `datapackage.json`
 * @resource: (nullable): the table of it, by name or path; `NULL` where it lists one
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads the lists of codes that a Table Schema gives for the columns of a table: `enum` among
 * the `constraints` of a field.
 *
 * The table that is returned has a row a code: `column` and `code`, both texts, none where no
 * column has a list. [method@QualityOptions.set_codes] takes the codes of a column.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] for what is no such file, naming line and place,
 * and with [error@Scrutiny.Error.NOT_FOUND] where there is no such table.
 *
 * Returns: (transfer full): the codes
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_read_codes (GFile *package,
                     const char *resource,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (GBytes) bytes = NULL;
  DataPackage *parsed;
  const DataResource *found;
  ScrutinyTable *codes;

  g_return_val_if_fail (G_IS_FILE (package), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = file_bytes_read (package, JSON_MOST_BYTES, cancellable, error);
  parsed = bytes ? data_package_parse (bytes, builder, error) : NULL;
  found = parsed ? data_package_choose (parsed, resource, error) : NULL;
  codes = found ? tabulate (found) : NULL;
  data_package_free (parsed);

  return codes;
}
