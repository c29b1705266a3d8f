/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

/* Details any of which would let somebody see whether a statement holds. */
static const StatementDetail observations[] = {
  STATEMENT_MEASURED_BY,
  STATEMENT_WRONG_IF,
  STATEMENT_BY_WHEN,
};

/* Groups of which somebody could see that they do not hold. */
static gboolean *
mark_observed (const ReasonGraph *graph)
{
  gboolean *is_observed = g_new0 (gboolean, graph->n_groups);

  for (gsize k = 0; k < G_N_ELEMENTS (observations); k++) {
    g_autofree const char **recorded = reason_dup_details (graph, observations[k]);

    for (gsize group = 0; group < graph->n_groups; group++)
      is_observed[group] |= recorded[group] != NULL;
  }
  for (gsize e = 0; e < graph->n_links; e++) {
    const ReasonLink *link = &graph->links[e];
    const char *wrong_if = link->reason->details[REASON_WRONG_IF];

    is_observed[link->to_group] |= wrong_if && *wrong_if;
  }

  return is_observed;
}

/* An outcome that is not given as leading to a further one: what would be seen there counts. */
static gboolean
is_last_outcome (const ReasonGraph *graph, gsize group)
{
  if (graph->kinds[group] != SCRUTINY_STATEMENT_KIND_OUTCOME)
    return FALSE;
  for (gsize e = graph->graph.offsets[group]; e < graph->graph.offsets[group + 1]; e++)
    if (reason_is_step (&graph->links[e]) &&
        graph->kinds[graph->links[e].to_group] == SCRUTINY_STATEMENT_KIND_OUTCOME)
      return FALSE;

  return TRUE;
}

/* The claim is a figure, and so is measured. */
void
reason_check_unfalsifiable (ReasonChecks *checks)
{
  const ReasonGraph *graph = checks->graph;
  g_autofree gboolean *is_observed = mark_observed (graph);

  for (gsize i = 1; i < graph->n_reached; i++) {
    const gsize group = graph->order[i];
    g_autoptr (GArray) path = NULL;

    if (is_observed[group] || !is_last_outcome (graph, group) ||
        !reason_has_room (checks, "because.unfalsifiable"))
      continue;

    path = reason_graph_path_to (graph, group);
    reason_add_finding (checks, "because.unfalsifiable",
                        N_ ("“{last}” is what the reasons lead to. It may be so; no measure of it, "
                            "no date and nothing that would show otherwise is recorded."),
                        N_ ("What would you expect to see, and by when, if this were not so?"),
                        fact_array_new (), path);
  }
}
