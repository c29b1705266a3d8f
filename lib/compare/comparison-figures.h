/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/comparison-rows.h"

G_BEGIN_DECLS

/* The two pairs of limits that a funnel has. */
enum {
  LIMIT_95,
  LIMIT_998,
  N_LIMITS,
};

extern const double comparison_limit_levels[N_LIMITS];

/* With fewer than so much of the variation real, areas are put into no quartiles. */
#define FEWEST_RANKABLE 0.5

/* What is worked out of an area that can be compared.  Values are as counted, not scaled. */
typedef struct {
  guint row; /* of the array of AreaRow */
  double numerator, denominator, expected;
  double value, low, high;
  double lower[N_LIMITS], upper[N_LIMITS];
  int outside[N_LIMITS]; /* 1 above, -1 below, 0 within */
  double score, reliability;
  guint place; /* 1 for the largest value */
  guint low_alone, high_alone, low_of_all, high_of_all;
  guint quartile; /* 1 for the largest; 0 for none */
  guint n_neighbours;
  double neighbour_value;
  int neighbour_outside[N_LIMITS];
} AreaFigure;

typedef struct {
  ComparisonSettings *settings;
  GArray *rows;   /* of AreaRow, all of them */
  GArray *areas;  /* of AreaFigure, those that can be compared, in the same order */
  GArray *ranges; /* of ComparisonRange, as published */
  double centre;
  double phi, tau2;    /* NaN where they cannot be told */
  double chance_alike; /* chance of as much variation if areas differed by chance alone */
  guint n_widened;     /* beyond 99.8% limits that are widened by phi */
  double between, between_low, between_high;
  double rankability, rankability_low, rankability_high;
  double periods_needed; /* taken together, for quartiles; infinite where no number does */
  gboolean has_places;
} ComparisonFigures;

/* Takes @settings; NULL with @error set, which names row and column. */
ComparisonFigures *
comparison_figures_new (ScrutinyTable *table, ComparisonSettings *settings, GError **error);
void comparison_figures_free (ComparisonFigures *self);

const AreaFigure *comparison_figures_get (const ComparisonFigures *self, guint index);
const char *comparison_figures_get_name (const ComparisonFigures *self, guint index);

/* One number of each area that can be compared; free it. */
double *comparison_figures_dup_numerators (const ComparisonFigures *self);
double *comparison_figures_dup_denominators (const ComparisonFigures *self);
double *comparison_figures_dup_expected (const ComparisonFigures *self);
double *comparison_figures_dup_values (const ComparisonFigures *self);

/* The area that is asked about; -1 without one. */
int comparison_figures_find_focus (const ComparisonFigures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComparisonFigures, comparison_figures_free)

G_END_DECLS
