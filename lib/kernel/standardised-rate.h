/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/**
 * KernelStandardisedRate:
 * @events: events observed
 * @rate: events a person of the standard population
 * @variance: of @rate
 * @lower: lower end of its interval
 * @upper: upper end of its interval
 */
typedef struct {
  double events, rate, variance, lower, upper;
} KernelStandardisedRate;

KernelStatus kernel_direct_rate (size_t n,
                                 const double *counts,
                                 const double *spreads,
                                 const double *populations,
                                 const double *standard,
                                 double z,
                                 KernelStandardisedRate *result,
                                 size_t *bad) KERNEL_MUST_CHECK;
KernelStatus kernel_indirect_expected (size_t n,
                                       const double *populations,
                                       const double *reference_counts,
                                       const double *reference_populations,
                                       double *expected,
                                       size_t *bad) KERNEL_MUST_CHECK;
