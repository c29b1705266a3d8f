/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-findings.h"

G_BEGIN_DECLS

/* What is to be expected of a status of which nothing changes, and what else may stand behind
 * it: added to @findings.
 */
void chance_findings_add (GPtrArray *findings, const AuditResult *audit, ScrutinyMethod *method);

G_END_DECLS
