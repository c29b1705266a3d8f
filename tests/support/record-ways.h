/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "support/random-record.h"

/* Looks for all ways from the claim of a record to people, each to the first that it meets. */
typedef struct {
  const Record *record;
  gboolean is_shut[RECORD_MOST][RECORD_MOST]; /* steps */
  gboolean is_left_out[RECORD_MOST];          /* classes */
  guint ways[1024]; /* the classes on each, as bits, the claim and people left out */
  guint n_ways;
} Search;

static inline void
go_on (Search *self, guint class, guint visited, guint met)
{
  for (guint next = 0; next < self->record->n; next++) {
    if (!self->record->is_step[class][next] || self->is_shut[class][next] ||
        self->is_left_out[next] || (visited & (1u << next)))
      continue;
    if (is_for_people (self->record, next))
      self->ways[self->n_ways++] = met;
    else
      go_on (self, next, visited | (1u << next), met | (1u << next));
  }
}

/* A claim that is about people needs no way to them. */
static inline guint
count_ways (Search *self)
{
  self->n_ways = 0;
  if (!is_for_people (self->record, 0))
    go_on (self, 0, 1, 0);

  return self->n_ways;
}

/* The most of the ways from @first on that meet nothing in @met and nothing in common.  Ways that
 * meet nothing at all go straight to different people.
 */
static inline guint
most_apart (const Search *self, guint first, guint met)
{
  guint most = 0;

  for (guint i = first; i < self->n_ways; i++)
    if ((self->ways[i] & met) == 0)
      most = MAX (most, 1 + most_apart (self, i + 1, met | self->ways[i]));

  return most;
}

static inline void
shut_steps_of (Search *self, guint source)
{
  for (guint a = 0; a < self->record->n; a++)
    for (guint b = 0; b < self->record->n; b++)
      self->is_shut[a][b] = (self->record->items[a][b] & (1u << source)) != 0;
}

static inline void
shut_bare_steps (Search *self)
{
  for (guint a = 0; a < self->record->n; a++)
    for (guint b = 0; b < self->record->n; b++)
      self->is_shut[a][b] = self->record->items[a][b] == 0;
}

static inline gboolean
leads_without_step (const Record *record, guint a, guint b)
{
  Search search = { .record = record };

  search.is_shut[a][b] = TRUE;

  return count_ways (&search) > 0;
}
