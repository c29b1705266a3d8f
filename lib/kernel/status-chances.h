/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

KernelStatus kernel_normal_chances (size_t n_edges,
                                    const double *edges,
                                    double mean,
                                    double deviation,
                                    double *chances) KERNEL_MUST_CHECK;
KernelStatus kernel_binomial_chances (size_t n_edges,
                                      const double *edges,
                                      const uint8_t *below,
                                      double total,
                                      double p,
                                      double *chances) KERNEL_MUST_CHECK;
KernelStatus kernel_poisson_chances (size_t n_edges,
                                     const double *edges,
                                     const uint8_t *below,
                                     double mean,
                                     double *chances) KERNEL_MUST_CHECK;
KernelStatus kernel_joint_chances (size_t n_before,
                                   const double *before,
                                   size_t n_after,
                                   const double *after,
                                   double correlation,
                                   double *chances) KERNEL_MUST_CHECK;
