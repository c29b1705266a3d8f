/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The blocks of a graph written as text, by the word each begins with. */
enum {
  CHAIN_TEXT_CLAIM,
  CHAIN_TEXT_STATEMENT,
  CHAIN_TEXT_REASON,
  CHAIN_TEXT_SAME,
  CHAIN_TEXT_VOCABULARY,
  CHAIN_TEXT_N_BLOCKS,
};

typedef struct {
  const char *word;
  const char *written;      /* how its line is written, for messages */
  const char *of;           /* “of a statement”, for messages */
  const char *key;          /* the list it stands in as JSON; NULL: in none */
  const char *const *texts; /* what is recorded of it; NULL ends it */
} ChainTextBlock;

/* What may be recorded several times of a block, each with members of its own. */
typedef struct {
  guint block;
  const char *word;  /* each begins with it */
  const char *list;  /* as JSON */
  const char *first; /* the member that stands beside the word; NULL: each is that text alone */
  const char *const *texts; /* all of them, @first among them; NULL ends it */
} ChainTextList;

typedef enum {
  CHAIN_TEXT_NO_KEY,
  CHAIN_TEXT_TEXT,
  CHAIN_TEXT_NUMBER,
  CHAIN_TEXT_ENTRY,
} ChainTextKey;

extern const ChainTextBlock chain_text_blocks[CHAIN_TEXT_N_BLOCKS];

/* NULL if no block begins with it. */
const ChainTextBlock *chain_text_find_block (const char *word, gsize length);

/* What @key is of a block, or of an item of @list; an entry sets @found to its list. */
ChainTextKey chain_text_find_key (const ChainTextBlock *block,
                                  const ChainTextList *list,
                                  const char *key,
                                  ChainTextList *found);

/* Which list of a block has this name as JSON; FALSE if none has. */
gboolean chain_text_find_list (const ChainTextBlock *block, const char *list, ChainTextList *found);

/* The keys there are, for a message. */
char *chain_text_dup_keys (const ChainTextBlock *block, const ChainTextList *list);

G_END_DECLS
