/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/graph.h"

/* Numbers of size_t that it needs as workspace, for n nodes and e edges. */
#define KERNEL_GRAPH_CUT_WORK(n, e) (14 * (n) + 6 * (e))

typedef struct {
  size_t value;    /* how many ways, or how much goes through them */
  size_t n_cut;    /* how many nodes the cut has; 0 where it is adjacent */
  int is_adjacent; /* an edge leads from the source to the sink, so no nodes part them */
} KernelGraphCut;

KernelStatus kernel_graph_cut (const KernelGraph *graph,
                               size_t source,
                               size_t sink,
                               const size_t *capacities,
                               size_t *cut,
                               size_t *work,
                               KernelGraphCut *found) KERNEL_MUST_CHECK;
