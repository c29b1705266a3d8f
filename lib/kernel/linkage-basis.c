/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/linkage-basis.h"

#include "kernel/orthonormal.h"
#include "kernel/season-column.h"

#include <math.h>
#include <string.h>

/* Times each member of a season must come before it has a level of its own, a month and what is
 * shorter than a quarter; and before anything can be told of a season.
 */
#define TIMES_OF_MONTHS 3
#define TIMES_OF_FEWER 4
#define TIMES_AT_LEAST 2

/* A longer season has no level for each of its members, a shorter one no waves. */
#define MONTHS 12
#define N_WAVES 2

static size_t
count_used (const KernelBasisAsked *asked)
{
  size_t n = 0;

  for (size_t i = 0; i < asked->n; i++)
    n += !asked->used || asked->used[i];

  return n;
}

/* Whether a row takes part: of changes, where both ends do. */
static bool
takes_part (const KernelBasisAsked *asked, size_t i)
{
  if (asked->used && !asked->used[i])
    return false;

  return !asked->is_differenced || (i > 0 && (!asked->used || asked->used[i - 1]));
}

/* From values to changes where they are asked for, and 0 where a row takes no part. */
static void
shape_rows (const KernelBasisAsked *asked, double *column)
{
  for (size_t i = asked->n; i-- > 0;) {
    const double before = asked->is_differenced && i > 0 ? column[i - 1] : 0;

    column[i] = takes_part (asked, i) ? column[i] - before : 0;
  }
}

static void
add_column (const KernelBasisAsked *asked, KernelBasis *basis)
{
  shape_rows (asked, basis->columns + basis->n_columns * basis->n);
  if (kernel_orthonormal_add (basis->n, basis->columns, basis->n_columns, NULL))
    basis->n_columns++;
}

static void
add_level_and_line (const KernelBasisAsked *asked, KernelBasis *basis)
{
  double *column = basis->columns;

  if (!asked->is_differenced) {
    for (size_t i = 0; i < asked->n; i++)
      column[i] = 1;
    add_column (asked, basis);
  }
  column = basis->columns + basis->n_columns * basis->n;
  for (size_t i = 0; i < asked->n; i++)
    column[i] = (double) i - (double) (asked->n - 1) / 2;
  add_column (asked, basis);
}

static void
add_members (const KernelBasisAsked *asked, KernelBasis *basis)
{
  for (unsigned member = 1; member < asked->season; member++) {
    kernel_season_level (basis->n, asked->season, member,
                         basis->columns + basis->n_columns * basis->n);
    add_column (asked, basis);
  }
}

static void
add_waves (const KernelBasisAsked *asked, KernelBasis *basis)
{
  for (unsigned half = 0; half < 2 * N_WAVES; half++) {
    kernel_season_wave (basis->n, asked->season, half,
                        basis->columns + basis->n_columns * basis->n);
    add_column (asked, basis);
  }
}

/**
 * kernel_season_taken:
 * @season: as in #KernelBasisAsked
 * @n_used: periods that take part
 *
 * What of a season so many periods let one take off.
 *
 * Source: definition.
 *
 * Returns: how much of it
 */
KernelSeasonTaken
kernel_season_taken (unsigned season, size_t n_used)
{
  const size_t times = season == MONTHS ? TIMES_OF_MONTHS : TIMES_OF_FEWER;

  if (season <= 1)
    return KERNEL_SEASON_ABSENT;
  if (season <= MONTHS && n_used >= times * season)
    return KERNEL_SEASON_WHOLE;

  return n_used >= TIMES_AT_LEAST * season ? KERNEL_SEASON_PART : KERNEL_SEASON_UNKNOWN;
}

static void
add_season (const KernelBasisAsked *asked, KernelBasis *basis)
{
  const KernelSeasonTaken taken = kernel_season_taken (asked->season, count_used (asked));

  if (taken == KERNEL_SEASON_WHOLE)
    add_members (asked, basis);
  else if (taken == KERNEL_SEASON_PART && asked->season >= MONTHS)
    add_waves (asked, basis);
}

static void
add_events (const KernelBasisAsked *asked, KernelBasis *basis)
{
  for (size_t k = 0; k < asked->n_events; k++) {
    double *column = basis->columns + basis->n_columns * basis->n;

    memset (column, 0, basis->n * sizeof *column);
    column[asked->events[k]] = 1;
    add_column (asked, basis);
  }
}

/**
 * kernel_linkage_basis:
 * @asked: which rows, and what is taken off them
 * @columns: shape (%KERNEL_BASIS_MOST_COLUMNS, n), overwritten
 * @basis: (out): the columns
 *
 * An orthonormal basis of what is taken off a series before it is held against another: 1 and
 * t, of months from 36 on one column each less one, from 24 on two waves, of weeks from 104 on
 * two waves, of quarters from 16, days from 28 and halves from 8 on a column each less one,
 * and a column for each event; of changes the changes of all these. A column that adds nothing to
 * those before is left out. O(n c²) time for c columns.
 *
 * Source: G. S. Maddala, I.-M. Kim (1998), Unit Roots, Cointegration, and Structural Change,
 * chapter 12 (dummies of seasons).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for more events than %KERNEL_BASIS_MOST_EVENTS or
 * one beyond the series
 */
KernelStatus
kernel_linkage_basis (const KernelBasisAsked *asked, double *columns, KernelBasis *basis)
{
  if (asked->n_events > KERNEL_BASIS_MOST_EVENTS)
    return KERNEL_ERR_PARAMETER;
  for (size_t k = 0; k < asked->n_events; k++) {
    if (asked->events[k] >= asked->n)
      return KERNEL_ERR_PARAMETER;
  }

  *basis = (KernelBasis){ .n = asked->n, .columns = columns };
  add_level_and_line (asked, basis);
  add_season (asked, basis);
  basis->n_plain = basis->n_columns;
  add_events (asked, basis);

  return KERNEL_OK;
}

/**
 * kernel_basis_take_off:
 * @basis: columns
 * @values: (inout): shape (n), NaN where a row is not used
 *
 * Leaves of a series what the columns do not explain. Its rows are those of the basis.
 * O(n c) time.
 *
 * Source: definition.
 */
void
kernel_basis_take_off (const KernelBasis *basis, double *values)
{
  for (size_t k = 0; k < basis->n_columns; k++) {
    const double *column = basis->columns + k * basis->n;
    double share = 0;

    for (size_t i = 0; i < basis->n; i++)
      share += isnan (values[i]) ? 0 : column[i] * values[i];
    for (size_t i = 0; i < basis->n; i++)
      values[i] -= share * column[i];
  }
}
