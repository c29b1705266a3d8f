/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-levels.h"

#include <math.h>

/* Periods on either side of a place where the level may have moved, and how many standard errors
 * apart their means are then; of a figure at one level they are so at some place in one of twenty.
 */
#define FEWEST_ASIDE 8
#define FAR_APART 3.0

#define NOT_PERIODS "The rows are not periods of one figure."
#define TOO_SHORT \
  "No stretch between two breaks has 8 periods with a value: ask for earlier ones, counted as " \
  "they " \
  "are now."

static const char *
fill_figure (SteadyFigure *figure, const AuditRows *rows, gsize first, gsize last)
{
  const gboolean share = audit_rows_is_share (rows);
  g_autofree guint8 *left_out = g_new0 (guint8, rows->n_rows);
  const SteadyInput input = {
    .n_rows = rows->n_rows,
    .values = rows->values,
    .numerators = share ? rows->numerators : NULL,
    .denominators = share ? rows->denominators : NULL,
    .scale = rows->scale,
    .periods = rows->periods,
    .left_out = left_out,
  };

  for (gsize i = 0; i < rows->n_rows; i++)
    left_out[i] = i < first || i > last || rows->recomputed[i] == NULL;

  return steady_figure_fill (figure, &input);
}

static void
add_level (AuditLevels *self, const AuditRows *rows, gsize first, gsize last)
{
  AuditLevel *level = &self->all[self->n++];

  level->first = first;
  level->last = last;
  level->unknown = fill_figure (&level->figure, rows, first, last);
  if (level->unknown)
    return;

  self->n_known++;
  self->n_used += level->figure.n_used;
}

static void
add_levels (AuditLevels *self, const AuditRows *rows)
{
  gsize first = 0;

  self->all = g_new0 (AuditLevel, rows->n_rows);
  for (gsize i = 1; i <= rows->n_rows; i++) {
    if (i < rows->n_rows && !audit_rows_has_break (rows, i, AUDIT_BREAK_FOUND))
      continue;
    add_level (self, rows, first, i - 1);
    first = i;
  }
}

/* A shift that was found is a move of the level; figures that are counted otherwise are not
 * set beside each other.
 */
static void
find_moves (AuditLevels *self, const AuditRows *rows)
{
  const gsize last = rows->n_rows - 1;
  SteadyFigure figure;
  gsize first = last;

  while (first > 0 && !audit_rows_has_break (rows, first, AUDIT_BREAK_DECLARED))
    first--;
  if (!fill_figure (&figure, rows, first, last)) {
    self->moves = figure.level_deviation;
    self->n_years = figure.n_years;
  }
  steady_figure_clear (&figure);
}

const char *
audit_levels_fill (AuditLevels *self, const AuditRows *rows)
{
  *self = (AuditLevels){ .moves = NAN };
  if (!rows->periods || !rows->values)
    return NOT_PERIODS;
  if (rows->shared)
    return rows->shared;

  add_levels (self, rows);
  if (self->n_known == 0)
    return self->n == 1 ? self->all[0].unknown : TOO_SHORT;
  find_moves (self, rows);

  return NULL;
}

/* The row from which on a stretch most looks as if it were at another level, AUDIT_NO_ROW where it
 * does not.
 */
static gsize
find_split (const AuditLevel *level, const AuditRows *rows)
{
  const SteadyFigure *figure = &level->figure;
  const double n = (double) figure->n_used;
  double sum = 0, all = 0, n_before = 0, furthest = FAR_APART;
  gsize split = AUDIT_NO_ROW;

  for (gsize i = level->first; i <= level->last; i++)
    all += figure->used[i] ? rows->values[i] : 0;
  for (gsize i = level->first; i <= level->last; i++) {
    const double after = n - n_before;
    const double error = steady_figure_get_deviation (figure, i) * sqrt (1 / n_before + 1 / after);
    const double apart = fabs (sum / n_before - (all - sum) / after) / error;

    if (!figure->used[i])
      continue;
    if (n_before >= FEWEST_ASIDE && after >= FEWEST_ASIDE && apart > furthest) {
      furthest = apart;
      split = i;
    }
    sum += rows->values[i];
    n_before++;
  }

  return split;
}

gboolean
audit_levels_fill_apart (AuditLevels *self, const AuditLevels *from, const AuditRows *rows)
{
  gboolean is_apart = FALSE;

  *self = (AuditLevels){ .moves = from->moves, .n_years = from->n_years };
  self->all = g_new0 (AuditLevel, rows->n_rows);
  for (guint k = 0; k < from->n; k++) {
    const AuditLevel *level = &from->all[k];
    const gsize split = level->unknown ? AUDIT_NO_ROW : find_split (level, rows);

    if (split != AUDIT_NO_ROW)
      add_level (self, rows, level->first, split - 1);
    add_level (self, rows, split == AUDIT_NO_ROW ? level->first : split, level->last);
    is_apart |= split != AUDIT_NO_ROW;
  }

  return is_apart && self->n_used == from->n_used;
}

void
audit_levels_clear (AuditLevels *self)
{
  for (guint k = 0; k < self->n; k++)
    steady_figure_clear (&self->all[k].figure);
  g_clear_pointer (&self->all, g_free);
  self->n = 0;
}

const AuditLevel *
audit_levels_get (const AuditLevels *self, gsize row)
{
  guint k = 0;

  while (k + 1 < self->n && row > self->all[k].last)
    k++;

  return &self->all[k];
}

const SteadyFigure *
audit_levels_find_figure (const AuditLevels *self, gsize row)
{
  const AuditLevel *level = self->n > 0 ? audit_levels_get (self, row) : NULL;

  return level && !level->unknown && level->figure.used[row] ? &level->figure : NULL;
}

gsize
audit_levels_next_row (const AuditLevels *self, const AuditRows *rows, gsize from)
{
  while (from < rows->n_rows && !audit_levels_find_figure (self, from))
    from++;

  return from < rows->n_rows ? from : AUDIT_NO_ROW;
}
