/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-protection.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "base/printed.h"
#include "kernel/suppression.h"

#include <math.h>

#define MOST_SHOWN 60
#define WITHHELD "withheld, for few cases or beside an area with few"

/* The areas that have a count, a row each: what counts and, of a proportion, the rest. */
typedef struct {
  GArray *areas; /* of AreaRow * */
  KernelSuppression table;
} Grid;

static gsize
n_cells_of (const Grid *self)
{
  return KERNEL_SUPPRESSION_CELLS (self->table.n_rows, self->table.n_columns);
}

/* Whether an area is one of those that the sum of all is the sum of, though it may have no rate. */
static gboolean
is_counted (const AreaRow *area, const ComparisonSettings *settings)
{
  return !area->state || (!area->is_sum && settings->kind != COMPARISON_PROPORTION &&
                          isfinite (area->numerator) && area->denominator != 0);
}

static void
grid_init (Grid *self, GArray *areas, const ComparisonSettings *settings)
{
  self->areas = g_array_new (FALSE, FALSE, sizeof (AreaRow *));
  for (guint i = 0; i < areas->len; i++) {
    AreaRow *area = &g_array_index (areas, AreaRow, i);

    if (is_counted (area, settings))
      g_array_append_val (self->areas, area);
  }
  const gsize n = self->areas->len, n_columns = settings->kind == COMPARISON_PROPORTION ? 2 : 1;
  self->table = (KernelSuppression){ .n_rows = n, .n_columns = n_columns };
  self->table.threshold = settings->disclosure;
  self->table.cells = g_new0 (double, n_cells_of (self));
  self->table.states = g_new0 (uint8_t, n_cells_of (self));
  self->table.work = g_new (double, KERNEL_SUPPRESSION_WORK (n, n_columns));
  self->table.nodes = g_new (size_t, KERNEL_SUPPRESSION_NODES (n, n_columns));
}

static void
grid_clear (Grid *self)
{
  g_clear_pointer (&self->areas, g_array_unref);
  g_free (self->table.cells);
  g_free (self->table.states);
  g_free (self->table.work);
  g_free (self->table.nodes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static AreaRow *
area_of (const Grid *self, guint row)
{
  return g_array_index (self->areas, AreaRow *, row);
}

static double *
cells_of (const Grid *self, guint row)
{
  return self->table.cells + row * (self->table.n_columns + 1);
}

static void
grid_fill (Grid *self)
{
  for (guint row = 0; row < self->areas->len; row++) {
    const AreaRow *area = area_of (self, row);

    cells_of (self, row)[0] = area->numerator;
    if (self->table.n_columns > 1)
      cells_of (self, row)[1] = area->denominator - area->numerator;
  }
  kernel_suppression_add_up (&self->table);
}

static gboolean
refuse_area (const Grid *self, const ComparisonSettings *settings, GError **error)
{
  for (guint row = 0; row < self->areas->len; row++) {
    const AreaRow *area = area_of (self, row);
    const double *cells = cells_of (self, row);
    g_autofree char *name = printable_dup (area->name, MOST_SHOWN);

    if (cells[0] == floor (cells[0]) && cells[1] == floor (cells[1]))
      continue;
    scrutiny_set_error_at (
        error, SCRUTINY_ERROR_OUT_OF_RANGE, area->row + 1, settings->numerator, NULL,
        "Row %" G_GSIZE_FORMAT " below the header (“%s”): not a count; few cases are hidden where "
        "cases are whole numbers, so set disclosure to 0 or give counts",
        area->row + 1, name);
    return FALSE;
  }
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, settings->numerator, NULL,
                         "The counts are too large for few cases to be hidden among them");

  return FALSE;
}

static gboolean
is_hidden (const Grid *self, guint row)
{
  const uint8_t *states = self->table.states + row * (self->table.n_columns + 1);

  for (gsize column = 0; column <= self->table.n_columns; column++)
    if (states[column] != KERNEL_CELL_SHOWN)
      return TRUE;

  return FALSE;
}

/* What was published of an area may give its count to whoever knows what it is out of. */
static void
hide_count (AreaRow *area)
{
  area->numerator = NAN;
  area->published = area->published_rank = area->published_quartile = NAN;
}

/* A population is known to everyone; of a proportion it is the sum of the two counts, and a
 * standardised rate stands for one of its own.  That too few events were counted tells of them.
 */
static void
withhold (AreaRow *area, const ComparisonSettings *settings)
{
  hide_count (area);
  if (!area->state || settings->kind == COMPARISON_STANDARDISED)
    area->state = WITHHELD;
  if (settings->kind == COMPARISON_PROPORTION || settings->kind == COMPARISON_STANDARDISED)
    area->denominator = NAN;
}

/* What is not compared is in the table all the same: the sum of all, or what lacks a number. */
static void
hide_the_rest (GArray *areas, const ComparisonSettings *settings)
{
  const double least = settings->disclosure;

  for (guint i = 0; i < areas->len; i++) {
    AreaRow *area = &g_array_index (areas, AreaRow, i);
    const double rest = area->denominator - area->numerator;

    if (is_counted (area, settings))
      continue;
    if (settings->kind == COMPARISON_PROPORTION && (area->denominator < least || rest < least)) {
      hide_count (area);
      area->denominator = NAN;
    }
    if (area->numerator < least)
      hide_count (area);
  }
}

static gboolean
withhold_few (GArray *areas, const ComparisonSettings *settings, GError **error)
{
  g_auto (Grid) grid = { 0 };
  size_t n_narrow;

  if (settings->disclosure == 0 || settings->kind == COMPARISON_VALUE)
    return TRUE;
  hide_the_rest (areas, settings);
  grid_init (&grid, areas, settings);
  grid_fill (&grid);
  if (kernel_suppress (&grid.table, &n_narrow) != KERNEL_OK)
    return refuse_area (&grid, settings, error);
  for (guint row = 0; row < grid.areas->len; row++)
    if (is_hidden (&grid, row))
      withhold (area_of (&grid, row), settings);

  return TRUE;
}

/* What is left of a few cases may be out of nothing. */
static void
round_counts (GArray *areas, const ComparisonSettings *settings)
{
  for (guint i = 0; i < areas->len; i++) {
    AreaRow *area = &g_array_index (areas, AreaRow, i);

    area->numerator = printed_round_count (area->numerator, settings->round_to);
    if (settings->kind != COMPARISON_PROPORTION)
      continue;
    area->denominator = printed_round_count (area->denominator, settings->round_to);
    if (!area->state && area->denominator == 0)
      withhold (area, settings);
  }
}

gboolean
comparison_rows_protect (GArray *areas, const ComparisonSettings *settings, GError **error)
{
  if (!withhold_few (areas, settings, error))
    return FALSE;
  if (settings->round_to > 1)
    round_counts (areas, settings);

  return TRUE;
}
