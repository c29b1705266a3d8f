/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "kernel/suppression.h"

G_BEGIN_DECLS

/* Counts by one key or two, every pair of them a cell, with their totals. */
typedef struct {
  KernelSuppression table;
  GPtrArray *rows, *columns; /* of char *, in the order of their first row */
  double *low, *high;
  gsize n_narrow;
} CountGrid;

/* Rows of the same keys are an error, and so are counts that are not whole numbers. */
CountGrid *count_grid_new (ScrutinyTable *table,
                           const char *const *keys,
                           const char *count,
                           guint threshold,
                           GError **error);
/* The numerator and the rest of each row, so that its total is the denominator. */
CountGrid *count_grid_new_share (ScrutinyTable *table,
                                 const char *key,
                                 const char *numerator,
                                 const char *denominator,
                                 guint threshold,
                                 GError **error);
void count_grid_free (CountGrid *self);

/* Hides each of @self's first column, totals that lie within each other, that differs from the next
 * smaller one that is shown by fewer than the threshold.
 */
void count_grid_hide_cuts (CountGrid *self);

/* Decides what is shown, and works out what can still be told of the rest. */
void count_grid_hide (CountGrid *self);

gsize count_grid_cell (const CountGrid *self, gsize row, gsize column);
gsize count_grid_count (const CountGrid *self, guint8 state);

/* What is printed of a cell: “12”, “<5” or “withheld”. */
char *count_grid_dup_shown (const CountGrid *self, gsize cell, guint round_to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CountGrid, count_grid_free)

G_END_DECLS
