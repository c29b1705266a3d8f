/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus
kernel_lag_correlation (size_t n, const double *values, size_t lag, double *correlation)
    KERNEL_MUST_CHECK;

KernelStatus
kernel_hamed_rao (size_t n, const double *ranks, size_t n_lags, double level, double *excess)
    KERNEL_MUST_CHECK;
KernelStatus kernel_yue_wang (size_t n, const double *residuals, size_t n_lags, double *excess)
    KERNEL_MUST_CHECK;
KernelStatus kernel_first_order_excess (size_t n, double correlation, double *excess)
    KERNEL_MUST_CHECK;

void kernel_detrend (size_t n, const double *values, double slope, double *residuals);
KernelStatus kernel_pre_whiten (size_t n, const double *values, double *whitened) KERNEL_MUST_CHECK;
KernelStatus
kernel_pre_whiten_free_of_trend (size_t n, double *values, double slope, double *whitened)
    KERNEL_MUST_CHECK;
