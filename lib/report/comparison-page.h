/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/comparison.h>

#include "report/page.h"

G_BEGIN_DECLS

/* What there is to say of areas side by side, with the funnel and a row an area. */
Page *comparison_page_new (ScrutinyComparison *comparison, const char *title);

G_END_DECLS
