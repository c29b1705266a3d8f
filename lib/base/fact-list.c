/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/fact-list.h"

#include <string.h>

static void
read_fact (Fact *fact, GVariant *facts, gsize index)
{
  g_autoptr (GVariant) entry = g_variant_get_child_value (facts, index);
  g_autoptr (GVariant) boxed = g_variant_get_child_value (entry, 1);

  fact->name = g_variant_get_child_value (entry, 0);
  fact->key = g_variant_get_string (fact->name, &fact->n_key);
  fact->value = g_variant_get_variant (boxed);
}

FactList *
fact_list_new (GVariant *facts)
{
  const gsize n = g_variant_n_children (facts);
  FactList *self = g_atomic_rc_box_alloc (sizeof (FactList) + n * sizeof (Fact));

  self->n = n;
  for (gsize i = 0; i < n; i++)
    read_fact (&self->facts[i], facts, i);

  return self;
}

FactList *
fact_list_ref (FactList *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FactList *self = data;

  for (gsize i = 0; i < self->n; i++) {
    g_variant_unref (self->facts[i].name);
    g_variant_unref (self->facts[i].value);
  }
}

void
fact_list_unref (FactList *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

GVariant *
fact_list_find (const FactList *self, const char *key, gsize n_key)
{
  for (gsize i = 0; i < self->n; i++)
    if (self->facts[i].n_key == n_key && memcmp (self->facts[i].key, key, n_key) == 0)
      return self->facts[i].value;

  return NULL;
}
