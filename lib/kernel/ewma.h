/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* @forgotten: (1 - weight) to the power of how many values there were */
typedef struct {
  double average;
  double forgotten;
} KernelEwma;

double kernel_ewma_step (double weight, double value, KernelEwma *state);

KernelStatus kernel_ewma (size_t n,
                          const double *values,
                          const uint8_t *joined,
                          double weight,
                          double centre,
                          double *averages,
                          double *factors) KERNEL_MUST_CHECK;
