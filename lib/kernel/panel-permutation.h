/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/panel-own.h"
#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* Places up to which every order is looked at, not a sample of them. */
#define KERNEL_PANEL_MOST_WHOLE 6
#define KERNEL_PANEL_FEWEST 5

/* Orders that may be drawn. */
#define KERNEL_PANEL_MOST_DRAWS 9999

#define KERNEL_PANEL_WORK(n_places, n_periods) \
  (2 * (n_places) * (n_periods) + (n_places) * (n_places) + 2 * (n_places) + \
   KERNEL_PANEL_OWN_WORK (n_places, n_periods) + KERNEL_PANEL_MOST_DRAWS + 1)

/* Whether places where one figure moved are those where another did.
 *
 * @slope: of the second on the first, without what each place and each period has of its own
 * @r: their correlation, each place counting for as much
 * @n_orders: orders of the places that were looked at, the one that is there among them
 * @chance: of a link as strong, if it did not matter which series belongs to which place
 * @smallest: correlation that would have a chance of 1 in 20 at most four times of five; more than
 *   1 where none would
 */
typedef struct {
  double slope, r;
  size_t n_orders;
  double chance, smallest;
} KernelPanel;

KernelStatus kernel_panel_permutation (const KernelPanelShape *shape,
                                       const double *x,
                                       const double *y,
                                       const size_t *regions,
                                       size_t n_draws,
                                       uint64_t seed,
                                       double *work,
                                       size_t *order,
                                       KernelPanel *found) KERNEL_MUST_CHECK;
