/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/hint-words.h"

#include <math.h>
#include <string.h>

#include "kernel/containment.h"
#include "linkage/hint-lists.h"

#ifdef SCRUTINY_HAVE_WORDS
#include <libstemmer.h>
#endif

#define SHORTEST_WORD 2
#define LETTERS "abcdefghijklmnopqrstuvwxyz"

struct _HintReader {
  struct sb_stemmer *stemmer;
  GHashTable *stops, *reports, *people; /* sets: of words, of stems, of stems */
};

static void
free_word (HintWord *word)
{
  g_free (word->written);
  g_free (word->stem);
  g_free (word);
}

#ifdef SCRUTINY_HAVE_WORDS

static char *
stem_of (HintReader *self, const char *word)
{
  const sb_symbol *stem =
      sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, (int) strlen (word));

  return g_strdup (stem ? (const char *) stem : word);
}

static GHashTable *
set_of_stems (HintReader *self, const char *const *words)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; words[i]; i++)
    g_hash_table_add (set, stem_of (self, words[i]));

  return set;
}

HintReader *
hint_reader_new (void)
{
  HintReader *self = g_new0 (HintReader, 1);

  self->stemmer = sb_stemmer_new ("english", NULL);
  self->stops = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; hint_stop_words[i]; i++)
    g_hash_table_add (self->stops, (char *) hint_stop_words[i]);
  self->reports = set_of_stems (self, hint_report_words);
  self->people = set_of_stems (self, hint_people_words);

  return self;
}

void
hint_reader_free (HintReader *self)
{
  g_clear_pointer (&self->stops, g_hash_table_unref);
  g_clear_pointer (&self->reports, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  sb_stemmer_delete (self->stemmer);
  g_free (self);
}

#else

static char *
stem_of (HintReader *self, const char *word)
{
  return g_strdup (word);
}

HintReader *
hint_reader_new (void)
{
  return NULL;
}

void
hint_reader_free (HintReader *self)
{
  g_free (self);
}

#endif

static HintWord *
find_stem (GPtrArray *words, const char *stem)
{
  for (guint i = 0; i < words->len; i++) {
    HintWord *word = words->pdata[i];

    if (g_str_equal (word->stem, stem))
      return word;
  }

  return NULL;
}

/* The stem of a word with content that @words does not have yet; NULL otherwise. */
static char *
dup_new_stem (HintReader *self, GPtrArray *words, const char *written)
{
  g_autofree char *stem = NULL;

  if (strlen (written) < SHORTEST_WORD || g_hash_table_contains (self->stops, written))
    return NULL;

  stem = stem_of (self, written);
  if (g_hash_table_contains (self->reports, stem) || find_stem (words, stem))
    return NULL;

  return g_steal_pointer (&stem);
}

static void
add_word (HintReader *self, GPtrArray *words, const char *start, gsize n)
{
  g_autofree char *written = g_strndup (start, n);
  g_autofree char *stem = dup_new_stem (self, words, written);
  HintWord *word;

  if (!stem)
    return;

  word = g_new0 (HintWord, 1);
  word->entry = word_table_find (stem);
  word->is_people = g_hash_table_contains (self->people, stem);
  word->written = g_steal_pointer (&written);
  word->stem = g_steal_pointer (&stem);
  g_ptr_array_add (words, word);
}

char *
hint_fold (const char *text)
{
  g_autofree char *plain = g_str_to_ascii (text, "en");

  return g_ascii_strdown (plain, -1);
}

GPtrArray *
hint_reader_read (HintReader *self, const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) free_word);
  g_autofree char *folded = hint_fold (text);
  const char *at = folded;

  while (*(at += strcspn (at, LETTERS))) {
    const gsize n = strspn (at, LETTERS);

    add_word (self, words, at, n);
    at += n;
  }

  return words;
}

/* The word of @words that says what @word says: the same one, or else one of its meaning. */
static const HintWord *
find_met (GPtrArray *words, const HintWord *word)
{
  const HintWord *same = find_stem (words, word->stem);

  for (guint i = 0; !same && i < words->len; i++) {
    const HintWord *other = words->pdata[i];

    if (word_entry_has_other (&word->entry, other->stem))
      return other;
  }

  return same;
}

static void
add_shared (GStrvBuilder *shared, const HintWord *word, const HintWord *met)
{
  g_autofree char *said = g_str_equal (word->stem, met->stem)
                              ? g_strdup_printf ("“%s”", word->written)
                              : g_strdup_printf ("“%s” (“%s”)", word->written, met->written);

  g_strv_builder_add (shared, said);
}

double
hint_words_share (GPtrArray *earlier, GPtrArray *later, GStrvBuilder *shared)
{
  g_autofree double *weights = g_new (double, later->len);
  g_autofree double *matches = g_new (double, later->len);
  double share = NAN;
  gsize n = 0;

  for (guint i = 0; i < later->len; i++) {
    const HintWord *word = later->pdata[i];
    const HintWord *met = word->is_people ? NULL : find_met (earlier, word);

    if (word->is_people)
      continue;
    weights[n] = word->entry.weight;
    matches[n++] = !met ? 0 : g_str_equal (word->stem, met->stem) ? 1 : HINT_SAME_MEANING;
    if (met && shared)
      add_shared (shared, word, met);
  }

  return kernel_containment (n, weights, matches, &share) == KERNEL_OK ? share : NAN;
}

double
hint_words_overlap (GPtrArray *one, GPtrArray *other)
{
  gsize n_both = 0, n_either;

  for (guint i = 0; i < one->len; i++)
    n_both += find_stem (other, ((const HintWord *) one->pdata[i])->stem) != NULL;
  n_either = one->len + other->len - n_both;

  return n_either > 0 ? (double) n_both / (double) n_either : NAN;
}
