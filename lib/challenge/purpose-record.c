/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/purpose-record.h"

#include "base/finding-list.h"
#include "base/printable.h"
#include "challenge/purpose-words.h"
#include "indicator/outcome-figures.h"
#include "linkage/reason-graph.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_NAMED 5
#define MOST_SHOWN 60

/* What a figure's record may lack, of how many. */
typedef struct {
  guint of, without;
} Lack;

typedef struct {
  guint n;
  Lack purpose, clock, use, origin, companion;
  guint n_clocks;    /* recorded */
  guint n_whole;     /* of them from the person's asking to what the person gets */
  guint n_chains;    /* of reasons, recorded */
  GPtrArray *astray; /* of char *, titles of figures without a line of reasons to people */
  GHashTable *outcome_figures; /* ids of those that show what changes for people */
} Record;

static gboolean
has_text (const char *text)
{
  return text && *text;
}

static void
count (Lack *self, gboolean recorded)
{
  self->of++;
  self->without += !recorded;
}

static gboolean
is_inside (const char *text)
{
  g_auto (GStrv) words = purpose_words_dup (text);

  return purpose_words_are_inside (words);
}

static void
count_clock (Record *self, ScrutinyDefinition *definition)
{
  const char *start = definition ? scrutiny_definition_get_clock_start (definition) : NULL;
  const char *stop = definition ? scrutiny_definition_get_clock_stop (definition) : NULL;
  const gboolean recorded =
      start && stop && has_text (scrutiny_definition_get_clock_pauses (definition));

  count (&self->clock, recorded);
  if (!start || !stop)
    return;
  self->n_clocks++;
  self->n_whole += !is_inside (start) && !is_inside (stop);
}

static gboolean
publishes_target (ScrutinyIndicator *indicator)
{
  ScrutinyTable *published = scrutiny_indicator_get_published (indicator);
  const double *targets = NULL;
  gsize n = 0;

  if (published && scrutiny_table_has_column (published, "target"))
    targets = scrutiny_table_get_doubles (published, "target", &n);
  for (gsize i = 0; targets && i < n; i++)
    if (!isnan (targets[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_origin (GPtrArray *targets)
{
  for (guint i = 0; i < targets->len; i++)
    if (has_text (scrutiny_claim_get_said_by (targets->pdata[i])) ||
        has_text (scrutiny_claim_get_source (targets->pdata[i])))
      return TRUE;

  return FALSE;
}

/* Whether the recorded reasons arrive at people, whatever else is asked about them. */
static gboolean
arrives_at_people (ScrutinyChain *chain)
{
  g_autoptr (ReasonGraph) graph = NULL;

  if (!chain || scrutiny_chain_get_n_statements (chain) == 0)
    return FALSE;
  graph = reason_graph_new (chain);

  return reason_graph_reaches_outcome (graph, 0);
}

/* Whether anybody said what to look at beside a statement of the chain. */
static gboolean
has_companion (ScrutinyChain *chain)
{
  g_auto (GStrv) ids = scrutiny_chain_dup_statements (chain);

  for (gsize i = 0; ids[i]; i++) {
    g_autoptr (GPtrArray) companions = scrutiny_chain_dup_companions (chain, ids[i]);

    if (companions->len > 0)
      return TRUE;
  }

  return FALSE;
}

static void
follow_reasons (Record *self, ScrutinyIndicator *indicator)
{
  ScrutinyChain *chain = scrutiny_indicator_get_chain (indicator);

  self->n_chains += chain != NULL;
  if (chain && scrutiny_chain_get_n_statements (chain) > 0)
    count (&self->companion, has_companion (chain));
  if (!arrives_at_people (chain) &&
      !g_hash_table_contains (self->outcome_figures, scrutiny_indicator_get_id (indicator)))
    g_ptr_array_add (self->astray,
                     printable_dup (scrutiny_indicator_get_title (indicator), MOST_SHOWN));
}

static void
look_at (Record *self, ScrutinyIndicator *indicator)
{
  g_autoptr (GPtrArray) targets = scrutiny_indicator_dup_targets (indicator);

  self->n++;
  follow_reasons (self, indicator);
  count (&self->purpose, has_text (scrutiny_indicator_get_purpose (indicator)));
  count (&self->use, scrutiny_indicator_get_used_by (indicator) != NULL);
  if (purpose_words_tell_time (indicator))
    count_clock (self, scrutiny_indicator_get_definition (indicator));
  if (targets->len > 0 || publishes_target (indicator))
    count (&self->origin, has_origin (targets));
}

/* “what the figure is for (all 46)”, “who set its target (31 of the 38 with a target)”; nothing of
 * what is recorded.
 */
static void
add (const Record *record,
     const Lack *lack,
     const char *what,
     const char *which,
     const char *wanted,
     GPtrArray *missing,
     GPtrArray *wants)
{
  if (lack->without == 0)
    return;
  if (record->n == 1)
    g_ptr_array_add (missing, g_strdup (what));
  else if (lack->without < lack->of)
    g_ptr_array_add (missing,
                     g_strdup_printf ("%s (%u of the %u%s)", what, lack->without, lack->of, which));
  else if (lack->of > 2)
    g_ptr_array_add (missing, g_strdup_printf ("%s (all %u%s)", what, lack->of, which));
  else
    g_ptr_array_add (
        missing, g_strdup_printf ("%s (%s%s)", what, lack->of == 2 ? "both" : "the one", which));
  g_ptr_array_add (wants, g_strdup (wanted));
}

static char *
dup_joined (GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("; ", (char **) texts->pdata);
}

static void
insert_counts (GVariantDict *facts, const Record *record)
{
  g_variant_dict_insert (facts, "figures", "x", (gint64) record->n);
  g_variant_dict_insert (facts, "without_purpose", "x", (gint64) record->purpose.without);
  g_variant_dict_insert (facts, "times", "x", (gint64) record->clock.of);
  g_variant_dict_insert (facts, "without_clock", "x", (gint64) record->clock.without);
  g_variant_dict_insert (facts, "without_use", "x", (gint64) record->use.without);
  g_variant_dict_insert (facts, "with_target", "x", (gint64) record->origin.of);
  g_variant_dict_insert (facts, "without_origin", "x", (gint64) record->origin.without);
  g_variant_dict_insert (facts, "with_reasons", "x", (gint64) record->companion.of);
  g_variant_dict_insert (facts, "without_companion", "x", (gint64) record->companion.without);
}

static void
ask_for_record (const Record *record, GPtrArray *findings)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) wants = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *missing_text = NULL, *wanted_text = NULL;
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  add (record, &record->purpose, "what the figure is for", "",
       "what it is for, in the words of those it is for", missing, wants);
  add (record, &record->clock, "what starts, stops and pauses its clock", " about time",
       "where it is about time, what happens for the person when its clock starts and stops, and "
       "what "
       "pauses it",
       missing, wants);
  add (record, &record->use, "whether those who do the work use it", "",
       "whether those who do the work use it, and who says so", missing, wants);
  add (record, &record->origin, "who set its target, and from what", " with a target",
       "who set its target, from what, and when", missing, wants);
  add (record, &record->companion, "what to look at beside it", " with reasons",
       "where it has reasons, what would move if the figure were met without the work being done",
       missing, wants);
  if (missing->len == 0)
    return;
  missing_text = dup_joined (missing);
  wanted_text = dup_joined (wants);
  insert_counts (&facts, record);
  g_variant_dict_insert (&facts, "missing", "s", missing_text);
  g_variant_dict_insert (&facts, "wanted", "s", wanted_text);
  finding_list_add (findings, NULL, "purpose.not-recorded", N_ ("Not recorded: {missing}."),
                    N_ ("Who can say what the record leaves out?"), N_ ("Of each: {wanted}"),
                    &facts);
}

static void
ask_for_whole (const Record *record, GPtrArray *findings)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (record->n_clocks == 0 || record->n_whole > 0)
    return;
  g_variant_dict_insert (&facts, "clocks", "x", (gint64) record->n_clocks);
  finding_list_add (findings, NULL, "purpose.end-to-end",
                    N_ ("No time that is recorded here runs from somebody’s first asking until "
                        "the matter is settled for them."),
                    N_ ("How long is it from the person’s first contact to the end, everything in "
                        "between included?"),
                    N_ ("The time from first contact to the end, of each case"), &facts);
}

/* “a”, “b” and 3 more. */
static char *
dup_named (const GPtrArray *titles)
{
  GString *named = g_string_new (NULL);

  for (guint i = 0; i < MIN (titles->len, MOST_NAMED); i++)
    g_string_append_printf (named, "%s“%s”", i ? ", " : "", (const char *) titles->pdata[i]);
  if (titles->len > MOST_NAMED)
    g_string_append_printf (named, " and %u more", titles->len - MOST_NAMED);

  return g_string_free (named, FALSE);
}

/* Where no reasons are recorded at all, each figure is asked for them; so is a figure alone. */
static void
ask_for_path (const Record *record, GPtrArray *findings)
{
  g_autofree char *named = dup_named (record->astray);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (record->n < 2 || record->n_chains == 0 || record->astray->len == 0)
    return;
  g_variant_dict_insert (&facts, "figures", "x", (gint64) record->n);
  g_variant_dict_insert (&facts, "astray", "x", (gint64) record->astray->len);
  g_variant_dict_insert (&facts, "named", "s", named);
  finding_list_add (
      findings, NULL, "purpose.path",
      record->astray->len < record->n
          ? N_ ("Of {astray} of the {figures} figures no reasons are recorded that arrive at "
                "people: "
                "{named}.")
          : N_ ("Of none of the {figures} figures are reasons recorded that arrive at people."),
      N_ ("Which of these would be asked for by those the service is there for?"),
      N_ ("Of each of these: the reasons from the figure to somebody’s life"), &facts);
}

void
purpose_record_ask (ScrutinyDossier *dossier, GPtrArray *findings)
{
  g_autoptr (GPtrArray) astray = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) outcome_figures = outcome_figures_new (dossier);
  Record record = { .astray = astray, .outcome_figures = outcome_figures };

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++)
    look_at (&record, scrutiny_dossier_get_indicator (dossier, i));
  ask_for_record (&record, findings);
  ask_for_whole (&record, findings);
  ask_for_path (&record, findings);
}
