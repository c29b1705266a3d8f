/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/figure-rows.h"

#include "records/record-query.h"

gboolean
figure_rows_find (FigureRows *self, ScrutinyIndicator *indicator)
{
  GObject *rows = scrutiny_indicator_get_records (indicator);

  self->definition = scrutiny_indicator_get_definition (indicator);
  if (!rows || !self->definition || !scrutiny_definition_is_computed (self->definition))
    return FALSE;
  self->records = SCRUTINY_RECORDS (rows);

  return TRUE;
}

DefinitionPlan *
figure_rows_dup_plan (const FigureRows *self, GError **error)
{
  return record_plan_new (self->records, self->definition, error);
}
