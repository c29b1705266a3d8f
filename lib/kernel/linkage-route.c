/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/linkage-route.h"

#include "kernel/normal-scores.h"
#include "kernel/orthonormal.h"

#include <math.h>

/* Of fewer only the value before is asked. */
#define FEWEST_FOR_TWO 24

/* Squares that are roundings of those of the series count as none. */
static const double NOTHING = 1e-28;

/**
 * kernel_linkage_route:
 * @asked: which rows, and whether they are changes
 * @work: shape (KERNEL_ROUTE_WORK (n)), the route's to use from now on
 * @route: (out): the route
 *
 * A way to look at series of one length, made once for all of them. O(n c²) time for c columns.
 *
 * Source: as [func@kernel_linkage_basis].
 *
 * Returns: as [func@kernel_linkage_basis]
 */
KernelStatus
kernel_linkage_route (const KernelBasisAsked *asked, double *work, KernelRoute *route)
{
  size_t n_used = 0;
  KernelStatus status;

  for (size_t i = 0; i < asked->n; i++)
    n_used += !asked->used || asked->used[i];
  *route = (KernelRoute){
    .asked = *asked,
    .most_order = n_used >= FEWEST_FOR_TWO ? 2 : 1,
    .series = work + KERNEL_BASIS_MOST_COLUMNS * asked->n,
  };
  status = kernel_linkage_basis (asked, work, &route->basis);
  route->n_taken = route->most_order + (route->basis.n_plain > 0 ? route->basis.n_plain - 1 : 0);

  return status;
}

static void
pick_rows (const KernelRoute *route, const double *values)
{
  const KernelBasisAsked *asked = &route->asked;

  for (size_t i = asked->n; i-- > 0;) {
    const double value = asked->used && !asked->used[i] ? NAN : values[i];
    const double before = i == 0 || (asked->used && !asked->used[i - 1]) ? NAN : values[i - 1];

    route->series[i] = asked->is_differenced ? value - before : value;
  }
}

/* Innovations that an event takes part in. */
static void
leave_events_out (const KernelRoute *route, double *innovations)
{
  const KernelBasisAsked *asked = &route->asked;
  const size_t reach = route->most_order + (asked->is_differenced ? 1 : 0);

  for (size_t k = 0; k < asked->n_events; k++) {
    for (size_t i = asked->events[k]; i <= asked->events[k] + reach && i < asked->n; i++)
      innovations[i] = NAN;
  }
}

/**
 * kernel_route_whiten:
 * @route: the way to look at it
 * @values: shape (n), in any unit; finite in the rows that are used
 * @work: shape (2 n), overwritten
 * @whitened: (inout): two arrays of shape (n), filled; NaN where nothing can be said of a
 *   period or an event takes part in it
 *
 * What is new in a series each period: without what the columns explain and what its own past
 * foretells. O(n c + n log n) time.
 *
 * Source: L. D. Haugh (1976), JASA 71, 378-385 (each series by its own filter).
 *
 * Returns: as [func@kernel_prewhiten]; %KERNEL_ERR_DOMAIN also where only roundings are left
 */
KernelStatus
kernel_route_whiten (const KernelRoute *route,
                     const double *values,
                     int64_t *work,
                     KernelWhitened *whitened)
{
  const size_t n = route->asked.n;
  KernelStatus status;

  pick_rows (route, values);
  kernel_basis_take_off (&route->basis, route->series);
  if (kernel_sum_squares (n, route->series) <= NOTHING * kernel_sum_squares (n, values))
    return KERNEL_ERR_DOMAIN;
  status = kernel_prewhiten (n, route->series, route->most_order, whitened->innovations,
                             &whitened->filter);
  if (status != KERNEL_OK)
    return status;
  leave_events_out (route, whitened->innovations);
  kernel_normal_scores (n, whitened->innovations, work, whitened->scores);

  return KERNEL_OK;
}
