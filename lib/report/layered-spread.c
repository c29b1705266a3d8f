/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/layered-spread.h"

#include <math.h>

static const guint N_SWEEPS = 24;
static const double SPACE = 14, GAP = 18, MOST_GAP = 50, SLANT = 0.09;
static const double ALMOST = 24;
static const double TIP = 10; /* a line ends upright, so that its arrow does */

/* --- Places across --------------------------------------------------------------------------- */

/* An edge is to be straight on its way rather than at its ends. */
static double
weight_of (const LayeredItem *one, const LayeredItem *other)
{
  return one->node || other->node ? 1 : 8;
}

static double
add_places (const LayeredRows *self, const LayeredItem *item, const GArray *tied, double *sum)
{
  double weights = 0;

  for (guint i = 0; i < tied->len; i++) {
    const LayeredItem *other = layered_rows_item (self, g_array_index (tied, guint, i));

    weights += weight_of (item, other);
    *sum += weight_of (item, other) * other->x;
  }

  return weights;
}

static double
mean_x (const LayeredRows *self, const LayeredItem *item)
{
  double sum = 0, weights;

  weights = add_places (self, item, item->above, &sum);
  weights += add_places (self, item, item->below, &sum);

  return weights > 0 ? sum / weights : item->x;
}

/* How far apart the middles of two neighbours are at least. */
static double
distance (const LayeredItem *left, const LayeredItem *right)
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
settle_row (LayeredRows *self, GArray *row)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  double offset = 0;
  guint at = 0;

  for (guint i = 0; i < row->len; i++) {
    LayeredItem *item = layered_rows_item (self, g_array_index (row, guint, i));
    Block block = { .n = 1 };

    offset +=
        i > 0 ? distance (layered_rows_item (self, g_array_index (row, guint, i - 1)), item) : 0;
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
      layered_rows_item (self, g_array_index (row, guint, at++))->x += block->sum / block->n;
  }
}

static void
settle (LayeredRows *self, guint r)
{
  GArray *row = layered_rows_row (self, r);

  for (guint i = 0; i < row->len; i++) {
    LayeredItem *item = layered_rows_item (self, g_array_index (row, guint, i));

    item->wanted = mean_x (self, item);
  }
  settle_row (self, row);
}

/* Whether the item at @place of @row may stand at @x without moving its neighbours. */
static gboolean
has_room (const LayeredRows *self, const GArray *row, guint place, double x)
{
  const LayeredItem *item = layered_rows_item (self, g_array_index (row, guint, place));
  const LayeredItem *left =
      place > 0 ? layered_rows_item (self, g_array_index (row, guint, place - 1)) : NULL;
  const LayeredItem *right =
      place + 1 < row->len ? layered_rows_item (self, g_array_index (row, guint, place + 1)) : NULL;

  return (!left || x - left->x >= distance (left, item)) &&
         (!right || right->x - x >= distance (item, right));
}

/* What stands almost below the one thing it is tied to stands below it, where there is room. */
static void
straighten (LayeredRows *self, guint r)
{
  GArray *row = layered_rows_row (self, r);

  for (guint i = 0; i < row->len; i++) {
    LayeredItem *item = layered_rows_item (self, g_array_index (row, guint, i));
    const LayeredItem *above = item->above->len == 1
                                   ? layered_rows_item (self, g_array_index (item->above, guint, 0))
                                   : NULL;

    if (above && above->below->len == 1 && fabs (above->x - item->x) < ALMOST &&
        has_room (self, row, i, above->x))
      item->x = above->x;
  }
}

static void
spread_across (LayeredRows *self)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (guint r = 0; r < self->rows->len; r++)
    settle_row (self, layered_rows_row (self, r));
  for (guint sweep = 0; sweep < N_SWEEPS; sweep++)
    for (guint r = 0; r < self->rows->len; r++)
      settle (self, sweep % 2 == 0 ? r : self->rows->len - 1 - r);
  for (guint r = 1; r < self->rows->len; r++)
    straighten (self, r);
  for (guint i = 0; i < self->items->len; i++) {
    left = MIN (left, layered_rows_item (self, i)->x - layered_rows_item (self, i)->width / 2);
    right = MAX (right, layered_rows_item (self, i)->x + layered_rows_item (self, i)->width / 2);
  }
  for (guint i = 0; i < self->items->len; i++)
    layered_rows_item (self, i)->x -= left;
  self->graph->width = right - left;
}

/* --- Heights, and the ways of the edges ------------------------------------------------------- */

static double
row_height (const LayeredRows *self, guint r)
{
  double height = 0;

  for (guint i = 0; i < layered_rows_row (self, r)->len; i++)
    height = MAX (
        height,
        layered_rows_item (self, g_array_index (layered_rows_row (self, r), guint, i))->height);

  return height;
}

/* Lines that go far to one side have more room for it. */
static double
gap_below (const LayeredRows *self, guint r)
{
  double furthest = 0;

  for (guint i = 0; i < layered_rows_row (self, r)->len; i++) {
    const LayeredItem *item =
        layered_rows_item (self, g_array_index (layered_rows_row (self, r), guint, i));

    for (guint k = 0; k < item->below->len; k++)
      furthest =
          MAX (furthest,
               fabs (layered_rows_item (self, g_array_index (item->below, guint, k))->x - item->x));
  }

  return MIN (GAP + SLANT * furthest, MOST_GAP);
}

static void
stack (LayeredRows *self)
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
port_of (const LayeredRows *self, const LayeredItem *node, const GArray *tied, guint other)
{
  guint before = 0;

  for (guint i = 0; i < tied->len; i++) {
    const guint one = g_array_index (tied, guint, i);

    before +=
        layered_rows_item (self, one)->x < layered_rows_item (self, other)->x ||
        (layered_rows_item (self, one)->x == layered_rows_item (self, other)->x && one < other);
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
pass_item (LayeredRows *self, LayeredEdge *edge, const LayeredItem *item, guint r)
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
draw_way (LayeredRows *self, guint index)
{
  LayeredEdge *edge = &self->graph->edges[index];
  const GArray *way = self->ways->pdata[index];
  const guint first = g_array_index (way, guint, 0);
  const guint last = g_array_index (way, guint, way->len - 1);
  const LayeredItem *upper = layered_rows_item (self, first),
                    *lower = layered_rows_item (self, last);
  const guint r = 2 * upper->node->layer;
  const double start = port_of (self, upper, upper->below, g_array_index (way, guint, 1));
  const double end = port_of (self, lower, lower->above, g_array_index (way, guint, way->len - 2));

  add_point (edge->points, start, self->tops[r] + upper->height);
  add_point (edge->points, start, self->tops[r] + row_height (self, r) + (edge->is_back ? TIP : 0));
  for (guint i = 1; i + 1 < way->len; i++)
    pass_item (self, edge, layered_rows_item (self, g_array_index (way, guint, i)), r + i);
  if (!edge->is_back)
    add_point (edge->points, end, self->tops[2 * lower->node->layer] - TIP);
  add_point (edge->points, end, self->tops[2 * lower->node->layer]);
  if (edge->is_back)
    reverse (edge);
}

void
layered_spread (LayeredRows *self)
{
  Layered *graph = self->graph;

  spread_across (self);
  stack (self);
  for (guint i = 0; i < graph->n_nodes; i++) {
    graph->nodes[i].x = layered_rows_item (self, i)->x;
    graph->nodes[i].y = self->tops[2 * graph->nodes[i].layer];
  }
  for (guint i = 0; i < graph->n_edges; i++)
    draw_way (self, i);
}
