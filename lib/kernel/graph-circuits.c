/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/graph-circuits.h"

/* What is left of a graph, and where the walk round it stands.  An edge from v to w waits at w
 * when v is to be freed together with w.
 */
typedef struct {
  size_t *targets, *sources, *waits; /* shape (edges); waits: the next edge at the same node */
  size_t *component, *is_gone;       /* shape (n) */
  size_t *is_begun;                  /* shape (n), of components: a walk was made in it */
  size_t *to_free;                   /* shape (n) */
  size_t *is_blocked, *waiting, *is_closed, *next, *path; /* shape (n), one after the other */
  size_t *offsets;                                        /* shape (n + 1) */
  size_t n_path, start;

  size_t most_listed, most_counted, *nodes, *ends;
  KernelCircuits *found;
} Circuits;

static void
lay_out (Circuits *self, size_t n, size_t n_edges, size_t *work)
{
  self->targets = work;
  self->sources = work + n_edges;
  self->waits = work + 2 * n_edges;
  work += 3 * n_edges;
  self->component = work;
  self->is_gone = work + n;
  self->is_begun = work + 2 * n;
  self->to_free = work + 3 * n;
  self->is_blocked = work + 4 * n;
  self->waiting = work + 5 * n;
  self->is_closed = work + 6 * n;
  self->next = work + 7 * n;
  self->path = work + 8 * n;
  self->offsets = work + 9 * n;
}

/* An edge that is there twice is copied once. */
static void
copy_edges (Circuits *self, const KernelGraph *graph)
{
  size_t *last = self->to_free, n_edges = 0;

  for (size_t v = 0; v < graph->n_nodes; v++) {
    self->is_gone[v] = 0;
    last[v] = KERNEL_GRAPH_NONE;
  }
  self->offsets[0] = 0;
  for (size_t v = 0; v < graph->n_nodes; v++) {
    for (size_t e = graph->offsets[v]; e < graph->offsets[v + 1]; e++) {
      const size_t target = graph->targets[e];

      if (last[target] == v)
        continue;
      last[target] = v;
      self->targets[n_edges++] = target;
    }
    self->offsets[v + 1] = n_edges;
  }
}

static int
is_kept (const Circuits *self, size_t from, size_t to, int is_within)
{
  return !self->is_gone[from] && !self->is_gone[to] &&
         (!is_within || self->component[from] == self->component[to]);
}

/* Drops edges at nodes that are gone and, where @is_within, those that leave a component. */
static void
drop_edges (Circuits *self, size_t n_nodes, int is_within)
{
  size_t from = 0, n_kept = 0;

  for (size_t v = 0; v < n_nodes; v++) {
    const size_t end = self->offsets[v + 1];

    for (size_t e = from; e < end; e++)
      if (is_kept (self, v, self->targets[e], is_within)) {
        self->sources[n_kept] = v;
        self->targets[n_kept++] = self->targets[e];
      }
    from = end;
    self->offsets[v + 1] = n_kept;
  }
}

static void
enter (Circuits *self, size_t node)
{
  self->path[self->n_path++] = node;
  self->next[node] = self->offsets[node];
  self->is_blocked[node] = 1;
  self->is_closed[node] = 0;
}

/* Frees a node, and what waits for it. */
static void
free_node (Circuits *self, size_t node)
{
  size_t n_to_free = 0;

  self->is_blocked[node] = 0;
  self->to_free[n_to_free++] = node;
  while (n_to_free > 0) {
    const size_t freed = self->to_free[--n_to_free];
    size_t e = self->waiting[freed];

    self->waiting[freed] = KERNEL_GRAPH_NONE;
    while (e != KERNEL_GRAPH_NONE) {
      const size_t after = self->waits[e];

      self->waits[e] = e;
      if (self->is_blocked[self->sources[e]]) {
        self->is_blocked[self->sources[e]] = 0;
        self->to_free[n_to_free++] = self->sources[e];
      }
      e = after;
    }
  }
}

/* An edge that does not wait points to itself. */
static void
wait_for_targets (Circuits *self, size_t node)
{
  for (size_t e = self->offsets[node]; e < self->offsets[node + 1]; e++) {
    if (self->waits[e] != e)
      continue;
    self->waits[e] = self->waiting[self->targets[e]];
    self->waiting[self->targets[e]] = e;
  }
}

static void
leave (Circuits *self)
{
  const size_t node = self->path[--self->n_path];

  if (!self->is_closed[node]) {
    wait_for_targets (self, node);
    return;
  }
  free_node (self, node);
  if (self->n_path > 0)
    self->is_closed[self->path[self->n_path - 1]] = 1;
}

static void
report (Circuits *self)
{
  KernelCircuits *found = self->found;
  size_t at = found->n_listed > 0 ? self->ends[found->n_listed - 1] : 0;

  if (found->n_counted == self->most_counted) {
    found->is_more = 1;
    return;
  }
  found->n_counted++;
  if (found->n_listed == self->most_listed)
    return;
  for (size_t i = 0; i < self->n_path; i++)
    self->nodes[at++] = self->path[i];
  self->ends[found->n_listed++] = at;
}

static void
walk_from (Circuits *self, size_t start)
{
  self->n_path = 0;
  enter (self, start);
  while (self->n_path > 0 && !self->found->is_more) {
    const size_t node = self->path[self->n_path - 1];

    if (self->next[node] < self->offsets[node + 1]) {
      const size_t target = self->targets[self->next[node]++];

      if (target == start) {
        self->is_closed[node] = 1;
        report (self);
      } else if (!self->is_blocked[target]) {
        enter (self, target);
      }
    } else {
      leave (self);
    }
  }
}

static void
forget (Circuits *self, size_t n_nodes)
{
  for (size_t v = 0; v < n_nodes; v++) {
    self->is_begun[v] = self->is_blocked[v] = 0;
    self->waiting[v] = KERNEL_GRAPH_NONE;
  }
  for (size_t e = 0; e < self->offsets[n_nodes]; e++)
    self->waits[e] = e;
}

/* Walks from the first node of each component that has an edge, and takes it away.  Whether there
 * was any.
 */
static int
walk_each_component (Circuits *self, size_t n_nodes)
{
  int is_any = 0;

  forget (self, n_nodes);
  for (size_t v = 0; v < n_nodes && !self->found->is_more; v++) {
    if (self->offsets[v] == self->offsets[v + 1] || self->is_begun[self->component[v]])
      continue;
    self->is_begun[self->component[v]] = 1;
    walk_from (self, v);
    self->is_gone[v] = 1;
    is_any = 1;
  }

  return is_any;
}

/**
 * kernel_graph_circuits:
 * @graph: a graph
 * @most_listed: how many to list at most
 * @most_counted: how many to count at most
 * @nodes: (out): shape (@most_listed * n), the nodes of the first circuit, of the second, …, each
 *   from its first node on, which is not repeated
 * @ends: (out): shape (@most_listed), where each of them ends in @nodes
 * @work: shape (KERNEL_GRAPH_CIRCUITS_WORK (n, edges))
 * @found: (out): how many were counted and listed, and whether there are more
 *
 * Finds the elementary circuits: ways from a node back to itself that meet no node twice.
 *
 * An edge to itself is a circuit of one node; an edge that is there twice counts once.  There can
 * be more circuits than anybody could wait for, so nothing is done once @most_counted have been
 * counted but to see whether there is one more.  Those through node 0 come first.  No recursion.
 * O((n + edges) (counted + 1)).
 *
 * Components are looked for in all that is left, and a walk made from the first node of each, so
 * that many small knots take no longer than one.
 *
 * Source: D. B. Johnson (1975), Finding All the Elementary Circuits of a Directed Graph,
 * SIAM J. Comput. 4, 77-84.
 */
void
kernel_graph_circuits (const KernelGraph *graph,
                       size_t most_listed,
                       size_t most_counted,
                       size_t *nodes,
                       size_t *ends,
                       size_t *work,
                       KernelCircuits *found)
{
  const size_t n = graph->n_nodes;
  Circuits self = { .most_listed = most_listed,
                    .most_counted = most_counted,
                    .nodes = nodes,
                    .ends = ends,
                    .found = found };
  int is_any = 1;

  *found = (KernelCircuits){ 0 };
  lay_out (&self, n, graph->offsets[n], work);
  copy_edges (&self, graph);
  while (is_any && !found->is_more) {
    const KernelGraph left = { n, self.offsets, self.targets };
    size_t n_components;

    drop_edges (&self, n, 0);
    kernel_graph_components (&left, self.component, &n_components, self.is_blocked);
    drop_edges (&self, n, 1);
    is_any = walk_each_component (&self, n);
  }
}
