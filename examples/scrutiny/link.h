/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "command.h"

/* What the command line says of a figure and an outcome.
 *
 * @indicators, @outcomes: NULL for all
 * @key: the column of places, where a table of several is read; @region, @contrast and those of
 *   counts, draws and seed are of such a table only
 */
typedef struct {
  char **indicators, **outcomes, *expected, *because;
  int max_lag;
  char **events;
  char *key, *period, *region, *indicator_of, *outcome_of;
  int lag;
  double contrast;
  gint64 draws, seed;
  ScrutinyDirection way;
} LinkWords;

void link_words_clear (LinkWords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LinkWords, link_words_clear)

/* The words that are of a table of places. */
const GOptionEntry *link_places_entries (LinkWords *self, GOptionEntry entries[12]);

/* A word that was said and means nothing without --key, or with it; NULL where there is none. */
const char *link_places_find_stray (const LinkWords *self);

/* Looks at a table of places and prints what it says. */
int link_places (Common *common, const LinkWords *words);

/* Whether one figure is named and one outcome. */
gboolean link_words_name_two (const LinkWords *self);

/* What a result says, with what to ask. */
char *link_dup_text (ScrutinyResult *result);
