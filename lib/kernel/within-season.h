/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/lagged-correlation.h"

/* The longest season: the weeks of a year. */
#define KERNEL_WITHIN_MOST_SEASON 53

KernelStatus kernel_within_season (size_t n,
                                   const double *x,
                                   const double *y,
                                   size_t lag,
                                   unsigned season,
                                   KernelLagged *found) KERNEL_MUST_CHECK;
KernelStatus
kernel_season_left (size_t n, const double *values, unsigned season, size_t n_taken, double *chance)
    KERNEL_MUST_CHECK;
