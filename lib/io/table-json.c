/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/table-json.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "io/cell.h"

#define MOST_COLUMNS 1000

typedef struct {
  GPtrArray *names;  /* const char *, as the rows bring them */
  GHashTable *kinds; /* of name to JSON_NUMBER or JSON_STRING */
} Columns;

static gboolean
note_cell (Columns *columns,
           JsonPlace *place,
           const char *name,
           const JsonValue *cell,
           GError **error)
{
  gpointer kind;

  if (cell->kind > JSON_STRING || cell->kind == JSON_BOOLEAN)
    return json_place_expect (place, cell, JSON_STRING, error);
  if (!g_hash_table_lookup_extended (columns->kinds, name, NULL, &kind)) {
    if (columns->names->len == MOST_COLUMNS)
      return json_place_refuse (place, cell, SCRUTINY_ERROR_LIMIT, error, "more than %d columns",
                                MOST_COLUMNS);
    g_ptr_array_add (columns->names, (gpointer) name);
    kind = GINT_TO_POINTER (JSON_NUMBER);
  }
  if (cell->kind == JSON_STRING)
    kind = GINT_TO_POINTER (JSON_STRING);
  g_hash_table_insert (columns->kinds, (gpointer) name, kind);
  return TRUE;
}

static gboolean
note_row (JsonPlace *place, const JsonValue *row, gpointer user_data, GError **error)
{
  for (guint i = 0; i < json_value_get_n_items (row); i++) {
    const char *name = json_value_get_key (row, i);
    gsize before = json_place_enter (place, name);
    gboolean noted = note_cell (user_data, place, name, json_value_get_item (row, i), error);

    json_place_leave (place, before);
    if (!noted)
      return FALSE;
  }
  return TRUE;
}

static ScrutinyTable *
add_texts (ScrutinyTable *table,
           const JsonValue *rows,
           const char *from,
           const char *name,
           GError **error)
{
  guint n_rows = json_value_get_n_items (rows);
  g_autofree const char **texts = g_new0 (const char *, n_rows + 1);

  for (guint i = 0; i < n_rows; i++) {
    const JsonValue *cell = json_value_find (json_value_get_item (rows, i), from);

    texts[i] = cell && cell->text ? cell->text : "";
  }
  return scrutiny_table_copy_with_texts (table, name, texts, error);
}

static ScrutinyTable *
add_doubles (ScrutinyTable *table,
             JsonPlace *place,
             const JsonValue *rows,
             const char *name,
             GError **error)
{
  guint n_rows = json_value_get_n_items (rows);
  double *values = g_new (double, MAX (n_rows, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_take (values, n_rows * sizeof *values);

  for (guint i = 0; i < n_rows; i++) {
    const JsonValue *cell = json_value_find (json_value_get_item (rows, i), name);

    values[i] = NAN;
    if (cell && cell->kind == JSON_NUMBER &&
        !number_parse (cell->text, strlen (cell->text), &values[i])) {
      json_place_refuse (place, cell, SCRUTINY_ERROR_OUT_OF_RANGE, error,
                         "a number too large to compute with");
      return NULL;
    }
  }
  return scrutiny_table_copy_with_doubles (table, name, bytes, error);
}

/* Numbers from texts as published: “90.2%” is 90.2. */
static ScrutinyTable *
add_parsed (ScrutinyTable *table, const JsonValue *rows, const char *name, GError **error)
{
  guint n_rows = json_value_get_n_items (rows);
  double *values = g_new (double, MAX (n_rows, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_take (values, n_rows * sizeof *values);

  for (guint i = 0; i < n_rows; i++) {
    const JsonValue *found = json_value_find (json_value_get_item (rows, i), name);
    Cell cell;

    cell_parse (found && found->text ? found->text : "",
                found && found->text ? strlen (found->text) : 0, &cell);
    values[i] = cell.value;
  }
  return scrutiny_table_copy_with_doubles (table, name, bytes, error);
}

static ScrutinyTable *
add_column (ScrutinyTable *table,
            JsonPlace *place,
            const JsonValue *rows,
            const char *name,
            JsonKind kind,
            GError **error)
{
  if (kind == JSON_NUMBER)
    return add_doubles (table, place, rows, name, error);
  if (strcmp (name, "value") == 0)
    return add_parsed (table, rows, name, error);
  return add_texts (table, rows, name, name, error);
}

/* Each value as it was written goes beside the number, unless the rows bring it. */
static ScrutinyTable *
add_value_texts (ScrutinyTable *table, const JsonValue *rows, GError **error)
{
  if (!scrutiny_table_has_column (table, "value") ||
      scrutiny_table_has_column (table, "value_text"))
    return g_object_ref (table);

  return add_texts (table, rows, "value", "value_text", error);
}

static ScrutinyTable *
build (const Columns *columns, JsonPlace *place, const JsonValue *rows, GError **error)
{
  g_autoptr (ScrutinyTable) table = scrutiny_table_new ();

  for (guint i = 0; i < columns->names->len; i++) {
    const char *name = columns->names->pdata[i];
    JsonKind kind = (JsonKind) GPOINTER_TO_INT (g_hash_table_lookup (columns->kinds, name));
    ScrutinyTable *wider = add_column (table, place, rows, name, kind, error);

    if (!wider)
      return NULL;
    g_object_unref (table);
    table = wider;
  }
  return add_value_texts (table, rows, error);
}

ScrutinyTable *
table_json_read (JsonPlace *place, const JsonValue *rows, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  Columns columns = { names, kinds };

  for (guint i = 0; i < json_value_get_n_items (rows); i++) {
    const JsonValue *row = json_value_get_item (rows, i);
    gsize before = json_place_enter_index (place, i);
    gboolean noted = json_place_expect (place, row, JSON_OBJECT, error) &&
                     note_row (place, row, &columns, error);

    json_place_leave (place, before);
    if (!noted)
      return NULL;
  }
  return build (&columns, place, rows, error);
}

/* Whether the texts say no more than the numbers, so that a reader makes them again. */
static gboolean
is_told_by_values (ScrutinyTable *table)
{
  const char *const *texts = scrutiny_table_get_texts (table, "value_text");
  const double *values = scrutiny_table_get_doubles (table, "value", NULL);
  gsize n_rows = scrutiny_table_get_n_rows (table);

  if (!texts || !values)
    return FALSE;
  for (gsize i = 0; i < n_rows; i++) {
    char buffer[NUMBER_TEXT_SIZE];
    const char *plain = isnan (values[i]) ? "" : number_format (values[i], buffer);

    if (strcmp (texts[i], plain) != 0)
      return FALSE;
  }
  return TRUE;
}

JsonValue *
table_json_new (ScrutinyTable *table)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  JsonValue *self = json_value_new (JSON_ARRAY);
  gsize n_rows = scrutiny_table_get_n_rows (table);
  gboolean is_plain = scrutiny_table_has_column (table, "value_text") && is_told_by_values (table);

  for (gsize i = 0; i < n_rows; i++)
    json_value_add (self, json_value_new (JSON_OBJECT));

  for (char **name = names; *name; name++) {
    gboolean is_text = scrutiny_table_is_text (table, *name);
    const char *const *texts = is_text ? scrutiny_table_get_texts (table, *name) : NULL;
    const double *values = is_text ? NULL : scrutiny_table_get_doubles (table, *name, NULL);

    if (is_plain && strcmp (*name, "value_text") == 0)
      continue;
    for (gsize i = 0; i < n_rows; i++)
      json_value_set (json_value_get_item (self, (guint) i), *name,
                      is_text ? json_value_new_string (texts[i])
                              : json_value_new_number (values[i]));
  }
  return self;
}
