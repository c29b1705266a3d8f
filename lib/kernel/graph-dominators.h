/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/graph.h"

/* Numbers of size_t that it needs as workspace, for n nodes. */
#define KERNEL_GRAPH_DOMINATORS_WORK(n) (3 * (n))

size_t
kernel_graph_dominators (const KernelGraph *graph, size_t source, size_t *dominator, size_t *work);
