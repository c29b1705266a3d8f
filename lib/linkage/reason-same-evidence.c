/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

/* Statements and steps that are gone through in looking for what all lines rest on. */
#define MOST_WORK 200000000u

/* Whether every way passes one and the same step that @item is recorded for. */
static gboolean
is_at_one_step (const ReasonRoutes *routes, const ReasonItem *item)
{
  for (guint i = 0; i < item->steps->len; i++)
    if (routes->is_passed[g_array_index (item->steps, gsize, i)])
      return TRUE;

  return FALSE;
}

/* What stands at one step is on every line only if that step is; the search is spared then. */
static void
check_item (ReasonChecks *checks,
            const ReasonRoutes *routes,
            const ReasonItem *item,
            gsize *n_searches)
{
  const ReasonGraph *record = checks->graph;
  g_autoptr (GArray) path = NULL;
  GArray *facts;

  if (item->steps->len < 2 || is_at_one_step (routes, item))
    return;
  if (*n_searches == 0) {
    reason_count_more (checks, "because.same-evidence");
    return;
  }
  (*n_searches)--;
  if (reason_routes_lead_without (routes, item) ||
      !reason_has_room (checks, "because.same-evidence"))
    return;

  path = reason_graph_path_of (
      record, reason_routes_get_link (routes, g_array_index (item->steps, gsize, 0)));
  facts = fact_array_new ();
  reason_add_evidence (facts, item->evidence);
  fact_array_add_count (facts, "steps", item->steps->len);
  reason_add_finding (checks, "because.same-evidence",
                      N_ ("More than one line of reasons leads to people, and every one of them "
                          "rests on the same evidence ({cited}), which is recorded for {steps} "
                          "steps."),
                      N_ ("What shows the same that was gathered by somebody else, or in another "
                          "way?"),
                      facts, path);
}

/* Several lines that look as if they bore each other out. */
void
reason_check_same_evidence (ReasonChecks *checks)
{
  const ReasonRoutes *routes = checks->routes;
  gsize n_searches;

  if (!routes->are_there || reason_routes_is_one_line (routes))
    return;

  n_searches = MOST_WORK / (routes->graph.n_nodes + routes->graph.offsets[routes->graph.n_nodes]);

  for (guint i = 0; i < routes->items->len; i++)
    check_item (checks, routes, routes->items->pdata[i], &n_searches);
}
