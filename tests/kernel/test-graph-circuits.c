/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/graph-circuits.h"

#include "support/drawn-graph.h"
#include "support/rows.h"

#define MOST_LISTED 100
#define COMPLETE 40
#define KNOTS 50000

typedef struct {
  size_t nodes[MOST_LISTED * MOST_NODES], ends[MOST_LISTED];
  KernelCircuits found;
} Listed;

static void
list (const Drawn *drawn, size_t most_listed, size_t most_counted, Listed *listed)
{
  size_t work[KERNEL_GRAPH_CIRCUITS_WORK (MOST_NODES, MOST_EDGES)];

  kernel_graph_circuits (&drawn->graph, most_listed, most_counted, listed->nodes, listed->ends,
                         work, &listed->found);
}

/* "I a|a b c" */
static char *
spell_all (const Drawn *drawn, const Listed *listed, char *text)
{
  char *end = text;

  *end = '\0';
  for (size_t i = 0, from = 0; i < listed->found.n_listed; from = listed->ends[i++]) {
    if (i > 0)
      strcpy (end, "|");
    end += strlen (end);
    spell (drawn, listed->nodes + from, listed->ends[i] - from, end);
    end += strlen (end);
  }

  return text;
}

/* By hand; numbers of complete graphs are the sum of (n over k) (k - 1)!. */
static const struct known {
  const char *label, *edges, *circuits;
} known[] = {
  { "none", "I>a a>O I>O", "" },
  { "itself", "I>I I>O", "I" },
  { "an edge that is there twice", "I>a a>I a>I", "I a" },
  { "figure of eight", "I>a a>b b>a b>c c>d d>c d>O", "a b|c d" },
  { "two loops and both together", "I>a a>I a>b b>a", "I a|a b" },
  { "K3", "I>a I>b a>I a>b b>I b>a", "I a|I a b|I b|I b a|a b" },
  { "freed once more", "I>a a>b b>c c>b b>a a>I I>c", "I a|I c b a|a b|b c" },
  { "through the first node first", "I>a a>b b>a b>I", "I a b|a b" },
  { "a loop at a node of a loop", "I>a a>a a>I", "I a|a" },
  { "a dead branch is not walked twice", "I>a I>b a>c b>c c>d d>b a>I", "I a|b c d" },
};

static void
lists_known_circuits (void **state)
{
  const struct known *row = *state;
  char text[1024];
  Listed listed;
  Drawn drawn;

  draw (&drawn, row->edges);
  list (&drawn, MOST_LISTED, 1000, &listed);
  assert_string_equal (spell_all (&drawn, &listed, text), row->circuits);
  assert_int_equal (listed.found.n_counted, listed.found.n_listed);
  assert_false (listed.found.is_more);
}

static void
stops_at_the_caps (void **state)
{
  Listed listed;
  Drawn drawn;

  (void) state;
  draw (&drawn, "I>a I>b I>O a>I a>b a>O b>I b>a b>O O>I O>a O>b");
  list (&drawn, 3, 20, &listed);
  assert_int_equal (listed.found.n_listed, 3);
  assert_int_equal (listed.found.n_counted, 20);
  assert_false (listed.found.is_more);
  list (&drawn, 3, 19, &listed);
  assert_int_equal (listed.found.n_counted, 19);
  assert_true (listed.found.is_more);
  list (&drawn, 0, 0, &listed);
  assert_int_equal (listed.found.n_counted, 0);
  assert_true (listed.found.is_more);
}

/* Ways on from @node that meet only nodes after @start and end there, one by one. */
static size_t
count_on (const KernelGraph *graph, size_t start, size_t node, unsigned met)
{
  size_t n = 0;

  for (size_t e = graph->offsets[node]; e < graph->offsets[node + 1]; e++) {
    const size_t target = graph->targets[e];

    if (target == start)
      n++;
    else if (target > start && !(met & 1u << target))
      n += count_on (graph, start, target, met | 1u << target);
  }

  return n;
}

static int
has_edge_to (const KernelGraph *graph, size_t from, size_t to)
{
  for (size_t e = graph->offsets[from]; e < graph->offsets[from + 1]; e++)
    if (graph->targets[e] == to)
      return 1;

  return 0;
}

static void
check_is_circuit (const KernelGraph *graph, const size_t *nodes, size_t n)
{
  unsigned met = 0;

  for (size_t i = 0; i < n; i++) {
    assert_false (met & 1u << nodes[i]);
    met |= 1u << nodes[i];
    assert_true (has_edge_to (graph, nodes[i], nodes[(i + 1) % n]));
  }
}

static void
agrees_with_walking_all_ways (void **state)
{
  uint64_t seed = 1;

  (void) state;
  for (size_t run = 0; run < 2000; run++) {
    Listed listed;
    Drawn drawn;
    size_t n = 0;

    draw_at_random (&drawn, 1 + run % 8, 1 + run / 8 % 6, &seed);
    for (size_t start = 0; start < drawn.graph.n_nodes; start++)
      n += count_on (&drawn.graph, start, start, 0);
    list (&drawn, MOST_LISTED, 100000, &listed);
    assert_int_equal (listed.found.n_counted, n);
    for (size_t i = 0, from = 0; i < listed.found.n_listed; from = listed.ends[i++])
      check_is_circuit (&drawn.graph, listed.nodes + from, listed.ends[i] - from);
  }
}

/* Every one of forty leads to every other: more circuits than there are atoms in a person. */
static void
a_complete_graph_is_left_alone (void **state)
{
  static size_t offsets[COMPLETE + 1], targets[COMPLETE * (COMPLETE - 1)];
  static size_t work[KERNEL_GRAPH_CIRCUITS_WORK (COMPLETE, COMPLETE * (COMPLETE - 1))];
  static size_t nodes[32 * COMPLETE], ends[32];
  const KernelGraph graph = { COMPLETE, offsets, targets };
  KernelCircuits found;
  size_t n_edges = 0;

  (void) state;
  for (size_t v = 0; v < COMPLETE; v++) {
    for (size_t w = 0; w < COMPLETE; w++)
      if (v != w)
        targets[n_edges++] = w;
    offsets[v + 1] = n_edges;
  }
  kernel_graph_circuits (&graph, 32, 1000, nodes, ends, work, &found);
  assert_int_equal (found.n_listed, 32);
  assert_int_equal (found.n_counted, 1000);
  assert_true (found.is_more);
}

/* A hundred thousand nodes, two and two. */
static void
many_knots_take_no_longer_than_one (void **state)
{
  const size_t n = 2 * KNOTS;
  size_t *offsets = malloc ((n + 1) * sizeof *offsets);
  size_t *targets = malloc (n * sizeof *targets);
  size_t *work = malloc (KERNEL_GRAPH_CIRCUITS_WORK (n, n) * sizeof *work);
  const KernelGraph graph = { n, offsets, targets };
  KernelCircuits found;

  (void) state;
  for (size_t v = 0; v < n; v++) {
    offsets[v] = v;
    targets[v] = v ^ 1;
  }
  offsets[n] = n;
  kernel_graph_circuits (&graph, 0, n, NULL, NULL, work, &found);
  assert_int_equal (found.n_counted, KNOTS);
  assert_false (found.is_more);

  free (offsets);
  free (targets);
  free (work);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 4];
  size_t n = add_rows (tests, lists_known_circuits, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (stops_at_the_caps);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_walking_all_ways);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (a_complete_graph_is_left_alone);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (many_knots_take_no_longer_than_one);

  return cmocka_run_group_tests_name ("kernel/graph-circuits", tests, NULL, NULL);
}
