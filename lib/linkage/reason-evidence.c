/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

#include "linkage/reason-few.h"

#define NO_EVIDENCE "because.no-evidence"

static gboolean
is_bare (const ReasonLink *link)
{
  return link->reason->evidence->len == 0;
}

void
reason_check_contradicted (ReasonChecks *checks, const ReasonLink *link)
{
  const GPtrArray *evidence = link->reason->evidence;

  for (guint i = 0; i < evidence->len; i++) {
    g_autoptr (GArray) path = NULL;
    GArray *facts;

    if (g_strcmp0 (scrutiny_evidence_get_bearing (evidence->pdata[i]), "contradicts") != 0 ||
        !reason_has_room (checks, "because.contradicted"))
      continue;

    path = reason_graph_path_of (checks->graph, link);
    facts = fact_array_new ();
    reason_add_evidence (facts, evidence->pdata[i]);
    reason_add_words (facts, "statement", checks->graph, link->from);
    reason_add_finding (
        checks, "because.contradicted",
        scrutiny_evidence_get_grade (evidence->pdata[i])
            ? N_ ("On the step from “{statement}” to “{last}”, the evidence recorded points the "
                  "other way ({cited}). Whoever recorded it says of it: “{grade}”.")
            : N_ ("On the step from “{statement}” to “{last}”, the evidence recorded points the "
                  "other way ({cited})."),
        N_ ("Which is to be relied on, the reason or this evidence, and how was that "
            "settled?"),
        facts, path);
  }
}

/* From what the council does or counts straight to people's lives, with no word on how
 * and nothing seen.
 */
void
reason_check_leap (ReasonChecks *checks, const ReasonLink *link)
{
  const ReasonGraph *graph = checks->graph;
  const char *mechanism = link->reason->details[REASON_MECHANISM];
  g_autoptr (GArray) path = NULL;
  GArray *facts;

  if ((mechanism && *mechanism) || !is_bare (link) ||
      graph->kinds[link->from_group] >= SCRUTINY_STATEMENT_KIND_INTERMEDIATE ||
      graph->kinds[link->to_group] != SCRUTINY_STATEMENT_KIND_OUTCOME ||
      !reason_has_room (checks, "because.leap"))
    return;

  path = reason_graph_path_of (graph, link);
  facts = fact_array_new ();
  reason_add_words (facts, "statement", graph, link->from);
  reason_add_finding (
      checks, "because.leap",
      N_ ("“{statement}” goes straight to “{last}”; no step between them is recorded."),
      N_ ("By what steps? Which of them have we watched happen?"), facts, path);
}

static void
name_step (ReasonFew *few, const ReasonGraph *graph, const ReasonLink *link)
{
  g_autoptr (GArray) step = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *line = NULL;

  g_array_append_val (step, link->from);
  g_array_append_val (step, link->to);
  line = reason_few_has_room (few) ? reason_dup_line (graph, step) : NULL;
  reason_few_add (few, line);
}

/* Steps without evidence, as they are asked for: “a” > “b”; “b” > “c”; and 2 more. */
static char *
dup_bare_steps (const ReasonGraph *graph)
{
  ReasonFew bare = reason_few_begin ();

  for (gsize i = 0; i < graph->n_reached; i++) {
    const gsize group = graph->order[i];

    for (gsize e = graph->graph.offsets[group]; e < graph->graph.offsets[group + 1]; e++)
      if (reason_is_step (&graph->links[e]) && is_bare (&graph->links[e]))
        name_step (&bare, graph, &graph->links[e]);
  }

  return reason_few_end (&bare);
}

/* The first that is said asks for the evidence of all, so that it is asked for once; nothing else
 * is said in between.
 */
static void
add_steps (ReasonChecks *checks, GArray *facts)
{
  const guint n = checks->findings->len;
  g_autofree char *steps = NULL;

  if (n > 0 && g_str_equal (scrutiny_finding_get_id (checks->findings->pdata[n - 1]), NO_EVIDENCE))
    return;
  steps = dup_bare_steps (checks->graph);
  fact_array_add_text (facts, "steps", steps);
}

static void
check_evidence (ReasonChecks *checks, const ReasonLink *link)
{
  g_autoptr (GArray) path = NULL;
  GArray *facts;

  if (!is_bare (link) || !reason_has_room (checks, NO_EVIDENCE))
    return;

  path = reason_graph_path_of (checks->graph, link);
  facts = fact_array_new ();
  reason_add_words (facts, "statement", checks->graph, link->from);
  add_steps (checks, facts);
  reason_add_finding (checks, NO_EVIDENCE,
                      N_ ("No evidence is recorded for the step from “{statement}” to “{last}”."),
                      N_ ("What have you seen, counted, read or been told that shows this step?"),
                      facts, path);
}

static gsize
count_links (const ReasonGraph *graph, gboolean evidenced)
{
  gsize n = 0;

  for (gsize i = 0; i < graph->n_links; i++) {
    const ReasonLink *link = &graph->links[i];

    if (reason_is_step (link) && reason_graph_is_reached (graph, link->from_group) &&
        (!evidenced || !is_bare (link)))
      n++;
  }

  return n;
}

/* The one line of reasons that a claim leads to, if it is one and no link of it has evidence: there
 * are as many steps as lead to its furthest end.
 */
static GArray *
bare_line (const ReasonGraph *graph)
{
  g_autoptr (GArray) path = reason_graph_path_to (graph, graph->order[graph->n_reached - 1]);

  if (path->len < 3 || count_links (graph, FALSE) != path->len - 1 || count_links (graph, TRUE) > 0)
    return NULL;

  return g_steal_pointer (&path);
}

void
reason_check_evidence (ReasonChecks *checks)
{
  g_autoptr (GArray) path = bare_line (checks->graph);
  GArray *facts;

  if (!path) {
    reason_each_link (checks, TRUE, check_evidence);
    return;
  }

  facts = fact_array_new ();
  fact_array_add_count (facts, "links", path->len - 1);
  reason_add_line (facts, checks->graph, path);
  add_steps (checks, facts);
  reason_add_finding (
      checks, NO_EVIDENCE,
      N_ ("None of the {links} steps of this line of reasons has evidence recorded: "
          "{line}."),
      N_ ("What have you seen, counted, read or been told that shows each step?"), facts, path);
}
