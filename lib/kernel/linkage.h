/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/lagged-correlation.h"
#include "kernel/linkage-route.h"

#include <stdbool.h>

/* Periods below which nothing is said. */
#define KERNEL_LINKAGE_FEWEST 12

/* The weakest correlation whose absence is told of. */
#define KERNEL_LINKAGE_STRONG 0.5

/* Numbers that a test of n periods needs. */
#define KERNEL_LINKAGE_WORK(n) (2 * KERNEL_ROUTE_WORK (n) + 8 * (n))

typedef enum {
  KERNEL_LINKAGE_CANNOT_TELL,
  KERNEL_LINKAGE_MOVES_WITH,
  KERNEL_LINKAGE_NONE_STRONG,
} KernelLinkageVerdict;

/* What a season that both have leaves of their moving together.
 *
 * @KERNEL_LINKAGE_BESIDE_SEASON: all of it
 * @KERNEL_LINKAGE_IN_SEASON: nothing: they differ by the time of the year only, both alike
 * @KERNEL_LINKAGE_UNDER_TWO_SEASONS: it cannot be told, the same time did not come twice
 */
typedef enum {
  KERNEL_LINKAGE_BESIDE_SEASON,
  KERNEL_LINKAGE_IN_SEASON,
  KERNEL_LINKAGE_UNDER_TWO_SEASONS,
} KernelLinkageSeason;

/* What is asked of two series.
 *
 * @used: shape (@n), or NULL where both series are there throughout
 * @season: as in #KernelBasisAsked
 * @most_lag: how many periods the first may be ahead
 * @events: shape (@n_events), periods known to be out of the ordinary, at most
 *   %KERNEL_BASIS_MOST_EVENTS
 */
typedef struct {
  size_t n;
  const uint8_t *used;
  unsigned season;
  size_t most_lag;
  size_t n_events;
  const size_t *events;
} KernelLinkageAsked;

/* Whether two series move together.
 *
 * @level: of the series as they are
 * @change: of their changes
 * @low, @high: of @level.r
 * @smallest: correlation that would be seen four times of five
 * @shocks: periods in which both were far out; without them nothing could be told
 * @season: whether the season that both have lets anything be told
 */
typedef struct {
  KernelLinkageVerdict verdict;
  size_t n_used;
  KernelLagged level, change;
  double low, high, smallest;
  size_t n_shocks;
  size_t shocks[KERNEL_BASIS_MOST_EVENTS];
  KernelLinkageSeason season;
} KernelLinkage;

/* One series, looked at both ways: as it is, and by its changes. */
typedef struct {
  KernelWhitened level, change;
} KernelBothWays;

bool kernel_linkage_varies (size_t n, const uint8_t *used, const double *values);
void kernel_linkage_bound (size_t most_lag, KernelLinkage *found);
KernelLinkageVerdict kernel_linkage_judge (const KernelLinkage *found);
KernelStatus kernel_linkage_decide (size_t n_used,
                                    const KernelRoute routes[2],
                                    const KernelBothWays *x,
                                    const KernelBothWays *y,
                                    size_t most_lag,
                                    KernelLinkage *found) KERNEL_MUST_CHECK;
size_t kernel_linkage_shocks (size_t n,
                              const KernelBothWays *x,
                              const KernelBothWays *y,
                              double *work,
                              size_t *shocks);
KernelStatus kernel_linkage (const KernelLinkageAsked *asked,
                             const double *x,
                             const double *y,
                             double *work,
                             int64_t *order,
                             KernelLinkage *found) KERNEL_MUST_CHECK;
