/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

/* What a ratio's change owes to its numerator and to its denominator.
 *
 * @log_numerator, @log_denominator: of log (x₁/n₁) - log (x₀/n₀); NaN with a numerator of 0
 * @numerator, @denominator: of x₁/n₁ - x₀/n₀, in the ratio's own units
 */
typedef struct {
  double log_numerator;
  double log_denominator;
  double numerator;
  double denominator;
} KernelDrift;

KernelStatus kernel_drift (double x0, double n0, double x1, double n1, KernelDrift *result)
    KERNEL_MUST_CHECK;
