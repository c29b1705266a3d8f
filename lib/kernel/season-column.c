/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/season-column.h"

#include <math.h>

/**
 * kernel_season_level:
 * @n: periods
 * @season: periods after which the same time comes again
 * @member: which of them, below @season
 * @column: (out caller-allocates): shape (@n), 1 at each of its times and 0 at all others
 *
 * The column of a regression that gives one time of a season a level of its own. O(n) time.
 *
 * Source: definition.
 */
void
kernel_season_level (size_t n, unsigned season, unsigned member, double *column)
{
  for (size_t i = 0; i < n; i++)
    column[i] = i % season == member;
}

/**
 * kernel_season_wave:
 * @n: periods
 * @season: periods after which the same time comes again
 * @half: which column: 0 and 1 are the sine and the cosine of one turn a season, 2 and 3 of two,
 * and so on
 * @column: (out caller-allocates): shape (@n)
 *
 * A column of a regression by waves. O(n) time.
 *
 * Source: definition.
 */
void
kernel_season_wave (size_t n, unsigned season, unsigned half, double *column)
{
  const double turn = 2 * 3.14159265358979323846 / season;

  for (size_t i = 0; i < n; i++) {
    const double angle = turn * (half / 2 + 1) * (double) (i % season);

    column[i] = half % 2 ? cos (angle) : sin (angle);
  }
}
