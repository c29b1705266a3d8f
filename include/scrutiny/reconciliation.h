/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/series.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_RECONCILIATION (scrutiny_reconciliation_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyReconciliation,
                      scrutiny_reconciliation,
                      SCRUTINY,
                      RECONCILIATION,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyReconciliation *scrutiny_reconciliation_new (ScrutinyTable *published,
                                                     ScrutinySeries *recomputed,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_reconciliation_get_rows (ScrutinyReconciliation *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_reconciliation_get_n_compared (ScrutinyReconciliation *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_reconciliation_get_n_agreeing (ScrutinyReconciliation *self);

G_END_DECLS
