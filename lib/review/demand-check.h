/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/check.h>

G_BEGIN_DECLS

/* Says what its rows were about, where the definition names who coded that. */
void demand_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data);

G_END_DECLS
