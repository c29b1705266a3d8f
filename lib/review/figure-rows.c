/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/figure-rows.h"

#include "records/record-protection.h"
#include "records/record-query.h"
#include "review/outcome.h"

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

gboolean
figure_rows_may_be_told (const FigureRows *self,
                         gboolean in_stretches,
                         GListStore *findings,
                         const char *check,
                         const char *what)
{
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;

  if (record_totals_may_be_told (self->records, self->definition, in_stretches, NULL, &error))
    return TRUE;
  reason = error ? g_strdup (error->message)
                 : g_strdup_printf ("%s is not looked at: beside another figure of the same rows "
                                    "its counts would tell a number below %u.",
                                    what, scrutiny_records_get_suppress_below (self->records));
  outcome_append_not_done (findings, check, reason, NULL);

  return FALSE;
}
