/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* How far two who sorted the same things into the same kinds agree.
 *
 * @n: how many were sorted by both
 * @agreed: the share that both put into the same kind
 * @kappa: what is left of it beyond what comes of how often each used each kind; NaN where
 *   both used one kind only
 * @adjusted: twice @agreed less 1, which does not depend on how common a kind is; of two kinds
 *   it is kappa as it would be were both as common
 */
typedef struct {
  double n;
  double agreed;
  double kappa;
  double adjusted;
} KernelCoders;

KernelStatus kernel_coders (size_t n_kinds, const double *counts, KernelCoders *result)
    KERNEL_MUST_CHECK;
double kernel_sample_size (double share, double margin, double z);
