/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/compare-check.h"

#include <scrutiny/comparison.h>

#include "review/outcome.h"
#include "review/part-counts.h"

/* Of two each is the other’s whole comparison. */
#define FEWEST_PARTS 3

static ScrutinyComparisonOptions *
options_of (const PartCounts *counts, const FigureRows *rows)
{
  ScrutinyComparisonOptions *options = scrutiny_comparison_options_new ();
  g_autofree char *called =
      g_strdup_printf ("groups by “%s” in %s", counts->part, counts->labels[1]);

  scrutiny_comparison_options_set_kind (options, counts->is_rate ? "rate" : "proportion");
  scrutiny_comparison_options_set_scale (options, counts->scale);
  scrutiny_comparison_options_set_called (options, called);
  scrutiny_comparison_options_set_disclosure (options,
                                              scrutiny_records_get_suppress_below (rows->records));

  return options;
}

static ScrutinyComparison *
compare (const PartCounts *counts, const FigureRows *rows, ScrutinyTable *later, GError **error)
{
  g_autoptr (ScrutinyComparisonOptions) options = options_of (counts, rows);

  return scrutiny_comparison_new (later, counts->part, counts->numerator, counts->denominator,
                                  options, error);
}

void
compare_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  g_auto (PartCounts) counts = { 0 };
  g_autoptr (ScrutinyTable) later = NULL;
  g_autoptr (ScrutinyComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  FigureRows rows;

  if (!figure_rows_find (&rows, indicator) || !part_counts_read (&counts, &rows, NULL) ||
      counts.is_mean)
    return; /* what is wrong with the rows the check of the mix says */
  later = part_counts_dup_later (&counts);
  if (scrutiny_table_get_n_rows (later) < FEWEST_PARTS)
    return;
  comparison = compare (&counts, &rows, later, &error);
  outcome_append (findings, "compare", comparison, error);
}
