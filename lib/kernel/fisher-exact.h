/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

KernelStatus kernel_fisher_exact (double a, double b, double c, double d, double *chance)
    KERNEL_MUST_CHECK;
