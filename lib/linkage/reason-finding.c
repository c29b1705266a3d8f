/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-finding.h"

#include <glib/gi18n.h>

#include <string.h>

#include "base/finding-private.h"
#include "base/printable.h"

#define BETWEEN_WORDS " > "

/* Of a reference within a sentence; the whole of it is in the facts. */
#define LONGEST_CITED 160

void
reason_add_words (GArray *facts, const char *key, const ReasonGraph *graph, gsize statement)
{
  fact_array_add (facts, key, graph->said[statement]);
}

/* Strings as GVariant has an array of them in memory: one after another, then where each of them
 * ends.  A large record has thousands of long paths, and a value for each string is slow.
 */
typedef struct {
  GByteArray *bytes;
  GArray *ends; /* of gsize */
} Strings;

static Strings
strings_begin (void)
{
  return (Strings){ g_byte_array_new (), g_array_new (FALSE, FALSE, sizeof (gsize)) };
}

static void
strings_add (Strings *self, const char *text)
{
  gsize end;

  g_byte_array_append (self->bytes, (const guint8 *) text, (guint) strlen (text) + 1);
  end = self->bytes->len;
  g_array_append_val (self->ends, end);
}

static GVariant *
strings_end (Strings *self)
{
  g_autoptr (GArray) ends = self->ends;
  g_autoptr (GBytes) data = NULL;
  guint width = 1; /* of an end, in bytes */

  while (width < 8 && (guint64) self->bytes->len + ends->len * width >= G_GUINT64_CONSTANT (1)
                                                                            << (8 * width))
    width *= 2;
  for (guint i = 0; i < ends->len; i++) {
    const guint64 end = GUINT64_TO_LE ((guint64) g_array_index (ends, gsize, i));

    g_byte_array_append (self->bytes, (const guint8 *) &end, width);
  }
  data = g_byte_array_free_to_bytes (self->bytes);

  return g_variant_new_from_bytes (G_VARIANT_TYPE ("as"), data, TRUE);
}

/* The facts that every finding has: where the path goes, in ids and in words. */
static void
add_path (GArray *facts, const ReasonGraph *graph, const GArray *path)
{
  Strings ids = strings_begin (), words = strings_begin ();

  for (guint i = 0; i < path->len; i++) {
    const gsize statement = g_array_index (path, gsize, i);

    strings_add (&ids, graph->ids[statement]);
    strings_add (&words, graph->words[statement]);
  }

  fact_array_add (facts, "path", strings_end (&ids));
  fact_array_add (facts, "words", strings_end (&words));
}

char *
reason_dup_line (const ReasonGraph *graph, const GArray *path)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++) {
    g_string_append (line, i ? BETWEEN_WORDS "“" : "“");
    g_string_append (line, graph->words[g_array_index (path, gsize, i)]);
    g_string_append (line, "”");
  }

  return g_string_free (line, FALSE);
}

void
reason_add_line (GArray *facts, const ReasonGraph *graph, const GArray *path)
{
  g_autofree char *line = reason_dup_line (graph, path);

  fact_array_add_text (facts, "line", line);
}

const char **
reason_dup_details (const ReasonGraph *graph, StatementDetail which)
{
  const char **details = g_new0 (const char *, graph->n_groups);

  for (gsize i = 0; i < graph->n_statements; i++) {
    const char **detail = &details[graph->group[i]];
    const char *recorded = graph->statements[i]->details[which];

    if (!*detail && recorded && *recorded)
      *detail = recorded;
  }

  return details;
}

void
reason_add_evidence (GArray *facts, ScrutinyEvidence *evidence)
{
  g_autofree char *reference = printable_dup (scrutiny_evidence_get_reference (evidence), 0);
  g_autofree char *cited = printable_dup (reference, LONGEST_CITED);
  const char *graded = scrutiny_evidence_get_grade (evidence);
  g_autofree char *grade = graded ? printable_dup (graded, LONGEST_CITED) : NULL;

  fact_array_add_text (facts, "evidence", reference);
  fact_array_add_text (facts, "cited", cited);
  if (grade)
    fact_array_add_text (facts, "grade", grade);
}

static ReasonTold *
find_told (ReasonChecks *checks, const char *id)
{
  const ReasonTold none = { .id = id };

  for (guint i = 0; i < checks->told->len; i++) {
    ReasonTold *told = &g_array_index (checks->told, ReasonTold, i);

    if (g_str_equal (told->id, id))
      return told;
  }
  g_array_append_val (checks->told, none);

  return &g_array_index (checks->told, ReasonTold, checks->told->len - 1);
}

gboolean
reason_has_room (ReasonChecks *checks, const char *id)
{
  ReasonTold *told = find_told (checks, id);
  const gboolean has_room =
      told->n_told < REASON_MOST_TOLD && told->n_on_paths < REASON_MOST_ON_PATHS;

  told->n_more += !has_room;

  return has_room;
}

void
reason_count_more (ReasonChecks *checks, const char *id)
{
  find_told (checks, id)->n_more++;
}

static void
add_more (ReasonChecks *checks, const ReasonTold *told)
{
  g_autoptr (GArray) path = reason_graph_path_to (checks->graph, 0);
  GArray *facts = fact_array_new ();

  fact_array_add_text (facts, "kind", told->id);
  fact_array_add_count (facts, "told", told->n_told);
  fact_array_add_count (facts, "more", told->n_more);
  reason_add_finding (
      checks, "because.more",
      N_ ("The record is so large that not everything is told one by one. Of findings such as "
          "“{kind}” {told:n} are told; {more:n} are not told, or were not looked for."),
      N_ ("Which of these reasons does anybody rely on? Record those by themselves."), facts, path);
}

void
reason_add_more (ReasonChecks *checks)
{
  const guint n = checks->told->len;

  for (guint i = 0; i < n; i++) {
    const ReasonTold told = g_array_index (checks->told, ReasonTold, i);

    if (told.n_more > 0)
      add_more (checks, &told);
  }
}

/* What is asked for by name, where a finding has the fact that names it. */
static const struct wanted {
  const char *id, *fact, *request;
} wanteds[] = {
  { "because.contradicted", "cited",
    N_ ("What bears on “{statement}” > “{last}”, for and against") },
  { "because.ends-at-", "last", N_ ("The reasons that lead on from “{last}” to somebody’s life") },
  { "because.nobody-named", "last", N_ ("Whose lives “{last}” is about, and how many they are") },
  { "because.leap", "last", N_ ("The steps from “{statement}” to “{last}”, and what shows each") },
  { "because.no-evidence", "steps", N_ ("The evidence for {steps}") },
  { "because.outcome-not-reached", "unmeasured",
    N_ ("What is counted or heard, by whom, that shows “{last}”") },
  { "because.other-people", "affected",
    N_ ("What is known of how it went for “{affected}”, gathered from them") },
  { "because.harm-not-measured", "people",
    N_ ("A count of what happens to “{people}”, beside this figure") },
  { "because.unfalsifiable", "last",
    N_ ("What is counted or heard, by whom, that shows “{last}”") },
  { "because.contested", "one",
    N_ ("What each of them says in their own words, and what each stands to gain and to lose") },
  { "because.one-author", "author",
    N_ ("The steps as somebody sees them who did not write them, and as the people they are about "
        "do") },
};

static const char *
find_request (const char *id, const GArray *facts)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wanteds); i++)
    if (g_str_has_prefix (id, wanteds[i].id) && fact_array_contains (facts, wanteds[i].fact))
      return wanteds[i].request;

  return NULL;
}

static void
add_reached (ReasonChecks *checks,
             const char *id,
             const char *statement,
             const char *question,
             GArray *facts)
{
  const char *request = find_request (id, facts);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyFinding) finding = scrutiny_finding_new_reached (
      id, statement, question, fact_array_end (facts), checks->method, &error);
  ScrutinyFinding *asking =
      finding && request ? scrutiny_finding_copy_with_request (finding, request, &error) : NULL;

  if (error)
    g_critical ("%s", error->message);
  else
    g_ptr_array_add (checks->findings, asking ? asking : g_steal_pointer (&finding));
}

void
reason_add_finding (ReasonChecks *checks,
                    const char *id,
                    const char *statement,
                    const char *question,
                    GArray *facts,
                    const GArray *path)
{
  ReasonTold *told = find_told (checks, id);

  told->n_told++;
  told->n_on_paths += path->len;
  add_path (facts, checks->graph, path);
  reason_add_words (facts, "first", checks->graph, g_array_index (path, gsize, 0));
  reason_add_words (facts, "last", checks->graph, g_array_index (path, gsize, path->len - 1));
  add_reached (checks, id, statement, question, facts);
}

gboolean
reason_is_step (const ReasonLink *link)
{
  return link->from_group != link->to_group;
}

/* Links that the claim leads to, nearest first. */
void
reason_each_link (ReasonChecks *checks,
                  gboolean steps,
                  void (*look) (ReasonChecks *checks, const ReasonLink *link))
{
  const ReasonGraph *graph = checks->graph;

  for (gsize i = 0; i < graph->n_reached; i++) {
    const gsize group = graph->order[i];

    for (gsize e = graph->graph.offsets[group]; e < graph->graph.offsets[group + 1]; e++)
      if (reason_is_step (&graph->links[e]) == steps)
        look (checks, &graph->links[e]);
  }
}
