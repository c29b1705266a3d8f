/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/calendar.h>
#include <scrutiny/definition.h>
#include <scrutiny/records.h>
#include <scrutiny/series.h>

G_BEGIN_DECLS

SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_records_recompute (ScrutinyRecords *self,
                                            ScrutinyDefinition *definition,
                                            ScrutinyCalendar calendar,
                                            GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_records_recompute_table (ScrutinyRecords *self,
                                                 ScrutinyDefinition *definition,
                                                 ScrutinyCalendar calendar,
                                                 GCancellable *cancellable,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
