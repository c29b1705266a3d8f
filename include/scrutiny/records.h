/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/records-options.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_RECORDS (scrutiny_records_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyRecords, scrutiny_records, SCRUTINY, RECORDS, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyRecords *scrutiny_records_new_from_table (ScrutinyTable *table,
                                                  ScrutinyRecordsOptions *options,
                                                  GCancellable *cancellable,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_records_get_n_rows (ScrutinyRecords *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_records_dup_names (ScrutinyRecords *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_records_get_kind (ScrutinyRecords *self, const char *column);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_records_get_hash (ScrutinyRecords *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_records_get_suppress_below (ScrutinyRecords *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_records_get_round_to (ScrutinyRecords *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_records_dup_notes (ScrutinyRecords *self);

G_END_DECLS
