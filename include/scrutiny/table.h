/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_TABLE (scrutiny_table_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyTable, scrutiny_table, SCRUTINY, TABLE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_table_copy_with_doubles (ScrutinyTable *self,
                                                 const char *name,
                                                 GBytes *values,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_table_copy_with_texts (ScrutinyTable *self,
                                               const char *name,
                                               const char *const *values,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_table_copy_grouped (ScrutinyTable *self,
                                            const char *const *keys,
                                            const char *period,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
gsize scrutiny_table_get_n_rows (ScrutinyTable *self);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_table_get_first_row (ScrutinyTable *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_table_get_n_columns (ScrutinyTable *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_table_dup_names (ScrutinyTable *self);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_table_has_column (ScrutinyTable *self, const char *name);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_table_is_text (ScrutinyTable *self, const char *name);
SCRUTINY_AVAILABLE_IN_ALL
const double *scrutiny_table_get_doubles (ScrutinyTable *self, const char *name, gsize *n_values);
SCRUTINY_AVAILABLE_IN_ALL
const char *const *scrutiny_table_get_texts (ScrutinyTable *self, const char *name);
SCRUTINY_AVAILABLE_IN_ALL
GBytes *scrutiny_table_get_bytes (ScrutinyTable *self, const char *name);

G_END_DECLS
