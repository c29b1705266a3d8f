/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/status-chances.h"

#include "kernel/binomial.h"
#include "kernel/bivariate-normal.h"
#include "kernel/gamma.h"
#include "kernel/normal.h"

#include <math.h>
#include <stdbool.h>

/* A share times a total that should be a whole number may lie this far from it. */
#define NEARLY 1e-9

static bool
are_edges (size_t n_edges, const double *edges)
{
  for (size_t i = 0; i < n_edges; i++)
    if (isnan (edges[i]) || (i > 0 && edges[i] < edges[i - 1]))
      return false;

  return true;
}

/* Turns chances of lying below each edge, and 1, into chances between them. */
static void
take_differences (size_t n_edges, double *chances)
{
  chances[n_edges] = 1;
  for (size_t i = n_edges; i > 0; i--)
    chances[i] = fmax (0, chances[i] - chances[i - 1]);
}

/**
 * kernel_normal_chances:
 * @n_edges: number of edges
 * @edges: shape (@n_edges), rising, in the unit of the figure
 * @mean: of the figure
 * @deviation: its standard deviation, at least 0
 * @chances: (out): shape (@n_edges + 1): of lying below the first edge, between the first and
 *   the second, …, above the last
 *
 * The chance of each band for a normal figure.  Without a deviation the figure is @mean, and
 * an edge belongs to what is above it.  Above the mean the upper tails are taken, so that small
 * chances keep their digits.  O(n_edges) time.
 *
 * Source: definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a mean that is no number or a deviation below
 *   0; %KERNEL_ERR_DOMAIN for edges that do not rise
 */
KernelStatus
kernel_normal_chances (size_t n_edges,
                       const double *edges,
                       double mean,
                       double deviation,
                       double *chances)
{
  double above_last = 1, below_last = 0;

  if (!isfinite (mean) || !(deviation >= 0))
    return KERNEL_ERR_PARAMETER;
  if (!are_edges (n_edges, edges))
    return KERNEL_ERR_DOMAIN;

  for (size_t i = 0; i <= n_edges; i++) {
    double below = 1, above = 0;
    if (i < n_edges && deviation > 0) {
      below = kernel_normal_cdf ((edges[i] - mean) / deviation);
      above = kernel_normal_cdf ((mean - edges[i]) / deviation);
    } else if (i < n_edges) {
      below = edges[i] > mean;
      above = 1 - below;
    }
    chances[i] = below_last > 0.5 ? above_last - above : below - below_last;
    below_last = below;
    above_last = above;
  }

  return KERNEL_OK;
}

/* The last whole number below @edge, or at it where the edge belongs below. */
static double
last_below (double edge, bool belongs_below)
{
  const double slack = NEARLY * fmax (1, fabs (edge) * 1e-3);

  return belongs_below ? floor (edge + slack) : ceil (edge - slack) - 1;
}

/**
 * kernel_binomial_chances:
 * @n_edges: number of edges
 * @edges: shape (@n_edges), rising, as shares from 0 to 1
 * @below: (nullable): shape (@n_edges), 1 where a share equal to the edge lies below it, as
 *   with "more than"; `NULL` where it lies above, as with "at least"
 * @total: number of cases, a whole number above 0
 * @p: the chance of each
 * @chances: (out): shape (@n_edges + 1), as of [func@kernel_normal_chances]
 *
 * The chance of each band for a share of @total cases.  An edge times @total that is a whole
 * number but for rounding is taken as one.  O(n_edges sqrt(total)) time.
 *
 * Source: definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a total or a chance that make no sense;
 *   %KERNEL_ERR_DOMAIN for edges that do not rise
 */
KernelStatus
kernel_binomial_chances (size_t n_edges,
                         const double *edges,
                         const uint8_t *below,
                         double total,
                         double p,
                         double *chances)
{
  if (!(total > 0) || !isfinite (total) || total != floor (total) || !(p >= 0 && p <= 1))
    return KERNEL_ERR_PARAMETER;
  if (!are_edges (n_edges, edges))
    return KERNEL_ERR_DOMAIN;

  for (size_t i = 0; i < n_edges; i++)
    chances[i] = kernel_binomial_cdf (last_below (edges[i] * total, below && below[i]), total, p);
  take_differences (n_edges, chances);

  return KERNEL_OK;
}

/* The chance of at most @count: of a gamma deviate above @mean. */
static double
poisson_cdf (double count, double mean)
{
  if (count < 0)
    return 0;

  return mean == 0 ? 1 : kernel_gamma_upper (count + 1, mean);
}

/**
 * kernel_poisson_chances:
 * @n_edges: number of edges
 * @edges: shape (@n_edges), rising, in cases
 * @below: (nullable): as of [func@kernel_binomial_chances]
 * @mean: number of cases to expect
 * @chances: (out): shape (@n_edges + 1), as of [func@kernel_normal_chances]
 *
 * The chance of each band for a count of cases that have nothing to do with each other.
 * O(n_edges sqrt (mean)) time.
 *
 * Source: M. Abramowitz, I. A. Stegun (1964), 26.4.21.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a mean that makes no sense;
 *   %KERNEL_ERR_DOMAIN for edges that do not rise
 */
KernelStatus
kernel_poisson_chances (size_t n_edges,
                        const double *edges,
                        const uint8_t *below,
                        double mean,
                        double *chances)
{
  if (!(mean >= 0) || !isfinite (mean))
    return KERNEL_ERR_PARAMETER;
  if (!are_edges (n_edges, edges))
    return KERNEL_ERR_DOMAIN;

  for (size_t i = 0; i < n_edges; i++)
    chances[i] = poisson_cdf (last_below (edges[i], below && below[i]), mean);
  take_differences (n_edges, chances);

  return KERNEL_OK;
}

static double
edge_at (size_t n_edges, const double *edges, size_t i)
{
  if (i == 0)
    return -INFINITY;

  return i <= n_edges ? edges[i - 1] : INFINITY;
}

static double
between (size_t n_edges, const double *edges, size_t i)
{
  return fmax (0, kernel_normal_cdf (edge_at (n_edges, edges, i + 1)) -
                      kernel_normal_cdf (edge_at (n_edges, edges, i)));
}

/* Figures that have nothing to do with each other, at a hundredth of the cost. */
static void
multiply (size_t n_before,
          const double *before,
          size_t n_after,
          const double *after,
          double *chances)
{
  for (size_t i = 0; i <= n_before; i++)
    for (size_t k = 0; k <= n_after; k++)
      chances[i * (n_after + 1) + k] = between (n_before, before, i) * between (n_after, after, k);
}

/**
 * kernel_joint_chances:
 * @n_before: number of edges in the first period
 * @before: shape (@n_before), rising, in standard deviations above the mean of that period
 * @n_after: number of edges in the second
 * @after: shape (@n_after), likewise
 * @correlation: between the two figures, -1 to 1
 * @chances: (out): shape (@n_before + 1, @n_after + 1), row after row: of a band before and a
 *   band after
 *
 * The chance of two bands in two periods whose normal figures resemble each other.
 * O(n_before n_after) time.
 *
 * Source: definition; see [func@kernel_bivariate_normal_cdf].
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a correlation beyond 1; %KERNEL_ERR_DOMAIN for
 *   edges that do not rise
 */
KernelStatus
kernel_joint_chances (size_t n_before,
                      const double *before,
                      size_t n_after,
                      const double *after,
                      double correlation,
                      double *chances)
{
  if (!(fabs (correlation) <= 1))
    return KERNEL_ERR_PARAMETER;
  if (!are_edges (n_before, before) || !are_edges (n_after, after))
    return KERNEL_ERR_DOMAIN;

  if (correlation == 0) {
    multiply (n_before, before, n_after, after, chances);
    return KERNEL_OK;
  }
  for (size_t i = 0; i <= n_before; i++) {
    const double left = edge_at (n_before, before, i), right = edge_at (n_before, before, i + 1);
    for (size_t k = 0; k <= n_after; k++) {
      const double low = edge_at (n_after, after, k), high = edge_at (n_after, after, k + 1);
      const double chance = kernel_bivariate_normal_cdf (right, high, correlation) -
                            kernel_bivariate_normal_cdf (left, high, correlation) -
                            kernel_bivariate_normal_cdf (right, low, correlation) +
                            kernel_bivariate_normal_cdf (left, low, correlation);
      chances[i * (n_after + 1) + k] = fmax (0, chance);
    }
  }

  return KERNEL_OK;
}
