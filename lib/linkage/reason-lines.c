/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-lines.h"

/* Where the figures of a record are. */
typedef struct {
  const ReasonGraph *graph;
  ScrutinyIndicator **measures; /* of each group; NULL where nothing measures it */
} Measured;

static void
reason_line_free (gpointer data)
{
  ReasonLine *self = data;

  g_ptr_array_unref (self->ids);
  g_object_unref (self->figure);
  g_object_unref (self->outcome);
  g_free (self);
}

static gboolean
has_figures (ScrutinyIndicator *indicator)
{
  ScrutinySeries *series = indicator ? scrutiny_indicator_get_series (indicator) : NULL;

  return series && scrutiny_series_get_n_values (series) > 0;
}

/* Statements that say the same are shown by the same figures: the first that names any. */
ScrutinyIndicator **
reason_lines_find_measures (const ReasonGraph *graph,
                            ScrutinyDossier *dossier,
                            ScrutinyIndicator *indicator)
{
  ScrutinyIndicator **measures = g_new0 (ScrutinyIndicator *, graph->n_groups);

  for (gsize i = 0; i < graph->n_statements; i++) {
    const char *name = scrutiny_chain_get_detail (graph->chain, graph->ids[i], "measured_by");
    ScrutinyIndicator *measure =
        name && *name ? scrutiny_dossier_find_indicator (dossier, name, NULL) : NULL;

    if (!measures[graph->group[i]] && has_figures (measure))
      measures[graph->group[i]] = measure;
  }
  if (!measures[0] && has_figures (indicator))
    measures[0] = indicator;

  return measures;
}

/* The first reason in the record that leads from one group to another. */
static const ReasonLink *
find_link (const ReasonGraph *graph, gsize from, gsize to)
{
  for (gsize e = graph->graph.offsets[from]; e < graph->graph.offsets[from + 1]; e++)
    if (graph->links[e].to_group == to)
      return &graph->links[e];

  return NULL;
}

static void
append_id (GPtrArray *ids, const char *id)
{
  if (ids->len == 0 || !g_str_equal (ids->pdata[ids->len - 1], id))
    g_ptr_array_add (ids, g_strdup (id));
}

/* By @groups, each a reason away from the one before. */
static GPtrArray *
ids_along (const ReasonGraph *graph, const gsize *groups, gsize n_groups)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i + 1 < n_groups; i++) {
    const ReasonLink *link = find_link (graph, groups[i], groups[i + 1]);

    append_id (ids, graph->ids[link->from]);
    append_id (ids, graph->ids[link->to]);
  }

  return ids;
}

/* From the last group before the end of a shortest way that has figures. */
static void
add_line (ReasonLines *self, const Measured *measured, gsize group)
{
  const ReasonGraph *graph = measured->graph;
  g_autofree gsize *groups = g_new (gsize, graph->n_groups);
  const gsize n = kernel_graph_path (graph->parent, group, groups);
  gsize from = n - 1;
  ReasonLine *line;

  while (from > 0 && !measured->measures[groups[from - 1]])
    from--;
  if (from == 0 || measured->measures[groups[from - 1]] == measured->measures[group])
    return;
  line = g_new0 (ReasonLine, 1);
  line->ids = ids_along (graph, groups + from - 1, n - from + 1);
  line->figure = g_object_ref (measured->measures[groups[from - 1]]);
  line->outcome = g_object_ref (measured->measures[group]);
  g_ptr_array_add (self->lines, line);
}

/* Ends short of people are asked about as ends, and what the council does is no result. */
static gboolean
should_be_measured (const ReasonGraph *graph, gsize group)
{
  return group > 0 && graph->kinds[group] >= SCRUTINY_STATEMENT_KIND_INTERMEDIATE;
}

void
reason_lines_init (ReasonLines *self,
                   const ReasonGraph *graph,
                   ScrutinyDossier *dossier,
                   ScrutinyIndicator *indicator)
{
  g_autofree ScrutinyIndicator **measures = reason_lines_find_measures (graph, dossier, indicator);
  const Measured measured = { graph, measures };

  self->lines = g_ptr_array_new_with_free_func (reason_line_free);
  self->unmeasured = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 1; i < graph->n_reached; i++) {
    const gsize group = graph->order[i];

    if (measures[group])
      add_line (self, &measured, group);
    else if (should_be_measured (graph, group))
      g_ptr_array_add (self->unmeasured, g_strdup (graph->ids[graph->arrived[group]]));
  }
}

void
reason_lines_clear (ReasonLines *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->unmeasured, g_ptr_array_unref);
}
