/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* The whole report as one "scrutiny.report/1" object. */
char *report_json_dup (const ReportContent *content);

/* The same as it is made: never all of it in memory. */
gboolean report_json_write (const ReportContent *content,
                            GOutputStream *stream,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
