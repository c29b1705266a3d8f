/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

KernelStatus kernel_break_profile (size_t n,
                                   const double *counts,
                                   const double *sizes,
                                   bool is_share,
                                   double dispersion,
                                   double level,
                                   size_t least,
                                   size_t *best,
                                   size_t *earliest,
                                   size_t *latest) KERNEL_MUST_CHECK;
