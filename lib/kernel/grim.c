/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/grim.h"

#include <math.h>

/* A few roundings of a product; a count that lies on the edge itself counts as inside, because
 * some publishers round halves up and others to even.
 */
#define EDGE 1e-9

/**
 * kernel_grim:
 * @value: a share as printed
 * @half_digit: half of its last printed digit, not negative
 * @scale: what a share of all is, 1 or 100
 * @total: what it is a share of, above 0
 * @counts: (out): which whole numbers, out of @total, are printed as @value
 *
 * Which counts a printed share can come from.  None: the share is not one of so many cases.
 * One: whoever prints the share and the total has printed the count.  Halves may have been
 * rounded either way.  O(1) time.
 *
 * Source: N. J. L. Brown, J. A. J. Heathers (2017), Social Psychological and Personality
 * Science 8, 363-369 (granularity-related inconsistency of means).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN where an argument is not finite or not in its range
 */
KernelStatus
kernel_grim (double value, double half_digit, double scale, double total, KernelCounts *counts)
{
  if (!isfinite (value) || !(half_digit >= 0) || !(scale > 0) || !(total > 0) ||
      !isfinite (total / scale))
    return KERNEL_ERR_DOMAIN;

  const double low = (value - half_digit) / scale * total;
  const double high = (value + half_digit) / scale * total;

  counts->first = fmax (ceil (low - EDGE * fmax (1, fabs (low))), 0);
  counts->last = floor (high + EDGE * fmax (1, fabs (high)));

  return KERNEL_OK;
}
