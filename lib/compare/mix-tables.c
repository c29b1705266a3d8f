/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/mix-tables.h"

#include "base/columns-builder.h"

#include <math.h>

static void
add_segment (ColumnsBuilder *builder, const MixReading *reading, gsize i)
{
  static const char *const names[2][4] = {
    { "numerator_before", "denominator_before", "value_before", "share_before" },
    { "numerator_after", "denominator_after", "value_after", "share_after" },
  };
  const MixCells *cells = reading->cells;

  columns_builder_add_text (builder, "segment", cells->names->pdata[i]);
  for (gsize t = 0; t < 2; t++) {
    const double count = cells->counts[t][i], total = cells->totals[t][i];

    columns_builder_add_number (builder, names[t][0], count);
    columns_builder_add_number (builder, names[t][1], total);
    columns_builder_add_number (builder, names[t][2],
                                total > 0 ? reading->scale * count / total : NAN);
    columns_builder_add_number (builder, names[t][3], total / reading->sums[t][1]);
  }
  columns_builder_add_number (builder, "rate", reading->scale * reading->parts->cell_rates[i]);
  columns_builder_add_number (builder, "mix", reading->scale * reading->parts->cell_mixes[i]);
}

ScrutinyTable *
mix_tables_new_segments (const MixReading *reading)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize i = 0; i < reading->cells->n; i++)
    add_segment (builder, reading, i);

  return columns_builder_end (builder);
}

ScrutinyTable *
mix_tables_new_factors (const MixReading *reading)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize k = 0; k < reading->cells->n_ways; k++) {
    columns_builder_add_text (builder, "segment", reading->cells->ways[k]);
    columns_builder_add_number (builder, "mix", reading->scale * reading->parts->ways[k]);
  }

  return columns_builder_end (builder);
}
