/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/sheet-section.h"

G_BEGIN_DECLS

/* The question sheet and all that stands behind it, in reading order. */
Page *sheet_dup_page (const ReportContent *content, SheetCharts charts, const char *language);

G_END_DECLS
