/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/reproduction.h"

#include "base/printed.h"

#include <math.h>

static gboolean
has_counts (const ReproductionColumns *columns, gsize row)
{
  return isfinite (columns->values[row]) && isfinite (columns->numerators[row]) &&
         columns->denominators[row] > 0 && isfinite (columns->denominators[row]);
}

/* Of the values, how many lie within a factor of three of @scale times their ratio. */
static gsize
count_near (const ReproductionColumns *columns, const gsize *rows, gsize n, double scale)
{
  gsize n_near = 0;

  for (gsize i = 0; i < n; i++) {
    const gsize row = rows[i];
    const double ratio = columns->numerators[row] / columns->denominators[row];

    if (has_counts (columns, row) && ratio > 0 && columns->values[row] > 0)
      n_near += fabs (log (columns->values[row] / (scale * ratio))) < log (3);
  }

  return n_near;
}

static double
find_scale (const ReproductionColumns *columns, const gsize *rows, gsize n)
{
  static const double scales[] = { 100, 1, 1e3, 1e4, 1e5, 1e6 };
  double best = 100;
  gsize most = 0;

  for (gsize k = 0; k < G_N_ELEMENTS (scales); k++) {
    const gsize n_near = count_near (columns, rows, n, scales[k]);

    if (n_near > most) {
      most = n_near;
      best = scales[k];
    }
  }

  return best;
}

/* A share may be published as 0.92 or as 92 in one table: whichever lies nearer is meant. */
static double
recompute (double numerator, double denominator, double published, double scale)
{
  const double ratio = numerator / denominator;

  if (scale != 1 && scale != 100)
    return scale * ratio;

  return fabs (published - ratio) <= fabs (published - 100 * ratio) ? ratio : 100 * ratio;
}

static guint
places_of (const ReproductionColumns *columns, gsize row)
{
  return printed_places (columns->texts ? columns->texts[row] : NULL, columns->values[row]);
}

void
reproduction_init (Reproduction *self)
{
  *self = (Reproduction){ .off = g_array_new (FALSE, FALSE, sizeof (ReproductionRow)) };
}

void
reproduction_add (Reproduction *self,
                  const ReproductionColumns *columns,
                  const gsize *rows,
                  gsize n)
{
  const double scale = find_scale (columns, rows, n);

  for (gsize i = 0; i < n; i++) {
    const gsize row = rows[i];
    ReproductionRow off = { .row = row };

    if (!has_counts (columns, row))
      continue;
    off.recomputed = recompute (columns->numerators[row], columns->denominators[row],
                                columns->values[row], scale);
    self->n++;
    if (!printed_agrees (columns->values[row], off.recomputed, places_of (columns, row)))
      g_array_append_val (self->off, off);
  }
}

const ReproductionRow *
reproduction_find_furthest (const Reproduction *self, const double *values)
{
  const ReproductionRow *furthest = NULL;

  for (guint i = 0; i < self->off->len; i++) {
    const ReproductionRow *off = &g_array_index (self->off, ReproductionRow, i);

    if (!furthest || fabs (off->recomputed - values[off->row]) >
                         fabs (furthest->recomputed - values[furthest->row]))
      furthest = off;
  }

  return furthest;
}

void
reproduction_clear (Reproduction *self)
{
  g_clear_pointer (&self->off, g_array_unref);
}
