/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/within-season.h"

#include "kernel/beta.h"

#include <math.h>
#include <stdbool.h>

/* Degrees of freedom below which nothing is said. */
#define FEWEST_FREEDOM 2

/* What the pairs of one member of a season have in common: those of all Junes, say. */
typedef struct {
  size_t n;
  double x, y;
} Member;

/* Pairs of x and what y is some periods later, by the member of the season that y is of. */
typedef struct {
  size_t n, lag;
  const double *x, *y;
  unsigned season;
  Member members[KERNEL_WITHIN_MOST_SEASON];
  size_t n_pairs, n_members;
} Pairs;

static bool
is_pair (const Pairs *self, size_t i)
{
  return !isnan (self->x[i - self->lag]) && !isnan (self->y[i]);
}

static void
average (Pairs *self)
{
  for (size_t i = self->lag; i < self->n; i++) {
    Member *own = &self->members[i % self->season];

    if (!is_pair (self, i))
      continue;
    self->n_pairs++;
    self->n_members += own->n == 0;
    own->n++;
    own->x += (self->x[i - self->lag] - own->x) / (double) own->n;
    own->y += (self->y[i] - own->y) / (double) own->n;
  }
}

/* Sums of squares and products about the averages of the members. */
static void
sum_within (const Pairs *self, double *xx, double *yy, double *xy)
{
  *xx = *yy = *xy = 0;
  for (size_t i = self->lag; i < self->n; i++) {
    const Member *own = &self->members[i % self->season];

    if (!is_pair (self, i))
      continue;
    *xx += (self->x[i - self->lag] - own->x) * (self->x[i - self->lag] - own->x);
    *yy += (self->y[i] - own->y) * (self->y[i] - own->y);
    *xy += (self->x[i - self->lag] - own->x) * (self->y[i] - own->y);
  }
}

static bool
is_season (unsigned season)
{
  return season >= 2 && season <= KERNEL_WITHIN_MOST_SEASON;
}

/**
 * kernel_within_season:
 * @n: periods
 * @x: shape (@n), what is ahead; NaN where one is missing
 * @y: shape (@n), what follows
 * @lag: how many periods @x is ahead, below @n
 * @season: periods after which the same time comes again, 2 to %KERNEL_WITHIN_MOST_SEASON
 * @found: (out): the correlation at this lag, and its chance
 *
 * How two series go together apart from the time of the year: of the pairs that fall on one
 * member of the season their average is taken off both. Of a season that both have, whatever its
 * shape, nothing is left. O(n) time.
 *
 * Source: definition, the correlation within groups; its degrees of freedom are the pairs less one
 * for each member, less one.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for another season or lag; %KERNEL_ERR_TOO_SHORT
 * where less than two degrees of freedom are left; %KERNEL_ERR_DOMAIN where one of the two is the
 * same whenever the same time comes again
 */
KernelStatus
kernel_within_season (size_t n,
                      const double *x,
                      const double *y,
                      size_t lag,
                      unsigned season,
                      KernelLagged *found)
{
  Pairs pairs = { .n = n, .lag = lag, .x = x, .y = y, .season = season };
  double xx, yy, xy, r;
  size_t freedom;

  if (!is_season (season) || lag >= n)
    return KERNEL_ERR_PARAMETER;
  average (&pairs);
  if (pairs.n_pairs < pairs.n_members + 1 + FEWEST_FREEDOM)
    return KERNEL_ERR_TOO_SHORT;
  sum_within (&pairs, &xx, &yy, &xy);
  if (!(xx > 0 && yy > 0))
    return KERNEL_ERR_DOMAIN;

  freedom = pairs.n_pairs - pairs.n_members - 1;
  r = fmax (-1, fmin (1, xy / sqrt (xx) / sqrt (yy)));
  *found = (KernelLagged){ lag, r, freedom, kernel_correlation_chance (r, freedom) };

  return KERNEL_OK;
}

/* Squares of the members' averages about that of all, each as often as the member is there. */
static double
sum_between (const Pairs *self)
{
  double mean = 0, between = 0;

  for (unsigned k = 0; k < self->season; k++)
    mean += (double) self->members[k].n * self->members[k].x / (double) self->n_pairs;
  for (unsigned k = 0; k < self->season; k++)
    between +=
        (double) self->members[k].n * (self->members[k].x - mean) * (self->members[k].x - mean);

  return between;
}

/**
 * kernel_season_left:
 * @n: periods
 * @values: shape (@n), what is left of a series when it was taken off what could be; NaN where
 *   one is missing
 * @season: periods after which the same time comes again, 2 to %KERNEL_WITHIN_MOST_SEASON
 * @n_taken: degrees of freedom that were taken off between its members
 * @chance: (out): of members as far apart, though there is no season
 *
 * Whether a season is left in a series: analysis of variance between its members. O(n) time.
 *
 * Source: R. A. Fisher (1925), Statistical Methods for Research Workers, chapter VII; the chance
 * by the incomplete beta function of the share that lies within, Abramowitz and Stegun (1964),
 * 26.6.2.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for another season; %KERNEL_ERR_TOO_SHORT where no
 * degree of freedom is left between or within; %KERNEL_ERR_DOMAIN where nothing varies
 */
KernelStatus
kernel_season_left (size_t n, const double *values, unsigned season, size_t n_taken, double *chance)
{
  Pairs pairs = { .n = n, .x = values, .y = values, .season = season };
  double xx, yy, xy, between;
  size_t within;

  if (!is_season (season))
    return KERNEL_ERR_PARAMETER;
  average (&pairs);
  within = pairs.n_pairs - pairs.n_members;
  if (pairs.n_members < n_taken + 2 || within < 1)
    return KERNEL_ERR_TOO_SHORT;
  sum_within (&pairs, &xx, &yy, &xy);
  between = sum_between (&pairs);
  if (!(xx + between > 0))
    return KERNEL_ERR_DOMAIN;
  *chance = kernel_beta_lower ((double) within / 2, (double) (pairs.n_members - 1 - n_taken) / 2,
                               xx / (xx + between));

  return KERNEL_OK;
}
