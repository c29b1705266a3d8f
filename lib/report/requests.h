/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* What to ask for: the requests on record, then what findings and omissions ask for, each
 * once, with the figures it is about.  (element-type ScrutinyRequest)
 */
GPtrArray *report_requests_new (const ReportContent *content);

G_END_DECLS
