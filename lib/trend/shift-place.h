/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/shift-search.h"

G_BEGIN_DECLS

/* Sets where the change between pieces @k - 1 and @k may have happened: between two values,
 * counted from the first of piece @k - 1.
 */
void shift_place_between (const ShiftSearch *self,
                          guint k,
                          gsize earliest,
                          gsize latest,
                          FoundShift *shift);

/* The same for two levels, by their means. */
void
shift_place_means (const ShiftSearch *self, guint k, const ShiftAsked *asked, FoundShift *shift);

/* Sets where the change between pieces @k - 1 and @k may have happened, and the basis. */
void shift_place (const ShiftSearch *self, guint k, const ShiftAsked *asked, FoundShift *shift);

G_END_DECLS
