/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/records-tables.h>

#include "io/record-reader.h"
#include "records/expression.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#define LEAST 3

/* What is shown of a column is text that can be shown, and no small number. */
static void
count_groups (ScrutinyRecords *records, const char *name)
{
  g_autoptr (GString) quoted = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) groups = NULL;
  const char *const *texts;
  const double *counts;
  double sum = 0;
  gsize n;

  expression_append_quoted (quoted, name);
  groups = scrutiny_records_dup_groups (records, quoted->str, NULL, NULL, &error);
  g_assert_true ((groups == NULL) == (error != NULL));
  if (!groups)
    return; /* a name too long for the language, or none at all */
  texts = scrutiny_table_get_texts (groups, "group");
  counts = scrutiny_table_get_doubles (groups, "n", &n);
  for (gsize i = 0; i < n; i++) {
    g_assert_true (g_utf8_validate (texts[i], -1, NULL));
    g_assert_true (counts[i] >= LEAST);
    sum += counts[i];
  }
  g_assert_true (sum <= (double) scrutiny_records_get_n_rows (records));
  g_assert_true (sum == (double) scrutiny_records_get_n_rows (records) || n == 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = NULL;
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) notes = NULL;

  scrutiny_records_options_set_most_rows (options, 1000);
  scrutiny_records_options_set_most_bytes (options, 16 * 1024 * 1024);
  scrutiny_records_options_set_suppress_below (options, LEAST);
  records = record_reader_read (stream, "fuzz.csv", NULL, options, NULL, &error);
  g_assert_true ((records == NULL) == (error != NULL));
  if (!records)
    return 0;
  names = scrutiny_records_dup_names (records);
  notes = scrutiny_records_dup_notes (records);
  for (guint i = 0; notes[i]; i++)
    g_assert_true (g_utf8_validate (notes[i], -1, NULL));
  for (guint i = 0; names[i] && i < 8; i++)
    count_groups (records, names[i]);

  return 0;
}
