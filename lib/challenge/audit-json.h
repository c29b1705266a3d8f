/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/json-writer.h"
#include "challenge/audit-findings.h"

G_BEGIN_DECLS

typedef struct {
  ScrutinyTable *rows, *mismatches, *grid;
} AuditTables;

/* The members that say what was found, from "changes" on. */
void audit_json_write (const AuditResult *audit, const AuditTables *tables, JsonWriter *writer);

G_END_DECLS
