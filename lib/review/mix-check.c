/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/mix-check.h"

#include <scrutiny/mix.h>

#include "review/outcome.h"
#include "review/part-counts.h"

static ScrutinyMixOptions *
options_of (const PartCounts *counts, const FigureRows *rows)
{
  ScrutinyMixOptions *options = scrutiny_mix_options_new ();

  scrutiny_mix_options_set_before (options, counts->labels[0]);
  scrutiny_mix_options_set_after (options, counts->labels[1]);
  scrutiny_mix_options_set_counts (options, counts->is_rate ? "events" : "cases");
  scrutiny_mix_options_set_scale (options, counts->scale);
  scrutiny_mix_options_set_disclosure (options,
                                       scrutiny_records_get_suppress_below (rows->records));

  return options;
}

void
mix_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  g_auto (PartCounts) counts = { 0 };
  g_autoptr (ScrutinyMixOptions) options = NULL;
  g_autoptr (ScrutinyMix) mix = NULL;
  g_autoptr (GError) error = NULL;
  FigureRows rows;

  if (!figure_rows_find (&rows, indicator))
    return;
  if (part_counts_read (&counts, &rows, &error)) {
    options = options_of (&counts, &rows);
    mix = scrutiny_mix_new (counts.table, (const char *[]){ counts.part, NULL }, counts.numerator,
                            counts.denominator, options, &error);
  }
  if (mix || error)
    outcome_append (findings, "mix", mix, error);
}
