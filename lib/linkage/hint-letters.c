/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/hint-letters.h"

#include <math.h>
#include <string.h>

#include "kernel/cosine.h"
#include "linkage/hint-lists.h"
#include "linkage/hint-words.h"

#define RUN 4

gboolean
hint_is_latin (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);

    if (g_unichar_isalpha (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_LATIN)
      return FALSE;
  }

  return TRUE;
}

/* What is kept stays; every run of anything else becomes one space. */
static char *
keep_only (char *text, gboolean (*is_kept) (char c))
{
  char *end = text;

  for (const char *at = text; *at; at++)
    if (is_kept (*at))
      *end++ = *at;
    else if (end > text && end[-1] != ' ')
      *end++ = ' ';
  if (end > text && end[-1] == ' ')
    end--;
  *end = '\0';

  return text;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c);
}

static gboolean
is_letter_or_digit (char c)
{
  return g_ascii_isalnum (c);
}

char *
hint_normalise (const char *text)
{
  return keep_only (hint_fold (text), is_letter_or_digit);
}

HintLanguage
hint_language_of (const char *text)
{
  g_autofree char *letters = keep_only (hint_fold (text), is_letter);
  g_auto (GStrv) words = g_strsplit (letters, " ", -1);
  gsize n_english = 0, n_welsh = 0;

  if (!*letters)
    return HINT_LANGUAGE_NONE;
  for (gsize i = 0; words[i]; i++) {
    n_english += g_strv_contains (hint_stop_words, words[i]);
    n_welsh += g_strv_contains (hint_welsh_words, words[i]);
  }

  return n_welsh > n_english ? HINT_LANGUAGE_WELSH : HINT_LANGUAGE_ENGLISH;
}

/* Counts of each run in the two texts, side by side. */
static void
count_runs (GHashTable *places, GArray *counts, const char *text, guint side)
{
  g_autofree char *letters = keep_only (hint_fold (text), is_letter);
  g_autofree char *framed = g_strconcat (" ", letters, " ", NULL);
  const gsize n = strlen (framed);

  for (gsize i = 0; i + RUN <= n; i++) {
    g_autofree char *run = g_strndup (framed + i, RUN);
    gsize place = GPOINTER_TO_SIZE (g_hash_table_lookup (places, run));

    if (place == 0) {
      const double none[2] = { 0, 0 };

      g_array_append_vals (counts, none, 2);
      place = counts->len / 2;
      g_hash_table_insert (places, g_steal_pointer (&run), GSIZE_TO_POINTER (place));
    }
    g_array_index (counts, double, 2 * (place - 1) + side)++;
  }
}

double
hint_letters_alike (const char *one, const char *other)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree double *first = NULL, *second = NULL;
  double cosine = NAN;
  gsize n;

  count_runs (places, counts, one, 0);
  count_runs (places, counts, other, 1);
  n = counts->len / 2;
  first = g_new (double, n);
  second = g_new (double, n);
  for (gsize i = 0; i < n; i++) {
    first[i] = g_array_index (counts, double, 2 * i);
    second[i] = g_array_index (counts, double, 2 * i + 1);
  }

  return kernel_cosine (n, first, second, &cosine) == KERNEL_OK ? cosine : NAN;
}
