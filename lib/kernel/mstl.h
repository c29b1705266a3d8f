/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/stl.h"

size_t kernel_mstl_work_size (size_t n, size_t n_periods, const size_t *periods);

KernelStatus kernel_mstl (size_t n,
                          const double *values,
                          size_t n_periods,
                          const size_t *periods,
                          const size_t *windows,
                          size_t n_passes,
                          bool is_robust,
                          double *work,
                          double *seasons,
                          double *trend,
                          double *remainder) KERNEL_MUST_CHECK;
