/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/chain-text.h"

#include <string.h>

#include "io/chain-text-keys.h"

/* A name without quotes ends at a blank or at one of these. */
static gboolean
is_plain_name (const char *name)
{
  for (const char *at = name; *at; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);

    if (g_unichar_isspace (c) || (c < 0x80 && strchr ("\"[]:\\", (int) c)))
      return FALSE;
  }

  return TRUE;
}

static void
append_name (GString *out, const JsonValue *name)
{
  const gboolean is_plain = is_plain_name (name->text);

  g_string_append (out, is_plain ? "" : "\"");
  chain_text_escape (out, name->text, is_plain ? "" : "\"");
  g_string_append (out, is_plain ? "" : "\"");
}

static void
append_line (GString *out, const char *indent, const char *key, const JsonValue *value)
{
  g_string_append_printf (out, "%s%s: ", indent, key);
  if (value)
    chain_text_escape (out, value->text, "");
  g_string_append_c (out, '\n');
}

static void
append_entry (GString *out, const ChainTextList *list, const JsonValue *entry)
{
  append_line (out, "  ", list->word, json_value_find (entry, list->first));
  for (guint i = 0; i < json_value_get_n_items (entry); i++) {
    const char *key = json_value_get_key (entry, i);

    if (!g_str_equal (key, list->first))
      append_line (out, "    ", key, json_value_get_item (entry, i));
  }
}

static void
append_entries (GString *out, const ChainTextList *list, const JsonValue *entries)
{
  for (guint i = 0; i < json_value_get_n_items (entries); i++)
    if (list->first)
      append_entry (out, list, json_value_get_item (entries, i));
    else
      append_line (out, "  ", list->word, json_value_get_item (entries, i));
}

/* What is recorded of a block, without what its own line says. */
static void
append_members (GString *out, guint block, const JsonValue *object, const char *const *in_line)
{
  for (guint i = 0; i < json_value_get_n_items (object); i++) {
    const char *key = json_value_get_key (object, i);
    const JsonValue *value = json_value_get_item (object, i);
    ChainTextList list;

    if (chain_text_find_list (&chain_text_blocks[block], key, &list))
      append_entries (out, &list, value);
    else if (!g_strv_contains (in_line, key))
      append_line (out, "  ", key, value);
  }
}

static void
append_statement (GString *out, const JsonValue *statement)
{
  static const char *const in_line[] = { "id", "kind", "text", NULL };
  const JsonValue *text = json_value_find (statement, "text");

  g_string_append (out, "\nstatement ");
  append_name (out, json_value_find (statement, "id"));
  g_string_append_printf (out, " [%s]: ", json_value_find (statement, "kind")->text);
  if (text)
    chain_text_escape (out, text->text, "");
  g_string_append_c (out, '\n');
  append_members (out, CHAIN_TEXT_STATEMENT, statement, in_line);
}

static void
append_reason (GString *out, const JsonValue *reason)
{
  static const char *const in_line[] = { "from", "because", NULL };

  g_string_append (out, "\nreason ");
  append_name (out, json_value_find (reason, "from"));
  g_string_append (out, " because ");
  append_name (out, json_value_find (reason, "because"));
  g_string_append_c (out, '\n');
  append_members (out, CHAIN_TEXT_REASON, reason, in_line);
}

static void
append_same (GString *out, const JsonValue *same)
{
  static const char *const in_line[] = { "statements", NULL };
  const JsonValue *pair = json_value_find (same, "statements");

  g_string_append (out, "\nsame ");
  append_name (out, json_value_get_item (pair, 0));
  g_string_append (out, " as ");
  append_name (out, json_value_get_item (pair, 1));
  g_string_append_c (out, '\n');
  append_members (out, CHAIN_TEXT_SAME, same, in_line);
}

static void
append_vocabulary (GString *out, const JsonValue *vocabulary)
{
  static const char *const in_line[] = { "id", "title", NULL };
  const JsonValue *title = json_value_find (vocabulary, "title");

  g_string_append (out, "\nvocabulary ");
  append_name (out, json_value_find (vocabulary, "id"));
  g_string_append (out, title ? ": " : ":");
  if (title)
    chain_text_escape (out, title->text, "");
  g_string_append_c (out, '\n');
  append_members (out, CHAIN_TEXT_VOCABULARY, vocabulary, in_line);
}

static void
append_each (GString *out,
             const JsonValue *chain,
             const char *key,
             void (*append) (GString *, const JsonValue *))
{
  const JsonValue *list = json_value_find (chain, key);

  for (guint i = 0; list && i < json_value_get_n_items (list); i++)
    append (out, json_value_get_item (list, i));
}

char *
chain_text_write (const JsonValue *chain)
{
  GString *out = g_string_new (NULL);
  const JsonValue *claim = json_value_find (chain, "claim");

  if (claim) {
    g_string_append (out, "claim: ");
    append_name (out, claim);
    g_string_append_c (out, '\n');
  }
  append_each (out, chain, "vocabularies", append_vocabulary);
  append_each (out, chain, "statements", append_statement);
  append_each (out, chain, "reasons", append_reason);
  append_each (out, chain, "same_as", append_same);

  return g_string_free (out, FALSE);
}
