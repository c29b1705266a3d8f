/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* Numbers that turn a mean moving range of two into limits, as a source prints them.
 *
 * @sigma: standard deviation per mean range, 1/d2
 * @range_limit: upper limit of the ranges per mean range at width 3, D4
 * @median_sigma: standard deviation per median range
 * @median_range_limit: upper limit of the ranges per median range at width 3
 */
typedef struct {
  double sigma;
  double range_limit;
  double median_sigma;
  double median_range_limit;
} KernelRangeConstants;

extern const KernelRangeConstants kernel_constants_exact;
extern const KernelRangeConstants kernel_constants_wheeler;
extern const KernelRangeConstants kernel_constants_montgomery;

/* What a mean range was made of. */
typedef struct {
  double mean;      /* NaN when there is no range */
  size_t n_ranges;  /* ranges in the mean */
  size_t n_dropped; /* ranges left out by screening */
} KernelMeanRange;

KernelStatus
kernel_moving_ranges (size_t n, const double *values, const uint8_t *joined, double *ranges)
    KERNEL_MUST_CHECK;

KernelStatus
kernel_mean_range (size_t n, const double *ranges, double screen, KernelMeanRange *result)
    KERNEL_MUST_CHECK;

KernelStatus
kernel_median_range (size_t n, const double *ranges, double *work, KernelMeanRange *result)
    KERNEL_MUST_CHECK;

/* Ranges of z_i = (count_i / size_i - centre) sqrt (size_i) / sigma; @sizes may be NULL. */
void kernel_standard_ranges (size_t n,
                             const double *counts,
                             const double *sizes,
                             const uint8_t *joined,
                             double centre,
                             double sigma,
                             double *ranges);

/* Marks the ranges that @screen would leave out, by their first mean; how many. */
size_t kernel_mark_screened (size_t n, const double *ranges, double screen, uint8_t *marks);
