/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/agreement.h"

#include "kernel/binomial.h"

#include <math.h>

/* 95% of a normal distribution, as the authors print it. */
#define LIMITS 1.96

/* Welford's way: no difference of large sums. */
static void
add_pair (KernelAgreement *self, double difference, double *squares)
{
  const double off = difference - self->bias;

  self->n++;
  self->n_above += difference > 0;
  self->n_below += difference < 0;
  self->bias += off / (double) self->n;
  *squares += off * (difference - self->bias);
}

static double
sign_chance (size_t n_above, size_t n_below)
{
  const double fewer = (double) (n_above < n_below ? n_above : n_below);

  return fmin (1, 2 * kernel_binomial_cdf (fewer, (double) (n_above + n_below), 0.5));
}

/**
 * kernel_agreement:
 * @n: number of pairs
 * @first: shape (@n), in any unit; NaN where one is missing
 * @second: shape (@n), in the same unit; NaN where one is missing
 * @agreement: (out): how they differ
 *
 * Limits of agreement, and whether one source is the higher one more often than chance.  Pairs
 * with a missing side are left out; equal ones do not count for the signs.  O(n) time.
 *
 * Source: J. M. Bland, D. G. Altman (1986), Lancet 327, 307-310 (bias ± 1.96 standard
 * deviations); sign test: J. Arbuthnott (1710), Phil. Trans. 27, 186-190.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT without a pair; %KERNEL_ERR_DOMAIN for an
 *   infinite value
 */
KernelStatus
kernel_agreement (size_t n, const double *first, const double *second, KernelAgreement *agreement)
{
  KernelAgreement found = { .spread = NAN, .low = NAN, .high = NAN };
  double squares = 0;

  for (size_t i = 0; i < n; i++) {
    if (isnan (first[i]) || isnan (second[i]))
      continue;
    if (isinf (first[i]) || isinf (second[i]))
      return KERNEL_ERR_DOMAIN;
    add_pair (&found, first[i] - second[i], &squares);
  }
  if (found.n == 0)
    return KERNEL_ERR_TOO_SHORT;

  if (found.n > 1) {
    found.spread = sqrt (squares / (double) (found.n - 1));
    found.low = found.bias - LIMITS * found.spread;
    found.high = found.bias + LIMITS * found.spread;
  }
  found.sign_chance = sign_chance (found.n_above, found.n_below);
  *agreement = found;

  return KERNEL_OK;
}
