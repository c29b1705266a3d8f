/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-cells.h"

#include <string.h>

#define FIRST_SLOTS 64

void
record_cells_init (RecordCells *self, guint64 secret)
{
  *self = (RecordCells){ .secret = secret | 1 };
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
}

void
record_cells_clear (RecordCells *self)
{
  g_free (self->text);
  g_free (self->starts);
  g_free (self->firsts);
  g_free (self->counts);
  g_free (self->hashes);
  g_free (self->slots);
  g_free (self->codes);
  *self = (RecordCells){ 0 };
}

const char *
record_cells_get (const RecordCells *self, guint32 code, gsize *length)
{
  const gsize end = code + 1 < self->n_texts ? self->starts[code + 1] : self->n_text;

  if (length)
    *length = end - self->starts[code] - 1;

  return self->text + self->starts[code];
}

gsize
record_cells_get_size (const RecordCells *self)
{
  return self->text_size +
         self->texts_size * (sizeof *self->starts + sizeof *self->firsts + sizeof *self->counts +
                             sizeof *self->hashes) +
         (self->n_slots + (gsize) self->rows_size) * sizeof *self->codes;
}

/* Eight bytes at a time, multiplied into 128 bits and folded. */
static guint32
hash_text (guint64 secret, const char *text, gsize length)
{
  guint64 hash = secret ^ length;

  while (length > 0) {
    const gsize n = MIN (length, sizeof hash);
    guint64 part = 0;

    memcpy (&part, text, n);
    const unsigned __int128 wide = (unsigned __int128) (hash ^ part) * 0x9E3779B97F4A7C15u;
    hash = (guint64) wide ^ (guint64) (wide >> 64) ^ secret;
    text += n;
    length -= n;
  }

  return (guint32) (hash ^ (hash >> 32));
}

static gboolean
is_text (const RecordCells *self, guint32 code, const char *text, gsize length)
{
  gsize n;
  const char *mine = record_cells_get (self, code, &n);

  return n == length && memcmp (mine, text, length) == 0;
}

static void
grow_slots (RecordCells *self)
{
  const guint32 n_slots = self->n_slots * 2;

  g_free (self->slots);
  self->slots = g_new0 (guint32, n_slots);
  self->n_slots = n_slots;
  for (guint32 code = 0; code < self->n_texts; code++) {
    guint32 i = self->hashes[code] & (n_slots - 1);

    while (self->slots[i] != 0)
      i = (i + 1) & (n_slots - 1);
    self->slots[i] = code + 1;
  }
}

static void
reserve_text (RecordCells *self, gsize length)
{
  if (self->text_size - self->n_text < length + 1) {
    self->text_size = MAX (self->text_size + self->text_size / 2, self->n_text + length + 64);
    self->text = g_realloc (self->text, self->text_size);
  }
  if (self->n_texts < self->texts_size)
    return;

  self->texts_size = MAX (16, self->texts_size + self->texts_size / 2);
  self->starts = g_renew (gsize, self->starts, self->texts_size);
  self->firsts = g_renew (guint32, self->firsts, self->texts_size);
  self->counts = g_renew (guint32, self->counts, self->texts_size);
  self->hashes = g_renew (guint32, self->hashes, self->texts_size);
}

static guint32
add_text (RecordCells *self, const char *text, gsize length, guint32 hash)
{
  const guint32 code = self->n_texts;

  reserve_text (self, length);
  self->starts[code] = self->n_text;
  self->firsts[code] = self->n_rows;
  self->counts[code] = 0;
  self->hashes[code] = hash;
  self->n_texts++;
  if (length > 0)
    memcpy (self->text + self->n_text, text, length);
  self->text[self->n_text + length] = '\0';
  self->n_text += length + 1;

  return code;
}

static guint32
find_or_add (RecordCells *self, const char *text, gsize length)
{
  const guint32 hash = hash_text (self->secret, text, length);
  guint32 i = hash & (self->n_slots - 1);

  for (; self->slots[i] != 0; i = (i + 1) & (self->n_slots - 1)) {
    const guint32 code = self->slots[i] - 1;

    if (self->hashes[code] == hash && is_text (self, code, text, length))
      return code;
  }
  self->slots[i] = self->n_texts + 1;
  add_text (self, text, length, hash);
  if (self->n_texts > self->n_slots / 2)
    grow_slots (self);

  return self->n_texts - 1;
}

void
record_cells_add_code (RecordCells *self, guint32 code)
{
  if (self->n_rows == self->rows_size) {
    self->rows_size = MAX (64, self->rows_size + self->rows_size / 2);
    self->codes = g_renew (guint32, self->codes, self->rows_size);
  }
  self->codes[self->n_rows++] = code;
  self->counts[code]++;
}

void
record_cells_add (RecordCells *self, const char *text, gsize length)
{
  const guint32 last = self->n_rows > 0 ? self->codes[self->n_rows - 1] : 0;

  if (self->n_rows > 0 && is_text (self, last, text, length))
    record_cells_add_code (self, last);
  else
    record_cells_add_code (self, find_or_add (self, text, length));
}
