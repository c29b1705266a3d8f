/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/linkage.h"

KernelLinkageSeason kernel_linkage_season (size_t n,
                                           unsigned season,
                                           size_t n_taken,
                                           const KernelBothWays *x,
                                           const KernelBothWays *y,
                                           const KernelLinkage *found);
