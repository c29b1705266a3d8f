/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/das-gupta.h"

#include <math.h>
#include <stdbool.h>

static bool
all_finite (size_t n, const double *values)
{
  for (size_t i = 0; i < n; i++)
    if (!isfinite (values[i]))
      return false;

  return true;
}

/* The product of part @i when the factors in @set are as they were later. */
static double
product_of (size_t n_factors,
            size_t n,
            const double *before,
            const double *after,
            size_t i,
            size_t set)
{
  double product = 1;

  for (size_t j = 0; j < n_factors; j++)
    product *= (set >> j & 1 ? after : before)[j * n + i];

  return product;
}

/**
 * kernel_das_gupta:
 * @n_factors: number of factors, from 1 to %KERNEL_SHAPLEY_MOST
 * @n: number of parts
 * @before: shape (@n_factors, @n), each factor of each part at first
 * @after: shape (@n_factors, @n), the same later
 * @parts: (out) (optional): shape (@n_factors, @n), what each factor gives in each part
 * @effects: (out): shape (@n_factors), what each gives in all
 *
 * The change of the sum over parts of the product of their factors, split among the
 * factors. O(n 2^K K) time.
 *
 * Source: P. Das Gupta (1993), Standardization and Decomposition of Rates, U.S. Bureau of
 * the Census, P23-186, chapters 2 and 4: the mean over all orders in which the factors could
 * have changed, which is Shapley's (A. F. Shorrocks, 2013, J. Econ. Inequal. 11, 99-126).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for any other number of factors;
 *   %KERNEL_ERR_DOMAIN if a factor is not finite
 */
KernelStatus
kernel_das_gupta (size_t n_factors,
                  size_t n,
                  const double *before,
                  const double *after,
                  double *parts,
                  double *effects)
{
  double values[1 << KERNEL_SHAPLEY_MOST], part[KERNEL_SHAPLEY_MOST];

  if (n_factors < 1 || n_factors > KERNEL_SHAPLEY_MOST)
    return KERNEL_ERR_PARAMETER;
  if (!all_finite (n_factors * n, before) || !all_finite (n_factors * n, after))
    return KERNEL_ERR_DOMAIN;

  for (size_t j = 0; j < n_factors; j++)
    effects[j] = 0;
  for (size_t i = 0; i < n; i++) {
    for (size_t set = 0; set < (size_t) 1 << n_factors; set++)
      values[set] = product_of (n_factors, n, before, after, i, set);
    const KernelStatus status = kernel_shapley (n_factors, values, part);
    if (status != KERNEL_OK)
      return status;
    for (size_t j = 0; j < n_factors; j++) {
      effects[j] += part[j];
      if (parts)
        parts[j * n + i] = part[j];
    }
  }

  return KERNEL_OK;
}

/**
 * kernel_composition:
 * @n_ways: number of ways the whole is divided, from 1 to %KERNEL_SHAPLEY_MOST
 * @totals: shape (2^@n_ways), how much of the whole shares with one cell what it is in each
 *   set of ways, so that totals[0] is the whole and the last is the cell itself
 * @shares: (out): shape (@n_ways), a factor for each way; their product is the cell's share
 *   of the whole
 *
 * Splits a cell's share of the whole into what each way of dividing it gives: what the way
 * divides off after those before it, in the geometric mean of all orders. With one way it
 * is the share itself; with two, √(N_ij/N_.j · N_i./N) and √(N_ij/N_i. · N_.j/N). An empty
 * cell has only zeros. O(n 2^n) time.
 *
 * Source: P. Das Gupta (1993), chapter 5 (data that are cross-classified), whose
 * exponents are Shapley's weights.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for any other number of ways;
 *   %KERNEL_ERR_DOMAIN if a total is missing, negative or infinite, or 0 where the cell is
 *   not empty
 */
KernelStatus
kernel_composition (size_t n_ways, const double *totals, double *shares)
{
  double logs[1 << KERNEL_SHAPLEY_MOST], effects[KERNEL_SHAPLEY_MOST];

  if (n_ways < 1 || n_ways > KERNEL_SHAPLEY_MOST)
    return KERNEL_ERR_PARAMETER;

  const size_t n_sets = (size_t) 1 << n_ways;
  const bool is_empty = totals[n_sets - 1] == 0;
  for (size_t set = 0; set < n_sets; set++) {
    if (!isfinite (totals[set]) || totals[set] < 0)
      return KERNEL_ERR_DOMAIN;
    logs[set] = is_empty ? 0 : log (totals[set]);
  }
  const KernelStatus status = kernel_shapley (n_ways, logs, effects);
  if (status != KERNEL_OK)
    return status;
  for (size_t j = 0; j < n_ways; j++)
    shares[j] = is_empty ? 0 : exp (effects[j]);

  return KERNEL_OK;
}
