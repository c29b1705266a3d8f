/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

double kernel_break_place_cdf (double x, double ratio);
KernelStatus kernel_break_interval (double change,
                                    double variance_before,
                                    double variance_after,
                                    double level,
                                    double *earlier,
                                    double *later) KERNEL_MUST_CHECK;
KernelStatus kernel_regression_break_interval (double square_before,
                                               double square_after,
                                               double variance_before,
                                               double variance_after,
                                               double level,
                                               double *earlier,
                                               double *later) KERNEL_MUST_CHECK;
