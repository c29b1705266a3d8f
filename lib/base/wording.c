/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/wording.h"

#include <string.h>

#define OPEN_QUOTE "\u201C"
#define CLOSE_QUOTE "\u201D"

#define N_LETTERS 26
#define MOST_A_LETTER 10 /* and a NULL */

/* By their first letters.  A star stands for any ending; a space for spaces or a hyphen. */
static const char *const judgements[N_LETTERS][MOST_A_LETTER] = {
  ['b' - 'a'] = { "better", "best", "bad", "badly" },
  ['c' - 'a'] = { "concern*", "common cause*", "caused", "causing" },
  ['d' - 'a'] = { "deteriorat*" },
  ['f' - 'a'] = { "fail", "fails", "failed", "failing*", "failure*", "fiddle", "fiddled", "fiddles",
                  "fiddling" },
  ['g' - 'a'] = { "good", "gaming", "gamed" },
  ['i' - 'a'] = { "improv*" },
  ['n' - 'a'] = { "null hypothes*" },
  ['o' - 'a'] = { "on track", "off track" },
  ['p' - 'a'] = { "poor", "poorer", "poorest", "poorly", "p value*" },
  ['s' - 'a'] = { "success*", "succeed*", "special cause*", "sigma", "sigmas" },
  ['t' - 'a'] = { "traffic light*" },
  ['w' - 'a'] = { "worse", "worst", "worsen*" },
};

static const char *const colours[N_LETTERS][MOST_A_LETTER] = {
  ['a' - 'a'] = { "amber", "ambers" },
  ['g' - 'a'] = { "green", "greens" },
  ['r' - 'a'] = { "red", "reds" },
};

/* With either apostrophe. */
static const char *const the_question[] = {
  "that's good for the public because",
  "that\u2019s good for the public because",
};

static gboolean
is_word_char (const char *at)
{
  return (guchar) *at < 0x80 ? *at == '_' || g_ascii_isalnum (*at)
                             : g_unichar_isalnum (g_utf8_get_char (at));
}

static gboolean
starts_word (const char *text, const char *at)
{
  return is_word_char (at) && (at == text || !is_word_char (g_utf8_prev_char (at)));
}

static const char *
skip_word (const char *at)
{
  while (*at && is_word_char (at))
    at = g_utf8_next_char (at);

  return at;
}

static const char *
skip_joint (const char *at)
{
  while (*at && (*at == '-' || g_unichar_isspace (g_utf8_get_char (at)) ||
                 g_utf8_get_char (at) == 0x2010 || g_utf8_get_char (at) == 0x2011))
    at = g_utf8_next_char (at);

  return at;
}

/* Where @pattern, found at @at, ends; NULL if it is not there. */
static const char *
match (const char *at, const char *pattern)
{
  for (; *pattern && *pattern != '*'; pattern++) {
    if (*pattern == ' ') {
      const char *next = skip_joint (at);

      if (next == at)
        return NULL;
      at = next;
    } else if (g_ascii_tolower (*at++) != *pattern) {
      return NULL;
    }
  }

  if (*pattern == '*')
    return skip_word (at);

  return *at && is_word_char (at) ? NULL : at;
}

static const char *
match_any (const char *at, const char *const (*patterns)[MOST_A_LETTER])
{
  const guint letter = (guint) g_ascii_tolower (*at) - 'a';

  if (letter >= N_LETTERS)
    return NULL;
  for (const char *const *pattern = patterns[letter]; *pattern; pattern++) {
    const char *end = match (at, *pattern);

    if (end)
      return end;
  }

  return NULL;
}

static const char *
match_the_question (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (the_question); i++) {
    const char *end = match (at, the_question[i]);

    if (end)
      return end;
  }

  return NULL;
}

/* A quotation that is opened and never closed is none. */
static gboolean
is_quoted (const char *text, const char *at)
{
  const char *open = g_strrstr_len (text, at - text, OPEN_QUOTE);
  const char *close = g_strrstr_len (text, at - text, CLOSE_QUOTE);

  return open && (!close || close < open) && strstr (at, CLOSE_QUOTE);
}

const char *
wording_find_banned (const char *text, gsize *length)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    const char *end;

    if (!starts_word (text, at))
      continue;

    end = match_the_question (at);
    if (end) {
      at = g_utf8_prev_char (end);
      continue;
    }

    end = match_any (at, judgements);
    if (!end) {
      end = match_any (at, colours);
      if (end && is_quoted (text, at))
        end = NULL;
    }
    if (end) {
      if (length)
        *length = (gsize) (end - at);
      return at;
    }
  }

  return NULL;
}
