/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <scrutiny/harm.h>

#include <glib/gi18n.h>

#include "base/printable.h"

static void
add_harm (ReasonChecks *checks, gsize group, ScrutinyHarm *harm)
{
  const char *how = scrutiny_harm_get_how (harm);
  g_autofree char *people = printable_dup (scrutiny_harm_get_group (harm), 0);
  g_autofree char *shown = how ? printable_dup (how, 0) : NULL;
  g_autoptr (GArray) path = reason_graph_path_to (checks->graph, group);
  GArray *facts = fact_array_new ();

  fact_array_add_text (facts, "people", people);
  if (shown)
    fact_array_add_text (facts, "how", shown);
  reason_add_finding (
      checks, "because.harm-not-measured",
      shown ? N_ ("“{people}” are recorded as people who may lose by “{last}” ({how}). They may "
                  "not; nothing is recorded that would show whether they do.")
            : N_ ("“{people}” are recorded as people who may lose by “{last}”. They may not; "
                  "nothing is recorded that would show whether they do."),
      N_ ("Who looks at what happens to “{people}”, and what do they see?"), facts, path);
}

/* Groups that may lose by what the claim leads to, with nothing to show whether they do. */
void
reason_check_harms (ReasonChecks *checks)
{
  const ReasonGraph *graph = checks->graph;

  for (gsize i = 0; i < graph->n_statements; i++) {
    g_autoptr (GPtrArray) harms = NULL;

    if (!reason_graph_is_reached (graph, graph->group[i]))
      continue;
    harms = scrutiny_chain_dup_harms (graph->chain, graph->ids[i]);
    for (guint k = 0; k < harms->len; k++)
      if (!scrutiny_harm_get_measured_by (harms->pdata[k]) &&
          reason_has_room (checks, "because.harm-not-measured"))
        add_harm (checks, graph->group[i], harms->pdata[k]);
  }
}
