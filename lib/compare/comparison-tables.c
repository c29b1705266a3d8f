/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-tables.h"

#include "base/columns-builder.h"
#include "compare/comparison-limits.h"
#include "compare/comparison-ranges.h"

#include <math.h>

#define N_STEPS 120

/* What there is of an area, in the order in which tables and JSON have it. */
typedef struct {
  const AreaRow *row;
  const AreaFigure *figure; /* NULL of one that cannot be compared */
  double scale;
  gboolean has_places;
} Cells;

/* Rows and figures are in one order; @next is the first figure not yet met. */
static Cells
cells_of (const ComparisonFigures *self, guint row, guint *next)
{
  const AreaFigure *figure = *next < self->areas->len ? comparison_figures_get (self, *next) : NULL;
  Cells cells = { &g_array_index (self->rows, AreaRow, row), NULL, self->settings->scale,
                  self->has_places };

  if (figure && figure->row == row) {
    cells.figure = figure;
    (*next)++;
  }

  return cells;
}

static double
place (const Cells *self, guint place)
{
  return self->has_places && place ? place : NAN;
}

/* --- A table -------------------------------------------------------------------------- */

static void
add_scaled (ColumnsBuilder *builder, const char *name, const Cells *cells, const double *value)
{
  columns_builder_add_number (builder, name, cells->figure ? cells->scale * *value : NAN);
}

static void
add_limits (ColumnsBuilder *builder, const Cells *cells)
{
  static const AreaFigure none = { .value = NAN };
  const AreaFigure *figure = cells->figure ? cells->figure : &none;

  add_scaled (builder, "value", cells, &figure->value);
  add_scaled (builder, "low", cells, &figure->low);
  add_scaled (builder, "high", cells, &figure->high);
  add_scaled (builder, "lower95", cells, &figure->lower[LIMIT_95]);
  add_scaled (builder, "upper95", cells, &figure->upper[LIMIT_95]);
  add_scaled (builder, "lower998", cells, &figure->lower[LIMIT_998]);
  add_scaled (builder, "upper998", cells, &figure->upper[LIMIT_998]);
  columns_builder_add_number (builder, "outside95",
                              cells->figure ? figure->outside[LIMIT_95] : NAN);
  columns_builder_add_number (builder, "outside998",
                              cells->figure ? figure->outside[LIMIT_998] : NAN);
  columns_builder_add_number (builder, "score", cells->figure ? figure->score : NAN);
}

static void
add_places (ColumnsBuilder *builder, const Cells *cells)
{
  static const AreaFigure none = { .reliability = NAN };
  const AreaFigure *figure = cells->figure ? cells->figure : &none;

  columns_builder_add_number (builder, "rank", place (cells, figure->place));
  columns_builder_add_number (builder, "rank_low", place (cells, figure->low_of_all));
  columns_builder_add_number (builder, "rank_high", place (cells, figure->high_of_all));
  columns_builder_add_number (builder, "rank_low_alone", place (cells, figure->low_alone));
  columns_builder_add_number (builder, "rank_high_alone", place (cells, figure->high_alone));
  columns_builder_add_number (builder, "quartile", place (cells, figure->quartile));
  columns_builder_add_number (builder, "reliability", figure->reliability);
}

static void
add_neighbours (ColumnsBuilder *builder, const Cells *cells)
{
  static const AreaFigure none = { .neighbour_value = NAN };
  const AreaFigure *figure = cells->figure ? cells->figure : &none;
  const gboolean is_known = isfinite (figure->neighbour_value);

  columns_builder_add_number (builder, "neighbours", figure->n_neighbours);
  add_scaled (builder, "neighbour_value", cells, &figure->neighbour_value);
  columns_builder_add_number (builder, "neighbour_outside95",
                              is_known ? figure->neighbour_outside[LIMIT_95] : NAN);
  columns_builder_add_number (builder, "neighbour_outside998",
                              is_known ? figure->neighbour_outside[LIMIT_998] : NAN);
}

ScrutinyTable *
comparison_tables_new_areas (const ComparisonFigures *self)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  guint next = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    const Cells cells = cells_of (self, i, &next);

    columns_builder_add_text (builder, "area", cells.row->name);
    columns_builder_add_text (builder, "state", cells.row->state);
    columns_builder_add_number (builder, "numerator", cells.row->numerator);
    columns_builder_add_number (builder, "denominator", cells.row->denominator);
    add_limits (builder, &cells);
    add_places (builder, &cells);
    if (self->settings->neighbours)
      add_neighbours (builder, &cells);
    if (self->settings->published)
      columns_builder_add_number (builder, "published", cells.row->published);
    if (self->settings->rank)
      columns_builder_add_number (builder, "published_rank", cells.row->published_rank);
    if (self->settings->quartile)
      columns_builder_add_number (builder, "published_quartile", cells.row->published_quartile);
  }

  return columns_builder_end (builder);
}

/* --- The funnel ------------------------------------------------------------------------ */

static void
find_ends (const ComparisonFigures *self, double *low, double *high)
{
  *low = INFINITY;
  *high = 0;
  for (guint i = 0; i < self->areas->len; i++) {
    const double size = comparison_figures_get (self, i)->denominator;

    *low = fmin (*low, size);
    *high = fmax (*high, size);
  }
}

static void
add_step (ColumnsBuilder *builder, const ComparisonFigures *self, double size)
{
  static const char *const lowers[] = { "lower95", "lower998" };
  static const char *const uppers[] = { "upper95", "upper998" };
  const double scale = self->settings->scale;

  columns_builder_add_number (builder, "denominator", size);
  for (guint k = 0; k < N_LIMITS; k++) {
    double lower, upper;

    comparison_limits_at (self, size, k, &lower, &upper);
    columns_builder_add_number (builder, lowers[k], scale * lower);
    columns_builder_add_number (builder, uppers[k], scale * upper);
  }
}

ScrutinyTable *
comparison_tables_new_funnel (const ComparisonFigures *self)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  double low, high;

  find_ends (self, &low, &high);
  for (guint i = 0; i < N_STEPS && self->areas->len > 1; i++) {
    /* Closer together where the funnel is steep. */
    const double share = (double) i / (N_STEPS - 1);

    add_step (builder, self, low + share * share * (high - low));
  }

  return columns_builder_end (builder);
}

/* --- JSON ------------------------------------------------------------------------------- */

static void
write_limits (JsonWriter *writer, const Cells *cells, const AreaFigure *figure)
{
  static const char *const lowers[] = { "lower95", "lower998" };
  static const char *const uppers[] = { "upper95", "upper998" };
  const double scale = cells->scale;

  json_writer_member_double (writer, "value", scale * figure->value);
  json_writer_member_interval (writer, "interval", scale * figure->low, scale * figure->high);
  for (guint k = 0; k < N_LIMITS; k++) {
    json_writer_member_double (writer, lowers[k], scale * figure->lower[k]);
    json_writer_member_double (writer, uppers[k], scale * figure->upper[k]);
  }
  json_writer_member_double (writer, "outside95", cells->figure ? figure->outside[LIMIT_95] : NAN);
  json_writer_member_double (writer, "outside998",
                             cells->figure ? figure->outside[LIMIT_998] : NAN);
  json_writer_member_double (writer, "score", figure->score);
}

static void
write_places (JsonWriter *writer, const Cells *cells, const AreaFigure *figure)
{
  json_writer_member_double (writer, "rank", place (cells, figure->place));
  json_writer_member_interval (writer, "rank_set", place (cells, figure->low_of_all),
                               place (cells, figure->high_of_all));
  json_writer_member_interval (writer, "rank_set_alone", place (cells, figure->low_alone),
                               place (cells, figure->high_alone));
  json_writer_member_double (writer, "quartile", place (cells, figure->quartile));
  json_writer_member_double (writer, "reliability", figure->reliability);
}

static void
write_neighbours (JsonWriter *writer, const Cells *cells, const AreaFigure *figure)
{
  const gboolean is_known = isfinite (figure->neighbour_value);

  json_writer_key (writer, "neighbours");
  json_writer_int (writer, figure->n_neighbours);
  json_writer_member_double (writer, "neighbour_value", cells->scale * figure->neighbour_value);
  json_writer_member_double (writer, "neighbour_outside95",
                             is_known ? figure->neighbour_outside[LIMIT_95] : NAN);
  json_writer_member_double (writer, "neighbour_outside998",
                             is_known ? figure->neighbour_outside[LIMIT_998] : NAN);
}

static void
write_ranges (JsonWriter *writer, const ComparisonFigures *self, gsize row)
{
  json_writer_key (writer, "ranges");
  json_writer_begin_array (writer);
  for (guint k = 0; k < self->ranges->len; k++) {
    const ComparisonRange *range = &g_array_index (self->ranges, ComparisonRange, k);

    json_writer_begin_array (writer);
    json_writer_double (writer, comparison_range_get_low (range, row));
    json_writer_double (writer, comparison_range_get_high (range, row));
    json_writer_end_array (writer);
  }
  json_writer_end_array (writer);
}

static void
write_area (const ComparisonFigures *self, const Cells *cells, JsonWriter *writer)
{
  static const AreaFigure none = { .value = NAN,
                                   .low = NAN,
                                   .high = NAN,
                                   .lower = { NAN, NAN },
                                   .upper = { NAN, NAN },
                                   .score = NAN,
                                   .reliability = NAN,
                                   .neighbour_value = NAN };
  const AreaFigure *figure = cells->figure ? cells->figure : &none;

  json_writer_begin_object (writer);
  json_writer_member_string (writer, "area", cells->row->name);
  json_writer_member_string (writer, "state", cells->row->state);
  json_writer_member_double (writer, "numerator", cells->row->numerator);
  json_writer_member_double (writer, "denominator", cells->row->denominator);
  write_limits (writer, cells, figure);
  write_places (writer, cells, figure);
  if (self->settings->neighbours)
    write_neighbours (writer, cells, figure);
  if (self->settings->published)
    json_writer_member_double (writer, "published", cells->row->published);
  if (self->settings->rank)
    json_writer_member_double (writer, "published_rank", cells->row->published_rank);
  if (self->settings->quartile)
    json_writer_member_double (writer, "published_quartile", cells->row->published_quartile);
  if (self->ranges->len > 0)
    write_ranges (writer, self, cells->row->row);
  json_writer_end_object (writer);
}

void
comparison_tables_write_areas (const ComparisonFigures *self, JsonWriter *writer)
{
  guint next = 0;

  json_writer_key (writer, "areas");
  json_writer_begin_array (writer);
  for (guint i = 0; i < self->rows->len; i++) {
    const Cells cells = cells_of (self, i, &next);

    write_area (self, &cells, writer);
  }
  json_writer_end_array (writer);
}
