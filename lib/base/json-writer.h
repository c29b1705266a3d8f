/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends JSON to a string: UTF-8, numbers as their shortest round-trip text,
 * what is not a number as null.  Commas and escapes are its business; keys come in
 * the order they are written.
 */
typedef struct {
  GString *out;
  guint depth;
  gboolean first; /* nothing yet in the innermost object or array */
} JsonWriter;

void json_writer_init (JsonWriter *self, GString *out);
void json_writer_begin_object (JsonWriter *self);
void json_writer_end_object (JsonWriter *self);
void json_writer_begin_array (JsonWriter *self);
void json_writer_end_array (JsonWriter *self);
void json_writer_key (JsonWriter *self, const char *key);
void json_writer_string (JsonWriter *self, const char *value); /* NULL is null */
void json_writer_double (JsonWriter *self, double value);      /* NaN, inf: null */
void json_writer_int (JsonWriter *self, gint64 value);
void json_writer_boolean (JsonWriter *self, gboolean value);
void json_writer_null (JsonWriter *self);
void json_writer_raw (JsonWriter *self, const char *json);    /* a whole value, already JSON */
void json_writer_variant (JsonWriter *self, GVariant *value); /* facts and parameters */

/* A key and its value. */
void json_writer_member_string (JsonWriter *self, const char *key, const char *value);
void json_writer_member_double (JsonWriter *self, const char *key, double value);
void json_writer_member_interval (JsonWriter *self, const char *key, double low, double high);

G_END_DECLS
