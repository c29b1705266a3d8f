/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/mix.h>

#include "base/columns-builder.h"
#include "compare/mix-parts.h"
#include "kernel/holm.h"

#include <math.h>

/* How rarely a redraw says otherwise, or 1 where figure and parts did not move apart. */
static double
chance_of (ScrutinyMix *mix, guint draws)
{
  const double total = scrutiny_mix_get_total (mix), rate = scrutiny_mix_get_rate_part (mix);
  const double agreement = scrutiny_mix_get_agreement (mix);

  if (isnan (agreement))
    return NAN;
  if (!(total * rate < 0))
    return 1;

  return (1 + (1 - agreement) * draws) / (1 + (double) draws);
}

static void
add_row (ColumnsBuilder *builder,
         const char *segment,
         ScrutinyMix *mix,
         double chance,
         double adjusted)
{
  const char *reason = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (mix));

  columns_builder_add_text (builder, "segment", segment);
  columns_builder_add_text (builder, "status", reason ? "cannot-tell" : "done");
  columns_builder_add_text (builder, "reason", reason);
  columns_builder_add_number (builder, "n_parts",
                              (double) scrutiny_table_get_n_rows (scrutiny_mix_get_segments (mix)));
  columns_builder_add_number (builder, "total", scrutiny_mix_get_total (mix));
  columns_builder_add_number (builder, "rate", scrutiny_mix_get_rate_part (mix));
  columns_builder_add_number (builder, "mix", scrutiny_mix_get_mix_part (mix));
  columns_builder_add_number (builder, "agreement", scrutiny_mix_get_agreement (mix));
  columns_builder_add_number (builder, "p", chance);
  columns_builder_add_number (builder, "p_adjusted", adjusted);
  columns_builder_add_number (builder, "moved_apart",
                              isnan (adjusted) ? NAN : adjusted <= 1 - MIX_AGREEMENT);
}

/**
 * scrutiny_mix_tabulate:
 * @table: as for [ctor@Mix.new]
 * @segments: (array zero-terminated=1): columns that divide the same figure, each taken by
 *   itself
 * @numerator: the column of what is counted
 * @denominator: the column of what it is counted out of
 * @options: (nullable): as for [ctor@Mix.new]
 * @error: return location for an error
 *
 * Takes a change apart by several columns, one after the other, and allows for how many
 * they are: whoever looks long enough finds a way to divide a figure that turns it round.
 *
 * Columns: `segment`; `status`, `done` or `cannot-tell`, and `reason`; `n_parts`; `total`,
 * `rate`, `mix` and `agreement` as the properties of [class@Mix]; `p`, how rarely counts
 * redrawn from these say otherwise, 1 where figure and parts did not move opposite ways;
 * `p_adjusted`, by Holm's method; `moved_apart`, 1 where the latter is not above 0.1.
 *
 * Fails as [ctor@Mix.new] does.
 *
 * Returns: (transfer full): a row for each column of @segments
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_mix_tabulate (ScrutinyTable *table,
                       const char *const *segments,
                       const char *numerator,
                       const char *denominator,
                       ScrutinyMixOptions *options,
                       GError **error)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyMixOptions) defaults = scrutiny_mix_options_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (segments != NULL, NULL);

  const gsize n = g_strv_length ((char **) segments);
  const guint draws = scrutiny_mix_options_get_draws (options ? options : defaults);
  g_autofree double *chances = g_new (double, n + 1), *adjusted = g_new (double, n + 1);
  g_autofree gsize *work = g_new (gsize, n + 1);
  for (gsize k = 0; k < n; k++) {
    const char *const one[] = { segments[k], NULL };
    ScrutinyMix *mix = scrutiny_mix_new (table, one, numerator, denominator, options, error);

    if (!mix)
      return NULL;
    g_ptr_array_add (all, mix);
    chances[k] = chance_of (mix, draws);
  }
  kernel_holm (n, chances, work, adjusted);
  for (gsize k = 0; k < n; k++)
    add_row (builder, segments[k], all->pdata[k], chances[k], adjusted[k]);

  return columns_builder_end (builder);
}
