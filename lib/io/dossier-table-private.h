/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "io/dossier-table.h"
#include "io/json-place.h"

G_BEGIN_DECLS

#define DOSSIER_NO_COLUMN G_MAXUINT

struct _DossierTable {
  Grid *grid;
  GPtrArray *names; /* char *, of the columns */
  gsize first_row;  /* of the data, in the grid */
  GStrv missing;
  GHashTable *indexes; /* of column number to (of cell text to GArray of gsize rows) */
};

/* DOSSIER_NO_COLUMN if there is none. */
guint dossier_table_find_column (const DossierTable *self, const char *name);

/* Says which columns there are. */
gboolean dossier_table_refuse_column (const DossierTable *self,
                                      JsonPlace *place,
                                      const JsonValue *reference,
                                      const char *name,
                                      GError **error);

/* The column that @reference names under @key, or the one that is called @key itself. */
gboolean dossier_table_find_role (const DossierTable *self,
                                  JsonPlace *place,
                                  const JsonValue *reference,
                                  const char *key,
                                  guint *column,
                                  GError **error);

/* The rows of indicator @id, or those that @reference asks for: an array of gsize. */
GArray *dossier_table_pick_rows (DossierTable *self,
                                 JsonPlace *place,
                                 const JsonValue *reference,
                                 const char *id,
                                 GError **error);

/* Whether @text is one of those that stand for a missing value. */
gboolean dossier_table_is_missing (const DossierTable *self, GridText text);

G_END_DECLS
