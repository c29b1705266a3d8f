/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "io/cell.h"
#include "io/grid.h"

G_BEGIN_DECLS

/* What a cell is besides its value; all 0 for a plain number. */
typedef struct {
  guint8 state; /* of SeriesState */
  guint8 kind;  /* of CellKind */
  guint8 flags; /* of CellFlags */
} CellMark;

/* One column of cells, read: what a reader of a layout needs to judge and use it. */
typedef struct {
  guint column;
  double *values;  /* NaN where there is no number */
  CellMark *marks; /* NULL while all are plain numbers */
  double *lows;    /* bounds of what was withheld; NULL when nothing was */
  double *highs;
  gsize n_rows;
  gsize size; /* of the arrays */
  gsize n_blank, n_numbers, n_markers, n_texts;
  gsize n_percent;  /* of the numbers, with a percent sign */
  gsize first_text; /* the first row, counted from where reading began, that is none of these */
} Column;

void column_init (Column *self, guint column);
/* Reads @n_rows rows from @first of each of @columns in one pass, after what they hold. */
void columns_read (const Grid *grid, gsize first, gsize n_rows, Column *columns, guint n_columns);
CellMark column_get_mark (const Column *self, gsize row);
void column_clear (Column *self);

G_END_DECLS
