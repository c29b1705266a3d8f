/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/layered.h"

#include "report/layered-rows.h"
#include "report/layered-spread.h"

Layered *
layered_new (guint n_nodes, guint n_edges)
{
  Layered *self = g_new0 (Layered, 1);

  self->n_nodes = n_nodes;
  self->nodes = g_new0 (LayeredNode, n_nodes);
  self->n_edges = n_edges;
  self->edges = g_new0 (LayeredEdge, n_edges);
  for (guint i = 0; i < n_edges; i++)
    self->edges[i].points = g_array_new (FALSE, FALSE, sizeof (LayeredPoint));

  return self;
}

void
layered_free (Layered *self)
{
  for (guint i = 0; i < self->n_edges; i++)
    g_array_unref (self->edges[i].points);
  g_free (self->nodes);
  g_free (self->edges);
  g_free (self->gaps);
  g_free (self);
}

/* --- Layers ---------------------------------------------------------------------------- */

/* The edges that leave each node, in their order. */
static GPtrArray *
edges_by_node (const Layered *self)
{
  GPtrArray *by_node = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->n_nodes; i++)
    g_ptr_array_add (by_node, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->n_edges; i++)
    g_array_append_val ((GArray *) by_node->pdata[self->edges[i].from], i);

  return by_node;
}

enum {
  NEW,
  OPEN,
  DONE,
};

typedef struct {
  Layered *self;
  GPtrArray *leaving; /* of GArray of guint: edges */
  guint8 *states;
  guint *next;   /* of the edges that leave a node */
  GArray *stack; /* of guint: nodes that are open */
  GArray *order; /* of guint: nodes, each after all that it leads to */
} Walk;

/* One edge further, or back out of the node where there is none left. */
static void
walk_step (Walk *walk)
{
  const guint node = g_array_index (walk->stack, guint, walk->stack->len - 1);
  const GArray *leaving = walk->leaving->pdata[node];
  LayeredEdge *edge;

  if (walk->next[node] == leaving->len) {
    walk->states[node] = DONE;
    g_array_append_val (walk->order, node);
    g_array_set_size (walk->stack, walk->stack->len - 1);
    return;
  }
  edge = &walk->self->edges[g_array_index (leaving, guint, walk->next[node]++)];
  edge->is_back = walk->states[edge->to] == OPEN;
  if (walk->states[edge->to] == NEW) {
    walk->states[edge->to] = OPEN;
    g_array_append_val (walk->stack, edge->to);
  }
}

static void
walk_from (Walk *walk, guint node)
{
  if (walk->states[node] != NEW)
    return;
  walk->states[node] = OPEN;
  g_array_append_val (walk->stack, node);
  while (walk->stack->len > 0)
    walk_step (walk);
}

/* Depth first: an edge to a node that is still open closes a loop. */
static GArray *
find_back_edges (Layered *self)
{
  g_autoptr (GPtrArray) leaving = edges_by_node (self);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *states = g_new0 (guint8, self->n_nodes);
  g_autofree guint *next = g_new0 (guint, self->n_nodes);
  Walk walk = { self, leaving, states, next, stack, g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (guint i = 0; i < self->n_nodes; i++)
    walk_from (&walk, i);

  return walk.order;
}

guint
layered_edge_upper (const LayeredEdge *edge)
{
  return edge->is_back ? edge->to : edge->from;
}

guint
layered_edge_lower (const LayeredEdge *edge)
{
  return edge->is_back ? edge->from : edge->to;
}

/* Along the order, so that each node is final before the edges that leave it are looked at. */
static void
push_down (Layered *self, const GArray *order)
{
  g_autoptr (GPtrArray) leaving = edges_by_node (self);

  for (guint i = order->len; i-- > 0;) {
    const guint node = g_array_index (order, guint, i);
    const GArray *edges = leaving->pdata[node];

    for (guint k = 0; k < edges->len; k++) {
      const LayeredEdge *edge = &self->edges[g_array_index (edges, guint, k)];

      if (!edge->is_back)
        self->nodes[edge->to].layer =
            MAX (self->nodes[edge->to].layer, self->nodes[node].layer + 1);
    }
  }
}

/* What nothing leads to stands just above what it leads to, and at the bottom if it leads nowhere;
 * node 0 alone stays at the top.
 */
static void
lower_loose_ones (Layered *self)
{
  g_autofree gboolean *is_led_to = g_new0 (gboolean, self->n_nodes);
  g_autofree guint *nearest = g_new (guint, self->n_nodes);
  const guint last = layered_n_layers (self) - 1;

  for (guint i = 0; i < self->n_nodes; i++)
    nearest[i] = last + 1;
  for (guint i = 0; i < self->n_edges; i++) {
    const guint upper = layered_edge_upper (&self->edges[i]),
                lower = layered_edge_lower (&self->edges[i]);

    is_led_to[lower] = TRUE;
    nearest[upper] = MIN (nearest[upper], self->nodes[lower].layer);
  }
  for (guint i = 1; i < self->n_nodes; i++)
    if (!is_led_to[i])
      self->nodes[i].layer = nearest[i] - 1;
}

void
layered_rank (Layered *self)
{
  g_autoptr (GArray) order = NULL;

  if (self->n_nodes == 0)
    return;
  order = find_back_edges (self);
  push_down (self, order);
  lower_loose_ones (self);
}

guint
layered_n_layers (const Layered *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    n = MAX (n, self->nodes[i].layer + 1);

  return n;
}

/* In layers of nodes, and between them, where each edge has its label or passes. */
guint
layered_n_across (const Layered *self)
{
  const guint n_layers = layered_n_layers (self);
  g_autofree guint *nodes = g_new0 (guint, n_layers + 1);
  g_autofree guint *between = g_new0 (guint, n_layers + 1);
  guint most = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    nodes[self->nodes[i].layer]++;
  for (guint i = 0; i < self->n_edges; i++)
    for (guint layer = self->nodes[layered_edge_upper (&self->edges[i])].layer;
         layer < self->nodes[layered_edge_lower (&self->edges[i])].layer; layer++)
      between[layer]++;
  for (guint layer = 0; layer < n_layers; layer++)
    most = MAX (most, MAX (nodes[layer], between[layer]));

  return most;
}

void
layered_place (Layered *self)
{
  LayeredRows rows;

  if (self->n_nodes == 0)
    return;
  layered_rows_init (&rows, self);
  layered_rows_order (&rows);
  layered_spread (&rows);
  layered_rows_clear (&rows);
}
