/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

G_BEGIN_DECLS

/* As [method@Table.copy_with_texts], but @values are the table's own from then on. */
ScrutinyTable *scrutiny_table_copy_with_texts_take (ScrutinyTable *self,
                                                    const char *name,
                                                    char **values,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of a table that nobody else has yet. */
void scrutiny_table_set_first_row (ScrutinyTable *self, guint64 row);

G_END_DECLS
