/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/series.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

/* The column as the table lends it.  Without it, or if it holds the other kind: an error
 * that names the columns there are.
 */
const double *columns_need_numbers (ScrutinyTable *table, const char *name, GError **error);
const char *const *columns_need_texts (ScrutinyTable *table, const char *name, GError **error);

/* Likewise, but NULL where there is no such column of that kind. */
const double *columns_find_numbers (ScrutinyTable *table, const char *name);
const char *const *columns_find_texts (ScrutinyTable *table, const char *name);

/* What the row is called: its "period", "indicator" or "id", or its number from 1. */
char *columns_dup_row_name (ScrutinyTable *table, gsize row);

/* “a”, “b”, “c”: the names of all columns. */
char *columns_dup_quoted_names (ScrutinyTable *table);

/* sha256 of names, kinds and cells, hex: the same for the same table everywhere. */
char *columns_dup_hash (ScrutinyTable *table);

/* "period" and "value", with "numerator" and "denominator" where counts are known. */
ScrutinyTable *columns_of_series (ScrutinySeries *series);

G_END_DECLS
