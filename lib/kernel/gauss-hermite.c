/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/gauss-hermite.h"

#include <math.h>
#include <stdbool.h>

#define MOST_STEPS 100

/* What is left of a step that is none. */
#define SETTLED 1e-15

/* The polynomial of degree @n at @x, scaled so that its square has mean 1 under the normal
 * density, the one before it, and how many of its zeros lie above @x: as many as there are
 * changes of sign among the polynomials of degree 0 to @n.
 */
typedef struct {
  double value, before;
  size_t n_above;
} Polynomial;

static Polynomial
polynomial (size_t n, double x)
{
  Polynomial p = { 1, 0, 0 };
  double root = 0;

  for (size_t k = 1; k <= n; k++) {
    const double next_root = sqrt ((double) k);
    const double next = (x * p.value - root * p.before) / next_root;
    p.n_above += (next < 0) != (p.value < 0);
    p.before = p.value;
    p.value = next;
    root = next_root;
  }

  return p;
}

/* The zero with @n_above zeros above it: halving until it is alone between the ends, then
 * Newton's steps.
 */
static double
find_zero (size_t n, size_t n_above)
{
  double low = 0, high = 2 * sqrt ((double) n) + 1, x = high / 2;
  size_t above_low = n / 2, above_high = 0;

  for (int k = 0; k < MOST_STEPS; k++) {
    const Polynomial p = polynomial (n, x);
    const double newton = x - p.value / (sqrt ((double) n) * p.before);
    if (p.n_above > n_above) {
      low = x;
      above_low = p.n_above;
    } else {
      high = x;
      above_high = p.n_above;
    }
    const bool is_alone = above_low == n_above + 1 && above_high == n_above;
    if (is_alone && fabs (newton - x) <= SETTLED * (1 + fabs (x)))
      return newton;
    x = is_alone && newton > low && newton < high ? newton : (low + high) / 2;
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
 * polynomials of degree up to 2 @n_nodes - 1.  O(n_nodes²) time, no allocation.
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

  for (size_t i = 0; i < n_nodes / 2; i++) {
    nodes[n_nodes - 1 - i] = find_zero (n_nodes, i);
    nodes[i] = -nodes[n_nodes - 1 - i];
  }
  if (n_nodes % 2)
    nodes[n_nodes / 2] = 0;
  for (size_t i = 0; i < n_nodes; i++) {
    const double before = polynomial (n_nodes, nodes[i]).before;
    weights[i] = 1 / ((double) n_nodes * before * before);
  }

  return KERNEL_OK;
}
