/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/csv-scan.h"
#include "io/layout.h"

#include <string.h>

/* Holds all of an input, so that the delimiter is found by looking at all of it, as with
 * the usual page, which would take longer to get than the input to read.
 */
#define PAGE (16 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

typedef struct {
  const guint8 *data;
  gsize size, at;
} Source;

/* Few bytes at a time, so that pages end anywhere. */
static gssize
read_piece (gpointer source, char *buffer, gsize size, GError **error)
{
  Source *self = source;
  gsize n = MIN (MIN (size, 61), self->size - self->at);

  memcpy (buffer, self->data + self->at, n);
  self->at += n;

  return (gssize) n;
}

/* Every cell is UTF-8 and lies in the text, wherever a page ends. */
static void
read_cells (const guint8 *data, gsize size, gsize page)
{
  Source source = { data, size, 0 };
  CsvInput input = { .read = read_piece, .source = &source, .origin = "fuzz.csv", .page = page };
  g_autoptr (GError) error = NULL;
  g_autoptr (Grid) grid = csv_scan (&input, &error);

  g_assert_true ((grid == NULL) == (error != NULL));
  while (grid) {
    for (gsize row = 0; row < grid->n_rows; row++)
      for (guint column = 0; column < grid_get_n_cells (grid, row); column++) {
        GridText text = grid_get (grid, row, column);

        g_assert_true (g_utf8_validate (text.text, (gssize) text.length, NULL));
      }
    if (!grid_next_page (grid, &error))
      break;
  }
}

static void
read_layout (const guint8 *data, gsize size)
{
  Source source = { data, size, 0 };
  CsvInput input = { .read = read_piece, .source = &source, .origin = "fuzz.csv", .page = PAGE };
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Grid) grid = csv_scan (&input, &error);

  if (!grid || !layout_read (grid, NULL, builder, &error)) {
    g_assert_nonnull (error);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    g_assert_null (strpbrk (error->message, "\n\r\x1b"));
    return;
  }
  g_assert_no_error (error);
  dossier = scrutiny_dossier_builder_end (builder, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  read_cells (data, size, 64);
  read_cells (data, size, PAGE);
  read_layout (data, size);

  return 0;
}
