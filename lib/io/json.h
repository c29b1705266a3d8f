/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JSON_MOST_DEPTH 64
#define JSON_MOST_BYTES (32u * 1024 * 1024)
#define JSON_MOST_VALUES (2u * 1000 * 1000)

typedef enum {
  JSON_NULL,
  JSON_BOOLEAN,
  JSON_NUMBER,
  JSON_STRING,
  JSON_ARRAY,
  JSON_OBJECT,
} JsonKind;

/* A value as it stood in the file.  Members keep their order and numbers their
 * digits, so that writing a value back changes nothing but the white space.
 */
typedef struct _JsonValue JsonValue;
struct _JsonValue {
  JsonKind kind;
  guint line;       /* where it began, from 1; 0 if made here */
  guint column;     /* the same in a text that is not JSON; 0 in one that is */
  char *text;       /* a string's characters, a number as written, true or false */
  GPtrArray *keys;  /* of an object, char*; NULL while empty */
  GPtrArray *items; /* of an object or array, JsonValue*; NULL while empty */
};

/* Reads all of @text as one JSON value (RFC 8259, and nothing beyond it): a
 * byte order mark is passed over, a key twice in one object is refused.  @name
 * begins every message.
 */
JsonValue *json_value_parse (const char *name, const char *text, gsize length, GError **error);
JsonValue *json_value_new (JsonKind kind);
JsonValue *json_value_new_string (const char *text);
JsonValue *json_value_new_number (double value); /* NaN is null */
JsonValue *json_value_new_boolean (gboolean value);
void json_value_free (JsonValue *self);

guint json_value_get_n_items (const JsonValue *self);
JsonValue *json_value_get_item (const JsonValue *self, guint index);
const char *json_value_get_key (const JsonValue *self, guint index);
JsonValue *json_value_find (const JsonValue *self, const char *key);

/* Both take @value.  Setting a key that is there replaces it in its place. */
void json_value_set (JsonValue *self, const char *key, JsonValue *value);
void json_value_add (JsonValue *self, JsonValue *value);
/* Sets a text, unless it says nothing. */
void json_value_set_text (JsonValue *self, const char *key, const char *text);

gboolean json_value_equal (const JsonValue *self, const JsonValue *other);
char *json_value_dup_compact (const JsonValue *self);
char *json_value_dup_pretty (const JsonValue *self); /* two spaces, ends in a line break */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonValue, json_value_free)

G_END_DECLS
