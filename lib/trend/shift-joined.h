/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/shift-search.h"

G_BEGIN_DECLS

/* What is left over around two pieces made to meet, at the best of the periods @from to @to:
 * infinite if both are levels.
 */
double shift_joined_rss (const ShiftSearch *self,
                         const ShiftPiece *before,
                         const ShiftPiece *after,
                         guint from,
                         guint to);

G_END_DECLS
