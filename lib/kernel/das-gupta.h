/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/shapley.h"

KernelStatus kernel_das_gupta (size_t n_factors,
                               size_t n,
                               const double *before,
                               const double *after,
                               double *parts,
                               double *effects) KERNEL_MUST_CHECK;
KernelStatus kernel_composition (size_t n_ways, const double *totals, double *shares)
    KERNEL_MUST_CHECK;
