/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "io/json.h"
#include "support/change-coverage.h"
#include "support/csv-rows.h"
#include "support/near.h"

/* The known answers of cases/change in the shared folder, and which of them were compared:
 * a number that no assertion of the test that is to hold it has looked at is a failure.
 */
static struct {
  JsonValue *json;
  GHashTable *compared; /* "nile_mk/S", "seatbelt_breakpoints/ci2/0/1" */
} change_cases;

static inline char *
change_case_dup_folder (void)
{
  return g_build_filename (g_getenv ("SCRUTINY_SHARED"), "cases", "change", NULL);
}

/* FALSE where the folder is not there. */
static inline gboolean
change_cases_read (void)
{
  g_autofree char *folder = change_case_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "expected.json", NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return FALSE;
  change_cases.json = json_value_parse ("expected.json", text, length, NULL);
  change_cases.compared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return change_cases.json != NULL;
}

/* The same of a test that holds nothing else: it says so in the words of TAP. */
static inline gboolean
change_cases_open (void)
{
  if (change_cases_read ())
    return TRUE;
  g_print ("1..0 # SKIP the shared folder with the known answers is absent\n");

  return FALSE;
}

static inline void
change_cases_close (void)
{
  g_clear_pointer (&change_cases.json, json_value_free);
  g_clear_pointer (&change_cases.compared, g_hash_table_unref);
}

/* What is expected, by its path below “expected”: "calendar/p", "ols/1". */
static inline const JsonValue *
change_case_find (const char *name, const char *path)
{
  const JsonValue *value = json_value_find (json_value_find (change_cases.json, name), "expected");
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);

  for (guint i = 0; value && steps[i]; i++)
    value = value->kind == JSON_ARRAY
                ? json_value_get_item (value, (guint) g_ascii_strtoull (steps[i], NULL, 10))
                : json_value_find (value, steps[i]);
  if (!value)
    print_error ("expected.json has no %s/%s\n", name, path);
  assert_non_null (value);

  return value;
}

/* As one of several that a list holds. */
static inline guint
change_case_count (const char *name, const char *path)
{
  return json_value_get_n_items (change_case_find (name, path));
}

/* A number that goes into a computation; it is not compared by that. */
static inline double
change_case_number (const char *name, const char *path)
{
  const JsonValue *value = change_case_find (name, path);

  assert_int_equal (value->kind, JSON_NUMBER);

  return g_ascii_strtod (value->text, NULL);
}

static inline void
change_case_mark (const char *name, const char *path)
{
  g_hash_table_add (change_cases.compared, g_strdup_printf ("%s/%s", name, path));
}

/* @allowed: how far from it, in its unit. */
static inline void
assert_change_within (const char *name, const char *path, double got, double allowed)
{
  const double want = change_case_number (name, path);

  if (!(fabs (got - want) <= allowed))
    print_error ("%s, %s:\n", name, path);
  assert_near (got, want, allowed);
  change_case_mark (name, path);
}

/* To 1e-9 of its size. */
static inline void
assert_change (const char *name, const char *path, double got)
{
  assert_change_within (name, path, got, 1e-9 * fabs (change_case_number (name, path)));
}

/* A chance near 0 only to 1e-15: other programs take it from 1. */
static inline void
assert_change_chance (const char *name, const char *path, double got)
{
  const double want = change_case_number (name, path);

  assert_change_within (name, path, got, MAX (1e-15, 1e-9 * want));
}

static inline void
assert_change_null (const char *name, const char *path)
{
  assert_int_equal (change_case_find (name, path)->kind, JSON_NULL);
  change_case_mark (name, path);
}

/* A word, or true or false. */
static inline void
assert_change_text (const char *name, const char *path, const char *got)
{
  assert_string_equal (got, change_case_find (name, path)->text);
  change_case_mark (name, path);
}

/* Places where something changed, as the first value after, counted from 0, which is the
 * last before, counted from 1; some programs put the length after them.
 */
static inline void
assert_change_places (const char *name,
                      const char *path,
                      const size_t *places,
                      gsize n_places,
                      gsize length)
{
  const guint n_wanted = change_case_count (name, path);

  print_message ("# %s %s\n", name, path);
  assert_true (n_wanted == n_places || n_wanted == n_places + 1);
  for (guint k = 0; k < n_wanted; k++) {
    g_autofree char *item = g_strdup_printf ("%s/%u", path, k);

    assert_change_within (name, item, (double) (k < n_places ? places[k] : length), 0);
  }
  if (n_wanted == 0)
    change_case_mark (name, path);
}

/* Counts what is expected below @value, and says what of it was not compared. */
static inline void
change_case_count_leaves (const JsonValue *value, const char *path, guint *n, guint *n_missing)
{
  const guint n_items =
      value->kind == JSON_ARRAY || value->kind == JSON_OBJECT ? json_value_get_n_items (value) : 0;

  for (guint i = 0; i < n_items; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);
    const char *key = value->kind == JSON_OBJECT ? json_value_get_key (value, i) : number;
    g_autofree char *deeper = g_strconcat (path, "/", key, NULL);

    change_case_count_leaves (json_value_get_item (value, i), deeper, n, n_missing);
  }
  if (n_items > 0)
    return;
  (*n)++;
  if (!g_hash_table_contains (change_cases.compared, path)) {
    print_error ("%s was not compared\n", path);
    (*n_missing)++;
  }
}

/* The last test of each file: everything of the cases that @test is to hold was compared. */
static inline void
assert_change_cases_compared (const char *test)
{
  guint n = 0, n_missing = 0, n_cases = 0;

  for (gsize k = 0; k < G_N_ELEMENTS (change_coverage); k++) {
    if (!g_str_equal (change_coverage[k].test, test))
      continue;
    change_case_count_leaves (
        json_value_find (json_value_find (change_cases.json, change_coverage[k].name), "expected"),
        change_coverage[k].name, &n, &n_missing);
    n_cases++;
  }
  print_message ("# %s: %u figures of %u cases compared\n", test, n - n_missing, n_cases);
  assert_true (n_cases > 0);
  assert_int_equal (n_missing, 0);
}

/* A column of its data; NaN where it is missing. */
static inline double *
change_case_dup_column (const char *file, const char *column, gsize *n)
{
  g_autofree char *folder = change_case_dup_folder ();
  CsvRows *rows = csv_rows_read (folder, file);
  double *numbers;

  assert_non_null (rows);
  numbers = csv_rows_dup_numbers (rows, column);
  *n = csv_rows_count (rows);
  csv_rows_free (rows);

  return numbers;
}
