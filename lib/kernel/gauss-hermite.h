/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* More nodes than a double has room for the weights of. */
#define KERNEL_MOST_NODES 256

KernelStatus kernel_gauss_hermite (size_t n_nodes, double *nodes, double *weights)
    KERNEL_MUST_CHECK;
