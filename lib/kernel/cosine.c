/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/cosine.h"

#include <math.h>

/**
 * kernel_cosine:
 * @n: number of things that were counted
 * @first: shape (@n), how often each was met in one text, finite and not below 0
 * @second: shape (@n), the same in another
 * @cosine: (out): the cosine of the angle between the two, from 0, nothing in common, to 1
 *
 * Tells how alike two texts are in what they are made of.  Nothing may be missing.  O(n) time.
 *
 * Source: G. Salton, A. Wong and C. S. Yang (1975), Comm. ACM 18, 613-620.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT where one of them has nothing;
 *   %KERNEL_ERR_DOMAIN for a count below 0 or that is not finite
 */
KernelStatus
kernel_cosine (size_t n, const double *first, const double *second, double *cosine)
{
  double product = 0, one = 0, other = 0;

  for (size_t i = 0; i < n; i++) {
    if (!(first[i] >= 0 && isfinite (first[i])) || !(second[i] >= 0 && isfinite (second[i])))
      return KERNEL_ERR_DOMAIN;
    product += first[i] * second[i];
    one += first[i] * first[i];
    other += second[i] * second[i];
  }
  if (!(one > 0) || !(other > 0))
    return KERNEL_ERR_TOO_SHORT;

  *cosine = fmin (product / (sqrt (one) * sqrt (other)), 1);

  return KERNEL_OK;
}
