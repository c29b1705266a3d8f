/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "io/json.h"
#include "support/csv-rows.h"

/* The known answers of cases/change in the shared folder. */
static inline char *
change_case_dup_folder (void)
{
  return g_build_filename (g_getenv ("SCRUTINY_SHARED"), "cases", "change", NULL);
}

/* NULL where the folder is not there. */
static inline JsonValue *
change_cases_read (void)
{
  g_autofree char *folder = change_case_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "expected.json", NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;

  return json_value_parse ("expected.json", text, length, NULL);
}

/* A number that is expected, by its path below “expected”: "calendar/p", "ols/1". */
static inline double
change_case_number (const JsonValue *cases, const char *name, const char *path)
{
  const JsonValue *value = json_value_find (json_value_find (cases, name), "expected");
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);

  for (guint i = 0; steps[i]; i++)
    value = value->kind == JSON_ARRAY
                ? json_value_get_item (value, (guint) g_ascii_strtoull (steps[i], NULL, 10))
                : json_value_find (value, steps[i]);

  return value->kind == JSON_NUMBER ? g_ascii_strtod (value->text, NULL) : NAN;
}

/* A column of its data; NaN where it is missing. */
static inline double *
change_case_dup_column (const char *file, const char *column, gsize *n)
{
  g_autofree char *folder = change_case_dup_folder ();
  CsvRows *rows = csv_rows_read (folder, file);
  double *numbers = csv_rows_dup_numbers (rows, column);

  *n = csv_rows_count (rows);
  csv_rows_free (rows);

  return numbers;
}
