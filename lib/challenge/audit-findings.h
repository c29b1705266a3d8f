/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "challenge/audit-chance.h"
#include "challenge/audit-counts.h"
#include "challenge/audit-steps.h"
#include "challenge/audit-traps.h"
#include "challenge/flip.h"
#include "challenge/rule-grid.h"

G_BEGIN_DECLS

/* What a colour audit found. */
typedef struct {
  AuditRows *rows;
  AuditRows *apart;        /* totals of the year to date taken apart; NULL where they are not */
  const AuditRows *series; /* the one or the other: what steps, chances and traps are of */
  AuditSteps *steps;
  gsize latest;     /* AUDIT_NO_ROW where no row is the latest */
  Flip flip;        /* of the latest row */
  double low, high; /* Wilson interval of the latest row in its own units, NaN without counts */
  RuleGrid grid;
  const char *no_grid; /* why there is no grid, or NULL */
  AuditChance chance;
  AuditTraps traps;
  AuditCounts counts;
} AuditResult;

/* Whether the published status of row @row is not the one that the rule gives.  Where either
 * is missing there is nothing to compare.
 */
gboolean audit_result_is_mismatch (const AuditResult *audit, gsize row);
gboolean audit_result_is_compared (const AuditResult *audit, gsize row);

/* What says whether a change of status is more than ordinary: "counts", "steps" or NULL. */
const char *audit_result_get_told_by (const AuditResult *audit);

/* (element-type ScrutinyFinding) */
GPtrArray *audit_findings_new (const AuditResult *audit, ScrutinyMethod *method);

G_END_DECLS
