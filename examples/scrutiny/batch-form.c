/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "batch-form.h"

#include <unistd.h>

static void
append_column (GString *out, ScrutinyTable *table, const char *name)
{
  const gsize n_rows = scrutiny_table_get_n_rows (table);
  const char *const *texts = scrutiny_table_get_texts (table, name);
  const double *numbers = texts ? NULL : scrutiny_table_get_doubles (table, name, NULL);

  append_json_string (out, name);
  g_string_append (out, ":[");
  for (gsize i = 0; i < n_rows; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    if (texts && texts[i][0] == '\0')
      g_string_append (out, "null");
    else if (texts)
      append_json_string (out, texts[i]);
    else
      append_json_number (out, numbers[i]);
  }
  g_string_append_c (out, ']');
}

static void
append_counts (GString *out, ScrutinyTable *table)
{
  static const char *const names[] = { "done",  "cannot_tell", "refused",    "flagged",
                                       "known", "found",       "discoveries" };
  g_autoptr (GVariant) counts = scrutiny_discoveries_count (table);
  double expected = 0;

  g_variant_lookup (counts, "expected", "d", &expected);
  g_string_append (out, "\"counts\":{\"expected\":");
  append_json_number (out, expected);
  for (gsize k = 0; k < G_N_ELEMENTS (names); k++) {
    gint64 n;
    if (g_variant_lookup (counts, names[k], "x", &n))
      g_string_append_printf (out, ",\"%s\":%" G_GINT64_FORMAT, names[k], n);
  }
  g_string_append (out, "},");
}

/* Columns side by side, which is how ten thousand series are read again. */
static char *
dup_json (ScrutinyTable *table, const char *file, const char *analysis)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  GString *out = g_string_new ("{\"schema\":\"scrutiny.batch/1\",\"input\":{\"file\":");

  append_json_string (out, file);
  g_string_append (out, "},\"analysis\":");
  append_json_string (out, analysis);
  g_string_append_printf (out, ",\"n\":%" G_GSIZE_FORMAT ",", scrutiny_table_get_n_rows (table));
  append_counts (out, table);
  g_string_append (out, "\"columns\":{");
  for (guint k = 0; names[k]; k++) {
    if (k > 0)
      g_string_append_c (out, ',');
    append_column (out, table, names[k]);
  }
  g_string_append (out, "}}\n");

  return g_string_free (out, FALSE);
}

/* For a program unless it is said otherwise, and for a person at a terminal. */
static const char *
choose_form (const Common *common)
{
  if (common->format)
    return common->format;

  return !common->out && isatty (STDOUT_FILENO) ? "text" : "csv";
}

char *
batch_dup_form (ScrutinyTable *table,
                const Common *common,
                const char *file,
                const char *analysis,
                const char *title,
                GError **error)
{
  const char *form = choose_form (common);

  if (g_str_equal (form, "json"))
    return dup_json (table, file, analysis);
  if (g_str_equal (form, "csv"))
    return scrutiny_export_csv (table);

  return scrutiny_export_panel (table, title, form, error);
}
