/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/wording.h"

#include <string.h>

#define OPEN_QUOTE "\u201C"
#define CLOSE_QUOTE "\u201D"

/* A star stands for any ending; a space for spaces or a hyphen. */
static const char *const judgements[] = {
  "better",         "best",          "worse",
  "worst",          "worsen*",       "improv*",
  "deteriorat*",    "good",          "bad",
  "badly",          "poor",          "poorer",
  "poorest",        "poorly",        "concern*",
  "fail",           "fails",         "failed",
  "failing*",       "failure*",      "success*",
  "succeed*",       "on track",      "off track",
  "special cause*", "common cause*", "traffic light*",
  "caused",         "causing",       "gaming",
  "gamed",          "fiddle",        "fiddled",
  "fiddles",        "fiddling",      "sigma",
  "sigmas",         "p value*",      "null hypothes*",
};

static const char *const colours[] = {
  "red", "reds", "amber", "ambers", "green", "greens",
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
match_any (const char *at, const char *const *patterns, gsize n_patterns)
{
  const char first = g_ascii_tolower (*at);

  for (gsize i = 0; i < n_patterns; i++) {
    const char *end = patterns[i][0] == first ? match (at, patterns[i]) : NULL;

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

    end = match_any (at, the_question, G_N_ELEMENTS (the_question));
    if (end) {
      at = g_utf8_prev_char (end);
      continue;
    }

    end = match_any (at, judgements, G_N_ELEMENTS (judgements));
    if (!end) {
      end = match_any (at, colours, G_N_ELEMENTS (colours));
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
