/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/pair-ids.h"

#define FIRST_SIZE 256 /* a power of two */

void
pair_ids_init (PairIds *self)
{
  *self = (PairIds){ g_new (guint64, FIRST_SIZE), g_new0 (guint32, FIRST_SIZE), FIRST_SIZE, 0 };
}

void
pair_ids_clear (PairIds *self)
{
  g_clear_pointer (&self->pairs, g_free);
  g_clear_pointer (&self->ids, g_free);
}

/* The pair's place, or the free one where it belongs. */
static gsize
find_place (const PairIds *self, guint64 pair)
{
  gsize place = (gsize) ((pair * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32) & (self->size - 1);

  while (self->ids[place] && self->pairs[place] != pair)
    place = (place + 1) & (self->size - 1);

  return place;
}

static void
grow (PairIds *self)
{
  PairIds larger = { g_new (guint64, 2 * self->size), g_new0 (guint32, 2 * self->size),
                     2 * self->size, self->n };

  for (gsize i = 0; i < self->size; i++) {
    gsize place;

    if (!self->ids[i])
      continue;
    place = find_place (&larger, self->pairs[i]);
    larger.pairs[place] = self->pairs[i];
    larger.ids[place] = self->ids[i];
  }
  pair_ids_clear (self);
  *self = larger;
}

guint32
pair_ids_get (PairIds *self, guint32 first, guint32 second)
{
  guint64 pair = (guint64) first << 32 | second;
  gsize place;

  if (2 * (gsize) self->n >= self->size)
    grow (self);
  place = find_place (self, pair);
  if (!self->ids[place]) {
    self->pairs[place] = pair;
    self->ids[place] = ++self->n;
  }

  return self->ids[place] - 1;
}
