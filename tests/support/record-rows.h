/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/records-builder.h"

#include <string.h>

/* Records of a few rows written as CSV without quotation marks: the first line names the
 * columns.
 */
static inline ScrutinyRecords *
record_rows (const char *csv, ScrutinyRecordsOptions *options, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  g_auto (GStrv) names = g_strsplit (lines[0], ",", -1);
  const guint n_names = g_strv_length (names);
  g_autoptr (RecordsBuilder) builder =
      records_builder_new ("cases.csv", (const char *const *) names, n_names, options, error);

  for (guint row = 1; builder && lines[row] && *lines[row]; row++) {
    g_auto (GStrv) cells = g_strsplit (lines[row], ",", -1);

    for (guint i = 0; i < n_names; i++)
      records_builder_add (builder, i, cells[i], strlen (cells[i]));
    if (!records_builder_end_row (builder, row + 1, error))
      return NULL;
  }

  return builder ? records_builder_end (builder, NULL, error) : NULL;
}
