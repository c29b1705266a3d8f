/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/graph-widest.h"

/* Searches breadth first over edges that are at least @narrowest wide, until @sink is reached. */
static int
reaches (const KernelGraph *graph,
         const size_t *widths,
         size_t narrowest,
         size_t source,
         size_t sink,
         size_t *parent,
         size_t *order)
{
  size_t n_reached = 0;

  for (size_t v = 0; v < graph->n_nodes; v++)
    parent[v] = KERNEL_GRAPH_NONE;

  parent[source] = source;
  order[n_reached++] = source;
  for (size_t i = 0; i < n_reached && parent[sink] == KERNEL_GRAPH_NONE; i++)
    for (size_t e = graph->offsets[order[i]]; e < graph->offsets[order[i] + 1]; e++) {
      const size_t target = graph->targets[e];

      if (widths[e] < narrowest || parent[target] != KERNEL_GRAPH_NONE)
        continue;
      parent[target] = order[i];
      order[n_reached++] = target;
    }

  return parent[sink] != KERNEL_GRAPH_NONE;
}

/**
 * kernel_graph_widest:
 * @graph: a graph
 * @widths: shape (edges), how wide each edge is
 * @source: where to start
 * @sink: where to end
 * @parent: (out): shape (n), from which [func@kernel_graph_path] reads the way; @sink has
 *   KERNEL_GRAPH_NONE if there is none
 * @order: shape (n), workspace
 *
 * Finds the way whose narrowest edge is widest, and among those one with the fewest nodes.
 *
 * The width is halved in on, with a search for each guess: O((n + edges) log width).  An edge of
 * width 0 is an edge.
 *
 * Source: M. Pollack (1960), The Maximum Capacity Through a Network, Oper. Res. 8, 733-736.
 *
 * Returns: the width of the narrowest edge; 0 too if there is no way; SIZE_MAX if @source is
 *   @sink
 */
size_t
kernel_graph_widest (const KernelGraph *graph,
                     const size_t *widths,
                     size_t source,
                     size_t sink,
                     size_t *parent,
                     size_t *order)
{
  size_t passes = 0, widest = 0;

  for (size_t e = 0; e < graph->offsets[graph->n_nodes]; e++)
    widest = widths[e] > widest ? widths[e] : widest;
  while (passes < widest) {
    const size_t middle = widest - (widest - passes) / 2;

    if (reaches (graph, widths, middle, source, sink, parent, order))
      passes = middle;
    else
      widest = middle - 1;
  }
  (void) reaches (graph, widths, passes, source, sink, parent, order);

  return source == sink ? SIZE_MAX : passes;
}
