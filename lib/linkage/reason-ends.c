/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

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

static void
check_end (ReasonChecks *checks, const struct end *end, gsize group, gboolean outcome)
{
  g_autoptr (GArray) path = reason_graph_path_to (checks->graph, group);
  GArray *facts = fact_array_new ();

  fact_array_add_flag (facts, "reaches_people", outcome);
  reason_add_finding (checks, end->id, outcome ? end->also : end->statement, end->question, facts,
                      path);
}

void
reason_check_ends (ReasonChecks *checks)
{
  const ReasonGraph *graph = checks->graph;
  const gboolean outcome = reason_graph_reaches_outcome (graph, 0);

  for (gsize k = 0; k < G_N_ELEMENTS (ends); k++) {
    for (gsize i = 1; i < graph->n_reached; i++) {
      const gsize group = graph->order[i];

      if (graph->kinds[group] == ends[k].kind && reason_graph_is_end (graph, group) &&
          reason_has_room (checks, ends[k].id))
        check_end (checks, &ends[k], group, outcome);
    }
  }
}
