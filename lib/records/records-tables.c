/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/records-tables.h>

#include <math.h>

#include "base/array-bytes.h"
#include "base/error-private.h"
#include "base/table-private.h"
#include "records/record-query.h"
#include "records/record-spread.h"
#include "records/record-text.h"

#define ANY_KIND \
  (EXPRESSION_NUMBER | EXPRESSION_TEXT | EXPRESSION_DATE | EXPRESSION_DATETIME | EXPRESSION_TIME | \
   EXPRESSION_TRUTH)

/* A column of a table under way: numbers, or texts. */
typedef struct {
  Expression *expression;
  GArray *numbers;  /* double; NULL: texts */
  GPtrArray *texts; /* NULL: numbers */
} Output;

static void
output_free (gpointer data)
{
  Output *self = data;

  g_clear_pointer (&self->expression, expression_free);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_numeric (ExpressionKind kind)
{
  return kind == EXPRESSION_NUMBER || kind == EXPRESSION_TRUTH;
}

static gboolean
add_output (ScrutinyRecords *records, const char *text, GPtrArray *outputs, GError **error)
{
  Expression *expression = record_expression_new (records, text, "columns", ANY_KIND, error);
  Output *output;

  if (!expression)
    return FALSE;
  output = g_new0 (Output, 1);
  output->expression = expression;
  if (is_numeric (expression_get_kind (expression)))
    output->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  else
    output->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (outputs, output);

  return TRUE;
}

static void
add_row (const RecordScan *scan, GPtrArray *outputs)
{
  for (guint i = 0; i < outputs->len; i++) {
    Output *output = outputs->pdata[i];
    const double number =
        output->numbers && record_scan_is_known (scan, i) ? record_scan_get_number (scan, i) : NAN;

    if (output->numbers)
      g_array_append_val (output->numbers, number);
    else
      g_ptr_array_add (output->texts,
                       record_text_dup (scan, i, expression_get_kind (output->expression)));
  }
}

/* The condition, if there is one; FALSE where it cannot be read. */
static gboolean
read_where (ScrutinyRecords *records, const char *text, Expression **where, GError **error)
{
  if (!text || !*text)
    return TRUE;
  *where = record_expression_new (records, text, "where", EXPRESSION_TRUTH, error);

  return *where != NULL;
}

static gboolean
ask (ScrutinyRecords *records,
     RecordQuery *query,
     const char *where,
     RecordEach each,
     gpointer data,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (Expression) condition = NULL;

  return read_where (records, where, &condition, error) &&
         record_query_ask (query, condition, NULL, each, data, cancellable, error);
}

static void
each_row (const RecordScan *scan, gpointer outputs)
{
  add_row (scan, outputs);
}

/* Takes what has been gathered into the column. */
static ScrutinyTable *
add_column (ScrutinyTable *table, const char *name, Output *output, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (output->numbers) {
    bytes = array_bytes_take (g_steal_pointer (&output->numbers));
    return scrutiny_table_copy_with_doubles (table, name, bytes, error);
  }
  g_ptr_array_add (output->texts, NULL);

  return scrutiny_table_copy_with_texts_take (
      table, name, (char **) g_ptr_array_free (g_steal_pointer (&output->texts), FALSE), error);
}

/* A column alone goes by its name, without the marks that it may need among others. */
static char *
dup_name (const Expression *expression)
{
  char *text = expression_dup_text (expression);
  g_auto (GStrv) columns = expression_dup_columns (expression);
  g_autoptr (GString) quoted = g_string_new (NULL);

  if (!columns[0] || columns[1])
    return text;
  expression_append_quoted (quoted, columns[0]);
  if (!g_str_equal (text, quoted->str))
    return text;
  g_free (text);

  return g_strdup (columns[0]);
}

static ScrutinyTable *
make_table (GPtrArray *outputs, GError **error)
{
  g_autoptr (ScrutinyTable) table = scrutiny_table_new ();

  for (guint i = 0; i < outputs->len && table; i++) {
    Output *output = outputs->pdata[i];
    g_autofree char *name = dup_name (output->expression);
    g_autoptr (ScrutinyTable) before = g_steal_pointer (&table);

    table = add_column (before, name, output, error);
  }

  return g_steal_pointer (&table);
}

/**
 * scrutiny_records_dup_table:
 * @self: records
 * @columns: (array zero-terminated=1): columns, or what is worked out of them, such as
 * `days_between(opened, closed)`
 * @where: (nullable): a condition on the rows, `NULL` for all
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Gets some of the columns, row by row: numbers, and truths as 1 and 0, as numbers; dates, times
 * and texts as texts. It is named as it is written.
 *
 * Nothing is withheld: this is for what counts it next, and for no report.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_records_dup_table (ScrutinyRecords *self,
                            const char *const *columns,
                            const char *where,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GPtrArray) outputs = NULL;
  g_autoptr (RecordQuery) query = NULL;

  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), NULL);
  g_return_val_if_fail (columns != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  outputs = g_ptr_array_new_with_free_func (output_free);
  query = record_query_new (self);
  for (gsize i = 0; columns[i]; i++) {
    if (!add_output (self, columns[i], outputs, error))
      return NULL;
    record_query_select (query, ((Output *) outputs->pdata[i])->expression);
  }
  if (outputs->len == 0)
    return scrutiny_table_new ();
  if (!ask (self, query, where, each_row, outputs, cancellable, error))
    return NULL;

  return make_table (outputs, error);
}

typedef struct {
  RecordSpread *spread;
  ExpressionKind kind; /* of what the groups are by */
  gboolean is_grouped;
} Counting;

static void
each_group (const RecordScan *scan, gpointer data)
{
  Counting *self = data;
  g_autofree char *group = record_text_dup (scan, 0, self->kind);

  record_spread_add (self->spread, group, 0);
}

static void
each_measure (const RecordScan *scan, gpointer data)
{
  Counting *self = data;
  g_autofree char *group = self->is_grouped ? record_text_dup (scan, 1, self->kind) : NULL;

  if (record_scan_is_known (scan, 0))
    record_spread_add (self->spread, group ? group : "", record_scan_get_number (scan, 0));
}

/**
 * scrutiny_records_dup_groups:
 * @self: records
 * @column: a column, or what is worked out of some
 * @where: (nullable): a condition on the rows, `NULL` for all
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Counts the rows of each value of a column.
 *
 * The columns are `group`, a text, empty where nothing is said, and `n`; the largest groups come
 * first. Those of fewer rows than [property@Records:suppress-below] stand together in one, the
 * last, with as many of the next larger as it takes to reach that number. Counts are rounded to
 * multiples of [property@Records:round-to].
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_records_dup_groups (ScrutinyRecords *self,
                             const char *column,
                             const char *where,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (Expression) group = NULL;
  g_autoptr (RecordQuery) query = NULL;
  g_autoptr (RecordSpread) spread = NULL;
  Counting counting;

  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  group = record_expression_new (self, column, "column", ANY_KIND, error);
  if (!group)
    return NULL;
  query = record_query_new (self);
  record_query_select (query, group);
  spread = record_spread_new (1);
  counting = (Counting){ spread, expression_get_kind (group), TRUE };
  if (!ask (self, query, where, each_group, &counting, cancellable, error) ||
      !record_spread_check (spread, error))
    return NULL;

  return record_spread_make_groups (spread, scrutiny_records_get_suppress_below (self),
                                    scrutiny_records_get_round_to (self), error);
}

static gboolean
check_step (double step, GError **error)
{
  if (step > 0 && isfinite (step))
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "step", NULL,
                         "step: it must be more than 0; give 1 to count day by day");

  return FALSE;
}

/**
 * scrutiny_records_dup_spread:
 * @self: records
 * @measure: a number of each row: a column, or what is worked out of some
 * @step: how much of @measure is counted together, more than 0; 1 counts each whole number
 * @by: (nullable): a column, or what is worked out of some, to count apart by
 * @where: (nullable): a condition on the rows, `NULL` for all
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Counts the rows by what is measured of them: the tail, and where they pile up, which a mean
 * hides.
 *
 * The columns are `by`, where it is asked for, `from`, `to`, which is not itself part of it, and
 * `n`; only what has rows is there, in order. Neighbours of fewer rows than
 * [property@Records:suppress-below] are put together until they have that number; a group of
 * fewer is left out, with the next larger where it could be had from the total. Counts are rounded
 * to multiples of [property@Records:round-to].
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_records_dup_spread (ScrutinyRecords *self,
                             const char *measure,
                             double step,
                             const char *by,
                             const char *where,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (Expression) number = NULL, group = NULL;
  g_autoptr (RecordQuery) query = NULL;
  g_autoptr (RecordSpread) spread = NULL;
  Counting counting;

  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), NULL);
  g_return_val_if_fail (measure != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  number = check_step (step, error)
               ? record_expression_new (self, measure, "measure", EXPRESSION_NUMBER, error)
               : NULL;
  if (!number || (by && !(group = record_expression_new (self, by, "by", ANY_KIND, error))))
    return NULL;
  query = record_query_new (self);
  record_query_select (query, number);
  if (group)
    record_query_select (query, group);
  spread = record_spread_new (step);
  counting =
      (Counting){ spread, group ? expression_get_kind (group) : EXPRESSION_TEXT, group != NULL };
  if (!ask (self, query, where, each_measure, &counting, cancellable, error) ||
      !record_spread_check (spread, error))
    return NULL;

  return record_spread_make_table (spread, group != NULL,
                                   scrutiny_records_get_suppress_below (self),
                                   scrutiny_records_get_round_to (self), error);
}
