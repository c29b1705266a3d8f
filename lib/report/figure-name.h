/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* The area all figures of @dossier are of, to be said once instead of beside each; NULL where
 * they differ.
 */
const char *figure_name_find_area (ScrutinyDossier *dossier);

/* A figure's name as a reader knows it: its title, and its area where that is not @common_area. */
char *figure_name_dup (ScrutinyIndicator *indicator, const char *common_area);

/* The name of what a section is about; NULL of the pack as a whole. */
char *figure_name_dup_of_section (const ReportContent *content, const ReportSection *section);

/* The name of what a finding is about; NULL where it is the pack as a whole. */
char *figure_name_dup_of_subject (const ReportContent *content, const char *subject);

G_END_DECLS
