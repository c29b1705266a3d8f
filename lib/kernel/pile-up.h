/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

#define KERNEL_PILE_UP_MOST_FACES 3

/* How many cases took how long, in whole days, minutes or another unit.
 *
 * @first: the shortest there can be
 * @n: how many lengths are counted, from @first on; longer ones are 0
 * @counts: shape (@n)
 * @rows: (nullable): shape (@n), the row of which each is a part, where only sums of rows are known
 *   and @counts spreads them over their lengths; %NULL where each length is a row
 */
typedef struct {
  int64_t first;
  size_t n;
  const double *counts;
  const size_t *rows;
} KernelLengths;

/* What a pile-up is looked for in.
 *
 * @half: lengths on either side of the limit that count
 * @before, @after: lengths up to the limit and beyond it that may hold the pile
 * @beyond: lengths after those from which the pile may come
 * @period: lengths after which ordinary work comes round again, such as 7 days; 0 or 1: none
 * @n_faces, @faces: further numbers whose multiples may stand out, such as 5 minutes
 */
typedef struct {
  size_t half, before, after, beyond;
  unsigned period;
  unsigned n_faces;
  unsigned faces[KERNEL_PILE_UP_MOST_FACES];
} KernelPileUpShape;

/* A window beside what the lengths around it suggest.
 *
 * @observed, @expected: cases in the window
 * @dispersion: how many times wider than Poisson the counts around it vary, at least 1
 * @z: the difference over its standard deviation
 * @freedom: degrees of freedom of that
 * @p: chance of one as far above 0
 * @n_filled: rows outside the window that are not 0
 */
typedef struct {
  double observed, expected, dispersion, z, p;
  unsigned freedom;
  size_t n_filled;
} KernelPileUp;

size_t kernel_pile_up_n_work (const KernelPileUpShape *shape);
KernelStatus kernel_pile_up (const KernelLengths *lengths,
                             const KernelPileUpShape *shape,
                             int64_t limit,
                             double *around,
                             double *work,
                             KernelPileUp *result) KERNEL_MUST_CHECK;
KernelStatus kernel_pile_up_beyond (const KernelLengths *lengths,
                                    const KernelPileUpShape *shape,
                                    int64_t limit,
                                    double *work,
                                    KernelPileUp *result) KERNEL_MUST_CHECK;
double kernel_pile_up_rank (const KernelLengths *lengths,
                            const KernelPileUpShape *shape,
                            int64_t limit,
                            double z,
                            double *work,
                            size_t *n_others);
