/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "io/csv-mask.h"
#include "io/grid.h"

G_BEGIN_DECLS

/* Gives the next bytes of a file, at most @size; 0 at its end, -1 with an error. */
typedef gssize (*CsvRead) (gpointer source, char *buffer, gsize size, GError **error);

/* Where separated text comes from and how it is to be read. */
typedef struct {
  CsvRead read;
  gpointer source;
  GDestroyNotify free_source; /* nullable */
  const char *encoding;       /* NULL: look */
  const char *origin;
  GPtrArray *notes; /* nullable; what is worth saying aloud is added when the end is reached */
  CsvMask mask;     /* NULL: the fast one */
  gsize page;       /* bytes of a page; 0: the usual */
} CsvInput;

/* The first page of a table: encoding, delimiter and line ends are found by looking.
 * The text of a page goes when the next one is read, so memory does not grow with the file.
 */
Grid *csv_scan (const CsvInput *input, GError **error);

/* All of @bytes at once. */
Grid *csv_scan_bytes (GBytes *bytes,
                      const char *encoding,
                      const char *origin,
                      GPtrArray *notes,
                      GError **error);

G_END_DECLS
