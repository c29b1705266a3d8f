/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/graph-widest.h"

#include "support/drawn-graph.h"
#include "support/rows.h"

/* From the first node named to the last; widths in the order of the edges by their first node. */
static const struct known {
  const char *label, *edges;
  size_t widths[6], width;
  const char *path;
} known[] = {
  { "the wider of two", "I>a I>b a>O b>O", { 5, 2, 1, 2 }, 2, "I b O" },
  { "the longer is wider", "I>O I>a a>b b>O", { 1, 3, 3, 2 }, 2, "I a b O" },
  { "the shorter of two as wide", "I>a a>b b>O I>b", { 3, 2, 3, 2 }, 2, "I b O" },
  { "nothing is wide, and yet a way", "I>a a>O", { 0, 4 }, 0, "I a O" },
  { "none", "I>a b>O", { 3, 3 }, 0, "" },
  { "round a loop", "I>a a>I a>O", { 2, 9, 1 }, 1, "I a O" },
  { "as wide as can be", "I>a a>O", { SIZE_MAX, SIZE_MAX }, SIZE_MAX, "I a O" },
};

static void
finds_known_ways (void **state)
{
  const struct known *row = *state;
  size_t parent[MOST_NODES], order[MOST_NODES], path[MOST_NODES], n, sink;
  char text[256];
  Drawn drawn;

  draw (&drawn, row->edges);
  sink = node_named (&drawn, "O", 1);
  assert_true (kernel_graph_widest (&drawn.graph, row->widths, 0, sink, parent, order) ==
               row->width); /* SIZE_MAX is not the same everywhere */
  n = kernel_graph_path (parent, sink, path);
  assert_string_equal (spell (&drawn, path, n, text), row->path);
  assert_true (kernel_graph_widest (&drawn.graph, row->widths, 0, 0, parent, order) == SIZE_MAX);
  assert_int_equal (kernel_graph_path (parent, 0, path), 1);
}

/* Width and steps of what leads on from @node, of all ways the widest and then the shortest. */
typedef struct {
  const KernelGraph *graph;
  const size_t *widths;
  size_t sink, width, n;
} Ways;

static void
try_ways (Ways *ways, size_t node, size_t width, size_t n, unsigned met)
{
  if (node == ways->sink) {
    if (ways->n == 0 || width > ways->width || (width == ways->width && n < ways->n)) {
      ways->width = width;
      ways->n = n;
    }
    return;
  }

  for (size_t e = ways->graph->offsets[node]; e < ways->graph->offsets[node + 1]; e++) {
    const size_t target = ways->graph->targets[e], room = ways->widths[e];

    if (!(met & 1u << target))
      try_ways (ways, target, room < width ? room : width, n + 1, met | 1u << target);
  }
}

static void
agrees_with_trying_every_way (void **state)
{
  size_t parent[MOST_NODES], order[MOST_NODES], path[MOST_NODES], widths[MOST_EDGES];
  uint64_t seed = 1;

  (void) state;
  for (size_t run = 0; run < 3000; run++) {
    Drawn drawn;
    Ways ways = { 0 };

    draw_at_random (&drawn, 2 + run % 6, 1 + run / 6 % 6, &seed);
    for (size_t e = 0; e < drawn.offsets[drawn.graph.n_nodes]; e++)
      widths[e] = kernel_random_below (&seed, 6);
    ways = (Ways){ .graph = &drawn.graph, .widths = widths, .sink = drawn.graph.n_nodes - 1 };
    try_ways (&ways, 0, SIZE_MAX, 1, 1);
    assert_int_equal (kernel_graph_widest (&drawn.graph, widths, 0, ways.sink, parent, order),
                      ways.width);
    assert_int_equal (kernel_graph_path (parent, ways.sink, path), ways.n);
  }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1];
  size_t n = add_rows (tests, finds_known_ways, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_trying_every_way);

  return cmocka_run_group_tests_name ("kernel/graph-widest", tests, NULL, NULL);
}
