/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <scrutiny/view.h>

#include <glib/gi18n.h>

#include "base/printable.h"

/* Two ways to value what is said that cannot both be had. */
static const struct opposed {
  const char *one, *other, *statement;
} opposites[] = {
  { "for", "against",
    N_ ("People value “{last}” in opposite ways. For it: {one}. Against it: {other}. Both may be "
        "held for honest reasons.") },
  { "higher", "lower",
    N_ ("People would have “{last}” move in opposite ways. Higher: {one}. Lower: {other}. Both may "
        "be held for honest reasons.") },
};

/* Applicants (“we can move in”); builders */
static char *
dup_parties (GPtrArray *views, const char *way)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++) {
    const char *words = scrutiny_view_get_words (views->pdata[i]);
    g_autofree char *party = printable_dup (scrutiny_view_get_party (views->pdata[i]), 0);
    g_autofree char *shown = words ? printable_dup (words, 0) : NULL;

    if (!g_str_equal (scrutiny_view_get_way (views->pdata[i]), way))
      continue;
    g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", party);
    if (shown)
      g_string_append_printf (list, " (“%s”)", shown);
  }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Whoever changed their mind is one party, not two. */
static gboolean
are_two (GPtrArray *views, const struct opposed *opposed)
{
  for (guint i = 0; i < views->len; i++)
    for (guint k = 0; k < views->len; k++)
      if (g_str_equal (scrutiny_view_get_way (views->pdata[i]), opposed->one) &&
          g_str_equal (scrutiny_view_get_way (views->pdata[k]), opposed->other) &&
          !g_str_equal (scrutiny_view_get_party (views->pdata[i]),
                        scrutiny_view_get_party (views->pdata[k])))
        return TRUE;

  return FALSE;
}

static void
check_views (ReasonChecks *checks, gsize group, GPtrArray *views, const struct opposed *opposed)
{
  g_autofree char *one = NULL, *other = NULL;
  g_autoptr (GArray) path = NULL;
  GArray *facts;

  if (!are_two (views, opposed) || !reason_has_room (checks, "because.contested"))
    return;

  one = dup_parties (views, opposed->one);
  other = dup_parties (views, opposed->other);
  path = reason_graph_path_to (checks->graph, group);
  facts = fact_array_new ();
  fact_array_add_text (facts, "one", one);
  fact_array_add_text (facts, "other", other);
  fact_array_add_count (facts, "views", views->len);
  reason_add_finding (checks, "because.contested", opposed->statement,
                      N_ ("Which of these views does the figure follow, who chose it, and who has "
                          "put the other?"),
                      facts, path);
}

/* What is recorded of statements that are the same is recorded of one.  (element-type of
 * ScrutinyView), NULL where there is none
 */
static GPtrArray **
gather_views (const ReasonGraph *graph)
{
  GPtrArray **views = g_new0 (GPtrArray *, graph->n_groups);

  for (gsize i = 0; i < graph->n_statements; i++) {
    GPtrArray **of = &views[graph->group[i]];
    GPtrArray *said = scrutiny_chain_dup_views (graph->chain, graph->ids[i]);

    if (!*of)
      *of = g_ptr_array_new_with_free_func (g_object_unref);
    g_ptr_array_extend_and_steal (*of, said);
  }

  return views;
}

void
reason_check_contested (ReasonChecks *checks)
{
  const ReasonGraph *graph = checks->graph;
  g_autofree GPtrArray **views = gather_views (graph);

  for (gsize i = 0; i < graph->n_reached; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (opposites); k++)
      check_views (checks, graph->order[i], views[graph->order[i]], &opposites[k]);
  for (gsize group = 0; group < graph->n_groups; group++)
    g_ptr_array_unref (views[group]);
}
