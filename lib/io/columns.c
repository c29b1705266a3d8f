/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/columns.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define FIRST_SIZE 64
#define WORD 8u /* bytes */
#define EACH(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

void
column_init (Column *self, guint column)
{
  *self = (Column){ .column = column, .first_text = G_MAXSIZE };
}

static void
fill_unknown (double *values, gsize first, gsize end)
{
  for (gsize i = first; i < end; i++)
    values[i] = NAN;
}

/* Doubling moves what is there half as often as growing by half, and what is not yet used
 * takes no memory until it is.
 */
static void
column_reserve (Column *self, gsize n_more)
{
  gsize size = MAX (MAX (FIRST_SIZE, self->n_rows + n_more), 2 * self->size);

  if (self->size - self->n_rows >= n_more)
    return;

  self->values = g_renew (double, self->values, size);
  if (self->marks) {
    self->marks = g_renew (CellMark, self->marks, size);
    memset (self->marks + self->n_rows, 0, (size - self->n_rows) * sizeof (CellMark));
  }
  if (self->lows) {
    self->lows = g_renew (double, self->lows, size);
    self->highs = g_renew (double, self->highs, size);
    fill_unknown (self->lows, self->n_rows, size);
    fill_unknown (self->highs, self->n_rows, size);
  }
  self->size = size;
}

/* Zeroed memory says "a plain number" for nothing. */
static void
keep_mark (Column *self, gsize i, const Cell *cell)
{
  const CellMark mark = { (guint8) cell->state, (guint8) cell->kind, (guint8) cell->flags };

  if (!self->marks && !mark.state && !mark.kind && !mark.flags)
    return;
  if (!self->marks)
    self->marks = g_new0 (CellMark, self->size);
  self->marks[i] = mark;
}

static void
keep_bounds (Column *self, gsize i, const Cell *cell)
{
  if (isnan (cell->low) && isnan (cell->high))
    return;
  if (!self->lows) {
    self->lows = g_new (double, self->size);
    self->highs = g_new (double, self->size);
    fill_unknown (self->lows, 0, self->size);
    fill_unknown (self->highs, 0, self->size);
  }

  self->lows[i] = cell->low;
  self->highs[i] = cell->high;
}

static void
keep (Column *self, gsize i, const char *text, gsize length)
{
  Cell cell;

  cell_parse (text, length, &cell);
  self->values[i] = cell.value;
  keep_mark (self, i, &cell);

  switch (cell.kind) {
  case CELL_NUMBER:
    self->n_numbers++;
    self->n_percent += (cell.flags & CELL_PERCENT) != 0;
    break;
  case CELL_BLANK:
    self->n_blank++;
    break;
  case CELL_MARKER:
    self->n_markers++;
    keep_bounds (self, i, &cell);
    break;
  case CELL_TEXT:
    self->n_texts++;
    self->first_text = MIN (self->first_text, i);
    break;
  }
}

static const double power_of_ten[] = {
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
};

/* Digits and perhaps a point.  An integer below 2^53 over a power of ten that is a double is
 * rounded once, so the result is exact.
 */
static gboolean
parse_short (const char *text, gsize length, double *value)
{
  guint64 mantissa = 0;
  gsize i = 0, n_after = 0;

  if (length == 0 || length > 15)
    return FALSE;
  for (; i < length && (guint8) (text[i] - '0') <= 9; i++)
    mantissa = 10 * mantissa + (guint8) (text[i] - '0');
  if (i == length) {
    *value = (double) mantissa;
    return TRUE;
  }
  if (text[i] != '.' || i == 0)
    return FALSE;

  for (i++; i < length && (guint8) (text[i] - '0') <= 9; i++, n_after++)
    mantissa = 10 * mantissa + (guint8) (text[i] - '0');
  *value = (double) mantissa / power_of_ten[n_after];

  return i == length;
}

/* Each byte of @word is 0 to 9. */
static inline gboolean
are_digits (guint64 word)
{
  return (((word + EACH (0x76)) | word) & EACH (0x80)) == 0;
}

/* The number of eight digits, the first in the lowest byte: neighbours are joined to pairs,
 * those to fours, those to eight.
 */
static inline guint64
join_digits (guint64 word)
{
  word = (word * (1 + (10 << 8))) >> 8;
  word = ((word & G_GUINT64_CONSTANT (0x00FF00FF00FF00FF)) * (1 + (100 << 16))) >> 16;

  return ((word & G_GUINT64_CONSTANT (0x0000FFFF0000FFFF)) *
          (1 + (G_GUINT64_CONSTANT (10000) << 32))) >>
         32;
}

/* parse_short() of at most eight bytes, all at once: @text may be read that far.  The bytes
 * are moved to the end of the word, behind zeros.
 */
static inline gboolean
parse_word (const char *text, gsize length, double *value)
{
  guint64 word, points, before;
  guint shift;

  memcpy (&word, text, sizeof word);
  word = (GUINT64_FROM_LE (word) ^ EACH ('0')) << (64 - 8 * length);
  if (are_digits (word)) {
    *value = (double) join_digits (word);
    return TRUE;
  }

  points = word ^ EACH ('.' ^ '0');
  points = ~(((points & EACH (0x7F)) + EACH (0x7F)) | points | EACH (0x7F));
  if (!points)
    return FALSE;
  shift = (guint) __builtin_ctzll (points) - 7;
  before = word & ((G_GUINT64_CONSTANT (1) << shift) - 1);
  word = (word >> shift >> 8 << 8 << shift) | before << 8;
  *value = (double) join_digits (word) / power_of_ten[7 - shift / 8];

  return shift > 64 - 8 * length && are_digits (word);
}

static inline gboolean
parse_usual (const Grid *grid, GridCell cell, double *value)
{
  if (FLT_EVAL_METHOD != 0)
    return FALSE;
  if (G_LIKELY (cell.length - 1 < WORD && cell.start + (gsize) WORD <= grid->text_size))
    return parse_word (grid->text + cell.start, cell.length, value);

  return cell.length > 0 && parse_short (grid->text + cell.start, cell.length, value);
}

static void
read_column (const Grid *grid, gsize first, gsize n_rows, Column *self)
{
  gsize start = first > 0 ? grid->row_ends[first - 1] : 0;

  for (gsize row = first; row < first + n_rows; row++) {
    const gsize end = grid->row_ends[row];
    const GridCell cell =
        start + self->column < end ? grid->cells[start + self->column] : (GridCell){ 0, 0 };
    const gsize at = self->n_rows++;

    if (G_LIKELY (parse_usual (grid, cell, &self->values[at])))
      self->n_numbers++;
    else
      keep (self, at, cell.length > 0 ? grid->text + cell.start : "", cell.length);
    start = end;
  }
}

void
columns_read (const Grid *grid, gsize first, gsize n_rows, Column *columns, guint n_columns)
{
  for (guint k = 0; k < n_columns; k++) {
    column_reserve (&columns[k], n_rows);
    read_column (grid, first, n_rows, &columns[k]);
  }
}

CellMark
column_get_mark (const Column *self, gsize row)
{
  return self->marks ? self->marks[row] : (CellMark){ 0, 0, 0 };
}

void
column_clear (Column *self)
{
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->lows, g_free);
  g_clear_pointer (&self->highs, g_free);
}
