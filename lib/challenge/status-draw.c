/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/status-draw.h"

#include "base/columns.h"
#include "challenge/status-order.h"

#include "kernel/random.h"
#include "kernel/status-changes.h"

#include <math.h>

gboolean
status_draw_is_needed (const AuditRows *rows)
{
  g_auto (GStrv) names = scrutiny_colour_rule_dup_columns (rows->rule);

  for (gsize k = 0; names[k]; k++)
    if ((g_str_equal (names[k], "previous") || g_str_equal (names[k], "last_year")) &&
        !columns_find_numbers (rows->table, names[k]))
      return TRUE;

  return FALSE;
}

static double
draw_value (const SteadyFigure *figure, const AuditRows *rows, gsize row, guint64 *state)
{
  double deviate, cases;

  kernel_random_normal (state, 1, &deviate);
  deviate = figure->level + deviate * steady_figure_get_deviation (figure, row);
  if (!rows->numerators)
    return deviate;
  cases = round (deviate / rows->scale * rows->denominators[row]);

  return audit_rows_value_of (rows, row, CLAMP (cases, 0, rows->denominators[row]));
}

static guint
count_changes (const AuditRows *drawn, const AuditLevels *levels)
{
  const char *before = NULL;
  guint n_changes = 0;

  for (gsize i = 0; i < drawn->n_rows; i++) {
    const char *status = audit_levels_find_figure (levels, i)
                             ? audit_rows_judge (drawn, i, drawn->values[i], NULL)
                             : NULL;

    if (!status)
      continue;
    n_changes += before && !status_equal (before, status);
    before = status;
  }

  return n_changes;
}

static void
draw_values (const AuditLevels *levels, const AuditRows *rows, guint64 *state, double *values)
{
  for (gsize i = 0; i < rows->n_rows; i++) {
    const SteadyFigure *figure = audit_levels_find_figure (levels, i);

    values[i] = figure ? draw_value (figure, rows, i, state) : rows->values[i];
  }
}

void
status_draw_changes (AuditChance *chance, const AuditRows *rows)
{
  const gsize n = chance->levels.n_used;
  g_autofree double *values = g_new (double, rows->n_rows);
  g_autofree double *counts = g_new0 (double, n);
  AuditRows drawn = *rows;
  guint64 state = CHANCE_SEED;
  double sum = 0, squares = 0;
  gsize low = 0, high = 0;

  drawn.values = values;
  for (guint k = 0; k < CHANCE_SIMULATIONS; k++) {
    guint n_changes;

    draw_values (&chance->levels, rows, &state, values);
    n_changes = count_changes (&drawn, &chance->levels);
    counts[n_changes] += 1.0 / CHANCE_SIMULATIONS;
    sum += n_changes;
    squares += (double) n_changes * n_changes;
  }
  chance->expected = sum / CHANCE_SIMULATIONS;
  chance->deviation =
      sqrt (fmax (0, squares / CHANCE_SIMULATIONS - chance->expected * chance->expected));
  if (kernel_count_interval (n, counts, CHANCE_LEVEL, &low, &high) == KERNEL_OK) {
    chance->low = (guint) low;
    chance->high = (guint) high;
  }
}
