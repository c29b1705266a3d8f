/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-findings.h"

G_BEGIN_DECLS

/* What an audit found, for whoever asks: every row, those whose status differs from the rule's,
 * and the grid of plausible rules.
 */
ScrutinyTable *audit_tables_new_rows (const AuditResult *audit);
ScrutinyTable *audit_tables_new_mismatches (const AuditResult *audit);
ScrutinyTable *audit_tables_new_grid (const AuditResult *audit);

G_END_DECLS
