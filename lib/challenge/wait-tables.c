/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/wait-tables.h"

#include "base/columns-builder.h"
#include "challenge/wait-protection.h"
#include "kernel/proportion.h"

#include <math.h>

ScrutinyTable *
wait_tables_new_quantiles (const WaitReading *reading)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize k = 0; k < WAITS_N_SHARES; k++) {
    const KernelSurvivalQuantile *all = &reading->quantiles[k];
    const WaitQuantile *finished = &reading->finished_quantiles[k];

    columns_builder_add_number (builder, "share", waits_shares[k]);
    columns_builder_add_number (builder, "days", all->value);
    columns_builder_add_number (builder, "low", all->low);
    columns_builder_add_number (builder, "high", all->high);
    columns_builder_add_number (builder, "finished_days", finished->value);
    columns_builder_add_number (builder, "finished_low", finished->low);
    columns_builder_add_number (builder, "finished_high", finished->high);
  }

  return columns_builder_end (builder);
}

/* Steps that go into one row, from @first to @last: what ended in it, and what can be worked out
 * of it and the next row, how many were open and no longer than that, are none or enough.
 */
typedef struct {
  gsize first, last;
} Row;

static gboolean
can_end (const WaitReading *reading, gsize first, gsize last, double finished)
{
  const double before = reading->steps[first].at_risk;
  const double after =
      last + 1 < reading->n_steps ? reading->steps[last + 1].at_risk : before - finished;

  return finished >= reading->fewest && wait_reading_may_tell (reading, before - finished - after);
}

static double
count_finished (const WaitReading *reading, const Row *row)
{
  double finished = 0;

  for (gsize i = row->first; i <= row->last; i++)
    finished += reading->steps[i].finished;

  return finished;
}

/* How many lasted longer than what finished in the row, however they end. */
static double
count_longer (const WaitReading *reading, const Row *row)
{
  return reading->steps[row->first].at_risk - count_finished (reading, row);
}

/* What is left at the end goes into the last row that could be ended, with the row before it where
 * so few lasted longer that they would be told.
 */
static void
end_with_all (const WaitReading *reading, GArray *rows)
{
  if (rows->len == 0)
    return;
  g_array_index (rows, Row, rows->len - 1).last = reading->n_steps - 1;
  while (rows->len > 1 &&
         !wait_reading_may_tell (
             reading, count_longer (reading, &g_array_index (rows, Row, rows->len - 1)))) {
    g_array_set_size (rows, rows->len - 1);
    g_array_index (rows, Row, rows->len - 1).last = reading->n_steps - 1;
  }
}

/* Where few are open the curve ends while enough are left that it cannot be told who of them is. */
static void
end_early (const WaitReading *reading, GArray *rows)
{
  while (rows->len > 0 &&
         count_longer (reading, &g_array_index (rows, Row, rows->len - 1)) < reading->fewest)
    g_array_set_size (rows, rows->len - 1);
}

static GArray *
collect_rows (const WaitReading *reading)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  double finished = 0;
  gsize first = 0;

  for (gsize i = 0; i < reading->n_steps; i++) {
    finished += reading->steps[i].finished;
    if (!can_end (reading, first, i, finished))
      continue;
    const Row row = { first, i };
    g_array_append_val (rows, row);
    first = i + 1;
    finished = 0;
  }
  if (!reading->tells_open)
    end_early (reading, rows);
  else
    end_with_all (reading, rows);

  return rows;
}

double
wait_tables_find_end (const WaitReading *reading)
{
  g_autoptr (GArray) rows = collect_rows (reading);

  return rows->len > 0 ? reading->steps[g_array_index (rows, Row, rows->len - 1).last].time
                       : -INFINITY;
}

ScrutinyTable *
wait_tables_new_curve (const WaitReading *reading)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (GArray) rows = collect_rows (reading);

  for (guint k = 0; k < rows->len; k++) {
    const Row *row = &g_array_index (rows, Row, k);
    const KernelKaplanMeierStep *step = &reading->steps[row->last];
    double low, high;

    kernel_survival_interval (step, reading->z, &low, &high);
    columns_builder_add_number (builder, "days", step->time);
    columns_builder_add_number (builder, "at_risk", reading->steps[row->first].at_risk);
    columns_builder_add_number (builder, "finished", count_finished (reading, row));
    columns_builder_add_number (builder, "open_share", step->survival);
    columns_builder_add_number (builder, "low", low);
    columns_builder_add_number (builder, "high", high);
  }

  return columns_builder_end (builder);
}

ScrutinyTable *
wait_tables_new_returns (const WaitReading *reading)
{
  const WaitCases *cases = &reading->cases;
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize w = 0; w < cases->n_windows; w++) {
    double low = NAN, high = NAN;

    if (kernel_wilson (1, &cases->returned[w], &cases->followed[w], reading->z, &low, &high,
                       NULL) != KERNEL_OK)
      low = high = NAN;
    columns_builder_add_number (builder, "window", (double) w + 1);
    columns_builder_add_number (builder, "followed", cases->followed[w]);
    columns_builder_add_number (builder, "returned", cases->returned[w]);
    columns_builder_add_number (builder, "share", cases->returned[w] / cases->followed[w]);
    columns_builder_add_number (builder, "low", low);
    columns_builder_add_number (builder, "high", high);
  }

  return columns_builder_end (builder);
}
