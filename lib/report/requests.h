/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* Something that is asked for, now or before. */
typedef struct {
  ScrutinyRequest *request; /* with an id */
  gboolean is_recorded;     /* asked for before this report */
  gboolean is_wanted;       /* what was found asks for it, now */
} ReportRequest;

/* What to ask for: the requests on record, then what findings and omissions ask for, each
 * once, with the figures it is about.  What was asked for before is not asked for again: it is
 * told by the id of the request, which stands for what it asks, and by the figures.
 * (element-type ReportRequest)
 */
GPtrArray *report_requests_new (const ReportContent *content);

G_END_DECLS
