/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/hint-pairs.h"

#include <math.h>
#include <string.h>

/* A text, ready to be compared. */
typedef struct {
  const char *text;
  char *plain;      /* normalised */
  GPtrArray *words; /* NULL without a reader */
} Said;

typedef struct {
  const HintTexts *texts;
  Said *said; /* of each statement */
  Said title, figure;
  gboolean *leads; /* shape (groups, groups): whether one is reached from another */
  gsize *rank;     /* of each group, nearest to the claim first */
} Comparison;

static void
free_hint (Hint *hint)
{
  g_strfreev (hint->shared);
  g_free (hint);
}

static Said
said_of (const HintTexts *texts, const char *text)
{
  const char *some = text ? text : "";

  return (Said){
    .text = some,
    .plain = hint_normalise (some),
    .words = texts->reader ? hint_reader_read (texts->reader, some) : NULL,
  };
}

static void
clear_said (Said *said)
{
  g_clear_pointer (&said->plain, g_free);
  g_clear_pointer (&said->words, g_ptr_array_unref);
}

static void
find_ways (Comparison *self)
{
  const ReasonGraph *graph = self->texts->graph;
  const gsize n = graph->n_groups;
  g_autofree gsize *parent = g_new (gsize, n);
  g_autofree gsize *order = g_new (gsize, n);

  self->leads = g_new0 (gboolean, n * n);
  self->rank = g_new0 (gsize, n);
  for (gsize i = 0; i < graph->n_reached; i++)
    self->rank[graph->order[i]] = i;
  for (gsize i = 0; i < n; i++) {
    const gsize n_led = kernel_graph_search (&graph->graph, i, parent, order);

    for (gsize k = 0; k < n_led; k++)
      self->leads[i * n + order[k]] = TRUE;
  }
}

static void
comparison_init (Comparison *self, const HintTexts *texts)
{
  const ReasonGraph *graph = texts->graph;

  self->texts = texts;
  self->title = said_of (texts, texts->title);
  self->figure = said_of (texts, texts->figure);
  self->said = g_new (Said, graph->n_statements);
  for (gsize i = 0; i < graph->n_statements; i++)
    self->said[i] = said_of (texts, scrutiny_chain_get_text (graph->chain, graph->ids[i]));
  find_ways (self);
}

static void
comparison_clear (Comparison *self)
{
  for (gsize i = 0; i < self->texts->graph->n_statements; i++)
    clear_said (&self->said[i]);
  clear_said (&self->title);
  clear_said (&self->figure);
  g_free (self->said);
  g_free (self->leads);
  g_free (self->rank);
}

/* Whether @earlier comes before @later in a line of reasons.  What was marked as the same is
 * no pair any more: neither is nearer. In a loop, what is nearer to the claim comes first.
 */
static gboolean
is_before (const Comparison *self, gsize earlier, gsize later)
{
  const ReasonGraph *graph = self->texts->graph;
  const gsize one = graph->group[earlier], other = graph->group[later], n = graph->n_groups;

  if (!self->leads[one * n + other])
    return FALSE;

  return !self->leads[other * n + one] || self->rank[one] < self->rank[other];
}

static gboolean
is_same (const Said *one, const Said *other)
{
  if (!*one->plain || !*other->plain)
    return FALSE;
  if (g_str_equal (one->plain, other->plain))
    return TRUE;

  return (one->words ? hint_words_overlap (one->words, other->words)
                     : hint_letters_alike (one->text, other->text)) >= HINT_SAME_WORDS;
}

static gboolean
says_the_same (const Comparison *self, gsize earlier, gsize later)
{
  return is_same (&self->said[earlier], &self->said[later]) ||
         (earlier == 0 && is_same (&self->title, &self->said[later]));
}

static gboolean
is_number (const Said *said)
{
  if (!*said->plain || !hint_is_latin (said->text))
    return FALSE;

  return said->words ? said->words->len == 0
                     : !said->plain[strcspn (said->plain, "abcdefghijklmnopqrstuvwxyz")];
}

/* Of the claim, all that is known of the figure counts. */
static double
share_of (const Comparison *self, gsize earlier, gsize later, GStrvBuilder *shared)
{
  const Said *before = earlier == 0 ? &self->figure : &self->said[earlier];
  const Said *said = &self->said[later];

  if (said->words)
    return hint_words_share (before->words, said->words, shared);

  return hint_letters_alike (before->text, said->text);
}

static Hint *
hint_new (HintKind kind, gsize earlier, gsize later, double share)
{
  Hint *hint = g_new0 (Hint, 1);

  *hint = (Hint){ .kind = kind, .earlier = earlier, .later = later, .share = share };

  return hint;
}

static Hint *
find_same (const Comparison *self, const gsize *order, gsize later)
{
  for (gsize k = 0; k < self->texts->graph->n_statements; k++)
    if (is_before (self, order[k], later) && says_the_same (self, order[k], later))
      return hint_new (HINT_SAME, order[k], later, 1);

  return NULL;
}

/* The statement that has most of @later, if it is enough; the nearest to the claim of several. */
static Hint *
find_repeated (const Comparison *self, const gsize *order, gsize later)
{
  const double least = self->texts->reader ? HINT_LEAST_SHARE : HINT_LEAST_ALIKE;
  g_autoptr (GStrvBuilder) shared = g_strv_builder_new ();
  double most = 0;
  gsize from = 0;
  Hint *hint;

  for (gsize k = 0; k < self->texts->graph->n_statements; k++) {
    const double share =
        is_before (self, order[k], later) ? share_of (self, order[k], later, NULL) : 0;

    if (share > most) {
      most = share;
      from = order[k];
    }
  }
  if (most < least)
    return NULL;

  hint = hint_new (HINT_REPEATS, from, later, most);
  share_of (self, from, later, shared);
  hint->shared = g_strv_builder_end (shared);

  return hint;
}

static Hint *
find_hint (const Comparison *self, const gsize *order, gsize later)
{
  Hint *same = find_same (self, order, later);

  if (same)
    return same;
  if (is_number (&self->said[later]))
    return hint_new (HINT_NUMBER, 0, later, NAN);

  return find_repeated (self, order, later);
}

static int
compare_rank (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Comparison *self = user_data;
  const gsize one = *(const gsize *) a, other = *(const gsize *) b;
  const gsize rank = self->rank[self->texts->graph->group[one]];
  const gsize other_rank = self->rank[self->texts->graph->group[other]];

  if (rank != other_rank)
    return rank < other_rank ? -1 : 1;

  return one < other ? -1 : one > other;
}

GPtrArray *
hint_pairs_find (const HintTexts *texts)
{
  const ReasonGraph *graph = texts->graph;
  GPtrArray *hints = g_ptr_array_new_with_free_func ((GDestroyNotify) free_hint);
  g_autofree gsize *order = g_new (gsize, graph->n_statements);
  Comparison comparison;

  comparison_init (&comparison, texts);
  for (gsize i = 0; i < graph->n_statements; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) graph->n_statements, sizeof *order, compare_rank, &comparison);
  for (gsize k = 0; k < graph->n_statements; k++) {
    const gsize group = graph->group[order[k]];
    Hint *hint = group > 0 && reason_graph_is_reached (graph, group)
                     ? find_hint (&comparison, order, order[k])
                     : NULL;

    if (hint)
      g_ptr_array_add (hints, hint);
  }
  comparison_clear (&comparison);

  return hints;
}
