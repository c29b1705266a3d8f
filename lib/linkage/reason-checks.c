/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

#include "base/finding-list.h"
#include "base/finding-private.h"
#include "base/printable.h"

/* Of a reference within a sentence; the whole of it is in the facts. */
#define LONGEST_CITED 160

#define BETWEEN_WORDS " > "
#define THE_QUESTION N_ ("And that’s good for the public because…?")

typedef struct {
  const ReasonGraph *graph;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Checks;

/* How a line of reasons can end short of people, strongest first.  @also is said
 * when another line does reach them.
 */
static const struct end {
  ScrutinyStatementKind kind;
  const char *id, *statement, *also, *question;
} ends[] = {
  { SCRUTINY_STATEMENT_KIND_TARGET, "because.ends-at-target",
    N_ ("The reasons end at a target or a rank: “{last}”."),
    N_ ("One line of reasons ends at a target or a rank: “{last}”."),
    N_ ("Who chose that number, from what, and what is different for a person on the other side of "
        "it?") },
  { SCRUTINY_STATEMENT_KIND_INSPECTOR, "because.ends-at-inspector",
    N_ ("The reasons end at an inspection, an audit or a rating: “{last}”."),
    N_ ("One line of reasons ends at an inspection, an audit or a rating: “{last}”."),
    N_ ("What is the inspector looking at it for?") },
  { SCRUTINY_STATEMENT_KIND_GOVERNMENT, "because.ends-at-government",
    N_ ("The reasons end at a law, a national set or an agreement: “{last}”."),
    N_ ("One line of reasons ends at a law, a national set or an agreement: “{last}”."),
    N_ ("What was it meant to change for people here? Start there.") },
  { SCRUTINY_STATEMENT_KIND_FUNDING, "because.ends-at-funding",
    N_ ("The reasons end at money: “{last}”."), N_ ("One line of reasons ends at money: “{last}”."),
    N_ ("What does the money do next, for whom, and what did it cost whom?") },
  { SCRUTINY_STATEMENT_KIND_SERVICE, "because.ends-at-service",
    N_ ("The reasons end inside the organisation: “{last}”."),
    N_ ("One line of reasons ends inside the organisation: “{last}”."),
    N_ ("And then what happens to the person outside the door?") },
  { SCRUTINY_STATEMENT_KIND_STATUS, "because.ends-at-status",
    N_ ("The reasons end at a published status: “{last}”."),
    N_ ("One line of reasons ends at a published status: “{last}”."),
    N_ ("What would a resident notice if the status were a different one?") },
  { SCRUTINY_STATEMENT_KIND_INDICATOR, "because.ends-at-indicator",
    N_ ("The reasons end at a figure: “{last}”."),
    N_ ("One line of reasons ends at a figure: “{last}”."), THE_QUESTION },
  { SCRUTINY_STATEMENT_KIND_ACTIVITY, "because.ends-at-activity",
    N_ ("The reasons end at something that was done: “{last}”."),
    N_ ("One line of reasons ends at something that was done: “{last}”."), THE_QUESTION },
  { SCRUTINY_STATEMENT_KIND_OUTPUT, "because.ends-at-output",
    N_ ("The reasons end at something that was produced: “{last}”."),
    N_ ("One line of reasons ends at something that was produced: “{last}”."), THE_QUESTION },
  { SCRUTINY_STATEMENT_KIND_INTERMEDIATE, "because.ends-at-intermediate",
    N_ ("The reasons stop on the way, at “{last}”; nothing is recorded after it."),
    N_ ("One line of reasons stops on the way, at “{last}”; nothing is recorded after it."),
    THE_QUESTION },
};

static char *
words_of (const ReasonGraph *graph, gsize statement)
{
  return printable_dup (scrutiny_chain_get_text (graph->chain, graph->ids[statement]), 0);
}

static void
insert_words (GVariantDict *facts, const char *key, const ReasonGraph *graph, gsize statement)
{
  g_autofree char *words = words_of (graph, statement);

  g_variant_dict_insert (facts, key, "s", words);
}

/* The facts that every finding has: where the path goes, in ids and in words. */
static void
insert_path (GVariantDict *facts, const ReasonGraph *graph, const GArray *path)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) all_ids = NULL;
  g_auto (GStrv) all_words = NULL;

  for (guint i = 0; i < path->len; i++) {
    const gsize statement = g_array_index (path, gsize, i);
    g_autofree char *said = words_of (graph, statement);

    g_strv_builder_add (ids, graph->ids[statement]);
    g_strv_builder_add (words, said);
  }

  all_ids = g_strv_builder_end (ids);
  all_words = g_strv_builder_end (words);
  g_variant_dict_insert (facts, "path", "^as", all_ids);
  g_variant_dict_insert (facts, "words", "^as", all_words);
}

/* “first” > “second” > “third”: the words of a path on one line, in any language. */
static void
insert_line (GVariantDict *facts, const ReasonGraph *graph, const GArray *path)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++) {
    g_autofree char *said = words_of (graph, g_array_index (path, gsize, i));

    g_string_append_printf (line, "%s“%s”", i ? BETWEEN_WORDS : "", said);
  }

  g_variant_dict_insert (facts, "line", "s", line->str);
}

static void
add_finding (Checks *checks,
             const char *id,
             const char *statement,
             const char *question,
             GVariantDict *facts,
             const GArray *path)
{
  insert_path (facts, checks->graph, path);
  insert_words (facts, "first", checks->graph, g_array_index (path, gsize, 0));
  insert_words (facts, "last", checks->graph, g_array_index (path, gsize, path->len - 1));
  finding_list_add (checks->findings, checks->method, id, statement, question, NULL, facts);
}

static gboolean
is_step (const ReasonLink *link)
{
  return link->from_group != link->to_group;
}

/* Links that the claim leads to, nearest first. */
static void
each_link (Checks *checks, gboolean steps, void (*look) (Checks *checks, const ReasonLink *link))
{
  const ReasonGraph *graph = checks->graph;

  for (gsize i = 0; i < graph->n_reached; i++) {
    const gsize group = graph->order[i];

    for (gsize e = graph->graph.offsets[group]; e < graph->graph.offsets[group + 1]; e++)
      if (is_step (&graph->links[e]) == steps)
        look (checks, &graph->links[e]);
  }
}

static GPtrArray *
evidence_of (const ReasonGraph *graph, const ReasonLink *link)
{
  return scrutiny_chain_dup_evidence (graph->chain, graph->ids[link->from], graph->ids[link->to]);
}

static void
check_contradicted (Checks *checks, const ReasonLink *link)
{
  g_autoptr (GPtrArray) evidence = evidence_of (checks->graph, link);

  for (guint i = 0; i < evidence->len; i++) {
    g_autoptr (GArray) path = NULL;
    g_autofree char *reference = NULL, *cited = NULL;
    g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

    if (g_strcmp0 (scrutiny_evidence_get_bearing (evidence->pdata[i]), "contradicts") != 0)
      continue;

    path = reason_graph_path_of (checks->graph, link);
    reference = printable_dup (scrutiny_evidence_get_reference (evidence->pdata[i]), 0);
    cited = printable_dup (reference, LONGEST_CITED);
    g_variant_dict_insert (&facts, "evidence", "s", reference);
    g_variant_dict_insert (&facts, "cited", "s", cited);
    insert_words (&facts, "statement", checks->graph, link->from);
    add_finding (checks, "because.contradicted",
                 N_ ("On the step from “{statement}” to “{last}”, the evidence recorded points the "
                     "other way ({cited})."),
                 N_ ("Which is to be relied on, the reason or this evidence, and how was that "
                     "settled?"),
                 &facts, path);
  }
}

static void
check_circular (Checks *checks)
{
  g_autoptr (GPtrArray) loops = reason_graph_dup_loops (checks->graph);

  for (guint i = 0; i < loops->len; i++) {
    const GArray *path = loops->pdata[i];
    const gsize last = g_array_index (path, gsize, path->len - 1);
    guint start = 0;
    gboolean literal;
    g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

    while (checks->graph->group[g_array_index (path, gsize, start)] != checks->graph->group[last])
      start++;
    literal = g_array_index (path, gsize, start) == last;

    g_variant_dict_insert (&facts, "steps", "x", (gint64) (path->len - 1 - start));
    insert_words (&facts, "start", checks->graph, g_array_index (path, gsize, start));
    insert_line (&facts, checks->graph, path);
    add_finding (checks, "because.circular",
                 literal ? N_ ("The reasons come back to where they started: {line}.")
                         : N_ ("The reasons come back to where they started: {line}. The last is "
                               "marked as saying the same as “{start}”."),
                 N_ ("Leave out “{start}”: what reason is left?"), &facts, path);
  }
}

static void
check_restates (Checks *checks, const ReasonLink *link)
{
  g_autoptr (GArray) path = NULL;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (link->from == link->to)
    return;

  path = reason_graph_path_of (checks->graph, link);
  insert_words (&facts, "statement", checks->graph, link->from);
  add_finding (checks, "because.restates",
               N_ ("“{last}” is marked as saying the same as “{statement}”, so it adds no reason."),
               N_ ("Leave the figure out of the sentence: what is left?"), &facts, path);
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
check_no_answer (Checks *checks)
{
  const ReasonGraph *graph = checks->graph;
  const gboolean silent = !has_any_reason (graph);
  g_autoptr (GArray) path = NULL;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (graph->kinds[0] == SCRUTINY_STATEMENT_KIND_OUTCOME ||
      (!silent && !leads_to_statuses_only (graph)))
    return FALSE;

  path = reason_graph_path_to (graph, graph->order[graph->n_reached - 1]);
  add_finding (checks, "because.no-answer",
               silent ? N_ ("No reason is recorded for “{first}”.")
                      : N_ ("The only reason recorded for “{first}” is a status: “{last}”."),
               THE_QUESTION, &facts, path);

  return TRUE;
}

static void
check_end (Checks *checks, const struct end *end, gsize group, gboolean outcome)
{
  g_autoptr (GArray) path = reason_graph_path_to (checks->graph, group);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "reaches_people", "b", outcome);
  add_finding (checks, end->id, outcome ? end->also : end->statement, end->question, &facts, path);
}

static void
check_ends (Checks *checks)
{
  const ReasonGraph *graph = checks->graph;
  const gboolean outcome = reason_graph_reaches_outcome (graph, 0);

  for (gsize k = 0; k < G_N_ELEMENTS (ends); k++) {
    for (gsize i = 1; i < graph->n_reached; i++) {
      const gsize group = graph->order[i];

      if (graph->kinds[group] == ends[k].kind && reason_graph_is_end (graph, group))
        check_end (checks, &ends[k], group, outcome);
    }
  }
}

static gboolean
names_people (const ReasonGraph *graph, gsize group)
{
  for (gsize i = 0; i < graph->n_statements; i++) {
    const char *who;

    if (graph->group[i] != group)
      continue;
    who = scrutiny_chain_get_who (graph->chain, graph->ids[i]);
    if (who && *who)
      return TRUE;
  }

  return FALSE;
}

static void
check_people_named (Checks *checks)
{
  const ReasonGraph *graph = checks->graph;

  for (gsize i = 0; i < graph->n_reached; i++) {
    const gsize group = graph->order[i];
    g_autoptr (GArray) path = NULL;
    g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

    if (graph->kinds[group] != SCRUTINY_STATEMENT_KIND_OUTCOME || names_people (graph, group))
      continue;

    path = reason_graph_path_to (graph, group);
    add_finding (checks, "because.nobody-named",
                 N_ ("“{last}” does not record who the people are."),
                 N_ ("Who exactly are they, how many, and have we asked them?"), &facts, path);
  }
}

/* From what the council does or counts straight to people's lives, with no word on how
 * and nothing seen.
 */
static void
check_leap (Checks *checks, const ReasonLink *link)
{
  const ReasonGraph *graph = checks->graph;
  const char *mechanism =
      scrutiny_chain_get_mechanism (graph->chain, graph->ids[link->from], graph->ids[link->to]);
  g_autoptr (GPtrArray) evidence = evidence_of (graph, link);
  g_autoptr (GArray) path = NULL;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if ((mechanism && *mechanism) || evidence->len > 0 ||
      graph->kinds[link->from_group] >= SCRUTINY_STATEMENT_KIND_INTERMEDIATE ||
      graph->kinds[link->to_group] != SCRUTINY_STATEMENT_KIND_OUTCOME)
    return;

  path = reason_graph_path_of (graph, link);
  insert_words (&facts, "statement", graph, link->from);
  add_finding (checks, "because.leap",
               N_ ("“{statement}” goes straight to “{last}”; no step between them is recorded."),
               N_ ("By what steps? Which of them have we watched happen?"), &facts, path);
}

static void
check_evidence (Checks *checks, const ReasonLink *link)
{
  g_autoptr (GPtrArray) evidence = evidence_of (checks->graph, link);
  g_autoptr (GArray) path = NULL;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (evidence->len > 0)
    return;

  path = reason_graph_path_of (checks->graph, link);
  insert_words (&facts, "statement", checks->graph, link->from);
  add_finding (checks, "because.no-evidence",
               N_ ("No evidence is recorded for the step from “{statement}” to “{last}”."),
               N_ ("What have you seen, counted, read or been told that shows this step?"), &facts,
               path);
}

static gsize
count_links (const ReasonGraph *graph, gboolean evidenced)
{
  gsize n = 0;

  for (gsize i = 0; i < graph->n_links; i++) {
    const ReasonLink *link = &graph->links[i];
    g_autoptr (GPtrArray) evidence = evidence_of (graph, link);

    if (is_step (link) && reason_graph_is_reached (graph, link->from_group) &&
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

static void
check_all_evidence (Checks *checks)
{
  g_autoptr (GArray) path = bare_line (checks->graph);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (!path) {
    each_link (checks, TRUE, check_evidence);
    return;
  }

  g_variant_dict_insert (&facts, "links", "x", (gint64) (path->len - 1));
  insert_line (&facts, checks->graph, path);
  add_finding (checks, "because.no-evidence",
               N_ ("None of the {links} steps of this line of reasons has evidence recorded: "
                   "{line}."),
               N_ ("What have you seen, counted, read or been told that shows each step?"), &facts,
               path);
}

GPtrArray *
reason_checks_run (const ReasonGraph *graph, ScrutinyMethod *method)
{
  Checks checks = { graph, method, finding_list_new () };
  gboolean silent;

  each_link (&checks, TRUE, check_contradicted);
  check_circular (&checks);
  silent = check_no_answer (&checks);
  each_link (&checks, FALSE, check_restates);
  if (!silent)
    check_ends (&checks);
  check_people_named (&checks);
  each_link (&checks, TRUE, check_leap);
  check_all_evidence (&checks);

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
