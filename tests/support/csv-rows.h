/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>
#include <math.h>
#include <string.h>

/* A small CSV file in memory, for tests that read published numbers.  Quoted fields
 * may hold commas and doubled quotes, not line breaks.
 */
typedef struct {
  GPtrArray *rows; /* of char **, the header first */
} CsvRows;

static inline char **
csv_split_line (const char *line)
{
  GPtrArray *fields = g_ptr_array_new ();
  GString *field = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *at = line; *at; at++) {
    if (*at == '"' && quoted && at[1] == '"') {
      g_string_append_c (field, '"');
      at++;
    } else if (*at == '"') {
      quoted = !quoted;
    } else if (*at == ',' && !quoted) {
      g_ptr_array_add (fields, g_strdup (field->str));
      g_string_set_size (field, 0);
    } else if (*at != '\r') {
      g_string_append_c (field, *at);
    }
  }
  g_ptr_array_add (fields, g_string_free (field, FALSE));
  g_ptr_array_add (fields, NULL);

  return (char **) g_ptr_array_free (fields, FALSE);
}

/* NULL if there is no such file. */
static inline CsvRows *
csv_rows_read (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;

  const char *start = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  g_auto (GStrv) lines = g_strsplit (start, "\n", -1);
  CsvRows *self = g_new (CsvRows, 1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; lines[i]; i++) {
    if (*lines[i])
      g_ptr_array_add (self->rows, csv_split_line (lines[i]));
  }

  return self;
}

static inline void
csv_rows_free (CsvRows *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static inline guint
csv_rows_count (const CsvRows *self)
{
  return self->rows->len - 1;
}

/* "" where the row is too short; NULL without such a column. */
static inline const char *
csv_rows_get (const CsvRows *self, guint row, const char *column)
{
  char **header = self->rows->pdata[0];
  char **fields = self->rows->pdata[row + 1];

  for (guint c = 0; header[c]; c++) {
    if (g_str_equal (header[c], column))
      return c < g_strv_length (fields) ? fields[c] : "";
  }

  return NULL;
}

/* NaN for what is no number. */
static inline double
csv_number (const char *text)
{
  char *end;
  const double number = g_ascii_strtod (text, &end);

  return *text && !*end ? number : NAN;
}

static inline double *
csv_rows_dup_numbers (const CsvRows *self, const char *column)
{
  const guint n = csv_rows_count (self);
  double *numbers = g_new (double, n);

  for (guint i = 0; i < n; i++)
    numbers[i] = csv_number (csv_rows_get (self, i, column));

  return numbers;
}
