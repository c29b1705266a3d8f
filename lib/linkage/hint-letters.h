/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  HINT_LANGUAGE_NONE, /* no word in letters that can be compared */
  HINT_LANGUAGE_ENGLISH,
  HINT_LANGUAGE_WELSH,
} HintLanguage;

/* Told by its short words; English if they do not tell. */
HintLanguage hint_language_of (const char *text);

/* Whether every letter is one that can be compared. */
gboolean hint_is_latin (const char *text);

/* How alike two texts are in their runs of four letters, from 0 to 1; NaN if one has none. */
double hint_letters_alike (const char *one, const char *other);

/* Letters and digits in lower case, words apart by one space. */
char *hint_normalise (const char *text);

G_END_DECLS
