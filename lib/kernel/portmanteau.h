/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* Whether values have anything to do with those before, over several lags at once.
 *
 * @n: values that are there
 * @freedom: lags less what was fitted
 * @box_pierce, @ljung_box: the two sums of squared correlations
 * @box_pierce_chance, @ljung_box_chance: of as much, if there is nothing
 */
typedef struct {
  size_t n;
  unsigned freedom;
  double box_pierce, ljung_box;
  double box_pierce_chance, ljung_box_chance;
} KernelPortmanteau;

KernelStatus kernel_portmanteau (size_t n,
                                 const double *values,
                                 size_t n_lags,
                                 size_t n_fitted,
                                 KernelPortmanteau *result) KERNEL_MUST_CHECK;
