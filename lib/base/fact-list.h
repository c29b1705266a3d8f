/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The entries of an a{sv} in their order, taken apart once for many look-ups.  It never
 * changes, so it may be shared between threads.
 */
typedef struct {
  GVariant *name; /* holds @key; NULL where it lives as long as the program */
  const char *key;
  gsize n_key;
  GVariant *value;
} Fact;

typedef struct {
  GVariant *dictionary; /* NULL until somebody asks for it */
  gsize n;
  Fact facts[];
} FactList;

FactList *fact_list_new (GVariant *facts);
/* Of facts without a name variant; takes their values.  A dictionary of them is made only
 * when somebody asks for it, which takes several times longer.
 */
FactList *fact_list_new_take (const Fact *facts, gsize n);
FactList *fact_list_ref (FactList *self);
void fact_list_unref (FactList *self);

/* The value of the first fact of that name, lent; NULL if there is none. */
GVariant *fact_list_find (const FactList *self, const char *key, gsize n_key);

/* The a{sv}, lent. */
GVariant *fact_list_get_dictionary (FactList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactList, fact_list_unref)

G_END_DECLS
