/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/reason-map.h"

static void
box_free (gpointer data)
{
  ReasonBox *box = data;

  g_ptr_array_unref (box->statements);
  g_ptr_array_unref (box->arrows);
  g_ptr_array_unref (box->own);
  g_free (box);
}

static void
arrow_free (gpointer data)
{
  ReasonArrow *arrow = data;

  g_ptr_array_unref (arrow->reasons);
  g_ptr_array_unref (arrow->notes);
  g_free (arrow);
}

/* Puts @statement and all that it was marked the same as, one by one, into a new box. */
static void
add_box (ReasonMap *self, GHashTable *places, ChainStatement *statement)
{
  ReasonBox *box = g_new0 (ReasonBox, 1);
  const gpointer place = GUINT_TO_POINTER (self->boxes->len);

  box->statements = g_ptr_array_new ();
  box->arrows = g_ptr_array_new ();
  box->own = g_ptr_array_new ();
  g_ptr_array_add (self->boxes, box);
  g_ptr_array_add (box->statements, statement);
  g_hash_table_insert (places, statement, place);
  for (guint i = 0; i < box->statements->len; i++) {
    const ChainStatement *one = box->statements->pdata[i];

    for (guint k = 0; k < one->sames->len; k++) {
      const ChainSame *same = one->sames->pdata[k];
      ChainStatement *other = same->one == one ? same->other : same->one;

      if (g_hash_table_insert (places, other, place))
        g_ptr_array_add (box->statements, other);
    }
  }
}

/* The claim's first, then the others as they were stated. */
static void
add_boxes (ReasonMap *self, GHashTable *places)
{
  const char *claim = scrutiny_chain_get_claim (self->chain);

  if (claim)
    add_box (self, places, scrutiny_chain_find_statement (self->chain, claim));
  for (guint i = 0; i < self->chain->statements->len; i++)
    if (!g_hash_table_contains (places, self->chain->statements->pdata[i]))
      add_box (self, places, self->chain->statements->pdata[i]);
}

static guint
pair_hash (gconstpointer data)
{
  const ReasonArrow *arrow = data;

  return arrow->from * 31 + arrow->to;
}

static gboolean
pair_equal (gconstpointer one, gconstpointer other)
{
  const ReasonArrow *a = one, *b = other;

  return a->from == b->from && a->to == b->to;
}

static ReasonArrow *
find_or_add_arrow (ReasonMap *self, GHashTable *by_pair, guint from, guint to)
{
  const ReasonArrow key = { .from = from, .to = to };
  ReasonBox *box = self->boxes->pdata[from];
  ReasonArrow *arrow = g_hash_table_lookup (by_pair, &key);

  if (arrow)
    return arrow;

  arrow = g_new0 (ReasonArrow, 1);
  arrow->from = from;
  arrow->to = to;
  arrow->reasons = g_ptr_array_new ();
  arrow->notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->arrows, arrow);
  g_ptr_array_add (box->arrows, arrow);
  g_hash_table_add (by_pair, arrow);
  ((ReasonBox *) self->boxes->pdata[to])->is_led_to = TRUE;

  return arrow;
}

static void
add_reason (ReasonMap *self, GHashTable *places, GHashTable *by_pair, ChainReason *reason)
{
  ReasonArrow *arrow;
  const guint from = GPOINTER_TO_UINT (g_hash_table_lookup (places, reason->statement));
  const guint to = GPOINTER_TO_UINT (g_hash_table_lookup (places, reason->reason));

  if (from == to) {
    g_ptr_array_add (((ReasonBox *) self->boxes->pdata[from])->own, reason);
    return;
  }
  arrow = find_or_add_arrow (self, by_pair, from, to);
  g_ptr_array_add (arrow->reasons, reason);
  g_hash_table_insert (self->by_reason, reason, arrow);
}

gboolean
reason_map_is_confirmed (const ChainStatement *statement)
{
  const char *by = statement->details[STATEMENT_CONFIRMED_BY];

  return by && *by;
}

static guint
count_confirmed (const ScrutinyChain *chain)
{
  guint n = 0;

  for (guint i = 0; i < chain->statements->len; i++)
    n += reason_map_is_confirmed (chain->statements->pdata[i]) ? 1 : 0;

  return n;
}

ReasonMap *
reason_map_new (ScrutinyChain *chain)
{
  ReasonMap *self = g_new0 (ReasonMap, 1);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_pair = g_hash_table_new (pair_hash, pair_equal);

  self->by_reason = g_hash_table_new (NULL, NULL);
  self->chain = g_object_ref (chain);
  self->n_confirmed = count_confirmed (chain);
  self->boxes = g_ptr_array_new_with_free_func (box_free);
  self->arrows = g_ptr_array_new_with_free_func (arrow_free);
  add_boxes (self, places);
  for (guint i = 0; i < chain->reasons->len; i++)
    add_reason (self, places, by_pair, chain->reasons->pdata[i]);

  return self;
}

void
reason_map_free (ReasonMap *self)
{
  g_hash_table_unref (self->by_reason);
  g_ptr_array_unref (self->arrows);
  g_ptr_array_unref (self->boxes);
  g_object_unref (self->chain);
  g_free (self);
}

ReasonArrow *
reason_map_find_arrow (const ReasonMap *self, const char *id, const char *reason_id)
{
  const ChainReason *reason = scrutiny_chain_find_reason (self->chain, id, reason_id);

  return reason ? g_hash_table_lookup (self->by_reason, reason) : NULL;
}

const ReasonBox *
reason_map_box (const ReasonMap *self, guint index)
{
  return self->boxes->pdata[index];
}
