/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/part-counts.h"

#include "base/columns-builder.h"
#include "records/record-figures.h"
#include "records/record-query.h"

#include <string.h>

#define PERIOD "period"
#define NOT_SAID "not recorded"

/* What a part comes to in the two stretches. */
typedef struct {
  double counts[2], totals[2];
} Part;

void
part_counts_clear (PartCounts *self)
{
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->numerator, g_free);
  g_clear_pointer (&self->denominator, g_free);
  g_clear_pointer (&self->labels[0], g_free);
  g_clear_pointer (&self->labels[1], g_free);
  g_clear_object (&self->table);
}

/* The definition with the first of its segments alone, day by day: two columns together leave few
 * cases in each part.
 */
static RecordFigures *
gather (const FigureRows *rows, const DefinitionPlan *plan, GError **error)
{
  g_autofree char *first = expression_dup_text (plan->segments->pdata[0]);
  g_autoptr (ScrutinyDefinition) one =
      scrutiny_definition_copy_with (rows->definition, "segments", first, error);
  g_autoptr (DefinitionPlan) parted = one ? record_plan_new (rows->records, one, error) : NULL;

  return parted ? record_figures_new (rows->records, parted, SCRUTINY_CALENDAR_DAY, NULL, error)
                : NULL;
}

static gboolean
find_stretches (Stretches *stretches, const RecordFigures *figures)
{
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < figures->figures->len; i++) {
    const RecordFigure *figure = &g_array_index (figures->figures, RecordFigure, i);

    first = MIN (first, figure->ordinal);
    last = MAX (last, figure->ordinal);
  }

  return first <= last && stretches_find (stretches, first, last);
}

/* Parts in the order in which they are first met. */
static Part *
add_up (const RecordFigures *figures, const Stretches *stretches)
{
  Part *parts = g_new0 (Part, figures->segments->len + 1);

  for (guint i = 0; i < figures->figures->len; i++) {
    const RecordFigure *figure = &g_array_index (figures->figures, RecordFigure, i);
    const int place = stretches_place (stretches, figure->ordinal);

    if (place < 0)
      continue;
    parts[figure->segment].counts[place] += (double) figure->n_counted;
    parts[figure->segment].totals[place] +=
        figures->kind == DEFINITION_RATE ? figure->sum : (double) figure->n_rows;
  }

  return parts;
}

static void
add_rows (ColumnsBuilder *builder,
          const PartCounts *self,
          const RecordFigures *figures,
          const Part *parts)
{
  for (guint segment = 0; segment < figures->segments->len; segment++)
    for (int time = 0; time < 2; time++) {
      const char *name = ((GStrv) figures->segments->pdata[segment])[0];

      if (!(parts[segment].totals[0] > 0 || parts[segment].totals[1] > 0))
        continue;
      columns_builder_add_text (builder, self->part, *name ? name : NOT_SAID);
      columns_builder_add_text (builder, PERIOD, self->labels[time]);
      columns_builder_add_number (builder, self->numerator, parts[segment].counts[time]);
      columns_builder_add_number (builder, self->denominator, parts[segment].totals[time]);
    }
}

/* Words of the definition, where they tell columns apart. */
static char *
dup_column (const char *said, const char *otherwise, const char *const *taken)
{
  GString *name = g_string_new (said && *said ? said : otherwise);

  while (g_strv_contains (taken, name->str))
    g_string_append_c (name, ' ');

  return g_string_free (name, FALSE);
}

static void
name_columns (PartCounts *self, ScrutinyDefinition *definition, const char *part)
{
  self->part = dup_column (part, "part", (const char *[]){ PERIOD, NULL });
  self->numerator = dup_column (scrutiny_definition_get_numerator (definition), "what is counted",
                                (const char *[]){ PERIOD, self->part, NULL });
  self->denominator =
      dup_column (scrutiny_definition_get_denominator (definition), "what it is counted out of",
                  (const char *[]){ PERIOD, self->part, self->numerator, NULL });
}

static gboolean
has_parts (const DefinitionPlan *plan)
{
  return plan->segments->len > 0 &&
         (plan->kind == DEFINITION_SHARE || plan->kind == DEFINITION_RATE);
}

gboolean
part_counts_read (PartCounts *self, const FigureRows *rows, GError **error)
{
  g_autoptr (DefinitionPlan) plan = figure_rows_dup_plan (rows, error);
  g_autoptr (RecordFigures) figures = plan && has_parts (plan) ? gather (rows, plan, error) : NULL;
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autofree Part *parts = NULL;
  Stretches stretches;

  if (!figures || !find_stretches (&stretches, figures))
    return FALSE;
  name_columns (self, rows->definition, figures->names[0]);
  self->scale = figures->scale;
  self->is_rate = figures->kind == DEFINITION_RATE;
  self->labels[0] = stretches_dup_label (&stretches, FALSE);
  self->labels[1] = stretches_dup_label (&stretches, TRUE);
  parts = add_up (figures, &stretches);
  add_rows (builder, self, figures, parts);
  self->table = columns_builder_end (builder);

  return scrutiny_table_get_n_rows (self->table) > 0;
}

ScrutinyTable *
part_counts_dup_later (const PartCounts *self)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  const char *const *parts = scrutiny_table_get_texts (self->table, self->part);
  const char *const *times = scrutiny_table_get_texts (self->table, PERIOD);
  const double *counts = scrutiny_table_get_doubles (self->table, self->numerator, NULL);
  const double *totals = scrutiny_table_get_doubles (self->table, self->denominator, NULL);

  for (gsize i = 0; i < scrutiny_table_get_n_rows (self->table); i++) {
    if (!g_str_equal (times[i], self->labels[1]) || !(totals[i] > 0))
      continue;
    columns_builder_add_text (builder, self->part, parts[i]);
    columns_builder_add_number (builder, self->numerator, counts[i]);
    columns_builder_add_number (builder, self->denominator, totals[i]);
  }

  return columns_builder_end (builder);
}
