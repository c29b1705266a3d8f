/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

#define KERNEL_HEAPING_N_DIGITS 10

/* Whether some last digits are there more often than a smooth spread gives.
 *
 * @n_cases: cases that count
 * @observed, @expected: cases by last digit
 * @chi_square, @p: distance of the two, and the chance of one as large on 9 degrees of freedom
 * @multiples_observed, @multiples_expected: of 5 alone
 */
typedef struct {
  double n_cases;
  double observed[KERNEL_HEAPING_N_DIGITS], expected[KERNEL_HEAPING_N_DIGITS];
  double chi_square, p;
  double multiples_observed, multiples_expected;
} KernelHeaping;

size_t kernel_heaping_n_work (size_t n, unsigned period);
KernelStatus kernel_heaping (int64_t first,
                             size_t n,
                             const double *counts,
                             unsigned period,
                             double *curve,
                             double *work,
                             KernelHeaping *result) KERNEL_MUST_CHECK;
