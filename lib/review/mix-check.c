/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/mix-check.h"

#include <scrutiny/mix.h>

#include "compare/mix-options-private.h"
#include "review/outcome.h"
#include "review/part-counts.h"

#include <glib/gi18n.h>
#include <math.h>

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
  mix_options_set_round_to (options, scrutiny_records_get_round_to (rows->records));

  return options;
}

static ScrutinyMix *
take_apart (const PartCounts *counts,
            ScrutinyIndicator *indicator,
            const FigureRows *rows,
            GError **error)
{
  g_autoptr (ScrutinyMixOptions) options = options_of (counts, indicator, rows);

  return scrutiny_mix_new (counts->table, (const char *[]){ counts->part, NULL }, counts->numerator,
                           counts->denominator, options, error);
}

/* What a mix says, from what tells most: the figure and its parts went apart, firmly or not. */
static guint
rank_of (ScrutinyMix *mix)
{
  static const char *const ids[] = { "mix.reversal", "mix.mix", "mix.shares", "mix.open" };
  g_autoptr (GPtrArray) said = scrutiny_result_dup_findings (SCRUTINY_RESULT (mix));

  for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
    for (guint i = 0; i < said->len; i++)
      if (g_str_equal (scrutiny_finding_get_id (said->pdata[i]), ids[k]))
        return k;

  return G_N_ELEMENTS (ids);
}

/* Of two that say the same that in which more comes of how much of the whole each part is. */
static gboolean
tells_more (ScrutinyMix *mix, ScrutinyMix *than)
{
  const guint rank = rank_of (mix), other = rank_of (than);

  return rank < other || (rank == other && fabs (scrutiny_mix_get_mix_part (mix)) >
                                               fabs (scrutiny_mix_get_mix_part (than)));
}

static ScrutinyMix *
find_strongest (GPtrArray *all,
                ScrutinyIndicator *indicator,
                const FigureRows *rows,
                guint *told,
                GError **error)
{
  g_autoptr (ScrutinyMix) strongest = NULL;

  for (guint i = 0; i < all->len; i++) {
    g_autoptr (ScrutinyMix) mix = take_apart (all->pdata[i], indicator, rows, error);

    if (!mix)
      return NULL;
    if (strongest && !tells_more (mix, strongest))
      continue;
    g_set_object (&strongest, mix);
    *told = i;
  }

  return g_steal_pointer (&strongest);
}

/* A mean tells how many cases it is of to whoever has their sum. */
static gboolean
is_of_means (const FigureRows *rows)
{
  return g_strcmp0 (scrutiny_definition_get_kind (rows->definition), "mean") == 0;
}

void
mix_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (ScrutinyMix) mix = NULL;
  g_autoptr (GError) error = NULL;
  FigureRows rows;
  guint told = 0;

  if (!figure_rows_find (&rows, indicator))
    return;
  if (is_of_means (&rows) &&
      outcome_append_rounded (findings, "mix", "What moved the mean", rows.records))
    return;
  all = part_counts_read_all (&rows, &error);
  if (all && all->len > 0 &&
      !figure_rows_may_be_told (&rows, TRUE, findings, "mix", "What moved the figure"))
    return;
  mix = all ? find_strongest (all, indicator, &rows, &told, &error) : NULL;
  if (mix || error)
    outcome_append (findings, "mix", mix, error);
  if (mix)
    part_counts_append_choice (
        findings, "mix.parts",
        N_ ("The figure was taken apart by {names}, by each alone; told of is “{told}”, where most "
            "is to be seen. What chance may do in one such look it may do in each of the {n}."),
        all, told);
}
