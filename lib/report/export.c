/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/export.h>

#include "base/number.h"
#include "report/escape.h"

#include <math.h>

static void
append_cell (GString *out, ScrutinyTable *table, const char *name, gsize row)
{
  char text[NUMBER_TEXT_SIZE];
  double value;

  if (scrutiny_table_is_text (table, name)) {
    escape_csv (out, scrutiny_table_get_texts (table, name)[row]);
    return;
  }

  value = scrutiny_table_get_doubles (table, name, NULL)[row];
  if (!isnan (value))
    g_string_append (out, number_format (value, text));
}

static void
append_header (GString *out, char **names)
{
  for (gsize i = 0; names[i]; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    escape_csv (out, names[i]);
  }
  g_string_append (out, "\r\n");
}

/**
 * scrutiny_export_csv:
 * @table: a table
 *
 * Writes a table as CSV for a spreadsheet.
 *
 * RFC 4180 with a header row; missing numbers are empty cells. A text that a spreadsheet
 * would run as a formula is written with an apostrophe in front.
 *
 * Returns: (transfer full): the CSV text, UTF-8
 *
 * Since: 0.1
 */
char *
scrutiny_export_csv (ScrutinyTable *table)
{
  g_auto (GStrv) names = NULL;
  GString *out;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);

  out = g_string_new (NULL);
  names = scrutiny_table_dup_names (table);
  append_header (out, names);
  for (gsize row = 0; row < scrutiny_table_get_n_rows (table); row++) {
    for (gsize i = 0; names[i]; i++) {
      if (i > 0)
        g_string_append_c (out, ',');
      append_cell (out, table, names[i], row);
    }
    g_string_append (out, "\r\n");
  }

  return g_string_free (out, FALSE);
}
