/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* Whether the later of two values tends to be the higher one.
 *
 * @n: values that are not missing
 * @s: pairs whose later value is higher, less those whose later value is lower
 * @pairs: pairs there are
 * @tied: pairs of equal values
 * @var_s: variance of @s if the order of the values were an accident
 * @tau_a: @s over @pairs; NaN of fewer than two values
 * @tau_b: @s over the geometric mean of @pairs and the untied ones; NaN if all are equal
 */
typedef struct {
  size_t n;
  int64_t s;
  double pairs;
  double tied;
  double var_s;
  double tau_a;
  double tau_b;
} KernelMannKendall;

KernelStatus
kernel_mann_kendall (size_t n, const double *values, int64_t *work, KernelMannKendall *result)
    KERNEL_MUST_CHECK;

double kernel_mann_kendall_z (double s, double var_s);
double kernel_two_sided (double z);
