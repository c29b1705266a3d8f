/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/fit-rows.h"

#include "base/columns.h"
#include "base/printed.h"

#include <math.h>

static int
sign_of (double value)
{
  return (value > 0) - (value < 0);
}

const char *
fit_family_get_name (FitFamily family)
{
  static const char *const names[] = { "relative", "absolute" };

  return names[family];
}

/* As far as a share of a target of 0 goes, any other value is out of reach. */
static double
gap_of (const FitRow *row, FitFamily family)
{
  const double distance = fabs (printed_difference (row->value, row->target));

  if (family == FIT_ABSOLUTE || distance == 0)
    return distance;

  return distance / fabs (row->target);
}

static void
read_rows (FitRows *self,
           const double *values,
           const double *targets,
           const double *previous,
           const char *const *statuses,
           gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++) {
    g_autofree char *key = status_key_dup (statuses[i]);
    FitRow row = { .row = i, .value = values[i], .target = targets[i], .previous = NAN };

    if (*key == '\0')
      continue;
    self->n_with_status++;
    row.level = status_order_get_level (self->order, statuses[i]);
    if (row.level < 0) {
      self->n_unread++;
      if (!self->first_unread)
        self->first_unread = g_strdup (statuses[i]);
    }
    if (row.level < 0 || !isfinite (row.value) || !isfinite (row.target))
      continue;
    if (previous)
      row.previous = previous[i];
    row.side = sign_of (row.value - row.target) * (row.level == 0 ? 1 : -1);
    g_array_append_val (self->rows, row);
  }
}

static void
fit (FitRows *self)
{
  const gsize n_rows = self->rows->len;
  g_autofree int *levels = g_new (int, n_rows);

  for (gsize i = 0; i < n_rows; i++) {
    levels[i] = g_array_index (self->rows, FitRow, i).level;
    self->n_testing += levels[i] > 0;
  }

  for (int family = 0; family < FIT_N_FAMILIES; family++) {
    self->gaps[family] = g_new (double, n_rows);
    for (gsize i = 0; i < n_rows; i++)
      self->gaps[family][i] = gap_of (&g_array_index (self->rows, FitRow, i), (FitFamily) family);
    self->spans[family] = tolerance_best_spans (self->gaps[family], levels, n_rows);
  }

  if (g_array_index (self->spans[FIT_ABSOLUTE], ToleranceSpan, 0).n_given >
      g_array_index (self->spans[FIT_RELATIVE], ToleranceSpan, 0).n_given)
    self->best = FIT_ABSOLUTE;
}

/* The figure a target was set after: a year before rather than the quarter before, which is
 * part of the same year's count; NULL where neither is known.
 */
static const double *
find_earlier (ScrutinyTable *scorecard)
{
  const double *last_year = columns_find_numbers (scorecard, "last_year");

  return last_year ? last_year : columns_find_numbers (scorecard, "previous");
}

FitRows *
fit_rows_new (ScrutinyTable *scorecard, const StatusOrder *order, GError **error)
{
  g_autoptr (FitRows) self = g_new0 (FitRows, 1);
  const double *values = columns_need_numbers (scorecard, "value", error);
  const double *targets = values ? columns_need_numbers (scorecard, "target", error) : NULL;
  const char *const *statuses = targets ? columns_need_texts (scorecard, "status", error) : NULL;

  self->order = order;
  self->rows = g_array_new (FALSE, FALSE, sizeof (FitRow));
  if (!statuses)
    return NULL;

  read_rows (self, values, targets, find_earlier (scorecard), statuses,
             scrutiny_table_get_n_rows (scorecard));
  fit (self);

  return g_steal_pointer (&self);
}

void
fit_rows_free (FitRows *self)
{
  for (int family = 0; family < FIT_N_FAMILIES; family++) {
    g_free (self->gaps[family]);
    g_clear_pointer (&self->spans[family], g_array_unref);
  }
  g_array_unref (self->rows);
  g_free (self->first_unread);
  g_free (self);
}

gboolean
fit_rows_is_explained (const FitRows *self, gsize index)
{
  const FitRow *row = &g_array_index (self->rows, FitRow, index);
  const GArray *spans = self->spans[self->best];

  for (guint k = 0; k < spans->len; k++)
    if (tolerance_gives (g_array_index (spans, ToleranceSpan, k).low, self->gaps[self->best][index],
                         row->level))
      return TRUE;

  return FALSE;
}

static gboolean
same_unit_wants (const FitRows *self, const char *const *units, const FitRow *row, int side)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const FitRow *other = &g_array_index (self->rows, FitRow, i);

    if (other->side == side && status_equal (units[other->row], units[row->row]))
      return TRUE;
  }

  return FALSE;
}

gboolean
fit_rows_is_odd (const FitRows *self, ScrutinyTable *scorecard, gsize index)
{
  const FitRow *row = &g_array_index (self->rows, FitRow, index);
  const char *const *units = columns_find_texts (scorecard, "unit");

  if (row->level == 0 || row->side == 0 || !units || !fit_rows_is_explained (self, index))
    return FALSE;
  if (isnan (row->previous) || sign_of (row->target - row->previous) != -row->side)
    return FALSE;

  return same_unit_wants (self, units, row, -row->side);
}
