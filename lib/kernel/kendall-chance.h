/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* The most values for which every order is weighed. */
#define KERNEL_KENDALL_CHANCE_MOST 40

size_t kernel_kendall_chance_work (size_t n);

KernelStatus kernel_kendall_chance (size_t n_groups,
                                    const size_t *sizes,
                                    int64_t s,
                                    double *work,
                                    double *chance) KERNEL_MUST_CHECK;
