/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-path.h"

#include "trend/shift-model.h"

#include <math.h>

#define MOST_RANGES 500

typedef struct {
  const ShiftSearch *search;
  ScrutinySeries *series;
  const double *values;
  GArray *ranges; /* the most changes first */
} Path;

static void
shift_range_clear (gpointer data)
{
  g_clear_pointer (&((ShiftRange *) data)->changes, g_array_unref);
}

static gboolean
cut_by_levels_and_lines (const Path *self, double penalty, ShiftRange *range)
{
  const gsize n = self->search->n_used;
  g_autofree KernelSegment *segments = g_new (KernelSegment, n);
  KernelLevelLineFit fit;

  if (!shift_search_cut (self->search, self->values, penalty, segments, &fit))
    return FALSE;
  for (gsize k = 1; k < fit.n_segments; k++)
    g_array_append_val (range->changes, segments[k].first);
  range->n_units = fit.n_units;
  range->cost = fit.criterion - penalty * (double) fit.n_units;

  return TRUE;
}

static gboolean
cut_at (const Path *self, double penalty, ShiftRange *range)
{
  gsize n_changes = 0;

  *range = (ShiftRange){ .from = penalty,
                         .to = penalty,
                         .changes = g_array_new (FALSE, FALSE, sizeof (gsize)) };
  if (!self->search->asked->model)
    return cut_by_levels_and_lines (self, penalty, range);

  g_array_set_size (range->changes, self->search->n_used);
  const gboolean is_cut =
      shift_model_cut (self->search, self->series, self->values, penalty,
                       (gsize *) (void *) range->changes->data, &n_changes, &range->cost);
  g_array_set_size (range->changes, (guint) n_changes);
  range->n_units = n_changes;

  return is_cut;
}

/* The penalty at which two cuts cost the same. */
static double
penalty_between (const ShiftRange *many, const ShiftRange *few)
{
  return (few->cost - many->cost) / (double) (many->n_units - few->n_units);
}

/* Looks after the range @k for one that is less than it and the next somewhere: TRUE if so. */
static gboolean
look_after (const Path *self, guint k)
{
  const ShiftRange *many = &g_array_index (self->ranges, ShiftRange, k), *few = many + 1;
  ShiftRange between;

  if (many->n_units <= few->n_units + 1)
    return FALSE;
  if (cut_at (self, penalty_between (many, few), &between) && between.n_units < many->n_units &&
      between.n_units > few->n_units) {
    g_array_insert_val (self->ranges, k + 1, between);
    return TRUE;
  }
  shift_range_clear (&between);

  return FALSE;
}

static void
set_ends (GArray *ranges, double low, double high)
{
  for (guint k = 0; k < ranges->len; k++) {
    ShiftRange *range = &g_array_index (ranges, ShiftRange, k);
    range->from = k > 0 ? range[-1].to : low;
    range->to = k + 1 < ranges->len ? penalty_between (range, range + 1) : high;
  }
}

GArray *
shift_path_find (const ShiftSearch *search,
                 ScrutinySeries *series,
                 const double *values,
                 double low,
                 double high)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (ShiftRange));
  const Path self = { search, series, values, ranges };
  ShiftRange ends[2];

  g_array_set_clear_func (ranges, shift_range_clear);
  for (guint k = 0; k < 2; k++) {
    const gboolean is_cut = cut_at (&self, k ? high : low, &ends[k]);
    if (is_cut && (k == 0 || ends[1].n_units < ends[0].n_units))
      g_array_append_val (ranges, ends[k]);
    else
      shift_range_clear (&ends[k]);
    if (!is_cut)
      return g_steal_pointer (&ranges);
  }
  for (guint k = 0; k + 1 < ranges->len;) {
    if (ranges->len > MOST_RANGES)
      return NULL;
    k += !look_after (&self, k);
  }
  set_ends (ranges, low, high);

  return g_steal_pointer (&ranges);
}

static char *
dup_periods (const ShiftSearch *search, ScrutinyTimeline *timeline, const GArray *changes)
{
  GString *periods = g_string_new (NULL);

  for (guint k = 0; k < changes->len; k++) {
    g_autofree char *text =
        scrutiny_timeline_dup_text (timeline, search->index[g_array_index (changes, gsize, k)]);
    g_string_append_printf (periods, "%s%s", k ? "; " : "", text);
  }

  return g_string_free (periods, FALSE);
}

static ScrutinyTable *
add_numbers (ScrutinyTable *table, const char *name, double *numbers, gsize n)
{
  g_autoptr (ScrutinyTable) old = table;
  g_autoptr (GBytes) bytes = g_bytes_new_take (numbers, n * sizeof *numbers);

  return scrutiny_table_copy_with_doubles (old, name, bytes, NULL);
}

ScrutinyTable *
shift_path_tabulate (const ShiftSearch *search, ScrutinySeries *series, const GArray *ranges)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const gsize n = ranges->len;
  double *from = g_new (double, n), *to = g_new (double, n), *n_shifts = g_new (double, n);
  double *cost = g_new (double, n), *usual = g_new (double, n);
  g_auto (GStrv) at = g_new0 (char *, n + 1);

  for (guint k = 0; k < n; k++) {
    const ShiftRange *range = &g_array_index (ranges, ShiftRange, k);
    from[k] = range->from;
    to[k] = range->to;
    n_shifts[k] = range->changes->len;
    cost[k] = range->cost;
    usual[k] = search->penalty >= range->from && search->penalty < range->to;
    at[k] = dup_periods (search, timeline, range->changes);
  }

  ScrutinyTable *table = add_numbers (scrutiny_table_new (), "from", from, n);
  table = add_numbers (table, "to", to, n);
  table = add_numbers (table, "n_shifts", n_shifts, n);
  table = add_numbers (table, "cost", cost, n);
  table = add_numbers (table, "usual", usual, n);
  g_autoptr (ScrutinyTable) numbers = table;

  return scrutiny_table_copy_with_texts (numbers, "at", (const char *const *) at, NULL);
}
