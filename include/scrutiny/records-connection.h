/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/records.h>

G_BEGIN_DECLS

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyRecords *scrutiny_records_new_for_connection (const char *connection,
                                                      const char *table,
                                                      ScrutinyRecordsOptions *options,
                                                      GCancellable *cancellable,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
