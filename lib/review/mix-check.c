/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/mix-check.h"

#include <scrutiny/mix.h>

#include "review/outcome.h"
#include "review/part-counts.h"

/* What a mean is in, to be said after a number; NULL if nobody says. */
static char *
dup_unit (ScrutinyIndicator *indicator, ScrutinyDefinition *definition)
{
  const char *measured = scrutiny_definition_get_unit (definition);
  const char *unit = measured && *measured ? measured : scrutiny_indicator_get_unit (indicator);

  return unit && *unit ? g_strdelimit (g_strdup (unit), "-", ' ') : NULL;
}

static const char *
counts_of (const PartCounts *counts)
{
  return counts->is_mean ? "means" : counts->is_rate ? "events" : "cases";
}

static ScrutinyMixOptions *
options_of (const PartCounts *counts, ScrutinyIndicator *indicator, const FigureRows *rows)
{
  ScrutinyMixOptions *options = scrutiny_mix_options_new ();
  g_autofree char *unit = counts->is_mean ? dup_unit (indicator, rows->definition) : NULL;

  scrutiny_mix_options_set_before (options, counts->labels[0]);
  scrutiny_mix_options_set_after (options, counts->labels[1]);
  scrutiny_mix_options_set_counts (options, counts_of (counts));
  scrutiny_mix_options_set_deviation (options, counts->deviation);
  scrutiny_mix_options_set_unit (options, unit);
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
    options = options_of (&counts, indicator, &rows);
    mix = scrutiny_mix_new (counts.table, (const char *[]){ counts.part, NULL }, counts.numerator,
                            counts.denominator, options, &error);
  }
  if (mix || error)
    outcome_append (findings, "mix", mix, error);
}
