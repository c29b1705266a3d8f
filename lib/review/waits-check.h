/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/check.h>

G_BEGIN_DECLS

/* Says how long its rows take, those that are open among them; silent where the definition counts
 * no time from one date to another. */
void waits_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data);

G_END_DECLS
