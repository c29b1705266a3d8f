/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/demand-check.h"

#include <scrutiny/demand.h>
#include <scrutiny/records-tables.h>

#include "review/figure-rows.h"
#include "review/outcome.h"

static ScrutinyDemand *
ask (const FigureRows *rows, const char *demand, const char *cause, GError **error)
{
  g_autoptr (ScrutinyTable) table =
      scrutiny_records_dup_table (rows->records, (const char *[]){ demand, cause, NULL },
                                  scrutiny_definition_get_of (rows->definition), NULL, error);
  g_auto (GStrv) names = table ? scrutiny_table_dup_names (table) : NULL;
  g_autoptr (ScrutinyDemandOptions) options = scrutiny_demand_options_new ();

  if (!table)
    return NULL;
  scrutiny_demand_options_set_disclosure (options,
                                          scrutiny_records_get_suppress_below (rows->records));

  return scrutiny_demand_new (table, names[0], names[1], options, error);
}

void
demand_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  g_autoptr (ScrutinyDemand) demand = NULL;
  g_autoptr (GError) error = NULL;
  const char *kind, *cause;
  FigureRows rows;

  if (!figure_rows_find (&rows, indicator))
    return;
  kind = scrutiny_definition_get_demand (rows.definition);
  cause = scrutiny_definition_get_cause (rows.definition);
  if (!kind || !cause)
    return;
  if (outcome_append_rounded (findings, "demand", "What people ask for", rows.records) ||
      !figure_rows_may_be_told (&rows, FALSE, findings, "demand", "What people ask for"))
    return;
  demand = ask (&rows, kind, cause, &error);
  outcome_append (findings, "demand", demand, error);
}
