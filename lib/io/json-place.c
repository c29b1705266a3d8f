/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/json-place.h"

#include <string.h>

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "indicator/dossier-private.h"

static const char *const kind_names[] = {
  "nothing (null)",          "true or false", "a number",
  "a text in double quotes", "a list [ ]",    "an object { }",
};

void
json_place_init (JsonPlace *self,
                 const char *file,
                 const char *kept_as,
                 ScrutinyDossierBuilder *builder)
{
  self->file = file;
  self->kept_as = kept_as;
  self->pointer = g_string_new (NULL);
  self->builder = builder;
  self->notes = NULL;
}

void
json_place_clear (JsonPlace *self)
{
  g_string_free (self->pointer, TRUE);
}

gsize
json_place_enter (JsonPlace *self, const char *key)
{
  gsize before = self->pointer->len;

  g_string_append_c (self->pointer, '/');
  for (; *key; key++) {
    if (*key == '~')
      g_string_append (self->pointer, "~0");
    else if (*key == '/')
      g_string_append (self->pointer, "~1");
    else
      g_string_append_c (self->pointer, *key);
  }
  return before;
}

gsize
json_place_enter_index (JsonPlace *self, guint index)
{
  gsize before = self->pointer->len;

  g_string_append_printf (self->pointer, "/%u", index);
  return before;
}

void
json_place_leave (JsonPlace *self, gsize before)
{
  g_string_truncate (self->pointer, before);
}

static char *
dup_words (JsonPlace *self, const JsonValue *value)
{
  g_autofree char *pointer = printable_dup (self->pointer->str, 120);

  if (value->column > 0)
    return g_strdup_printf ("%s, line %u, column %u", self->file, value->line, value->column);

  return g_strdup_printf ("%s, line %u%s%s", self->file, value->line, *pointer ? ", " : "",
                          pointer);
}

gboolean
json_place_refuse (JsonPlace *self,
                   const JsonValue *value,
                   ScrutinyError code,
                   GError **error,
                   const char *format,
                   ...)
{
  g_autofree char *place = dup_words (self, value);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  scrutiny_set_error_at (error, code, value->line, NULL, NULL, "%s: %s", place, what);
  return FALSE;
}

gboolean
json_place_prefix (JsonPlace *self, const JsonValue *value, GError **error)
{
  g_autofree char *place = dup_words (self, value);

  g_prefix_error (error, "%s: ", place);
  return FALSE;
}

gboolean
json_place_expect (JsonPlace *self, const JsonValue *value, JsonKind kind, GError **error)
{
  if (value->kind == kind)
    return TRUE;

  return json_place_refuse (self, value, SCRUTINY_ERROR_UNREADABLE, error,
                            "%s belongs here, not %s", kind_names[kind], kind_names[value->kind]);
}

gboolean
json_place_get (JsonPlace *self,
                const JsonValue *object,
                const char *key,
                JsonKind kind,
                const JsonValue **value,
                GError **error)
{
  const JsonValue *found = json_value_find (object, key);
  gboolean expected = TRUE;
  gsize before;

  *value = NULL;
  if (!found || found->kind == JSON_NULL)
    return TRUE;

  before = json_place_enter (self, key);
  expected = json_place_expect (self, found, kind, error);
  json_place_leave (self, before);
  if (expected)
    *value = found;
  return expected;
}

gboolean
json_place_get_text (JsonPlace *self,
                     const JsonValue *object,
                     const char *key,
                     const char **text,
                     GError **error)
{
  const JsonValue *found = json_value_find (object, key);

  if (!found || found->kind != JSON_NUMBER) {
    if (!json_place_get (self, object, key, JSON_STRING, &found, error))
      return FALSE;
  }
  *text = found ? found->text : NULL;
  return TRUE;
}

gboolean
json_place_need_text (JsonPlace *self,
                      const JsonValue *object,
                      const char *key,
                      const char **text,
                      GError **error)
{
  if (!json_place_get_text (self, object, key, text, error))
    return FALSE;
  if (*text && **text)
    return TRUE;

  return json_place_refuse (self, object, SCRUTINY_ERROR_NOT_FOUND, error,
                            "“%s” is missing here; add it", key);
}

gboolean
json_place_get_double (JsonPlace *self,
                       const JsonValue *object,
                       const char *key,
                       double *value,
                       GError **error)
{
  const JsonValue *found;
  gboolean parsed = TRUE;

  if (!json_place_get (self, object, key, JSON_NUMBER, &found, error))
    return FALSE;
  if (found && !number_parse (found->text, strlen (found->text), value)) {
    gsize before = json_place_enter (self, key);

    parsed = json_place_refuse (self, found, SCRUTINY_ERROR_OUT_OF_RANGE, error,
                                "a number too large to compute with");
    json_place_leave (self, before);
  }
  return parsed;
}

gboolean
json_place_get_uint (JsonPlace *self,
                     const JsonValue *object,
                     const char *key,
                     guint most,
                     guint *value,
                     GError **error)
{
  const JsonValue *found;
  guint64 number;
  gsize before;

  if (!json_place_get (self, object, key, JSON_NUMBER, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  if (g_ascii_string_to_unsigned (found->text, 10, 0, most, &number, NULL)) {
    *value = (guint) number;
    return TRUE;
  }

  before = json_place_enter (self, key);
  json_place_refuse (self, found, SCRUTINY_ERROR_OUT_OF_RANGE, error,
                     "a whole number from 0 to %u belongs here", most);
  json_place_leave (self, before);
  return FALSE;
}

static gboolean
each_item (JsonPlace *self,
           const JsonValue *list,
           JsonPlaceFunc func,
           gpointer user_data,
           GError **error)
{
  for (guint i = 0; i < json_value_get_n_items (list); i++) {
    const JsonValue *item = json_value_get_item (list, i);
    gsize before = json_place_enter_index (self, i);
    gboolean taken =
        json_place_expect (self, item, JSON_OBJECT, error) && func (self, item, user_data, error);

    json_place_leave (self, before);
    if (!taken)
      return FALSE;
  }
  return TRUE;
}

gboolean
json_place_each (JsonPlace *self,
                 const JsonValue *object,
                 const char *key,
                 JsonPlaceFunc func,
                 gpointer user_data,
                 GError **error)
{
  const JsonValue *list;
  gboolean taken;
  gsize before;

  if (!json_place_get (self, object, key, JSON_ARRAY, &list, error))
    return FALSE;
  if (!list)
    return TRUE;

  before = json_place_enter (self, key);
  taken = each_item (self, list, func, user_data, error);
  json_place_leave (self, before);
  return taken;
}

gboolean
json_place_one (JsonPlace *self,
                const JsonValue *object,
                const char *key,
                JsonPlaceFunc func,
                gpointer user_data,
                GError **error)
{
  const JsonValue *value;
  gboolean taken;
  gsize before;

  if (!json_place_get (self, object, key, JSON_OBJECT, &value, error))
    return FALSE;
  if (!value)
    return TRUE;

  before = json_place_enter (self, key);
  taken = func (self, value, user_data, error);
  json_place_leave (self, before);
  return taken;
}

static void
keep_value (JsonPlace *self, const char *key, const JsonValue *value)
{
  gsize before = json_place_enter (self, key);
  g_autofree char *where = g_strconcat (self->kept_as, "#", self->pointer->str, NULL);
  g_autofree char *json = json_value_dup_compact (value);

  if (self->builder)
    scrutiny_dossier_builder_set_unknown (self->builder, where, json);
  json_place_leave (self, before);
}

void
json_place_keep (JsonPlace *self, const JsonValue *object, const char *key)
{
  const JsonValue *value = json_value_find (object, key);

  if (value)
    keep_value (self, key, value);
}

void
json_place_keep_unknown (JsonPlace *self, const JsonValue *object, const char *const *known)
{
  for (guint i = 0; i < json_value_get_n_items (object); i++) {
    const char *key = json_value_get_key (object, i);

    if (!g_strv_contains (known, key))
      keep_value (self, key, json_value_get_item (object, i));
  }
}

void
json_place_add_note (JsonPlace *self, const char *id, const char *note)
{
  gboolean is_list = self->notes && self->notes->kind == JSON_ARRAY;

  for (guint i = 0; is_list && i < json_value_get_n_items (self->notes); i++) {
    if (g_strcmp0 (json_value_get_item (self->notes, i)->text, note) == 0)
      return;
  }
  scrutiny_dossier_builder_add_note (self->builder, id, note);
}

static char *
dup_unescaped (const char *step)
{
  GString *key = g_string_new (step);

  g_string_replace (key, "~1", "/", 0);
  g_string_replace (key, "~0", "~", 0);
  return g_string_free (key, FALSE);
}

/* The container that @step leads to; a member that is not there is made. */
static JsonValue *
follow (JsonValue *from, const char *step)
{
  JsonValue *made;
  guint64 index;

  if (from->kind == JSON_ARRAY) {
    if (g_ascii_string_to_unsigned (step, 10, 0, json_value_get_n_items (from), &index, NULL) &&
        index < json_value_get_n_items (from))
      return json_value_get_item (from, (guint) index);
    return NULL;
  }
  if (from->kind != JSON_OBJECT)
    return NULL;
  if (json_value_find (from, step))
    return json_value_find (from, step);

  made = json_value_new (JSON_OBJECT);
  json_value_set (from, step, made);
  return made;
}

static gboolean
restore_one (JsonValue *root, const char *pointer, const char *json, GError **error)
{
  g_auto (GStrv) steps = g_strsplit (pointer + 1, "/", -1);
  guint n_steps = g_strv_length (steps);
  g_autoptr (JsonValue) value = json_value_parse (pointer, json, strlen (json), error);
  g_autofree char *last = dup_unescaped (n_steps ? steps[n_steps - 1] : "");
  JsonValue *parent = root;

  if (!value)
    return FALSE;
  for (guint i = 0; parent && i + 1 < n_steps; i++) {
    g_autofree char *step = dup_unescaped (steps[i]);

    parent = follow (parent, step);
  }
  if (parent && parent->kind == JSON_OBJECT) {
    json_value_set (parent, last, g_steal_pointer (&value));
    return TRUE;
  }

  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, NULL, NULL,
                         "%s: what stood here was kept, but what it stood in is gone", pointer);
  return FALSE;
}

gboolean
json_place_restore (JsonValue *root, const char *file, ScrutinyDossier *dossier, GError **error)
{
  GPtrArray *wheres = scrutiny_dossier_get_unknown_pointers (dossier);
  gsize n_file = strlen (file);

  for (guint i = 0; i < wheres->len; i++) {
    const char *where = wheres->pdata[i];

    if (strncmp (where, file, n_file) != 0 || where[n_file] != '#')
      continue;
    if (!restore_one (root, where + n_file + 1, scrutiny_dossier_get_unknown (dossier, where),
                      error))
      return FALSE;
  }
  return TRUE;
}
