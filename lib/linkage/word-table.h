/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What words.txt has of a stem.  Lives as long as the program. */
typedef struct {
  double weight;      /* the greatest for a stem that it does not have */
  const char *others; /* stems that share a meaning with it, each after a space; not terminated */
  gsize n_others;     /* their length */
} WordEntry;

/* What a stem weighs that is seldom met, or never. */
#define WORD_MOST_WEIGHT 8.0

WordEntry word_table_find (const char *stem);
gboolean word_entry_has_other (const WordEntry *self, const char *stem);

G_END_DECLS
