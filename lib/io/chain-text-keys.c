/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/chain-text-keys.h"

#include <string.h>

#include "indicator/chain-details.h"
#include "indicator/chain-remarks.h"

static const char *const none[] = { NULL };
static const char *const number_names[] = { "lag", NULL };
static const char *const vocabulary_names[] = { "source", NULL };
static const char *const label_names[] = { "id", "text", NULL };
static const char *const same_names[] = { "marked_by", NULL };
static const char *const evidence_names[] = {
  "reference", "date", "kind", "bearing", "grade", NULL
};

const ChainTextBlock chain_text_blocks[CHAIN_TEXT_N_BLOCKS] = {
  [CHAIN_TEXT_CLAIM] = { "claim", "claim: NAME", "of the claim", NULL, none },
  [CHAIN_TEXT_STATEMENT] = { "statement", "statement NAME [KIND]: TEXT", "of a statement",
                             "statements", statement_detail_names },
  [CHAIN_TEXT_REASON] = { "reason", "reason NAME because NAME", "of a reason", "reasons",
                          reason_detail_names },
  [CHAIN_TEXT_SAME] = { "same", "same NAME as NAME", "of a mark", "same_as", same_names },
  [CHAIN_TEXT_VOCABULARY] = { "vocabulary", "vocabulary NAME: TITLE", "of a vocabulary",
                              "vocabularies", vocabulary_names },
};

static const ChainTextList lists[] = {
  { CHAIN_TEXT_REASON, "evidence", "evidence", "reference", evidence_names },
  { CHAIN_TEXT_STATEMENT, "label", "labels", NULL, none },
  { CHAIN_TEXT_VOCABULARY, "label", "labels", "id", label_names },
};

#define N_LISTS (N_REMARKS + G_N_ELEMENTS (lists))

/* What people say of a statement, and the rest. */
static ChainTextList
get_list (gsize index)
{
  const ChainRemarkNames *names = index < N_REMARKS ? &chain_remark_names[index] : NULL;

  if (!names)
    return lists[index - N_REMARKS];

  return (ChainTextList){ CHAIN_TEXT_STATEMENT, names->name, names->key, names->texts[0],
                          names->texts };
}

const ChainTextBlock *
chain_text_find_block (const char *word, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chain_text_blocks); i++)
    if (strlen (chain_text_blocks[i].word) == length &&
        strncmp (chain_text_blocks[i].word, word, length) == 0)
      return &chain_text_blocks[i];

  return NULL;
}

static gboolean
is_of (const ChainTextList *list, const ChainTextBlock *block)
{
  return block == &chain_text_blocks[list->block];
}

static gboolean
has_number (const ChainTextBlock *block, const char *key)
{
  return block == &chain_text_blocks[CHAIN_TEXT_REASON] && g_strv_contains (number_names, key);
}

ChainTextKey
chain_text_find_key (const ChainTextBlock *block,
                     const ChainTextList *list,
                     const char *key,
                     ChainTextList *found)
{
  if (list)
    return g_strv_contains (list->texts, key) ? CHAIN_TEXT_TEXT : CHAIN_TEXT_NO_KEY;

  for (gsize i = 0; i < N_LISTS; i++) {
    const ChainTextList one = get_list (i);

    if (is_of (&one, block) && g_str_equal (one.word, key)) {
      *found = one;
      return CHAIN_TEXT_ENTRY;
    }
  }
  if (has_number (block, key))
    return CHAIN_TEXT_NUMBER;

  return g_strv_contains (block->texts, key) ? CHAIN_TEXT_TEXT : CHAIN_TEXT_NO_KEY;
}

gboolean
chain_text_find_list (const ChainTextBlock *block, const char *list, ChainTextList *found)
{
  for (gsize i = 0; i < N_LISTS; i++) {
    *found = get_list (i);
    if (is_of (found, block) && g_str_equal (found->list, list))
      return TRUE;
  }

  return FALSE;
}

char *
chain_text_dup_keys (const ChainTextBlock *block, const ChainTextList *list)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *const *texts = list ? list->texts : block->texts;

  for (gsize i = 0; texts[i]; i++)
    if (!list || !g_str_equal (texts[i], list->first))
      g_string_append_printf (out, "%s%s", out->len ? ", " : "", texts[i]);
  if (!list && block == &chain_text_blocks[CHAIN_TEXT_REASON])
    g_string_append_printf (out, ", %s", number_names[0]);
  for (gsize i = 0; !list && i < N_LISTS; i++) {
    const ChainTextList one = get_list (i);

    if (is_of (&one, block))
      g_string_append_printf (out, "%s%s", out->len ? ", " : "", one.word);
  }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
