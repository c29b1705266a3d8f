/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/moving-range.h"

KernelStatus kernel_individuals (size_t n,
                                 const double *values,
                                 const uint8_t *used,
                                 const uint8_t *joined,
                                 double sigma_per_range,
                                 double screen,
                                 double *work,
                                 double *centre,
                                 double *sigma,
                                 KernelMeanRange *ranges) KERNEL_MUST_CHECK;
