/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/drift.h"

#include <math.h>

/**
 * kernel_drift:
 * @x0: the numerator at first, at least 0
 * @n0: the denominator at first, above 0
 * @x1: the numerator later
 * @n1: the denominator later
 * @result: (out): both splits
 *
 * Splits the change of x/n exactly, twice: by logarithms, log (x₁/x₀) and -log (n₁/n₀), and
 * in the ratio's own units, (1/n₀ + 1/n₁)/2 (x₁ - x₀) and (x₀ + x₁)/2 (1/n₁ - 1/n₀). The
 * logarithms' shares do not depend on units; the second is there for a numerator of 0 too.
 *
 * Source: definition; the second is Shapley's split of a product of two (see kernel_shapley()).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN if a number is missing, infinite or negative, or a
 *   denominator is 0
 */
KernelStatus
kernel_drift (double x0, double n0, double x1, double n1, KernelDrift *result)
{
  if (!isfinite (x0) || !isfinite (x1) || x0 < 0 || x1 < 0 || !isfinite (n0) || !isfinite (n1) ||
      n0 <= 0 || n1 <= 0)
    return KERNEL_ERR_DOMAIN;

  *result = (KernelDrift){
    .log_numerator = x0 > 0 && x1 > 0 ? log (x1 / x0) : NAN,
    .log_denominator = x0 > 0 && x1 > 0 ? -log (n1 / n0) : NAN,
    .numerator = (1 / n0 + 1 / n1) / 2 * (x1 - x0),
    .denominator = (x0 + x1) / 2 * (1 / n1 - 1 / n0),
  };

  return KERNEL_OK;
}
