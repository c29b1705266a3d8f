/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

void
reason_check_contradicted (ReasonChecks *checks, const ReasonLink *link)
{
  g_autoptr (GPtrArray) evidence = reason_evidence_of (checks->graph, link);

  for (guint i = 0; i < evidence->len; i++) {
    g_autoptr (GArray) path = NULL;
    g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

    if (g_strcmp0 (scrutiny_evidence_get_bearing (evidence->pdata[i]), "contradicts") != 0 ||
        !reason_has_room (checks, "because.contradicted"))
      continue;

    path = reason_graph_path_of (checks->graph, link);
    reason_insert_evidence (&facts, evidence->pdata[i]);
    reason_insert_words (&facts, "statement", checks->graph, link->from);
    reason_add_finding (
        checks, "because.contradicted",
        N_ ("On the step from “{statement}” to “{last}”, the evidence recorded points the "
            "other way ({cited})."),
        N_ ("Which is to be relied on, the reason or this evidence, and how was that "
            "settled?"),
        &facts, path);
  }
}

/* From what the council does or counts straight to people's lives, with no word on how
 * and nothing seen.
 */
void
reason_check_leap (ReasonChecks *checks, const ReasonLink *link)
{
  const ReasonGraph *graph = checks->graph;
  const char *mechanism =
      scrutiny_chain_get_mechanism (graph->chain, graph->ids[link->from], graph->ids[link->to]);
  g_autoptr (GPtrArray) evidence = reason_evidence_of (graph, link);
  g_autoptr (GArray) path = NULL;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if ((mechanism && *mechanism) || evidence->len > 0 ||
      graph->kinds[link->from_group] >= SCRUTINY_STATEMENT_KIND_INTERMEDIATE ||
      graph->kinds[link->to_group] != SCRUTINY_STATEMENT_KIND_OUTCOME ||
      !reason_has_room (checks, "because.leap"))
    return;

  path = reason_graph_path_of (graph, link);
  reason_insert_words (&facts, "statement", graph, link->from);
  reason_add_finding (
      checks, "because.leap",
      N_ ("“{statement}” goes straight to “{last}”; no step between them is recorded."),
      N_ ("By what steps? Which of them have we watched happen?"), &facts, path);
}

static void
check_evidence (ReasonChecks *checks, const ReasonLink *link)
{
  g_autoptr (GPtrArray) evidence = reason_evidence_of (checks->graph, link);
  g_autoptr (GArray) path = NULL;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (evidence->len > 0 || !reason_has_room (checks, "because.no-evidence"))
    return;

  path = reason_graph_path_of (checks->graph, link);
  reason_insert_words (&facts, "statement", checks->graph, link->from);
  reason_add_finding (checks, "because.no-evidence",
                      N_ ("No evidence is recorded for the step from “{statement}” to “{last}”."),
                      N_ ("What have you seen, counted, read or been told that shows this step?"),
                      &facts, path);
}

static gsize
count_links (const ReasonGraph *graph, gboolean evidenced)
{
  gsize n = 0;

  for (gsize i = 0; i < graph->n_links; i++) {
    const ReasonLink *link = &graph->links[i];
    g_autoptr (GPtrArray) evidence = reason_evidence_of (graph, link);

    if (reason_is_step (link) && reason_graph_is_reached (graph, link->from_group) &&
        (!evidenced || evidence->len > 0))
      n++;
  }

  return n;
}

/* The one line of reasons that a claim leads to, if it is one and no link of it
 * has evidence.
 */
static GArray *
bare_line (const ReasonGraph *graph)
{
  g_autoptr (GArray) path = reason_graph_path_to (graph, graph->order[graph->n_reached - 1]);

  if (path->len < 3 || path->len != graph->n_reached ||
      count_links (graph, FALSE) != path->len - 1 || count_links (graph, TRUE) > 0)
    return NULL;

  return g_steal_pointer (&path);
}

void
reason_check_evidence (ReasonChecks *checks)
{
  g_autoptr (GArray) path = bare_line (checks->graph);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (!path) {
    reason_each_link (checks, TRUE, check_evidence);
    return;
  }

  g_variant_dict_insert (&facts, "links", "x", (gint64) (path->len - 1));
  reason_insert_line (&facts, checks->graph, path);
  reason_add_finding (
      checks, "because.no-evidence",
      N_ ("None of the {links} steps of this line of reasons has evidence recorded: "
          "{line}."),
      N_ ("What have you seen, counted, read or been told that shows each step?"), &facts, path);
}
