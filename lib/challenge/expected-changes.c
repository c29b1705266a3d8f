/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/expected-changes.h"

#include "kernel/status-chances.h"
#include "kernel/status-changes.h"

#include <math.h>
#include <string.h>

/* Chances below this are none, and what follows them does not matter. */
#define NO_CHANCE 1e-300

/* The statuses that any row may have, in the order they turn up. */
typedef struct {
  const char *statuses[STATUS_BANDS_EDGES + 2];
  guint n;
} StatusList;

static guint
place_of (StatusList *list, const char *status)
{
  guint i = 0;

  while (i < list->n && g_strcmp0 (list->statuses[i], status) != 0)
    i++;
  if (i == list->n && list->n + 1 < G_N_ELEMENTS (list->statuses))
    list->statuses[list->n++] = status;

  return i;
}

static gboolean
is_used (const AuditChance *self, gsize row)
{
  return audit_levels_find_figure (&self->levels, row) != NULL;
}

static StatusList
list_statuses (const AuditChance *self, const AuditRows *rows)
{
  StatusList list = { .n = 0 };

  for (gsize i = 0; i < rows->n_rows; i++)
    for (guint k = 0; is_used (self, i) && k <= self->bands[i].n_edges; k++)
      place_of (&list, self->bands[i].statuses[k]);

  return list;
}

/* Chances of statuses, shape (n_used, n_statuses). */
static double *
dup_chances (const AuditChance *self, const AuditRows *rows, StatusList *list)
{
  double *chances = g_new0 (double, self->levels.n_used * list->n);
  double of_bands[STATUS_BANDS_EDGES + 1];
  gsize t = 0;

  for (gsize i = 0; i < rows->n_rows; i++) {
    if (!is_used (self, i))
      continue;
    audit_chance_fill_bands (self, rows, i, of_bands);
    for (guint k = 0; k <= self->bands[i].n_edges; k++)
      chances[t * list->n + place_of (list, self->bands[i].statuses[k])] += of_bands[k];
    t++;
  }

  return chances;
}

static void
find_interval (gsize n, gsize n_statuses, const double *first, const double *after, guint *ends)
{
  g_autofree double *work = g_new (double, 2 * n_statuses * n);
  g_autofree double *counts = g_new (double, n);
  gsize low = 0, high = 0;

  if (kernel_change_counts (n, n_statuses, first, after, work, counts) == KERNEL_OK &&
      kernel_count_interval (n, counts, CHANCE_LEVEL, &low, &high) == KERNEL_OK) {
    ends[0] = (guint) low;
    ends[1] = (guint) high;
  }
}

/* Of periods that have nothing to do with each other. */
static void
expect_apart (AuditChance *self, const double *chances, gsize n_statuses)
{
  const gsize n = self->levels.n_used;
  g_autofree double *after = g_new (double, n *n_statuses *n_statuses);
  guint ends[2] = { 0 };
  double variance;

  for (gsize t = 1; t < n; t++)
    for (gsize k = 0; k < n_statuses * n_statuses; k++)
      after[(t - 1) * n_statuses * n_statuses + k] = chances[t * n_statuses + k % n_statuses];
  find_interval (n, n_statuses, chances, after, ends);
  self->low = ends[0];
  self->high = ends[1];
  if (kernel_expected_changes (n, n_statuses, chances, &self->expected, &variance) == KERNEL_OK)
    self->deviation = sqrt (fmax (0, variance));
}

static void
standardise (const AuditChance *self, gsize row, double *edges)
{
  const SteadyFigure *figure = audit_levels_find_figure (&self->levels, row);

  for (guint k = 0; k < self->bands[row].n_edges; k++)
    edges[k] =
        (self->bands[row].edges[k] - figure->level) / (figure->overall * figure->widths[row]);
}

/* Chances of the statuses of row @row after each status of row @before. */
static void
fill_after (const AuditChance *self,
            gsize before,
            gsize row,
            double resemblance,
            StatusList *list,
            double *after)
{
  const StatusBands *from = &self->bands[before], *to = &self->bands[row];
  double left[STATUS_BANDS_EDGES], right[STATUS_BANDS_EDGES];
  double joint[(STATUS_BANDS_EDGES + 1) * (STATUS_BANDS_EDGES + 1)];

  standardise (self, before, left);
  standardise (self, row, right);
  if (kernel_joint_chances (from->n_edges, left, to->n_edges, right, resemblance, joint) !=
      KERNEL_OK)
    return;

  for (guint i = 0; i <= from->n_edges; i++)
    for (guint k = 0; k <= to->n_edges; k++)
      after[place_of (list, from->statuses[i]) * list->n + place_of (list, to->statuses[k])] +=
          joint[i * (to->n_edges + 1) + k];
  for (guint i = 0; i < list->n; i++) {
    double sum = 0;

    for (guint k = 0; k < list->n; k++)
      sum += after[i * list->n + k];
    for (guint k = 0; k < list->n; k++)
      after[i * list->n + k] = sum > NO_CHANCE ? after[i * list->n + k] / sum : i == k;
  }
}

static gboolean
is_like_before (const AuditChance *self, gsize before, gsize row)
{
  const SteadyFigure *figure = audit_levels_find_figure (&self->levels, row);

  return figure == audit_levels_find_figure (&self->levels, before) &&
         figure->widths[before] == figure->widths[row] &&
         status_bands_equal (&self->bands[before], &self->bands[row]);
}

/* Across a break periods have nothing to do with each other. */
static double
resemblance_of (const AuditChance *self, gsize before, gsize row, double gap)
{
  const SteadyFigure *figure = audit_levels_find_figure (&self->levels, row);

  return figure == audit_levels_find_figure (&self->levels, before) ? pow (figure->resemblance, gap)
                                                                    : 0;
}

static gboolean
fill_first (const AuditChance *self, gsize row, StatusList *list, double *first)
{
  double of_bands[STATUS_BANDS_EDGES + 1], edges[STATUS_BANDS_EDGES];

  standardise (self, row, edges);
  if (kernel_normal_chances (self->bands[row].n_edges, edges, 0, 1, of_bands) != KERNEL_OK)
    return FALSE;
  for (guint k = 0; k <= self->bands[row].n_edges; k++)
    first[place_of (list, self->bands[row].statuses[k])] += of_bands[k];

  return TRUE;
}

/* Neighbours that resemble each other change status less often, and their spread as neighbours
 * hides how far they stray: the interval takes in both readings of the same figures.
 */
static void
widen_for_resemblance (AuditChance *self, const AuditRows *rows, StatusList *list)
{
  const gsize n = self->levels.n_used, n_cells = (gsize) list->n * list->n;
  g_autofree double *first = g_new0 (double, list->n);
  g_autofree double *after = g_new0 (double, n *n_cells);
  gsize before = audit_levels_next_row (&self->levels, rows, 0), row = before;
  guint ends[2] = { self->low, self->high };
  double *cells = after, last_gap = NAN;

  if (!fill_first (self, before, list, first))
    return;
  while ((row = audit_levels_next_row (&self->levels, rows, row + 1)) != AUDIT_NO_ROW) {
    const double gap = (double) (rows->periods[row].ordinal - rows->periods[before].ordinal);
    const gboolean is_like = is_like_before (self, before, row);

    if (gap == last_gap && is_like)
      memcpy (cells, cells - n_cells, n_cells * sizeof *cells);
    else
      fill_after (self, before, row, resemblance_of (self, before, row, gap), list, cells);
    last_gap = is_like ? gap : NAN;
    before = row;
    cells += n_cells;
  }

  find_interval (n, list->n, first, after, ends);
  self->low = MIN (self->low, ends[0]);
  self->high = MAX (self->high, ends[1]);
}

static gboolean
varies (const AuditLevels *levels)
{
  for (guint k = 0; k < levels->n; k++)
    if (!levels->all[k].unknown && !(levels->all[k].figure.overall > 0))
      return FALSE;

  return TRUE;
}

void
expected_changes_fill (AuditChance *self, const AuditRows *rows)
{
  StatusList list = list_statuses (self, rows);
  g_autofree double *chances = dup_chances (self, rows, &list);

  expect_apart (self, chances, list.n);
  if (varies (&self->levels))
    widen_for_resemblance (self, rows, &list);
}
