/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/expression.h"
#include "records/record-store.h"

G_BEGIN_DECLS

/* What stands at @at of the row of @scan, as a person would write it: "2024-04-01",
 * "2024-04-01T09:30:00", "true", "12.5"; empty where it is missing.
 */
char *record_text_dup (const RecordScan *scan, guint at, ExpressionKind kind);

G_END_DECLS
