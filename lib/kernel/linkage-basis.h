/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Events that may be taken off as well, and columns there are at most. */
#define KERNEL_BASIS_MOST_EVENTS 8
#define KERNEL_BASIS_MOST_COLUMNS (13 + KERNEL_BASIS_MOST_EVENTS)

/* What a series does by itself: a level, a line, a season, and months of known events.
 *
 * @n: periods
 * @n_plain: columns without those of the events
 * @n_columns: all columns
 * @columns: shape (@n_columns, @n), orthonormal; 0 in rows that are not used
 */
typedef struct {
  size_t n, n_plain, n_columns;
  double *columns;
} KernelBasis;

/* Which rows, and what is taken off them.
 *
 * @used: shape (@n), or NULL where all are
 * @season: 12 for months, 4 for quarters, else 1
 * @is_differenced: of changes from one period to the next, the first of which is not used
 * @events: shape (@n_events), each below @n
 */
typedef struct {
  size_t n;
  const uint8_t *used;
  unsigned season;
  bool is_differenced;
  size_t n_events;
  const size_t *events;
} KernelBasisAsked;

KernelStatus kernel_linkage_basis (const KernelBasisAsked *asked,
                                   double *columns,
                                   KernelBasis *basis) KERNEL_MUST_CHECK;
void kernel_basis_take_off (const KernelBasis *basis, double *values);
