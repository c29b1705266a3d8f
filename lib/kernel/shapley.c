/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/shapley.h"

#include <math.h>

/* The share of all orders of @n in which those before a given one are a given set of @k:
 * k! (n - 1 - k)! / n!
 */
static double
weight_of (size_t n, size_t k)
{
  double weight = 1 / (double) n;

  for (size_t i = 1; i <= k; i++)
    weight *= (double) i / (double) (n - i);

  return weight;
}

static size_t
count_bits (size_t set)
{
  size_t n = 0;

  for (; set; set &= set - 1)
    n++;

  return n;
}

/**
 * kernel_shapley:
 * @n: number of causes, from 1 to %KERNEL_SHAPLEY_MOST
 * @values: shape (2^@n), what comes of each set of them, where bit i of the index says
 *   whether cause i is in it, in any unit
 * @effects: (out): shape (@n), what each gives of values[2^n - 1] - values[0]
 *
 * Splits a whole among its causes: what each adds to those before it, in the mean of all
 * orders they could come in. The effects add up to the whole, do not depend on an order,
 * and change sign when time is turned round. O(n 2^n) time.
 *
 * Source: L. S. Shapley (1953), in Contributions to the Theory of Games II, 307-317,
 * formula 12.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for any other @n; %KERNEL_ERR_DOMAIN if a
 *   value is not finite
 */
KernelStatus
kernel_shapley (size_t n, const double *values, double *effects)
{
  if (n < 1 || n > KERNEL_SHAPLEY_MOST)
    return KERNEL_ERR_PARAMETER;
  for (size_t set = 0; set < (size_t) 1 << n; set++)
    if (!isfinite (values[set]))
      return KERNEL_ERR_DOMAIN;

  for (size_t i = 0; i < n; i++)
    effects[i] = 0;
  for (size_t set = 0; set < (size_t) 1 << n; set++) {
    const double weight = weight_of (n, count_bits (set));

    for (size_t i = 0; i < n; i++)
      if (!(set >> i & 1))
        effects[i] += weight * (values[set | (size_t) 1 << i] - values[set]);
  }

  return KERNEL_OK;
}
