/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/direction.h"

#include <math.h>

/* Level, line and season taken off what is used. */
static void
take_off (const KernelBasisAsked *asked,
          const KernelBasis *basis,
          const double *values,
          double *left)
{
  for (size_t i = 0; i < asked->n; i++)
    left[i] = asked->used && !asked->used[i] ? NAN : values[i];
  kernel_basis_take_off (basis, left);
}

/* Of the orders, fitted to the same rows, that of the least criterion of Schwarz. */
static KernelStatus
look (size_t n,
      const double *cause,
      const double *effect,
      size_t n_taken,
      double *work,
      KernelGranger *found)
{
  KernelGranger best = { .criterion = INFINITY };

  for (size_t order = 1; order <= KERNEL_DIRECTION_MOST_ORDER; order++) {
    KernelGranger tried;
    const KernelStatus status = kernel_granger (n, cause, effect, order,
                                                KERNEL_DIRECTION_MOST_ORDER, n_taken, work, &tried);

    if (status != KERNEL_OK)
      return status;
    if (tried.criterion < best.criterion)
      best = tried;
  }
  *found = best;

  return KERNEL_OK;
}

/**
 * kernel_direction:
 * @asked: which rows, and what is taken off them; not of changes
 * @x: shape (n), finite in the rows that are used
 * @y: shape (n)
 * @work: shape (KERNEL_DIRECTION_WORK (n)), overwritten
 * @found: (out): what the past of each adds to the other's own
 *
 * Whether the past of one series foretells another beyond the other's own past, both ways. Level,
 * line and season are taken off both first, and their degrees of freedom from each test; of one
 * to %KERNEL_DIRECTION_MOST_ORDER periods of the past so many count as have the least criterion
 * of Schwarz. O(n c² + n) time for c columns.
 *
 * Source: C. W. J. Granger (1969), Econometrica 37, 424-438; G. Schwarz (1978), Ann. Stat. 6,
 * 461-464.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer than %KERNEL_DIRECTION_FEWEST rows;
 * else as [func@kernel_linkage_basis] and [func@kernel_granger]
 */
KernelStatus
kernel_direction (const KernelBasisAsked *asked,
                  const double *x,
                  const double *y,
                  double *work,
                  KernelDirection *found)
{
  const size_t n = asked->n;
  double *own_x = work + KERNEL_BASIS_MOST_COLUMNS * n, *own_y = own_x + n;
  size_t n_used = 0, n_taken;
  KernelDirection made;
  KernelBasis basis;
  KernelStatus status;

  for (size_t i = 0; i < n; i++)
    n_used += !asked->used || asked->used[i];
  if (n_used < KERNEL_DIRECTION_FEWEST)
    return KERNEL_ERR_TOO_SHORT;
  status = kernel_linkage_basis (asked, work, &basis);
  if (status != KERNEL_OK)
    return status;
  take_off (asked, &basis, x, own_x);
  take_off (asked, &basis, y, own_y);
  n_taken = basis.n_columns > 0 ? basis.n_columns - 1 : 0;
  status = look (n, own_x, own_y, n_taken, own_y + n, &made.forward);
  if (status == KERNEL_OK)
    status = look (n, own_y, own_x, n_taken, own_y + n, &made.backward);
  if (status == KERNEL_OK)
    *found = made;

  return status;
}
