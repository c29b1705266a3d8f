/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/graph-cut.h"

#include "support/drawn-graph.h"
#include "support/rows.h"

#include <string.h>

/* From the first node named to the last; by definition. */
static const struct known {
  const char *label, *edges;
  size_t value;
  const char *cut;
} known[] = {
  { "two routes", "I>a I>b a>O b>O", 2, "a b" },
  { "bridge", "I>a I>b a>m b>m m>O", 1, "m" },
  { "unreached", "I>a b>O", 0, "" },
  { "nearest to the sink", "I>a a>b b>a b>c c>d d>c d>O", 1, "d" },
  { "K4", "I>a I>b I>O a>I a>b a>O b>I b>a b>O O>I O>a O>b", 3, "adjacent" },
  { "straight", "I>O", 1, "adjacent" },
  { "straight, twice", "I>a I>O I>O", 1, "adjacent" },
  { "a way taken back", "I>a I>b a>c a>d b>c c>O d>O", 2, "c d" },
  { "three levels", "I>a I>b I>c a>d b>d b>e c>e d>f e>g f>O g>O", 2, "f g" },
  { "nothing leads into the sink but the sink", "I>a b>b a>a O>O I>O", 1, "adjacent" },
};

static void
cuts_known_graphs (void **state)
{
  const struct known *row = *state;
  size_t cut[MOST_NODES], work[KERNEL_GRAPH_CUT_WORK (MOST_NODES, MOST_EDGES)];
  KernelGraphCut found;
  char text[256];
  Drawn drawn;

  draw (&drawn, row->edges);
  assert_int_equal (kernel_graph_cut (&drawn.graph, node_named (&drawn, "I", 1),
                                      node_named (&drawn, "O", 1), NULL, cut, work, &found),
                    KERNEL_OK);
  assert_int_equal (found.value, row->value);
  if (found.is_adjacent)
    assert_string_equal (row->cut, "adjacent");
  else
    assert_string_equal (spell (&drawn, cut, found.n_cut, text), row->cut);
}

/* Whether a way leads from @node to @sink past the nodes of @closed. */
static int
leads (const KernelGraph *graph, size_t node, size_t sink, unsigned closed)
{
  if (node == sink)
    return 1;
  for (size_t e = graph->offsets[node]; e < graph->offsets[node + 1]; e++) {
    const size_t target = graph->targets[e];

    if (!(closed & 1u << target) && leads (graph, target, sink, closed | 1u << target))
      return 1;
  }

  return 0;
}

/* The least that nodes weigh without which nothing leads from the first node to the last. */
static size_t
lightest (const KernelGraph *graph, const size_t *weights)
{
  const size_t n_between = graph->n_nodes - 2;
  size_t best = SIZE_MAX;

  for (unsigned set = 0; set < 1u << n_between; set++) {
    size_t weight = 0;

    for (size_t i = 0; i < n_between; i++)
      weight += set & 1u << i ? weights[i + 1] : 0;
    if (weight < best && !leads (graph, 0, graph->n_nodes - 1, set << 1 | 1u))
      best = weight;
  }

  return best;
}

/* Takes the edges straight from the first node to the last away. */
static int
take_straight (Drawn *drawn)
{
  const size_t last = drawn->graph.n_nodes - 1;
  size_t n_kept = 0;
  int is_straight = 0;

  for (size_t v = 0, e = 0; v <= last; v++) {
    for (const size_t end = drawn->offsets[v + 1]; e < end; e++)
      if (v == 0 && drawn->targets[e] == last)
        is_straight = 1;
      else
        drawn->targets[n_kept++] = drawn->targets[e];
    drawn->offsets[v + 1] = n_kept;
  }

  return is_straight;
}

static void
check_run (Drawn *drawn, const size_t *weights)
{
  const size_t last = drawn->graph.n_nodes - 1;
  size_t cut[MOST_NODES], work[KERNEL_GRAPH_CUT_WORK (MOST_NODES, MOST_EDGES)];
  KernelGraphCut straight, found;
  unsigned closed = 1;
  size_t weight = 0;

  assert_int_equal (kernel_graph_cut (&drawn->graph, 0, last, weights, cut, work, &straight),
                    KERNEL_OK);
  assert_int_equal (straight.is_adjacent, take_straight (drawn));
  assert_int_equal (kernel_graph_cut (&drawn->graph, 0, last, weights, cut, work, &found),
                    KERNEL_OK);
  assert_int_equal (found.value, lightest (&drawn->graph, weights));
  assert_int_equal (straight.value, found.value + (straight.is_adjacent ? 1 : 0));
  for (size_t i = 0; i < found.n_cut; i++) {
    closed |= 1u << cut[i];
    weight += weights[cut[i]];
  }
  assert_int_equal (weight, found.value);
  assert_false (leads (&drawn->graph, 0, last, closed));
}

static void
agrees_with_trying_every_set (void **state)
{
  static const size_t ones[MOST_NODES] = { 1, 1, 1, 1, 1, 1, 1, 1 };
  uint64_t seed = 1;

  (void) state;
  for (size_t run = 0; run < 3000; run++) {
    size_t weights[MOST_NODES];
    Drawn drawn;

    draw_at_random (&drawn, 2 + run % 7, 1 + run / 7 % 6, &seed);
    for (size_t v = 0; v < drawn.graph.n_nodes; v++)
      weights[v] = kernel_random_below (&seed, 4);
    check_run (&drawn, run % 2 ? weights : ones);
  }
}

static void
refuses (void **state)
{
  static const size_t offsets[] = { 0, 1, 2, 2 }, targets[] = { 1, 2 };
  static const size_t huge[] = { 1, SIZE_MAX / 2 - 1, 1 }, large[] = { 1, SIZE_MAX / 2 - 3, 1 };
  const KernelGraph graph = { 3, offsets, targets };
  size_t cut[3], work[KERNEL_GRAPH_CUT_WORK (3, 2)];
  KernelGraphCut found = { .value = 7 };

  (void) state;
  assert_int_equal (kernel_graph_cut (&graph, 1, 1, NULL, cut, work, &found), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_graph_cut (&graph, 0, 2, huge, cut, work, &found), KERNEL_ERR_DOMAIN);
  assert_int_equal (found.value, 7);
  assert_int_equal (kernel_graph_cut (&graph, 0, 2, large, cut, work, &found), KERNEL_OK);
  assert_true (found.value == SIZE_MAX / 2 - 3); /* which is not the same everywhere */
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = add_rows (tests, cuts_known_graphs, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_trying_every_set);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses);

  return cmocka_run_group_tests_name ("kernel/graph-cut", tests, NULL, NULL);
}
