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
 * @season: periods after which the same time comes again: 12 for months, 4 for quarters, 2 for
 *   halves of a year, 52 for weeks, 7 for days; 1 where none does
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

/* What of a season can be taken off.
 *
 * @KERNEL_SEASON_ABSENT: there is none
 * @KERNEL_SEASON_UNKNOWN: nothing, the same time did not come twice
 * @KERNEL_SEASON_PART: waves, or nothing; what is left can be told from the rest
 * @KERNEL_SEASON_WHOLE: a level for each time
 */
typedef enum {
  KERNEL_SEASON_ABSENT,
  KERNEL_SEASON_UNKNOWN,
  KERNEL_SEASON_PART,
  KERNEL_SEASON_WHOLE,
} KernelSeasonTaken;

KernelSeasonTaken kernel_season_taken (unsigned season, size_t n_used);
KernelStatus kernel_linkage_basis (const KernelBasisAsked *asked,
                                   double *columns,
                                   KernelBasis *basis) KERNEL_MUST_CHECK;
void kernel_basis_take_off (const KernelBasis *basis, double *values);
