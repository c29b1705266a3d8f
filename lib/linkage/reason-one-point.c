/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

/* Statements on the way to people that every way passes, the claim and outcomes aside. */
static GArray *
points_of (const ReasonChecks *checks, const ReasonRoutes *routes)
{
  const ReasonGraph *record = checks->graph;
  GArray *points = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint i = 1; i < routes->passed->len; i++) {
    const gsize group = g_array_index (routes->passed, gsize, i);

    if (group < record->n_groups && record->kinds[group] != SCRUTINY_STATEMENT_KIND_OUTCOME)
      g_array_append_val (points, record->arrived[group]);
  }

  return points;
}

/* Several lines that are one after all, because each passes the same statement. */
void
reason_check_one_point (ReasonChecks *checks)
{
  const ReasonRoutes *routes = checks->routes;
  const ReasonGraph *record = checks->graph;
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) path = NULL;
  GArray *facts;

  if (!routes->are_there || reason_routes_is_one_line (routes))
    return;
  points = points_of (checks, routes);
  if (points->len == 0)
    return;

  path =
      reason_graph_path_to (record, record->group[g_array_index (points, gsize, points->len - 1)]);
  facts = fact_array_new ();
  fact_array_add_count (facts, "points", points->len);
  reason_add_line (facts, record, points);
  reason_add_finding (checks, "because.one-point",
                      N_ ("More than one line of reasons leads to people, and every one of them "
                          "passes through {line}."),
                      N_ ("If that did not hold, what reason would be left?"), facts, path);
}
