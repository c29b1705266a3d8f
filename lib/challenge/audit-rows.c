/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-rows.h"

#include "base/columns.h"
#include "base/error-private.h"
#include "base/period-parse.h"
#include "base/printable.h"
#include "base/printed.h"

#include <math.h>
#include <string.h>

#define PERCENT 100
#define LONGEST_CELL 60 /* in an error's message */

/* What other periods' values are called. */
static const char *const of_value[] = { "value", "previous", "last_year", NULL };

/* What a value may be a multiple of its numerator by its denominator. */
static const double scales[] = { PERCENT, 1, 1000, 10000, 100000, 1000000 };

/* Beyond any figure: what a missing number could be at most. */
#define BEYOND 1e12

typedef struct {
  const AuditRows *rows;
  gsize row;
  double value;
  double missing; /* what stands for a number that the row lacks, NaN for nothing */
  gboolean lacks; /* whether it was asked for one */
} Lookup;

static double
value_before (const Lookup *lookup, gint64 n_steps)
{
  const AuditRows *rows = lookup->rows;
  gsize i = lookup->row;
  gint64 ordinal;

  if (!rows->periods || n_steps <= 0)
    return NAN;

  ordinal = rows->periods[i].ordinal - n_steps;
  while (i > 0 && rows->periods[i].ordinal > ordinal)
    i--;

  return rows->periods[i].ordinal == ordinal ? rows->values[i] : NAN;
}

static double
find_number (const Lookup *lookup, const char *name)
{
  const AuditRows *rows = lookup->rows;
  const double *numbers = columns_find_numbers (rows->table, name);

  if (numbers)
    return numbers[lookup->row];
  if (g_str_equal (name, "previous"))
    return value_before (lookup, 1);
  if (g_str_equal (name, "last_year") && rows->periods)
    return value_before (lookup, period_steps_per_year (rows->periods[lookup->row].calendar));

  return NAN;
}

static double
look_up (const char *name, gpointer user_data)
{
  Lookup *lookup = user_data;
  double number;

  if (g_str_equal (name, "value"))
    return lookup->value;

  number = find_number (lookup, name);
  if (!isnan (number))
    return number;
  lookup->lacks = TRUE;

  return lookup->missing;
}

static const char *
judge (Lookup *lookup, double missing, guint *clause)
{
  const AuditRows *rows = lookup->rows;

  lookup->missing = missing;

  return scrutiny_colour_rule_judge (rows->rule, rows->periods ? &rows->periods[lookup->row] : NULL,
                                     look_up, lookup, clause);
}

static gboolean
speaks_of_missing (ScrutinyColourRule *rule)
{
  const char *text = scrutiny_colour_rule_get_text (rule);

  return strstr (text, "is missing") || strstr (text, "is not missing");
}

/* A status that hangs on a target or an earlier figure that is not there is not given:
 * "otherwise" would be an answer made of nothing.  A rule that says itself what it makes of
 * what is missing is taken at its word.
 */
const char *
audit_rows_judge (const AuditRows *self, gsize row, double value, guint *clause)
{
  Lookup lookup = { self, row, value, NAN, FALSE };
  const char *status = judge (&lookup, NAN, clause);

  if (!status || !lookup.lacks || self->speaks_of_missing)
    return status;

  if (g_strcmp0 (judge (&lookup, BEYOND, NULL), status) != 0 ||
      g_strcmp0 (judge (&lookup, -BEYOND, NULL), status) != 0)
    return NULL;

  return status;
}

static gboolean
refuse_name (ScrutinyTable *table, const char *name, GError **error)
{
  g_autofree char *shown = printable_dup (name, LONGEST_CELL);
  g_autofree char *names = columns_dup_quoted_names (table);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, name, NULL,
                         "Rule: “%s” is not a column of numbers; there are %s", shown,
                         *names ? names : "none");

  return FALSE;
}

static gboolean
check_names (AuditRows *self, GError **error)
{
  g_auto (GStrv) names = scrutiny_colour_rule_dup_columns (self->rule);

  for (gsize k = 0; names[k]; k++) {
    if (columns_find_numbers (self->table, names[k]))
      self->names_value |= g_str_equal (names[k], "value");
    else if (g_strv_contains (of_value, names[k]) && (self->values || self->n_rows == 0))
      self->names_value |= g_str_equal (names[k], "value");
    else if (self->n_rows > 0)
      return refuse_name (self->table, names[k], error);
  }

  return TRUE;
}

static gboolean
read_periods (AuditRows *self, GError **error)
{
  const char *const *texts = columns_find_texts (self->table, "period");
  g_autofree char *shown = NULL;
  gsize bad;

  if (!texts || self->n_rows == 0)
    return TRUE;

  self->periods = g_new (Period, self->n_rows);
  if (!period_parse_column (texts, self->n_rows, SCRUTINY_CALENDAR_UNKNOWN, self->periods, &bad)) {
    shown = printable_dup (texts[bad], LONGEST_CELL);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, bad + 1, "period", texts[bad],
                           "Row %" G_GSIZE_FORMAT ", column “period”: “%s” is no period that goes "
                           "with those above it; give one form of period in the whole column",
                           bad + 1, shown);
    return FALSE;
  }

  for (gsize i = 1; i < self->n_rows; i++) {
    if (self->periods[i].ordinal > self->periods[i - 1].ordinal)
      continue;
    shown = printable_dup (texts[i], LONGEST_CELL);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, i + 1, "period", texts[i],
                           "Row %" G_GSIZE_FORMAT ", column “period”: “%s” does not follow the "
                           "period above it; put the periods in order, each once",
                           i + 1, shown);
    return FALSE;
  }

  return TRUE;
}

/* The scale by which most rows agree with their counts, to what is printed. */
static double
scale_of (const AuditRows *self, const double *values)
{
  double best = PERCENT;
  gsize most = 0;

  for (gsize k = 0; k < G_N_ELEMENTS (scales); k++) {
    gsize n = 0;

    for (gsize i = 0; i < self->n_rows; i++) {
      const double made = scales[k] * self->numerators[i] / self->denominators[i];

      n += self->numerators[i] != 0 && printed_agrees (values[i], made, self->decimals);
    }
    if (n > most) {
      most = n;
      best = scales[k];
    }
  }

  return best;
}

/* A value that is published is what the rule was applied to; counts make the others. */
static void
read_values (AuditRows *self)
{
  const double *values = columns_find_numbers (self->table, "value");

  self->numerators = columns_find_numbers (self->table, "numerator");
  self->denominators = columns_find_numbers (self->table, "denominator");
  if (!self->numerators || !self->denominators)
    self->numerators = self->denominators = NULL;

  self->scale = PERCENT;
  self->decimals = PRINTED_MOST_DECIMALS + 1;
  if (values) {
    self->decimals = printed_decimals_of (values, self->n_rows);
    if (self->numerators)
      self->scale = scale_of (self, values);
    self->values = g_memdup2 (values, self->n_rows * sizeof *values);
  } else if (self->numerators) {
    self->values = g_new (double, self->n_rows);
    for (gsize i = 0; i < self->n_rows; i++)
      self->values[i] = audit_rows_value_of (self, i, self->numerators[i]);
  }
}

AuditRows *
audit_rows_new (ScrutinyTable *table,
                ScrutinyColourRule *rule,
                const char *status_column,
                GError **error)
{
  g_autoptr (AuditRows) self = g_new0 (AuditRows, 1);

  self->table = g_object_ref (table);
  self->rule = g_object_ref (rule);
  self->n_rows = scrutiny_table_get_n_rows (table);
  if (status_column) {
    self->published = columns_need_texts (table, status_column, error);
    if (!self->published)
      return NULL;
  }

  self->speaks_of_missing = speaks_of_missing (rule);
  read_values (self);
  if (!check_names (self, error) || !read_periods (self, error))
    return NULL;
  self->recomputed = g_new0 (const char *, self->n_rows);
  self->clauses = g_new0 (guint, self->n_rows);
  for (gsize i = 0; i < self->n_rows; i++)
    self->recomputed[i] =
        audit_rows_judge (self, i, self->values ? self->values[i] : NAN, &self->clauses[i]);

  return g_steal_pointer (&self);
}

void
audit_rows_free (AuditRows *self)
{
  g_clear_object (&self->table);
  g_clear_object (&self->rule);
  g_free (self->periods);
  g_free (self->breaks);
  g_free (self->values);
  g_free (self->recomputed);
  g_free (self->clauses);
  g_free (self);
}

double
audit_rows_value_of (const AuditRows *self, gsize row, double numerator)
{
  return printed_round (self->scale * numerator / self->denominators[row], self->decimals);
}

gboolean
audit_rows_has_counts (const AuditRows *self, gsize row)
{
  if (!self->numerators || !(self->denominators[row] > 0))
    return FALSE;

  return printed_agrees (self->values[row],
                         self->scale * self->numerators[row] / self->denominators[row],
                         self->decimals);
}

gboolean
audit_rows_is_share (const AuditRows *self)
{
  if (!self->numerators)
    return FALSE;

  for (gsize i = 0; i < self->n_rows; i++)
    if (isfinite (self->values[i]) &&
        (!audit_rows_has_counts (self, i) || self->numerators[i] < 0 ||
         self->numerators[i] > self->denominators[i]))
      return FALSE;

  return TRUE;
}

gsize
audit_rows_get_latest (const AuditRows *self)
{
  if (!self->periods && self->n_rows != 1)
    return AUDIT_NO_ROW;

  for (gsize i = self->n_rows; i-- > 0;)
    if (self->recomputed[i])
      return i;

  return AUDIT_NO_ROW;
}

gboolean
audit_rows_has_break (const AuditRows *self, gsize row, AuditBreak least)
{
  return self->breaks && self->breaks[row] >= least;
}

const char *
audit_rows_get_status (const AuditRows *self, gsize row)
{
  if (self->published && *self->published[row])
    return self->published[row];

  return self->recomputed[row];
}
