/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* More would take longer than anybody waits: the work doubles with each. */
#define KERNEL_SHAPLEY_MOST 8

KernelStatus kernel_shapley (size_t n, const double *values, double *effects) KERNEL_MUST_CHECK;
