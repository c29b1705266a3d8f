/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-apart.h"

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/printed.h"

#include <math.h>

#define NO_COUNTS \
  "A year-to-date figure holds the periods before it, and a percentage alone cannot be taken " \
  "apart: ask for the numerator and the denominator of each, or for each period by itself."
#define NO_YEAR \
  "The totals of the year to date start anew at different times of the year: ask for the " \
  "numerator and the denominator of each period by itself."
#define SHARED_DATA \
  "Rolling figures share data from one period to the next: ask for each period by itself."

/* A total this small beside the one before is one of another year, a larger one was corrected: one
 * of two halves is about a half of the year.
 */
#define ANEW 0.75

#define UNKNOWN (-1)

/* When in the year the totals start anew, counted from any step; UNKNOWN where that is not seen. */
typedef struct {
  const AuditRows *rows;
  gint64 start;
  double *numerators, *denominators; /* of each period by itself */
} Apart;

static gint64
step_of_year (const AuditRows *rows, gsize row)
{
  const gint64 n_steps = period_steps_per_year (rows->periods[row].calendar);

  return n_steps > 0 ? rows->periods[row].ordinal % n_steps : UNKNOWN;
}

static gboolean
follows (const AuditRows *rows, gsize row)
{
  return row > 0 && rows->periods[row].ordinal == rows->periods[row - 1].ordinal + 1;
}

/* FALSE where totals start anew at different times. */
static gboolean
find_start (Apart *self)
{
  const AuditRows *rows = self->rows;

  self->start = UNKNOWN;
  for (gsize i = 1; i < rows->n_rows; i++) {
    if (!follows (rows, i) || !(rows->denominators[i] < ANEW * rows->denominators[i - 1]))
      continue;
    if (self->start != UNKNOWN && self->start != step_of_year (rows, i))
      return FALSE;
    self->start = step_of_year (rows, i);
  }

  return TRUE;
}

static void
take_apart (Apart *self, gsize row)
{
  const double *top = self->rows->numerators, *bottom = self->rows->denominators;

  self->numerators[row] = self->denominators[row] = NAN;
  if (!audit_rows_has_counts (self->rows, row))
    return;
  if (self->start != UNKNOWN && step_of_year (self->rows, row) == self->start) {
    self->numerators[row] = top[row];
    self->denominators[row] = bottom[row];
  } else if (follows (self->rows, row) && audit_rows_has_counts (self->rows, row - 1) &&
             top[row] >= top[row - 1] && bottom[row] > bottom[row - 1]) {
    self->numerators[row] = top[row] - top[row - 1];
    self->denominators[row] = bottom[row] - bottom[row - 1];
  }
}

static void
add_row (const Apart *self, ColumnsBuilder *builder, gsize row)
{
  static const char *const made[] = { "value",     "previous",    "last_year",
                                      "numerator", "denominator", NULL };
  const AuditRows *rows = self->rows;
  const Period period = { rows->periods[row].calendar, rows->periods[row].ordinal, PERIOD_PLAIN,
                          1 };
  const double value = rows->scale * self->numerators[row] / self->denominators[row];
  g_autofree char *text = period_dup_text (&period);
  g_auto (GStrv) names = scrutiny_colour_rule_dup_columns (rows->rule);

  columns_builder_add_text (builder, "period", text);
  if (columns_find_numbers (rows->table, "value"))
    columns_builder_add_number (builder, "value", printed_round (value, rows->decimals));
  columns_builder_add_number (builder, "numerator", self->numerators[row]);
  columns_builder_add_number (builder, "denominator", self->denominators[row]);
  for (gsize k = 0; names[k]; k++)
    if (!g_strv_contains (made, names[k]))
      columns_builder_add_number (builder, names[k],
                                  columns_find_numbers (rows->table, names[k])[row]);
}

static ScrutinyTable *
make_table (const Apart *self)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize i = 0; i < self->rows->n_rows; i++)
    add_row (self, builder, i);

  return columns_builder_end (builder);
}

AuditRows *
audit_apart_new (const AuditRows *rows, const char **reason)
{
  Apart apart = { .rows = rows };
  g_autofree double *numerators = g_new (double, rows->n_rows);
  g_autofree double *denominators = g_new (double, rows->n_rows);
  g_autoptr (ScrutinyTable) table = NULL;
  AuditRows *made;

  apart.numerators = numerators;
  apart.denominators = denominators;
  *reason = rows->periods[0].window == PERIOD_ROLLING ? SHARED_DATA
            : !rows->numerators                       ? NO_COUNTS
            : !find_start (&apart)                    ? NO_YEAR
                                                      : NULL;
  if (*reason)
    return NULL;

  for (gsize i = 0; i < rows->n_rows; i++)
    take_apart (&apart, i);
  table = make_table (&apart);
  made = audit_rows_new (table, rows->rule, NULL, NULL);
  if (!made)
    return NULL;
  made->decimals = rows->decimals;
  if (rows->breaks)
    made->breaks = g_memdup2 (rows->breaks, rows->n_rows * sizeof *rows->breaks);

  return made;
}
