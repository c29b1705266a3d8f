/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/chain-text.h"

#include <string.h>

#include "base/printable.h"
#include "io/chain-text-keys.h"

#define MOST_SHOWN 40

/* A block begins at the edge of the page; what is recorded of it stands below it, indented alike.
 */
typedef struct {
  ChainText *text;
  JsonValue *root;
  JsonValue *block;           /* the statement, reason or mark being read, or NULL */
  const ChainTextBlock *sort; /* of it */
  char *indent;               /* of what is recorded of it; NULL: not yet seen */
  JsonValue *entry;           /* the item of a list being read, or NULL */
  ChainTextList list;         /* of it */
  char *deeper;               /* the indent of what is recorded of it; NULL: not yet seen */
} Graph;

static gboolean
refuse (const Graph *self, const char *at, const char *what, GError **error)
{
  return chain_text_refuse (self->text, at, SCRUTINY_ERROR_UNREADABLE, error, "%s", what);
}

static const char *
skip_blanks (const Graph *self, const char *at)
{
  return chain_text_trim_start (at, self->text->end);
}

static gboolean
ends_word (char c)
{
  return c == ' ' || c == '\t' || c == ':' || c == '[' || c == ']' || c == '"';
}

static const char *
find_word_end (const Graph *self, const char *at)
{
  while (at < self->text->end && !ends_word (*at))
    at++;

  return at;
}

static const char *
find_quote (const Graph *self, const char *at)
{
  while (at < self->text->end && *at != '"')
    at += *at == '\\' && at + 1 < self->text->end ? 2 : 1;

  return at;
}

/* A short name, in quotes where it holds more than letters; @at moves past it. */
static char *
read_id (const Graph *self, const char **at, GError **error)
{
  const char *const from = *at = skip_blanks (self, *at);
  const gboolean is_quoted = from < self->text->end && *from == '"';
  const char *const to = is_quoted ? find_quote (self, from + 1) : find_word_end (self, from);

  if (is_quoted && to == self->text->end) {
    refuse (self, from, "a quotation that does not end; write \\\" for a quotation mark within it",
            error);
    return NULL;
  }
  if (to == from + is_quoted) {
    refuse (self, from, "the short name of a statement belongs here", error);
    return NULL;
  }
  *at = to + is_quoted;

  return chain_text_resolve (self->text, from + is_quoted, to, error);
}

static gboolean
set_id (const Graph *self, JsonValue *object, const char *key, const char **at, GError **error)
{
  const char *const from = skip_blanks (self, *at);
  g_autofree char *id = read_id (self, at, error);

  if (!id)
    return FALSE;
  json_value_set (object, key, chain_text_new_string (self->text, from, id));

  return TRUE;
}

static gboolean
need_word (const Graph *self, const char **at, const char *word, GError **error)
{
  const char *const from = skip_blanks (self, *at);
  const char *const to = find_word_end (self, from);
  g_autofree char *what = NULL;

  *at = to;
  if ((gsize) (to - from) == strlen (word) && strncmp (from, word, strlen (word)) == 0)
    return TRUE;

  what = g_strdup_printf ("“%s” belongs here; a line that begins a block is written “%s”", word,
                          self->sort->written);
  return refuse (self, from, what, error);
}

static gboolean
need_sign (const Graph *self, const char **at, char sign, GError **error)
{
  const char *const from = skip_blanks (self, *at);
  g_autofree char *what = NULL;

  *at = from + 1;
  if (from < self->text->end && *from == sign)
    return TRUE;

  what = g_strdup_printf ("“%c” belongs here; a line that begins a block is written “%s”", sign,
                          self->sort->written);
  return refuse (self, from, what, error);
}

static gboolean
need_end (const Graph *self, const char *at, GError **error)
{
  g_autofree char *what = NULL;

  at = skip_blanks (self, at);
  if (at == self->text->end)
    return TRUE;

  what = g_strdup_printf ("nothing more belongs in this line, which is written “%s”; what is "
                          "recorded stands below it, indented",
                          self->sort->written);
  return refuse (self, at, what, error);
}

/* What stands from @at to the end of the line. */
static JsonValue *
read_text (const Graph *self, const char *at, GError **error)
{
  const char *const from = skip_blanks (self, at);
  const char *const to = chain_text_trim_end (from, self->text->end);
  g_autofree char *text = NULL;

  if (from == to) {
    refuse (self, from, "nothing is said here; write it, or take the line away", error);
    return NULL;
  }
  text = chain_text_resolve (self->text, from, to, error);

  return text ? chain_text_new_string (self->text, from, text) : NULL;
}

static gboolean
set_text (const Graph *self, JsonValue *object, const char *key, const char *at, GError **error)
{
  JsonValue *text = read_text (self, at, error);

  if (text)
    json_value_set (object, key, text);

  return text != NULL;
}

static gboolean
read_claim (Graph *self, const char *at, GError **error)
{
  if (json_value_find (self->root, "claim"))
    return refuse (self, self->text->line, "a second claim; keep one of them", error);

  return need_sign (self, &at, ':', error) && set_id (self, self->root, "claim", &at, error) &&
         need_end (self, at, error);
}

static gboolean
read_statement (Graph *self, const char *at, GError **error)
{
  return set_id (self, self->block, "id", &at, error) && need_sign (self, &at, '[', error) &&
         set_id (self, self->block, "kind", &at, error) && need_sign (self, &at, ']', error) &&
         need_sign (self, &at, ':', error) && set_text (self, self->block, "text", at, error);
}

static gboolean
read_reason (Graph *self, const char *at, GError **error)
{
  return set_id (self, self->block, "from", &at, error) &&
         need_word (self, &at, "because", error) &&
         set_id (self, self->block, "because", &at, error) && need_end (self, at, error);
}

static gboolean
read_same (Graph *self, const char *at, GError **error)
{
  JsonValue *pair = json_value_new (JSON_ARRAY);
  g_autofree char *one = NULL, *other = NULL;

  json_value_set (self->block, "statements", pair);
  one = read_id (self, &at, error);
  if (!one || !need_word (self, &at, "as", error))
    return FALSE;
  other = read_id (self, &at, error);
  if (!other)
    return FALSE;
  json_value_add (pair, json_value_new_string (one));
  json_value_add (pair, json_value_new_string (other));

  return need_end (self, at, error);
}

/* Its title may be left out. */
static gboolean
read_vocabulary (Graph *self, const char *at, GError **error)
{
  if (!set_id (self, self->block, "id", &at, error) || !need_sign (self, &at, ':', error))
    return FALSE;

  return skip_blanks (self, at) == self->text->end ||
         set_text (self, self->block, "title", at, error);
}

static void
leave_block (Graph *self)
{
  self->block = NULL;
  self->entry = NULL;
  g_clear_pointer (&self->indent, g_free);
  g_clear_pointer (&self->deeper, g_free);
}

static JsonValue *
list_of (JsonValue *object, const char *key)
{
  if (!json_value_find (object, key))
    json_value_set (object, key, json_value_new (JSON_ARRAY));

  return json_value_find (object, key);
}

static gboolean
begin_block (Graph *self, const char *at, GError **error)
{
  static gboolean (*const read[]) (Graph *, const char *, GError **) = {
    [CHAIN_TEXT_CLAIM] = read_claim,           [CHAIN_TEXT_STATEMENT] = read_statement,
    [CHAIN_TEXT_REASON] = read_reason,         [CHAIN_TEXT_SAME] = read_same,
    [CHAIN_TEXT_VOCABULARY] = read_vocabulary,
  };
  const char *const to = find_word_end (self, at);

  leave_block (self);
  self->sort = chain_text_find_block (at, (gsize) (to - at));
  if (!self->sort)
    return refuse (self, at,
                   "a line that is not indented begins with claim, statement, reason, same or "
                   "vocabulary",
                   error);
  if (self->sort->key) {
    self->block = chain_text_new_part (self->text, at, error);
    if (!self->block)
      return FALSE;
    json_value_add (list_of (self->root, self->sort->key), self->block);
  }

  return read[self->sort - chain_text_blocks](self, to, error);
}

static gboolean
refuse_key (const Graph *self,
            const char *at,
            const char *to,
            const ChainTextBlock *sort,
            const ChainTextList *list,
            GError **error)
{
  g_autofree char *key = g_strndup (at, (gsize) (to - at));
  g_autofree char *shown = printable_dup (key, MOST_SHOWN);
  g_autofree char *known = chain_text_dup_keys (sort, list);

  return chain_text_refuse (self->text, at, SCRUTINY_ERROR_NOT_FOUND, error,
                            "nothing is recorded under “%s” %s; there are %s", shown,
                            list ? "there" : sort->of, known);
}

/* A whole number is written as one. */
static gboolean
set_number (const Graph *self, JsonValue *object, const char *key, const char *at, GError **error)
{
  const char *const from = skip_blanks (self, at);
  const char *const to = chain_text_trim_end (from, self->text->end);
  g_autofree char *text = NULL;
  JsonValue *number;

  for (const char *digit = from; digit < to; digit++)
    if (!g_ascii_isdigit (*digit))
      return refuse (self, from, "a whole number belongs here, such as 3", error);
  if (from == to || (to - from > 1 && *from == '0'))
    return refuse (self, from, "a whole number belongs here, such as 3", error);

  text = g_strndup (from, (gsize) (to - from));
  number = chain_text_new_string (self->text, from, text);
  number->kind = JSON_NUMBER;
  json_value_set (object, key, number);

  return TRUE;
}

/* An item of a list that is a text and nothing else. */
static gboolean
add_text (Graph *self, const char *at, GError **error)
{
  JsonValue *text = read_text (self, at, error);

  if (text)
    json_value_add (list_of (self->block, self->list.list), text);

  return text != NULL;
}

static gboolean
begin_entry (Graph *self, const char *at, const char *from, GError **error)
{
  if (!self->list.first)
    return add_text (self, at, error);
  self->entry = chain_text_new_part (self->text, from, error);
  g_clear_pointer (&self->deeper, g_free);
  if (!self->entry)
    return FALSE;
  json_value_add (list_of (self->block, self->list.list), self->entry);

  return set_text (self, self->entry, self->list.first, at, error);
}

/* “key: what is recorded under it”. */
static gboolean
read_member (Graph *self, const char *at, GError **error)
{
  JsonValue *object = self->entry ? self->entry : self->block;
  const ChainTextList *list = self->entry ? &self->list : NULL;
  const char *const to = find_word_end (self, at);
  const char *const colon = skip_blanks (self, to);
  g_autofree char *key = g_strndup (at, (gsize) (to - at));
  const ChainTextKey found = chain_text_find_key (self->sort, list, key, &self->list);

  if (found == CHAIN_TEXT_NO_KEY)
    return refuse_key (self, at, to, self->sort, list, error);
  if (colon == self->text->end || *colon != ':')
    return refuse (self, colon, "a colon belongs here: “who: the people it is about”", error);
  if (found == CHAIN_TEXT_ENTRY)
    return begin_entry (self, colon + 1, at, error);
  if (json_value_find (object, key))
    return refuse (self, at, "said twice; keep one of them", error);

  return found == CHAIN_TEXT_NUMBER ? set_number (self, object, key, colon + 1, error)
                                    : set_text (self, object, key, colon + 1, error);
}

static gboolean
is_deeper (const char *indent, const char *than)
{
  return g_str_has_prefix (indent, than) && strlen (indent) > strlen (than);
}

/* Whether the line belongs to the block or to the item of a list above it. */
static gboolean
place_member (Graph *self, const char *at, GError **error)
{
  g_autofree char *indent = g_strndup (self->text->line, (gsize) (at - self->text->line));

  if (!self->block)
    return refuse (self, at,
                   "indented, and nothing above it that it could be recorded of; begin the line "
                   "with claim, statement, reason or same",
                   error);
  if (!self->indent) {
    self->indent = g_steal_pointer (&indent);
    return TRUE;
  }
  if (g_str_equal (indent, self->indent)) {
    self->entry = NULL;
    return TRUE;
  }
  if (self->entry &&
      (self->deeper ? g_str_equal (indent, self->deeper) : is_deeper (indent, self->indent))) {
    g_free (self->deeper);
    self->deeper = g_steal_pointer (&indent);
    return TRUE;
  }

  return refuse (self, at,
                 "indented unlike the lines above it; what is recorded of one thing begins below "
                 "one another, with the same blanks or tabs before it",
                 error);
}

static gboolean
read_line (Graph *self, const char *at, GError **error)
{
  if (at == self->text->line)
    return begin_block (self, at, error);

  return place_member (self, at, error) && read_member (self, at, error);
}

JsonValue *
chain_text_read_graph (ChainText *text, GError **error)
{
  g_autoptr (JsonValue) root = json_value_new (JSON_OBJECT);
  Graph self = { .text = text, .root = root };
  gboolean read = TRUE;
  const char *at;

  while (read && chain_text_next (text, &at))
    read = read_line (&self, at, error);
  leave_block (&self);

  return read ? g_steal_pointer (&root) : NULL;
}
