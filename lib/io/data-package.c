/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/data-package.h"

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "io/json-place.h"
#include "io/resource-path.h"

#define MOST_RESOURCES 1000
#define MOST_NAMED 20

static void
field_free (gpointer data)
{
  DataField *self = data;

  g_free (self->name);
  g_free (self->kind);
  g_free (self->format);
  g_strfreev (self->codes);
  g_free (self);
}

static void
resource_free (gpointer data)
{
  DataResource *self = data;

  g_free (self->name);
  g_free (self->path);
  g_free (self->encoding);
  g_strfreev (self->names);
  g_ptr_array_unref (self->fields);
  g_strfreev (self->missing);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

void
data_package_free (DataPackage *self)
{
  if (!self)
    return;

  g_ptr_array_unref (self->resources);
  g_free (self);
}

DataResource *
data_package_find (const DataPackage *self, const char *name)
{
  for (guint i = 0; i < self->resources->len; i++) {
    DataResource *resource = self->resources->pdata[i];

    if (strcmp (resource->name, name) == 0)
      return resource;
  }
  for (guint i = 0; i < self->resources->len; i++) {
    DataResource *resource = self->resources->pdata[i];

    if (strcmp (resource->path, name) == 0)
      return resource;
  }

  return NULL;
}

char *
data_package_dup_names (const DataPackage *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->resources->len, MOST_NAMED); i++) {
    const DataResource *resource = self->resources->pdata[i];
    g_autofree char *shown = printable_dup (resource->name, 60);

    g_string_append_printf (names, "%s“%s”", i ? ", " : "", shown);
  }
  if (self->resources->len == 0)
    g_string_append (names, "none");
  return g_string_free (g_steal_pointer (&names), FALSE);
}

const DataResource *
data_package_choose (const DataPackage *self, const char *wanted, GError **error)
{
  const DataResource *found = NULL;
  g_autofree char *names = data_package_dup_names (self);

  if (wanted)
    found = data_package_find (self, wanted);
  else if (self->resources->len == 1)
    found = self->resources->pdata[0];
  if (!found)
    scrutiny_set_error_at (
        error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, wanted, "%s: %s; there are %s", DATA_PACKAGE_NAME,
        wanted ? "there is no such table" : "say which of its tables to read", names);

  return found;
}

/* The texts of a list, or NULL if it is not there. */
static gboolean
read_missing (JsonPlace *place, const JsonValue *schema, GStrv *missing, GError **error)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  const JsonValue *list;

  if (!json_place_get (place, schema, "missingValues", JSON_ARRAY, &list, error))
    return FALSE;
  if (!list)
    return TRUE;

  for (guint i = 0; i < json_value_get_n_items (list); i++) {
    const JsonValue *text = json_value_get_item (list, i);

    if (!json_place_expect (place, text, JSON_STRING, error))
      return FALSE;
    g_strv_builder_add (texts, text->text);
  }
  *missing = g_strv_builder_end (texts);
  return TRUE;
}

/* Numbers and truths as they are written. */
static gboolean
read_code (JsonPlace *place, const JsonValue *code, GStrvBuilder *codes, GError **error)
{
  if (code->kind != JSON_NUMBER && code->kind != JSON_BOOLEAN &&
      !json_place_expect (place, code, JSON_STRING, error))
    return FALSE;
  g_strv_builder_add (codes, code->text);

  return TRUE;
}

static gboolean
read_codes (JsonPlace *place, const JsonValue *constraints, gpointer user_data, GError **error)
{
  DataField *field = user_data;
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  const JsonValue *list;

  if (!json_place_get (place, constraints, "enum", JSON_ARRAY, &list, error))
    return FALSE;
  for (guint i = 0; list && i < json_value_get_n_items (list); i++)
    if (!read_code (place, json_value_get_item (list, i), codes, error))
      return FALSE;
  if (list)
    field->codes = g_strv_builder_end (codes);

  return TRUE;
}

static gboolean
read_field (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  DataResource *resource = user_data;
  const char *name = NULL, *kind, *format;
  DataField *field;

  if (!json_place_need_text (place, value, "name", &name, error) ||
      !json_place_get_text (place, value, "type", &kind, error) ||
      !json_place_get_text (place, value, "format", &format, error))
    return FALSE;
  field = g_new0 (DataField, 1);
  field->name = g_strdup (name);
  field->kind = g_strdup (kind);
  field->format = g_strdup (format);
  g_ptr_array_add (resource->fields, field);

  return json_place_one (place, value, "constraints", read_codes, field, error);
}

static gboolean
read_schema (JsonPlace *place, const JsonValue *schema, gpointer user_data, GError **error)
{
  DataResource *resource = user_data;

  if (!read_missing (place, schema, &resource->missing, error) ||
      !json_place_each (place, schema, "fields", read_field, resource, error))
    return FALSE;

  resource->names = g_new0 (char *, resource->fields->len + 1);
  for (guint i = 0; i < resource->fields->len; i++)
    resource->names[i] = g_strdup (((DataField *) resource->fields->pdata[i])->name);
  return TRUE;
}

/* Names of columns are needed only where the file has none. */
static gboolean
read_dialect (JsonPlace *place, const JsonValue *value, DataResource *resource, GError **error)
{
  const JsonValue *dialect = json_value_find (value, "dialect");
  const JsonValue *header = NULL;

  if (dialect && dialect->kind == JSON_OBJECT &&
      !json_place_get (place, dialect, "header", JSON_BOOLEAN, &header, error))
    return FALSE;
  if (!header || strcmp (header->text, "true") == 0)
    g_clear_pointer (&resource->names, g_strfreev);
  else if (!resource->names || !*resource->names)
    return json_place_refuse (place, value, SCRUTINY_ERROR_NOT_FOUND, error,
                              "a table without a header needs the names of its columns under "
                              "“schema”, “fields”");
  return TRUE;
}

static gboolean
read_path (JsonPlace *place, const JsonValue *value, const char **path, GError **error)
{
  const JsonValue *found = json_value_find (value, "path");

  if (found && found->kind == JSON_ARRAY)
    return json_place_refuse (place, value, SCRUTINY_ERROR_UNREADABLE, error,
                              "a table in several files; join them into one and name that as the "
                              "“path”");
  if (!json_place_get_text (place, value, "path", path, error))
    return FALSE;
  if (!*path)
    return TRUE;

  return resource_path_check (place->file, *path, error);
}

static gboolean
read_resource (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  DataPackage *self = user_data;
  DataResource *resource;
  const char *name, *encoding;
  const char *path = NULL;

  if (!json_place_get_text (place, value, "name", &name, error) ||
      !json_place_get_text (place, value, "encoding", &encoding, error) ||
      !read_path (place, value, &path, error))
    return FALSE;
  if (!path)
    return TRUE; /* data inside the package: kept, not read */
  if (self->resources->len == MOST_RESOURCES)
    return json_place_refuse (place, value, SCRUTINY_ERROR_LIMIT, error, "more than %d resources",
                              MOST_RESOURCES);

  resource = g_new0 (DataResource, 1);
  resource->fields = g_ptr_array_new_with_free_func (field_free);
  g_ptr_array_add (self->resources, resource);
  resource->name = g_strdup (name ? name : path);
  resource->path = g_strdup (path);
  resource->encoding = g_strdup (encoding);
  return json_place_one (place, value, "schema", read_schema, resource, error) &&
         read_dialect (place, value, resource, error);
}

static gboolean
read_package (JsonPlace *place, const JsonValue *root, DataPackage *self, GError **error)
{
  static const char *const nothing[] = { NULL };
  const char *title = NULL;

  if (!json_place_expect (place, root, JSON_OBJECT, error) ||
      !json_place_get_text (place, root, "title", &title, error) ||
      !json_place_each (place, root, "resources", read_resource, self, error))
    return FALSE;

  if (title)
    scrutiny_dossier_builder_set_title (place->builder, title);
  json_place_keep_unknown (place, root, nothing);
  return TRUE;
}

DataPackage *
data_package_parse (GBytes *bytes, ScrutinyDossierBuilder *builder, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonValue) root =
      json_value_parse (DATA_PACKAGE_NAME, text ? text : "", length, error);
  DataPackage *self;
  JsonPlace place;

  if (!root)
    return NULL;

  self = g_new0 (DataPackage, 1);
  self->resources = g_ptr_array_new_with_free_func (resource_free);
  json_place_init (&place, DATA_PACKAGE_NAME, DATA_PACKAGE_NAME, builder);
  if (!read_package (&place, root, self, error))
    g_clear_pointer (&self, data_package_free);
  json_place_clear (&place);
  return self;
}
