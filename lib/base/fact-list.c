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

  self->dictionary = g_variant_ref (facts);
  self->n = n;
  for (gsize i = 0; i < n; i++)
    read_fact (&self->facts[i], facts, i);

  return self;
}

FactList *
fact_list_new_take (const Fact *facts, gsize n)
{
  FactList *self = g_atomic_rc_box_alloc (sizeof (FactList) + n * sizeof (Fact));

  self->dictionary = NULL;
  self->n = n;
  if (n > 0)
    memcpy (self->facts, facts, n * sizeof (Fact));

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

  g_clear_pointer (&self->dictionary, g_variant_unref);
  for (gsize i = 0; i < self->n; i++) {
    g_clear_pointer (&self->facts[i].name, g_variant_unref);
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

static GVariant *
make_dictionary (const FactList *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  for (gsize i = 0; i < self->n; i++)
    g_variant_builder_add_value (
        &builder, g_variant_new_dict_entry (g_variant_new_string (self->facts[i].key),
                                            g_variant_new_variant (self->facts[i].value)));

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

GVariant *
fact_list_get_dictionary (FactList *self)
{
  GVariant *made;

  if (!g_atomic_pointer_get (&self->dictionary)) {
    made = make_dictionary (self);
    if (!g_atomic_pointer_compare_and_exchange (&self->dictionary, NULL, made))
      g_variant_unref (made); /* another thread was first */
  }

  return g_atomic_pointer_get (&self->dictionary);
}
