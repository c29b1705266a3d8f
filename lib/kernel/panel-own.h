/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* Periods from which on a line of each place is taken off as well. */
#define KERNEL_PANEL_LINE_FROM 4

/* Which places and periods a table is of.
 *
 * @season: periods after which the same time comes again, such as 12 for months; 1 where none does
 * @times: shape (@n_periods), rising, from 0 on; NULL where no period is missing
 */
typedef struct {
  size_t n_places, n_periods, season;
  const size_t *times;
} KernelPanelShape;

#define KERNEL_PANEL_OWN_WORK(n_places, n_periods) (2 * (n_places) + (n_periods))

KernelStatus
kernel_panel_own (const KernelPanelShape *shape, double *values, double *spreads, double *work)
    KERNEL_MUST_CHECK;
double kernel_panel_slope (const KernelPanelShape *shape,
                           const double *x,
                           const double *y,
                           const double *spreads_x,
                           const double *spreads_y);
