/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The entries of an a{sv} in their order, taken apart once for many look-ups. */
typedef struct {
  GVariant *name; /* holds @key */
  const char *key;
  gsize n_key;
  GVariant *value;
} Fact;

typedef struct {
  Fact *facts;
  gsize n;
} FactList;

void fact_list_init (FactList *self, GVariant *facts);
void fact_list_clear (FactList *self);

/* The value of the first fact of that name, lent; NULL if there is none. */
GVariant *fact_list_find (const FactList *self, const char *key, gsize n_key);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FactList, fact_list_clear)

G_END_DECLS
