/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "linkage/word-table.h"

G_BEGIN_DECLS

/* A word that shares a meaning is met this far. */
#define HINT_SAME_MEANING 0.8

/* A word with content, once for each stem of a text. */
typedef struct {
  char *written; /* in lower case, as it stands first in the text */
  char *stem;
  WordEntry entry;
  gboolean is_people;
} HintWord;

/* Reads English texts. */
typedef struct _HintReader HintReader;

/* NULL in a build that knows no stems. */
HintReader *hint_reader_new (void);
void hint_reader_free (HintReader *self);

/* (element-type HintWord), in the order of the text, without stop words and words of reports. */
GPtrArray *hint_reader_read (HintReader *self, const char *text);

/* The share of the weight of @later that @earlier has already; NaN where no word of @later has
 * one.  Words that are met are put into @shared, if any: “finished” (“completed”) where another
 * word says it there.
 */
double hint_words_share (GPtrArray *earlier, GPtrArray *later, GStrvBuilder *shared);

/* Words that both have, of those that either has; NaN where neither has any. */
double hint_words_overlap (GPtrArray *one, GPtrArray *other);

/* @text in lower-case ASCII, as far as that goes. */
char *hint_fold (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HintReader, hint_reader_free)

G_END_DECLS
