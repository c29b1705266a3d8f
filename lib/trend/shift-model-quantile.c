/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-model.h"

#include "kernel/normal.h"
#include "kernel/pelt.h"

#include <math.h>
#include <stdlib.h>

#define MOST_QUANTILES 10
#define CHANGE_ERRORS 2

static gsize
n_quantiles (const ModelSearch *self)
{
  return MIN (MOST_QUANTILES, self->n);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
quantile_at (const double *sorted, gsize n, double share)
{
  const double rank = CLAMP (share, 0, 1) * (double) (n - 1);
  const gsize under = (gsize) floor (rank), over = MIN (under + 1, n - 1);

  return sorted[under] + (rank - (double) under) * (sorted[over] - sorted[under]);
}

/* Which values lie below each of the quantiles, a half where one lies on it; quantiles lie
 * denser towards the ends.
 */
static void
set_rows (ModelSearch *self)
{
  const gsize n = self->n, width = n_quantiles (self);
  g_autofree double *sorted = g_memdup2 (self->scaled, n * sizeof *sorted);
  const double stretch = log (2 * (double) n - 1);

  qsort (sorted, n, sizeof *sorted, compare);
  self->by_rows.width = width;
  self->rows = g_new (double, n *width);
  for (gsize k = 0; k < width; k++) {
    const double place = (2 * (double) k + 1) / (double) width - 1;
    const double quantile = quantile_at (sorted, n, 1 / (1 + exp (-stretch * place)));
    for (gsize i = 0; i < n; i++)
      self->rows[i * width + k] = self->scaled[i] < quantile   ? 1
                                  : self->scaled[i] > quantile ? 0
                                                               : 0.5;
  }
}

/* Neighbours by their ranks, which no single value far away decides. */
static void
set_up (ModelSearch *self)
{
  g_autofree double *ranks = g_new0 (double, self->n);
  double near, far;

  set_rows (self);
  for (gsize i = 0; i < self->n; i++)
    for (gsize k = 0; k < self->by_rows.width; k++)
      ranks[i] -= self->rows[i * self->by_rows.width + k];
  shift_model_differences (self->n, ranks, &near, &far);
  const double likeness = shift_model_likeness (self->n, near, far);
  self->widening = (1 + likeness) / (1 - likeness) / self->kept;
}

static gboolean
cut (ModelSearch *self, double penalty, gsize *changes, gsize *n, double *cost)
{
  const KernelPelt settings = {
    .cost = KERNEL_COST_DISTRIBUTION,
    .price = penalty * self->widening,
    .is_modified = TRUE,
    .least = self->asked->cut.least_level,
    .n_quantiles = n_quantiles (self),
  };
  g_autofree double *work = g_new (double, kernel_pelt_n_work (self->n, settings.n_quantiles));
  g_autofree size_t *order = g_new (size_t, kernel_pelt_n_order (self->n));

  if (kernel_pelt (self->n, self->scaled, &settings, work, order, changes, n, cost) != KERNEL_OK)
    return FALSE;
  *cost -= settings.price * (double) *n;
  *cost /= self->widening;

  return TRUE;
}

/* The median, and an error from the values between which it lies two times in three. */
static void
describe (const ModelSearch *self, ShiftPiece *piece)
{
  const gsize m = piece->end - piece->first;
  g_autofree double *sorted = g_memdup2 (self->search->values + piece->first, m * sizeof *sorted);
  const double away = 0.5 / sqrt ((double) m);

  qsort (sorted, m, sizeof *sorted, compare);
  piece->mean = quantile_at (sorted, m, 0.5);
  piece->error = (quantile_at (sorted, m, 0.5 + away) - quantile_at (sorted, m, 0.5 - away)) / 2;
  piece->spread = (quantile_at (sorted, m, 0.75) - quantile_at (sorted, m, 0.25)) /
                  (2 * kernel_normal_quantile (0.75));
}

static void
place (const ModelSearch *self, guint k, FoundShift *shift)
{
  shift_model_place_by_drawing (self, k, shift);
}

static ShiftKind
name_kind (const ModelSearch *self, const ShiftPiece *a, const ShiftPiece *b)
{
  const double error = hypot (a->error, b->error) * sqrt (self->search->widening);

  return fabs (b->mean - a->mean) > CHANGE_ERRORS * error ? SHIFT_LEVEL : SHIFT_DISTRIBUTION;
}

const ShiftModel shift_model_quantile = {
  .name = "quantile",
  .source = "Changes of the distribution by its quantiles, exact: K. Haynes, P. Fearnhead, I. A. "
            "Eckley (2017), Statistics and Computing 27, 1293-1305. Places: B. E. Hansen (2000), "
            "Econometrica 68, 575-603, by drawing again",
  .price = 6,
  .least = 5,
  .fewest = 1,
  .stretch = KERNEL_STRETCH_DISTRIBUTION,
  .set_up = set_up,
  .cut = cut,
  .describe = describe,
  .place = place,
  .name_kind = name_kind,
  .unknown = "values of any shape may change in more ways than by one step",
};
