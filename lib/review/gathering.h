/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* What a review has come to so far. */
typedef struct {
  GPtrArray *sections;  /* of ReportSection */
  GPtrArray *omissions; /* of ReportOmission */
} Gathering;

void gathering_init (Gathering *self);
void gathering_clear (Gathering *self);

/* Something that was not done, of what @section is about. */
void gathering_omit (Gathering *self,
                     const ReportSection *section,
                     const char *check,
                     const char *reason,
                     const char *request);

/* A check that could not be done says so in a finding, which is taken for that. */
void gathering_add_finding (Gathering *self, ReportSection *section, ScrutinyFinding *finding);

/* Takes what a result says, with fewer questions where it has many; @findings are the result's,
 * or some of them.
 */
void gathering_add_findings (Gathering *self,
                             ReportSection *section,
                             ScrutinyResult *result,
                             GPtrArray *findings,
                             const char *check);
void gathering_add_result (Gathering *self,
                           ReportSection *section,
                           ScrutinyResult *result,
                           const char *check);

G_END_DECLS
