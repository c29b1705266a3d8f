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

/* The question sheet and all that stands behind it, in reading order. */
Page *sheet_dup_page (const ReportContent *content, SheetCharts charts, const char *language);

/* One row an indicator: the latest published figure as published. */
PageBlock *sheet_add_figures (Page *page, ScrutinyDossier *dossier);

/* An indicator's name as a reader knows it: its title, and its area where it has one. */
char *sheet_dup_name (ScrutinyIndicator *indicator);

G_END_DECLS
