/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/mix-cells.h"

G_BEGIN_DECLS

/* Some cases of a cell: what they come to, how many they are, and how far they are away from
 * their mean, squared and summed.
 */
typedef struct {
  double sum, n, squares;
} MixCases;

/* All of both. */
MixCases mix_cases_together (MixCases one, MixCases other);

/* The deviation of one case from its cell’s mean, and how well it is known, by cell; of a cell
 * with one case, or with none that is away from the mean, that of all cells of @time.  FALSE where
 * no cell has more than one case.
 */
gboolean mix_spread_fill (const MixCells *cells, gsize time, double *deviations, double *freedoms);

G_END_DECLS
