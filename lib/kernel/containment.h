/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

double kernel_word_weight (size_t n_texts, size_t n_with, double most);
KernelStatus
kernel_containment (size_t n, const double *weights, const double *matches, double *share)
    KERNEL_MUST_CHECK;
