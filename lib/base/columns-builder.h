/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "base/json-writer.h"

G_BEGIN_DECLS

/* Collects the cells of a table, row after row.  A column is as its first cell is, and every
 * row has all columns.
 */
typedef struct _ColumnsBuilder ColumnsBuilder;

ColumnsBuilder *columns_builder_new (void);
void columns_builder_free (ColumnsBuilder *self);

void columns_builder_add_number (ColumnsBuilder *self, const char *column, double value);
void columns_builder_add_text (ColumnsBuilder *self, const char *column, const char *value);

/* The table; @self is empty afterwards. */
ScrutinyTable *columns_builder_end (ColumnsBuilder *self);

/* The rows of @table as a list of objects. */
void columns_write_rows (ScrutinyTable *table, JsonWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ColumnsBuilder, columns_builder_free)

G_END_DECLS
