/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/check.h>

G_BEGIN_DECLS

/* Says when most of a figure's move from the last year but one to the last comes of what it is out
 * of; silent where it does not, where there are not two years, and where that may be chance.
 */
void drift_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data);

G_END_DECLS
