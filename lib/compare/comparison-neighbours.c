/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-neighbours.h"

#include "base/columns.h"
#include "kernel/normal.h"

#include <math.h>

/* What an area's neighbours have together. */
typedef struct {
  double above, below; /* counts; of values, weighted ones and weights */
  guint n;
} Together;

static void
add (const ComparisonFigures *self, const AreaFigure *area, Together *together)
{
  const double weight = 1 / (area->denominator * area->denominator);
  const gboolean is_value = self->settings->kind == COMPARISON_VALUE;

  together->above += is_value ? weight * area->value : area->numerator;
  together->below += is_value ? weight : area->denominator;
  together->n++;
}

/* Standard error of the difference if the area were as its neighbours are, from all of them
 * together.
 */
static double
error_of (const ComparisonFigures *self, const AreaFigure *area, const Together *together)
{
  const double share = (together->above + area->numerator) / (together->below + area->denominator);
  const double per_case =
      self->settings->kind == COMPARISON_PROPORTION ? share * (1 - share) : share;

  if (self->settings->kind == COMPARISON_VALUE)
    return sqrt (area->denominator * area->denominator + 1 / together->below);

  return sqrt (per_case * (1 / area->denominator + 1 / together->below));
}

static void
set_beside (ComparisonFigures *self, AreaFigure *area, const Together *together)
{
  const double factor = self->settings->dispersion == DISPERSION_MULTIPLICATIVE && self->phi > 1
                            ? sqrt (self->phi)
                            : 1;

  area->n_neighbours = together->n;
  if (together->n == 0 || !(together->below > 0))
    return;
  area->neighbour_value = together->above / together->below;
  const double error = factor * error_of (self, area, together);
  for (guint k = 0; k < N_LIMITS && error > 0; k++) {
    const double half = error * kernel_normal_quantile (0.5 + comparison_limit_levels[k] / 2);
    const double away = area->value - area->neighbour_value;

    area->neighbour_outside[k] = (away > half) - (away < -half);
  }
}

static GHashTable *
number_areas (const ComparisonFigures *self)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->areas->len; i++)
    g_hash_table_insert (numbers, (gpointer) comparison_figures_get_name (self, i),
                         GUINT_TO_POINTER (i));

  return numbers;
}

/* Neighbours that are not in the figures, or are the area itself, count for nothing. */
gboolean
comparison_neighbours_fill (ComparisonFigures *self, GError **error)
{
  ScrutinyTable *table = self->settings->neighbours;
  const char *const *areas = table ? columns_need_texts (table, "area", error) : NULL;
  const char *const *others = areas ? columns_need_texts (table, "neighbour", error) : NULL;

  if (!table)
    return TRUE;
  if (!others)
    return FALSE;

  g_autoptr (GHashTable) numbers = number_areas (self);
  g_autofree Together *together = g_new0 (Together, self->areas->len + 1);
  for (gsize row = 0; row < scrutiny_table_get_n_rows (table); row++) {
    gpointer area, other;

    if (g_hash_table_lookup_extended (numbers, areas[row], NULL, &area) &&
        g_hash_table_lookup_extended (numbers, others[row], NULL, &other) && area != other)
      add (self, comparison_figures_get (self, GPOINTER_TO_UINT (other)),
           &together[GPOINTER_TO_UINT (area)]);
  }
  for (guint i = 0; i < self->areas->len; i++)
    set_beside (self, &g_array_index (self->areas, AreaFigure, i), &together[i]);

  return TRUE;
}
