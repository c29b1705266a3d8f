/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-loops.h"

#include "kernel/graph-circuits.h"

#define MOST_LISTED 32
#define MOST_COUNTED 1000

void
reason_loops_init (ReasonLoops *self)
{
  *self = (ReasonLoops){ .loops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev) };
}

void
reason_loops_clear (ReasonLoops *self)
{
  g_clear_pointer (&self->loops, g_ptr_array_unref);
}

/* A statement that is its own reason is a loop; one that is marked as the same as its reason says
 * it again, and does not come back.
 */
static KernelGraph
without_restating (const ReasonGraph *record, gsize *offsets, gsize *targets)
{
  gsize n = 0;

  offsets[0] = 0;
  for (gsize group = 0; group < record->n_groups; group++) {
    for (gsize e = record->graph.offsets[group]; e < record->graph.offsets[group + 1]; e++) {
      const ReasonLink *link = &record->links[e];

      if (link->from_group != link->to_group || link->from == link->to)
        targets[n++] = link->to_group;
    }
    offsets[group + 1] = n;
  }

  return (KernelGraph){ record->n_groups, offsets, targets };
}

static const ReasonLink *
link_between (const ReasonGraph *record, gsize from, gsize to)
{
  gsize e = record->graph.offsets[from];

  while (record->links[e].to_group != to)
    e++;

  return &record->links[e];
}

static GStrv
ids_of (const ReasonGraph *record, const gsize *groups, gsize n_groups)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_strv_builder_add (ids,
                      record->ids[link_between (record, groups[0], groups[1 % n_groups])->from]);
  for (gsize i = 0; i < n_groups; i++)
    g_strv_builder_add (
        ids, record->ids[link_between (record, groups[i], groups[(i + 1) % n_groups])->to]);

  return g_strv_builder_end (ids);
}

void
reason_loops_find (ReasonLoops *self, const ReasonGraph *record)
{
  const gsize n = record->n_groups;
  g_autofree gsize *offsets = g_new (gsize, n + 1);
  g_autofree gsize *targets = g_new (gsize, record->n_links);
  g_autofree gsize *nodes = g_new (gsize, MOST_LISTED * n);
  g_autofree gsize *work = g_new (gsize, KERNEL_GRAPH_CIRCUITS_WORK (n, record->n_links));
  const KernelGraph graph = without_restating (record, offsets, targets);
  gsize ends[MOST_LISTED];
  KernelCircuits found;

  kernel_graph_circuits (&graph, MOST_LISTED, MOST_COUNTED, nodes, ends, work, &found);
  for (gsize i = 0, from = 0; i < found.n_listed; from = ends[i++])
    g_ptr_array_add (self->loops, ids_of (record, nodes + from, ends[i] - from));
  self->n_counted = found.n_counted;
  self->is_more = found.is_more != 0;
}
