/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-model.h"

#include "kernel/fpop-robust.h"
#include "kernel/median.h"
#include "trend/shift-place.h"

#include <math.h>

/* How many spreads away a value counts no more, or by its distance instead of its square:
 * with them a level is known 0.99 and 0.95 as closely as the mean of normal values is.
 */
#define BEND_BIWEIGHT 3
#define BEND_HUBER 1.345

/* Of the median distance of neighbours, in normal noise: 0.6745 times the root of 2. */
#define MEDIAN_DISTANCE 0.9538725524

#define MOST_STEPS 100

static gboolean
is_biweight (const ModelSearch *self)
{
  return self->asked->model == &shift_model_biweight;
}

static double
bend_of (const ModelSearch *self)
{
  return is_biweight (self) ? BEND_BIWEIGHT : BEND_HUBER;
}

static double
median_distance (gsize n, const double *values, gsize lag)
{
  g_autofree double *work = g_new (double, 2 * n);
  double median;

  for (gsize i = lag; i < n; i++)
    work[i - lag] = fabs (values[i] - values[i - lag]);

  return kernel_median (n - lag, work, NULL, work + n, &median, NULL) == KERNEL_OK ? median : 0;
}

/* A value as it counts: beyond the bend it is drawn in to it, or to its level. */
static double
drawn_in (const ModelSearch *self, double value, double level, double spread)
{
  const double away = (value - level) / spread, bend = bend_of (self);

  if (fabs (away) <= bend)
    return value;
  if (is_biweight (self))
    return level;

  return level + (away > 0 ? bend : -bend) * spread;
}

static void
set_up (ModelSearch *self)
{
  const double near = median_distance (self->n, self->scaled, 1);
  const double far = median_distance (self->n, self->scaled, 2);
  const double likeness = shift_model_likeness (self->n, near * near, far * far);
  double unused;

  self->noise = near / MEDIAN_DISTANCE / sqrt ((1 - likeness) * self->kept);
  if (!(self->noise > 0)) { /* most values are those of their neighbours */
    shift_model_differences (self->n, self->scaled, &self->noise, &unused);
    self->noise = sqrt (self->noise / 2);
  }
  self->widening = (1 + likeness) / (1 - likeness);

  g_autofree double *work = g_new (double, self->n);
  double middle = 0, spread = self->noise;
  if (kernel_median (self->n, self->scaled, NULL, work, &middle, NULL) == KERNEL_OK)
    spread = MAX (spread, 1e-9);
  self->rows = g_new (double, 2 * self->n);
  for (gsize i = 0; i < self->n; i++) { /* those far from all say nothing of an order */
    const double away = (self->scaled[i] - middle) / spread;
    const double x = middle + CLAMP (away, -6, 6) * spread;
    self->rows[2 * i] = x;
    self->rows[2 * i + 1] = x * x;
  }
}

static gboolean
cut (ModelSearch *self, double penalty, gsize *changes, gsize *n, double *cost)
{
  g_autofree KernelRobustPiece *pieces =
      g_new (KernelRobustPiece, kernel_fpop_robust_n_pieces (self->n));
  g_autofree size_t *starts = g_new (size_t, self->n);
  g_autofree double *values = g_new (double, self->n);
  const double price = penalty * self->widening;

  for (gsize i = 0; i < self->n; i++)
    values[i] = self->scaled[i] / self->noise;
  if (!(self->noise > 0) ||
      kernel_fpop_robust (self->n, values,
                          is_biweight (self) ? KERNEL_LOSS_BIWEIGHT : KERNEL_LOSS_HUBER,
                          bend_of (self), price, self->asked->cut.least_level, pieces, starts,
                          changes, n, cost) != KERNEL_OK)
    return FALSE;
  *cost = *cost / self->widening - penalty * (double) *n;

  return TRUE;
}

/* The level that draws in as much on one side as on the other, from the median on. */
static void
describe (const ModelSearch *self, ShiftPiece *piece)
{
  const double *values = self->search->values + piece->first;
  const gsize m = piece->end - piece->first;
  const double spread = self->noise * self->unit;
  g_autofree double *work = g_new (double, m);
  double n_within = 0;

  if (kernel_median (m, values, NULL, work, &piece->mean, NULL) != KERNEL_OK)
    return;
  for (guint step = 0; step < MOST_STEPS; step++) {
    double mean = 0;
    for (gsize i = 0; i < m; i++)
      mean += drawn_in (self, values[i], piece->mean, spread) / (double) m;
    const double moved = fabs (mean - piece->mean);
    piece->mean = mean;
    if (moved <= 1e-12 * spread)
      break;
  }
  for (gsize i = 0; i < m; i++)
    n_within += fabs (values[i] - piece->mean) <= bend_of (self) * spread;
  piece->error = spread * sqrt ((double) m) / MAX (n_within, 1);
  piece->spread = NAN;
}

/* By the means of the values as they count. */
static void
place (const ModelSearch *self, guint k, FoundShift *shift)
{
  ShiftPiece *pieces = &g_array_index (self->search->pieces, ShiftPiece, k - 1);
  const double kept[] = { pieces[0].rss, pieces[1].rss };
  const double spread = self->noise * self->unit;

  for (guint j = 0; j < 2; j++) {
    pieces[j].rss = 0;
    for (guint i = pieces[j].first; i < pieces[j].end; i++) {
      const double rest =
          drawn_in (self, self->search->values[i], pieces[j].mean, spread) - pieces[j].mean;
      pieces[j].rss += rest * rest;
    }
  }
  shift_place_means (self->search, k, self->asked, shift);
  pieces[0].rss = kept[0];
  pieces[1].rss = kept[1];
}

static double
notice (const ModelSearch *self)
{
  return self->noise * self->unit * 2 / sqrt ((double) self->n);
}

#define SOURCE \
  "P. Fearnhead, G. Rigaill (2019), JASA 114, 169-183, exact. Places: J. Bai (1997), Review of " \
  "Economics and Statistics 79, 551-563"

const ShiftModel shift_model_biweight = {
  .name = "biweight",
  .source = "Changes of the level by the biweight loss: " SOURCE,
  .price = 3,
  .least = 2,
  .fewest = 1,
  .stretch = KERNEL_STRETCH_MEAN,
  .set_up = set_up,
  .cut = cut,
  .describe = describe,
  .place = place,
  .notice = notice,
};

const ShiftModel shift_model_huber = {
  .name = "huber",
  .source = "Changes of the level by Huber’s loss: " SOURCE,
  .price = 4,
  .least = 3,
  .fewest = 1,
  .stretch = KERNEL_STRETCH_MEAN,
  .set_up = set_up,
  .cut = cut,
  .describe = describe,
  .place = place,
  .notice = notice,
};
