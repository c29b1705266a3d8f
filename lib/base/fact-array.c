/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/fact-array.h"

#include <string.h>

#define USUALLY 24

static void
release (gpointer fact)
{
  g_variant_unref (((Fact *) fact)->value);
}

GArray *
fact_array_new (void)
{
  GArray *facts = g_array_sized_new (FALSE, FALSE, sizeof (Fact), USUALLY);

  g_array_set_clear_func (facts, release);

  return facts;
}

void
fact_array_add (GArray *facts, const char *key, GVariant *value)
{
  const Fact fact = { .key = key, .n_key = strlen (key), .value = g_variant_ref_sink (value) };

  g_array_append_val (facts, fact);
}

void
fact_array_add_count (GArray *facts, const char *key, guint64 count)
{
  fact_array_add (facts, key, g_variant_new_int64 ((gint64) count));
}

void
fact_array_add_flag (GArray *facts, const char *key, gboolean flag)
{
  fact_array_add (facts, key, g_variant_new_boolean (flag));
}

void
fact_array_add_text (GArray *facts, const char *key, const char *text)
{
  fact_array_add (facts, key, g_variant_new_string (text));
}

void
fact_array_add_texts (GArray *facts, const char *key, const char *const *texts)
{
  fact_array_add (facts, key, g_variant_new_strv (texts, -1));
}

gboolean
fact_array_contains (const GArray *facts, const char *key)
{
  for (guint i = 0; i < facts->len; i++)
    if (g_str_equal (g_array_index (facts, Fact, i).key, key))
      return TRUE;

  return FALSE;
}

FactList *
fact_array_end (GArray *facts)
{
  gsize n;
  g_autofree Fact *taken = (Fact *) (void *) g_array_steal (facts, &n);

  g_array_unref (facts);

  return fact_list_new_take (taken, n);
}
