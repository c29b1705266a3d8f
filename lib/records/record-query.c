/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-query.h"

#include "base/civil.h"
#include "base/number.h"
#include "records/record-refusal.h"

static const ExpressionKind kinds[] = {
  [RECORD_TEXT] = EXPRESSION_TEXT,   [RECORD_NUMBER] = EXPRESSION_NUMBER,
  [RECORD_DATE] = EXPRESSION_DATE,   [RECORD_MOMENT] = EXPRESSION_DATETIME,
  [RECORD_TRUTH] = EXPRESSION_TRUTH,
};

/* The columns of records as expressions know them. */
typedef struct {
  ExpressionColumn *columns;
  guint n_columns;
  GStrv engine_names;
} Columns;

/* In our own store they go by number, on a server by the names they have there. */
static void
columns_init (Columns *self, ScrutinyRecords *records)
{
  const RecordSchema *schema = scrutiny_records_get_schema (records);
  const gboolean is_ours = scrutiny_records_get_dialect (records) == EXPRESSION_SQLITE;

  self->n_columns = schema->n_columns;
  self->columns = g_new0 (ExpressionColumn, schema->n_columns + 1);
  self->engine_names = g_new0 (char *, schema->n_columns + 1);
  for (guint i = 0; i < schema->n_columns; i++) {
    self->engine_names[i] =
        is_ours ? g_strdup_printf ("c%u", i) : g_strdup (schema->columns[i].name);
    self->columns[i] = (ExpressionColumn){ schema->columns[i].name, kinds[schema->columns[i].kind],
                                           self->engine_names[i] };
  }
}

static void
columns_clear (Columns *self)
{
  g_free (self->columns);
  g_strfreev (self->engine_names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

Expression *
record_expression_new (ScrutinyRecords *records,
                       const char *text,
                       const char *what,
                       ExpressionKind wanted,
                       GError **error)
{
  g_auto (Columns) columns = { 0 };
  GError *fault = NULL;
  g_autoptr (Expression) expression = expression_parse (text, what, &fault);

  columns_init (&columns, records);
  if (expression &&
      expression_check (expression, columns.columns, columns.n_columns, wanted, &fault))
    return g_steal_pointer (&expression);

  record_refusal_explain (records, fault);
  g_propagate_error (error, fault);

  return NULL;
}

DefinitionPlan *
record_plan_new (ScrutinyRecords *records, ScrutinyDefinition *definition, GError **error)
{
  g_auto (Columns) columns = { 0 };
  GError *fault = NULL;
  DefinitionPlan *plan;

  columns_init (&columns, records);
  plan = definition_plan_new (definition, columns.columns, columns.n_columns, &fault);
  if (plan)
    return plan;

  record_refusal_explain (records, fault);
  g_propagate_error (error, fault);

  return NULL;
}

RecordQuery *
record_query_new (ScrutinyRecords *records)
{
  RecordQuery *self = g_new0 (RecordQuery, 1);

  self->records = g_object_ref (records);
  self->dialect = scrutiny_records_get_dialect (records);
  self->sql = g_string_new ("SELECT ");
  self->bindings = g_array_new (FALSE, FALSE, sizeof (ExpressionBinding));

  return self;
}

void
record_query_free (RecordQuery *self)
{
  if (!self)
    return;

  g_object_unref (self->records);
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

/* A server gives dates and truths as the store keeps them: days, seconds, 0 and 1. */
static const char *const as_kept[][2] = {
  [EXPRESSION_DATE] = { "(", " - DATE '1970-01-01')" },
  [EXPRESSION_DATETIME] = { "CAST(floor(EXTRACT(EPOCH FROM CAST(", " AS timestamp))) AS bigint)" },
  [EXPRESSION_TIME] = { "CAST(floor(EXTRACT(EPOCH FROM ", ")) AS bigint)" },
  [EXPRESSION_TRUTH] = { "CAST(", " AS integer)" },
};

guint
record_query_select (RecordQuery *self, const Expression *expression)
{
  const ExpressionKind kind = expression_get_kind (expression);
  const gboolean is_plain = self->dialect != EXPRESSION_POSTGRESQL || !as_kept[kind][0];
  const guint at = begin_next (self);

  g_string_append (self->sql, is_plain ? "" : as_kept[kind][0]);
  expression_write_sql (expression, self->dialect, self->sql, self->bindings);
  g_string_append (self->sql, is_plain ? "" : as_kept[kind][1]);

  return at;
}

guint
record_query_select_any (RecordQuery *self, const Expression *expression)
{
  return expression ? record_query_select (self, expression) : RECORD_NOT_SELECTED;
}

gboolean
record_query_knows (const RecordScan *scan, guint column)
{
  return column == RECORD_NOT_SELECTED || record_scan_is_known (scan, column);
}

gboolean
record_query_holds (const RecordScan *scan, guint column)
{
  return column == RECORD_NOT_SELECTED ||
         (record_scan_is_known (scan, column) && record_scan_get_integer (scan, column) != 0);
}

guint
record_query_select_row (RecordQuery *self)
{
  const guint at = begin_next (self);

  g_string_append (self->sql,
                   self->dialect == EXPRESSION_POSTGRESQL ? "row_number() OVER ()" : "n");

  return at;
}

/* {2024-03-29,2024-04-01}, as PostgreSQL writes a list of dates. */
static char *
dup_holidays (const WorkingCalendar *calendar)
{
  GString *list = g_string_new ("{");

  for (gsize i = 0; calendar && i < calendar->n_holidays; i++) {
    const CivilDate date = civil_from_days (calendar->holidays[i]);

    g_string_append_printf (list, "%s%04d-%02d-%02d", i ? "," : "", date.year, date.month,
                            date.day);
  }
  g_string_append_c (list, '}');

  return g_string_free (list, FALSE);
}

/* To a server everything goes as text. */
static char *
dup_parameter (const ExpressionBinding *binding, const WorkingCalendar *calendar)
{
  char number[NUMBER_TEXT_SIZE];

  if (binding->kind == EXPRESSION_HOLIDAYS)
    return dup_holidays (calendar);
  if (binding->kind == EXPRESSION_NUMBER)
    return g_strdup (number_show (binding->number, number));

  return g_strdup (binding->text);
}

static RecordParameter *
make_parameters (const RecordQuery *self, const WorkingCalendar *calendar, GPtrArray *texts)
{
  RecordParameter *parameters = g_new0 (RecordParameter, self->bindings->len + 1);

  for (guint i = 0; i < self->bindings->len; i++) {
    const ExpressionBinding *binding = &g_array_index (self->bindings, ExpressionBinding, i);

    parameters[i].number = binding->number;
    parameters[i].text = binding->kind == EXPRESSION_TEXT ? binding->text : NULL;
    if (self->dialect != EXPRESSION_POSTGRESQL)
      continue;
    g_ptr_array_add (texts, dup_parameter (binding, calendar));
    parameters[i].text = texts->pdata[i];
  }

  return parameters;
}

gboolean
record_query_ask (RecordQuery *self,
                  const Expression *where,
                  const WorkingCalendar *calendar,
                  RecordEach each,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree RecordParameter *parameters = NULL;
  g_autoptr (RecordScan) scan = NULL;
  GError *found = NULL;

  g_string_append_printf (self->sql, " FROM %s", scrutiny_records_get_table (self->records));
  if (where) {
    g_string_append (self->sql, " WHERE ");
    expression_write_sql (where, self->dialect, self->sql, self->bindings);
  }
  parameters = make_parameters (self, calendar, texts);
  scan = scrutiny_records_scan (self->records, self->sql->str, parameters, self->bindings->len,
                                calendar, cancellable, error);
  while (scan && record_scan_next (scan, &found))
    each (scan, data);
  if (found)
    g_propagate_error (error, found);

  return scan && !found;
}
