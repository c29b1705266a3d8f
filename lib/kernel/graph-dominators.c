/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/graph-dominators.h"

/* Numbers the nodes that are reached in the order in which a depth-first walk leaves them, and
 * gives how many there are.  @next and @walk: shape (n).
 */
static size_t
number_nodes (const KernelGraph *graph, size_t source, size_t *number, size_t *next, size_t *walk)
{
  size_t n_walk = 0, n_left = 0;

  for (size_t v = 0; v < graph->n_nodes; v++) {
    number[v] = KERNEL_GRAPH_NONE;
    next[v] = graph->offsets[v];
  }
  number[source] = 0;
  walk[n_walk++] = source;
  while (n_walk > 0) {
    const size_t node = walk[n_walk - 1];

    if (next[node] < graph->offsets[node + 1]) {
      const size_t target = graph->targets[next[node]++];

      if (number[target] == KERNEL_GRAPH_NONE) {
        number[target] = 0;
        walk[n_walk++] = target;
      }
    } else {
      number[node] = n_left++;
      n_walk--;
    }
  }

  return n_left;
}

/* Where the ways up from two nodes meet. */
static size_t
meet (const size_t *dominator, const size_t *number, size_t a, size_t b)
{
  while (a != b) {
    while (number[a] < number[b])
      a = dominator[a];
    while (number[b] < number[a])
      b = dominator[b];
  }

  return a;
}

/* Lifts what @node leads to.  Whether anything was lifted. */
static int
lift_targets (const KernelGraph *graph, size_t node, size_t *dominator, const size_t *number)
{
  int is_changed = 0;

  for (size_t e = graph->offsets[node]; e < graph->offsets[node + 1]; e++) {
    const size_t target = graph->targets[e];
    const size_t before = dominator[target];
    const size_t above =
        before == KERNEL_GRAPH_NONE ? node : meet (dominator, number, before, node);

    if (above == before)
      continue;
    dominator[target] = above;
    is_changed = 1;
  }

  return is_changed;
}

/**
 * kernel_graph_dominators:
 * @graph: a graph
 * @source: where every way starts
 * @dominator: (out): shape (n), for each node the last one before it that every way from
 *   @source to it passes; @source itself for @source; KERNEL_GRAPH_NONE for a node that is not
 *   reached
 * @work: shape (KERNEL_GRAPH_DOMINATORS_WORK (n))
 *
 * Finds the nodes that no way can avoid.
 *
 * All of them, for one node, are what [func@kernel_graph_path] reads off @dominator.  Edges are
 * followed forwards, so no list of those that lead to a node is needed: an edge can lift what
 * it leads to only to a node that dominates it still, and at rest every edge has been heeded.
 * No recursion.  O(n edges) at most, O(n + edges) where no loop has two ways in.
 *
 * Source: K. D. Cooper, T. J. Harvey and K. Kennedy (2001), A Simple, Fast Dominance Algorithm,
 * Rice University TR-06-33870, figure 3.
 *
 * Returns: how many nodes are reached, @source included
 */
size_t
kernel_graph_dominators (const KernelGraph *graph, size_t source, size_t *dominator, size_t *work)
{
  const size_t n = graph->n_nodes;
  size_t *number = work, *order = work + n;
  const size_t n_reached = number_nodes (graph, source, number, order, work + 2 * n);
  int is_changed = 1;

  for (size_t v = 0; v < n; v++) {
    dominator[v] = KERNEL_GRAPH_NONE;
    if (number[v] != KERNEL_GRAPH_NONE)
      order[n_reached - 1 - number[v]] = v;
  }
  dominator[source] = source;
  while (is_changed) {
    is_changed = 0;
    for (size_t i = 0; i < n_reached; i++)
      is_changed |= lift_targets (graph, order[i], dominator, number);
  }

  return n_reached;
}
