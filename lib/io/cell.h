/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/marker.h"

G_BEGIN_DECLS

typedef enum {
  CELL_NUMBER, /* the common case is 0: columns of numbers are zeroed memory */
  CELL_BLANK,
  CELL_MARKER, /* a known way of saying that there is no number */
  CELL_TEXT,   /* anything else: never guessed at */
} CellKind;

typedef enum {
  CELL_PLAIN = 0,
  CELL_PERCENT = 1 << 0,
  CELL_MONEY = 1 << 1,
  CELL_BRACKETS = 1 << 2, /* (12), as accountants write -12 */
  CELL_FOOTNOTE = 1 << 3,
} CellFlags;

typedef struct {
  CellKind kind;
  CellFlags flags;
  SeriesState state;
  double value;     /* NaN unless a number */
  double low, high; /* bounds of what was withheld, else NaN */
  const Marker *marker;
} Cell;

/* Reads one cell as published: £1,234  92%*  (12)  <5  n/a  12.5 (p). */
void cell_parse (const char *text, gsize length, Cell *cell);

/* Digits after the decimal point as printed, so that a rounded figure can be recomputed. */
guint cell_count_decimals (const char *text, gsize length);

G_END_DECLS
