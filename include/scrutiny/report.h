/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/dossier.h>
#include <scrutiny/finding.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_REPORT (scrutiny_report_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyReport, scrutiny_report, SCRUTINY, REPORT, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDossier *scrutiny_report_get_dossier (ScrutinyReport *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_report_dup_findings (ScrutinyReport *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_report_dup_questions (ScrutinyReport *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_report_dup_requests (ScrutinyReport *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_report_dup_not_done (ScrutinyReport *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_report_dup_forms (void);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_report_dup_text (ScrutinyReport *self,
                                const char *form,
                                const char *language,
                                GError **error);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_report_write (ScrutinyReport *self,
                                GFile *file,
                                const char *form,
                                const char *language,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
