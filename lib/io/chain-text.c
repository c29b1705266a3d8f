/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chain-text.h>

#include "io/chain-text.h"

#include <string.h>

#include "base/error-private.h"
#include "io/chain-json.h"
#include "io/chain-text-keys.h"
#include "io/json-place.h"
#include "io/vocabulary-json.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const char *
skip_mark (const char *text)
{
  return text + (g_str_has_prefix (text, BYTE_ORDER_MARK) ? strlen (BYTE_ORDER_MARK) : 0);
}

static ChainText
begin (const char *file, const char *text)
{
  return (ChainText){
    .file = file, .line = text, .end = text, .next = text, .counted = text, .column = 1
  };
}

static ScrutinyChain *
read_value (const char *file, const JsonValue *value, GError **error)
{
  g_autoptr (GPtrArray) vocabularies = NULL;
  JsonPlace place;
  ScrutinyChain *chain;

  json_place_init (&place, file, file, NULL);
  chain = json_place_expect (&place, value, JSON_OBJECT, error) &&
                  vocabulary_json_read (&place, value, &vocabularies, error)
              ? chain_json_read (&place, value, vocabularies, error)
              : NULL;
  json_place_clear (&place);

  return chain;
}

static gboolean
begins_with_brace (const char *text)
{
  text = skip_mark (text);

  return text[strspn (text, " \t\r\n")] == '{';
}

/* Bytes that are no text would be lost without a word. */
static gboolean
check_letters (const char *file, const char *text, gsize length, GError **error)
{
  ChainText place = begin (file, text);
  const char *end, *at;

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;

  while (place.next && (place.number == 0 || place.next <= end))
    if (!chain_text_next (&place, &at))
      break;

  return chain_text_refuse (&place, MIN (end, place.end), SCRUTINY_ERROR_UNREADABLE, error,
                            *end == '\0' ? "a NUL byte, which no text has; take it out"
                                         : "a byte that is not UTF-8; save the file as UTF-8");
}

/* Whether the words of the line that begins a block are all there. */
gboolean
chain_text_is_graph (const char *text)
{
  static const char *const marks[] = {
    [CHAIN_TEXT_CLAIM] = ":",   [CHAIN_TEXT_STATEMENT] = "]:", [CHAIN_TEXT_REASON] = " because ",
    [CHAIN_TEXT_SAME] = " as ", [CHAIN_TEXT_VOCABULARY] = ":",
  };
  ChainText self = begin ("", skip_mark (text));
  const ChainTextBlock *block;
  const char *at, *mark;
  gsize n;

  if (!chain_text_next (&self, &at) || at != self.line)
    return FALSE;
  n = strcspn (at, " \t:\r\n");
  block = chain_text_find_block (at, n);
  if (!block)
    return FALSE;
  mark = g_strstr_len (at + n, self.end - at - (gssize) n, marks[block - chain_text_blocks]);

  return block->key ? mark != NULL : mark == at + n;
}

ScrutinyChain *
chain_text_read (const char *file, const char *text, gsize length, char **note, GError **error)
{
  ChainText self = begin (file, skip_mark (text));
  g_autoptr (JsonValue) value = NULL;

  *note = NULL;
  if (!check_letters (file, text, length, error))
    return NULL;
  if (begins_with_brace (text))
    value = json_value_parse (file, text, length, error);
  else if (chain_text_is_graph (text))
    value = chain_text_read_graph (&self, error);
  else
    value = chain_text_read_plain (&self, note, error);

  return value ? read_value (file, value, error) : NULL;
}

/**
 * scrutiny_chain_parse:
 * @text: a chain of reasons in one of three forms
 * @error: return location for an error
 *
 * Reads a chain of reasons from a text.
 *
 * It may be written in plain lines, the claim first: `Repairs are done sooner > homes are dry >
 * fewer people fall ill [outcome: tenants]`. The same words are the same statement, so that lines
 * of reasons may part and meet; a kind, and whose lives it is about, may be given in brackets.
 * Without one the claim is taken as an indicator and a reason as intermediate.
 *
 * It may be a whole graph, with all that is recorded, as [method@Chain.dup_text] writes it; or
 * JSON, as [method@Chain.dup_json] does.
 *
 * Fails with one of [error@Scrutiny.Error]; the message names the line and, but for JSON, the
 * column. What is not understood is refused, never left out.
 *
 * Returns: (transfer full): the chain
 *
 * Since: 0.1
 */
ScrutinyChain *
scrutiny_chain_parse (const char *text, GError **error)
{
  g_autofree char *note = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return chain_text_read ("Chain", text, strlen (text), &note, error);
}

/* What its labels say is written with it: by itself it could not be read again. */
static JsonValue *
value_of (ScrutinyChain *chain)
{
  g_autoptr (GPtrArray) vocabularies = scrutiny_chain_dup_vocabularies (chain);
  JsonValue *value = chain_json_new (chain);

  vocabulary_json_set (value, vocabularies);

  return value;
}

/**
 * scrutiny_chain_dup_text:
 * @self: a chain
 *
 * Writes a chain, with all that is recorded of it, as text that people read and change.
 *
 * [func@Chain.parse] reads the same chain from it. Characters that would act on a terminal or
 * reorder a line are written as numbers, `\u{202E}`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
scrutiny_chain_dup_text (ScrutinyChain *self)
{
  g_autoptr (JsonValue) value = NULL;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);

  value = value_of (self);

  return chain_text_write (value);
}

/**
 * scrutiny_chain_dup_json:
 * @self: a chain
 *
 * Writes a chain as the JSON that a dossier holds under `chain`, with the vocabularies that its
 * labels are of.
 *
 * Returns: (transfer full): the JSON
 *
 * Since: 0.1
 */
char *
scrutiny_chain_dup_json (ScrutinyChain *self)
{
  g_autoptr (JsonValue) value = NULL;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);

  value = value_of (self);

  return json_value_dup_pretty (value);
}
