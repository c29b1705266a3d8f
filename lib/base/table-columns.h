/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "base/period.h"

G_BEGIN_DECLS

/* FALSE, listing what there is, without a column of that name.  @where begins the message:
 * whatever is being made of the table.
 */
gboolean table_columns_check (ScrutinyTable *table,
                              const char *where,
                              const char *role,
                              const char *name,
                              GError **error);

/* A column of doubles, or NULL with @error set, which names the first cell that is none. */
GBytes *table_columns_dup_numbers (ScrutinyTable *table,
                                   const char *where,
                                   const char *role,
                                   const char *name,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A column as texts: numbers as they are usually written. */
char **table_columns_dup_texts (ScrutinyTable *table, const char *name);

/* The ordinals (gint64) of a column of periods that may repeat and come in any order; @like
 * gets the calendar and window of all of them.  NULL with @error set, which names the row.
 */
GBytes *table_columns_read_periods (const char *const *texts,
                                    gsize n_rows,
                                    const char *name,
                                    Period *like,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
