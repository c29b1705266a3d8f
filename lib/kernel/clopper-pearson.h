/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus kernel_clopper_pearson (size_t n,
                                     const double *counts,
                                     const double *totals,
                                     double level,
                                     double *lower,
                                     double *upper,
                                     size_t *bad) KERNEL_MUST_CHECK;
