/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* Not a node: the parent of a source, and of what was not reached. */
#define KERNEL_GRAPH_NONE SIZE_MAX

/* A directed graph in compressed rows, borrowed.  The edges of node v go to
 * targets[offsets[v]] … targets[offsets[v + 1] - 1].
 */
typedef struct {
  size_t n_nodes;
  const size_t *offsets; /* shape (n_nodes + 1) */
  const size_t *targets; /* shape (offsets[n_nodes]) */
} KernelGraph;

/* Numbers of size_t that each function needs as workspace, for n nodes. */
#define KERNEL_GRAPH_MERGE_WORK(n) (n)
#define KERNEL_GRAPH_COMPONENTS_WORK(n) (5 * (n))
#define KERNEL_GRAPH_CYCLE_WORK(n) (2 * (n))

void kernel_graph_merge (size_t n_nodes,
                         size_t n_pairs,
                         const size_t *pairs,
                         size_t *group,
                         size_t *n_groups,
                         size_t *work);
KernelStatus kernel_graph_check (const KernelGraph *graph) KERNEL_MUST_CHECK;
void kernel_graph_components (const KernelGraph *graph,
                              size_t *component,
                              size_t *n_components,
                              size_t *work);
size_t kernel_graph_search (const KernelGraph *graph, size_t source, size_t *parent, size_t *order);
size_t kernel_graph_path (const size_t *parent, size_t node, size_t *path);
size_t
kernel_graph_shortest_cycle (const KernelGraph *graph, size_t through, size_t *path, size_t *work);
