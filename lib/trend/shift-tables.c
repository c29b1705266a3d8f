/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-tables.h"

#include <scrutiny/shift.h>

#include <math.h>

/* Columns of a row a period: NaN where nothing is there. */
typedef struct {
  double *value, *adjusted, *fitted, *piece, *set_aside;
} Columns;

static void
fill_columns (const ShiftSearch *search, const double *values, Columns *columns)
{
  for (guint i = 0; i < search->n; i++) {
    columns->value[i] = values[i];
    columns->adjusted[i] = columns->fitted[i] = columns->piece[i] = NAN;
    columns->set_aside[i] = 0;
  }
  for (guint i = 0; i < search->n_used; i++) {
    columns->adjusted[search->index[i]] = search->values[i];
    columns->set_aside[search->index[i]] = search->clipped[i] > 0;
  }
  for (guint k = 0; k < search->pieces->len; k++) {
    const ShiftPiece *piece = &g_array_index (search->pieces, ShiftPiece, k);
    for (guint i = piece->first; i < piece->end; i++) {
      columns->fitted[search->index[i]] = shift_piece_at (piece, shift_search_time (search, i));
      columns->piece[search->index[i]] = k;
    }
  }
}

static void
add_column (ScrutinyTable **table, const char *name, double *column, gsize n)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (column, n * sizeof *column);
  ScrutinyTable *wider = scrutiny_table_copy_with_doubles (*table, name, bytes, NULL);

  g_object_unref (*table);
  *table = wider;
}

ScrutinyTable *
shift_tables_make_points (const ShiftSearch *search, ScrutinySeries *series)
{
  const gsize n = search->n;
  g_auto (GStrv) periods = scrutiny_timeline_dup_texts (scrutiny_series_get_timeline (series));
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  ScrutinyTable *table =
      scrutiny_table_copy_with_texts (empty, "period", (const char *const *) periods, NULL);
  Columns columns = { g_new (double, n), g_new (double, n), g_new (double, n), g_new (double, n),
                      g_new (double, n) };

  fill_columns (search, scrutiny_series_get_values (series, NULL), &columns);
  add_column (&table, "value", columns.value, n);
  add_column (&table, "adjusted", columns.adjusted, n);
  add_column (&table, "fitted", columns.fitted, n);
  add_column (&table, "piece", columns.piece, n);
  add_column (&table, "set_aside", columns.set_aside, n);

  return table;
}

typedef const char *(*TextGetter) (ScrutinyShift *shift);
typedef double (*NumberGetter) (ScrutinyShift *shift);

static void
add_texts (ScrutinyTable **table, const char *name, GPtrArray *shifts, TextGetter get)
{
  g_autofree const char **texts = g_new0 (const char *, shifts->len + 1);

  for (guint k = 0; k < shifts->len; k++)
    texts[k] = get (shifts->pdata[k]);
  ScrutinyTable *wider = scrutiny_table_copy_with_texts (*table, name, texts, NULL);
  g_object_unref (*table);
  *table = wider;
}

static void
add_numbers (ScrutinyTable **table, const char *name, GPtrArray *shifts, NumberGetter get)
{
  double *numbers = g_new (double, shifts->len);

  for (guint k = 0; k < shifts->len; k++)
    numbers[k] = get (shifts->pdata[k]);
  add_column (table, name, numbers, shifts->len);
}

ScrutinyTable *
shift_tables_make_shifts (GPtrArray *shifts)
{
  static const struct {
    const char *name;
    TextGetter text;
    NumberGetter number;
  } columns[] = {
    { "at", scrutiny_shift_get_at, NULL },
    { "earliest", scrutiny_shift_get_earliest, NULL },
    { "latest", scrutiny_shift_get_latest, NULL },
    { "kind", scrutiny_shift_get_kind, NULL },
    { "before", NULL, scrutiny_shift_get_before },
    { "after", NULL, scrutiny_shift_get_after },
    { "change", NULL, scrutiny_shift_get_change },
    { "change_low", NULL, scrutiny_shift_get_change_low },
    { "change_high", NULL, scrutiny_shift_get_change_high },
    { "slope_before", NULL, scrutiny_shift_get_slope_before },
    { "slope_after", NULL, scrutiny_shift_get_slope_after },
    { "before_error", NULL, scrutiny_shift_get_before_error },
    { "after_error", NULL, scrutiny_shift_get_after_error },
    { "change_error", NULL, scrutiny_shift_get_change_error },
    { "spread_before", NULL, scrutiny_shift_get_spread_before },
    { "spread_after", NULL, scrutiny_shift_get_spread_after },
  };
  ScrutinyTable *table = scrutiny_table_new ();

  for (guint k = 0; k < G_N_ELEMENTS (columns); k++) {
    if (columns[k].text)
      add_texts (&table, columns[k].name, shifts, columns[k].text);
    else
      add_numbers (&table, columns[k].name, shifts, columns[k].number);
  }

  return table;
}
