/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/check.h>
#include <scrutiny/dossier.h>
#include <scrutiny/progress.h>
#include <scrutiny/report.h>

G_BEGIN_DECLS

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyReport *scrutiny_review (ScrutinyDossier *dossier,
                                 GPtrArray *checks,
                                 ScrutinyProgress *progress,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_review_async (ScrutinyDossier *dossier,
                            GPtrArray *checks,
                            ScrutinyProgress *progress,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyReport *scrutiny_review_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_review_dup_checks (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
