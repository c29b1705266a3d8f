/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/slope-grid.h"
#include "trend/slope-reading.h"

G_BEGIN_DECLS

/* What the test that was asked for makes of the grid: score, chances, slope and interval.
 * Where it can make nothing of it, @reason of the reading says why; other than
 * %KERNEL_OK if the values are too far apart to be subtracted.
 */
KernelStatus slope_score (SlopeReading *self, const SlopeGrid *grid) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
