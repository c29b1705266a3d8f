/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-tally.h"

#include <string.h>

#define NO_ROW G_MAXUINT32

/* With what is told to mean nothing. */
static RecordLack
find_lack (const char *text, gsize length, const RecordAsked *asked)
{
  for (gsize i = 0; asked->missing && asked->missing[i]; i++)
    if (strcmp (asked->missing[i], text) == 0)
      return RECORD_BLANK;

  return record_value_lack (text, length);
}

static void
count_date (RecordTally *self, const RecordDate *date, guint orders, guint64 n)
{
  self->n_dates += n;
  for (guint i = 0; i < RECORD_N_ORDERS; i++)
    if (date->orders & orders & (1u << i))
      self->n_in_order[i] += n;
}

static void
count_text (RecordTally *self, const RecordCells *cells, guint32 code, const RecordAsked *asked)
{
  const guint64 n = cells->counts[code];
  const guint32 first = cells->firsts[code];
  const guint orders = asked->orders ? asked->orders : G_MAXUINT;
  gsize length;
  const char *text = record_cells_get (cells, code, &length);
  gboolean truth;
  RecordDate date;
  double number;

  self->n_held += n;
  if (record_value_parse_number (text, length, asked->is_declared, &number))
    self->n_numbers += n;
  else
    self->no_number = MIN (self->no_number, first);
  if (record_value_parse_truth (text, length, asked->is_declared, &truth))
    self->n_truths += n;
  if (record_date_parse (text, length, &date) && (date.orders & orders))
    count_date (self, &date, orders, n);
  else
    self->no_date = MIN (self->no_date, first);
}

void
record_tally_count (RecordTally *self, const RecordCells *cells, const RecordAsked *asked)
{
  *self = (RecordTally){ .no_number = NO_ROW, .no_date = NO_ROW };
  self->lacks = g_new (guint8, cells->n_texts + 1);
  for (guint32 code = 0; code < cells->n_texts; code++) {
    gsize length;
    const char *text = record_cells_get (cells, code, &length);

    self->lacks[code] = (guint8) find_lack (text, length, asked);
    if (self->lacks[code] == RECORD_HELD)
      count_text (self, cells, code, asked);
  }
}

void
record_tally_clear (RecordTally *self)
{
  g_clear_pointer (&self->lacks, g_free);
}

guint
record_tally_get_orders (const RecordTally *self)
{
  guint64 most = 0;
  guint orders = 0;

  for (guint i = 0; i < RECORD_N_ORDERS; i++)
    most = MAX (most, self->n_in_order[i]);
  for (guint i = 0; i < RECORD_N_ORDERS && most > 0; i++)
    if (self->n_in_order[i] == most)
      orders |= 1u << i;

  return orders;
}

guint
record_tally_get_order (const RecordTally *self)
{
  const guint orders = record_tally_get_orders (self);

  return (orders & (orders - 1)) == 0 ? orders : 0;
}

static guint64
count_most_in_order (const RecordTally *self)
{
  const guint orders = record_tally_get_orders (self);

  return orders ? self->n_in_order[g_bit_nth_lsf (orders, -1)] : 0;
}

RecordKind
record_tally_get_kind (const RecordTally *self)
{
  if (self->n_held == 0)
    return RECORD_TEXT;
  if (self->n_numbers == self->n_held)
    return RECORD_NUMBER;
  if (self->n_truths == self->n_held)
    return RECORD_TRUTH;
  if (count_most_in_order (self) == self->n_held && record_tally_get_order (self))
    return RECORD_DATE;

  return RECORD_TEXT;
}

/* The first row that is a date, but not in the form most are in. */
static guint32
find_other_form (const RecordTally *self, const RecordCells *cells, RecordOrder most)
{
  guint32 found = NO_ROW;

  for (guint32 code = 0; code < cells->n_texts; code++) {
    gsize length;
    const char *text = record_cells_get (cells, code, &length);
    RecordDate date;

    if (self->lacks[code] == RECORD_HELD && record_date_parse (text, length, &date) &&
        !(date.orders & most))
      found = MIN (found, cells->firsts[code]);
  }

  return found;
}

static char *
dup_date_remark (const RecordTally *self, const RecordCells *cells, const RecordRows *rows)
{
  const guint orders = record_tally_get_orders (self);
  const RecordOrder most = (RecordOrder) (orders & -orders);
  guint32 other;

  if (self->no_date != NO_ROW)
    return g_strdup_printf ("row %" G_GUINT64_FORMAT " is no date, though most rows are; mend it, "
                            "or say that the column holds dates",
                            record_rows_get (rows, self->no_date));
  other = find_other_form (self, cells, most);
  if (other != NO_ROW)
    return g_strdup_printf ("dates in two forms: most are written %s, row %" G_GUINT64_FORMAT
                            " is not; write all in one form",
                            record_order_get_name (most), record_rows_get (rows, other));

  return g_strdup ("every date could be day/month or month/day; say which comes first");
}

char *
record_tally_dup_remark (const RecordTally *self, const RecordCells *cells, const RecordRows *rows)
{
  if (self->n_dates * 2 > self->n_held)
    return dup_date_remark (self, cells, rows);
  if (self->n_numbers * 2 > self->n_held)
    return g_strdup_printf ("row %" G_GUINT64_FORMAT " is no number, though most rows are; mend "
                            "it, or say that the column holds numbers",
                            record_rows_get (rows, self->no_number));

  return NULL;
}
