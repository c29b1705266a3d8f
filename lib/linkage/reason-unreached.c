/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

/* Groups to which a figure leads, or a status. */
static gboolean *
mark_measured (const ReasonGraph *record)
{
  gboolean *is_measured = g_new0 (gboolean, record->n_groups);
  g_autofree gsize *order = g_new (gsize, record->n_groups);
  gsize n = 0;

  for (gsize group = 0; group < record->n_groups; group++)
    if (record->kinds[group] == SCRUTINY_STATEMENT_KIND_STATUS ||
        record->kinds[group] == SCRUTINY_STATEMENT_KIND_INDICATOR) {
      is_measured[group] = TRUE;
      order[n++] = group;
    }
  for (gsize i = 0; i < n; i++)
    for (gsize e = record->graph.offsets[order[i]]; e < record->graph.offsets[order[i] + 1]; e++) {
      const gsize target = record->links[e].to_group;

      if (is_measured[target])
        continue;
      is_measured[target] = TRUE;
      order[n++] = target;
    }

  return is_measured;
}

/* What shows an outcome that no reason leads to. */
typedef enum {
  SHOWN_BY_NOTHING,
  SHOWN_BY_A_FIGURE, /* that leads to it in the record */
  SHOWN_BY_MEASURE,  /* recorded of the outcome itself */
} Shown;

static const struct unreached {
  const char *statement, *question;
} unreached[] = {
  [SHOWN_BY_NOTHING] = { N_ ("“{last}” is recorded as what changes for people. No reason leads to "
                             "it from “{claim}”, and no other figure does."),
                         N_ ("What is counted, by whom, that would show whether it changed?") },
  [SHOWN_BY_A_FIGURE] = { N_ ("“{last}” is recorded as what changes for people. Another figure "
                              "leads to it; no reason does from “{claim}”."),
                          N_ ("By what steps does this figure get there, if it does?") },
  [SHOWN_BY_MEASURE] = { N_ ("“{last}” is recorded as what changes for people, with a measure of "
                             "its own. No reason leads to it from “{claim}”."),
                         N_ ("By what steps does this figure get there, if it does, and what does "
                             "that measure show?") },
};

static void
add_unreached (ReasonChecks *checks, gsize statement, Shown shown)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gsize));
  GArray *facts = fact_array_new ();

  g_array_append_val (path, statement);
  reason_add_words (facts, "claim", checks->graph, 0);
  fact_array_add_flag (facts, "is_measured", shown != SHOWN_BY_NOTHING);
  if (shown == SHOWN_BY_NOTHING)
    reason_add_words (facts, "unmeasured", checks->graph, statement);
  reason_add_finding (checks, "because.outcome-not-reached", unreached[shown].statement,
                      unreached[shown].question, facts, path);
}

/* Outcomes that are recorded and stand by themselves, in the order of the record. */
void
reason_check_unreached (ReasonChecks *checks)
{
  const ReasonGraph *record = checks->graph;
  g_autofree gboolean *is_measured = mark_measured (record);
  g_autofree const char **measures = reason_dup_details (record, STATEMENT_MEASURED_BY);
  g_autofree gboolean *is_said = g_new0 (gboolean, record->n_groups);

  for (gsize i = 0; i < record->n_statements; i++) {
    const gsize group = record->group[i];

    if (is_said[group] || reason_graph_is_reached (record, group) ||
        record->statements[i]->kind != SCRUTINY_STATEMENT_KIND_OUTCOME)
      continue;
    is_said[group] = TRUE;
    if (reason_has_room (checks, "because.outcome-not-reached"))
      add_unreached (checks, i,
                     measures[group]      ? SHOWN_BY_MEASURE
                     : is_measured[group] ? SHOWN_BY_A_FIGURE
                                          : SHOWN_BY_NOTHING);
  }
}
