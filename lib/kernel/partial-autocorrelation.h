/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus kernel_partial_autocorrelation (size_t n_lags,
                                             const double *correlations,
                                             double *work,
                                             double *partials) KERNEL_MUST_CHECK;
