/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

#include "base/period.h"

G_BEGIN_DECLS

/* Values that a level and a spread must rest on. */
#define STEADY_VALUES 8

/* Years that a level must be followed for before it is said how much it moves. */
#define STEADY_YEARS 3

typedef enum {
  STEADY_NORMAL,
  STEADY_BINOMIAL,
  STEADY_POISSON,
} SteadyLaw;

/* A figure's periods.  Everything is borrowed and of shape (n_rows). */
typedef struct {
  gsize n_rows;
  const double *values;
  const double *numerators;   /* NULL where the figure is no share of cases */
  const double *denominators; /* likewise */
  double scale;               /* value = scale * numerator / denominator */
  const Period *periods;
  const guint8 *left_out; /* NULL: none */
} SteadyInput;

/* The figure as it would be if nothing changed: one level, and around it what it moved by from
 * one period to the next.
 *
 * A share whose periods vary no more and no less than chance alone would have them is binomial,
 * a whole number likewise Poisson; any other is normal, a share with a spread that follows the
 * number of cases (Laney).  The spread is the mean move from neighbour to neighbour over 1.128.
 */
typedef struct {
  SteadyLaw law;
  gsize n_rows;
  gsize n_used;
  gboolean *used;         /* shape (n_rows): whether the row has a value and is not left out */
  double level;           /* in the figure's unit */
  double *widths;         /* shape (n_rows): what a deviation of 1 is in the row's unit */
  double deviation;       /* times its width is a row's standard deviation */
  double overall;         /* likewise, from the level and not from neighbours */
  double resemblance;     /* of neighbours, 0 to 0.95; 0 where they are opposed */
  gboolean depends;       /* whether neighbours resemble each other beyond chance */
  double level_deviation; /* of the level from year to year, NaN where it is not known */
  guint n_years;          /* whole years that says */
} SteadyFigure;

/* Why nothing is known, in a sentence, or NULL. */
const char *steady_figure_fill (SteadyFigure *self, const SteadyInput *input);
void steady_figure_clear (SteadyFigure *self);

/* Standard deviation of row @row. */
double steady_figure_get_deviation (const SteadyFigure *self, gsize row);

G_END_DECLS
