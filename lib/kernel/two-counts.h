/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

KernelStatus kernel_two_counts (double first,
                                double first_exposure,
                                double second,
                                double second_exposure,
                                double *chance) KERNEL_MUST_CHECK;
