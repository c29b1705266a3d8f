/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>

#include "io/json.h"

G_BEGIN_DECLS

/* The series of a dossier as one long table, from which dossier_series_read() makes
 * the same again.  Texts that begin like a spreadsheet formula are written as they are: this
 * is the dossier's own data, which must come back unchanged; what a report exports for
 * spreadsheets is another file.
 */
typedef struct {
  GString *text;
  guint n_series;
} FiguresCsv;

void figures_csv_init (FiguresCsv *self);
void figures_csv_clear (FiguresCsv *self);
void figures_csv_add (FiguresCsv *self, const char *id, ScrutinySeries *series);

/* How scrutiny.json refers to a series in the table that is resource @name. */
JsonValue *figures_csv_new_reference (const char *name, ScrutinySeries *series);
/* The table as datapackage.json lists it. */
JsonValue *figures_csv_new_resource (const char *name, const char *path);

G_END_DECLS
