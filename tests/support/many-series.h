/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

/* Panels of made-up series. */

#include <scrutiny/panel.h>

#include "support/near.h"

static const char *const key_names[] = { "area", NULL };

static inline ScrutinyTable *
add_texts (ScrutinyTable *taken, const char *name, const char *const *texts)
{
  g_autoptr (ScrutinyTable) before = taken;

  return scrutiny_table_copy_with_texts (before, name, texts, NULL);
}

static inline ScrutinyTable *
add_numbers (ScrutinyTable *taken, const char *name, const double *numbers, gsize n)
{
  g_autoptr (ScrutinyTable) before = taken;
  g_autoptr (GBytes) bytes = g_bytes_new (numbers, n * sizeof *numbers);

  return scrutiny_table_copy_with_doubles (before, name, bytes, NULL);
}

/* @n series of 40 months, of which some are short, some have a season, some a step. */
static inline ScrutinyTable *
many (guint n)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) months = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) closed = g_array_new (FALSE, FALSE, sizeof (double));
  guint random = 1;

  for (guint s = 0; s < n; s++) {
    for (guint i = 0; i < (s % 9 == 4 ? 6 : 40); i++) {
      random = random * 1103515245u + 12345u;
      const double wave = s % 4 == 1 ? 20 * sin (i * G_PI / 6) : 0;
      const double a = floor (50 + wave + (s % 5 == 2 && i > 20 ? 25 : 0) + (random >> 16) % 9);
      const double b = s % 11 == 7 && i == 3 ? a - 1 : 110;

      g_ptr_array_add (areas, g_strdup_printf ("Area %u", s));
      g_ptr_array_add (months, g_strdup_printf ("%u-%02u", 2019 + i / 12, i % 12 + 1));
      g_array_append_val (met, a);
      g_array_append_val (closed, b);
    }
  }
  g_ptr_array_add (areas, NULL);
  g_ptr_array_add (months, NULL);
  ScrutinyTable *table = add_texts (scrutiny_table_new (), "area", (void *) areas->pdata);
  table = add_texts (table, "month", (void *) months->pdata);
  table = add_numbers (table, "met", (const double *) met->data, met->len);

  return add_numbers (table, "closed", (const double *) closed->data, closed->len);
}

static inline ScrutinyPanel *
panel_of_many (guint n)
{
  g_autoptr (ScrutinyTable) table = many (n);
  g_autoptr (GError) error = NULL;
  ScrutinyPanel *panel =
      scrutiny_panel_new_ratio (table, key_names, "month", "met", "closed", 100, &error);

  assert_null (error);

  return panel;
}

/* The same as numbers without counts, some of them missing. */
static inline ScrutinyPanel *
panel_of_values (guint n)
{
  g_autoptr (ScrutinyTable) table = many (n);
  gsize n_rows;
  const double *met = scrutiny_table_get_doubles (table, "met", &n_rows);
  g_autofree double *values = g_new (double, n_rows);

  for (gsize i = 0; i < n_rows; i++)
    values[i] = i % 37 == 5 ? NAN : met[i] / 7;
  table = add_numbers (g_steal_pointer (&table), "met", values, n_rows);

  return scrutiny_panel_new (table, key_names, "month", "met", NULL);
}

/* Whether two tables hold the same bytes. */
static inline void
assert_same_table (ScrutinyTable *a, ScrutinyTable *b)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (a);
  g_auto (GStrv) others = scrutiny_table_dup_names (b);

  assert_true (g_strv_equal ((const char *const *) names, (const char *const *) others));
  for (guint k = 0; names[k]; k++) {
    if (!scrutiny_table_is_text (a, names[k])) {
      assert_true (g_bytes_equal (scrutiny_table_get_bytes (a, names[k]),
                                  scrutiny_table_get_bytes (b, names[k])));
      continue;
    }
    assert_true (g_strv_equal (scrutiny_table_get_texts (a, names[k]),
                               scrutiny_table_get_texts (b, names[k])));
  }
}
