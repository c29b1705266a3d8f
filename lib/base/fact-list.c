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

void
fact_list_init (FactList *self, GVariant *facts)
{
  self->n = g_variant_n_children (facts);
  self->facts = g_new (Fact, self->n);
  for (gsize i = 0; i < self->n; i++)
    read_fact (&self->facts[i], facts, i);
}

void
fact_list_clear (FactList *self)
{
  for (gsize i = 0; i < self->n; i++) {
    g_variant_unref (self->facts[i].name);
    g_variant_unref (self->facts[i].value);
  }
  g_clear_pointer (&self->facts, g_free);
  self->n = 0;
}

GVariant *
fact_list_find (const FactList *self, const char *key, gsize n_key)
{
  for (gsize i = 0; i < self->n; i++)
    if (self->facts[i].n_key == n_key && memcmp (self->facts[i].key, key, n_key) == 0)
      return self->facts[i].value;

  return NULL;
}
