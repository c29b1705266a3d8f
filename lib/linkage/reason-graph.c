/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-graph.h"

#include "base/printable.h"

static gsize
position_of (GHashTable *positions, const ChainStatement *statement)
{
  return GPOINTER_TO_SIZE (g_hash_table_lookup (positions, statement));
}

/* Of each statement. */
static GHashTable *
positions_new (const ReasonGraph *self)
{
  GHashTable *positions = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < self->n_statements; i++)
    g_hash_table_insert (positions, (gpointer) self->statements[i], GSIZE_TO_POINTER (i));

  return positions;
}

/* The claim first, whatever its place in the record. */
static void
note_statements (ReasonGraph *self)
{
  const GPtrArray *stated = self->chain->statements;
  gsize n = 0;

  self->statements = g_new (const ChainStatement *, self->n_statements);
  self->statements[n++] =
      scrutiny_chain_find_statement (self->chain, scrutiny_chain_get_claim (self->chain));
  for (guint i = 0; i < stated->len; i++)
    if (stated->pdata[i] != self->statements[0])
      self->statements[n++] = stated->pdata[i];
}

static void
merge_same (ReasonGraph *self, GHashTable *positions)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree gsize *work = g_new (gsize, KERNEL_GRAPH_MERGE_WORK (self->n_statements));

  for (gsize i = 0; i < self->n_statements; i++) {
    const GPtrArray *sames = self->statements[i]->sames;

    for (guint k = 0; k < sames->len; k++) {
      const ChainSame *same = sames->pdata[k];
      const gsize pair[] = { position_of (positions, same->one),
                             position_of (positions, same->other) };

      g_array_append_vals (pairs, pair, 2);
    }
  }

  self->group = g_new (gsize, self->n_statements);
  kernel_graph_merge (self->n_statements, pairs->len / 2, (const gsize *) pairs->data, self->group,
                      &self->n_groups, work);

  self->kinds = g_new0 (ScrutinyStatementKind, self->n_groups);
  for (gsize i = 0; i < self->n_statements; i++)
    self->kinds[self->group[i]] = MAX (self->kinds[self->group[i]], self->statements[i]->kind);
}

static GArray *
links_of (ReasonGraph *self, GHashTable *positions)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (ReasonLink));

  for (gsize i = 0; i < self->n_statements; i++) {
    const GPtrArray *reasons = self->statements[i]->reasons;

    for (guint k = 0; k < reasons->len; k++) {
      const ChainReason *reason = reasons->pdata[k];
      const gsize to = position_of (positions, reason->reason);
      const ReasonLink link = { i, to, self->group[i], self->group[to], reason };

      g_array_append_val (links, link);
    }
  }

  return links;
}

/* Links sorted by group without losing the order of the record. */
static void
build_graph (ReasonGraph *self, GHashTable *positions)
{
  g_autoptr (GArray) recorded = links_of (self, positions);
  g_autofree gsize *next = g_new (gsize, self->n_groups);
  gsize *offsets = g_new0 (gsize, self->n_groups + 1);
  gsize *targets = g_new (gsize, recorded->len);

  self->n_links = recorded->len;
  self->links = g_new (ReasonLink, self->n_links);

  for (gsize i = 0; i < self->n_links; i++)
    offsets[g_array_index (recorded, ReasonLink, i).from_group + 1]++;
  for (gsize group = 0; group < self->n_groups; group++) {
    offsets[group + 1] += offsets[group];
    next[group] = offsets[group];
  }
  for (gsize i = 0; i < self->n_links; i++) {
    const ReasonLink *link = &g_array_index (recorded, ReasonLink, i);
    const gsize edge = next[link->from_group]++;

    self->links[edge] = *link;
    targets[edge] = link->to_group;
  }
  self->graph = (KernelGraph){ self->n_groups, offsets, targets };
}

static const ReasonLink *
first_link (const ReasonGraph *self, gsize from_group, gsize to_group)
{
  for (gsize e = self->graph.offsets[from_group]; e < self->graph.offsets[from_group + 1]; e++)
    if (self->links[e].to_group == to_group)
      return &self->links[e];

  return NULL;
}

/* The statement by which each group was reached first from the one before it. */
static void
note_arrivals (ReasonGraph *self)
{
  g_autofree gboolean *is_noted = g_new0 (gboolean, self->n_groups);

  for (gsize e = 0; e < self->n_links; e++) {
    const ReasonLink *link = &self->links[e];

    if (self->parent[link->to_group] != link->from_group || is_noted[link->to_group])
      continue;
    is_noted[link->to_group] = TRUE;
    self->arrived[link->to_group] = link->to;
  }
}

static void
search (ReasonGraph *self)
{
  self->parent = g_new (gsize, self->n_groups);
  self->order = g_new (gsize, self->n_groups);
  self->depth = g_new0 (gsize, self->n_groups);
  self->arrived = g_new0 (gsize, self->n_groups);
  self->n_reached = kernel_graph_search (&self->graph, 0, self->parent, self->order);
  for (gsize i = 1; i < self->n_reached; i++)
    self->depth[self->order[i]] = self->depth[self->parent[self->order[i]]] + 1;
  note_arrivals (self);
  self->arrived[0] = 0;
}

/* One value for each statement, however many findings quote it. */
static void
note_words (ReasonGraph *self)
{
  self->ids = g_new (const char *, self->n_statements);
  self->words = g_new (const char *, self->n_statements);
  self->said = g_new (GVariant *, self->n_statements);

  for (gsize i = 0; i < self->n_statements; i++) {
    char *words = printable_dup (self->statements[i]->text, 0);

    self->ids[i] = self->statements[i]->id;
    self->said[i] = g_variant_ref_sink (g_variant_new_take_string (words));
    self->words[i] = g_variant_get_string (self->said[i], NULL);
  }
}

/* NULL for a chain without statements. */
ReasonGraph *
reason_graph_new (ScrutinyChain *chain)
{
  g_autoptr (ReasonGraph) self = g_new0 (ReasonGraph, 1);
  g_autoptr (GHashTable) positions = NULL;

  self->chain = g_object_ref (chain);
  self->n_statements = chain->statements->len;
  if (self->n_statements == 0)
    return NULL;

  note_statements (self);
  note_words (self);
  positions = positions_new (self);
  merge_same (self, positions);
  build_graph (self, positions);
  search (self);

  return g_steal_pointer (&self);
}

void
reason_graph_free (ReasonGraph *self)
{
  g_clear_object (&self->chain);
  g_free (self->statements);
  g_free (self->ids);
  for (gsize i = 0; self->said && i < self->n_statements; i++)
    g_variant_unref (self->said[i]);
  g_free (self->said);
  g_free (self->words);
  g_free (self->group);
  g_free (self->kinds);
  g_free (self->links);
  g_free ((gpointer) self->graph.offsets);
  g_free ((gpointer) self->graph.targets);
  g_free (self->parent);
  g_free (self->order);
  g_free (self->depth);
  g_free (self->arrived);
  g_free (self);
}

gboolean
reason_graph_is_reached (const ReasonGraph *self, gsize group)
{
  return self->parent[group] != KERNEL_GRAPH_NONE;
}

/* Whether no reason leads on from @group to another. */
gboolean
reason_graph_is_end (const ReasonGraph *self, gsize group)
{
  for (gsize e = self->graph.offsets[group]; e < self->graph.offsets[group + 1]; e++)
    if (self->links[e].to_group != group)
      return FALSE;

  return TRUE;
}

/* Whether @group is an outcome, or its reasons lead to one. */
gboolean
reason_graph_reaches_outcome (const ReasonGraph *self, gsize group)
{
  g_autofree gsize *parent = g_new (gsize, self->n_groups);
  g_autofree gsize *order = g_new (gsize, self->n_groups);
  const gsize n_reached = kernel_graph_search (&self->graph, group, parent, order);

  for (gsize i = 0; i < n_reached; i++)
    if (self->kinds[order[i]] == SCRUTINY_STATEMENT_KIND_OUTCOME)
      return TRUE;

  return FALSE;
}

GArray *
reason_graph_path_to (const ReasonGraph *self, gsize group)
{
  const guint n = (guint) self->depth[group] + 1;
  GArray *path = g_array_sized_new (FALSE, FALSE, sizeof (gsize), n + 1); /* and one more step */

  g_array_set_size (path, n);
  for (guint i = n; i-- > 0; group = self->parent[group])
    g_array_index (path, gsize, i) = self->arrived[group];

  return path;
}

GArray *
reason_graph_path_of (const ReasonGraph *self, const ReasonLink *link)
{
  GArray *path = reason_graph_path_to (self, link->from_group);

  g_array_index (path, gsize, path->len - 1) = link->from;
  g_array_append_val (path, link->to);

  return path;
}

/* The graph of what can go round: nothing leads on from an outcome, and no step within a
 * group counts, which restates and does not return; but a statement that is its own reason
 * does.  Edges are copied to @targets and counted in @offsets.
 */
static KernelGraph
without_outcomes (const ReasonGraph *self, gsize *offsets, gsize *targets)
{
  gsize n = 0;

  offsets[0] = 0;
  for (gsize group = 0; group < self->n_groups; group++) {
    for (gsize e = self->graph.offsets[group]; e < self->graph.offsets[group + 1]; e++) {
      const ReasonLink *link = &self->links[e];
      const gboolean restates = link->from_group == link->to_group && link->from != link->to;

      if (!restates && self->kinds[group] != SCRUTINY_STATEMENT_KIND_OUTCOME)
        targets[n++] = link->to_group;
    }
    offsets[group + 1] = n;
  }

  return (KernelGraph){ self->n_groups, offsets, targets };
}

/* From the claim to the loop of @groups, and once round it. */
static GArray *
loop_path (const ReasonGraph *self, const gsize *groups, gsize n_groups)
{
  GArray *path = reason_graph_path_to (self, groups[0]);

  for (gsize i = 0; i < n_groups; i++)
    g_array_append_val (path, first_link (self, groups[i], groups[(i + 1) % n_groups])->to);

  return path;
}

/* Of all groups those whose reasons lead to an outcome, or that are one: backwards from outcomes.
 */
static gboolean *
mark_reaching (const ReasonGraph *self)
{
  g_autofree gsize *offsets = g_new0 (gsize, self->n_groups + 1);
  g_autofree gsize *sources = g_new (gsize, self->n_links);
  g_autofree gsize *order = g_new (gsize, self->n_groups);
  gboolean *reaches = g_new0 (gboolean, self->n_groups);
  gsize n = 0;

  for (gsize e = 0; e < self->n_links; e++)
    offsets[self->links[e].to_group]++;
  for (gsize group = 0; group < self->n_groups; group++)
    offsets[group + 1] += offsets[group];
  for (gsize e = 0; e < self->n_links; e++)
    sources[--offsets[self->links[e].to_group]] = self->links[e].from_group;

  for (gsize group = 0; group < self->n_groups; group++) {
    reaches[group] = self->kinds[group] == SCRUTINY_STATEMENT_KIND_OUTCOME;
    if (reaches[group])
      order[n++] = group;
  }
  for (gsize i = 0; i < n; i++)
    for (gsize e = offsets[order[i]]; e < offsets[order[i] + 1]; e++) {
      if (reaches[sources[e]])
        continue;
      reaches[sources[e]] = TRUE;
      order[n++] = sources[e];
    }

  return reaches;
}

/* The nodes of a component by themselves, numbered anew, so that looking for a loop in each costs
 * no more than looking at all of them once.
 */
typedef struct {
  KernelGraph graph;
  gsize *nodes; /* of the whole graph */
  gsize *offsets, *targets;
} Part;

static void
part_clear (Part *part)
{
  g_free (part->nodes);
  g_free (part->offsets);
  g_free (part->targets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

/* @members are those of the component, @place where each of them is among them. */
static Part
part_new (const KernelGraph *graph,
          const gsize *component,
          const gsize *members,
          gsize n_members,
          const gsize *place)
{
  Part part = { .nodes = g_new (gsize, n_members), .offsets = g_new0 (gsize, n_members + 1) };
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize i = 0; i < n_members; i++) {
    const gsize node = part.nodes[i] = members[i];

    for (gsize e = graph->offsets[node]; e < graph->offsets[node + 1]; e++)
      if (component[graph->targets[e]] == component[node])
        g_array_append_val (targets, place[graph->targets[e]]);
    part.offsets[i + 1] = targets->len;
  }
  part.targets = (gsize *) (gpointer) g_array_free (g_steal_pointer (&targets), FALSE);
  part.graph = (KernelGraph){ n_members, part.offsets, part.targets };

  return part;
}

/* A shortest loop through @group within its component, in the groups of the whole; NULL if none. */
static GArray *
find_loop (const Part *part, gsize start)
{
  const gsize n = part->graph.n_nodes;
  g_autofree gsize *work = g_new (gsize, KERNEL_GRAPH_CYCLE_WORK (n));
  g_autofree gsize *cycle = g_new (gsize, n);
  const gsize n_cycle = kernel_graph_shortest_cycle (&part->graph, start, cycle, work);
  GArray *loop = n_cycle > 0 ? g_array_new (FALSE, FALSE, sizeof (gsize)) : NULL;

  for (gsize i = 0; i < n_cycle; i++)
    g_array_append_val (loop, part->nodes[cycle[i]]);

  return loop;
}

/* Groups by component: those of component c are members[starts[c]] to members[starts[c + 1]], and
 * each of them has its place there.
 */
static void
sort_by_component (const gsize *component,
                   gsize n,
                   gsize n_components,
                   gsize *starts,
                   gsize *members,
                   gsize *place)
{
  for (gsize i = 0; i <= n_components; i++)
    starts[i] = 0;
  for (gsize i = 0; i < n; i++)
    starts[component[i] + 1]++;
  for (gsize i = 0; i < n_components; i++)
    starts[i + 1] += starts[i];
  for (gsize i = 0; i < n; i++)
    place[i] = 0;
  for (gsize i = 0; i < n; i++) {
    const gsize c = component[i];

    members[starts[c]] = i;
    starts[c]++;
  }
  for (gsize i = n_components; i > 0; i--)
    starts[i] = starts[i - 1];
  starts[0] = 0;
  for (gsize c = 0; c < n_components; c++)
    for (gsize i = starts[c]; i < starts[c + 1]; i++)
      place[members[i]] = i - starts[c];
}

GPtrArray *
reason_graph_dup_loops (const ReasonGraph *self, gsize most, gsize *n_more)
{
  GPtrArray *loops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  const gsize n = self->n_groups;
  g_autofree gsize *offsets = g_new (gsize, n + 1);
  g_autofree gsize *targets = g_new (gsize, self->n_links);
  g_autofree gsize *component = g_new (gsize, n);
  g_autofree gsize *work = g_new (gsize, KERNEL_GRAPH_COMPONENTS_WORK (n));
  g_autofree gsize *starts = g_new (gsize, n + 1), *members = g_new (gsize, n);
  g_autofree gsize *place = g_new (gsize, n);
  g_autofree gboolean *seen = g_new0 (gboolean, n), *reaches = mark_reaching (self);
  const KernelGraph graph = without_outcomes (self, offsets, targets);
  gsize n_components, n_told = 0;

  *n_more = 0;
  kernel_graph_components (&graph, component, &n_components, work);
  sort_by_component (component, n, n_components, starts, members, place);
  for (gsize i = 0; i < self->n_reached; i++) {
    const gsize group = self->order[i], c = component[group];
    g_auto (Part) part = { 0 };
    g_autoptr (GArray) loop = NULL;

    if (seen[c] || (group != 0 && reaches[group]))
      continue;
    seen[c] = TRUE;
    part = part_new (&graph, component, members + starts[c], starts[c + 1] - starts[c], place);
    loop = find_loop (&part, place[group]);
    if (!loop)
      continue;
    if (n_told >= most) {
      (*n_more)++;
      continue;
    }
    g_ptr_array_add (loops, loop_path (self, (const gsize *) (gpointer) loop->data, loop->len));
    n_told += ((GArray *) loops->pdata[loops->len - 1])->len;
  }

  return loops;
}
