/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "linkage/reason-finding.h"

G_BEGIN_DECLS

/* What the shape of the record decides, strongest first.  (element-type ScrutinyFinding) */
GPtrArray *reason_checks_run (const ReasonGraph *graph,
                              const ReasonRoutes *routes,
                              const ReasonAge *age,
                              ScrutinyMethod *method);

/* Where no statement at all is recorded there is only the question itself. */
GPtrArray *reason_checks_of_nothing (ScrutinyMethod *method);

/* Each adds what it finds: of one link, or of all. */
void reason_check_contradicted (ReasonChecks *checks, const ReasonLink *link);
void reason_check_leap (ReasonChecks *checks, const ReasonLink *link);
void reason_check_ends (ReasonChecks *checks);
void reason_check_people_named (ReasonChecks *checks);
void reason_check_other_people (ReasonChecks *checks);
void reason_check_harms (ReasonChecks *checks);
void reason_check_unreached (ReasonChecks *checks);
void reason_check_evidence (ReasonChecks *checks);
void reason_check_age (ReasonChecks *checks);
void reason_check_unfalsifiable (ReasonChecks *checks);
void reason_check_contested (ReasonChecks *checks);
void reason_check_same_evidence (ReasonChecks *checks);
void reason_check_thinnest (ReasonChecks *checks);
void reason_check_one_point (ReasonChecks *checks);
void reason_check_one_author (ReasonChecks *checks);

G_END_DECLS
