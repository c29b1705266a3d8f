/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/records.h>

G_BEGIN_DECLS

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_records_dup_table (ScrutinyRecords *self,
                                           const char *const *columns,
                                           const char *where,
                                           GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_records_dup_groups (ScrutinyRecords *self,
                                            const char *column,
                                            const char *where,
                                            GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_records_dup_spread (ScrutinyRecords *self,
                                            const char *measure,
                                            double step,
                                            const char *by,
                                            const char *where,
                                            GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
