/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/page.h"
#include "report/report-private.h"

G_BEGIN_DECLS

/* One row an indicator: the latest published figure as published. */
PageBlock *sheet_add_figures (Page *page, const ReportContent *content);

G_END_DECLS
