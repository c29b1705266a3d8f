/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/report.h>
#include <scrutiny/result.h>

G_BEGIN_DECLS

/* What was found about one indicator, about a figure that several places have, or about the pack
 * as a whole.  Plain data, owned by the report.
 */
typedef struct {
  ScrutinyIndicator *indicator; /* NULL: not about one */
  char *id, *title;             /* of a figure that several places have; else NULL */
  GPtrArray *results;           /* of ScrutinyResult, in the order of the checks */
  GPtrArray *findings;          /* of ScrutinyFinding, their results' findings included */
} ReportSection;

ReportSection *report_section_new (ScrutinyIndicator *indicator);
ReportSection *report_section_new_of_places (const char *id, const char *title);
void report_section_free (ReportSection *self);

/* Something that was not done, and what would be needed. */
typedef struct {
  char *subject; /* indicator's id, or NULL for the pack */
  char *check;
  char *reason;
  char *request; /* what to ask for, or NULL */
} ReportOmission;

ReportOmission *report_omission_new (const char *subject,
                                     const char *check,
                                     const char *reason,
                                     const char *request);
void report_omission_free (ReportOmission *self);

/* All that a report says, whatever its form. */
typedef struct {
  ScrutinyDossier *dossier;
  const char *area;     /* of every figure, so that it is said once; or NULL */
  GPtrArray *sections;  /* of ReportSection */
  GPtrArray *questions; /* of ScrutinyFinding, in the order to be asked */
  GPtrArray *omissions; /* of ReportOmission */
} ReportContent;

/* Takes @sections, @questions and @omissions. */
ScrutinyReport *scrutiny_report_new_take (ScrutinyDossier *dossier,
                                          GPtrArray *sections,
                                          GPtrArray *questions,
                                          GPtrArray *omissions);

const ReportContent *scrutiny_report_get_content (ScrutinyReport *self);

G_END_DECLS
