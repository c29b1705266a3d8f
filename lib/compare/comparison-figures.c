/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-figures.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "compare/comparison-limits.h"
#include "compare/comparison-neighbours.h"
#include "compare/comparison-places.h"
#include "compare/comparison-ranges.h"
#include "kernel/normal.h"
#include "kernel/poisson-interval.h"
#include "kernel/proportion.h"

#include <math.h>
#include <stddef.h>

#define MOST_SHOWN 60
#define MOST_NAMED 20

const double comparison_limit_levels[N_LIMITS] = { 0.95, 0.998 };

static AreaFigure *
area_at (const ComparisonFigures *self, guint index)
{
  return &g_array_index (self->areas, AreaFigure, index);
}

static const AreaRow *
row_of (const ComparisonFigures *self, const AreaFigure *area)
{
  return &g_array_index (self->rows, AreaRow, area->row);
}

const AreaFigure *
comparison_figures_get (const ComparisonFigures *self, guint index)
{
  return area_at (self, index);
}

const char *
comparison_figures_get_name (const ComparisonFigures *self, guint index)
{
  return row_of (self, area_at (self, index))->name;
}

static double *
dup_field (const ComparisonFigures *self, gsize offset)
{
  double *numbers = g_new (double, self->areas->len + 1);

  for (guint i = 0; i < self->areas->len; i++)
    numbers[i] = *(const double *) ((const char *) area_at (self, i) + offset);

  return numbers;
}

double *
comparison_figures_dup_numerators (const ComparisonFigures *self)
{
  return dup_field (self, offsetof (AreaFigure, numerator));
}

double *
comparison_figures_dup_denominators (const ComparisonFigures *self)
{
  return dup_field (self, offsetof (AreaFigure, denominator));
}

double *
comparison_figures_dup_expected (const ComparisonFigures *self)
{
  return dup_field (self, offsetof (AreaFigure, expected));
}

double *
comparison_figures_dup_values (const ComparisonFigures *self)
{
  return dup_field (self, offsetof (AreaFigure, value));
}

/* What all have in common: of values the mean, each weighed by how sure it is. */
static double
find_centre (const ComparisonFigures *self)
{
  double above = 0, below = 0;

  if (self->settings->kind == COMPARISON_RATIO)
    return self->areas->len ? 1 : NAN;
  for (guint i = 0; i < self->areas->len; i++) {
    const AreaFigure *area = area_at (self, i);
    const double weight = 1 / (area->denominator * area->denominator);

    above += self->settings->kind == COMPARISON_VALUE ? weight * area->numerator : area->numerator;
    below += self->settings->kind == COMPARISON_VALUE ? weight : area->denominator;
  }

  return above / below;
}

static void
fill_interval (const ComparisonFigures *self, AreaFigure *area)
{
  const double level = self->settings->level, z = kernel_normal_quantile (0.5 + level / 2);
  const AreaRow *row = row_of (self, area);
  KernelStatus status = KERNEL_OK;

  switch (self->settings->kind) {
  case COMPARISON_PROPORTION:
    status =
        kernel_wilson (1, &area->numerator, &area->denominator, z, &area->low, &area->high, NULL);
    break;
  case COMPARISON_STANDARDISED:
    area->low = row->low;
    area->high = row->high;
    break;
  case COMPARISON_VALUE:
    area->low = area->value - z * area->denominator;
    area->high = area->value + z * area->denominator;
    break;
  case COMPARISON_RATE:
  case COMPARISON_RATIO:
  default:
    status = kernel_poisson_interval (1, &area->numerator, level, &area->low, &area->high, NULL);
    area->low /= area->denominator;
    area->high /= area->denominator;
  }
  if (status != KERNEL_OK)
    area->low = area->high = NAN;
}

static void
fill_area (ComparisonFigures *self, AreaFigure *area)
{
  const ComparisonKind kind = self->settings->kind;

  area->value = kind == COMPARISON_VALUE ? area->numerator : area->numerator / area->denominator;
  area->expected = kind == COMPARISON_RATIO   ? area->denominator
                   : kind == COMPARISON_VALUE ? self->centre
                                              : self->centre * area->denominator;
  fill_interval (self, area);
}

static void
take_areas (ComparisonFigures *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const AreaRow *row = &g_array_index (self->rows, AreaRow, i);
    AreaFigure area = { .row = i, .numerator = row->numerator, .denominator = row->denominator };

    area.score = area.reliability = area.neighbour_value = NAN;
    for (guint k = 0; k < N_LIMITS; k++)
      area.lower[k] = area.upper[k] = NAN;
    if (!row->state)
      g_array_append_val (self->areas, area);
  }
  self->centre = find_centre (self);
  for (guint i = 0; i < self->areas->len; i++)
    fill_area (self, area_at (self, i));
}

static char *
dup_names (const ComparisonFigures *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->rows->len, MOST_NAMED); i++) {
    g_autofree char *name = printable_dup (g_array_index (self->rows, AreaRow, i).name, MOST_SHOWN);

    g_string_append_printf (names, "%s“%s”", i ? ", " : "", name);
  }
  if (self->rows->len > MOST_NAMED)
    g_string_append_printf (names, " and %u more", self->rows->len - MOST_NAMED);

  return g_string_free (names, FALSE);
}

static gboolean
check_focus (const ComparisonFigures *self, GError **error)
{
  const char *focus = self->settings->focus;

  if (!focus)
    return TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (g_array_index (self->rows, AreaRow, i).name, focus))
      return TRUE;

  g_autofree char *said = printable_dup (focus, MOST_SHOWN);
  g_autofree char *names = dup_names (self);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "focus", focus,
                         "Option focus: there is no area “%s”; there are %s", said, names);

  return FALSE;
}

int
comparison_figures_find_focus (const ComparisonFigures *self)
{
  for (guint i = 0; self->settings->focus && i < self->areas->len; i++)
    if (g_str_equal (comparison_figures_get_name (self, i), self->settings->focus))
      return (int) i;

  return -1;
}

ComparisonFigures *
comparison_figures_new (ScrutinyTable *table, ComparisonSettings *settings, GError **error)
{
  g_autoptr (ComparisonFigures) self = g_new0 (ComparisonFigures, 1);

  self->settings = settings;
  self->areas = g_array_new (FALSE, TRUE, sizeof (AreaFigure));
  self->phi = self->tau2 = self->chance_alike = NAN;
  self->between = self->between_low = self->between_high = NAN;
  self->rankability = self->rankability_low = self->rankability_high = NAN;
  self->periods_needed = NAN;
  self->rows = comparison_rows_read (table, settings, error);
  if (!self->rows || !check_focus (self, error))
    return NULL;
  self->ranges = comparison_ranges_read (table, settings, error);
  if (!self->ranges)
    return NULL;

  take_areas (self);
  comparison_limits_fill (self);
  comparison_places_fill (self);
  if (!comparison_neighbours_fill (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
comparison_figures_free (ComparisonFigures *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_array_unref (self->areas);
  g_clear_pointer (&self->ranges, g_array_unref);
  comparison_settings_free (self->settings);
  g_free (self);
}
