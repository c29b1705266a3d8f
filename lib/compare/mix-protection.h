/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/mix-parts.h"

G_BEGIN_DECLS

/* Takes the parts together that have fewer than @least cases, or fewer that are not counted, in one
 * of the two times, before anything is worked out of them: all that comes after is of counts that
 * may be shown.  Gives why that cannot be, or NULL.
 */
char *mix_cells_protect (MixCells *self, MixCounts counts, guint least);

/* Rounds what is counted, and of cases what it is out of, to multiples of @round_to. */
void mix_cells_round (MixCells *self, MixCounts counts, guint round_to);

G_END_DECLS
