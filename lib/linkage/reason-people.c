/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <glib/gi18n.h>

#include "base/printable.h"

/* Outcomes that do not record whose they are. */
void
reason_check_people_named (ReasonChecks *checks)
{
  const ReasonGraph *graph = checks->graph;
  g_autofree const char **who = reason_dup_details (graph, STATEMENT_WHO);

  for (gsize i = 0; i < graph->n_reached; i++) {
    const gsize group = graph->order[i];
    g_autoptr (GArray) path = NULL;

    if (graph->kinds[group] != SCRUTINY_STATEMENT_KIND_OUTCOME || who[group] ||
        !reason_has_room (checks, "because.nobody-named"))
      continue;

    path = reason_graph_path_to (graph, group);
    reason_add_finding (
        checks, "because.nobody-named", N_ ("“{last}” does not record who the people are."),
        N_ ("Who exactly are they, how many, and have we asked them?"), fact_array_new (), path);
  }
}

/* In capitals or not, they are the same. */
static gboolean
is_same (const char *one, const char *other)
{
  g_autofree char *folded = g_strstrip (g_utf8_casefold (one, -1));
  g_autofree char *other_folded = g_strstrip (g_utf8_casefold (other, -1));

  return g_str_equal (folded, other_folded);
}

/* Whose the outcomes are that the claim leads to, nearest first and each once; NULL if some are
 * the people that the claim is about, or nobody is named.  (element-type utf8), of @who
 */
static GPtrArray *
find_others (const ReasonGraph *graph, const char *const *who, gsize *first)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 1; i < graph->n_reached; i++) {
    const gsize group = graph->order[i];

    if (graph->kinds[group] != SCRUTINY_STATEMENT_KIND_OUTCOME || !who[group])
      continue;
    if (is_same (who[0], who[group]))
      return NULL;
    if (others->len == 0)
      *first = group;
    if (g_hash_table_add (seen, (char *) who[group]))
      g_ptr_array_add (others, (char *) who[group]);
  }

  return others->len > 0 ? g_steal_pointer (&others) : NULL;
}

/* “patients who wait”, “their families” */
static void
add_people (GArray *facts, const char *key, GPtrArray *people)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++) {
    g_autofree char *shown = printable_dup (people->pdata[i], 0);

    g_string_append_printf (list, "%s“%s”", i ? ", " : "", shown);
  }
  fact_array_add_text (facts, key, list->str);
}

/* A claim about some people whose reasons end at others. */
void
reason_check_other_people (ReasonChecks *checks)
{
  const ReasonGraph *graph = checks->graph;
  g_autofree const char **who = reason_dup_details (graph, STATEMENT_WHO);
  gsize first = 0;
  g_autoptr (GPtrArray) others = who[0] && graph->kinds[0] != SCRUTINY_STATEMENT_KIND_OUTCOME
                                     ? find_others (graph, who, &first)
                                     : NULL;
  g_autofree char *affected = NULL;
  g_autoptr (GArray) path = NULL;
  GArray *facts;

  if (!others)
    return;

  affected = printable_dup (who[0], 0);
  path = reason_graph_path_to (graph, first);
  facts = fact_array_new ();
  fact_array_add_text (facts, "affected", affected);
  add_people (facts, "people", others);
  reason_add_finding (
      checks, "because.other-people",
      N_ ("“{first}” is recorded as being about “{affected}”; what the reasons lead to, as being "
          "about {people}. These may be the same people by two names."),
      N_ ("What changes for “{affected}”, and have we asked them?"), facts, path);
}
