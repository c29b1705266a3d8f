/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/repeats.h"

#include <math.h>

/**
 * kernel_repeat_chance:
 * @n_values: how many different values there are
 * @chances: shape (@n_values), of each, that add up to 1
 *
 * The chance that a value is the one before again, where each is drawn by itself.
 *
 * Source: definition.
 *
 * Returns: the sum of squares
 */
double
kernel_repeat_chance (size_t n_values, const double *chances)
{
  double chance = 0;

  for (size_t i = 0; i < n_values; i++)
    chance += chances[i] * chances[i];

  return chance;
}

/**
 * kernel_repeats:
 * @n: number of values in a row
 * @chance: that a value is the one before again, in [0, 1]
 * @length: values of a run that are the same, from 2
 * @work: shape (@n + 1), overwritten
 * @run_chance: (out): in [0, 1]
 *
 * The chance of a run of at least @length same values somewhere among @n, if each is the one
 * before again with one chance, whatever went before: 0 for @length beyond @n.  Added up run by
 * run from its first possible end, so that a tiny chance is not lost beside 1.  O(n) time.
 *
 * Source: W. Feller (1968), An Introduction to Probability Theory and Its Applications I, 3rd
 * ed., Wiley, XIII.7 (runs of successes), the successes being repeats.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a length below 2 or no chance
 */
KernelStatus
kernel_repeats (size_t n, double chance, size_t length, double *work, double *run_chance)
{
  const size_t n_repeats = n > 0 ? n - 1 : 0;

  if (length < 2 || !(chance >= 0 && chance <= 1))
    return KERNEL_ERR_PARAMETER;

  const size_t run = length - 1;
  const double all = pow (chance, (double) run);

  for (size_t t = 0; t <= n_repeats; t++) {
    if (t < run)
      work[t] = 0;
    else if (t == run)
      work[t] = all;
    else
      work[t] = work[t - 1] + (1 - chance) * all * (1 - work[t - run - 1]);
  }
  *run_chance = work[n_repeats];

  return KERNEL_OK;
}
