/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/quality-facts.h"

#include "base/columns-builder.h"
#include "base/finding-list.h"

#include <math.h>

#define MOST_SAID 3

static void
quality_fact_free (gpointer data)
{
  QualityFact *self = data;

  g_free (self->column);
  g_array_unref (self->rows);
  g_free (self);
}

GPtrArray *
quality_facts_new (void)
{
  return g_ptr_array_new_with_free_func (quality_fact_free);
}

QualityFact *
quality_facts_add (QualityReading *reading,
                   const char *dimension,
                   const char *id,
                   const char *column,
                   double value,
                   double of)
{
  QualityFact *self = g_new0 (QualityFact, 1);

  *self = (QualityFact){
    .dimension = dimension,
    .id = id,
    .column = g_strdup (column ? column : ""),
    .value = value,
    .of = of,
    .low = NAN,
    .high = NAN,
    .rows = g_array_new (FALSE, FALSE, sizeof (gsize)),
  };
  g_ptr_array_add (reading->facts, self);

  return self;
}

void
quality_fact_add_row (QualityFact *self, gsize row)
{
  if (self->rows->len < QUALITY_MOST_ROWS)
    g_array_append_val (self->rows, row);
}

void
quality_say (QualityReading *reading,
             const char *id,
             const char *statement,
             const char *question,
             const char *request,
             GVariantDict *facts)
{
  finding_list_add (reading->findings, reading->method, id, statement, question, request, facts);
}

char *
quality_fact_dup_rows (const QualityFact *self, const QualityTable *table)
{
  GString *out = g_string_new (NULL);
  const guint n = MIN (self->rows->len, MOST_SAID);

  for (guint i = 0; i < n; i++) {
    g_autofree char *row = quality_table_dup_row (table, g_array_index (self->rows, gsize, i));

    g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", row);
  }
  if (self->rows->len > n)
    g_string_append (out, "; …");

  return g_string_free (out, FALSE);
}

static char *
dup_row_numbers (const QualityFact *fact)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < fact->rows->len; i++)
    g_string_append_printf (out, "%s%" G_GSIZE_FORMAT, i > 0 ? " " : "",
                            g_array_index (fact->rows, gsize, i));

  return g_string_free (out, FALSE);
}

ScrutinyTable *
quality_facts_tabulate (GPtrArray *facts)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < facts->len; i++) {
    const QualityFact *fact = facts->pdata[i];
    g_autofree char *rows = dup_row_numbers (fact);

    columns_builder_add_text (builder, "dimension", fact->dimension);
    columns_builder_add_text (builder, "id", fact->id);
    columns_builder_add_text (builder, "column", fact->column);
    columns_builder_add_number (builder, "value", fact->value);
    columns_builder_add_number (builder, "of", fact->of);
    columns_builder_add_number (builder, "low", fact->low);
    columns_builder_add_number (builder, "high", fact->high);
    columns_builder_add_text (builder, "rows", rows);
  }

  return columns_builder_end (builder);
}

static void
write_fact (const QualityFact *fact, JsonWriter *writer)
{
  json_writer_begin_object (writer);
  json_writer_member_string (writer, "dimension", fact->dimension);
  json_writer_member_string (writer, "id", fact->id);
  json_writer_member_string (writer, "column", *fact->column ? fact->column : NULL);
  json_writer_member_double (writer, "value", fact->value);
  json_writer_member_double (writer, "of", fact->of);
  json_writer_member_double (writer, "low", fact->low);
  json_writer_member_double (writer, "high", fact->high);
  json_writer_key (writer, "rows");
  json_writer_begin_array (writer);
  for (guint i = 0; i < fact->rows->len; i++)
    json_writer_int (writer, (gint64) g_array_index (fact->rows, gsize, i));
  json_writer_end_array (writer);
  json_writer_end_object (writer);
}

void
quality_facts_write_json (GPtrArray *facts, JsonWriter *writer)
{
  json_writer_begin_array (writer);
  for (guint i = 0; i < facts->len; i++)
    write_fact (facts->pdata[i], writer);
  json_writer_end_array (writer);
}
