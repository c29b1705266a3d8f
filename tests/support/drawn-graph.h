/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/graph.h"
#include "kernel/random.h"
#include "support/near.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST_NODES 16
#define MOST_EDGES 64

/* A graph written as in known_graphs.csv, "I>a a>b", with nodes in the order
 * in which they are first named.
 */
typedef struct {
  KernelGraph graph;
  size_t offsets[MOST_NODES + 1], targets[MOST_EDGES];
  char names[MOST_NODES][16];
} Drawn;

static inline size_t
node_named (Drawn *drawn, const char *name, size_t length)
{
  size_t v = 0;

  while (v < drawn->graph.n_nodes &&
         (strlen (drawn->names[v]) != length || strncmp (drawn->names[v], name, length)))
    v++;
  if (v == drawn->graph.n_nodes) {
    assert_true (v < MOST_NODES && length < sizeof drawn->names[v]);
    memcpy (drawn->names[v], name, length);
    drawn->names[v][length] = '\0';
    drawn->graph.n_nodes++;
  }

  return v;
}

static inline void
draw (Drawn *drawn, const char *edges)
{
  size_t from[MOST_EDGES], to[MOST_EDGES], n_edges = 0;

  memset (drawn, 0, sizeof *drawn);
  for (const char *at = edges; *at; at += strspn (at, " ")) {
    const size_t length = strcspn (at, " ");
    const size_t middle = strcspn (at, ">");

    assert_true (n_edges < MOST_EDGES && middle < length);
    from[n_edges] = node_named (drawn, at, middle);
    to[n_edges++] = node_named (drawn, at + middle + 1, length - middle - 1);
    at += length;
  }

  for (size_t v = 0, e = 0; v < drawn->graph.n_nodes; v++) {
    for (size_t i = 0; i < n_edges; i++)
      if (from[i] == v)
        drawn->targets[e++] = to[i];
    drawn->offsets[v + 1] = e;
  }
  drawn->graph.offsets = drawn->offsets;
  drawn->graph.targets = drawn->targets;
  assert_int_equal (kernel_graph_check (&drawn->graph), KERNEL_OK);
}

static inline char *
spell (const Drawn *drawn, const size_t *nodes, size_t n_nodes, char *text)
{
  text[0] = '\0';
  for (size_t i = 0; i < n_nodes; i++) {
    strcat (text, i ? " " : "");
    strcat (text, drawn->names[nodes[i]]);
  }

  return text;
}

/* A graph of @n_nodes without a name, in which each edge is there with a chance of @tenths of
 * ten: to itself too, and never twice.
 */
static inline void
draw_at_random (Drawn *drawn, size_t n_nodes, size_t tenths, uint64_t *seed)
{
  size_t n_edges = 0;

  assert_true (n_nodes * n_nodes <= MOST_EDGES);
  memset (drawn, 0, sizeof *drawn);
  for (size_t v = 0; v < n_nodes; v++) {
    for (size_t w = 0; w < n_nodes; w++)
      if (kernel_random_below (seed, 10) < tenths)
        drawn->targets[n_edges++] = w;
    drawn->offsets[v + 1] = n_edges;
  }
  drawn->graph = (KernelGraph){ n_nodes, drawn->offsets, drawn->targets };
}
