/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier-builder.h>

#include "io/grid.h"
#include "io/json-place.h"

G_BEGIN_DECLS

/* A table of a dossier folder, whose columns are known by name: nothing is guessed. */
typedef struct _DossierTable DossierTable;

/* Takes @grid.  @names: of the columns of a table without a header, else NULL.
 * @missing: texts that stand for a missing value, by default the empty one.
 */
DossierTable *dossier_table_new_take (Grid *grid,
                                      const char *const *names,
                                      const char *const *missing,
                                      GError **error);
void dossier_table_free (DossierTable *self);

/* The series of indicator @id that @reference describes; adds a note for each cell that
 * is no number.  @hint settles what the periods leave open.
 */
ScrutinySeries *dossier_table_read_series (DossierTable *self,
                                           JsonPlace *place,
                                           const JsonValue *reference,
                                           const char *id,
                                           ScrutinyCalendar hint,
                                           GError **error);

/* The rows and columns that @reference names, all of them if it names none.  A column in
 * which all that is not missing is a number is one of numbers; “value” always is, and
 * “value_text” keeps it as written.
 */
ScrutinyTable *dossier_table_read_rows (DossierTable *self,
                                        JsonPlace *place,
                                        const JsonValue *reference,
                                        const char *id,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTable, dossier_table_free)

G_END_DECLS
