/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier-builder.h>
#include <scrutiny/read-options.h>

#include "io/grid.h"

G_BEGIN_DECLS

/* A file larger than this is refused before it is opened. */
#define XLSX_MOST_BYTES (128u * 1024 * 1024)

/* Whether @bytes begin as a workbook does: a zip archive, or the older format of
 * .xls and of password-protected workbooks, which xlsx_read() refuses by name.
 */
gboolean xlsx_is_workbook (GBytes *bytes);

/* Reads one sheet of a workbook: the one @options names, else the first that reads as
 * a table, and says aloud which sheets there are.  Formulas are never evaluated: a
 * cell is what was shown when the workbook was saved.  @options may be NULL.  Adds
 * nothing on failure; NOT_BUILT without the feature.
 */
gboolean xlsx_read (GBytes *bytes,
                    const char *origin,
                    ScrutinyReadOptions *options,
                    ScrutinyDossierBuilder *builder,
                    GError **error);

/* The cells of one sheet: the one called @sheet, else the first that is seen. */
Grid *xlsx_read_grid (GBytes *bytes,
                      const char *origin,
                      const char *sheet,
                      GPtrArray *notes,
                      GError **error);

G_END_DECLS
