/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/tolerance.h"

#include <math.h>

gboolean
tolerance_gives (double t, double gap, int level)
{
  switch (level) {
  case 0:
    return TRUE;
  case 1:
    return gap > 0 && gap <= t;
  default:
    return gap > t;
  }
}

gboolean
tolerance_never_gives (double gap, int level)
{
  return level > 0 && gap == 0;
}

/* As the tolerance grows past @gap, @change more rows get their level, or fewer. */
typedef struct {
  double gap;
  gssize change;
} Step;

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const double x = ((const Step *) a)->gap;
  const double y = ((const Step *) b)->gap;

  return (x > y) - (x < y);
}

/* Where what a tolerance gives changes, in order, once each.  The first is at 0, and holds
 * the rows that a tolerance of 0 gives.
 */
static GArray *
steps_new (const double *gaps, const int *levels, gsize n_rows)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  Step start = { 0, 0 };
  guint n_kept = 0;

  for (gsize i = 0; i < n_rows; i++) {
    const Step step = { gaps[i], levels[i] == 1 ? 1 : -1 };

    start.change += tolerance_gives (0, gaps[i], levels[i]);
    if (levels[i] > 0 && gaps[i] > 0 && isfinite (gaps[i]))
      g_array_append_val (steps, step);
  }

  g_array_sort (steps, compare_steps);
  g_array_prepend_val (steps, start);
  for (guint i = 1; i < steps->len; i++) {
    const Step step = g_array_index (steps, Step, i);

    if (step.gap > g_array_index (steps, Step, n_kept).gap)
      g_array_index (steps, Step, ++n_kept) = step;
    else
      g_array_index (steps, Step, n_kept).change += step.change;
  }
  g_array_set_size (steps, n_kept + 1);

  return steps;
}

GArray *
tolerance_best_spans (const double *gaps, const int *levels, gsize n_rows)
{
  g_autoptr (GArray) steps = steps_new (gaps, levels, n_rows);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (ToleranceSpan));
  gssize n_given = 0;
  gssize most = -1;

  for (guint k = 0; k < steps->len; k++) {
    const Step *step = &g_array_index (steps, Step, k);
    ToleranceSpan span = { .low = step->gap, .high = INFINITY };

    n_given += step->change;
    span.n_given = (gsize) n_given;
    if (k + 1 < steps->len)
      span.high = step[1].gap;

    if (n_given > most)
      g_array_set_size (spans, 0);
    if (n_given >= most) {
      most = n_given;
      g_array_append_val (spans, span);
    }
  }

  return spans;
}
