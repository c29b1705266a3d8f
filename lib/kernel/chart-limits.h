/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus kernel_chart_limits (size_t n,
                                  const double *sizes,
                                  double centre,
                                  double sigma,
                                  double width,
                                  double floor,
                                  double ceiling,
                                  double *spreads,
                                  double *lower,
                                  double *upper) KERNEL_MUST_CHECK;

KernelStatus kernel_limits_around (size_t n,
                                   const double *centre,
                                   const double *spreads,
                                   double width,
                                   double floor,
                                   double ceiling,
                                   double *lower,
                                   double *upper) KERNEL_MUST_CHECK;
