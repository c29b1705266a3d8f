/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/graph.h"

/* Numbers of size_t that it needs as workspace, for n nodes and e edges. */
#define KERNEL_GRAPH_CIRCUITS_WORK(n, e) (10 * (n) + 3 * (e) + 1)

typedef struct {
  size_t n_counted;
  size_t n_listed;
  int is_more; /* there are more than were counted */
} KernelCircuits;

void kernel_graph_circuits (const KernelGraph *graph,
                            size_t most_listed,
                            size_t most_counted,
                            size_t *nodes,
                            size_t *ends,
                            size_t *work,
                            KernelCircuits *found);
