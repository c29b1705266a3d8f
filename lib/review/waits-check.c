/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/waits-check.h"

#include <scrutiny/capability.h>
#include <scrutiny/records-tables.h>
#include <scrutiny/waits.h>

#include "review/figure-rows.h"
#include "review/outcome.h"

/* From when to when a definition counts, as it is written. */
typedef struct {
  char *begun, *ended, *key;
  char *where; /* NULL for all rows */
  gboolean is_working;
} Span;

static void
span_clear (Span *self)
{
  g_free (self->begun);
  g_free (self->ended);
  g_free (self->key);
  g_free (self->where);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Span, span_clear)

static gboolean
mention_same (char **columns, char **others)
{
  for (gsize i = 0; columns[i]; i++)
    if (g_strv_contains ((const char *const *) others, columns[i]))
      return TRUE;

  return FALSE;
}

/* Whether a condition asks about the end, which an open row has not. */
static gboolean
asks_about_end (const char *condition, char **ends)
{
  g_autoptr (Expression) expression = expression_parse (condition, "of", NULL);
  g_auto (GStrv) columns = expression ? expression_dup_columns (expression) : NULL;

  return columns && mention_same (columns, ends);
}

/* The conditions of @of that an open row can meet. */
static char *
dup_where (const Expression *of, const char *ended)
{
  g_autoptr (Expression) end = expression_parse (ended, "measure", NULL);
  g_auto (GStrv) ends = end ? expression_dup_columns (end) : g_new0 (char *, 1);
  g_auto (GStrv) conditions = expression_dup_conditions (of);
  GString *where = g_string_new (NULL);

  for (gsize i = 0; conditions[i]; i++)
    if (!asks_about_end (conditions[i], ends))
      g_string_append_printf (where, "%s(%s)", where->len > 0 ? " AND " : "", conditions[i]);
  if (where->len > 0)
    return g_string_free (where, FALSE);
  g_string_free (where, TRUE);

  return NULL;
}

/* Whether the first time that is counted is in working days. */
static gboolean
counts_working_days (const Expression *part)
{
  g_auto (GStrv) spans = expression_dup_spans (part);

  return spans[0] && g_str_has_prefix (spans[0], "working_");
}

/* FALSE where the definition counts no time. */
static gboolean
find_span (Span *self, const DefinitionPlan *plan)
{
  const Expression *const parts[] = { plan->measure, plan->counted };

  for (gsize i = 0; i < G_N_ELEMENTS (parts) && !self->begun; i++)
    if (parts[i] && expression_dup_ends (parts[i], &self->begun, &self->ended))
      self->is_working = counts_working_days (parts[i]);
  if (!self->begun)
    return FALSE;
  self->key = plan->key ? expression_dup_text (plan->key) : NULL;
  self->where = plan->of ? dup_where (plan->of, self->ended) : NULL;

  return TRUE;
}

/* The bank holidays by which the definition counts working days. */
static const char *
holidays_of (ScrutinyDefinition *definition)
{
  const char *holidays = scrutiny_definition_get_holidays (definition);

  return holidays && *holidays ? holidays : "england-and-wales";
}

/* Rows that are looked at, how, and which columns say from when to when. */
typedef struct {
  ScrutinyTable *table;
  ScrutinyWaitsOptions *options;
  char **names;
} Cases;

static void
cases_clear (Cases *self)
{
  g_clear_object (&self->table);
  g_clear_object (&self->options);
  g_strfreev (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cases, cases_clear)

static gboolean
cases_init (Cases *self, const Span *span, const FigureRows *rows, GError **error)
{
  const char *columns[] = { span->begun, span->ended, span->key, NULL };

  self->options = scrutiny_waits_options_new ();
  self->table = scrutiny_records_dup_table (rows->records, columns, span->where, NULL, error);
  if (!self->table)
    return FALSE;
  self->names = scrutiny_table_dup_names (self->table);
  scrutiny_waits_options_set_disclosure (self->options,
                                         scrutiny_records_get_suppress_below (rows->records));
  if (span->is_working)
    scrutiny_waits_options_set_working_days (self->options, holidays_of (rows->definition));
  if (span->key)
    scrutiny_waits_options_set_key (self->options, self->names[2]);

  return TRUE;
}

/* What single ones last, where it can be told: how many are needed for more is in the waits. */
static void
append_capability (GListStore *findings, const Cases *cases)
{
  g_autoptr (ScrutinyCapability) capability = scrutiny_capability_new (
      cases->table, cases->names[0], cases->names[1], cases->options, NULL);

  if (capability && !scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (capability)))
    g_list_store_append (findings, capability);
}

void
waits_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  g_auto (Span) span = { 0 };
  g_auto (Cases) cases = { 0 };
  g_autoptr (DefinitionPlan) plan = NULL;
  g_autoptr (ScrutinyWaits) waits = NULL;
  g_autoptr (GError) error = NULL;
  FigureRows rows;

  if (!figure_rows_find (&rows, indicator))
    return;
  plan = figure_rows_dup_plan (&rows, NULL); /* the check of the rows says what is wrong with it */
  if (!plan || !find_span (&span, plan))
    return;
  if (outcome_append_rounded (findings, "waits", "How long cases take", rows.records) ||
      !figure_rows_may_be_told (&rows, FALSE, findings, "waits", "How long cases take"))
    return;
  if (cases_init (&cases, &span, &rows, &error))
    waits = scrutiny_waits_new (cases.table, cases.names[0], cases.names[1], cases.options, &error);
  outcome_append (findings, "waits", waits, error);
  if (waits)
    append_capability (findings, &cases);
}
