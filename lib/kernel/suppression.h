/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is published of a cell.
 *
 * KERNEL_CELL_SHOWN: its count
 * KERNEL_CELL_SMALL: nothing, or that it is below the threshold
 * KERNEL_CELL_WITHHELD: nothing, or that it is not small
 * KERNEL_CELL_ABSENT: nothing at all, such as a total that nobody prints
 */
enum {
  KERNEL_CELL_SHOWN = 0,
  KERNEL_CELL_SMALL,
  KERNEL_CELL_WITHHELD,
  KERNEL_CELL_ABSENT,
};

/* Cells of a table with its totals; numbers of double and of size_t that the functions need as
 * workspace.
 */
#define KERNEL_SUPPRESSION_CELLS(rows, columns) (((rows) + 1) * ((columns) + 1))
#define KERNEL_SUPPRESSION_WORK(rows, columns) \
  (KERNEL_SUPPRESSION_CELLS (rows, columns) + (rows) + (columns) + 2)
#define KERNEL_SUPPRESSION_NODES(rows, columns) (2 * ((rows) + (columns) + 2))

/* @cells: shape (@n_rows + 1, @n_columns + 1), row by row, the totals last
 * @states: of the same shape
 * @says_which: whether what is published tells small cells (“<5”) from withheld ones; else one
 *   mark stands for both
 * @work, @nodes: overwritten
 * @shows_none: whether a cell of 0 is none of the small ones
 */
typedef struct {
  size_t n_rows;
  size_t n_columns;
  double *cells;
  uint8_t *states;
  double threshold;
  bool says_which;
  double *work;
  size_t *nodes;
  bool shows_none;
} KernelSuppression;

void kernel_suppression_add_up (const KernelSuppression *table);
KernelStatus kernel_suppress (const KernelSuppression *table, size_t *n_narrow) KERNEL_MUST_CHECK;
KernelStatus kernel_suppression_ranges (const KernelSuppression *table, double *low, double *high)
    KERNEL_MUST_CHECK;
