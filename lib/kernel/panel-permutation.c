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

/* Sums that are as large but for rounding count as as large. */
static const double ROUNDING = 1e-12;

/* A link is told of at this chance; deviate of what is seen four times of five. */
static const double RARE = 0.05;
static const double POWER = 0.84;

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
check (const KernelPanelShape *shape, const double *x, const double *y)
{
  if (shape->n_places < KERNEL_PANEL_FEWEST || shape->n_periods < 2)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < shape->n_places * shape->n_periods; i++) {
    if (!isfinite (x[i]) || !isfinite (y[i]))
      return KERNEL_ERR_DOMAIN;
  }

  return KERNEL_OK;
}

static void
look_at_orders (Looking *self, size_t n_draws, uint64_t seed)
{
  for (size_t g = 0; g < self->n_places; g++)
    self->order[g] = g;
  self->seen = fabs (sum_of (self->n_places, self->products, self->order));
  if (self->n_places <= KERNEL_PANEL_MOST_WHOLE)
    look_at_all (self, 0);
  else
    draw (self, n_draws, seed);
}

/* What is left of both figures, with the spreads of the places. */
typedef struct {
  double *x, *y, *spreads_x, *spreads_y;
} Left;

static KernelStatus
take_off (const KernelPanelShape *shape, const double *x, const double *y, Left *left, double *work)
{
  const size_t n = shape->n_places * shape->n_periods;
  KernelStatus status;

  memcpy (left->x, x, n * sizeof *x);
  memcpy (left->y, y, n * sizeof *y);
  status = kernel_panel_own (shape, left->x, left->spreads_x, work);

  return status == KERNEL_OK ? kernel_panel_own (shape, left->y, left->spreads_y, work) : status;
}

static void
report (const KernelPanelShape *shape, const Left *left, Looking *looking, KernelPanel *found)
{
  const size_t n = shape->n_places * shape->n_periods;
  const double lengths =
      sqrt (kernel_sum_squares (n, left->x)) * sqrt (kernel_sum_squares (n, left->y));

  *found = (KernelPanel){
    .slope = kernel_panel_slope (shape, left->x, left->y, left->spreads_x, left->spreads_y),
    .r = fmax (-1, fmin (1, kernel_inner_product (n, left->x, left->y) / lengths)),
    .n_orders = looking->n_orders,
    .chance = (double) looking->n_as_strong / (double) looking->n_orders,
    .smallest = smallest_sum (looking) / lengths,
  };
}

/**
 * kernel_panel_permutation:
 * @shape: which places and periods
 * @x: shape (n_places, n_periods), all finite
 * @y: shape (n_places, n_periods), all finite
 * @regions: shape (n_places) (nullable): only places of one region may change
 * @n_draws: orders that are drawn, such as 999, of more than %KERNEL_PANEL_MOST_WHOLE places; at
 *   most %KERNEL_PANEL_MOST_DRAWS
 * @seed: where the drawing starts
 * @work: shape (KERNEL_PANEL_WORK (n_places, n_periods)), overwritten
 * @order: shape (n_places), overwritten
 * @found: (out): the link and its chance
 *
 * Takes off what each place and each period has of its own, kernel_panel_own(), and asks how often
 * a link as strong either way is there when whole series of @x are given to other places: a shock
 * that all share, and what each series has in common with its own past, then count for nothing.
 * Assumes that any place could have had any series but for its level, line, season and spread.
 * O(G² T + G draws) time.
 *
 * Source: F. Pesarin, L. Salmaso (2010), Permutation Tests for Complex Data, chapter 1; the
 * count of B. V. North, D. Curtis, P. C. Sham (2002), Am. J. Hum. Genet. 71, 439-441.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer than %KERNEL_PANEL_FEWEST places, or 2
 * periods or seasons; %KERNEL_ERR_DOMAIN where a value is missing or nothing is left of a figure;
 * %KERNEL_ERR_PARAMETER for too many draws
 */
KernelStatus
kernel_panel_permutation (const KernelPanelShape *shape,
                          const double *x,
                          const double *y,
                          const size_t *regions,
                          size_t n_draws,
                          uint64_t seed,
                          double *work,
                          size_t *order,
                          KernelPanel *found)
{
  const size_t n_places = shape->n_places, n = n_places * shape->n_periods;
  double *products = work + 2 * n, *spreads = products + n_places * n_places;
  double *spare = spreads + 2 * n_places;
  double *sums = spare + KERNEL_PANEL_OWN_WORK (n_places, shape->n_periods);
  Left left = { work, work + n, spreads, spreads + n_places };
  Looking looking = { n_places, products, regions, order, sums, 0, 0, 0 };
  KernelStatus status = check (shape, x, y);

  if (status == KERNEL_OK && n_draws > KERNEL_PANEL_MOST_DRAWS)
    return KERNEL_ERR_PARAMETER;
  if (status == KERNEL_OK)
    status = take_off (shape, x, y, &left, spare);
  if (status != KERNEL_OK)
    return status;
  multiply (n_places, shape->n_periods, left.x, left.y, products);
  look_at_orders (&looking, n_draws, seed);
  report (shape, &left, &looking, found);

  return KERNEL_OK;
}
