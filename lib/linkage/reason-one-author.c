/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

#include "base/printable.h"

typedef struct {
  const char *author; /* NULL: of none yet, or not of one alone */
  gsize n_steps;
  gboolean is_one;
} Authors;

static void
look_at_author (const ReasonLink *link, Authors *authors)
{
  const char *author = link->reason->details[REASON_AUTHOR];

  authors->n_steps++;
  if (!author || !*author || (authors->author && !g_str_equal (author, authors->author)))
    authors->is_one = FALSE;
  authors->author = author;
}

/* The one who gives every reason that the claim leads to; NULL if there is a single reason, or one
 * that nobody or somebody else gives.
 */
static const char *
find_author (const ReasonGraph *graph, gsize *n_steps)
{
  Authors authors = { .is_one = TRUE };

  for (gsize e = 0; e < graph->n_links && authors.is_one; e++)
    if (reason_is_step (&graph->links[e]) &&
        reason_graph_is_reached (graph, graph->links[e].from_group))
      look_at_author (&graph->links[e], &authors);
  *n_steps = authors.n_steps;

  return authors.is_one && authors.n_steps > 1 ? authors.author : NULL;
}

/* To the nearest people. */
static GArray *
path_to_people (const ReasonGraph *graph)
{
  gsize i = 1;

  while (graph->kinds[graph->order[i]] != SCRUTINY_STATEMENT_KIND_OUTCOME)
    i++;

  return reason_graph_path_to (graph, graph->order[i]);
}

/* A line of reasons that leads to people, and that one person gives by themselves. */
void
reason_check_one_author (ReasonChecks *checks)
{
  const ReasonGraph *graph = checks->graph;
  gsize n_steps = 0;
  const char *author = checks->routes->are_there ? find_author (graph, &n_steps) : NULL;
  g_autofree char *shown = author ? printable_dup (author, 0) : NULL;
  g_autoptr (GArray) path = NULL;
  GArray *facts;

  if (!author)
    return;

  path = path_to_people (graph);
  facts = fact_array_new ();
  fact_array_add_text (facts, "author", shown);
  fact_array_add_count (facts, "steps", n_steps);
  reason_add_finding (checks, "because.one-author",
                      N_ ("All {steps} steps from “{first}” to people were recorded by one author, "
                          "{author}. Somebody has to write them down first."),
                      N_ ("Who else has looked at these steps, and which would they put "
                          "differently?"),
                      facts, path);
}
