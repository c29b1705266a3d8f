/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/check.h>

G_BEGIN_DECLS

/* Sets the published figures of an indicator beside what its rows give; silent where it has no
 * rows, or nothing was published.
 */
void records_check_figures (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data);

/* Looks at the rows around the limit that its definition names; silent where there is none. */
void records_check_limit (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data);

G_END_DECLS
