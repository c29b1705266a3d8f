/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-model.h"

#include "kernel/fpop-mean.h"
#include "kernel/one-break.h"
#include "trend/shift-place.h"

#include <math.h>

/* A gain that one series in twenty with nothing in it shows, of 24 to 240 normal values. */
#define GAIN_OF_CHANCE 9.2

/* The noise is judged by neighbours, so that no change of level widens it. */
static void
set_up (ModelSearch *self)
{
  double near, far;

  shift_model_differences (self->n, self->scaled, &near, &far);
  const double likeness = shift_model_likeness (self->n, near, far);
  self->noise = sqrt (near / 2 / (1 - likeness) / self->kept);
  self->widening = (1 + likeness) / (1 - likeness);
  self->rows = g_new (double, 2 * self->n);
  for (gsize i = 0; i < self->n; i++) {
    self->rows[2 * i] = self->scaled[i];
    self->rows[2 * i + 1] = self->scaled[i] * self->scaled[i];
  }
}

static gboolean
cut (ModelSearch *self, double penalty, gsize *changes, gsize *n, double *cost)
{
  g_autofree KernelMeanPiece *pieces = g_new (KernelMeanPiece, kernel_fpop_mean_n_pieces (self->n));
  g_autofree size_t *starts = g_new (size_t, self->n);
  const double unit = self->noise * self->noise * self->widening;

  if (!(unit > 0) ||
      kernel_fpop_mean (self->n, self->scaled, penalty * unit, self->asked->cut.least_level, pieces,
                        starts, changes, n, cost) != KERNEL_OK)
    return FALSE;
  *cost = *cost / unit - penalty * (double) *n;

  return TRUE;
}

/* How alike neighbours are around two levels. */
static double
likeness_around (const ModelSearch *self, const KernelOneBreak *one)
{
  double mean[2] = { 0, 0 }, products = 0, squares = 0, last = 0;

  for (gsize i = 0; i < self->n; i++)
    mean[i >= one->at] += self->scaled[i] / (double) (i >= one->at ? self->n - one->at : one->at);
  for (gsize i = 0; i < self->n; i++) {
    const double rest = self->scaled[i] - mean[i >= one->at];
    squares += rest * rest;
    products += i > 0 ? rest * last : 0;
    last = rest;
  }

  return squares > 0 ? products / squares : 0;
}

/* Where neighbours are alike their order means something, and no shuffling tells. */
static gboolean
cut_once (ModelSearch *self, double penalty, gsize *changes, gsize *n, double *cost)
{
  KernelOneBreak one;

  (void) penalty;
  if (kernel_one_break (self->n, self->scaled, self->asked->cut.least_level, &one) != KERNEL_OK)
    return FALSE;
  *cost = one.rss_with;
  *changes = one.at;
  *n = self->search->chance <= 1 - self->asked->level &&
       likeness_around (self, &one) <= 2 / sqrt ((double) self->n);

  return TRUE;
}

/* The spread is that around all levels, once there are some. */
static void
describe (const ModelSearch *self, ShiftPiece *piece)
{
  const double m = piece->end - piece->first;

  for (guint i = piece->first; i < piece->end; i++)
    piece->mean += self->search->values[i] / m;
  piece->error = self->search->spread / sqrt (m);
  piece->spread = NAN;
}

static void
place (const ModelSearch *self, guint k, FoundShift *shift)
{
  shift_place_means (self->search, k, self->asked, shift);
}

static double
notice (const ModelSearch *self)
{
  return self->noise * self->unit * 2 / sqrt ((double) self->n);
}

const ShiftModel shift_model_mean = {
  .name = "mean",
  .source =
      "Changes of the mean, exact: R. Maidstone, T. Hocking, G. Rigaill, P. Fearnhead (2017), "
      "Statistics and Computing 27, 519-533. Places: J. Bai (1997), Review of Economics and "
      "Statistics 79, 551-563",
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

const ShiftModel shift_model_one = {
  .name = "one",
  .source =
      "At most one change of the mean: D. M. Hawkins (1977), JASA 72, 180-186; by shuffling: J. "
      "Antoch, M. Huskova (2001), Statistics & Probability Letters 53, 37-46. Places: J. Bai "
      "(1997), Review of Economics and Statistics 79, 551-563",
  .penalty = GAIN_OF_CHANCE,
  .least = 3,
  .fewest = 1,
  .stretch = KERNEL_STRETCH_MEAN,
  .set_up = set_up,
  .cut = cut_once,
  .describe = describe,
  .place = place,
  .notice = notice,
};
