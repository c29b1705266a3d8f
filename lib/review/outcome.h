/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/records.h>

G_BEGIN_DECLS

/* What a check could not do is a finding too; the review moves it to what was not done.
 * @request: what would be needed, or NULL.
 */
void outcome_append_not_done (GListStore *findings,
                              const char *check,
                              const char *reason,
                              const char *request);

/* @result, or why there is none. */
void outcome_append (GListStore *findings, const char *check, gpointer result, const GError *error);

/* Says that a check is not made, which looks at @what and would tell counts exactly, where the
 * dossier asks for rounded ones; FALSE where it does not.
 */
gboolean outcome_append_rounded (GListStore *findings,
                                 const char *check,
                                 const char *what,
                                 ScrutinyRecords *records);

G_END_DECLS
