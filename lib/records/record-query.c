/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-query.h"

#include "base/error-private.h"

static const ExpressionKind kinds[] = {
  [RECORD_TEXT] = EXPRESSION_TEXT,   [RECORD_NUMBER] = EXPRESSION_NUMBER,
  [RECORD_DATE] = EXPRESSION_DATE,   [RECORD_MOMENT] = EXPRESSION_DATETIME,
  [RECORD_TRUTH] = EXPRESSION_TRUTH,
};

RecordColumns *
record_columns_new (const RecordSchema *schema)
{
  RecordColumns *self = g_new0 (RecordColumns, 1);

  self->n_columns = schema->n_columns;
  self->columns = g_new0 (ExpressionColumn, schema->n_columns + 1);
  self->engine_names = g_new0 (char *, schema->n_columns + 1);
  for (guint i = 0; i < schema->n_columns; i++) {
    self->engine_names[i] = g_strdup_printf ("c%u", i);
    self->columns[i] = (ExpressionColumn){ schema->columns[i].name, kinds[schema->columns[i].kind],
                                           self->engine_names[i] };
  }

  return self;
}

void
record_columns_free (RecordColumns *self)
{
  if (!self)
    return;

  g_free (self->columns);
  g_strfreev (self->engine_names);
  g_free (self);
}

Expression *
record_expression_new (ScrutinyRecords *records,
                       const char *text,
                       const char *what,
                       ExpressionKind wanted,
                       GError **error)
{
  g_autoptr (RecordColumns) columns = record_columns_new (scrutiny_records_get_schema (records));
  g_autoptr (Expression) expression = expression_parse (text, what, error);

  if (!expression ||
      !expression_check (expression, columns->columns, columns->n_columns, wanted, error))
    return NULL;

  return g_steal_pointer (&expression);
}

DefinitionPlan *
record_plan_new (ScrutinyRecords *records, ScrutinyDefinition *definition, GError **error)
{
  g_autoptr (RecordColumns) columns = record_columns_new (scrutiny_records_get_schema (records));

  return definition_plan_new (definition, columns->columns, columns->n_columns, error);
}

RecordQuery *
record_query_new (void)
{
  RecordQuery *self = g_new0 (RecordQuery, 1);

  self->sql = g_string_new ("SELECT ");
  self->bindings = g_array_new (FALSE, FALSE, sizeof (ExpressionBinding));

  return self;
}

void
record_query_free (RecordQuery *self)
{
  if (!self)
    return;

  g_string_free (self->sql, TRUE);
  g_array_unref (self->bindings);
  g_free (self);
}

static guint
begin_next (RecordQuery *self)
{
  if (self->n_selected > 0)
    g_string_append (self->sql, ", ");

  return self->n_selected++;
}

guint
record_query_select (RecordQuery *self, const Expression *expression)
{
  const guint at = begin_next (self);

  expression_write_sql (expression, EXPRESSION_SQLITE, self->sql, self->bindings);

  return at;
}

guint
record_query_select_column (RecordQuery *self, guint column)
{
  const guint at = begin_next (self);

  g_string_append_printf (self->sql, "c%u", column);

  return at;
}

guint
record_query_select_row (RecordQuery *self)
{
  const guint at = begin_next (self);

  g_string_append_c (self->sql, 'n');

  return at;
}

static RecordParameter *
make_parameters (const RecordQuery *self)
{
  RecordParameter *parameters = g_new0 (RecordParameter, self->bindings->len + 1);

  for (guint i = 0; i < self->bindings->len; i++) {
    const ExpressionBinding *binding = &g_array_index (self->bindings, ExpressionBinding, i);

    parameters[i].number = binding->number;
    parameters[i].text = binding->kind == EXPRESSION_TEXT ? binding->text : NULL;
  }

  return parameters;
}

RecordScan *
record_query_scan (RecordQuery *self,
                   ScrutinyRecords *records,
                   const Expression *where,
                   const WorkingCalendar *calendar,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree RecordParameter *parameters = NULL;

  g_string_append (self->sql, " FROM " RECORD_TABLE);
  if (where) {
    g_string_append (self->sql, " WHERE ");
    expression_write_sql (where, EXPRESSION_SQLITE, self->sql, self->bindings);
  }
  parameters = make_parameters (self);

  return scrutiny_records_scan (records, self->sql->str, parameters, self->bindings->len, calendar,
                                cancellable, error);
}
