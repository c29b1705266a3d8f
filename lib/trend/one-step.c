/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/one-step.h"

#include "kernel/one-break.h"

#include <math.h>

/* Fewest values on either side. */
#define LEAST 3

/* A step that leaves a larger share of the squares shapes no season. */
static const double MOST_LEFT = 0.6;

/* Its place, and two levels for one; twice as dear, because the place is the one that suits best.
 */
#define PARAMETERS 6

/* Values that are there, and where they stand. */
typedef struct {
  gsize n;
  double *values;
  gsize *places;
} Known;

static void
known_clear (Known *self)
{
  g_free (self->values);
  g_free (self->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

static Known
known_of (gsize n, const double *values)
{
  Known known = { .values = g_new (double, n + 1), .places = g_new (gsize, n + 1) };

  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    known.values[known.n] = values[i];
    known.places[known.n++] = i;
  }

  return known;
}

static double
mean_of (const Known *self, gsize first, gsize end)
{
  double mean = 0;

  for (gsize i = first; i < end; i++)
    mean += self->values[i] / (double) (end - first);

  return mean;
}

gboolean
one_step_find (gsize n, const double *values, OneStep *step)
{
  g_auto (Known) known = known_of (n, values);
  KernelOneBreak found;

  if (kernel_one_break (known.n, known.values, LEAST, &found) != KERNEL_OK ||
      found.rss_with > MOST_LEFT * found.rss_without)
    return FALSE;
  *step = (OneStep){
    .at = known.places[found.at],
    .size = mean_of (&known, found.at, known.n) - mean_of (&known, 0, found.at),
  };

  return TRUE;
}

void
one_step_take_off (const OneStep *step, gsize n, const double *values, double *without)
{
  for (gsize i = 0; i < n; i++)
    without[i] = values[i] - (i >= step->at ? step->size : 0);
}

gboolean
one_step_is_there (gsize n, const double *left, const double *left_without)
{
  double m = 0, squares = 0, without = 0;

  for (gsize i = 0; i < n; i++) {
    if (isnan (left[i]) || isnan (left_without[i]))
      continue;
    m++;
    squares += left[i] * left[i];
    without += left_without[i] * left_without[i];
  }

  return m > 0 && m * log (without / squares) + PARAMETERS * log (m) < 0;
}
