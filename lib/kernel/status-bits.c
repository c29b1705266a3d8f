/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/status-bits.h"

#include "kernel/status-chances.h"

#include <math.h>

/**
 * kernel_entropy:
 * @n: number of outcomes
 * @chances: shape (@n), adding up to 1
 *
 * How much is learnt from an outcome, in bits; an outcome without a chance adds nothing.
 * O(n) time.
 *
 * Source: C. E. Shannon (1948), Bell System Technical Journal 27, 379-423, section 6.
 *
 * Returns: bits, at least 0
 */
double
kernel_entropy (size_t n, const double *chances)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    if (chances[i] > 0)
      sum -= chances[i] * log2 (chances[i]);

  return sum > 0 ? sum : 0;
}

/**
 * kernel_level_bits:
 * @deviation: of a figure around its level, above 0
 * @level_deviation: of the level
 *
 * How much the figure itself tells about its level, both normal.
 *
 * Source: C. E. Shannon (1948), theorem 17: ½ log2 (1 + τ²/σ²).
 *
 * Returns: bits
 */
double
kernel_level_bits (double deviation, double level_deviation)
{
  const double ratio = level_deviation / deviation;

  return log1p (ratio * ratio) / (2 * log (2.0));
}

/**
 * kernel_status_bits:
 * @bands: the figure
 * @level_deviation: standard deviation of its level, at least 0
 * @n_nodes: number of nodes
 * @nodes: shape (@n_nodes), of [func@kernel_gauss_hermite]
 * @weights: shape (@n_nodes)
 * @work: shape (2, n_edges + 1), overwritten
 * @shown: (out): bits a status shows, on average: how much it can be seen to move
 * @carried: (out): how much of them is about the level
 *
 * What a status shows and what of it is about the level of the figure: the entropy of the
 * status, and that less its mean entropy with the level given.  O(n_nodes n_edges) time.
 *
 * Source: definition of mutual information, C. E. Shannon (1948), section 12.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for deviations that make no sense or no node;
 *   %KERNEL_ERR_DOMAIN for edges that do not rise
 */
KernelStatus
kernel_status_bits (const KernelBands *bands,
                    double level_deviation,
                    size_t n_nodes,
                    const double *nodes,
                    const double *weights,
                    double *work,
                    double *shown,
                    double *carried)
{
  const size_t n = bands->n_edges + 1;
  double *chances = work, *overall = work + n, given = 0;

  if (!(level_deviation >= 0) || n_nodes < 1)
    return KERNEL_ERR_PARAMETER;

  for (size_t k = 0; k < n; k++)
    overall[k] = 0;
  for (size_t i = 0; i < n_nodes; i++) {
    const KernelStatus status =
        kernel_normal_chances (bands->n_edges, bands->edges,
                               bands->mean + level_deviation * nodes[i], bands->deviation, chances);
    if (status != KERNEL_OK)
      return status;
    for (size_t k = 0; k < n; k++)
      overall[k] += weights[i] * chances[k];
    given += weights[i] * kernel_entropy (n, chances);
  }
  *shown = kernel_entropy (n, overall);
  *carried = level_deviation > 0 ? fmax (0, *shown - given) : 0;

  return KERNEL_OK;
}

/**
 * kernel_no_shift_chance:
 * @bands: the figure
 * @prior: the chance of a shift of the level from one period to the next, before looking
 * @shift_deviation: standard deviation of such a shift, whose mean is 0
 * @n_nodes: number of nodes
 * @nodes: shape (@n_nodes), of [func@kernel_gauss_hermite]
 * @weights: shape (@n_nodes)
 * @work: shape (2, n_edges + 1), overwritten
 * @chance: (out): that the level did not shift
 *
 * How likely it is that the level did not shift between two periods, when the status changed.
 * O(n_nodes n_edges) time.
 *
 * Source: Bayes's theorem: f0 (1 - q) / (f0 (1 - q) + f1 q), where f0 and f1 are the chances of
 * a change without and with a shift.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a prior outside [0, 1] or deviations that make
 *   no sense; %KERNEL_ERR_DOMAIN for edges that do not rise
 */
KernelStatus
kernel_no_shift_chance (const KernelBands *bands,
                        double prior,
                        double shift_deviation,
                        size_t n_nodes,
                        const double *nodes,
                        const double *weights,
                        double *work,
                        double *chance)
{
  const size_t n = bands->n_edges + 1;
  double *usual = work, *shifted = work + n, without = 1, with = 1;
  KernelStatus status;

  if (!(prior >= 0 && prior <= 1) || !(shift_deviation >= 0) || n_nodes < 1)
    return KERNEL_ERR_PARAMETER;
  status =
      kernel_normal_chances (bands->n_edges, bands->edges, bands->mean, bands->deviation, usual);

  for (size_t k = 0; status == KERNEL_OK && k < n; k++)
    without -= usual[k] * usual[k];
  for (size_t i = 0; status == KERNEL_OK && i < n_nodes; i++) {
    status =
        kernel_normal_chances (bands->n_edges, bands->edges,
                               bands->mean + shift_deviation * nodes[i], bands->deviation, shifted);
    for (size_t k = 0; status == KERNEL_OK && k < n; k++)
      with -= weights[i] * usual[k] * shifted[k];
  }
  if (status == KERNEL_OK)
    *chance = without * (1 - prior) / (without * (1 - prior) + with * prior);

  return status;
}
