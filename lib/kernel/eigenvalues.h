/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus kernel_eigenvalues (size_t n, double *matrix, double *values) KERNEL_MUST_CHECK;
double kernel_effective_number (size_t n, const double *eigenvalues);
