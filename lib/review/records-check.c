/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/records-check.h"

#include <scrutiny/pileup.h>
#include <scrutiny/recompute.h>
#include <scrutiny/reconciliation.h>
#include <scrutiny/records-tables.h>

#include "base/number.h"
#include "indicator/dossier-private.h"
#include "records/record-cuts.h"
#include "review/figure-rows.h"
#include "review/outcome.h"

#include <string.h>

static ScrutinySeries *
work_out (ScrutinyIndicator *indicator,
          ScrutinyRecords *records,
          ScrutinyDefinition *definition,
          GError **error)
{
  if (scrutiny_indicator_is_recomputed (indicator))
    return g_object_ref (scrutiny_indicator_get_series (indicator));

  return scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_UNKNOWN, NULL, error);
}

/* Rounding alone would part what was published from what the rows give. */
static gboolean
refuse_rounded (GListStore *findings, ScrutinyRecords *records)
{
  const guint round_to = scrutiny_records_get_round_to (records);
  g_autofree char *reason = NULL;

  if (round_to <= 1)
    return FALSE;
  reason = g_strdup_printf ("The dossier asks for counts rounded to multiples of %u, and rounding "
                            "alone would part the published figures from those of the rows: they "
                            "are not set beside each other.",
                            round_to);
  outcome_append_not_done (findings, "records", reason, NULL);

  return TRUE;
}

void
records_check_figures (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  FigureRows rows;
  ScrutinyTable *published = scrutiny_indicator_get_published (indicator);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (ScrutinyReconciliation) beside = NULL;

  if (!figure_rows_find (&rows, indicator))
    return;
  series = work_out (indicator, rows.records, rows.definition, &error);
  if (!series) {
    outcome_append_not_done (findings, "records", error->message, NULL);
    return;
  }
  if (!published || refuse_rounded (findings, rows.records))
    return;
  beside = scrutiny_reconciliation_new (published, series, &error);
  outcome_append (findings, "records", beside, error);
}

/* Since when the limit may have mattered: the latest target that says so. */
static const char *
find_since (GPtrArray *targets)
{
  for (guint i = targets->len; i > 0; i--) {
    const char *from = scrutiny_claim_get_from (targets->pdata[i - 1]);

    if (from && *from)
      return from;
  }

  return NULL;
}

static const char *
find_unit (ScrutinyDefinition *definition)
{
  const char *unit = scrutiny_definition_get_unit (definition);

  if (unit)
    return unit;

  return strstr (scrutiny_definition_get_measure (definition), "working_days_between")
             ? "working-days"
             : NULL;
}

static ScrutinyPileupOptions *
options_new (ScrutinyIndicator *indicator, ScrutinyRecords *records, ScrutinyDefinition *definition)
{
  ScrutinyPileupOptions *options = scrutiny_pileup_options_new ();
  g_autoptr (GPtrArray) targets = scrutiny_indicator_dup_targets (indicator);
  const char *since = find_since (targets);
  const char *dated = scrutiny_definition_get_dated (definition);

  scrutiny_pileup_options_set_unit (options, find_unit (definition));
  scrutiny_pileup_options_set_disclosure (options, scrutiny_records_get_suppress_below (records));
  if (since && dated) {
    scrutiny_pileup_options_set_since (options, since);
    scrutiny_pileup_options_set_dated (options, dated);
  }

  return options;
}

/* Where other figures cut the same lengths. */
static gboolean
add_known_limits (ScrutinyPileupOptions *options, const FigureRows *rows, GError **error)
{
  g_autoptr (GArray) cuts = record_cuts_new (rows->records, rows->definition, NULL, error);

  for (guint i = 0; cuts && i < cuts->len; i++)
    scrutiny_pileup_options_add_known_limit (options, g_array_index (cuts, double, i));

  return cuts != NULL;
}

void
records_check_limit (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  FigureRows rows;
  const gboolean has_rows = figure_rows_find (&rows, indicator);
  const char *limit = has_rows ? scrutiny_definition_get_limit (rows.definition) : NULL;
  const char *measure = has_rows ? scrutiny_definition_get_measure (rows.definition) : NULL;
  g_autoptr (ScrutinyPileupOptions) options = NULL;
  g_autoptr (ScrutinyTable) lengths = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL;
  g_autoptr (GError) error = NULL;
  double threshold;

  if (!limit || !measure || !number_parse (limit, strlen (limit), &threshold))
    return;
  if (outcome_append_rounded (findings, "pileup", "How cases lie around the limit", rows.records) ||
      !figure_rows_may_be_told (&rows, FALSE, findings, "pileup", "How cases lie around the limit"))
    return;
  lengths = scrutiny_records_dup_table (
      rows.records,
      (const char *[]){ measure, scrutiny_definition_get_dated (rows.definition), NULL },
      scrutiny_definition_get_of (rows.definition), NULL, &error);
  options = options_new (indicator, rows.records, rows.definition);
  if (lengths && add_known_limits (options, &rows, &error))
    pileup = scrutiny_pileup_new (lengths, measure, threshold, options, &error);
  outcome_append (findings, "pileup", pileup, error);
}
