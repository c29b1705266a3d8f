/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

#include "base/finding-list.h"
#include "base/finding-private.h"

static void
check_circular (ReasonChecks *checks)
{
  gsize n_more;
  g_autoptr (GPtrArray) loops =
      reason_graph_dup_loops (checks->graph, REASON_MOST_ON_PATHS, &n_more);

  for (guint i = 0; i < loops->len; i++) {
    const GArray *path = loops->pdata[i];
    const gsize last = g_array_index (path, gsize, path->len - 1);
    guint start = 0;
    gboolean literal;
    GArray *facts = fact_array_new ();

    while (checks->graph->group[g_array_index (path, gsize, start)] != checks->graph->group[last])
      start++;
    literal = g_array_index (path, gsize, start) == last;

    fact_array_add_count (facts, "steps", path->len - 1 - start);
    reason_add_words (facts, "start", checks->graph, g_array_index (path, gsize, start));
    reason_add_line (facts, checks->graph, path);
    reason_add_finding (
        checks, "because.circular",
        literal ? N_ ("The reasons come back to where they started: {line}.")
                : N_ ("The reasons come back to where they started: {line}. The last is "
                      "marked as saying the same as “{start}”."),
        N_ ("Leave out “{start}”: what reason is left?"), facts, path);
  }
  for (gsize i = 0; i < n_more; i++)
    reason_count_more (checks, "because.circular");
}

static void
check_restates (ReasonChecks *checks, const ReasonLink *link)
{
  g_autoptr (GArray) path = NULL;
  GArray *facts;

  if (link->from == link->to || !reason_has_room (checks, "because.restates"))
    return;

  path = reason_graph_path_of (checks->graph, link);
  facts = fact_array_new ();
  reason_add_words (facts, "statement", checks->graph, link->from);
  reason_add_finding (
      checks, "because.restates",
      N_ ("“{last}” is marked as saying the same as “{statement}”, so it adds no reason."),
      N_ ("Leave the figure out of the sentence: what is left?"), facts, path);
}

/* Whether something is recorded after the claim, if only the claim again. */
static gboolean
has_any_reason (const ReasonGraph *graph)
{
  return graph->graph.offsets[1] > graph->graph.offsets[0];
}

static gboolean
leads_to_statuses_only (const ReasonGraph *graph)
{
  for (gsize i = 1; i < graph->n_reached; i++)
    if (graph->kinds[graph->order[i]] != SCRUTINY_STATEMENT_KIND_STATUS)
      return FALSE;

  return graph->n_reached > 1;
}

static gboolean
check_no_answer (ReasonChecks *checks)
{
  const ReasonGraph *graph = checks->graph;
  const gboolean silent = !has_any_reason (graph);
  g_autoptr (GArray) path = NULL;

  if (graph->kinds[0] == SCRUTINY_STATEMENT_KIND_OUTCOME ||
      (!silent && !leads_to_statuses_only (graph)))
    return FALSE;

  path = reason_graph_path_to (graph, graph->order[graph->n_reached - 1]);
  reason_add_finding (checks, "because.no-answer",
                      silent ? N_ ("No reason is recorded for “{first}”.")
                             : N_ ("The only reason recorded for “{first}” is a status: “{last}”."),
                      THE_QUESTION, fact_array_new (), path);

  return TRUE;
}

GPtrArray *
reason_checks_run (const ReasonGraph *graph,
                   const ReasonRoutes *routes,
                   const ReasonAge *age,
                   ScrutinyMethod *method)
{
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (ReasonTold));
  ReasonChecks checks = { graph, routes, age, method, finding_list_new (), told };
  gboolean silent;

  reason_each_link (&checks, TRUE, reason_check_contradicted);
  check_circular (&checks);
  silent = check_no_answer (&checks);
  reason_each_link (&checks, FALSE, check_restates);
  if (!silent)
    reason_check_ends (&checks);
  reason_check_unreached (&checks);
  reason_check_people_named (&checks);
  reason_check_other_people (&checks);
  reason_check_harms (&checks);
  reason_each_link (&checks, TRUE, reason_check_leap);
  reason_check_evidence (&checks);
  reason_check_age (&checks);
  reason_check_unfalsifiable (&checks);
  reason_check_contested (&checks);
  reason_check_same_evidence (&checks);
  reason_check_thinnest (&checks);
  reason_check_one_point (&checks);
  reason_check_one_author (&checks);
  reason_add_more (&checks);

  return checks.findings;
}

static FactList *
no_facts (void)
{
  const Fact facts[] = {
    { NULL, "path", 4, g_variant_ref_sink (g_variant_new_strv (NULL, 0)) },
    { NULL, "words", 5, g_variant_ref_sink (g_variant_new_strv (NULL, 0)) },
  };

  return fact_list_new_take (facts, G_N_ELEMENTS (facts));
}

GPtrArray *
reason_checks_of_nothing (ScrutinyMethod *method)
{
  GPtrArray *findings = finding_list_new ();
  ScrutinyFinding *finding = scrutiny_finding_new_reached (
      "because.no-answer", N_ ("No reason is recorded for why this figure matters to the public."),
      THE_QUESTION, no_facts (), method, NULL);

  g_ptr_array_add (findings, finding);

  return findings;
}
