/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/seasonal-kendall.h"
#include "trend/slope-figures.h"

G_BEGIN_DECLS

/* The values on the calendar, whole cycles, NaN where there is none; without a season
 * only the periods there are.  A row is a cycle or a period; a column is a season of a
 * place, and is compared within itself.
 */
typedef struct {
  gsize n;
  gsize n_columns;
  double *times; /* from the first value */
  double *values;
  double *covariate; /* NULL */
} SlopeGrid;

/* Of the periods from @first to @last, which both have a value. */
SlopeGrid slope_grid_make (const SlopeFigures *figures, gsize period, guint first, guint last);
void slope_grid_clear (SlopeGrid *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlopeGrid, slope_grid_clear)

KernelColumns slope_grid_get_columns (const SlopeGrid *self);

G_END_DECLS
