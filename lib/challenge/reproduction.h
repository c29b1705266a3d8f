/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

G_BEGIN_DECLS

typedef struct {
  gsize row;
  double recomputed;
} ReproductionRow;

/* Published figures beside their own counts. */
typedef struct {
  gsize n;
  GArray *off; /* of ReproductionRow: those that do not agree */
} Reproduction;

/* Columns of a table.  @texts: the values as printed, or NULL; then a value has the decimals it
 * needs.
 */
typedef struct {
  const double *values;
  const char *const *texts;
  const double *numerators, *denominators;
} ReproductionColumns;

void reproduction_init (Reproduction *self);
/* The rows of one figure, whose ratios are all multiplied with the same: 1 or 100 as either comes,
 * 1,000 … 1,000,000, as fits most of them.
 */
void reproduction_add (Reproduction *self,
                       const ReproductionColumns *columns,
                       const gsize *rows,
                       gsize n);
void reproduction_clear (Reproduction *self);

/* The row furthest from what its counts give; NULL where all agree. */
const ReproductionRow *reproduction_find_furthest (const Reproduction *self, const double *values);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reproduction, reproduction_clear)

G_END_DECLS
