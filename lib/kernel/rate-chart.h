/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/moving-range.h"

KernelStatus kernel_rate_chart (size_t n,
                                const double *counts,
                                const double *exposures,
                                const uint8_t *used,
                                const uint8_t *joined,
                                double sigma_per_range,
                                double screen,
                                double *work,
                                double *centre,
                                double *sigma,
                                double *dispersion,
                                KernelMeanRange *ranges,
                                size_t *bad) KERNEL_MUST_CHECK;
