/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/calendar.h>
#include <scrutiny/definition.h>
#include <scrutiny/records.h>

G_BEGIN_DECLS

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_records_dup_rows (ScrutinyRecords *self,
                                          ScrutinyDefinition *definition,
                                          ScrutinyCalendar calendar,
                                          const char *period,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_records_dup_findings (ScrutinyRecords *self,
                                          ScrutinyDefinition *definition,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
