/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/series.h>

G_BEGIN_DECLS

/* “rose” or “fell” where a figure went one way all along: its reading finds a slope and no change,
 * and a line says more of it than a level before @since and another from then on.  NULL where it
 * did not.
 */
const char *steady_move_find (ScrutinySeries *series, const char *since);

/* Whether a line says more of it than a level before @since and another from then on. */
gboolean steady_move_is_line (ScrutinySeries *series, const char *since);

G_END_DECLS
