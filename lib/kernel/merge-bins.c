/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/merge-bins.h"

#include <math.h>

/**
 * kernel_merge_bins:
 * @n: number of bins
 * @counts: shape (@n), not negative, in order of what they are bins of
 * @threshold: fewest cases that may be shown, above 0
 * @bins: (out): shape (@n), the merged bin of each, from 0
 * @n_bins: (out): how many merged bins there are
 *
 * Merges neighbouring bins of a histogram until each holds @threshold cases: from the first on,
 * a bin is closed as soon as it holds enough; what is left over at the end goes with the one
 * before.  Empty bins are merged like others.
 *
 * The same protects totals that lie within each other, such as “within 44 days” and “within 45
 * days”: the cases between two of them are a bin, and a total may be shown where a merged bin
 * ends.  O(n) time.
 *
 * Source: definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN for a count that is negative or not known;
 *   %KERNEL_ERR_TOO_SHORT where all of them together hold fewer, so that nothing may be shown
 */
KernelStatus
kernel_merge_bins (size_t n, const double *counts, double threshold, size_t *bins, size_t *n_bins)
{
  double held = 0;
  size_t bin = 0;

  if (!(threshold > 0))
    return KERNEL_ERR_PARAMETER;
  for (size_t i = 0; i < n; i++)
    if (!(counts[i] >= 0))
      return KERNEL_ERR_DOMAIN;

  for (size_t i = 0; i < n; i++) {
    bins[i] = bin;
    held += counts[i];
    if (held >= threshold) {
      bin++;
      held = 0;
    }
  }
  if (bin == 0)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = n; i > 0 && bins[i - 1] == bin; i--)
    bins[i - 1] = bin - 1;
  *n_bins = bin;

  return KERNEL_OK;
}
