/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/printable.h"
#include "indicator/chain-drawing.h"

#include <string.h>

/* Statements that are marked as the same are one variable, called as the first of them. */
typedef struct {
  ScrutinyChain *chain;
  GHashTable *places;
  guint claim;  /* its place */
  guint *first; /* of each statement's variable */
  char **names; /* of each variable, by the place of its first statement */
} Variables;

static guint
find_first (guint *first, guint place)
{
  while (first[place] != place)
    place = first[place] = first[first[place]];

  return place;
}

static void
merge_same (Variables *self)
{
  self->first = g_new (guint, self->chain->statements->len + 1);
  for (guint i = 0; i < self->chain->statements->len; i++)
    self->first[i] = i;
  for (guint i = 0; i < self->chain->sames->len; i++) {
    const ChainSame *same = self->chain->sames->pdata[i];
    const guint one = find_first (self->first, chain_place_of (self->places, same->one));
    const guint other = find_first (self->first, chain_place_of (self->places, same->other));

    self->first[MAX (one, other)] = MIN (one, other);
  }
  for (guint i = 0; i < self->chain->statements->len; i++)
    self->first[i] = find_first (self->first, i);
}

/* Two statements may say the same words, and be no one's mark. */
static void
name_all (Variables *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  self->names = g_new0 (char *, self->chain->statements->len + 1);
  for (guint i = 0; i < self->chain->statements->len; i++) {
    const ChainStatement *statement = self->chain->statements->pdata[i];

    self->names[i] = printable_dup (statement->text, 0);
    while (!*self->names[i] || g_hash_table_contains (taken, self->names[i])) {
      g_autofree char *before = self->names[i];

      self->names[i] = g_strdup_printf ("%s (n%u)", before, i);
    }
    g_hash_table_add (taken, self->names[i]);
  }
}

/* In quotes a quotation mark has a backslash before it, and a backslash stands for itself unless a
 * quotation mark follows.
 */
static void
append_name (GString *out, const Variables *self, guint place)
{
  const char *name = self->names[self->first[place]];

  g_string_append_c (out, '"');
  for (const char *p = name; *p; p++)
    g_string_append_printf (out, *p == '"' ? "\\%c" : "%c", *p);
  g_string_append (out, g_str_has_suffix (name, "\\") ? " \"" : "\"");
}

static void
append_variable (GString *out, const Variables *self, guint place, gboolean is_outcome)
{
  const gboolean is_claim = self->first[self->claim] == place;

  g_string_append (out, "  ");
  append_name (out, self, place);
  if (is_claim || is_outcome)
    g_string_append_printf (out, " [%s]", is_claim ? "exposure" : "outcome");
  g_string_append_c (out, '\n');
}

static void
append_variables (GString *out, const Variables *self)
{
  const guint n = self->chain->statements->len;
  g_autofree gboolean *is_outcome = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++) {
    const ChainStatement *statement = self->chain->statements->pdata[i];

    if (statement->kind == SCRUTINY_STATEMENT_KIND_OUTCOME)
      is_outcome[self->first[i]] = TRUE;
  }
  for (guint i = 0; i < n; i++)
    if (self->first[i] == i)
      append_variable (out, self, i, is_outcome[i]);
}

/* Each arrow once, and none from a variable to itself. */
static void
append_arrows (GString *out, const Variables *self)
{
  g_autoptr (GHashTable) drawn = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->chain->reasons->len; i++) {
    const ChainReason *reason = self->chain->reasons->pdata[i];
    const guint from = self->first[chain_place_of (self->places, reason->statement)];
    const guint to = self->first[chain_place_of (self->places, reason->reason)];
    gint64 *pair = g_new (gint64, 1);

    *pair = ((gint64) from << 32) + to;
    if (!g_hash_table_add (drawn, pair) || from == to)
      continue;
    g_string_append (out, "  ");
    append_name (out, self, from);
    g_string_append (out, " -> ");
    append_name (out, self, to);
    g_string_append_c (out, '\n');
  }
}

/**
 * scrutiny_chain_dup_dagitty:
 * @self: a chain
 *
 * Writes the chain as a graph of what brings what about, for dagitty.
 *
 * A statement is a variable and is called by its words, the claim the exposure, what changes for
 * people the outcome; a reason is an arrow from its statement. Statements that are marked as the
 * same are one variable. What goes round stays in it, so that dagitty says so.
 *
 * Returns: (transfer full): text in the language of dagitty
 *
 * Since: 0.1
 */
char *
scrutiny_chain_dup_dagitty (ScrutinyChain *self)
{
  g_autoptr (GHashTable) places = NULL;
  Variables variables;
  GString *out;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);

  places = chain_places_new (self);
  variables = (Variables){ .chain = self, .places = places };
  if (self->statements->len > 0)
    variables.claim = chain_place_of (
        places, scrutiny_chain_find_statement (self, scrutiny_chain_get_claim (self)));
  merge_same (&variables);
  name_all (&variables);
  out = g_string_new ("dag {\n");
  append_variables (out, &variables);
  append_arrows (out, &variables);
  g_string_append (out, "}\n");
  g_free (variables.first);
  g_strfreev (variables.names);

  return g_string_free (out, FALSE);
}
