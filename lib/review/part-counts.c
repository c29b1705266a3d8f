/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/part-counts.h"

#include <scrutiny/finding.h>

#include "base/columns-builder.h"
#include "compare/mix-spread.h"
#include "records/record-figures.h"
#include "records/record-kept.h"
#include "records/record-query.h"

#include <math.h>

#define PERIOD "period"
#define NOT_SAID "not recorded"

/* What a part comes to in the two stretches. */
typedef struct {
  MixCases cases[2];
} Part;

static void
part_counts_free (gpointer data)
{
  PartCounts *self = data;

  g_free (self->part);
  g_free (self->numerator);
  g_free (self->denominator);
  g_free (self->deviation);
  g_free (self->labels[0]);
  g_free (self->labels[1]);
  g_clear_object (&self->table);
  g_free (self);
}

/* The definition with one of its segments alone, day by day: two columns together leave few cases
 * in each part.
 */
static RecordFigures *
gather (const FigureRows *rows, const Expression *segment, GError **error)
{
  g_autofree char *column = expression_dup_text (segment);
  g_autoptr (ScrutinyDefinition) one =
      scrutiny_definition_copy_with (rows->definition, "segments", column, error);
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

/* What a figure is made of: what is counted or measured, and out of how much. */
static MixCases
cases_of (const RecordFigures *figures, const RecordFigure *figure)
{
  const double scale = figures->scale;

  if (figures->kind == DEFINITION_MEAN)
    return (MixCases){ scale * figure->sum, (double) figure->n_measured,
                       scale * scale * figure->squares };

  return (MixCases){ .sum = (double) figure->n_counted,
                     .n =
                         figures->kind == DEFINITION_RATE ? figure->sum : (double) figure->n_rows };
}

static void
add_cases (MixCases *all, MixCases cases, gboolean is_mean)
{
  if (is_mean) {
    *all = mix_cases_together (*all, cases);
    return;
  }
  all->sum += cases.sum;
  all->n += cases.n;
}

/* Parts in the order in which they are first met. */
static Part *
add_up (const RecordFigures *figures, const Stretches *stretches)
{
  Part *parts = g_new0 (Part, figures->segments->len + 1);

  for (guint i = 0; i < figures->figures->len; i++) {
    const RecordFigure *figure = &g_array_index (figures->figures, RecordFigure, i);
    const int place = stretches_place (stretches, figure->ordinal);

    if (place >= 0)
      add_cases (&parts[figure->segment].cases[place], cases_of (figures, figure),
                 figures->kind == DEFINITION_MEAN);
  }

  return parts;
}

static void
add_numbers (ColumnsBuilder *builder, const PartCounts *self, const MixCases *cases)
{
  const double mean = cases->n > 0 ? cases->sum / cases->n : NAN;

  columns_builder_add_number (builder, self->numerator, self->is_mean ? mean : cases->sum);
  columns_builder_add_number (builder, self->denominator, cases->n);
  if (self->is_mean)
    columns_builder_add_number (builder, self->deviation,
                                cases->n > 1 ? sqrt (cases->squares / (cases->n - 1)) : NAN);
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

      if (!(parts[segment].cases[0].n > 0 || parts[segment].cases[1].n > 0))
        continue;
      columns_builder_add_text (builder, self->part, *name ? name : NOT_SAID);
      columns_builder_add_text (builder, PERIOD, self->labels[time]);
      add_numbers (builder, self, &parts[segment].cases[time]);
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
  self->numerator = dup_column (scrutiny_definition_get_numerator (definition),
                                self->is_mean ? "mean" : "what is counted",
                                (const char *[]){ PERIOD, self->part, NULL });
  self->denominator = dup_column (scrutiny_definition_get_denominator (definition),
                                  self->is_mean ? "cases" : "what it is counted out of",
                                  (const char *[]){ PERIOD, self->part, self->numerator, NULL });
  if (self->is_mean)
    self->deviation = dup_column (
        NULL, "deviation",
        (const char *[]){ PERIOD, self->part, self->numerator, self->denominator, NULL });
}

static gboolean
has_parts (const DefinitionPlan *plan)
{
  return plan->segments->len > 0 &&
         (plan->kind == DEFINITION_SHARE || plan->kind == DEFINITION_RATE ||
          plan->kind == DEFINITION_MEAN);
}

/* NULL where there are no parts to tell of. */
static PartCounts *
part_counts_new (const FigureRows *rows, const RecordFigures *figures)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autofree Part *parts = NULL;
  PartCounts *self;
  Stretches stretches;

  if (!find_stretches (&stretches, figures))
    return NULL;
  self = g_new0 (PartCounts, 1);
  self->scale = figures->scale;
  self->is_rate = figures->kind == DEFINITION_RATE;
  self->is_mean = figures->kind == DEFINITION_MEAN;
  name_columns (self, rows->definition, figures->names[0]);
  self->labels[0] = stretches_dup_label (&stretches, FALSE);
  self->labels[1] = stretches_dup_label (&stretches, TRUE);
  parts = add_up (figures, &stretches);
  add_rows (builder, self, figures, parts);
  self->table = columns_builder_end (builder);
  if (scrutiny_table_get_n_rows (self->table) > 0)
    return self;
  part_counts_free (self);

  return NULL;
}

GPtrArray *
part_counts_read_all (const FigureRows *rows, GError **error)
{
  g_autoptr (DefinitionPlan) plan = figure_rows_dup_plan (rows, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (part_counts_free);

  if (!plan)
    return NULL;
  record_kept_gather (rows->records, rows->definition, NULL);
  for (guint i = 0; has_parts (plan) && i < plan->segments->len; i++) {
    g_autoptr (RecordFigures) figures = gather (rows, plan->segments->pdata[i], error);
    PartCounts *counts = figures ? part_counts_new (rows, figures) : NULL;

    if (!figures)
      return NULL;
    if (counts)
      g_ptr_array_add (all, counts);
  }

  return g_steal_pointer (&all);
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

/* “ward” and “age” */
static char *
dup_parts (GPtrArray *all)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (names, "%s“%s”",
                            i == 0             ? ""
                            : i + 1 < all->len ? ", "
                                               : " and ",
                            ((const PartCounts *) all->pdata[i])->part);

  return g_string_free (names, FALSE);
}

void
part_counts_append_choice (GListStore *findings,
                           const char *id,
                           const char *statement,
                           GPtrArray *all,
                           guint told)
{
  g_autofree char *names = dup_parts (all);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (ScrutinyFinding) finding = NULL;

  if (all->len < 2)
    return;
  g_variant_dict_insert (&facts, "names", "s", names);
  g_variant_dict_insert (&facts, "told", "s", ((const PartCounts *) all->pdata[told])->part);
  g_variant_dict_insert (&facts, "n", "x", (gint64) all->len);
  finding = scrutiny_finding_new (id, statement, NULL, g_variant_dict_end (&facts), NULL);
  g_list_store_append (findings, finding);
}
