/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "io/columns.h"
#include "io/sheet.h"

G_BEGIN_DECLS

#define ROW_STORE_NO_TEXT 0 /* the id of an empty cell */

/* A column of texts, each kept once. */
typedef struct {
  guint column;       /* of the sheet */
  gboolean fill_down; /* an empty cell repeats the one above */
  GHashTable *ids;
  GPtrArray *texts; /* by id; the first is empty */
  GArray *rows;     /* of guint32 ids */
} TextColumn;

/* The columns of a long table that are of use, without its text: what a table of any
 * length comes down to.
 */
typedef struct {
  const Sheet *sheet;
  TextColumn *texts;
  guint n_texts;
  Column *numbers;
  guint n_numbers;
  GArray *rows; /* of guint32, as the spreadsheet counts, from 1 */
  gsize n_repeated_headers;
  gsize n_footnotes;
  gsize first_footnote; /* as the spreadsheet counts */
} RowStore;

RowStore *row_store_new (const Sheet *sheet);
void row_store_free (RowStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowStore, row_store_free)

/* The index of the column in the store, the same if it is there already. */
guint row_store_add_texts (RowStore *self, guint column);
guint row_store_add_numbers (RowStore *self, guint column);
/* All rows of all pages of the sheet's grid. */
gboolean row_store_read (RowStore *self, GError **error);

guint32 row_store_get_id (const RowStore *self, guint text, gsize row);
const char *row_store_get_text (const RowStore *self, guint text, gsize row);
gsize row_store_get_row (const RowStore *self, gsize row);

G_END_DECLS
