/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

/* How much had been seen at a place where a change may have happened. */
typedef struct {
  double size, sum;
  size_t n;
} KernelFocusPlace;

/* What is kept of a series that goes on: all zero but @is_rate and @room before the first
 * point.
 *
 * @is_rate: counts with sizes (Poisson), or values with variance 1
 * @room: how many places each of the two lists holds
 */
typedef struct {
  bool is_rate;
  double size, sum;
  size_t n, n_rising, n_falling, room;
} KernelFocus;

/* The clearest change so far.
 *
 * @ratio: twice the logarithm of the likelihood ratio, 0 before two points
 * @at: first point after the change
 * @direction: 1 if what came after lies higher, -1 lower, 0 of nothing
 */
typedef struct {
  double ratio;
  size_t at;
  int direction;
} KernelFocusFound;

KernelStatus kernel_focus_feed (KernelFocus *self,
                                KernelFocusPlace *places,
                                double value,
                                double size,
                                KernelFocusFound *found) KERNEL_MUST_CHECK;
