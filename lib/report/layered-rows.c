/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/layered-rows.h"

static const guint N_SWEEPS = 12;

LayeredItem *
layered_rows_item (const LayeredRows *self, guint index)
{
  return &g_array_index (self->items, LayeredItem, index);
}

GArray *
layered_rows_row (const LayeredRows *self, guint row)
{
  return self->rows->pdata[row];
}

static guint
add_item (LayeredRows *self, guint row, double width, double height)
{
  const guint index = self->items->len;
  LayeredItem item = { .width = width, .height = height };

  item.above = g_array_new (FALSE, FALSE, sizeof (guint));
  item.below = g_array_new (FALSE, FALSE, sizeof (guint));
  item.row = row;
  item.place = layered_rows_row (self, row)->len;
  g_array_append_val (self->items, item);
  g_array_append_val (layered_rows_row (self, row), index);

  return index;
}

static void
clear_item (gpointer data)
{
  LayeredItem *item = data;

  g_array_unref (item->above);
  g_array_unref (item->below);
}

static void
tie (LayeredRows *self, guint upper, guint lower)
{
  g_array_append_val (layered_rows_item (self, upper)->below, lower);
  g_array_append_val (layered_rows_item (self, lower)->above, upper);
}

/* The label stands next to where the edge begins. */
static void
add_way (LayeredRows *self, LayeredEdge *edge)
{
  const guint upper = layered_edge_upper (edge), lower = layered_edge_lower (edge);
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
      layered_rows_item (self, item)->label = edge;
    tie (self, before, item);
    g_array_append_val (way, item);
    before = item;
  }
  tie (self, before, lower);
  g_array_append_val (way, lower);
  g_ptr_array_add (self->ways, way);
}

void
layered_rows_init (LayeredRows *self, Layered *graph)
{
  const guint n_rows = 2 * layered_n_layers (graph) - 1;

  *self = (LayeredRows){ .graph = graph };
  self->items = g_array_new (FALSE, FALSE, sizeof (LayeredItem));
  g_array_set_clear_func (self->items, clear_item);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->tops = g_new0 (double, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (self->rows, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < graph->n_nodes; i++) {
    LayeredNode *node = &graph->nodes[i];

    add_item (self, 2 * node->layer, node->width, node->height);
    layered_rows_item (self, i)->node = node;
  }
  for (guint i = 0; i < graph->n_edges; i++)
    add_way (self, &graph->edges[i]);
}

void
layered_rows_clear (LayeredRows *self)
{
  g_ptr_array_unref (self->ways);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->items);
  g_free (self->tops);
}

/* --- The order in each row ---------------------------------------------------------------- */

static double
mean_place (const LayeredRows *self, const GArray *tied, double otherwise)
{
  double sum = 0;

  for (guint i = 0; i < tied->len; i++)
    sum += layered_rows_item (self, g_array_index (tied, guint, i))->place;

  return tied->len > 0 ? sum / tied->len : otherwise;
}

static int
compare_wanted (gconstpointer one, gconstpointer other, gpointer data)
{
  const LayeredItem *a = layered_rows_item (data, *(const guint *) one),
                    *b = layered_rows_item (data, *(const guint *) other);

  if (a->wanted != b->wanted)
    return a->wanted < b->wanted ? -1 : 1;

  return a->place < b->place ? -1 : a->place > b->place;
}

static void
sort_row (LayeredRows *self, GArray *row, gboolean by_above)
{
  for (guint i = 0; i < row->len; i++) {
    LayeredItem *item = layered_rows_item (self, g_array_index (row, guint, i));

    item->wanted = mean_place (self, by_above ? item->above : item->below, item->place);
  }
  g_array_sort_with_data (row, compare_wanted, self);
  for (guint i = 0; i < row->len; i++)
    layered_rows_item (self, g_array_index (row, guint, i))->place = i;
}

/* Adds the ties that go down from @item to @ends, and counts those before that they cross. */
static gsize
cross (const LayeredRows *self, const LayeredItem *item, GArray *ends)
{
  const guint n_before = ends->len;
  gsize n = 0;

  for (guint i = 0; i < item->below->len; i++) {
    const guint place = layered_rows_item (self, g_array_index (item->below, guint, i))->place;

    for (guint k = 0; k < n_before; k++)
      n += g_array_index (ends, guint, k) > place;
    g_array_append_val (ends, place);
  }

  return n;
}

/* Pairs of ties between two rows that cross. */
static gsize
count_crossings (const LayeredRows *self)
{
  gsize n = 0;

  for (guint r = 0; r + 1 < self->rows->len; r++) {
    g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

    for (guint i = 0; i < layered_rows_row (self, r)->len; i++)
      n += cross (self,
                  layered_rows_item (self, g_array_index (layered_rows_row (self, r), guint, i)),
                  ends);
  }

  return n;
}

static guint *
dup_places (const LayeredRows *self)
{
  guint *places = g_new (guint, self->items->len + 1);

  for (guint i = 0; i < self->items->len; i++)
    places[i] = layered_rows_item (self, i)->place;

  return places;
}

static void
restore_places (LayeredRows *self, const guint *places)
{
  for (guint i = 0; i < self->items->len; i++) {
    layered_rows_item (self, i)->place = places[i];
    layered_rows_item (self, i)->wanted = places[i];
  }
  for (guint r = 0; r < self->rows->len; r++)
    g_array_sort_with_data (layered_rows_row (self, r), compare_wanted, self);
}

/* Down and up in turn; the order with the fewest crossings stays. */
void
layered_rows_order (LayeredRows *self)
{
  gsize fewest = count_crossings (self);
  g_autofree guint *best = dup_places (self);

  for (guint sweep = 0; sweep < N_SWEEPS && fewest > 0; sweep++) {
    gsize n;

    for (guint r = 1; r < self->rows->len; r++)
      sort_row (self,
                sweep % 2 == 0 ? layered_rows_row (self, r)
                               : layered_rows_row (self, self->rows->len - 1 - r),
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
