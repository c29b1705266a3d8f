/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "io/grid.h"

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTable, dossier_table_free)

G_END_DECLS
