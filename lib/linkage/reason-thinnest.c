/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

static ReasonItem *
item_on (const ReasonRoutes *routes, gsize step)
{
  for (guint i = 0; i < routes->items->len; i++) {
    ReasonItem *item = routes->items->pdata[i];

    for (guint k = 0; k < item->steps->len; k++)
      if (g_array_index (item->steps, gsize, k) == step)
        return item;
  }

  return NULL;
}

/* The line of reasons that has most evidence at the step with least, in ids. */
static void
add_fullest (GArray *facts, const ReasonGraph *record, const ReasonRoutes *routes)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  reason_routes_find_fullest (routes, nodes);
  g_strv_builder_add (ids, record->ids[0]);
  for (guint i = 0; i < nodes->len; i++) {
    const gsize node = g_array_index (nodes, gsize, i);

    if (reason_routes_is_step (routes, node))
      g_strv_builder_add (ids, record->ids[reason_routes_get_link (routes, node)->to]);
  }
  all = g_strv_builder_end (ids);
  fact_array_add_texts (facts, "fullest", (const char *const *) all);
}

/* Several lines, and one item without which none of them is whole.  Where none is whole with it,
 * the steps that lack evidence have been named.
 */
void
reason_check_thinnest (ReasonChecks *checks)
{
  const ReasonRoutes *routes = checks->routes;
  const ReasonGraph *record = checks->graph;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) path = NULL;
  GArray *facts;
  const ReasonLink *link;
  gsize step;

  if (!routes->are_there || reason_routes_is_one_line (routes) ||
      reason_routes_find_thinnest (routes, steps) != 1)
    return;

  step = g_array_index (steps, gsize, 0);
  link = reason_routes_get_link (routes, step);
  path = reason_graph_path_of (record, link);
  facts = fact_array_new ();
  reason_add_evidence (facts, item_on (routes, step)->evidence);
  reason_add_words (facts, "statement", record, link->from);
  add_fullest (facts, record, routes);
  reason_add_finding (checks, "because.thinnest-evidence",
                      N_ ("Without one item of evidence, for the step from “{statement}” to "
                          "“{last}” ({cited}), no line of reasons has evidence at each of its "
                          "steps."),
                      N_ ("What else have you seen, counted, read or been told that shows this "
                          "step?"),
                      facts, path);
}
