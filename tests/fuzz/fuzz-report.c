/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/csv-scan.h"
#include "io/layout.h"
#include "report-checks.h"

#include <string.h>

/* Holds all of an input; the usual page takes longer to get than an input to read. */
#define PAGE (16 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

typedef struct {
  const guint8 *data;
  gsize size;
} Source;

static gssize
read_some (gpointer source, char *buffer, gsize size, GError **error)
{
  Source *self = source;
  gsize n = MIN (size, self->size);

  memcpy (buffer, self->data, n);
  self->data += n;
  self->size -= n;

  return (gssize) n;
}

/* The whole way, from the bytes of a table to the report. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Source source = { data, size };
  CsvInput input = { .read = read_some, .source = &source, .origin = "fuzz.csv", .page = PAGE };
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Grid) grid = csv_scan (&input, &error);

  if (!grid || !layout_read (grid, NULL, builder, &error)) {
    g_assert_nonnull (error);
    return 0;
  }
  dossier = scrutiny_dossier_builder_end (builder, &error);
  g_assert_no_error (error);
  check_report (dossier, data, size);

  return 0;
}
