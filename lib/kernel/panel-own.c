/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/panel-own.h"

#include "kernel/median.h"
#include "kernel/orthonormal.h"

#include <math.h>

/* Squares that are a rounding of those of the figures count as none. */
static const double NOTHING = 1e-20;

static size_t
time_of (const KernelPanelShape *self, size_t t)
{
  return self->times ? self->times[t] : t;
}

/* The average of each time of the year, that of all where there is no season. */
static void
take_levels_off (const KernelPanelShape *self, double *row)
{
  for (size_t k = 0; k < self->season; k++) {
    double mean = 0;
    size_t n = 0;

    for (size_t t = 0; t < self->n_periods; t++) {
      if (time_of (self, t) % self->season == k)
        mean += (row[t] - mean) / (double) ++n;
    }
    for (size_t t = 0; t < self->n_periods; t++) {
      if (time_of (self, t) % self->season == k)
        row[t] -= mean;
    }
  }
}

/* What is left of time itself beside levels: shape (n_periods), of length 1 or 0. */
static void
make_line (const KernelPanelShape *self, double *line)
{
  double length;

  for (size_t t = 0; t < self->n_periods; t++)
    line[t] = (double) time_of (self, t);
  take_levels_off (self, line);
  length = sqrt (kernel_sum_squares (self->n_periods, line));
  for (size_t t = 0; t < self->n_periods; t++)
    line[t] = self->n_periods >= KERNEL_PANEL_LINE_FROM ? line[t] / length : 0;
}

static void
take_place_off (const KernelPanelShape *self, const double *line, double *values)
{
  for (size_t g = 0; g < self->n_places; g++) {
    double *row = values + g * self->n_periods, climb;

    take_levels_off (self, row);
    climb = kernel_inner_product (self->n_periods, line, row);
    for (size_t t = 0; t < self->n_periods; t++)
      row[t] -= climb * line[t];
  }
}

/* The middle place, which one place with a wide spread does not pull along. */
static KernelStatus
take_period_off (const KernelPanelShape *self, double *values, double *work)
{
  double *column = work, *spare = work + self->n_places, middle;
  KernelStatus status = KERNEL_OK;

  for (size_t t = 0; t < self->n_periods && status == KERNEL_OK; t++) {
    for (size_t g = 0; g < self->n_places; g++)
      column[g] = values[g * self->n_periods + t];
    status = kernel_median (self->n_places, column, NULL, spare, &middle, NULL);
    for (size_t g = 0; g < self->n_places; g++)
      values[g * self->n_periods + t] -= middle;
  }

  return status;
}

/* A place in which nothing is left counts for nothing. */
static void
level_spreads (const KernelPanelShape *self, double nothing, double *values, double *spreads)
{
  for (size_t g = 0; g < self->n_places; g++) {
    double *row = values + g * self->n_periods;
    const double squares = kernel_sum_squares (self->n_periods, row);

    spreads[g] = squares > nothing ? sqrt (squares) : 0;
    for (size_t t = 0; t < self->n_periods; t++)
      row[t] = spreads[g] > 0 ? row[t] / spreads[g] : 0;
  }
}

/**
 * kernel_panel_own:
 * @shape: which places and periods
 * @values: (inout): shape (n_places, n_periods), all finite; what is left of them, each place of
 *   length 1, or 0 where nothing is
 * @spreads: (out caller-allocates): shape (n_places), the lengths before that
 * @work: shape (KERNEL_PANEL_OWN_WORK (n_places, n_periods)), overwritten
 *
 * Takes off what each place has of its own, a level for each time of the year and from
 * %KERNEL_PANEL_LINE_FROM periods on a line, then the median of the places in each period, then
 * what each place has of its own of that; and lets each place count for as much as any other.
 * O(G T (season + 1)) time.
 *
 * Source: least squares by R. Frisch, F. V. Waugh (1933), Econometrica 1, 387-401; the median of
 * the places instead of their mean keeps one of a wide spread out of all others.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer than two periods, or two seasons;
 * %KERNEL_ERR_DOMAIN where nothing is left of any place
 */
KernelStatus
kernel_panel_own (const KernelPanelShape *shape, double *values, double *spreads, double *work)
{
  const size_t n = shape->n_places * shape->n_periods;
  const double nothing = NOTHING * kernel_sum_squares (n, values);
  double *line = work + 2 * shape->n_places;
  KernelStatus status;

  if (shape->n_periods < 2 * shape->season)
    return KERNEL_ERR_TOO_SHORT;
  make_line (shape, line);
  take_place_off (shape, line, values);
  status = take_period_off (shape, values, work);
  if (status != KERNEL_OK)
    return status;
  take_place_off (shape, line, values);
  level_spreads (shape, nothing, values, spreads);

  return kernel_sum_squares (n, values) > 0 ? KERNEL_OK : KERNEL_ERR_DOMAIN;
}

/**
 * kernel_panel_slope:
 * @shape: which places and periods
 * @x: what kernel_panel_own() leaves of one figure
 * @y: of another
 * @spreads_x: shape (n_places), those of @x
 * @spreads_y: those of @y
 *
 * Least squares of the second figure on the first, a place by the inverse of both of its spreads:
 * so it has the sign of what the places have in common when each counts for as much. O(G T) time.
 *
 * Source: definition (weighted least squares).
 *
 * Returns: the slope; NaN where no place has something left of both
 */
double
kernel_panel_slope (const KernelPanelShape *shape,
                    const double *x,
                    const double *y,
                    const double *spreads_x,
                    const double *spreads_y)
{
  double squares = 0;

  for (size_t g = 0; g < shape->n_places; g++) {
    if (spreads_x[g] > 0 && spreads_y[g] > 0)
      squares += spreads_x[g] / spreads_y[g];
  }

  return kernel_inner_product (shape->n_places * shape->n_periods, x, y) /
         (squares > 0 ? squares : NAN);
}
