/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/published-rows.h"

static const struct {
  const char *name;
  guint needs; /* of PublishedColumns */
  gboolean is_text;
  gsize offset;
} columns[] = {
  { "period", PUBLISHED_PERIODS, TRUE, G_STRUCT_OFFSET (PublishedRow, period) },
  { "label", PUBLISHED_PERIODS, TRUE, G_STRUCT_OFFSET (PublishedRow, label) },
  { "value", 0, FALSE, G_STRUCT_OFFSET (PublishedRow, value) },
  { "value_text", 0, TRUE, G_STRUCT_OFFSET (PublishedRow, value_text) },
  { "numerator", PUBLISHED_COUNTS, FALSE, G_STRUCT_OFFSET (PublishedRow, numerator) },
  { "denominator", PUBLISHED_COUNTS, FALSE, G_STRUCT_OFFSET (PublishedRow, denominator) },
  { "target", PUBLISHED_TARGETS, FALSE, G_STRUCT_OFFSET (PublishedRow, target) },
  { "target_text", PUBLISHED_TARGETS, TRUE, G_STRUCT_OFFSET (PublishedRow, target_text) },
  { "status", PUBLISHED_STATUSES, TRUE, G_STRUCT_OFFSET (PublishedRow, status) },
};

static ScrutinyTable *
copy_with_texts (ScrutinyTable *table,
                 guint column,
                 const PublishedRow *rows,
                 gsize n_rows,
                 GError **error)
{
  g_autofree const char **texts = g_new0 (const char *, n_rows + 1);

  for (gsize i = 0; i < n_rows; i++) {
    texts[i] = G_STRUCT_MEMBER (const char *, &rows[i], columns[column].offset);
    if (!texts[i])
      texts[i] = "";
  }

  return scrutiny_table_copy_with_texts (table, columns[column].name, texts, error);
}

static ScrutinyTable *
copy_with_numbers (ScrutinyTable *table,
                   guint column,
                   const PublishedRow *rows,
                   gsize n_rows,
                   GError **error)
{
  g_autofree double *numbers = g_new (double, n_rows + 1);
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < n_rows; i++)
    numbers[i] = G_STRUCT_MEMBER (double, &rows[i], columns[column].offset);
  bytes = g_bytes_new_take (g_steal_pointer (&numbers), n_rows * sizeof (double));

  return scrutiny_table_copy_with_doubles (table, columns[column].name, bytes, error);
}

ScrutinyTable *
published_rows_new_table (const PublishedRow *rows,
                          gsize n_rows,
                          PublishedColumns there,
                          GError **error)
{
  g_autoptr (ScrutinyTable) table = scrutiny_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    ScrutinyTable *wider;

    if (columns[i].needs && !(columns[i].needs & there))
      continue;
    wider = columns[i].is_text ? copy_with_texts (table, i, rows, n_rows, error)
                               : copy_with_numbers (table, i, rows, n_rows, error);
    if (!wider)
      return NULL;
    g_object_unref (table);
    table = wider;
  }

  return g_steal_pointer (&table);
}
