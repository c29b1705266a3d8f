/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/linkage-season.h"

#include "kernel/within-season.h"

/* A season is taken to be left in what is as seldom as this without one. */
static const double CHANCE_OF_SEASON = 0.20;

/* Chance, on the side that was seen, at which two still go together within a season. */
static const double CHANCE_WITHIN = 0.05;

/* What cannot be told is left. */
static bool
is_left (size_t n, const KernelWhitened *change, unsigned season, size_t n_taken)
{
  double chance;

  return kernel_season_left (n, change->innovations, season, n_taken, &chance) != KERNEL_OK ||
         chance <= CHANCE_OF_SEASON;
}

static bool
go_together_within (size_t n,
                    const KernelWhitened *x,
                    const KernelWhitened *y,
                    unsigned season,
                    const KernelLagged *seen)
{
  KernelLagged within;

  return kernel_within_season (n, x->scores, y->scores, seen->lag, season, &within) == KERNEL_OK &&
         within.r * seen->r > 0 && within.chance / 2 <= CHANCE_WITHIN;
}

/**
 * kernel_linkage_season:
 * @n: periods
 * @season: as in #KernelBasisAsked
 * @n_taken: columns of the season that were taken off
 * @x: what is ahead
 * @y: what follows
 * @found: both routes, that say that the two move together
 *
 * Whether two that move together may do so by a season alone. A season of which each member's
 * level was taken off moves neither. Where that could not be done and both changes still differ
 * between its members (p 0.20 each), the two must go together, on the side and at the lags that
 * were seen, within the members too (p 0.05, one-sided, both routes). Of less than two seasons
 * nothing can be told. O(n) time.
 *
 * Source: analysis of variance, and correlation within groups; the rule's rates are those of the
 * simulation in tests/bench.
 *
 * Returns: whether it may
 */
KernelLinkageSeason
kernel_linkage_season (size_t n,
                       unsigned season,
                       size_t n_taken,
                       const KernelBothWays *x,
                       const KernelBothWays *y,
                       const KernelLinkage *found)
{
  const KernelSeasonTaken taken = kernel_season_taken (season, found->n_used);

  if (taken == KERNEL_SEASON_UNKNOWN)
    return KERNEL_LINKAGE_UNDER_TWO_SEASONS;
  if (taken != KERNEL_SEASON_PART || !is_left (n, &x->change, season, n_taken) ||
      !is_left (n, &y->change, season, n_taken))
    return KERNEL_LINKAGE_BESIDE_SEASON;

  return go_together_within (n, &x->level, &y->level, season, &found->level) &&
                 go_together_within (n, &x->change, &y->change, season, &found->change)
             ? KERNEL_LINKAGE_BESIDE_SEASON
             : KERNEL_LINKAGE_IN_SEASON;
}
