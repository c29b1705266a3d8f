/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/json-writer.h"

#include "base/number.h"
#include "base/printable.h"

#include <math.h>
#include <string.h>

void
json_writer_init (JsonWriter *self, GString *out)
{
  *self = (JsonWriter){ .out = out, .first = TRUE };
}

/* After a key, "first" says that the value needs no comma. */
static void
separate (JsonWriter *self)
{
  if (!self->first)
    g_string_append_c (self->out, ',');
  self->first = FALSE;
}

static void
begin (JsonWriter *self, char bracket)
{
  separate (self);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->first = TRUE;
}

static void
end (JsonWriter *self, char bracket)
{
  g_return_if_fail (self->depth > 0);

  g_string_append_c (self->out, bracket);
  self->depth--;
  self->first = FALSE;
}

void
json_writer_begin_object (JsonWriter *self)
{
  begin (self, '{');
}

void
json_writer_end_object (JsonWriter *self)
{
  end (self, '}');
}

void
json_writer_begin_array (JsonWriter *self)
{
  begin (self, '[');
}

void
json_writer_end_array (JsonWriter *self)
{
  end (self, ']');
}

/* What could act on a terminal is written by its number: nothing is lost and nothing acts. */
static void
append_escaped (GString *out, gunichar c)
{
  static const char escapes[] = "\bb\ff\nn\rr\tt\"\"\\\\";

  for (const char *at = escapes; *at; at += 2) {
    if (c == (guchar) at[0]) {
      g_string_append_c (out, '\\');
      g_string_append_c (out, at[1]);
      return;
    }
  }

  if (printable_is_safe (c))
    g_string_append_unichar (out, c);
  else
    g_string_append_printf (out, "\\u%04x", c); /* all of them lie below U+10000 */
}

static gboolean
is_plain (guchar byte)
{
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

static void
append_string (GString *out, const char *value)
{
  g_string_append_c (out, '"');
  while (*value) {
    const char *run = value;

    while (is_plain ((guchar) *value))
      value++;
    g_string_append_len (out, run, value - run);
    if (*value)
      append_escaped (out, printable_next (&value));
  }
  g_string_append_c (out, '"');
}

void
json_writer_key (JsonWriter *self, const char *key)
{
  separate (self);
  append_string (self->out, key);
  g_string_append_c (self->out, ':');
  self->first = TRUE;
}

void
json_writer_raw (JsonWriter *self, const char *json)
{
  separate (self);
  g_string_append (self->out, json);
}

void
json_writer_null (JsonWriter *self)
{
  json_writer_raw (self, "null");
}

void
json_writer_string (JsonWriter *self, const char *value)
{
  if (!value) {
    json_writer_null (self);
    return;
  }
  separate (self);
  append_string (self->out, value);
}

void
json_writer_double (JsonWriter *self, double value)
{
  char text[NUMBER_TEXT_SIZE];

  json_writer_raw (self, isfinite (value) ? number_format (value, text) : "null");
}

/* A report has some hundred thousand whole numbers: a format would take longer than they do. */
static void
append_digits (GString *out, guint64 value)
{
  char digits[20]; /* of G_MAXUINT64 */
  gsize at = sizeof digits;

  do {
    digits[--at] = (char) ('0' + value % 10);
    value /= 10;
  } while (value > 0);
  g_string_append_len (out, digits + at, (gssize) (sizeof digits - at));
}

void
json_writer_int (JsonWriter *self, gint64 value)
{
  separate (self);
  if (value < 0)
    g_string_append_c (self->out, '-');
  append_digits (self->out, value < 0 ? 0 - (guint64) value : (guint64) value);
}

void
json_writer_boolean (JsonWriter *self, gboolean value)
{
  json_writer_raw (self, value ? "true" : "false");
}

static void
write_unsigned (JsonWriter *self, guint64 value)
{
  separate (self);
  append_digits (self->out, value);
}

static void
write_members (JsonWriter *self, GVariant *dictionary)
{
  json_writer_begin_object (self);
  for (gsize i = 0; i < g_variant_n_children (dictionary); i++) {
    g_autoptr (GVariant) entry = g_variant_get_child_value (dictionary, i);
    g_autoptr (GVariant) key = g_variant_get_child_value (entry, 0);
    g_autoptr (GVariant) value = g_variant_get_child_value (entry, 1);

    json_writer_key (self, g_variant_get_string (key, NULL));
    json_writer_variant (self, value);
  }
  json_writer_end_object (self);
}

static void
write_elements (JsonWriter *self, GVariant *container)
{
  json_writer_begin_array (self);
  for (gsize i = 0; i < g_variant_n_children (container); i++) {
    g_autoptr (GVariant) element = g_variant_get_child_value (container, i);

    json_writer_variant (self, element);
  }
  json_writer_end_array (self);
}

static void
write_container (JsonWriter *self, GVariant *value)
{
  g_autoptr (GVariant) inner = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE ("a{s*}"))) {
    write_members (self, value);
  } else if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT)) {
    inner = g_variant_get_variant (value);
    json_writer_variant (self, inner);
  } else if (g_variant_is_of_type (value, G_VARIANT_TYPE_MAYBE)) {
    inner = g_variant_get_maybe (value);
    if (inner)
      json_writer_variant (self, inner);
    else
      json_writer_null (self);
  } else {
    write_elements (self, value);
  }
}

void
json_writer_variant (JsonWriter *self, GVariant *value)
{
  switch (g_variant_classify (value)) {
  case G_VARIANT_CLASS_BOOLEAN:
    json_writer_boolean (self, g_variant_get_boolean (value));
    break;
  case G_VARIANT_CLASS_BYTE:
    json_writer_int (self, g_variant_get_byte (value));
    break;
  case G_VARIANT_CLASS_INT16:
    json_writer_int (self, g_variant_get_int16 (value));
    break;
  case G_VARIANT_CLASS_UINT16:
    json_writer_int (self, g_variant_get_uint16 (value));
    break;
  case G_VARIANT_CLASS_INT32:
    json_writer_int (self, g_variant_get_int32 (value));
    break;
  case G_VARIANT_CLASS_UINT32:
    json_writer_int (self, g_variant_get_uint32 (value));
    break;
  case G_VARIANT_CLASS_INT64:
    json_writer_int (self, g_variant_get_int64 (value));
    break;
  case G_VARIANT_CLASS_UINT64:
    write_unsigned (self, g_variant_get_uint64 (value));
    break;
  case G_VARIANT_CLASS_HANDLE:
    json_writer_int (self, g_variant_get_handle (value));
    break;
  case G_VARIANT_CLASS_DOUBLE:
    json_writer_double (self, g_variant_get_double (value));
    break;
  case G_VARIANT_CLASS_STRING:
  case G_VARIANT_CLASS_OBJECT_PATH:
  case G_VARIANT_CLASS_SIGNATURE:
    json_writer_string (self, g_variant_get_string (value, NULL));
    break;
  case G_VARIANT_CLASS_VARIANT:
  case G_VARIANT_CLASS_MAYBE:
  case G_VARIANT_CLASS_ARRAY:
  case G_VARIANT_CLASS_TUPLE:
  case G_VARIANT_CLASS_DICT_ENTRY:
  default:
    write_container (self, value);
    break;
  }
}

void
json_writer_member_string (JsonWriter *self, const char *key, const char *value)
{
  json_writer_key (self, key);
  json_writer_string (self, value);
}

void
json_writer_member_double (JsonWriter *self, const char *key, double value)
{
  json_writer_key (self, key);
  json_writer_double (self, value);
}

void
json_writer_member_interval (JsonWriter *self, const char *key, double low, double high)
{
  json_writer_key (self, key);
  json_writer_begin_array (self);
  json_writer_double (self, low);
  json_writer_double (self, high);
  json_writer_end_array (self);
}
