/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-brief.h"

#include <glib/gi18n.h>

#include "base/fact-array.h"
#include "base/finding-list.h"
#include "base/finding-private.h"
#include "linkage/reason-few.h"

/* What every line that ends short of people lacks. */
#define LEADS_ON N_ ("The reasons that lead on to somebody’s life from {few_wanted}")

/* How many of one sort are told together.  What speaks against a reason, where reasons come back to
 * and who may lose is told one by one, however much of it there is.
 */
static const struct many {
  const char *id;
  const char *from, *to; /* facts that name each: “from” > “to”, or “to” alone if @from is NULL */
  const char *statement; /* of {n}, and {few} of them */
  const char *question;  /* NULL: the question about each is one about all */
  const char *wanted;    /* a fact of those that something is asked for of; NULL: of none */
  const char *request;   /* of {few_wanted} */
} manys[] = {
  { "because.restates", "statement", "last",
    N_ ("{n:n} reasons are marked as saying the same as what they are given for, so they add none: "
        "{few}."),
    NULL, NULL, NULL },
  { "because.ends-at-target", NULL, "last",
    N_ ("{n:n} lines of reasons end at targets or ranks: {few}."),
    N_ ("Who chose each number, from what, and what is different for a person on the other side of "
        "it?"),
    "last", LEADS_ON },
  { "because.ends-at-inspector", NULL, "last",
    N_ ("{n:n} lines of reasons end at an inspection, an audit or a rating: {few}."), NULL, "last",
    LEADS_ON },
  { "because.ends-at-government", NULL, "last",
    N_ ("{n:n} lines of reasons end at a law, a national set or an agreement: {few}."),
    N_ ("What was each meant to change for people here? Start there."), "last", LEADS_ON },
  { "because.ends-at-funding", NULL, "last", N_ ("{n:n} lines of reasons end at money: {few}."),
    NULL, "last", LEADS_ON },
  { "because.ends-at-service", NULL, "last",
    N_ ("{n:n} lines of reasons end inside the organisation: {few}."), NULL, "last", LEADS_ON },
  { "because.ends-at-status", NULL, "last",
    N_ ("{n:n} lines of reasons end at a published status: {few}."), NULL, "last", LEADS_ON },
  { "because.ends-at-indicator", NULL, "last",
    N_ ("{n:n} lines of reasons end at a figure: {few}."), NULL, "last", LEADS_ON },
  { "because.ends-at-activity", NULL, "last",
    N_ ("{n:n} lines of reasons end at something that was done: {few}."), NULL, "last", LEADS_ON },
  { "because.ends-at-output", NULL, "last",
    N_ ("{n:n} lines of reasons end at something that was produced: {few}."), NULL, "last",
    LEADS_ON },
  { "because.ends-at-intermediate", NULL, "last",
    N_ ("{n:n} lines of reasons stop on the way, with nothing recorded after: {few}."), NULL,
    "last", LEADS_ON },
  { "because.outcome-not-reached", NULL, "last",
    N_ ("{n:n} statements are recorded as what changes for people, and no reason leads to them "
        "from “{claim}”: {few}."),
    N_ ("By what steps does this figure get to each of them, if it does, and what would show "
        "whether it changed?"),
    "unmeasured", N_ ("What is counted or heard, by whom, that shows {few_wanted}") },
  { "because.nobody-named", NULL, "last",
    N_ ("{n:n} statements of what changes for people do not record who the people are: {few}."),
    NULL, "last", N_ ("Whose lives each is about, and how many they are: {few_wanted}") },
  { "because.leap", "statement", "last",
    N_ ("{n:n} reasons go straight to what changes for people; no step between is recorded: "
        "{few}."),
    NULL, "last", N_ ("The steps between, and what shows each: {few_wanted}") },
  { "because.no-evidence", "statement", "last",
    N_ ("No evidence is recorded for {n:n} steps: {few}."),
    N_ ("What have you seen, counted, read or been told that shows each step?"), "last",
    N_ ("The evidence for {few_wanted}") },
  { "because.old-evidence", "statement", "last",
    N_ ("For {n:n} steps the newest evidence is of more than {years} {years|year|years} before "
        "{as_of}: {few}."),
    NULL, NULL, NULL },
  { "because.unfalsifiable", NULL, "last",
    N_ ("The reasons lead to {few}. All {n:n} may be so; no measure of them, no date and nothing "
        "that would show otherwise is recorded."),
    N_ ("What would you expect to see, and by when, if these were not so?"), "last",
    N_ ("What is counted or heard, by whom, that shows {few_wanted}") },
  { "because.hint-number", NULL, "reason",
    N_ ("{n:n} reasons say nothing beyond the number: {few}."), NULL, NULL, NULL },
};

/* Of all that are told together, and so the same in each. */
static const char *const shared[] = { "claim", "as_of", "years" };

static const struct many *
find_many (ScrutinyFinding *finding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (manys); i++)
    if (g_str_equal (scrutiny_finding_get_id (finding), manys[i].id))
      return &manys[i];

  return NULL;
}

static gboolean
is_alike (ScrutinyFinding *one, ScrutinyFinding *other)
{
  return g_str_equal (scrutiny_finding_get_id (one), scrutiny_finding_get_id (other)) &&
         g_strcmp0 (scrutiny_finding_get_subject (one), scrutiny_finding_get_subject (other)) == 0;
}

/* Those of the same sort from @first on.  (transfer container) */
static GPtrArray *
find_alike (GPtrArray *findings, guint first)
{
  GPtrArray *alike = g_ptr_array_new ();

  for (guint i = first; i < findings->len; i++)
    if (is_alike (findings->pdata[first], findings->pdata[i]))
      g_ptr_array_add (alike, findings->pdata[i]);

  return alike;
}

static const char *
get_text (ScrutinyFinding *finding, const char *fact)
{
  return g_variant_get_string (scrutiny_finding_find_fact (finding, fact), NULL);
}

/* “a” > “b”, or “b” alone. */
static char *
dup_name (ScrutinyFinding *finding, const struct many *many)
{
  return many->from ? g_strdup_printf ("“%s” > “%s”", get_text (finding, many->from),
                                       get_text (finding, many->to))
                    : g_strdup_printf ("“%s”", get_text (finding, many->to));
}

/* Adds the first few of @alike; where @needed is given, of those that have this fact.  Returns how
 * many there are.
 */
static guint
add_few (GArray *facts,
         const char *key,
         const struct many *many,
         GPtrArray *alike,
         const char *needed)
{
  ReasonFew few = reason_few_begin ();
  g_autofree char *names = NULL;

  for (guint i = 0; i < alike->len; i++) {
    g_autofree char *name = NULL;

    if (needed && !scrutiny_finding_find_fact (alike->pdata[i], needed))
      continue;
    name = dup_name (alike->pdata[i], many);
    reason_few_add (&few, name);
  }
  names = reason_few_end (&few);
  fact_array_add_text (facts, key, names);

  return few.n;
}

static void
add_shared (GArray *facts, ScrutinyFinding *finding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++) {
    GVariant *value = scrutiny_finding_find_fact (finding, shared[i]);

    if (value)
      fact_array_add (facts, shared[i], value);
  }
}

/* About the same figure as @first, and reached as it was; it asks only if @first does.  NULL if a
 * message above does not suit its facts.
 */
static ScrutinyFinding *
new_as (ScrutinyFinding *first, const struct many *many, const char *request, GArray *facts)
{
  const char *asked = scrutiny_finding_get_question_message (first);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyFinding) bare = scrutiny_finding_new_reached (
      many->id, many->statement, asked && many->question ? many->question : asked,
      fact_array_end (facts), scrutiny_finding_get_method (first), &error);
  g_autoptr (ScrutinyFinding) asking =
      bare ? scrutiny_finding_copy_with_request (bare, request, &error) : NULL;

  if (!asking) {
    g_critical ("%s", error->message);
    return NULL;
  }

  return scrutiny_finding_copy_with_subject (asking, scrutiny_finding_get_subject (first));
}

static ScrutinyFinding *
tell_together (const struct many *many, GPtrArray *alike)
{
  GArray *facts = fact_array_new ();
  guint n_wanted;

  fact_array_add_count (facts, "n", alike->len);
  add_few (facts, "few", many, alike, NULL);
  n_wanted = add_few (facts, "few_wanted", many, alike, many->wanted);
  add_shared (facts, alike->pdata[0]);

  return new_as (alike->pdata[0], many, n_wanted > 0 ? many->request : NULL, facts);
}

/* What stands for the finding at @index and those like it: one for all, or itself. */
static ScrutinyFinding *
tell (GPtrArray *findings, guint index, GHashTable *told)
{
  const struct many *many = find_many (findings->pdata[index]);
  g_autoptr (GPtrArray) alike = many ? find_alike (findings, index) : NULL;
  ScrutinyFinding *together =
      alike && alike->len > REASON_MOST_NAMED ? tell_together (many, alike) : NULL;

  if (!together)
    return g_object_ref (findings->pdata[index]);
  for (guint i = 0; i < alike->len; i++)
    g_hash_table_add (told, alike->pdata[i]);

  return together;
}

GPtrArray *
reason_findings_in_brief (GPtrArray *findings)
{
  GPtrArray *brief = finding_list_new ();
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    if (!g_hash_table_contains (told, findings->pdata[i]))
      g_ptr_array_add (brief, tell (findings, i, told));

  return brief;
}
