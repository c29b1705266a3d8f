/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

KernelStatus kernel_cusum (size_t n,
                           const double *values,
                           const uint8_t *joined,
                           double centre,
                           double allowance,
                           double *up,
                           double *down) KERNEL_MUST_CHECK;
