/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/check.h>

G_BEGIN_DECLS

/* Sets the parts of its rows side by side; silent as the check of the mix is. */
void compare_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data);

G_END_DECLS
