/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/purpose.h"

#include "base/finding-list.h"
#include "challenge/purpose-method.h"
#include "challenge/purpose-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Words shorter than this say little of what a text is about. */
#define SHORTEST_WORD 4

/* Of the words of a purpose, so many that are the figure's too are most of them. */
#define MOST_SHARED 0.6
#define FEWEST_SHARED 2

/* What is done and counted. */
static const char *const doing[] = {
  "appraisals", "assessed",  "attended",    "carried",  "completed", "delivered",
  "held",       "inspected", "inspections", "issued",   "made",      "meetings",
  "processed",  "sent",      "trained",     "training", "visits",
};

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
ask (GPtrArray *findings,
     ScrutinyIndicator *indicator,
     const char *id,
     const char *statement,
     const char *question)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "purpose", "s", scrutiny_indicator_get_purpose (indicator));
  g_variant_dict_insert (&facts, "title", "s", scrutiny_indicator_get_title (indicator));
  finding_list_add (findings, NULL, id, statement, question, NULL, &facts);
}

static void
ask_about_purpose (ScrutinyIndicator *indicator, GPtrArray *findings)
{
  const char *purpose = scrutiny_indicator_get_purpose (indicator);
  g_auto (GStrv) words = purpose_words_dup (purpose);
  g_auto (GStrv) of_title = purpose_words_dup (scrutiny_indicator_get_title (indicator));

  if (holds_a_number (purpose, words))
    ask (findings, indicator, "purpose.number",
         N_ ("The purpose that is recorded holds a number or a target: {purpose:q}."),
         N_ ("What is the service there for, said without a figure?"));
  if (!purpose_words_name_people (words))
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

void
find_purpose (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  const char *purpose = scrutiny_indicator_get_purpose (indicator);
  g_autoptr (GPtrArray) asked = finding_list_new ();

  if (purpose && *purpose)
    ask_about_purpose (indicator, asked);
  purpose_method_ask (indicator, asked);
  purpose_figures_ask (indicator, asked);
  purpose_tail_ask (indicator, asked);
  g_list_store_splice (findings, g_list_model_get_n_items (G_LIST_MODEL (findings)), 0,
                       asked->pdata, asked->len);
}
