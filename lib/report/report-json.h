/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* The whole report as one "scrutiny.report/1" object. */
char *report_json_dup (const ReportContent *content);

G_END_DECLS
