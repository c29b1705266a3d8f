/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/moment-columns.h"

#include "base/columns.h"
#include "base/error-private.h"
#include "base/printable.h"
#include "records/record-date.h"
#include "records/record-value.h"

#include <math.h>
#include <string.h>

#define SECONDS_IN_DAY 86400
#define LONGEST_SHOWN 40

typedef struct {
  const char *name;
  const char *const *texts;
  gsize n_rows;
  guint orders; /* in which each of its dates could be written */
} Column;

static void
refuse_row (const Column *self, gsize row, const char *why, GError **error)
{
  g_autofree char *name = printable_dup (self->name, LONGEST_SHOWN);
  g_autofree char *value = printable_dup (self->texts[row], LONGEST_SHOWN);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, row + 1, self->name, self->texts[row],
                         "Row %" G_GSIZE_FORMAT " below the header, column “%s”: “%s” %s", row + 1,
                         name, value, why);
}

static gboolean
is_missing (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text ? text : ""));

  return record_value_lack (bare, strlen (bare)) != RECORD_HELD;
}

/* FALSE after saying what is no date. */
static gboolean
parse_row (const Column *self, gsize row, RecordDate *date, GError **error)
{
  g_autofree char *bare = g_strstrip (g_strdup (self->texts[row]));

  if (record_date_parse (bare, strlen (bare), date))
    return TRUE;

  refuse_row (self, row, "is not a date; write it as 2024-03-31 or 31/03/2024", error);
  return FALSE;
}

static gboolean
has_each_day (const Column *self, RecordOrder order)
{
  RecordDate date;
  gint64 days;

  for (gsize row = 0; row < self->n_rows; row++)
    if (!is_missing (self->texts[row]) &&
        (!parse_row (self, row, &date, NULL) || !record_date_get_days (&date, order, &days)))
      return FALSE;

  return TRUE;
}

/* The forms that every date has; 0 after saying which one differs. */
static guint
orders_of (const Column *self, GError **error)
{
  guint orders = ~0u;
  RecordDate date;

  for (gsize row = 0; row < self->n_rows; row++) {
    if (is_missing (self->texts[row]))
      continue;
    if (!parse_row (self, row, &date, error))
      return 0;
    if (!(orders & date.orders)) {
      refuse_row (self, row, "is written otherwise than the dates above it; write them alike",
                  error);
      return 0;
    }
    orders &= date.orders;
  }

  return orders;
}

/* Leaves the forms in which there is each day, if there is one. */
static void
narrow (Column *self)
{
  guint orders = 0;

  for (guint i = 0; i < RECORD_N_ORDERS; i++)
    if ((self->orders & (1u << i)) && has_each_day (self, (RecordOrder) (1u << i)))
      orders |= 1u << i;
  self->orders = orders ? orders : self->orders;
}

static gboolean
is_only (const Column *self, guint orders)
{
  return (self->orders & (RECORD_ORDERS_OF_DAY_FIRST | RECORD_ORDERS_OF_MONTH_FIRST) & ~orders) ==
             0 &&
         (self->orders & orders) != 0;
}

/* One column that has the month first speaks for those that could have either, unless another
 * has the day first.
 */
static void
settle (Column *columns, gsize n_columns)
{
  gboolean has_days = FALSE, has_months = FALSE;

  for (gsize i = 0; i < n_columns; i++) {
    has_days |= is_only (&columns[i], RECORD_ORDERS_OF_DAY_FIRST);
    has_months |= is_only (&columns[i], RECORD_ORDERS_OF_MONTH_FIRST);
  }
  for (gsize i = 0; i < n_columns && has_months && !has_days; i++)
    if (columns[i].orders & RECORD_ORDERS_OF_MONTH_FIRST)
      columns[i].orders &= ~RECORD_ORDERS_OF_DAY_FIRST;
}

static gboolean
read_row (const Column *self, gsize row, RecordOrder order, double *moment, GError **error)
{
  RecordDate date;
  gint64 days;

  if (is_missing (self->texts[row])) {
    *moment = NAN;
    return TRUE;
  }
  if (!parse_row (self, row, &date, error))
    return FALSE;
  if (!record_date_get_days (&date, order, &days)) {
    refuse_row (self, row, "is no day of the calendar", error);
    return FALSE;
  }
  *moment = (double) (days * SECONDS_IN_DAY + date.seconds - date.zone * 60);

  return TRUE;
}

static double *
read_column (const Column *self, GError **error)
{
  g_autofree double *moments = g_new (double, self->n_rows + 1);
  const RecordOrder order = (RecordOrder) (1u << g_bit_nth_lsf (self->orders, -1));

  for (gsize row = 0; row < self->n_rows; row++)
    if (!read_row (self, row, order, &moments[row], error))
      return NULL;

  return g_steal_pointer (&moments);
}

gboolean
moment_columns_read (ScrutinyTable *table,
                     const char *const *names,
                     gsize n_columns,
                     double **moments,
                     GError **error)
{
  g_autofree Column *columns = g_new0 (Column, n_columns);

  for (gsize i = 0; i < n_columns; i++) {
    columns[i].name = names[i];
    columns[i].n_rows = scrutiny_table_get_n_rows (table);
    columns[i].texts = columns_need_texts (table, names[i], error);
    columns[i].orders = columns[i].texts ? orders_of (&columns[i], error) : 0;
    if (columns[i].orders == 0)
      return FALSE;
    narrow (&columns[i]);
  }
  settle (columns, n_columns);
  for (gsize i = 0; i < n_columns; i++) {
    moments[i] = read_column (&columns[i], error);
    if (!moments[i])
      return FALSE;
  }

  return TRUE;
}
