/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/panel-permutation.h"

#include "kernel/orthonormal.h"
#include "kernel/quantile.h"
#include "kernel/random.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Sums that are as large but for rounding count as as large; squares that are a rounding of those
 * of the figures count as none.
 */
static const double ROUNDING = 1e-12;
static const double NOTHING = 1e-20;

/* A link is told of at this chance; deviate of what is seen four times of five. */
static const double RARE = 0.05;
static const double POWER = 0.84;

/* Takes the mean of each place and of each period off. */
static void
demean (size_t n_places, size_t n_periods, double *values, double *means)
{
  memset (means, 0, n_periods * sizeof *means);
  for (size_t g = 0; g < n_places; g++) {
    double *row = values + g * n_periods, mean = 0;

    for (size_t t = 0; t < n_periods; t++)
      mean += row[t] / (double) n_periods;
    for (size_t t = 0; t < n_periods; t++) {
      row[t] -= mean;
      means[t] += row[t] / (double) n_places;
    }
  }
  for (size_t i = 0; i < n_places * n_periods; i++)
    values[i] -= means[i % n_periods];
}

/* What the series of two places have in common, for each two. */
static void
multiply (size_t n_places, size_t n_periods, const double *x, const double *y, double *products)
{
  for (size_t g = 0; g < n_places; g++) {
    for (size_t h = 0; h < n_places; h++)
      products[g * n_places + h] =
          kernel_inner_product (n_periods, x + g * n_periods, y + h * n_periods);
  }
}

static double
sum_of (size_t n_places, const double *products, const size_t *order)
{
  double sum = 0;

  for (size_t g = 0; g < n_places; g++)
    sum += products[g * n_places + order[g]];

  return sum;
}

/* The orders of the places that are looked at. */
typedef struct {
  size_t n_places;
  const double *products;
  const size_t *regions;
  size_t *order;
  double *sums; /* of each order, either way */
  double seen;
  size_t n_as_strong, n_orders;
} Looking;

static void
count_order (Looking *self)
{
  const double sum = fabs (sum_of (self->n_places, self->products, self->order));

  self->sums[self->n_orders++] = sum;
  self->n_as_strong += sum >= self->seen * (1 - ROUNDING);
}

static bool
may_change_places (const Looking *self, size_t g, size_t h)
{
  return !self->regions || self->regions[g] == self->regions[h];
}

static void
swap (size_t *order, size_t g, size_t h)
{
  const size_t kept = order[g];

  order[g] = order[h];
  order[h] = kept;
}

/* Every order of the places from @from on. */
static void
look_at_all (Looking *self, size_t from)
{
  if (from + 1 >= self->n_places) {
    count_order (self);
    return;
  }
  for (size_t g = from; g < self->n_places; g++) {
    swap (self->order, from, g);
    if (may_change_places (self, from, self->order[from]))
      look_at_all (self, from + 1);
    swap (self->order, from, g);
  }
}

/* A shuffle within regions: each place changes with one of those of its region before it. */
static void
shuffle (Looking *self, uint64_t *seed)
{
  for (size_t g = self->n_places; g-- > 1;) {
    size_t n_others = 0, pick;

    for (size_t h = 0; h <= g; h++)
      n_others += may_change_places (self, g, h);
    pick = kernel_random_below (seed, n_others);
    for (size_t h = 0; h <= g; h++) {
      if (may_change_places (self, g, h) && pick-- == 0)
        swap (self->order, g, h);
    }
  }
}

static void
draw (Looking *self, size_t n_draws, uint64_t seed)
{
  count_order (self);
  for (size_t k = 0; k < n_draws; k++) {
    shuffle (self, &seed);
    count_order (self);
  }
}

/* What lies four times of five beyond the sum that one order of twenty reaches. */
static double
smallest_sum (Looking *self)
{
  const double n = (double) self->n_orders;
  const double spread = sqrt (kernel_inner_product (self->n_orders, self->sums, self->sums) / n);

  return kernel_quantile (self->n_orders, self->sums, 1 - RARE) + POWER * spread;
}

static KernelStatus
check (size_t n_places, size_t n_periods, const double *x, const double *y)
{
  if (n_places < KERNEL_PANEL_FEWEST || n_periods < 2)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n_places * n_periods; i++) {
    if (!isfinite (x[i]) || !isfinite (y[i]))
      return KERNEL_ERR_DOMAIN;
  }

  return KERNEL_OK;
}

/**
 * kernel_panel_permutation:
 * @n_places: places, such as councils
 * @n_periods: periods
 * @x: shape (@n_places, @n_periods), all finite
 * @y: shape (@n_places, @n_periods), all finite
 * @regions: shape (@n_places) (nullable): only places of one region may change
 * @n_draws: orders that are drawn, such as 999, of more than %KERNEL_PANEL_MOST_WHOLE places; at
 *   most %KERNEL_PANEL_MOST_DRAWS
 * @seed: where the drawing starts
 * @work: shape (KERNEL_PANEL_WORK (@n_places, @n_periods)), overwritten
 * @order: shape (@n_places), overwritten
 * @found: (out): the link and its chance
 *
 * Takes off what each place and each period has of its own, and asks how often a link as strong
 * either way is there when whole series of @x are given to other places: a season or a shock that
 * all share, and what each series has in common with its own past, then count for nothing.
 * Assumes that any place could have had any series. O(G² T + G draws) time.
 *
 * Source: F. Pesarin, L. Salmaso (2010), Permutation Tests for Complex Data, chapter 1; the
 * count of B. V. North, D. Curtis, P. C. Sham (2002), Am. J. Hum. Genet. 71, 439-441.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer than %KERNEL_PANEL_FEWEST places or 2
 * periods; %KERNEL_ERR_DOMAIN where a value is missing or nothing is left of a figure;
 * %KERNEL_ERR_PARAMETER for too many draws
 */
KernelStatus
kernel_panel_permutation (size_t n_places,
                          size_t n_periods,
                          const double *x,
                          const double *y,
                          const size_t *regions,
                          size_t n_draws,
                          uint64_t seed,
                          double *work,
                          size_t *order,
                          KernelPanel *found)
{
  const size_t n = n_places * n_periods;
  double *own_x = work, *own_y = work + n, *products = work + 2 * n;
  double *means = products + n_places * n_places;
  const KernelStatus status = check (n_places, n_periods, x, y);
  Looking looking = { n_places, products, regions, order, means + n_periods, 0, 0, 0 };
  double xx, yy, xy;

  if (status != KERNEL_OK)
    return status;
  if (n_draws > KERNEL_PANEL_MOST_DRAWS)
    return KERNEL_ERR_PARAMETER;
  memcpy (own_x, x, n * sizeof *x);
  memcpy (own_y, y, n * sizeof *y);
  demean (n_places, n_periods, own_x, means);
  demean (n_places, n_periods, own_y, means);
  xx = kernel_inner_product (n, own_x, own_x);
  yy = kernel_inner_product (n, own_y, own_y);
  xy = kernel_inner_product (n, own_x, own_y);
  if (xx <= NOTHING * kernel_inner_product (n, x, x) ||
      yy <= NOTHING * kernel_inner_product (n, y, y))
    return KERNEL_ERR_DOMAIN;

  multiply (n_places, n_periods, own_x, own_y, products);
  for (size_t g = 0; g < n_places; g++)
    order[g] = g;
  looking.seen = fabs (xy);
  if (n_places <= KERNEL_PANEL_MOST_WHOLE)
    look_at_all (&looking, 0);
  else
    draw (&looking, n_draws, seed);
  *found = (KernelPanel){
    .slope = xy / xx,
    .r = fmax (-1, fmin (1, xy / sqrt (xx) / sqrt (yy))),
    .n_orders = looking.n_orders,
    .chance = (double) looking.n_as_strong / (double) looking.n_orders,
    .smallest = smallest_sum (&looking) / sqrt (xx) / sqrt (yy),
  };

  return KERNEL_OK;
}
