/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/layered.h"

#include <math.h>
#include <string.h>

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

/* The ends of an edge as it lies, whichever way it leads. */
static guint
upper_end (const LayeredEdge *edge)
{
  return edge->is_back ? edge->to : edge->from;
}

static guint
lower_end (const LayeredEdge *edge)
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
    const guint upper = upper_end (&self->edges[i]), lower = lower_end (&self->edges[i]);

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
    for (guint layer = self->nodes[upper_end (&self->edges[i])].layer;
         layer < self->nodes[lower_end (&self->edges[i])].layer; layer++)
      between[layer]++;
  for (guint layer = 0; layer < n_layers; layer++)
    most = MAX (most, MAX (nodes[layer], between[layer]));

  return most;
}

/* --- What stands in each row: nodes in even ones, labels in odd ones, and edges that pass -- */

#define N_SWEEPS 12
static const double SPACE = 14, GAP = 18, MOST_GAP = 50, SLANT = 0.09;
static const double ALMOST = 24;
static const double TIP = 10; /* a line ends upright, so that its arrow does */

typedef struct {
  double width, height;
  double x;              /* of its middle */
  double wanted;         /* where it would stand if nothing else did */
  guint place;           /* in its row */
  LayeredNode *node;     /* one of these two, or it only passes */
  LayeredEdge *label;    /* the edge whose label it is */
  GArray *above, *below; /* of guint: the items it is tied to */
} Item;

typedef struct {
  Layered *graph;
  GArray *items;   /* of Item */
  GPtrArray *rows; /* of GArray of guint: items */
  double *tops;    /* of each row; one more, where the last one ends */
  GPtrArray *ways; /* of GArray of guint: the items of each edge, downwards, its ends included */
} Rows;

static Item *
item_at (const Rows *self, guint index)
{
  return &g_array_index (self->items, Item, index);
}

static GArray *
row_at (const Rows *self, guint row)
{
  return self->rows->pdata[row];
}

static guint
add_item (Rows *self, guint row, double width, double height)
{
  const guint index = self->items->len;
  Item item = { .width = width, .height = height };

  item.above = g_array_new (FALSE, FALSE, sizeof (guint));
  item.below = g_array_new (FALSE, FALSE, sizeof (guint));
  item.place = row_at (self, row)->len;
  g_array_append_val (self->items, item);
  g_array_append_val (row_at (self, row), index);

  return index;
}

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_array_unref (item->above);
  g_array_unref (item->below);
}

static void
tie (Rows *self, guint upper, guint lower)
{
  g_array_append_val (item_at (self, upper)->below, lower);
  g_array_append_val (item_at (self, lower)->above, upper);
}

/* The label stands next to where the edge begins. */
static void
add_way (Rows *self, LayeredEdge *edge)
{
  const guint upper = upper_end (edge), lower = lower_end (edge);
  const guint first = 2 * self->graph->nodes[upper].layer + 1;
  const guint last = 2 * self->graph->nodes[lower].layer - 1;
  const guint row_of_label = edge->is_back ? last : first;
  GArray *way = g_array_new (FALSE, FALSE, sizeof (guint));
  guint before = upper; /* the items of nodes come first, in the nodes' order */

  g_array_append_val (way, before);
  for (guint row = first; row <= last; row++) {
    const gboolean is_label = row == row_of_label;
    const guint item =
        add_item (self, row, is_label ? edge->width : 0, is_label ? edge->height : 0);

    if (is_label)
      item_at (self, item)->label = edge;
    tie (self, before, item);
    g_array_append_val (way, item);
    before = item;
  }
  tie (self, before, lower);
  g_array_append_val (way, lower);
  g_ptr_array_add (self->ways, way);
}

static void
rows_init (Rows *self, Layered *graph)
{
  const guint n_rows = 2 * layered_n_layers (graph) - 1;

  *self = (Rows){ .graph = graph };
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->tops = g_new0 (double, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (self->rows, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < graph->n_nodes; i++) {
    LayeredNode *node = &graph->nodes[i];

    add_item (self, 2 * node->layer, node->width, node->height);
    item_at (self, i)->node = node;
  }
  for (guint i = 0; i < graph->n_edges; i++)
    add_way (self, &graph->edges[i]);
}

static void
rows_clear (Rows *self)
{
  g_ptr_array_unref (self->ways);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->items);
  g_free (self->tops);
}

/* --- The order in each row ---------------------------------------------------------------- */

static double
mean_place (const Rows *self, const GArray *tied, double otherwise)
{
  double sum = 0;

  for (guint i = 0; i < tied->len; i++)
    sum += item_at (self, g_array_index (tied, guint, i))->place;

  return tied->len > 0 ? sum / tied->len : otherwise;
}

static int
compare_wanted (gconstpointer one, gconstpointer other, gpointer data)
{
  const Item *a = item_at (data, *(const guint *) one), *b = item_at (data, *(const guint *) other);

  if (a->wanted != b->wanted)
    return a->wanted < b->wanted ? -1 : 1;

  return a->place < b->place ? -1 : a->place > b->place;
}

static void
sort_row (Rows *self, GArray *row, gboolean by_above)
{
  for (guint i = 0; i < row->len; i++) {
    Item *item = item_at (self, g_array_index (row, guint, i));

    item->wanted = mean_place (self, by_above ? item->above : item->below, item->place);
  }
  g_array_sort_with_data (row, compare_wanted, self);
  for (guint i = 0; i < row->len; i++)
    item_at (self, g_array_index (row, guint, i))->place = i;
}

/* Adds the ties that go down from @item to @ends, and counts those before that they cross. */
static gsize
cross (const Rows *self, const Item *item, GArray *ends)
{
  const guint n_before = ends->len;
  gsize n = 0;

  for (guint i = 0; i < item->below->len; i++) {
    const guint place = item_at (self, g_array_index (item->below, guint, i))->place;

    for (guint k = 0; k < n_before; k++)
      n += g_array_index (ends, guint, k) > place;
    g_array_append_val (ends, place);
  }

  return n;
}

/* Pairs of ties between two rows that cross. */
static gsize
count_crossings (const Rows *self)
{
  gsize n = 0;

  for (guint r = 0; r + 1 < self->rows->len; r++) {
    g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

    for (guint i = 0; i < row_at (self, r)->len; i++)
      n += cross (self, item_at (self, g_array_index (row_at (self, r), guint, i)), ends);
  }

  return n;
}

static guint *
dup_places (const Rows *self)
{
  guint *places = g_new (guint, self->items->len + 1);

  for (guint i = 0; i < self->items->len; i++)
    places[i] = item_at (self, i)->place;

  return places;
}

static void
restore_places (Rows *self, const guint *places)
{
  for (guint i = 0; i < self->items->len; i++) {
    item_at (self, i)->place = places[i];
    item_at (self, i)->wanted = places[i];
  }
  for (guint r = 0; r < self->rows->len; r++)
    g_array_sort_with_data (row_at (self, r), compare_wanted, self);
}

/* Down and up in turn; the order with the fewest crossings stays. */
static void
rows_order (Rows *self)
{
  gsize fewest = count_crossings (self);
  g_autofree guint *best = dup_places (self);

  for (guint sweep = 0; sweep < N_SWEEPS && fewest > 0; sweep++) {
    gsize n;

    for (guint r = 1; r < self->rows->len; r++)
      sort_row (self, sweep % 2 == 0 ? row_at (self, r) : row_at (self, self->rows->len - 1 - r),
                sweep % 2 == 0);
    n = count_crossings (self);
    if (n >= fewest)
      continue;
    fewest = n;
    g_free (best);
    best = dup_places (self);
  }
  restore_places (self, best);
}

/* --- Places across --------------------------------------------------------------------------- */

/* An edge is to be straight on its way rather than at its ends. */
static double
weight_of (const Item *one, const Item *other)
{
  return one->node || other->node ? 1 : 8;
}

static double
add_places (const Rows *self, const Item *item, const GArray *tied, double *sum)
{
  double weights = 0;

  for (guint i = 0; i < tied->len; i++) {
    const Item *other = item_at (self, g_array_index (tied, guint, i));

    weights += weight_of (item, other);
    *sum += weight_of (item, other) * other->x;
  }

  return weights;
}

static double
mean_x (const Rows *self, const Item *item)
{
  double sum = 0, weights;

  weights = add_places (self, item, item->above, &sum);
  weights += add_places (self, item, item->below, &sum);

  return weights > 0 ? sum / weights : item->x;
}

/* How far apart the middles of two neighbours are at least. */
static double
distance (const Item *left, const Item *right)
{
  return (left->width + right->width) / 2 + SPACE;
}

typedef struct {
  double sum;
  guint n;
} Block;

/* As near to where each wants to be as their order and widths allow, in least squares: with the
 * distances taken off, the places must not fall from left to right.
 */
static void
settle_row (Rows *self, GArray *row)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  double offset = 0;
  guint at = 0;

  for (guint i = 0; i < row->len; i++) {
    Item *item = item_at (self, g_array_index (row, guint, i));
    Block block = { .n = 1 };

    offset += i > 0 ? distance (item_at (self, g_array_index (row, guint, i - 1)), item) : 0;
    item->x = offset;
    block.sum = item->wanted - offset;
    for (Block *last; blocks->len > 0; g_array_set_size (blocks, blocks->len - 1)) {
      last = &g_array_index (blocks, Block, blocks->len - 1);
      if (last->sum / last->n < block.sum / block.n)
        break;
      block.sum += last->sum;
      block.n += last->n;
    }
    g_array_append_val (blocks, block);
  }
  for (guint b = 0; b < blocks->len; b++) {
    const Block *block = &g_array_index (blocks, Block, b);

    for (guint i = 0; i < block->n; i++)
      item_at (self, g_array_index (row, guint, at++))->x += block->sum / block->n;
  }
}

static void
settle (Rows *self, guint r)
{
  GArray *row = row_at (self, r);

  for (guint i = 0; i < row->len; i++) {
    Item *item = item_at (self, g_array_index (row, guint, i));

    item->wanted = mean_x (self, item);
  }
  settle_row (self, row);
}

/* Whether the item at @place of @row may stand at @x without moving its neighbours. */
static gboolean
has_room (const Rows *self, const GArray *row, guint place, double x)
{
  const Item *item = item_at (self, g_array_index (row, guint, place));
  const Item *left = place > 0 ? item_at (self, g_array_index (row, guint, place - 1)) : NULL;
  const Item *right =
      place + 1 < row->len ? item_at (self, g_array_index (row, guint, place + 1)) : NULL;

  return (!left || x - left->x >= distance (left, item)) &&
         (!right || right->x - x >= distance (item, right));
}

/* What stands almost below the one thing it is tied to stands below it, where there is room. */
static void
straighten (Rows *self, guint r)
{
  GArray *row = row_at (self, r);

  for (guint i = 0; i < row->len; i++) {
    Item *item = item_at (self, g_array_index (row, guint, i));
    const Item *above =
        item->above->len == 1 ? item_at (self, g_array_index (item->above, guint, 0)) : NULL;

    if (above && above->below->len == 1 && fabs (above->x - item->x) < ALMOST &&
        has_room (self, row, i, above->x))
      item->x = above->x;
  }
}

static void
rows_spread (Rows *self)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (guint r = 0; r < self->rows->len; r++)
    settle_row (self, row_at (self, r));
  for (guint sweep = 0; sweep < 2 * N_SWEEPS; sweep++)
    for (guint r = 0; r < self->rows->len; r++)
      settle (self, sweep % 2 == 0 ? r : self->rows->len - 1 - r);
  for (guint r = 1; r < self->rows->len; r++)
    straighten (self, r);
  for (guint i = 0; i < self->items->len; i++) {
    left = MIN (left, item_at (self, i)->x - item_at (self, i)->width / 2);
    right = MAX (right, item_at (self, i)->x + item_at (self, i)->width / 2);
  }
  for (guint i = 0; i < self->items->len; i++)
    item_at (self, i)->x -= left;
  self->graph->width = right - left;
}

/* --- Heights, and the ways of the edges ------------------------------------------------------- */

static double
row_height (const Rows *self, guint r)
{
  double height = 0;

  for (guint i = 0; i < row_at (self, r)->len; i++)
    height = MAX (height, item_at (self, g_array_index (row_at (self, r), guint, i))->height);

  return height;
}

/* Lines that go far to one side have more room for it. */
static double
gap_below (const Rows *self, guint r)
{
  double furthest = 0;

  for (guint i = 0; i < row_at (self, r)->len; i++) {
    const Item *item = item_at (self, g_array_index (row_at (self, r), guint, i));

    for (guint k = 0; k < item->below->len; k++)
      furthest =
          MAX (furthest, fabs (item_at (self, g_array_index (item->below, guint, k))->x - item->x));
  }

  return MIN (GAP + SLANT * furthest, MOST_GAP);
}

static void
rows_stack (Rows *self)
{
  Layered *graph = self->graph;
  double y = 0;

  graph->n_gaps = self->rows->len / 2;
  graph->gaps = g_new0 (double, graph->n_gaps + 1);
  for (guint r = 0; r < self->rows->len; r++) {
    self->tops[r] = y;
    y += row_height (self, r);
    if (r + 1 < self->rows->len)
      y += gap_below (self, r);
    if (r % 2 == 0 && r / 2 < graph->n_gaps)
      graph->gaps[r / 2] = y;
  }
  self->tops[self->rows->len] = y;
  graph->height = y;
}

/* Where, of the edges that meet a node on one side, this one does: in the order of what they
 * come from, so that they do not cross there.
 */
static double
port_of (const Rows *self, const Item *node, const GArray *tied, guint other)
{
  guint before = 0;

  for (guint i = 0; i < tied->len; i++) {
    const guint one = g_array_index (tied, guint, i);

    before += item_at (self, one)->x < item_at (self, other)->x ||
              (item_at (self, one)->x == item_at (self, other)->x && one < other);
  }

  return node->x + node->width * 0.8 * ((before + 1.0) / (tied->len + 1.0) - 0.5);
}

static void
add_point (GArray *points, double x, double y)
{
  const LayeredPoint point = { x, y };

  g_array_append_val (points, point);
}

/* Through the row of @item, from its upper side to its lower one: straight down. */
static void
pass_item (Rows *self, LayeredEdge *edge, const Item *item, guint r)
{
  if (item->label) {
    add_point (edge->points, item->x, self->tops[r]);
    edge->n_before = edge->points->len;
    edge->x = item->x;
    edge->y = self->tops[r];
    add_point (edge->points, item->x, self->tops[r] + item->height);
  } else {
    add_point (edge->points, item->x, self->tops[r]);
  }
  add_point (edge->points, item->x, self->tops[r] + row_height (self, r));
}

static void
reverse (LayeredEdge *edge)
{
  LayeredPoint *points = (LayeredPoint *) (void *) edge->points->data;
  const guint n = edge->points->len;

  for (guint i = 0; i < n / 2; i++) {
    const LayeredPoint point = points[i];

    points[i] = points[n - 1 - i];
    points[n - 1 - i] = point;
  }
  edge->n_before = n - edge->n_before;
}

static void
draw_way (Rows *self, guint index)
{
  LayeredEdge *edge = &self->graph->edges[index];
  const GArray *way = self->ways->pdata[index];
  const guint first = g_array_index (way, guint, 0);
  const guint last = g_array_index (way, guint, way->len - 1);
  const Item *upper = item_at (self, first), *lower = item_at (self, last);
  const guint r = 2 * upper->node->layer;
  const double start = port_of (self, upper, upper->below, g_array_index (way, guint, 1));
  const double end = port_of (self, lower, lower->above, g_array_index (way, guint, way->len - 2));

  add_point (edge->points, start, self->tops[r] + upper->height);
  add_point (edge->points, start, self->tops[r] + row_height (self, r) + (edge->is_back ? TIP : 0));
  for (guint i = 1; i + 1 < way->len; i++)
    pass_item (self, edge, item_at (self, g_array_index (way, guint, i)), r + i);
  if (!edge->is_back)
    add_point (edge->points, end, self->tops[2 * lower->node->layer] - TIP);
  add_point (edge->points, end, self->tops[2 * lower->node->layer]);
  if (edge->is_back)
    reverse (edge);
}

void
layered_place (Layered *self)
{
  Rows rows;

  if (self->n_nodes == 0)
    return;
  rows_init (&rows, self);
  rows_order (&rows);
  rows_spread (&rows);
  rows_stack (&rows);
  for (guint i = 0; i < self->n_nodes; i++) {
    self->nodes[i].x = item_at (&rows, i)->x;
    self->nodes[i].y = rows.tops[2 * self->nodes[i].layer];
  }
  for (guint i = 0; i < self->n_edges; i++)
    draw_way (&rows, i);
  rows_clear (&rows);
}
