/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/slope-grid.h"

#include "base/timeline-private.h"

#include <math.h>

static gboolean
has_value (const SlopeFigures *figures, guint i)
{
  for (guint k = 0; k < figures->n_places; k++) {
    if (!isnan (figures->places[k][i]))
      return TRUE;
  }

  return FALSE;
}

/* Of each period the row, and which of a place's columns. */
static gsize
find_cells (const SlopeFigures *figures, gsize period, guint first, guint last, gsize *cells)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (figures->series);
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (timeline, NULL);
  gsize n_rows = 0;

  for (guint i = first; i <= last; i++) {
    if (period > 1) {
      cells[i - first] = (gsize) (ordinals[i] - ordinals[first]);
      n_rows = cells[i - first] / period + 1;
    } else {
      cells[i - first] = n_rows;
      n_rows += has_value (figures, i);
    }
  }

  return n_rows;
}

static void
set_cells (double *to,
           const double *values,
           const gsize *cells,
           gsize n_periods,
           gsize period,
           gsize n_columns,
           gsize column)
{
  for (gsize i = 0; i < n_periods; i++) {
    const gsize at = cells[i] / period * n_columns + column + cells[i] % period;

    if (!isnan (values[i]))
      to[at] = values[i];
  }
}

static double *
new_missing (gsize n)
{
  double *values = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    values[i] = NAN;

  return values;
}

/* Rows of periods have their own time, rows of cycles that of the calendar. */
static void
set_times (SlopeGrid *self,
           const SlopeFigures *figures,
           const gsize *cells,
           gsize period,
           guint first,
           guint last)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (figures->series);
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (timeline, NULL);

  for (gsize i = 0; period > 1 && i < self->n; i++)
    self->times[i] = (double) (i / self->n_columns * period + i % self->n_columns % period);
  for (guint i = first; period == 1 && i <= last; i++) {
    for (guint k = 0; k < figures->n_places && has_value (figures, i); k++)
      self->times[cells[i - first] * self->n_columns + k] =
          (double) (ordinals[i] - ordinals[first]);
  }
}

SlopeGrid
slope_grid_make (const SlopeFigures *figures, gsize period, guint first, guint last)
{
  const gsize n_periods = last - first + 1, n_columns = figures->n_places * period;
  g_autofree gsize *cells = g_new (gsize, n_periods);
  const gsize n = find_cells (figures, period, first, last, cells) * n_columns;
  SlopeGrid grid = { n, n_columns, g_new (double, n + 1), new_missing (n), NULL };

  set_times (&grid, figures, cells, period, first, last);
  for (guint k = 0; k < figures->n_places; k++)
    set_cells (grid.values, figures->places[k] + first, cells, n_periods, period, n_columns,
               k * period);
  if (figures->covariate) {
    grid.covariate = new_missing (n);
    set_cells (grid.covariate, figures->covariate + first, cells, n_periods, period, n_columns, 0);
  }

  return grid;
}

void
slope_grid_clear (SlopeGrid *self)
{
  g_clear_pointer (&self->times, g_free);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->covariate, g_free);
}

KernelColumns
slope_grid_get_columns (const SlopeGrid *self)
{
  return (KernelColumns){ self->n / self->n_columns, self->n_columns, self->values };
}
