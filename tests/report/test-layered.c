/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/layered-rows.h"

#include <math.h>
#include <string.h>

#include "support/rows.h"

/* Edges as pairs of letters: "ab" leads from a to b.  By definition of the longest path. */
static const struct row {
  const char *label, *edges;
  guint n_nodes;
  const char *layers; /* a digit a node */
  const char *backs;  /* a digit an edge */
  guint n_across;
} rows[] = {
  { "one node", "", 1, "0", "", 1 },
  { "a chain", "ab bc", 3, "012", "00", 1 },
  { "the longest way counts", "ac ab bc", 3, "012", "000", 2 },
  { "a loop of two", "ab ba", 2, "01", "01", 2 },
  { "a loop further down", "ab bc cb cd", 4, "0123", "0010", 2 },
  { "two ways that meet", "ab ac bd cd", 4, "0112", "0000", 2 },
  { "what nothing leads to stands above what it leads to", "ab bc cd ed", 5, "01232", "0000", 2 },
  { "what is tied to nothing stands at the bottom", "ab bc", 4, "0122", "00", 2 },
  { "a loop that nothing leads to", "ab cd dc", 4, "0101", "001", 3 },
};

static Layered *
graph_of (const char *edges, guint n_nodes)
{
  Layered *graph = layered_new (n_nodes, (guint) (strlen (edges) + 1) / 3);

  for (guint i = 0; i < graph->n_edges; i++) {
    graph->edges[i].from = (guint) (edges[3 * i] - 'a');
    graph->edges[i].to = (guint) (edges[3 * i + 1] - 'a');
  }
  layered_rank (graph);

  return graph;
}

static void
ranks_by_the_longest_way (void **state)
{
  const struct row *row = *state;
  g_autoptr (Layered) graph = graph_of (row->edges, row->n_nodes);

  for (guint i = 0; i < graph->n_nodes; i++)
    assert_int_equal (graph->nodes[i].layer, row->layers[i] - '0');
  for (guint i = 0; i < graph->n_edges; i++)
    assert_int_equal (graph->edges[i].is_back, row->backs[i] - '0');
  assert_int_equal (layered_n_across (graph), row->n_across);
}

/* Two ways that would cross in the order they were given. */
static void
uncrosses_what_can_be (void **state)
{
  g_autoptr (Layered) graph = graph_of ("ab ac be cd", 5);

  (void) state;
  layered_place (graph);
  assert_int_equal (graph->nodes[1].x < graph->nodes[2].x, graph->nodes[4].x < graph->nodes[3].x);
}

/* A chain is one straight line. */
static void
draws_a_chain_straight (void **state)
{
  g_autoptr (Layered) graph = graph_of ("ab bc", 3);

  (void) state;
  for (guint i = 0; i < 3; i++)
    graph->nodes[i].width = 100 + 20 * i;
  layered_place (graph);
  assert_near (graph->width, 140, 1e-9);
  for (guint i = 0; i < 3; i++)
    assert_near (graph->nodes[i].x, 70, 1e-9);
}

static guint
draw (guint *seed, guint n)
{
  *seed = *seed * 1103515245u + 12345u;

  return (*seed >> 16) % n;
}

static Layered *
drawn_graph (guint seed)
{
  const guint n_nodes = 2 + draw (&seed, 24), n_edges = draw (&seed, 2 * n_nodes);
  Layered *graph = layered_new (n_nodes, n_edges);

  for (guint i = 0; i < n_nodes; i++) {
    graph->nodes[i].width = 100;
    graph->nodes[i].height = 20 + draw (&seed, 60);
  }
  for (guint i = 0; i < n_edges; i++) {
    LayeredEdge *edge = &graph->edges[i];

    edge->from = draw (&seed, n_nodes);
    edge->to = (edge->from + 1 + draw (&seed, n_nodes - 1)) % n_nodes;
    edge->width = 30 + draw (&seed, 80);
    edge->height = 12 + draw (&seed, 30);
  }
  layered_rank (graph);
  layered_place (graph);

  return graph;
}

/* Pairs of ties that go down from a row and cross, by trying all. */
static guint
count_crossings (const LayeredRows *laid)
{
  guint n = 0;

  for (guint i = 0; i < laid->items->len; i++)
    for (guint k = 0; k < laid->items->len; k++) {
      const LayeredItem *one = layered_rows_item (laid, i), *other = layered_rows_item (laid, k);

      if (one->row != other->row || one->place >= other->place)
        continue;
      for (guint a = 0; a < one->below->len; a++)
        for (guint b = 0; b < other->below->len; b++)
          n += layered_rows_item (laid, g_array_index (one->below, guint, a))->place >
               layered_rows_item (laid, g_array_index (other->below, guint, b))->place;
    }

  return n;
}

/* Never more crossings than in the order that was given, and fewer in most graphs. */
static void
crosses_less_than_it_was_given (void **state)
{
  guint n_fewer = 0, n_drawn = 0;

  (void) state;
  for (guint seed = 1; seed <= 60; seed++) {
    g_autoptr (Layered) graph = drawn_graph (seed);
    LayeredRows laid;
    guint before, after;

    layered_rows_init (&laid, graph);
    before = count_crossings (&laid);
    layered_rows_order (&laid);
    after = count_crossings (&laid);
    assert_true (after <= before);
    for (guint again = 0; again < 4; again++) {
      layered_rows_order (&laid);
      assert_true (count_crossings (&laid) <= after);
    }
    n_fewer += after < before;
    n_drawn += before > 0;
    layered_rows_clear (&laid);
  }
  assert_true (10 * n_fewer >= 9 * n_drawn);
}

typedef struct {
  double left, top, right, bottom;
} Box;

static GArray *
boxes_of (const Layered *graph)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));

  for (guint i = 0; i < graph->n_nodes; i++) {
    const LayeredNode *node = &graph->nodes[i];
    const Box box = { node->x - node->width / 2, node->y, node->x + node->width / 2,
                      node->y + node->height };

    g_array_append_val (boxes, box);
  }
  for (guint i = 0; i < graph->n_edges; i++) {
    const LayeredEdge *edge = &graph->edges[i];
    const Box box = { edge->x - edge->width / 2, edge->y, edge->x + edge->width / 2,
                      edge->y + edge->height };

    g_array_append_val (boxes, box);
  }

  return boxes;
}

static void
check_boxes (const Layered *graph)
{
  g_autoptr (GArray) boxes = boxes_of (graph);

  for (guint i = 0; i < boxes->len; i++) {
    const Box *one = &g_array_index (boxes, Box, i);

    assert_true (one->left >= -1e-6 && one->right <= graph->width + 1e-6);
    assert_true (one->top >= 0 && one->bottom <= graph->height + 1e-6);
    for (guint k = i + 1; k < boxes->len; k++) {
      const Box *other = &g_array_index (boxes, Box, k);

      assert_true (one->right <= other->left + 1e-6 || other->right <= one->left + 1e-6 ||
                   one->bottom <= other->top + 1e-6 || other->bottom <= one->top + 1e-6);
    }
  }
}

/* From the edge of the one box to that of the other, and all the way down, or up. */
static void
check_edge (const Layered *graph, const LayeredEdge *edge)
{
  const LayeredNode *from = &graph->nodes[edge->from], *to = &graph->nodes[edge->to];
  const guint n = edge->points->len;
  const LayeredPoint *points = (const LayeredPoint *) (const void *) edge->points->data;

  assert_int_equal (edge->is_back, from->layer > to->layer);
  assert_near (points[0].y, edge->is_back ? from->y : from->y + from->height, 1e-6);
  assert_near (points[n - 1].y, edge->is_back ? to->y + to->height : to->y, 1e-6);
  assert_true (fabs (points[0].x - from->x) <= from->width / 2);
  assert_true (fabs (points[n - 1].x - to->x) <= to->width / 2);
  for (guint i = 1; i < n; i++)
    assert_true (edge->is_back ? points[i].y <= points[i - 1].y + 1e-6
                               : points[i].y >= points[i - 1].y - 1e-6);
  assert_near (points[edge->n_before - 1].x, edge->x, 1e-6);
  assert_near (points[edge->n_before].x, edge->x, 1e-6);
  assert_near (fabs (points[edge->n_before].y - points[edge->n_before - 1].y), edge->height, 1e-6);
}

static void
covers_nothing_whatever_the_graph (void **state)
{
  const guint n = g_getenv ("SCRUTINY_QUICK") ? 40 : 300;

  (void) state;
  for (guint seed = 1; seed <= n; seed++) {
    g_autoptr (Layered) graph = drawn_graph (seed);

    check_boxes (graph);
    for (guint i = 0; i < graph->n_edges; i++)
      check_edge (graph, &graph->edges[i]);
  }
}

/* A page may end in a gap: no box stands across it. */
static void
leaves_gaps_between_layers (void **state)
{
  g_autoptr (Layered) graph = drawn_graph (7);

  (void) state;
  assert_int_equal (graph->n_gaps, layered_n_layers (graph) - 1);
  for (guint g = 0; g < graph->n_gaps; g++)
    for (guint i = 0; i < graph->n_nodes; i++) {
      const LayeredNode *node = &graph->nodes[i];

      assert_int_equal (node->layer <= g, node->y + node->height <= graph->gaps[g]);
    }
}

static void
places_nothing_of_nothing (void **state)
{
  g_autoptr (Layered) graph = layered_new (0, 0);

  (void) state;
  layered_rank (graph);
  layered_place (graph);
  assert_int_equal (layered_n_layers (graph), 0);
  assert_int_equal (layered_n_across (graph), 0);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + 6];
  size_t n = add_rows (tests, ranks_by_the_longest_way, rows, G_N_ELEMENTS (rows), sizeof *rows);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (uncrosses_what_can_be);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (draws_a_chain_straight);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (crosses_less_than_it_was_given);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (covers_nothing_whatever_the_graph);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (leaves_gaps_between_layers);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (places_nothing_of_nothing);

  return cmocka_run_group_tests_name ("report/layered", tests, NULL, NULL);
}
