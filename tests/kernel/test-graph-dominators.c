/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/graph-dominators.h"

#include "support/drawn-graph.h"
#include "support/rows.h"

#define LONG 100000

/* By definition: what every way from the first node named to the last passes, in its order. */
static const struct known {
  const char *label, *edges, *passed;
} known[] = {
  { "two routes", "I>a I>b a>O b>O", "I O" },
  { "bridge", "I>a I>b a>m b>m m>O", "I m O" },
  { "unreached", "I>a b>O", "" },
  { "figure of eight", "I>a a>b b>a b>c c>d d>c d>O", "I a b c d O" },
  { "past the bridge", "I>a I>b a>m b>m m>c m>d c>O d>O", "I m O" },
  { "a way round the bridge", "I>a I>b a>m b>m m>O b>O", "I O" },
  { "a loop with two ways in", "I>a I>b a>b b>a a>c b>c c>O", "I c O" },
  { "lifted twice", "I>a a>b b>c c>d d>e a>e I>e e>O", "I e O" },
  { "what leads there but is not reached", "I>m x>m m>O", "I m O" },
};

static void
finds_known_dominators (void **state)
{
  const struct known *row = *state;
  size_t dominator[MOST_NODES], path[MOST_NODES];
  size_t work[KERNEL_GRAPH_DOMINATORS_WORK (MOST_NODES)];
  char text[256];
  Drawn drawn;
  size_t n;

  draw (&drawn, row->edges);
  kernel_graph_dominators (&drawn.graph, 0, dominator, work);
  n = kernel_graph_path (dominator, drawn.graph.n_nodes - 1, path);
  assert_string_equal (spell (&drawn, path, n, text), row->passed);
}

/* Which nodes a way from @node meets that never meets @closed. */
static unsigned
reach (const KernelGraph *graph, size_t node, size_t closed, unsigned met)
{
  if (node == closed || met & 1u << node)
    return met;

  met |= 1u << node;
  for (size_t e = graph->offsets[node]; e < graph->offsets[node + 1]; e++)
    met = reach (graph, graph->targets[e], closed, met);

  return met;
}

/* A node is passed if and only if nothing is reached without it. */
static void
agrees_with_taking_each_away (void **state)
{
  size_t dominator[MOST_NODES], path[MOST_NODES];
  size_t work[KERNEL_GRAPH_DOMINATORS_WORK (MOST_NODES)];
  uint64_t seed = 1;

  (void) state;
  for (size_t run = 0; run < 4000; run++) {
    const size_t source = run % (1 + run % 8);
    Drawn drawn;
    unsigned all;

    draw_at_random (&drawn, 1 + run % 8, 1 + run / 8 % 5, &seed);
    all = reach (&drawn.graph, source, KERNEL_GRAPH_NONE, 0);
    assert_int_equal (kernel_graph_dominators (&drawn.graph, source, dominator, work),
                      __builtin_popcount (all));
    for (size_t v = 0; v < drawn.graph.n_nodes; v++) {
      unsigned passed = 0;

      for (size_t i = 0, n = kernel_graph_path (dominator, v, path); i < n; i++)
        passed |= 1u << path[i];
      for (size_t w = 0; w < drawn.graph.n_nodes; w++)
        assert_int_equal (!!(passed & 1u << w),
                          all & 1u << v && !(reach (&drawn.graph, source, w, 0) & 1u << v));
    }
  }
}

static void
a_long_chain_needs_no_stack (void **state)
{
  size_t *offsets = malloc ((LONG + 1) * sizeof *offsets);
  size_t *targets = malloc (LONG * sizeof *targets);
  size_t *dominator = malloc (LONG * sizeof *dominator);
  size_t *work = malloc (KERNEL_GRAPH_DOMINATORS_WORK (LONG) * sizeof *work);
  const KernelGraph graph = { LONG, offsets, targets };

  (void) state;
  for (size_t v = 0; v < LONG; v++) {
    offsets[v] = v;
    targets[v] = (v + 1) % LONG;
  }
  offsets[LONG] = LONG;
  assert_int_equal (kernel_graph_dominators (&graph, 7, dominator, work), LONG);
  assert_int_equal (dominator[6], 5);

  free (offsets);
  free (targets);
  free (dominator);
  free (work);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = add_rows (tests, finds_known_dominators, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_taking_each_away);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (a_long_chain_needs_no_stack);

  return cmocka_run_group_tests_name ("kernel/graph-dominators", tests, NULL, NULL);
}
