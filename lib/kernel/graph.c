/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/graph.h"

static size_t
root_of (size_t *above, size_t node)
{
  while (above[node] != node) {
    above[node] = above[above[node]];
    node = above[node];
  }

  return node;
}

/**
 * kernel_graph_merge:
 * @n_nodes: number of nodes
 * @n_pairs: number of pairs
 * @pairs: shape (2 * @n_pairs), nodes that are the same, two and two
 * @group: (out): shape (@n_nodes), the group of each node, numbered from 0 in
 *   the order of their first nodes
 * @n_groups: (out): how many groups there are
 * @work: shape (KERNEL_GRAPH_MERGE_WORK (@n_nodes))
 *
 * Merges nodes that are the same, directly or through others.
 *
 * The first node of a group is its root, so the numbers do not depend on the
 * order of the pairs.  O(n + pairs log n).
 *
 * Source: B. A. Galler and M. J. Fischer (1964), Comm. ACM 7, 301-303.
 */
void
kernel_graph_merge (size_t n_nodes,
                    size_t n_pairs,
                    const size_t *pairs,
                    size_t *group,
                    size_t *n_groups,
                    size_t *work)
{
  for (size_t i = 0; i < n_nodes; i++)
    work[i] = i;

  for (size_t i = 0; i < n_pairs; i++) {
    const size_t a = root_of (work, pairs[2 * i]);
    const size_t b = root_of (work, pairs[2 * i + 1]);

    work[a > b ? a : b] = a > b ? b : a;
  }

  *n_groups = 0;
  for (size_t i = 0; i < n_nodes; i++) {
    const size_t root = root_of (work, i);

    group[i] = root == i ? (*n_groups)++ : group[root];
  }
}

/**
 * kernel_graph_check:
 * @graph: a graph
 *
 * Checks that the other functions may walk @graph: offsets start at 0 and do
 * not fall, and every edge leads to a node.  O(n + edges).
 *
 * Returns: %KERNEL_OK, or %KERNEL_ERR_DOMAIN
 */
KernelStatus
kernel_graph_check (const KernelGraph *graph)
{
  if (graph->offsets[0] != 0)
    return KERNEL_ERR_DOMAIN;
  for (size_t v = 0; v < graph->n_nodes; v++)
    if (graph->offsets[v + 1] < graph->offsets[v])
      return KERNEL_ERR_DOMAIN;
  for (size_t e = 0; e < graph->offsets[graph->n_nodes]; e++)
    if (graph->targets[e] >= graph->n_nodes)
      return KERNEL_ERR_DOMAIN;

  return KERNEL_OK;
}

/* Where a depth-first walk stands.  Node v has been seen when seen[v] > 0. */
typedef struct {
  size_t *seen, *low, *next; /* shape (n) each; next: the edge to try next */
  size_t *open, n_open;      /* nodes whose component is not closed */
  size_t *walk, n_walk;      /* the way from the root to here */
  size_t n_seen;
} Walk;

static void
walk_enter (Walk *walk, const KernelGraph *graph, size_t node)
{
  walk->seen[node] = walk->low[node] = ++walk->n_seen;
  walk->next[node] = graph->offsets[node];
  walk->open[walk->n_open++] = node;
  walk->walk[walk->n_walk++] = node;
}

static void
walk_leave (Walk *walk, size_t node, size_t *component, size_t *n_components)
{
  walk->n_walk--;
  if (walk->n_walk > 0) {
    const size_t above = walk->walk[walk->n_walk - 1];

    if (walk->low[node] < walk->low[above])
      walk->low[above] = walk->low[node];
  }
  if (walk->low[node] < walk->seen[node])
    return;

  while (component[node] == KERNEL_GRAPH_NONE)
    component[walk->open[--walk->n_open]] = *n_components;
  (*n_components)++;
}

static void
walk_from (Walk *walk,
           const KernelGraph *graph,
           size_t root,
           size_t *component,
           size_t *n_components)
{
  walk_enter (walk, graph, root);

  while (walk->n_walk > 0) {
    const size_t node = walk->walk[walk->n_walk - 1];

    if (walk->next[node] < graph->offsets[node + 1]) {
      const size_t target = graph->targets[walk->next[node]++];

      if (walk->seen[target] == 0)
        walk_enter (walk, graph, target);
      else if (component[target] == KERNEL_GRAPH_NONE && walk->seen[target] < walk->low[node])
        walk->low[node] = walk->seen[target];
    } else {
      walk_leave (walk, node, component, n_components);
    }
  }
}

/**
 * kernel_graph_components:
 * @graph: a graph
 * @component: (out): shape (n), the component of each node
 * @n_components: (out): how many components there are
 * @work: shape (KERNEL_GRAPH_COMPONENTS_WORK (n))
 *
 * Finds the strongly connected components: nodes that can each reach the other.
 *
 * Components are numbered so that no edge leads to a higher number.  No
 * recursion, so a long chain cannot exhaust the stack.  O(n + edges).
 *
 * Source: R. E. Tarjan (1972), SIAM J. Comput. 1, 146-160.
 */
void
kernel_graph_components (const KernelGraph *graph,
                         size_t *component,
                         size_t *n_components,
                         size_t *work)
{
  const size_t n = graph->n_nodes;
  Walk walk = {
    .seen = work, .low = work + n, .next = work + 2 * n, .open = work + 3 * n, .walk = work + 4 * n
  };

  *n_components = 0;
  for (size_t v = 0; v < n; v++) {
    walk.seen[v] = 0;
    component[v] = KERNEL_GRAPH_NONE;
  }
  for (size_t v = 0; v < n; v++)
    if (walk.seen[v] == 0)
      walk_from (&walk, graph, v, component, n_components);
}

/**
 * kernel_graph_search:
 * @graph: a graph
 * @source: where to start
 * @parent: (out): shape (n), the node before each on a shortest path from
 *   @source; KERNEL_GRAPH_NONE for a node that is not reached; @source itself for @source
 * @order: (out): shape (n), the nodes that are reached, nearest first
 *
 * Searches a graph breadth first.  Among equally near nodes, the one whose edge
 * comes first is first.  O(n + edges).
 *
 * Returns: how many nodes are reached, @source included
 */
size_t
kernel_graph_search (const KernelGraph *graph, size_t source, size_t *parent, size_t *order)
{
  size_t n_reached = 0;

  for (size_t v = 0; v < graph->n_nodes; v++)
    parent[v] = KERNEL_GRAPH_NONE;

  parent[source] = source;
  order[n_reached++] = source;
  for (size_t i = 0; i < n_reached; i++) {
    const size_t node = order[i];

    for (size_t e = graph->offsets[node]; e < graph->offsets[node + 1]; e++) {
      const size_t target = graph->targets[e];

      if (parent[target] != KERNEL_GRAPH_NONE)
        continue;
      parent[target] = node;
      order[n_reached++] = target;
    }
  }

  return n_reached;
}

/**
 * kernel_graph_path:
 * @parent: shape (n), from [func@kernel_graph_search]
 * @node: where to end
 * @path: (out): shape (n), the nodes from the source to @node, both included
 *
 * Reads a shortest path off a search.
 *
 * Returns: how many nodes the path has, 0 if @node was not reached
 */
size_t
kernel_graph_path (const size_t *parent, size_t node, size_t *path)
{
  size_t n_path = 0;

  if (parent[node] == KERNEL_GRAPH_NONE)
    return 0;

  for (size_t v = node;; v = parent[v]) {
    path[n_path++] = v;
    if (parent[v] == v)
      break;
  }

  for (size_t i = 0; i < n_path / 2; i++) {
    const size_t swapped = path[i];

    path[i] = path[n_path - 1 - i];
    path[n_path - 1 - i] = swapped;
  }

  return n_path;
}

static int
has_edge (const KernelGraph *graph, size_t from, size_t to)
{
  for (size_t e = graph->offsets[from]; e < graph->offsets[from + 1]; e++)
    if (graph->targets[e] == to)
      return 1;

  return 0;
}

/**
 * kernel_graph_shortest_cycle:
 * @graph: a graph
 * @through: a node
 * @path: (out): shape (n), the nodes of the cycle from @through on, which is not repeated
 * @work: shape (KERNEL_GRAPH_CYCLE_WORK (n))
 *
 * Finds a shortest way from a node back to itself.  An edge to itself is a cycle
 * of one node.  O(n + edges).
 *
 * Returns: how many nodes the cycle has, 0 if there is none
 */
size_t
kernel_graph_shortest_cycle (const KernelGraph *graph, size_t through, size_t *path, size_t *work)
{
  size_t *parent = work;
  size_t *order = work + graph->n_nodes;
  const size_t n_reached = kernel_graph_search (graph, through, parent, order);

  for (size_t i = 0; i < n_reached; i++)
    if (has_edge (graph, order[i], through))
      return kernel_graph_path (parent, order[i], path);

  return 0;
}
