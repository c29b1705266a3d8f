/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/purpose.h"

#include <scrutiny/finding.h>

#include <glib/gi18n.h>
#include <string.h>

/* Words shorter than this say little of what a text is about. */
#define SHORTEST_WORD 4

/* Of the words of a purpose, so many that are the figure's too are most of them. */
#define MOST_SHARED 0.6
#define FEWEST_SHARED 2

/* How words that name a kind of people begin. */
static const char *const people[] = {
  "adult",  "anybod", "anyon",  "baby",    "babi",    "boy",    "carer",  "child",   "citizen",
  "cyclis", "driver", "elder",  "everyb",  "everyon", "famil",  "girl",   "homel",   "househ",
  "learne", "marri",  "men",    "mother",  "neighb",  "nobody", "parent", "passeng", "patient",
  "pedest", "people", "person", "public",  "pupil",   "reside", "rider",  "somebod", "someon",
  "studen", "tenant", "victim", "visitor", "who",     "women",  "worker", "young",
};

/* What is done and counted. */
static const char *const doing[] = {
  "appraisals", "assessed",  "attended",    "carried",  "completed", "delivered",
  "held",       "inspected", "inspections", "issued",   "made",      "meetings",
  "processed",  "sent",      "trained",     "training", "visits",
};

/* Words in lower case, without what is not a letter or a digit. */
static char **
dup_words (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  GString *word = g_string_new (NULL);

  for (const char *at = lower;; at = g_utf8_next_char (at)) {
    const gunichar character = g_utf8_get_char (at);

    if (character && g_unichar_isalnum (character)) {
      g_string_append_unichar (word, character);
      continue;
    }
    if (word->len > 0)
      g_strv_builder_add (words, word->str);
    g_string_set_size (word, 0);
    if (!character)
      break;
  }
  g_string_free (word, TRUE);

  return g_strv_builder_end (words);
}

static gboolean
begins_with_any (const char *word, const char *const *starts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix (word, starts[i]))
      return TRUE;

  return FALSE;
}

static gboolean
names_people (char **words)
{
  for (gsize i = 0; words[i]; i++)
    if (begins_with_any (words[i], people, G_N_ELEMENTS (people)))
      return TRUE;

  return FALSE;
}

static gboolean
holds_a_number (const char *purpose, char **words)
{
  for (const char *at = purpose; *at; at = g_utf8_next_char (at))
    if (g_unichar_isdigit (g_utf8_get_char (at)) || *at == '%')
      return TRUE;

  return g_strv_contains ((const char *const *) words, "target") ||
         g_strv_contains ((const char *const *) words, "targets");
}

static gboolean
counts_what_is_done (char **title)
{
  const gboolean counts =
      title[0] && title[1] && g_str_equal (title[0], "number") && g_str_equal (title[1], "of");

  for (gsize i = 2; counts && title[i]; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (doing); k++)
      if (g_str_equal (title[i], doing[k]))
        return TRUE;

  return FALSE;
}

static gboolean
shares_most_words (char **purpose, char **title)
{
  gsize n = 0, n_shared = 0;

  for (gsize i = 0; purpose[i]; i++) {
    if (g_utf8_strlen (purpose[i], -1) < SHORTEST_WORD)
      continue;
    n++;
    n_shared += g_strv_contains ((const char *const *) title, purpose[i]) != 0;
  }

  return n_shared >= FEWEST_SHARED && (double) n_shared >= MOST_SHARED * (double) n;
}

static void
ask (GListStore *findings,
     ScrutinyIndicator *indicator,
     const char *id,
     const char *statement,
     const char *question)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (ScrutinyFinding) finding = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_dict_insert (&facts, "purpose", "s", scrutiny_indicator_get_purpose (indicator));
  g_variant_dict_insert (&facts, "title", "s", scrutiny_indicator_get_title (indicator));
  finding = scrutiny_finding_new (id, statement, question, g_variant_dict_end (&facts), &error);
  if (!finding) {
    g_critical ("%s", error->message);
    return;
  }
  g_list_store_append (findings, finding);
}

void
find_purpose (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  const char *purpose = scrutiny_indicator_get_purpose (indicator);
  const char *title = scrutiny_indicator_get_title (indicator);

  if (!purpose || !*purpose)
    return;

  g_auto (GStrv) words = dup_words (purpose);
  g_auto (GStrv) of_title = dup_words (title ? title : "");
  if (holds_a_number (purpose, words))
    ask (findings, indicator, "purpose.number",
         N_ ("The purpose that is recorded holds a number or a target: {purpose:q}."),
         N_ ("What is the service there for, said without a figure?"));
  if (!names_people (words))
    ask (findings, indicator, "purpose.nobody",
         N_ ("The purpose that is recorded names nobody: {purpose:q}."),
         N_ ("Who is it for, and what do they come for?"));
  if (shares_most_words (words, of_title))
    ask (findings, indicator, "purpose.restates",
         N_ ("The purpose and the figure share most of their words: {purpose:q} and {title:q}."),
         N_ ("Is this the same statement, and if it is, what is the figure for?"));
  if (counts_what_is_done (of_title))
    ask (findings, indicator, "purpose.activity",
         N_ ("The figure counts what was done: {title:q}."),
         N_ ("What came of it for those it was done for, and what would show that?"));
}
