/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/gauss-hermite.h"

#include <math.h>

#define MOST_STEPS 100

/* What is left of a step that is none. */
#define SETTLED 1e-15

/* The polynomial of degree @n at @x, scaled so that its square has mean 1 under the normal
 * density, and the one before it.
 */
static double
polynomial (size_t n, double x, double *before)
{
  double p = 1;

  *before = 0;
  for (size_t k = 0; k < n; k++) {
    const double next = (x * p - sqrt ((double) k) * *before) / sqrt ((double) k + 1);
    *before = p;
    p = next;
  }

  return p;
}

/* The zero between @low and @high, by bisection and then Newton's steps. */
static double
zero_between (size_t n, double low, double high)
{
  double before;
  const double sign = polynomial (n, low, &before);
  double x = (low + high) / 2;

  for (int k = 0; k < MOST_STEPS; k++) {
    const double p = polynomial (n, x, &before);
    if (p * sign > 0)
      low = x;
    else
      high = x;
    double next = x - p / (sqrt ((double) n) * before);
    if (!(next > low && next < high))
      next = (low + high) / 2;
    if (fabs (next - x) <= SETTLED * (1 + fabs (x)))
      return next;
    x = next;
  }

  return x;
}

/**
 * kernel_gauss_hermite:
 * @n_nodes: how many nodes, 1 to %KERNEL_MOST_NODES
 * @nodes: (out): shape (@n_nodes), rising
 * @weights: (out): shape (@n_nodes), adding up to 1
 *
 * Points and weights that give the mean of a function of a standard normal deviate: exact for
 * polynomials of degree up to 2 @n_nodes - 1.  The zeros of one degree lie between those of
 * the degree below, which bracket them.  O(n_nodes³) time, no allocation.
 *
 * Source: M. Abramowitz, I. A. Stegun (1964), 25.4.46, for the density exp (-x²/2).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for no node or too many
 */
KernelStatus
kernel_gauss_hermite (size_t n_nodes, double *nodes, double *weights)
{
  if (n_nodes < 1 || n_nodes > KERNEL_MOST_NODES)
    return KERNEL_ERR_PARAMETER;

  nodes[0] = 0;
  for (size_t n = 2; n <= n_nodes; n++) {
    const double edge = 2 * sqrt ((double) n) + 1;
    double low = -edge;
    for (size_t i = 0; i < n; i++) {
      const double high = i + 1 < n ? nodes[i] : edge;
      nodes[i] = zero_between (n, low, high);
      low = high;
    }
  }

  for (size_t i = 0; i < n_nodes; i++) {
    double before;
    polynomial (n_nodes, nodes[i], &before);
    weights[i] = 1 / ((double) n_nodes * before * before);
  }

  return KERNEL_OK;
}
