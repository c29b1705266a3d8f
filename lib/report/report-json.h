/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/drain.h"
#include "report/report-private.h"

G_BEGIN_DECLS

/* The whole report as one "scrutiny.report/1" object. */
void report_json_write (const ReportContent *content, Drain *drain);

G_END_DECLS
