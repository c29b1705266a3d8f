/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/demand-findings.h"

#include "base/finding-list.h"

#include <glib/gi18n.h>
#include <math.h>

/* Fewer that were coded twice do not tell how far coders agree; below this kappa it is said. */
#define FEWEST_TWICE 50
#define KAPPA_SAID 0.6

/* Causes that are named; all are in the table. */
#define MOST_NAMED 3

typedef struct {
  const DemandReading *reading;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Saying;

static void
say (Saying *saying,
     const char *id,
     const char *statement,
     const char *question,
     const char *request,
     GVariantDict *facts)
{
  finding_list_add (saying->findings, saying->method, id, statement, question, request, facts);
}

static void
insert_cause (GVariantDict *facts, guint number, const DemandGroup *group)
{
  static const char *const keys[MOST_NAMED][4] = {
    { "first", "first_kind", "first_low", "first_high" },
    { "second", "second_kind", "second_low", "second_high" },
    { "third", "third_kind", "third_low", "third_high" },
  };

  g_variant_dict_insert (facts, keys[number][0], "s", *group->cause ? group->cause : "?");
  g_variant_dict_insert (facts, keys[number][1], "s", group->kind);
  g_variant_dict_insert (facts, keys[number][2], "d", 100 * group->low);
  g_variant_dict_insert (facts, keys[number][3], "d", 100 * group->high);
}

/* By how many causes there are to name. */
static const char *const causes[MOST_NAMED] = {
  N_ ("Of {n:n} contacts with a kind the cause is always {first:q} ({first_kind:q})."),
  N_ ("Of {n:n} contacts with a kind, most come of {first:q} ({first_kind:q}, between "
      "{first_low:.0}% "
      "and {first_high:.0}%) and {second:q} ({second_kind:q}, between {second_low:.0}% and "
      "{second_high:.0}%)."),
  N_ ("Of {n:n} contacts with a kind, most come of {first:q} ({first_kind:q}, between "
      "{first_low:.0}% "
      "and {first_high:.0}%), {second:q} ({second_kind:q}, between {second_low:.0}% and "
      "{second_high:.0}%) and {third:q} ({third_kind:q}, between {third_low:.0}% and "
      "{third_high:.0}%)."),
};

/* Where the others are told of together. */
#define FIRST_CAUSE \
  N_ ("Of {n:n} contacts with a kind, most come of {first:q} ({first_kind:q}, between " \
      "{first_low:.0}% and {first_high:.0}%).")

/* What was taken together has no name. */
static guint
count_named (const DemandReading *reading)
{
  guint n = 0;

  for (guint i = 0; i < reading->causes->len; i++)
    n += !g_array_index (reading->causes, DemandGroup, i).is_merged;

  return n;
}

static void
say_causes (Saying *saying)
{
  const DemandReading *reading = saying->reading;
  const guint n = MIN (count_named (reading), MOST_NAMED);
  GVariantDict facts;

  if (n == 0)
    return;
  g_variant_dict_init (&facts, NULL);
  g_variant_dict_insert (&facts, "n", "x", (gint64) reading->n);
  g_variant_dict_insert (&facts, "n_causes", "x", (gint64) reading->causes->len);
  for (guint i = 0; i < n; i++)
    insert_cause (&facts, i, &g_array_index (reading->causes, DemandGroup, i));
  say (saying, "demand.causes", n == 1 && reading->causes->len > 1 ? FIRST_CAUSE : causes[n - 1],
       N_ ("What in the way the work is done brings each of these about, who could change it, and "
           "what did the people who called say in their own words?"),
       N_ ("Some contacts of each of these, in the words of the people who called, without "
           "names."),
       &facts);
}

static void
say_coders (Saying *saying)
{
  const KernelCoders *coders = &saying->reading->coders;
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n_twice", "x", (gint64) coders->n);
  g_variant_dict_insert (&facts, "kappa", "d", coders->kappa);
  g_variant_dict_insert (&facts, "adjusted", "d", coders->adjusted);
  g_variant_dict_insert (&facts, "one_in", "d", 1 / (1 - coders->agreed));
  if (coders->n < FEWEST_TWICE)
    say (saying, "demand.coded-once",
         N_ ("{n_twice:n} {n_twice|contact was|contacts were} given a kind by two people; how far "
             "two would agree takes "
             "50."),
         N_ ("Would somebody else have put the same contacts under the same kinds?"),
         N_ ("50 contacts, given a kind by somebody who does not know the first one."), &facts);
  else if (coders->kappa < KAPPA_SAID)
    say (saying, "demand.coders",
         N_ ("Two coders disagree on 1 in {one_in:.0} of the {n_twice:n} contacts that both gave a "
             "kind."),
         N_ ("Which contacts did they put under different kinds, and what does each kind mean to "
             "whoever codes?"),
         N_ ("The contacts that the two gave different kinds, with what was said, without names."),
         &facts);
  else
    g_variant_dict_clear (&facts);
}

static void
say_size (Saying *saying)
{
  const DemandReading *reading = saying->reading;
  const DemandGroup *kind = &g_array_index (reading->kinds, DemandGroup, 0);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n", "x", (gint64) reading->n);
  g_variant_dict_insert (&facts, "kind", "s", kind->kind);
  g_variant_dict_insert (&facts, "low", "d", 100 * kind->low);
  g_variant_dict_insert (&facts, "high", "d", 100 * kind->high);
  g_variant_dict_insert (&facts, "needed", "d", reading->needed);
  g_variant_dict_insert (&facts, "points", "d", 100 * reading->margin);
  if (kind->is_merged || (double) reading->n >= reading->needed) {
    g_variant_dict_clear (&facts);
    return;
  }
  say (saying, "demand.few",
       N_ ("{n:n} {n|contact leaves|contacts leave} open how many are {kind:q}: between {low:.0}% "
           "and {high:.0}%. To know it to within "
           "{points:.0} {points|point|points} takes {needed:n}."),
       N_ ("Which days and which ways of calling are these contacts from, and which are missing?"),
       N_ ("All contacts of some whole days, each with its kind and its cause."), &facts);
}

GPtrArray *
demand_findings_new (const DemandReading *reading, ScrutinyMethod *method)
{
  Saying saying = { reading, method, finding_list_new () };

  say_causes (&saying);
  say_coders (&saying);
  say_size (&saying);

  return saying.findings;
}
