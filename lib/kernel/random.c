/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random.h"

#include "kernel/normal.h"

#include <math.h>

/**
 * kernel_random_next:
 * @state: (inout): the seed, then whatever it has become
 *
 * The next of a sequence of 64 bits that looks random and is the same everywhere.
 *
 * Source: G. L. Steele, D. Lea, C. H. Flood (2014), OOPSLA 2014, 453-472 (SplitMix64).
 *
 * Returns: 64 bits
 */
uint64_t
kernel_random_next (uint64_t *state)
{
  uint64_t z = *state += 0x9e3779b97f4a7c15u;

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;

  return z ^ (z >> 31);
}

/**
 * kernel_random_below:
 * @state: (inout): the seed, then whatever it has become
 * @n: how many numbers there are, from 1 to 2^32
 *
 * One of 0, 1, …, @n - 1.  The high half of a product, so that each comes up as often
 * as any other to one part in 2^32.
 *
 * Source: definition.
 *
 * Returns: the number
 */
size_t
kernel_random_below (uint64_t *state, size_t n)
{
  return (size_t) (((kernel_random_next (state) >> 32) * (uint64_t) n) >> 32);
}

/**
 * kernel_random_shuffle:
 * @state: (inout): the seed, then whatever it has become
 * @n: number of values
 * @values: (inout): shape (@n)
 *
 * Puts the values into an order that chance decides.  O(n) time.
 *
 * Source: R. A. Fisher, F. Yates (1938), example 12, as R. Durstenfeld (1964),
 * Commun. ACM 7, 420, algorithm 235.
 */
void
kernel_random_shuffle (uint64_t *state, size_t n, double *values)
{
  for (size_t i = n; i > 1; i--) {
    const size_t j = kernel_random_below (state, i);
    const double kept = values[i - 1];

    values[i - 1] = values[j];
    values[j] = kept;
  }
}

/**
 * kernel_random_weights:
 * @state: (inout): the seed, then whatever it has become
 * @n: number of weights, at least 1
 * @weights: (out): shape (@n), above 0, with 1 as their sum
 *
 * A set of weights of which each is as likely as any other: the Dirichlet distribution with all
 * parameters 1, as the shares of exponential deviates in their sum.
 *
 * Source: L. Devroye (1986), Non-Uniform Random Variate Generation, section V.2, theorem 2.2.
 */
void
kernel_random_weights (uint64_t *state, size_t n, double *weights)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++) {
    weights[i] = -log (((double) (kernel_random_next (state) >> 12) + 0.5) * 0x1p-52);
    sum += weights[i];
  }
  for (size_t i = 0; i < n; i++)
    weights[i] /= sum;
}

/**
 * kernel_random_normal:
 * @state: (inout): the seed, then whatever it has become
 * @n: number of values
 * @values: (out): shape (@n), independent normal deviates of mean 0 and variance 1
 *
 * Source: L. Devroye (1986), Non-Uniform Random Variate Generation, section II.2 (inversion).
 */
void
kernel_random_normal (uint64_t *state, size_t n, double *values)
{
  for (size_t i = 0; i < n; i++)
    values[i] =
        kernel_normal_quantile (((double) (kernel_random_next (state) >> 12) + 0.5) * 0x1p-52);
}
