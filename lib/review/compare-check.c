/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/compare-check.h"

#include <scrutiny/comparison.h>

#include "compare/comparison-options-private.h"
#include "review/outcome.h"
#include "review/part-counts.h"

#include <glib/gi18n.h>
#include <math.h>

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
  comparison_options_set_round_to (options, scrutiny_records_get_round_to (rows->records));

  return options;
}

/* NULL without @error of means, and where there are too few parts. */
static ScrutinyComparison *
compare (const PartCounts *counts, const FigureRows *rows, GError **error)
{
  g_autoptr (ScrutinyTable) later = part_counts_dup_later (counts);
  g_autoptr (ScrutinyComparisonOptions) options = options_of (counts, rows);

  if (counts->is_mean || scrutiny_table_get_n_rows (later) < FEWEST_PARTS)
    return NULL;

  return scrutiny_comparison_new (later, counts->part, counts->numerator, counts->denominator,
                                  options, error);
}

/* How rarely chance alone puts any of so many so far out: about minus the logarithm, which the tail
 * of the normal distribution is to its leading term.
 */
static double
strength_of (ScrutinyComparison *comparison)
{
  gsize n;
  const double *scores =
      scrutiny_table_get_doubles (scrutiny_comparison_get_areas (comparison), "score", &n);
  double most = 0;

  for (gsize i = 0; scores && i < n; i++)
    most = fmax (most, fabs (scores[i]));

  return most * most / 2 - log (fmax ((double) n, 1));
}

static ScrutinyComparison *
find_strongest (GPtrArray *all, const FigureRows *rows, guint *told, GError **error)
{
  g_autoptr (ScrutinyComparison) strongest = NULL;
  double most = -INFINITY;

  for (guint i = 0; i < all->len; i++) {
    GError *fault = NULL;
    g_autoptr (ScrutinyComparison) comparison = compare (all->pdata[i], rows, &fault);

    if (fault) {
      g_propagate_error (error, fault);
      return NULL;
    }
    if (!comparison || strength_of (comparison) <= most)
      continue;
    most = strength_of (comparison);
    g_set_object (&strongest, comparison);
    *told = i;
  }

  return g_steal_pointer (&strongest);
}

void
compare_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (ScrutinyComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  FigureRows rows;
  guint told = 0;

  if (!figure_rows_find (&rows, indicator))
    return;
  all = part_counts_read_all (&rows, NULL); /* what is wrong the check of the mix says */
  if (all && all->len > 0 &&
      !figure_rows_may_be_told (&rows, TRUE, findings, "compare", "How groups compare"))
    return;
  comparison = all ? find_strongest (all, &rows, &told, &error) : NULL;
  if (comparison || error)
    outcome_append (findings, "compare", comparison, error);
  if (comparison)
    part_counts_append_choice (
        findings, "compare.parts",
        N_ ("Groups by “{told}” are told of since they hold the one that stands out most of all "
            "groups by {names}; chance had {n} goes at that."),
        all, told);
}
