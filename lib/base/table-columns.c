/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/table-columns.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/period-parse.h"
#include "base/printable.h"

#include <math.h>
#include <string.h>

#define MOST_SHOWN 40

gboolean
table_columns_check (ScrutinyTable *table,
                     const char *where,
                     const char *role,
                     const char *name,
                     GError **error)
{
  if (scrutiny_table_has_column (table, name))
    return TRUE;

  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  g_autofree char *list = g_strjoinv ("”, “", names);
  g_autofree char *said = printable_dup (name, MOST_SHOWN);
  g_autofree char *there = printable_dup (list, 10 * MOST_SHOWN);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, name, NULL,
                         "%s: there is no column “%s” for the %s; there are “%s”", where, said,
                         role, there);

  return FALSE;
}

/* Names the first cell that is no number; codes such as 007 are, one at a time. */
static void
refuse_texts (ScrutinyTable *table,
              const char *where,
              const char *role,
              const char *name,
              GError **error)
{
  const char *const *texts = scrutiny_table_get_texts (table, name);
  g_autofree char *column = printable_dup (name, MOST_SHOWN);
  gsize row = 0;
  double number;

  while (texts[row] && (!*texts[row] || number_parse (texts[row], strlen (texts[row]), &number)))
    row++;
  if (!texts[row]) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, name, NULL,
                           "%s: column “%s” holds texts; the %s needs numbers", where, column,
                           role);
    return;
  }

  g_autofree char *said = printable_dup (texts[row], MOST_SHOWN);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, (guint) row + 1, name, texts[row],
                         "Row %" G_GSIZE_FORMAT
                         " below the header, column “%s”: “%s” is no number, and the %s needs "
                         "numbers; correct it, or leave it empty if there is none",
                         row + 1, column, said, role);
}

/* A column of a file in which no cell holds anything: of missing numbers as much as of texts. */
static GBytes *
dup_missing (ScrutinyTable *table, const char *name)
{
  const char *const *texts = scrutiny_table_get_texts (table, name);
  const gsize n = scrutiny_table_get_n_rows (table);
  gsize n_empty = 0;

  while (n_empty < n && !*texts[n_empty])
    n_empty++;
  if (n_empty < n)
    return NULL;

  double *numbers = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    numbers[i] = NAN;

  return g_bytes_new_take (numbers, n * sizeof *numbers);
}

GBytes *
table_columns_dup_numbers (ScrutinyTable *table,
                           const char *where,
                           const char *role,
                           const char *name,
                           GError **error)
{
  if (!table_columns_check (table, where, role, name, error))
    return NULL;
  if (!scrutiny_table_is_text (table, name))
    return g_bytes_ref (scrutiny_table_get_bytes (table, name));

  GBytes *missing = dup_missing (table, name);
  if (!missing)
    refuse_texts (table, where, role, name, error);

  return missing;
}

char **
table_columns_dup_texts (ScrutinyTable *table, const char *name)
{
  if (scrutiny_table_is_text (table, name))
    return g_strdupv ((char **) scrutiny_table_get_texts (table, name));

  gsize n;
  const double *numbers = scrutiny_table_get_doubles (table, name, &n);
  char **texts = g_new0 (char *, n + 1);
  for (gsize i = 0; i < n; i++) {
    char text[NUMBER_TEXT_SIZE];

    texts[i] = g_strdup (isnan (numbers[i]) ? "" : number_format (numbers[i], text));
  }

  return texts;
}

/* Each text once, in the order in which they come; @which says which one a row has. */
static GPtrArray *
collect_distinct (const char *const *texts, gsize n_rows, gsize *which, GArray *rows)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *distinct = g_ptr_array_new ();

  for (gsize row = 0; row < n_rows; row++) {
    gpointer number;

    if (!g_hash_table_lookup_extended (seen, texts[row], NULL, &number)) {
      number = GSIZE_TO_POINTER ((gsize) distinct->len);
      g_hash_table_insert (seen, (gpointer) texts[row], number);
      g_ptr_array_add (distinct, (gpointer) texts[row]);
      g_array_append_val (rows, row);
    }
    which[row] = GPOINTER_TO_SIZE (number);
  }

  return distinct;
}

static void
refuse_period (const char *name, const char *text, gsize row, GError **error)
{
  g_autofree char *said = printable_dup (text, MOST_SHOWN);
  g_autofree char *column = printable_dup (name, MOST_SHOWN);

  scrutiny_set_error_at (
      error, SCRUTINY_ERROR_UNREADABLE, row + 1, name, text,
      "Row %" G_GSIZE_FORMAT
      " below the header, column “%s”: “%s” is no period that goes with those above it; write "
      "periods such as 2023-04",
      row + 1, column, said);
}

GBytes *
table_columns_read_periods (const char *const *texts,
                            gsize n_rows,
                            const char *name,
                            Period *like,
                            GError **error)
{
  g_autofree gsize *which = g_new (gsize, n_rows + 1);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GPtrArray) distinct = collect_distinct (texts, n_rows, which, rows);
  g_autofree Period *periods = g_new0 (Period, distinct->len + 1);
  gsize bad = 0;

  if (distinct->len > 0 &&
      !period_parse_column ((const char *const *) distinct->pdata, distinct->len,
                            SCRUTINY_CALENDAR_UNKNOWN, periods, &bad)) {
    refuse_period (name, distinct->pdata[bad], g_array_index (rows, gsize, bad), error);
    return NULL;
  }

  gint64 *ordinals = g_new (gint64, n_rows + 1);
  for (gsize row = 0; row < n_rows; row++)
    ordinals[row] = periods[which[row]].ordinal;
  *like = periods[0];

  return g_bytes_new_take (ordinals, n_rows * sizeof *ordinals);
}
