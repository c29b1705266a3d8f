/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/graph-cut.h"

/* More than any sum of capacities. */
#define UNBOUNDED (SIZE_MAX / 2)

/* A network in which node v is an entrance 2 v and an exit 2 v + 1 with an arc between them, and
 * each arc k has its reverse at k ^ 1.
 */
typedef struct {
  size_t n_nodes, source, sink;
  size_t n_arcs, *heads, *room, *after; /* shape (2 (n + edges)); after: next arc of its tail */
  size_t *first, *level, *at, *line;    /* shape (2 n): first arc, and the search's */
} Network;

static void
add_arc (Network *self, size_t from, size_t to, size_t room)
{
  const size_t ends[2] = { from, to };

  for (size_t side = 0; side < 2; side++) {
    const size_t arc = self->n_arcs++;

    self->heads[arc] = ends[1 - side];
    self->room[arc] = side == 0 ? room : 0;
    self->after[arc] = self->first[ends[side]];
    self->first[ends[side]] = arc;
  }
}

static void
lay_out (Network *self, size_t n, size_t n_edges, size_t *work)
{
  const size_t n_arcs = 2 * (n + n_edges);

  self->heads = work;
  self->room = work + n_arcs;
  self->after = work + 2 * n_arcs;
  work += 3 * n_arcs;
  self->first = work;
  self->level = work + 2 * n;
  self->at = work + 4 * n;
  self->line = work + 6 * n;
  for (size_t v = 0; v < 2 * n; v++)
    self->first[v] = KERNEL_GRAPH_NONE;
}

/* Where an edge leads straight from source to sink it is one way, however often it is there. */
static void
add_edges (Network *self, const KernelGraph *graph, size_t source, size_t sink, int *is_adjacent)
{
  *is_adjacent = 0;
  for (size_t v = 0; v < graph->n_nodes; v++)
    for (size_t e = graph->offsets[v]; e < graph->offsets[v + 1]; e++) {
      const size_t target = graph->targets[e];
      const int is_straight = v == source && target == sink;

      if (is_straight && *is_adjacent)
        continue;
      add_arc (self, 2 * v + 1, 2 * target, is_straight ? 1 : UNBOUNDED);
      *is_adjacent |= is_straight;
    }
}

static KernelStatus
add_nodes (Network *self, const size_t *capacities)
{
  size_t sum = 0;

  for (size_t v = 0; v < self->n_nodes; v++) {
    const size_t room = capacities ? capacities[v] : 1;

    if (room >= UNBOUNDED - sum)
      return KERNEL_ERR_DOMAIN;
    sum += room;
    add_arc (self, 2 * v, 2 * v + 1, room);
  }

  return KERNEL_OK;
}

/* How far every part is from @start along arcs with room, or against them.  Whether @goal is
 * reached.
 */
static int
search (Network *self, size_t start, size_t goal, size_t against)
{
  size_t n_line = 0;

  for (size_t v = 0; v < 2 * self->n_nodes; v++)
    self->level[v] = KERNEL_GRAPH_NONE;
  self->level[start] = 0;
  self->line[n_line++] = start;
  for (size_t i = 0; i < n_line; i++) {
    const size_t part = self->line[i];

    for (size_t k = self->first[part]; k != KERNEL_GRAPH_NONE; k = self->after[k]) {
      if (self->room[k ^ against] == 0 || self->level[self->heads[k]] != KERNEL_GRAPH_NONE)
        continue;
      self->level[self->heads[k]] = self->level[part] + 1;
      self->line[n_line++] = self->heads[k];
    }
  }

  return self->level[goal] != KERNEL_GRAPH_NONE;
}

/* The next arc on from @part, or KERNEL_GRAPH_NONE; those that lead nowhere are not tried again. */
static size_t
next_arc (Network *self, size_t part)
{
  size_t k = self->at[part];

  while (k != KERNEL_GRAPH_NONE &&
         (self->room[k] == 0 || self->level[self->heads[k]] != self->level[part] + 1))
    k = self->after[k];
  self->at[part] = k;

  return k;
}

/* Pushes along the arcs of @line as much as the narrowest has room for. */
static size_t
push (Network *self, size_t n_line)
{
  size_t most = UNBOUNDED;

  for (size_t i = 0; i < n_line; i++)
    most = self->room[self->line[i]] < most ? self->room[self->line[i]] : most;
  for (size_t i = 0; i < n_line; i++) {
    self->room[self->line[i]] -= most;
    self->room[self->line[i] ^ 1] += most;
  }

  return most;
}

/* One more way within the levels: how much goes along it, 0 if there is none. */
static size_t
push_one (Network *self)
{
  size_t part = self->source, n_line = 0;

  while (part != self->sink) {
    const size_t k = next_arc (self, part);

    if (k != KERNEL_GRAPH_NONE) {
      self->line[n_line++] = k;
      part = self->heads[k];
    } else if (n_line > 0) {
      part = self->heads[self->line[--n_line] ^ 1];
      self->at[part] = self->after[self->at[part]];
    } else {
      return 0;
    }
  }

  return push (self, n_line);
}

static size_t
push_all (Network *self)
{
  size_t sum = 0, pushed;

  while (search (self, self->source, self->sink, 0)) {
    for (size_t v = 0; v < 2 * self->n_nodes; v++)
      self->at[v] = self->first[v];
    while ((pushed = push_one (self)) > 0)
      sum += pushed;
  }

  return sum;
}

/* Nodes whose exit leads on to the sink and whose entrance does not. */
static size_t
read_cut (Network *self, size_t *cut)
{
  size_t n_cut = 0;

  (void) search (self, self->sink, self->source, 1);
  for (size_t v = 0; v < self->n_nodes; v++)
    if (self->level[2 * v] == KERNEL_GRAPH_NONE && self->level[2 * v + 1] != KERNEL_GRAPH_NONE)
      cut[n_cut++] = v;

  return n_cut;
}

/**
 * kernel_graph_cut:
 * @graph: a graph
 * @source: where every way starts
 * @sink: where every way ends
 * @capacities: (nullable): shape (n), how much each node lets through, those of @source and
 *   @sink aside; NULL for 1 each
 * @cut: (out): shape (n), the nodes of the cut
 * @work: shape (KERNEL_GRAPH_CUT_WORK (n, edges))
 * @found: (out): what goes through, and what the cut is like
 *
 * Finds how much goes from one node to another, and the fewest nodes without which nothing does.
 *
 * With capacities of 1 it is the largest number of ways that share no node on the way, which is
 * the smallest number of nodes that part the two (Menger's theorem).  Of several smallest cuts it
 * is the one nearest to @sink.  A node
 * that lets nothing through may be in it too.  An edge straight from @source to @sink counts as one
 * way, and no nodes part the two then.  No recursion.  O(n^2 edges), O(sqrt (n) edges) with
 * capacities of 1.
 *
 * Source: E. A. Dinic (1970), Soviet Math. Doklady 11, 1277-1280; nodes split in two as in
 * L. R. Ford and D. R. Fulkerson (1962), Flows in Networks, I.11.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @source is @sink; %KERNEL_ERR_DOMAIN if the sum
 *   of @capacities is not below half of what a size_t holds
 */
KernelStatus
kernel_graph_cut (const KernelGraph *graph,
                  size_t source,
                  size_t sink,
                  const size_t *capacities,
                  size_t *cut,
                  size_t *work,
                  KernelGraphCut *found)
{
  const size_t n = graph->n_nodes;
  Network self = { .n_nodes = n, .source = 2 * source + 1, .sink = 2 * sink };

  if (source == sink)
    return KERNEL_ERR_PARAMETER;

  lay_out (&self, n, graph->offsets[n], work);
  if (add_nodes (&self, capacities) != KERNEL_OK)
    return KERNEL_ERR_DOMAIN;
  add_edges (&self, graph, source, sink, &found->is_adjacent);
  found->value = push_all (&self);
  found->n_cut = found->is_adjacent ? 0 : read_cut (&self, cut);

  return KERNEL_OK;
}
