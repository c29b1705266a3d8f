/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/drawn-graph.h"

#define LONG 100000

/* Components and reach by networkx 2.x for the rows that known_graphs.csv has too;
 * the rest by hand.
 */
static const struct known {
  const char *label, *edges;
  size_t n_components;
  const char *to_last; /* the shortest path from the first node named to the last */
  const char *cycle;   /* the shortest through the first node named */
} known[] = {
  { "two routes", "I>a I>b a>O b>O", 4, "I a O", "" },
  { "bridge", "I>a I>b a>m b>m m>O", 5, "I a m O", "" },
  { "unreached", "I>a b>O", 4, "", "" },
  { "figure of eight", "I>a a>b b>a b>c c>d d>c d>O", 4, "I a b c d O", "" },
  { "figure of eight, from inside", "a>b b>a b>c c>d d>c", 2, "a b c d", "a b" },
  { "K4", "I>a I>b I>O a>I a>b a>O b>I b>a b>O O>I O>a O>b", 1, "I O", "I a" },
  { "itself", "I>I I>O", 2, "I O", "I" },
  { "two-step loop", "I>a a>I", 1, "I a", "I a" },
  { "four-step loop with a tail", "I>a a>b b>c c>I c>O", 2, "I a b c O", "I a b c" },
  { "the shorter of two loops", "I>a a>b b>c c>I I>d d>e e>I", 1, "I d e", "I d e" },
  { "the way back late in the order", "I>a I>b a>c b>I c>I", 1, "I a c", "I b" },
  { "a cross edge into a closed component", "I>a a>I I>b b>a b>c c>d a>d", 3, "I a d", "I a" },
  { "back over two levels", "I>a a>b b>c c>a b>I", 1, "I a b c", "I a b" },
};

static void
finds_components_paths_and_cycles (void **state)
{
  const struct known *row = *state;
  size_t component[MOST_NODES], parent[MOST_NODES], order[MOST_NODES], path[MOST_NODES];
  size_t work[5 * MOST_NODES], n_components, n;
  char text[256];
  Drawn drawn;

  draw (&drawn, row->edges);
  kernel_graph_components (&drawn.graph, component, &n_components, work);
  assert_int_equal (n_components, row->n_components);

  kernel_graph_search (&drawn.graph, 0, parent, order);
  n = kernel_graph_path (parent, drawn.graph.n_nodes - 1, path);
  assert_string_equal (spell (&drawn, path, n, text), row->to_last);

  n = kernel_graph_shortest_cycle (&drawn.graph, 0, path, work);
  assert_string_equal (spell (&drawn, path, n, text), row->cycle);
}

/* Two nodes share a component if and only if each is reached from the other. */
static void
components_are_mutual_reach (void **state)
{
  const struct known *row = *state;
  size_t component[MOST_NODES], from[MOST_NODES], back[MOST_NODES], order[MOST_NODES];
  size_t work[5 * MOST_NODES], n_components;
  Drawn drawn;

  draw (&drawn, row->edges);
  kernel_graph_components (&drawn.graph, component, &n_components, work);
  for (size_t a = 0; a < drawn.graph.n_nodes; a++) {
    kernel_graph_search (&drawn.graph, a, from, order);
    for (size_t b = 0; b < drawn.graph.n_nodes; b++) {
      const int there = from[b] != KERNEL_GRAPH_NONE;

      kernel_graph_search (&drawn.graph, b, back, order);
      assert_int_equal (component[a] == component[b], there && back[a] != KERNEL_GRAPH_NONE);
      assert_true (!there || component[b] <= component[a]);
    }
  }
}

static void
merges_through_others (void **state)
{
  static const size_t pairs[] = { 4, 2, 5, 1, 2, 0, 5, 5 };
  static const size_t want[] = { 0, 1, 0, 2, 0, 1 };
  size_t group[6], work[6], n_groups;

  kernel_graph_merge (6, LENGTH (pairs) / 2, pairs, group, &n_groups, work);
  assert_int_equal (n_groups, 3);
  for (size_t i = 0; i < LENGTH (want); i++)
    assert_int_equal (group[i], want[i]);

  kernel_graph_merge (6, 0, NULL, group, &n_groups, work);
  assert_int_equal (n_groups, 6);
}

static void
check_refuses (void **state)
{
  static const size_t targets[] = { 1, 2 };
  static const size_t fine[] = { 0, 1, 1, 2 }, late[] = { 1, 1, 1, 2 }, falls[] = { 0, 2, 1, 2 };
  KernelGraph graph = { 3, fine, targets };

  assert_int_equal (kernel_graph_check (&graph), KERNEL_OK);
  graph.offsets = late;
  assert_int_equal (kernel_graph_check (&graph), KERNEL_ERR_DOMAIN);
  graph.offsets = falls;
  assert_int_equal (kernel_graph_check (&graph), KERNEL_ERR_DOMAIN);
  graph = (KernelGraph){ 2, fine, targets + 1 };
  assert_int_equal (kernel_graph_check (&graph), KERNEL_ERR_DOMAIN);
}

/* A chain of a hundred thousand reasons that comes back to its start. */
static void
a_long_loop_needs_no_stack (void **state)
{
  size_t *offsets = malloc ((LONG + 1) * sizeof *offsets);
  size_t *targets = malloc (LONG * sizeof *targets);
  size_t *component = malloc (LONG * sizeof *component);
  size_t *path = malloc (LONG * sizeof *path);
  size_t *work = malloc (KERNEL_GRAPH_COMPONENTS_WORK (LONG) * sizeof *work);
  const KernelGraph graph = { LONG, offsets, targets };
  size_t n_components;

  for (size_t v = 0; v < LONG; v++) {
    offsets[v] = v;
    targets[v] = (v + 1) % LONG;
  }
  offsets[LONG] = LONG;

  kernel_graph_components (&graph, component, &n_components, work);
  assert_int_equal (n_components, 1);
  assert_int_equal (kernel_graph_shortest_cycle (&graph, 7, path, work), LONG);
  assert_int_equal (path[LONG - 1], 6);

  free (offsets);
  free (targets);
  free (component);
  free (path);
  free (work);
}

/* Columns: case, edges, n_scc, …, reaches_O (field 6, after a field that may be quoted). */
static void
agrees_with_networkx (void **state)
{
  const char *shared = getenv ("SCRUTINY_SHARED");
  char name[512], line[1024];
  unsigned n_rows = 0;
  FILE *file;

  snprintf (name, sizeof name, "%s/cases/challenge/known_graphs.csv", shared ? shared : "");
  file = fopen (name, "r");
  if (!file) {
    print_message ("# skipped: the shared folder has no known_graphs.csv\n");
    return; /* cmocka writes a skipped test as "not ok", which is a failure in TAP */
  }

  while (fgets (line, sizeof line, file)) {
    char *edges = strchr (line, ',') + 1;
    char *after = strchr (edges, ',');
    size_t component[MOST_NODES], parent[MOST_NODES], order[MOST_NODES], work[5 * MOST_NODES];
    size_t n_components;
    Drawn drawn;

    if (!strncmp (line, "case,", 5))
      continue;
    *after = '\0';
    draw (&drawn, edges);
    kernel_graph_components (&drawn.graph, component, &n_components, work);
    assert_int_equal (n_components, strtoul (after + 1, NULL, 10));
    kernel_graph_search (&drawn.graph, node_named (&drawn, "I", 1), parent, order);
    assert_int_equal (parent[node_named (&drawn, "O", 1)] != KERNEL_GRAPH_NONE,
                      strstr (after + 1, ",True,") != NULL);
    n_rows++;
  }
  fclose (file);
  assert_true (n_rows >= 6);
}

int
main (void)
{
  struct CMUnitTest tests[2 * LENGTH (known) + 4];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (known); i++) {
    tests[n++] = (struct CMUnitTest){ .name = known[i].label,
                                      .test_func = finds_components_paths_and_cycles,
                                      .initial_state = (void *) &known[i] };
    tests[n++] = (struct CMUnitTest){ .name = known[i].edges,
                                      .test_func = components_are_mutual_reach,
                                      .initial_state = (void *) &known[i] };
  }
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (merges_through_others);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (check_refuses);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (a_long_loop_needs_no_stack);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_networkx);

  return cmocka_run_group_tests_name ("kernel/graph", tests, NULL, NULL);
}
