/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus kernel_merge_parts (size_t n,
                                 size_t n_counts,
                                 const double *counts,
                                 double threshold,
                                 size_t *parts,
                                 size_t *n_parts,
                                 size_t *n_merged) KERNEL_MUST_CHECK;
