/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/containment.h"

#include <math.h>

/**
 * kernel_word_weight:
 * @n_texts: in how many texts words were counted
 * @n_with: how many of them have this one, at most @n_texts
 * @most: the greatest weight
 *
 * Weighs a word by how seldom it is met: the natural logarithm of the inverse of its
 * frequency, (@n_texts + 1) / (@n_with + 1), not over @most.  O(1).
 *
 * Source: K. Spärck Jones (1972), J. Documentation 28, 11-21, with one text added that has
 * every word, so that one never met has a weight too.
 *
 * Returns: the weight, from 0 to @most
 */
double
kernel_word_weight (size_t n_texts, size_t n_with, double most)
{
  return fmin (log (((double) n_texts + 1) / ((double) n_with + 1)), most);
}

/**
 * kernel_containment:
 * @n: number of words of a text, each of them once
 * @weights: shape (@n), their weights, finite and not below 0
 * @matches: shape (@n), how far each is met in another text: from 0, not, to 1, as it stands
 * @share: (out): the share of the weight that is met there, from 0 to 1
 *
 * Tells how much of a text another one holds already.  Nothing may be missing.  O(n) time.
 *
 * Source: A. Z. Broder (1997), Proc. Compression and Complexity of Sequences, 21-29 (the
 * containment of one document in another), with weights.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT where no word has a weight;
 *   %KERNEL_ERR_DOMAIN for a weight or a match outside its range
 */
KernelStatus
kernel_containment (size_t n, const double *weights, const double *matches, double *share)
{
  double total = 0, met = 0;

  for (size_t i = 0; i < n; i++) {
    if (!(weights[i] >= 0 && isfinite (weights[i])) || !(matches[i] >= 0 && matches[i] <= 1))
      return KERNEL_ERR_DOMAIN;
    total += weights[i];
    met += weights[i] * matches[i];
  }
  if (!(total > 0))
    return KERNEL_ERR_TOO_SHORT;

  *share = met / total;

  return KERNEL_OK;
}
