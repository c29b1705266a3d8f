/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/report.h>
#include <scrutiny/result.h>

G_BEGIN_DECLS

/* What was found about one indicator.  Plain data, owned by the report. */
typedef struct {
  ScrutinyIndicator *indicator; /* NULL: about the pack as a whole */
  GPtrArray *results;           /* of ScrutinyResult, in the order of the checks */
  GPtrArray *findings;          /* of ScrutinyFinding, their results' findings included */
} ReportSection;

ReportSection *report_section_new (ScrutinyIndicator *indicator);
void report_section_free (ReportSection *self);

/* Something that was not done, and what would be needed. */
typedef struct {
  char *subject; /* indicator's id, or NULL for the pack */
  char *check;
  char *reason;
} ReportOmission;

/* Takes @sections (of ReportSection), @questions (of ScrutinyFinding, in the order to be asked)
 * and @omissions (of ReportOmission).
 */
ScrutinyReport *scrutiny_report_new_take (ScrutinyDossier *dossier,
                                          GPtrArray *sections,
                                          GPtrArray *questions,
                                          GPtrArray *omissions);

G_END_DECLS
