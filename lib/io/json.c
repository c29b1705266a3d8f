/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/json.h"

#include <math.h>
#include <string.h>

#include "base/error-private.h"
#include "base/json-writer.h"
#include "base/number.h"
#include "base/printable.h"

/* Objects with more members than this look their keys up in a set. */
#define FEW_KEYS 16

typedef struct {
  const char *name;
  const char *at;
  const char *end;
  const char *line_start;
  guint line;
  guint depth;
  guint n_values;
} Parser;

static JsonValue *parse_value (Parser *parser, GError **error);

static gboolean refuse (Parser *parser, ScrutinyError code, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* Always FALSE, so that a parser can return it. */
static gboolean
refuse (Parser *parser, ScrutinyError code, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  glong column = g_utf8_strlen (parser->line_start, parser->at - parser->line_start) + 1;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  scrutiny_set_error_at (error, code, parser->line, NULL, NULL, "%s, line %u, column %ld: %s",
                         parser->name, parser->line, column, what);
  return FALSE;
}

static gboolean
at_end (const Parser *parser)
{
  return parser->at >= parser->end;
}

static char
peek (const Parser *parser)
{
  return at_end (parser) ? '\0' : *parser->at;
}

static void
skip_space (Parser *parser)
{
  for (; !at_end (parser) && strchr (" \t\r\n", *parser->at); parser->at++) {
    if (*parser->at == '\n' ||
        (*parser->at == '\r' && (parser->at + 1 == parser->end || parser->at[1] != '\n'))) {
      parser->line++;
      parser->line_start = parser->at + 1;
    }
  }
}

/* What stands where something else was wanted, for a message. */
static char *
dup_found (const Parser *parser)
{
  g_autofree char *shown = NULL;
  char found[8] = { 0 };

  if (at_end (parser))
    return g_strdup ("the end of the file");

  memcpy (found, parser->at, (gsize) (g_utf8_next_char (parser->at) - parser->at));
  shown = printable_dup (found, 0);
  return g_strdup_printf ("“%s”", shown);
}

static gboolean
refuse_found (Parser *parser, GError **error, const char *wanted)
{
  g_autofree char *found = dup_found (parser);

  return refuse (parser, SCRUTINY_ERROR_UNREADABLE, error, "%s was expected here, not %s", wanted,
                 found);
}

static JsonValue *
value_new_at (Parser *parser, JsonKind kind, GError **error)
{
  JsonValue *self;

  if (++parser->n_values > JSON_MOST_VALUES) {
    refuse (parser, SCRUTINY_ERROR_LIMIT, error,
            "more than %u values; split the file or leave the data in CSV files", JSON_MOST_VALUES);
    return NULL;
  }

  self = json_value_new (kind);
  self->line = parser->line;
  return self;
}

static gboolean
skip_digits (Parser *parser)
{
  const char *first = parser->at;

  while (g_ascii_isdigit (peek (parser)))
    parser->at++;

  return parser->at > first;
}

static gboolean
skip_number (Parser *parser)
{
  if (peek (parser) == '-')
    parser->at++;
  if (peek (parser) == '0')
    parser->at++;
  else if (!skip_digits (parser))
    return FALSE;

  if (peek (parser) == '.') {
    parser->at++;
    if (!skip_digits (parser))
      return FALSE;
  }
  if (peek (parser) == 'e' || peek (parser) == 'E') {
    parser->at++;
    if (peek (parser) == '+' || peek (parser) == '-')
      parser->at++;
    if (!skip_digits (parser))
      return FALSE;
  }
  return !g_ascii_isdigit (peek (parser)); /* 012 */
}

static JsonValue *
parse_number (Parser *parser, GError **error)
{
  const char *first = parser->at;
  JsonValue *self;

  if (!skip_number (parser)) {
    refuse_found (parser, error, "a number such as 90, -1.5 or 2e6");
    return NULL;
  }

  self = value_new_at (parser, JSON_NUMBER, error);
  if (self)
    self->text = g_strndup (first, (gsize) (parser->at - first));
  return self;
}

static JsonValue *
parse_word (Parser *parser, GError **error)
{
  static const struct {
    const char *word;
    JsonKind kind;
  } words[] = { { "true", JSON_BOOLEAN }, { "false", JSON_BOOLEAN }, { "null", JSON_NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i].word);
    JsonValue *self;

    if ((gsize) (parser->end - parser->at) < length || memcmp (parser->at, words[i].word, length))
      continue;
    parser->at += length;
    self = value_new_at (parser, words[i].kind, error);
    if (self && words[i].kind == JSON_BOOLEAN)
      self->text = g_strdup (words[i].word);
    return self;
  }

  refuse_found (parser, error,
                "a value: text in double quotes, a number, true, false, null, [ or {");
  return NULL;
}

/* Four hexadecimal digits, or -1. */
static int
read_unit (Parser *parser)
{
  int unit = 0;

  if (parser->end - parser->at < 4)
    return -1;
  for (int i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value (parser->at[i]);

    if (digit < 0)
      return -1;
    unit = unit * 16 + digit;
  }
  parser->at += 4;
  return unit;
}

/* After \u: one unit, or two that make a character beyond U+FFFF. */
static gboolean
parse_unicode_escape (Parser *parser, GString *text, GError **error)
{
  int unit = read_unit (parser);
  int low = -1;

  if (unit == 0)
    return refuse (parser, SCRUTINY_ERROR_UNREADABLE, error,
                   "\\u0000 cannot be part of a text; leave it out");
  if (unit >= 0xd800 && unit <= 0xdbff && parser->end - parser->at >= 6 && parser->at[0] == '\\' &&
      parser->at[1] == 'u') {
    parser->at += 2;
    low = read_unit (parser);
    if (low >= 0xdc00 && low <= 0xdfff) {
      g_string_append_unichar (text, 0x10000 + (((gunichar) unit - 0xd800) << 10) +
                                         ((gunichar) low - 0xdc00));
      return TRUE;
    }
  }
  if (unit < 0 || (unit >= 0xd800 && unit <= 0xdfff))
    return refuse (parser, SCRUTINY_ERROR_UNREADABLE, error,
                   "the \\u before this is not a character; write the character itself");

  g_string_append_unichar (text, (gunichar) unit);
  return TRUE;
}

static gboolean
parse_escape (Parser *parser, GString *text, GError **error)
{
  static const char names[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  const char *found;

  parser->at++;
  if (peek (parser) == 'u') {
    parser->at++;
    return parse_unicode_escape (parser, text, error);
  }

  found = at_end (parser) ? NULL : strchr (names, *parser->at);
  if (!found || !*found)
    return refuse (parser, SCRUTINY_ERROR_UNREADABLE, error,
                   "after \\ only \" \\ / b f n r t u may stand; write \\\\ for a backslash");

  g_string_append_c (text, meant[found - names]);
  parser->at++;
  return TRUE;
}

static char *
parse_text (Parser *parser, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (parser->at++; peek (parser) != '"' || at_end (parser);) {
    const char *first = parser->at;

    while (!at_end (parser) && *parser->at != '"' && *parser->at != '\\' &&
           (guchar) *parser->at >= 0x20)
      parser->at++;
    g_string_append_len (text, first, parser->at - first);

    if (at_end (parser)) {
      refuse (parser, SCRUTINY_ERROR_UNREADABLE, error,
              "the file ends inside a text; close it with a double quote");
      return NULL;
    }
    if ((guchar) *parser->at < 0x20) {
      refuse (parser, SCRUTINY_ERROR_UNREADABLE, error,
              "a line break, tab or control character inside a text; write \\n or \\t");
      return NULL;
    }
    if (*parser->at == '\\' && !parse_escape (parser, text, error))
      return NULL;
  }

  parser->at++;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static JsonValue *
parse_string (Parser *parser, GError **error)
{
  JsonValue *self = value_new_at (parser, JSON_STRING, error);

  if (!self)
    return NULL;

  self->text = parse_text (parser, error);
  if (!self->text)
    g_clear_pointer (&self, json_value_free);
  return self;
}

/* What follows a member: a comma (TRUE), the end (FALSE), or something else. */
static gboolean
parse_separator (Parser *parser, char closing, gboolean *more, GError **error)
{
  skip_space (parser);
  *more = peek (parser) == ',';
  if (!*more && peek (parser) != closing)
    return refuse_found (parser, error, closing == ']' ? "a comma or ]" : "a comma or }");

  parser->at++;
  skip_space (parser);
  return TRUE;
}

static gboolean
parse_items (Parser *parser, JsonValue *self, GError **error)
{
  gboolean more = TRUE;

  if (peek (parser) == ']') {
    parser->at++;
    return TRUE;
  }

  while (more) {
    JsonValue *item = parse_value (parser, error);

    if (!item)
      return FALSE;
    json_value_add (self, item);
    if (!parse_separator (parser, ']', &more, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
has_key (const JsonValue *self, GHashTable *seen, const char *key)
{
  if (seen)
    return g_hash_table_contains (seen, key);

  return json_value_find (self, key) != NULL;
}

static void
append_member (JsonValue *self, char *key, JsonValue *value)
{
  if (!self->keys)
    self->keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->keys, key);
  json_value_add (self, value);
}

/* A key of its own and the colon after it. */
static char *
parse_key (Parser *parser, const JsonValue *self, GHashTable *seen, GError **error)
{
  g_autofree char *key = NULL;

  if (peek (parser) != '"') {
    refuse_found (parser, error, "a key in double quotes");
    return NULL;
  }
  key = parse_text (parser, error);
  if (!key)
    return NULL;
  if (has_key (self, seen, key)) {
    g_autofree char *shown = printable_dup (key, 60);

    refuse (parser, SCRUTINY_ERROR_UNREADABLE, error,
            "the key “%s” stands twice in one object; keep one of them", shown);
    return NULL;
  }

  skip_space (parser);
  if (peek (parser) != ':') {
    refuse_found (parser, error, "a colon after the key");
    return NULL;
  }
  parser->at++;
  skip_space (parser);
  return g_steal_pointer (&key);
}

static void
remember_key (const JsonValue *self, GHashTable **seen, char *key)
{
  if (!*seen && self->keys->len > FEW_KEYS) {
    *seen = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < self->keys->len; i++)
      g_hash_table_add (*seen, self->keys->pdata[i]);
  } else if (*seen) {
    g_hash_table_add (*seen, key);
  }
}

static gboolean
parse_members (Parser *parser, JsonValue *self, GError **error)
{
  g_autoptr (GHashTable) seen = NULL;
  gboolean more = TRUE;

  if (peek (parser) == '}') {
    parser->at++;
    return TRUE;
  }

  while (more) {
    char *key = parse_key (parser, self, seen, error);
    JsonValue *value = key ? parse_value (parser, error) : NULL;

    if (!value) {
      g_free (key);
      return FALSE;
    }
    append_member (self, key, value);
    remember_key (self, &seen, key);
    if (!parse_separator (parser, '}', &more, error))
      return FALSE;
  }
  return TRUE;
}

static JsonValue *
parse_container (Parser *parser, JsonKind kind, GError **error)
{
  g_autoptr (JsonValue) self = NULL;
  gboolean whole;

  if (parser->depth == JSON_MOST_DEPTH) {
    refuse (parser, SCRUTINY_ERROR_LIMIT, error, "more than %d levels of [ and {", JSON_MOST_DEPTH);
    return NULL;
  }
  self = value_new_at (parser, kind, error);
  if (!self)
    return NULL;

  parser->depth++;
  parser->at++;
  skip_space (parser);
  whole =
      kind == JSON_ARRAY ? parse_items (parser, self, error) : parse_members (parser, self, error);
  parser->depth--;
  return whole ? g_steal_pointer (&self) : NULL;
}

static JsonValue *
parse_value (Parser *parser, GError **error)
{
  switch (peek (parser)) {
  case '{':
    return parse_container (parser, JSON_OBJECT, error);
  case '[':
    return parse_container (parser, JSON_ARRAY, error);
  case '"':
    return parse_string (parser, error);
  case '-':
    return parse_number (parser, error);
  default:
    if (g_ascii_isdigit (peek (parser)))
      return parse_number (parser, error);
    return parse_word (parser, error);
  }
}

/* The reader below trusts the bytes to be whole characters without a NUL. */
static gboolean
check_text (Parser *parser, GError **error)
{
  Parser place = *parser;
  const char *valid_end = parser->end;

  if (parser->end - parser->at > JSON_MOST_BYTES)
    return refuse (parser, SCRUTINY_ERROR_LIMIT, error, "larger than %u MB",
                   JSON_MOST_BYTES / (1024 * 1024));
  if (g_utf8_validate_len (parser->at, (gsize) (parser->end - parser->at), &valid_end))
    return TRUE;

  for (; place.at < valid_end; place.at++) {
    if (*place.at == '\n') {
      place.line++;
      place.line_start = place.at + 1;
    }
  }
  return refuse (&place, SCRUTINY_ERROR_UNREADABLE, error,
                 "a byte here (0x%02x) is not UTF-8 text; save the file as UTF-8",
                 (guint) (guchar) *place.at);
}

JsonValue *
json_value_parse (const char *name, const char *text, gsize length, GError **error)
{
  Parser parser = { .name = name, .at = text, .end = text + length, .line_start = text, .line = 1 };
  g_autoptr (JsonValue) self = NULL;

  if (!check_text (&parser, error))
    return NULL;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    parser.line_start = parser.at += 3;

  skip_space (&parser);
  self = parse_value (&parser, error);
  if (!self)
    return NULL;

  skip_space (&parser);
  if (!at_end (&parser)) {
    refuse_found (&parser, error, "the end of the file");
    return NULL;
  }
  return g_steal_pointer (&self);
}

JsonValue *
json_value_new (JsonKind kind)
{
  JsonValue *self = g_new0 (JsonValue, 1);

  self->kind = kind;
  return self;
}

JsonValue *
json_value_new_string (const char *text)
{
  JsonValue *self = json_value_new (JSON_STRING);

  self->text = g_strdup (text);
  return self;
}

JsonValue *
json_value_new_number (double value)
{
  char buffer[NUMBER_TEXT_SIZE];
  JsonValue *self;

  if (!isfinite (value))
    return json_value_new (JSON_NULL);

  self = json_value_new (JSON_NUMBER);
  self->text = g_strdup (number_format (value, buffer));
  return self;
}

JsonValue *
json_value_new_boolean (gboolean value)
{
  JsonValue *self = json_value_new (JSON_BOOLEAN);

  self->text = g_strdup (value ? "true" : "false");
  return self;
}

/* No deeper than the reader let it become, or than the code that built it. */
void
json_value_free (JsonValue *self)
{
  if (!self)
    return;

  g_free (self->text);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

guint
json_value_get_n_items (const JsonValue *self)
{
  return self->items ? self->items->len : 0;
}

JsonValue *
json_value_get_item (const JsonValue *self, guint index)
{
  g_return_val_if_fail (index < json_value_get_n_items (self), NULL);

  return self->items->pdata[index];
}

const char *
json_value_get_key (const JsonValue *self, guint index)
{
  g_return_val_if_fail (self->keys && index < self->keys->len, NULL);

  return self->keys->pdata[index];
}

JsonValue *
json_value_find (const JsonValue *self, const char *key)
{
  for (guint i = 0; self->keys && i < self->keys->len; i++) {
    if (strcmp (self->keys->pdata[i], key) == 0)
      return self->items->pdata[i];
  }

  return NULL;
}

void
json_value_set (JsonValue *self, const char *key, JsonValue *value)
{
  for (guint i = 0; self->keys && i < self->keys->len; i++) {
    if (strcmp (self->keys->pdata[i], key) == 0) {
      json_value_free (self->items->pdata[i]);
      self->items->pdata[i] = value;
      return;
    }
  }

  append_member (self, g_strdup (key), value);
}

void
json_value_add (JsonValue *self, JsonValue *value)
{
  if (!self->items)
    self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) json_value_free);
  g_ptr_array_add (self->items, value);
}

void
json_value_set_text (JsonValue *self, const char *key, const char *text)
{
  if (text && *text)
    json_value_set (self, key, json_value_new_string (text));
}

gboolean
json_value_equal (const JsonValue *self, const JsonValue *other)
{
  guint n_items = json_value_get_n_items (self);

  if (self->kind != other->kind || g_strcmp0 (self->text, other->text) != 0 ||
      n_items != json_value_get_n_items (other))
    return FALSE;

  for (guint i = 0; i < n_items; i++) {
    if (self->kind == JSON_OBJECT && strcmp (self->keys->pdata[i], other->keys->pdata[i]) != 0)
      return FALSE;
    if (!json_value_equal (self->items->pdata[i], other->items->pdata[i]))
      return FALSE;
  }
  return TRUE;
}

/* The library's writer knows how to escape; this borrows only that. */
static void
append_string (GString *out, const char *text)
{
  JsonWriter writer;

  json_writer_init (&writer, out);
  json_writer_string (&writer, text);
}

static void
append_break (GString *out, gboolean pretty, guint depth)
{
  if (!pretty)
    return;

  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static void
append_value (GString *out, const JsonValue *self, gboolean pretty, guint depth)
{
  const char *brackets = self->kind == JSON_OBJECT ? "{}" : "[]";
  guint n_items = json_value_get_n_items (self);

  if (self->kind == JSON_STRING) {
    append_string (out, self->text);
    return;
  }
  if (self->kind < JSON_ARRAY) {
    g_string_append (out, self->text ? self->text : "null");
    return;
  }

  g_string_append_c (out, brackets[0]);
  for (guint i = 0; i < n_items; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    append_break (out, pretty, depth + 1);
    if (self->kind == JSON_OBJECT) {
      append_string (out, self->keys->pdata[i]);
      g_string_append (out, pretty ? ": " : ":");
    }
    append_value (out, self->items->pdata[i], pretty, depth + 1);
  }
  if (n_items > 0)
    append_break (out, pretty, depth);
  g_string_append_c (out, brackets[1]);
}

char *
json_value_dup_compact (const JsonValue *self)
{
  GString *out = g_string_new (NULL);

  append_value (out, self, FALSE, 0);
  return g_string_free (out, FALSE);
}

char *
json_value_dup_pretty (const JsonValue *self)
{
  GString *out = g_string_new (NULL);

  append_value (out, self, TRUE, 0);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
