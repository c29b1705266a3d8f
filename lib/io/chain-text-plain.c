/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/statement-kind.h>

#include "io/chain-text.h"

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "indicator/chain-details.h"
#include "io/chain-json.h"

#define MOST_SHOWN 40

/* Lines such as “Repairs are done sooner > homes are dry > fewer people fall ill [outcome]”. */
typedef struct {
  ChainText *text;
  GHashTable *by_words; /* char * to the JSON of a statement, both the statements' */
  GHashTable *pairs;    /* set of char *: the reasons there are */
  GHashTable *linked;   /* set of the JSON of statements that have a reason, or are one */
  JsonValue *statements;
  JsonValue *reasons;
  JsonValue *before;    /* the statement that the next one is a reason for, or NULL */
  gboolean is_expected; /* whether a “>” waits for what follows it */
} Plain;

/* Of a statement as it stands in the line: what it says, and what is in brackets behind it. */
typedef struct {
  const char *words, *words_end;
  const char *kind, *kind_end; /* NULL: no brackets */
  const char *who, *who_end;   /* NULL: nothing after a colon */
} Piece;

/* The first of @signs from @at that no backslash stands before; @to if there is none. */
static const char *
find_sign (const char *at, const char *to, const char *signs)
{
  for (; at < to; at++) {
    if (*at == '\\' && at + 1 < to)
      at++;
    else if (strchr (signs, *at))
      return at;
  }

  return to;
}

static const char *
find_last_bracket (const char *at, const char *to)
{
  const char *found = NULL;

  for (at = find_sign (at, to, "["); at < to; at = find_sign (at + 1, to, "["))
    found = at;

  return found;
}

/* Whether @last is a bracket that closes, and no backslash makes it a letter. */
static gboolean
closes (const char *from, const char *last)
{
  const char *at = from;

  for (at = find_sign (at, last + 1, "]"); at < last; at = find_sign (at + 1, last + 1, "]"))
    ;

  return at == last;
}

static void
split_brackets (Piece *piece, const char *from, const char *to)
{
  const char *open =
      to > from && to[-1] == ']' && closes (from, to - 1) ? find_last_bracket (from, to) : NULL;
  const char *colon;

  *piece = (Piece){ .words = from, .words_end = to };
  if (!open)
    return;

  colon = find_sign (open + 1, to - 1, ":");
  piece->words_end = chain_text_trim_end (from, open);
  piece->kind = chain_text_trim_start (open + 1, colon);
  piece->kind_end = chain_text_trim_end (piece->kind, colon);
  if (colon < to - 1) {
    piece->who = chain_text_trim_start (colon + 1, to - 1);
    piece->who_end = chain_text_trim_end (piece->who, to - 1);
  }
}

static char *
dup_kind (const Plain *self, const Piece *piece, GError **error)
{
  g_autofree char *written = g_strndup (piece->kind, (gsize) (piece->kind_end - piece->kind));
  g_autofree char *kind = g_ascii_strdown (written, -1);
  g_autofree char *shown = NULL;
  g_autofree char *kinds = NULL;

  if (scrutiny_statement_kind_from_name (kind, NULL))
    return g_steal_pointer (&kind);

  shown = printable_dup (written, MOST_SHOWN);
  kinds = chain_json_dup_kinds ();
  chain_text_refuse (self->text, piece->kind, SCRUTINY_ERROR_UNREADABLE, error,
                     "“%s” is not a kind of statement; there are %s. Write \\[ if the bracket is "
                     "part of the text",
                     shown, kinds);

  return NULL;
}

/* Said twice, it must be the same twice. */
static gboolean
set_once (const Plain *self,
          JsonValue *statement,
          const char *key,
          const char *at,
          const char *said,
          GError **error)
{
  const JsonValue *before = json_value_find (statement, key);
  g_autofree char *shown = NULL, *then = NULL;

  if (!before)
    json_value_set (statement, key, chain_text_new_string (self->text, at, said));
  if (!before || g_str_equal (before->text, said))
    return TRUE;

  shown = printable_dup (said, MOST_SHOWN);
  then = printable_dup (before->text, MOST_SHOWN);
  return chain_text_refuse (self->text, at, SCRUTINY_ERROR_MISMATCH, error,
                            "“%s”, but in line %u the same statement has “%s”; say one of them",
                            shown, before->line, then);
}

static gboolean
set_brackets (const Plain *self, JsonValue *statement, const Piece *piece, GError **error)
{
  g_autofree char *kind = piece->kind ? dup_kind (self, piece, error) : NULL;
  g_autofree char *who = NULL;

  if (!piece->kind)
    return TRUE;
  if (!kind || !set_once (self, statement, "kind", piece->kind, kind, error))
    return FALSE;
  if (!piece->who)
    return TRUE;
  if (piece->who == piece->who_end)
    return chain_text_refuse (self->text, piece->who, SCRUTINY_ERROR_UNREADABLE, error,
                              "nobody is named after the colon; say who, or leave the colon out");

  who = chain_text_resolve (self->text, piece->who, piece->who_end, error);
  return who &&
         set_once (self, statement, statement_detail_names[STATEMENT_WHO], piece->who, who, error);
}

static JsonValue *
add_statement (Plain *self, const char *at, const char *words, GError **error)
{
  JsonValue *statement = chain_text_new_part (self->text, at, error);
  g_autofree char *id = NULL;

  if (!statement)
    return NULL;
  id = g_strdup_printf ("s%u", json_value_get_n_items (self->statements) + 1);
  json_value_set (statement, "id", chain_text_new_string (self->text, at, id));
  json_value_set (statement, "text", chain_text_new_string (self->text, at, words));
  json_value_add (self->statements, statement);
  g_hash_table_insert (self->by_words, json_value_find (statement, "text")->text, statement);

  return statement;
}

/* The same words are the same statement. */
static JsonValue *
find_statement (Plain *self, const Piece *piece, GError **error)
{
  g_autofree char *words = chain_text_resolve (self->text, piece->words, piece->words_end, error);
  JsonValue *statement = words ? g_hash_table_lookup (self->by_words, words) : NULL;

  if (!words)
    return NULL;
  if (!statement)
    statement = add_statement (self, piece->words, words, error);

  return statement && set_brackets (self, statement, piece, error) ? statement : NULL;
}

static const char *
id_of (const JsonValue *statement)
{
  return json_value_find (statement, "id")->text;
}

static gboolean
add_reason (Plain *self, JsonValue *statement, const char *at, GError **error)
{
  g_autofree char *pair = g_strconcat (id_of (self->before), " ", id_of (statement), NULL);
  JsonValue *reason;

  if (g_hash_table_contains (self->pairs, pair))
    return TRUE;
  reason = chain_text_new_part (self->text, at, error);
  if (!reason)
    return FALSE;

  g_hash_table_add (self->pairs, g_steal_pointer (&pair));
  g_hash_table_add (self->linked, self->before);
  g_hash_table_add (self->linked, statement);
  json_value_set (reason, "from", chain_text_new_string (self->text, at, id_of (self->before)));
  json_value_set (reason, "because", chain_text_new_string (self->text, at, id_of (statement)));
  json_value_add (self->reasons, reason);

  return TRUE;
}

/* An arrow may be meant, or a number compared: neither is guessed. */
static gboolean
check_sign (const Plain *self, const char *from, const char *sign, GError **error)
{
  const gboolean is_arrow =
      sign > from && (sign[-1] == '-' || sign[-1] == '=') && (sign - 1 == from || sign[-2] != '\\');

  if (is_arrow || (sign + 1 < self->text->end && sign[1] == '='))
    return chain_text_refuse (self->text, is_arrow ? sign - 1 : sign, SCRUTINY_ERROR_UNREADABLE,
                              error,
                              "an arrow, or a sign of comparison? Write “>” with a blank on each "
                              "side between a statement and its reason, and \\> within a text");

  return TRUE;
}

static gboolean
read_piece (Plain *self, const char *from, const char *to, GError **error)
{
  Piece piece;
  JsonValue *statement;

  split_brackets (&piece, from, to);
  if (piece.words == piece.words_end)
    return chain_text_refuse (self->text, from, SCRUTINY_ERROR_UNREADABLE, error,
                              piece.kind ? "a kind, and nothing that is said; write the statement "
                                           "before the bracket"
                                         : "nothing is said before this “>”; write what it is a "
                                           "reason for, or take the sign away");

  statement = find_statement (self, &piece, error);
  if (!statement || (self->before && !add_reason (self, statement, from, error)))
    return FALSE;
  self->before = statement;
  self->is_expected = FALSE;

  return TRUE;
}

/* A line that begins with “>” goes on where the one before it ended, and so does one after a line
 * that ends with it.
 */
static gboolean
read_line (Plain *self, const char *at, GError **error)
{
  const char *const end = chain_text_trim_end (at, self->text->end);
  gboolean goes_on = *at == '>' && self->before && !self->is_expected;

  if (goes_on)
    self->is_expected = TRUE;
  else if (!self->is_expected)
    self->before = NULL;

  for (at += goes_on; at < end;) {
    const char *sign = find_sign (at, end, ">");
    const char *from = chain_text_trim_start (at, sign);

    if ((sign < end && !check_sign (self, from, sign, error)) ||
        !read_piece (self, from, chain_text_trim_end (from, sign), error))
      return FALSE;
    self->is_expected = sign < end;
    at = chain_text_trim_start (sign + (sign < end), end);
  }

  return TRUE;
}

/* A line of prose is no chain.  Only the claim may stand by itself. */
static gboolean
check_linked (const Plain *self, GError **error)
{
  for (guint i = 1; i < json_value_get_n_items (self->statements); i++) {
    JsonValue *statement = json_value_get_item (self->statements, i);
    g_autofree char *shown = NULL;

    if (g_hash_table_contains (self->linked, statement))
      continue;
    shown = printable_dup (json_value_find (statement, "text")->text, MOST_SHOWN);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, statement->line, NULL, NULL,
                           "%s, line %u, column %u: “%s” is no reason for anything, and has none; "
                           "write “>” between a statement and its reason, or # before a comment",
                           self->text->file, statement->line, statement->column, shown);
    return FALSE;
  }

  return TRUE;
}

static gboolean
read_lines (Plain *self, GError **error)
{
  const char *at;

  while (chain_text_next (self->text, &at))
    if (!read_line (self, at, error))
      return FALSE;

  if (self->is_expected)
    return chain_text_refuse (self->text, self->text->end, SCRUTINY_ERROR_UNREADABLE, error,
                              "the last “>” has nothing after it; write the reason, or take the "
                              "sign away");
  if (json_value_get_n_items (self->statements) == 0)
    return chain_text_refuse (self->text, self->text->line, SCRUTINY_ERROR_NOT_FOUND, error,
                              "no statement here; write the claim, then “>” and the reason for it");

  return check_linked (self, error);
}

/* Nobody is asked for a kind, and none is read from the words. */
static char *
set_missing_kinds (const Plain *self)
{
  const guint n = json_value_get_n_items (self->statements);
  guint n_missing = 0;

  for (guint i = 0; i < n; i++) {
    JsonValue *statement = json_value_get_item (self->statements, i);
    const ScrutinyStatementKind kind =
        i == 0 ? SCRUTINY_STATEMENT_KIND_INDICATOR : SCRUTINY_STATEMENT_KIND_INTERMEDIATE;

    if (json_value_find (statement, "kind"))
      continue;
    n_missing++;
    json_value_set (statement, "kind",
                    json_value_new_string (scrutiny_statement_kind_get_name (kind)));
  }

  return n_missing == 0
             ? NULL
             : g_strdup_printf ("Of %u of %u statements no kind is given: the claim is taken as an "
                                "indicator and what follows as intermediate, as in “homes are dry "
                                "[intermediate]”; write [outcome] behind what changes for people.",
                                n_missing, n);
}

JsonValue *
chain_text_read_plain (ChainText *text, char **note, GError **error)
{
  g_autoptr (JsonValue) root = json_value_new (JSON_OBJECT);
  g_autoptr (GHashTable) by_words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);
  Plain self = { .text = text, .by_words = by_words, .pairs = pairs, .linked = linked };

  self.statements = json_value_new (JSON_ARRAY);
  self.reasons = json_value_new (JSON_ARRAY);
  json_value_set (root, "statements", self.statements);
  json_value_set (root, "reasons", self.reasons);
  if (!read_lines (&self, error))
    return NULL;

  *note = set_missing_kinds (&self);
  json_value_set (root, "claim",
                  json_value_new_string (id_of (json_value_get_item (self.statements, 0))));

  return g_steal_pointer (&root);
}
