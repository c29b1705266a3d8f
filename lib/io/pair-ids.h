/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers for pairs of numbers: rows that share several ids come to share one. */
typedef struct {
  guint64 *pairs;
  guint32 *ids; /* plus 1; 0 is free */
  gsize size;
  guint32 n;
} PairIds;

void pair_ids_init (PairIds *self);
void pair_ids_clear (PairIds *self);
/* From 0, in the order they first come. */
guint32 pair_ids_get (PairIds *self, guint32 first, guint32 second);

G_END_DECLS
