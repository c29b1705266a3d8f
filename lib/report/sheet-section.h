/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/page.h"
#include "report/report-private.h"

G_BEGIN_DECLS

/* Whether the form the page is for can draw; one that cannot is spared the numbers too. */
typedef enum {
  SHEET_WITHOUT_CHARTS,
  SHEET_WITH_CHARTS,
} SheetCharts;

/* What is said about one figure: what was published, what was found, the chart, its numbers. */
void sheet_section_add (Page *page,
                        const ReportContent *content,
                        const ReportSection *section,
                        SheetCharts charts,
                        const char *language);

/* The latest published figure, in the publisher's words; nothing when nothing was published. */
void sheet_section_add_published (Page *page,
                                  const ReportContent *content,
                                  ScrutinyIndicator *indicator);

/* Whether anybody has answered what was found. */
gboolean sheet_section_has_response (const ReportContent *content, ScrutinyFinding *finding);

/* One line a method used, folded away. */
void sheet_section_add_methods (Page *page, const ReportContent *content);

G_END_DECLS
