/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/run-box.h"

#include "kernel/runs.h"

#define LEAST 10
#define MOST 100

/* For 10 to 100 useful points: fewest crossings, longest run, crossings with the longest
 * run, run with the fewest crossings.
 */
static const unsigned char boxes[MOST - LEAST + 1][4] = {
  { 2, 6, 3, 5 },     { 3, 7, 4, 6 },     { 3, 6, 3, 6 },     { 3, 6, 3, 6 },
  { 3, 6, 3, 6 },     { 4, 7, 6, 6 },     { 5, 8, 6, 7 },     { 5, 7, 5, 7 },
  { 5, 7, 6, 6 },     { 5, 7, 6, 5 },     { 6, 7, 6, 7 },     { 7, 8, 7, 8 },
  { 6, 7, 7, 6 },     { 6, 7, 7, 6 },     { 6, 7, 7, 6 },     { 6, 7, 6, 7 },
  { 9, 9, 10, 7 },    { 9, 8, 10, 7 },    { 9, 8, 11, 7 },    { 10, 8, 10, 8 },
  { 11, 10, 12, 9 },  { 11, 9, 14, 8 },   { 11, 8, 11, 8 },   { 11, 8, 12, 7 },
  { 11, 8, 13, 7 },   { 12, 8, 12, 8 },   { 13, 9, 15, 8 },   { 14, 10, 14, 10 },
  { 13, 8, 13, 8 },   { 15, 11, 15, 11 }, { 15, 9, 15, 9 },   { 15, 9, 17, 8 },
  { 14, 8, 14, 8 },   { 14, 8, 14, 8 },   { 17, 10, 17, 10 }, { 17, 9, 17, 9 },
  { 17, 9, 19, 8 },   { 17, 9, 20, 7 },   { 19, 12, 20, 11 }, { 19, 10, 21, 9 },
  { 19, 9, 19, 9 },   { 19, 9, 21, 8 },   { 19, 9, 21, 7 },   { 21, 11, 23, 9 },
  { 21, 10, 23, 8 },  { 21, 9, 21, 9 },   { 21, 9, 23, 8 },   { 23, 12, 25, 11 },
  { 23, 10, 24, 9 },  { 23, 10, 26, 8 },  { 23, 9, 23, 9 },   { 23, 9, 24, 8 },
  { 25, 11, 27, 9 },  { 25, 10, 27, 9 },  { 26, 11, 27, 10 }, { 26, 10, 27, 9 },
  { 27, 12, 29, 10 }, { 27, 10, 27, 10 }, { 27, 10, 29, 8 },  { 28, 11, 29, 8 },
  { 29, 14, 30, 13 }, { 29, 11, 31, 9 },  { 29, 10, 30, 9 },  { 30, 11, 31, 10 },
  { 30, 10, 30, 10 }, { 31, 12, 32, 9 },  { 31, 11, 34, 8 },  { 31, 10, 33, 9 },
  { 32, 11, 33, 8 },  { 33, 13, 37, 11 }, { 33, 11, 35, 9 },  { 33, 10, 33, 10 },
  { 34, 11, 36, 10 }, { 33, 10, 36, 7 },  { 35, 11, 35, 11 }, { 35, 11, 38, 8 },
  { 35, 10, 36, 9 },  { 35, 10, 38, 8 },  { 37, 12, 38, 10 }, { 37, 11, 39, 9 },
  { 38, 12, 38, 12 }, { 37, 10, 39, 9 },  { 39, 13, 41, 12 }, { 39, 11, 40, 10 },
  { 39, 11, 42, 8 },  { 39, 10, 39, 10 }, { 39, 10, 41, 8 },  { 41, 12, 42, 9 },
  { 41, 11, 44, 9 },  { 42, 12, 43, 10 }, { 41, 10, 42, 9 },
};

/**
 * kernel_run_box:
 * @how: whose box
 * @n_useful: number of useful points
 * @n_chances: pairs of neighbouring useful points
 *
 * What chance alone commonly gives.
 *
 * Best box: of all boxes that 92.5% or more of series without a shift stay within, that
 * which the fewest series with a shift of 0.8 spreads stay within.  Cut box: the best box
 * less those of its corner points that can go at the same price.  Both are tabled for 10
 * to 100 points; for other numbers the box is Anhoej's.
 *
 * Source: J. Anhoej, T. Wentzel-Larsen (2020), PLoS ONE 15, e0233920.
 *
 * Returns: the box
 */
KernelRunBox
kernel_run_box (KernelBox how, size_t n_useful, size_t n_chances)
{
  const size_t longest_max = kernel_longest_run_limit (n_useful);
  const size_t crossings_min = kernel_crossings_limit (n_chances);
  KernelRunBox box = { longest_max, crossings_min, longest_max, crossings_min };

  /* Gaps take chances to cross away, which the tables do not know of. */
  if (how == KERNEL_BOX_ANHOEJ || n_useful < LEAST || n_useful > MOST || n_chances + 1 != n_useful)
    return box;

  const unsigned char *row = boxes[n_useful - LEAST];
  box = (KernelRunBox){ row[1], row[0], row[1], row[0] };
  if (how == KERNEL_BOX_CUT) {
    box.crossings_there = row[2];
    box.longest_there = row[3];
  }

  return box;
}
