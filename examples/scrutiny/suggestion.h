/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "command.h"

/* Where new lines might start, and the words that would draw them; nothing is applied. */
typedef struct {
  ScrutinyPhaseSuggestion *found;
  char *apply; /* a command line; NULL where there is nothing to apply */
} Suggestion;

/* FALSE after saying what was wrong.  @argv: the words that were given, the command first. */
gboolean suggestion_make (Suggestion *self,
                          Common *common,
                          ScrutinySeries *series,
                          const char *by,
                          char *const *argv);
void suggestion_clear (Suggestion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Suggestion, suggestion_clear)

void suggestion_append_text (const Suggestion *self, GString *out);
void suggestion_append_markdown (const Suggestion *self, GString *out);
char *suggestion_dup_csv (const Suggestion *self);

/* @json with "suggestion" as its last member. */
char *suggestion_add_to_json (const Suggestion *self, const char *json);
