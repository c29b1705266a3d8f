/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/graph-circuits.h"
#include "kernel/graph-cut.h"
#include "kernel/graph-dominators.h"

#include "support/csv.h"
#include "support/drawn-graph.h"

#define MOST_CIRCUITS 32

/* What networkx 2.x found in the graphs of known_graphs.csv; circuits are lists of their nodes by
 * name, in the order of these lists, which no walk has.
 */
enum {
  EDGES = 1,
  N_COMPONENTS,
  SIZES,
  N_CIRCUITS,
  CIRCUITS,
  IS_REACHED,
  DOMINATORS,
  N_ROUTES,
  CUT,
  N_COLUMNS
};

static int
compare_texts (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
join_sorted (GPtrArray *texts, const char *between)
{
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);

  return g_strjoinv (between, (char **) texts->pdata);
}

static char *
spell_sorted (Drawn *drawn, const size_t *nodes, gsize n_nodes, const char *between)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (gsize i = 0; i < n_nodes; i++)
    g_ptr_array_add (names, drawn->names[nodes[i]]);

  return join_sorted (names, between);
}

static void
check_components (Drawn *drawn, GPtrArray *cells)
{
  size_t component[MOST_NODES], work[KERNEL_GRAPH_COMPONENTS_WORK (MOST_NODES)], n;
  g_autoptr (GString) sizes = g_string_new (NULL);

  kernel_graph_components (&drawn->graph, component, &n, work);
  assert_int_equal (n, g_ascii_strtoull (cells->pdata[N_COMPONENTS], NULL, 10));
  for (size_t size = drawn->graph.n_nodes; size > 0; size--)
    for (size_t k = 0; k < n; k++) {
      size_t n_nodes = 0;

      for (size_t v = 0; v < drawn->graph.n_nodes; v++)
        n_nodes += component[v] == k;
      if (n_nodes == size)
        g_string_append_printf (sizes, "%s%" G_GSIZE_FORMAT, sizes->len ? ";" : "", size);
    }
  assert_string_equal (sizes->str, cells->pdata[SIZES]);
}

static void
check_circuits (Drawn *drawn, GPtrArray *cells)
{
  size_t nodes[MOST_CIRCUITS * MOST_NODES], ends[MOST_CIRCUITS];
  size_t work[KERNEL_GRAPH_CIRCUITS_WORK (MOST_NODES, MOST_EDGES)];
  g_autoptr (GPtrArray) circuits = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *spelled = NULL;
  KernelCircuits found;

  kernel_graph_circuits (&drawn->graph, MOST_CIRCUITS, MOST_CIRCUITS, nodes, ends, work, &found);
  assert_int_equal (found.n_counted, g_ascii_strtoull (cells->pdata[N_CIRCUITS], NULL, 10));
  assert_false (found.is_more);
  for (gsize i = 0, from = 0; i < found.n_listed; from = ends[i++])
    g_ptr_array_add (circuits, spell_sorted (drawn, nodes + from, ends[i] - from, ","));
  spelled = join_sorted (circuits, "|");
  assert_string_equal (spelled, cells->pdata[CIRCUITS]);
}

/* Of the outcome from the claim, nearest to the outcome first. */
static void
check_dominators (Drawn *drawn, size_t claim, size_t outcome, GPtrArray *cells)
{
  size_t dominator[MOST_NODES], work[KERNEL_GRAPH_DOMINATORS_WORK (MOST_NODES)];
  g_autoptr (GString) passed = g_string_new (NULL);

  kernel_graph_dominators (&drawn->graph, claim, dominator, work);
  assert_string_equal (dominator[outcome] == KERNEL_GRAPH_NONE ? "False" : "True",
                       cells->pdata[IS_REACHED]);
  for (size_t v = outcome; dominator[outcome] != KERNEL_GRAPH_NONE && v != claim;) {
    v = dominator[v];
    g_string_append_printf (passed, "%s%s", passed->len ? ";" : "", drawn->names[v]);
  }
  assert_string_equal (passed->str, cells->pdata[DOMINATORS]);
}

static void
check_cut (Drawn *drawn, size_t claim, size_t outcome, GPtrArray *cells)
{
  size_t cut[MOST_NODES], work[KERNEL_GRAPH_CUT_WORK (MOST_NODES, MOST_EDGES)];
  g_autofree char *spelled = NULL;
  KernelGraphCut found;

  assert_int_equal (kernel_graph_cut (&drawn->graph, claim, outcome, NULL, cut, work, &found),
                    KERNEL_OK);
  assert_int_equal (found.value, g_ascii_strtoull (cells->pdata[N_ROUTES], NULL, 10));
  spelled = found.is_adjacent ? g_strdup ("adjacent") : spell_sorted (drawn, cut, found.n_cut, ";");
  assert_string_equal (spelled, cells->pdata[CUT]);
}

static void
agrees_with_networkx (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("cases/challenge/known_graphs.csv");

  (void) state;
  if (!lines)
    return;

  assert_int_equal (g_strv_length (lines), 7);
  for (gsize i = 1; lines[i]; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (g_strchomp (lines[i]));
    size_t claim, outcome;
    Drawn drawn;

    assert_int_equal (cells->len, N_COLUMNS);
    draw (&drawn, cells->pdata[EDGES]);
    claim = node_named (&drawn, "I", 1);
    outcome = node_named (&drawn, "O", 1);
    check_components (&drawn, cells);
    check_circuits (&drawn, cells);
    check_dominators (&drawn, claim, outcome, cells);
    check_cut (&drawn, claim, outcome, cells);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_networkx),
  };

  return cmocka_run_group_tests_name ("linkage/known-graphs", tests, NULL, NULL);
}
