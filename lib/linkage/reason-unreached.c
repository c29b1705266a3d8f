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

static void
add_unreached (ReasonChecks *checks, gsize statement, gboolean is_measured)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  g_array_append_val (path, statement);
  reason_insert_words (&facts, "claim", checks->graph, 0);
  g_variant_dict_insert (&facts, "is_measured", "b", is_measured);
  reason_add_finding (
      checks, "because.outcome-not-reached",
      is_measured ? N_ ("“{last}” is recorded as what changes for people. Another figure leads "
                        "to it; no reason does from “{claim}”.")
                  : N_ ("“{last}” is recorded as what changes for people. No reason leads to it "
                        "from “{claim}”, and no other figure does."),
      is_measured ? N_ ("By what steps does this figure get there, if it does?")
                  : N_ ("What is counted, by whom, that would show whether it changed?"),
      &facts, path);
}

/* Outcomes that are recorded and stand by themselves, in the order of the record. */
void
reason_check_unreached (ReasonChecks *checks)
{
  const ReasonGraph *record = checks->graph;
  g_autofree gboolean *is_measured = mark_measured (record);
  g_autofree gboolean *is_said = g_new0 (gboolean, record->n_groups);

  for (gsize i = 0; i < record->n_statements; i++) {
    const gsize group = record->group[i];

    if (is_said[group] || reason_graph_is_reached (record, group) ||
        scrutiny_chain_get_kind (record->chain, record->ids[i]) != SCRUTINY_STATEMENT_KIND_OUTCOME)
      continue;
    is_said[group] = TRUE;
    if (reason_has_room (checks, "because.outcome-not-reached"))
      add_unreached (checks, i, is_measured[group]);
  }
}
