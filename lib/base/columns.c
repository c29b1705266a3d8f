/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/columns.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"

#include <math.h>
#include <string.h>

#define LONGEST_NAME 60 /* in an error's message */

char *
columns_dup_quoted_names (ScrutinyTable *table)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; names[i]; i++) {
    g_autofree char *name = printable_dup (names[i], LONGEST_NAME);

    g_string_append_printf (text, "%s“%s”", i ? ", " : "", name);
  }

  return g_string_free (text, FALSE);
}

static gboolean
check_column (ScrutinyTable *table, const char *name, gboolean is_text, GError **error)
{
  g_autofree char *shown = printable_dup (name, LONGEST_NAME);
  g_autofree char *names = NULL;

  if (scrutiny_table_has_column (table, name)) {
    if (scrutiny_table_is_text (table, name) == is_text)
      return TRUE;
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, name, NULL,
                           "Column “%s”: it holds %s; %s are needed", shown,
                           is_text ? "numbers" : "texts", is_text ? "texts" : "numbers");
    return FALSE;
  }

  names = columns_dup_quoted_names (table);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, name, NULL,
                         *names ? "Column “%s”: there is none; there are %s"
                                : "Column “%s”: there is none, the table is empty%s",
                         shown, names);

  return FALSE;
}

const double *
columns_need_numbers (ScrutinyTable *table, const char *name, GError **error)
{
  static const double none = NAN; /* an empty column lends nothing, but is there */
  const double *numbers;

  if (!check_column (table, name, FALSE, error))
    return NULL;

  numbers = scrutiny_table_get_doubles (table, name, NULL);

  return numbers ? numbers : &none;
}

const char *const *
columns_need_texts (ScrutinyTable *table, const char *name, GError **error)
{
  if (!check_column (table, name, TRUE, error))
    return NULL;

  return scrutiny_table_get_texts (table, name);
}

const double *
columns_find_numbers (ScrutinyTable *table, const char *name)
{
  if (!scrutiny_table_has_column (table, name) || scrutiny_table_is_text (table, name))
    return NULL;

  return scrutiny_table_get_doubles (table, name, NULL);
}

const char *const *
columns_find_texts (ScrutinyTable *table, const char *name)
{
  if (!scrutiny_table_has_column (table, name) || !scrutiny_table_is_text (table, name))
    return NULL;

  return scrutiny_table_get_texts (table, name);
}

char *
columns_dup_row_name (ScrutinyTable *table, gsize row)
{
  static const char *const names[] = { "period", "indicator", "id" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *const *texts = columns_find_texts (table, names[i]);

    if (texts && texts[row] && *texts[row])
      return printable_dup (texts[row], 0);
  }

  return g_strdup_printf ("%" G_GSIZE_FORMAT, row + 1);
}

/* A cell as bytes that no other cell gives: its text, ended by a NUL. */
static void
hash_number (GChecksum *hash, double value)
{
  char text[NUMBER_TEXT_SIZE] = "";

  if (isfinite (value))
    number_format (value, text);
  else if (!isnan (value))
    strcpy (text, value > 0 ? "inf" : "-inf");
  g_checksum_update (hash, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
hash_text (GChecksum *hash, const char *text)
{
  g_checksum_update (hash, (const guchar *) (text ? "t" : "m"), 1);
  text = text ? text : "";
  g_checksum_update (hash, (const guchar *) text, (gssize) strlen (text) + 1);
}

char *
columns_dup_hash (ScrutinyTable *table)
{
  g_autoptr (GChecksum) hash = g_checksum_new (G_CHECKSUM_SHA256);
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  const gsize n_rows = scrutiny_table_get_n_rows (table);

  for (gsize k = 0; names[k]; k++) {
    const double *numbers = columns_find_numbers (table, names[k]);
    const char *const *texts = columns_find_texts (table, names[k]);

    hash_text (hash, names[k]);
    for (gsize row = 0; row < n_rows; row++) {
      if (texts)
        hash_text (hash, texts[row]);
      else
        hash_number (hash, numbers[row]);
    }
  }

  return g_strdup (g_checksum_get_string (hash));
}

static ScrutinyTable *
with_doubles (ScrutinyTable *table, const char *name, GBytes *values)
{
  ScrutinyTable *wider = scrutiny_table_copy_with_doubles (table, name, values, NULL);

  g_object_unref (table);
  return wider;
}

ScrutinyTable *
columns_of_series (ScrutinySeries *series)
{
  g_auto (GStrv) periods = scrutiny_timeline_dup_texts (scrutiny_series_get_timeline (series));
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  ScrutinyTable *table =
      scrutiny_table_copy_with_texts (empty, "period", (const char *const *) periods, NULL);

  table = with_doubles (table, "value", scrutiny_series_get_bytes (series));
  if (scrutiny_series_has_counts (series)) {
    table = with_doubles (table, "numerator", scrutiny_series_get_numerator_bytes (series));
    table = with_doubles (table, "denominator", scrutiny_series_get_denominator_bytes (series));
  }

  return table;
}
