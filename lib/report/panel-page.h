/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "report/page.h"

G_BEGIN_DECLS

/* What there is to say of a panel, of which @table has a row a series: how many stand out, how
 * many chance alone would give, and the rows of those that do.
 */
Page *panel_page_new (ScrutinyTable *table, const char *title);

G_END_DECLS
