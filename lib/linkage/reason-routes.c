/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-routes.h"

#include <string.h>

#include "kernel/graph-cut.h"
#include "kernel/graph-dominators.h"
#include "kernel/graph-widest.h"

static void
item_free (gpointer data)
{
  ReasonItem *item = data;

  g_object_unref (item->evidence);
  g_array_unref (item->steps);
  g_free (item);
}

/* The steps from each group, each once.  Edges lead from groups to steps and from steps to groups,
 * and from every outcome to the people.
 */
static gsize
find_steps (ReasonRoutes *self, gsize *step_of)
{
  const ReasonGraph *record = self->record;
  g_autofree gsize *seen = g_new (gsize, record->n_groups);
  gsize n_steps = 0;

  memset (seen, 0xff, record->n_groups * sizeof *seen);
  for (gsize e = 0; e < record->n_links; e++) {
    const ReasonLink *link = &record->links[e];

    step_of[e] = KERNEL_GRAPH_NONE;
    if (link->from_group == link->to_group)
      continue;
    if (seen[link->to_group] == KERNEL_GRAPH_NONE ||
        record->links[self->step_links[seen[link->to_group]]].from_group != link->from_group) {
      seen[link->to_group] = n_steps;
      self->step_links[n_steps++] = e;
    }
    step_of[e] = seen[link->to_group];
  }

  return n_steps;
}

static void
build_graph (ReasonRoutes *self, gsize n_steps)
{
  const ReasonGraph *record = self->record;
  const gsize n_nodes = record->n_groups + n_steps + 1;
  gsize *offsets = g_new (gsize, n_nodes + 1);
  gsize *targets = g_new (gsize, 2 * n_steps + record->n_groups);
  gsize n = 0, step = 0;

  offsets[0] = 0;
  for (gsize group = 0; group < record->n_groups; group++) {
    for (; step < n_steps && record->links[self->step_links[step]].from_group == group; step++)
      targets[n++] = record->n_groups + step;
    if (record->kinds[group] == SCRUTINY_STATEMENT_KIND_OUTCOME)
      targets[n++] = n_nodes - 1;
    offsets[group + 1] = n;
  }
  for (step = 0; step < n_steps; step++) {
    targets[n++] = record->links[self->step_links[step]].to_group;
    offsets[record->n_groups + step + 1] = n;
  }
  offsets[n_nodes] = n;
  self->people = n_nodes - 1;
  self->graph = (KernelGraph){ n_nodes, offsets, targets };
}

static gboolean
contradicts (ScrutinyEvidence *evidence)
{
  return g_strcmp0 (scrutiny_evidence_get_bearing (evidence), "contradicts") == 0;
}

/* Two items are the same that have one reference and one date. */
static ReasonItem *
item_of (ReasonRoutes *self, GHashTable *known, ScrutinyEvidence *evidence)
{
  const char *date = scrutiny_evidence_get_date (evidence);
  g_autofree char *name =
      g_strdup_printf ("%s\x1f%s", scrutiny_evidence_get_reference (evidence), date ? date : "");
  ReasonItem *item = g_hash_table_lookup (known, name);

  if (!item) {
    item = g_new (ReasonItem, 1);
    *item = (ReasonItem){ g_object_ref (evidence), g_array_new (FALSE, FALSE, sizeof (gsize)) };
    g_ptr_array_add (self->items, item);
    g_hash_table_insert (known, g_steal_pointer (&name), item);
  }

  return item;
}

/* Steps come group by group, so that @node can only be among those from @first on. */
static void
add_item (ReasonRoutes *self, ReasonItem *item, gsize node, gsize first)
{
  for (guint i = item->steps->len; i-- > 0 && g_array_index (item->steps, gsize, i) >= first;)
    if (g_array_index (item->steps, gsize, i) == node)
      return;

  g_array_append_val (item->steps, node);
  self->n_items[node]++;
}

static void
collect_items (ReasonRoutes *self, const gsize *step_of)
{
  const ReasonGraph *record = self->record;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->items = g_ptr_array_new_with_free_func (item_free);
  self->n_items = g_new0 (gsize, self->graph.n_nodes);
  for (gsize e = 0; e < record->n_links; e++) {
    const ReasonLink *link = &record->links[e];
    const GPtrArray *evidence = link->reason->evidence;

    for (guint i = 0; step_of[e] != KERNEL_GRAPH_NONE && i < evidence->len; i++)
      if (!contradicts (evidence->pdata[i]))
        add_item (self, item_of (self, known, evidence->pdata[i]), record->n_groups + step_of[e],
                  self->graph.targets[self->graph.offsets[link->from_group]]);
  }
}

static GArray *
read_way (const ReasonRoutes *self, const gsize *parent)
{
  GArray *way = g_array_new (FALSE, FALSE, sizeof (gsize));

  g_array_set_size (way, self->graph.n_nodes);
  g_array_set_size (way, kernel_graph_path (parent, self->people, &g_array_index (way, gsize, 0)));

  return way;
}

static void
find_ways (ReasonRoutes *self)
{
  const gsize n = self->graph.n_nodes;
  g_autofree gsize *above = g_new (gsize, n);
  g_autofree gsize *work = g_new (gsize, KERNEL_GRAPH_DOMINATORS_WORK (n));

  kernel_graph_search (&self->graph, 0, above, work);
  self->shortest = read_way (self, above);
  kernel_graph_dominators (&self->graph, 0, above, work);
  self->passed = read_way (self, above);
  self->is_passed = g_new0 (gboolean, n);
  for (guint i = 0; i < self->passed->len; i++)
    self->is_passed[g_array_index (self->passed, gsize, i)] = TRUE;
  self->are_there = self->shortest->len > 2;
}

/* How much goes from the claim to people through @rooms, and the nodes that let no more through. */
static gsize
cut (const ReasonRoutes *self, const gsize *rooms, GArray *nodes)
{
  const gsize n = self->graph.n_nodes;
  g_autofree gsize *work = g_new (gsize, KERNEL_GRAPH_CUT_WORK (n, self->graph.offsets[n]));
  KernelGraphCut found = { 0 };
  KernelStatus status;

  g_array_set_size (nodes, n);
  status = kernel_graph_cut (&self->graph, 0, self->people, rooms, &g_array_index (nodes, gsize, 0),
                             work, &found);
  g_assert (status == KERNEL_OK);
  g_array_set_size (nodes, found.n_cut);

  return found.value;
}

/* Nothing but a step or a statement on the way is ever in the way of another. */
static void
count_routes (ReasonRoutes *self)
{
  const gsize n = self->graph.n_nodes;
  g_autofree gsize *rooms = g_new (gsize, n);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize v = 0; v < n; v++)
    rooms[v] =
        v < self->record->n_groups && self->record->kinds[v] == SCRUTINY_STATEMENT_KIND_OUTCOME ? n
                                                                                                : 1;
  self->n_routes = self->are_there ? cut (self, rooms, nodes) : 0;
}

ReasonRoutes *
reason_routes_new (const ReasonGraph *record)
{
  ReasonRoutes *self = g_new0 (ReasonRoutes, 1);
  g_autofree gsize *step_of = g_new (gsize, record->n_links);

  self->record = record;
  self->step_links = g_new (gsize, record->n_links);
  build_graph (self, find_steps (self, step_of));
  find_ways (self);
  count_routes (self);
  collect_items (self, step_of);

  return self;
}

void
reason_routes_free (ReasonRoutes *self)
{
  g_free ((gpointer) self->graph.offsets);
  g_free ((gpointer) self->graph.targets);
  g_free (self->step_links);
  g_free (self->n_items);
  g_free (self->is_passed);
  g_array_unref (self->shortest);
  g_array_unref (self->passed);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/* Another way leaves out a step of the shortest at least, which is then not passed by all. */
gboolean
reason_routes_is_one_line (const ReasonRoutes *self)
{
  return self->are_there && self->passed->len == self->shortest->len;
}

gboolean
reason_routes_is_step (const ReasonRoutes *self, gsize node)
{
  return node >= self->record->n_groups && node < self->people;
}

const ReasonLink *
reason_routes_get_link (const ReasonRoutes *self, gsize step)
{
  return &self->record->links[self->step_links[step - self->record->n_groups]];
}

gboolean
reason_routes_lead_without (const ReasonRoutes *self, const ReasonItem *item)
{
  const gsize n = self->graph.n_nodes;
  g_autofree gsize *widths = g_new (gsize, self->graph.offsets[n]);
  g_autofree gsize *parent = g_new (gsize, n);
  g_autofree gsize *order = g_new (gsize, n);

  for (gsize e = 0; e < self->graph.offsets[n]; e++)
    widths[e] = 1;
  for (guint i = 0; i < item->steps->len; i++)
    widths[self->graph.offsets[g_array_index (item->steps, gsize, i)]] = 0;

  return kernel_graph_widest (&self->graph, widths, 0, self->people, parent, order) > 0;
}

gsize
reason_routes_find_thinnest (const ReasonRoutes *self, GArray *steps)
{
  const gsize n = self->graph.n_nodes;
  g_autofree gsize *rooms = g_new (gsize, n);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize n_all = 1, n_items;

  for (gsize v = 0; v < n; v++)
    n_all += self->n_items[v];
  for (gsize v = 0; v < n; v++)
    rooms[v] = reason_routes_is_step (self, v) ? self->n_items[v] : n_all;
  n_items = self->are_there ? cut (self, rooms, nodes) : 0;

  g_array_set_size (steps, 0);
  for (guint i = 0; i < nodes->len; i++)
    if (self->n_items[g_array_index (nodes, gsize, i)] > 0)
      g_array_append_val (steps, g_array_index (nodes, gsize, i));

  return n_items;
}

gsize
reason_routes_find_fullest (const ReasonRoutes *self, GArray *nodes)
{
  const gsize n = self->graph.n_nodes;
  g_autofree gsize *widths = g_new (gsize, self->graph.offsets[n]);
  g_autofree gsize *parent = g_new (gsize, n);
  g_autofree gsize *order = g_new (gsize, n);
  g_autoptr (GArray) way = NULL;
  gsize n_items;

  for (gsize v = 0; v < n; v++)
    for (gsize e = self->graph.offsets[v]; e < self->graph.offsets[v + 1]; e++)
      widths[e] = reason_routes_is_step (self, v) ? self->n_items[v] : SIZE_MAX;
  n_items = kernel_graph_widest (&self->graph, widths, 0, self->people, parent, order);
  way = read_way (self, parent);
  g_array_set_size (nodes, 0);
  g_array_append_vals (nodes, way->data, way->len);

  return self->are_there ? n_items : 0;
}
