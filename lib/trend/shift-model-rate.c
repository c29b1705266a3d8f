/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-model.h"

#include "kernel/break-profile.h"
#include "kernel/fpop-rate.h"
#include "trend/shift-place.h"

#include <math.h>

#define LEAST_SHAPE 0.05
#define MOST_SHAPE 1e6

static gboolean
is_share (const ModelSearch *self)
{
  return self->asked->model == &shift_model_binomial;
}

/* Counts without what repeats every year: what gives the figure without it. */
static void
collect (ModelSearch *self)
{
  const ShiftSearch *search = self->search;

  self->counts = g_new (double, self->n);
  self->sizes = g_new (double, self->n);
  for (gsize i = 0; i < self->n; i++) {
    const double size = search->has_counts ? search->denominators[i] : 1;
    const double count = search->has_season   ? search->values[i] / self->scale * size
                         : search->has_counts ? search->numerators[i]
                                              : search->values[i];
    self->sizes[i] = size;
    self->counts[i] = is_share (self) ? CLAMP (count, 0, size) : MAX (count, 0);
  }
}

/* How far two counts lie apart, in the variance that counting alone gives. */
static double
apart (const ModelSearch *self, gsize i, gsize j)
{
  const double rate = (self->counts[i] + self->counts[j]) / (self->sizes[i] + self->sizes[j]);
  const double variance =
      rate * (is_share (self) ? 1 - rate : 1) * (1 / self->sizes[i] + 1 / self->sizes[j]);
  const double away = self->counts[i] / self->sizes[i] - self->counts[j] / self->sizes[j];

  return variance > 0 ? away * away / variance : 0;
}

typedef double (*ApartFunc) (const ModelSearch *self, gsize i, gsize j);

/* The mean, without the largest tenth, of how far values @lag apart lie from each other. */
static double
mean_apart (const ModelSearch *self, gsize lag, ApartFunc func)
{
  g_autofree double *squares = g_new (double, self->n);

  for (gsize i = lag; i < self->n; i++)
    squares[i - lag] = func (self, i, i - lag);

  return shift_model_mean_kept (self->n - lag, squares);
}

/* How much wider than by counting alone neighbours vary, and how alike they are. */
static void
set_widening (ModelSearch *self)
{
  const double share = shift_model_normal_share (shift_model_share_kept (self->n - 1));
  const double near = mean_apart (self, 1, apart), far = mean_apart (self, 2, apart);
  const double likeness = shift_model_likeness (self->n, near, far);

  self->dispersion = MAX (near / share / (1 - likeness) / self->kept, 1);
  self->widening = self->dispersion * (1 + likeness) / (1 - likeness);
}

static void
set_rows (ModelSearch *self)
{
  self->rows = g_new (double, 2 * self->n);
  for (gsize i = 0; i < self->n; i++) {
    self->rows[2 * i] = self->counts[i];
    self->rows[2 * i + 1] = self->sizes[i] - (is_share (self) ? self->counts[i] : 0);
  }
}

static void
set_up_counts (ModelSearch *self)
{
  collect (self);
  set_widening (self);
  set_rows (self);
}

/* Of times of a gamma distribution, (x - y)² / (x + y)² of neighbours has the mean 1 / (2 a
 * + 1), whatever their rate is, a the shape.
 */
static double
share_apart (const ModelSearch *self, gsize i, gsize j)
{
  const double *times = self->search->values;
  const double share = (times[i] - times[j]) / (times[i] + times[j]);

  return share * share;
}

/* The shape that gives the mean of what was kept.  That is kept² of the mean of all where the
 * shape is 1, as it is of normal differences where it is large, and in between between.
 */
static double
shape_of (double mean_kept, double kept)
{
  const double normal = shift_model_normal_share (kept);
  double mean = mean_kept / normal;

  for (guint step = 0; step < 50; step++)
    mean = mean_kept / (normal + (kept * kept - normal) * MIN (3 * mean, 1));

  return mean > 0 && mean < 1 ? (1 / mean - 1) / 2 : mean > 0 ? LEAST_SHAPE : MOST_SHAPE;
}

static void
set_up_times (ModelSearch *self)
{
  const double near = mean_apart (self, 1, share_apart), far = mean_apart (self, 2, share_apart);
  const double likeness = shift_model_likeness (self->n, near, far);
  const double shape =
      CLAMP (shape_of (near / (1 - likeness) / self->kept, shift_model_share_kept (self->n - 1)),
             LEAST_SHAPE, MOST_SHAPE);

  self->counts = g_new (double, self->n);
  self->sizes = g_new (double, self->n);
  if (self->asked->model == &shift_model_gamma)
    self->shape = shape;
  else
    self->dispersion = MAX (1 / shape, 1);
  self->widening = self->dispersion * (1 + likeness) / (1 - likeness);
  for (gsize i = 0; i < self->n; i++) {
    self->counts[i] = self->shape;
    self->sizes[i] = self->search->values[i];
  }
  set_rows (self);
}

static gboolean
cut (ModelSearch *self, double penalty, gsize *changes, gsize *n, double *cost)
{
  g_autofree KernelRatePiece *pieces = g_new (KernelRatePiece, kernel_fpop_rate_n_pieces (self->n));
  g_autofree size_t *starts = g_new (size_t, self->n);

  if (kernel_fpop_rate (self->n, self->counts, self->sizes, is_share (self),
                        penalty * self->widening / 2, self->asked->cut.least_level, pieces, starts,
                        changes, n, cost) != KERNEL_OK)
    return FALSE;
  *cost = *cost * 2 / self->widening - penalty * (double) *n;

  return TRUE;
}

static void
sum_up (const ModelSearch *self, const ShiftPiece *piece, double *count, double *size)
{
  *count = *size = 0;
  for (guint i = piece->first; i < piece->end; i++) {
    *count += self->counts[i];
    *size += self->sizes[i];
  }
}

/* No count at all is no certainty: the error is that with half a count more. */
static double
rate_error (const ModelSearch *self, double count, double size)
{
  const double rate = (count + 0.5) / (size + (is_share (self) ? 1 : 0));

  return sqrt (self->dispersion * rate * (is_share (self) ? MAX (1 - rate, 0) : 1) / size);
}

static void
describe_counts (const ModelSearch *self, ShiftPiece *piece)
{
  double count, size;

  sum_up (self, piece, &count, &size);
  piece->mean = count / size * self->scale;
  piece->error = rate_error (self, count, size) * self->scale;
  piece->spread = NAN;
}

static void
describe_times (const ModelSearch *self, ShiftPiece *piece)
{
  double count, size;

  sum_up (self, piece, &count, &size);
  piece->mean = size / (piece->end - piece->first);
  piece->error = piece->mean * sqrt (self->dispersion / count);
  piece->spread = NAN;
}

/* How much wider than by counting alone the counts vary around their levels. */
static void
settle_counts (ModelSearch *self)
{
  const GArray *pieces = self->search->pieces;
  double chi = 0;

  for (guint k = 0; k < pieces->len; k++) {
    const ShiftPiece *piece = &g_array_index (pieces, ShiftPiece, k);
    const double rate = piece->mean / self->scale, spare = is_share (self) ? 1 - rate : 1;
    for (guint i = piece->first; i < piece->end; i++) {
      const double expected = self->sizes[i] * rate, rest = self->counts[i] - expected;
      chi += expected > 0 && spare > 0 ? rest * rest / (expected * spare) : 0;
    }
  }
  if (self->n > pieces->len)
    self->dispersion = MAX (chi / (double) (self->n - pieces->len), 1);
}

static void
settle_times (ModelSearch *self)
{
  const GArray *pieces = self->search->pieces;
  double chi = 0;

  for (guint k = 0; k < pieces->len; k++) {
    const ShiftPiece *piece = &g_array_index (pieces, ShiftPiece, k);
    for (guint i = piece->first; i < piece->end; i++) {
      const double rest = self->sizes[i] / piece->mean - 1;
      chi += rest * rest * self->shape;
    }
  }
  if (self->n > pieces->len)
    self->dispersion = MAX (chi / (double) (self->n - pieces->len), 1);
}

static void
place (const ModelSearch *self, guint k, FoundShift *shift)
{
  const ShiftPiece *a = &g_array_index (self->search->pieces, ShiftPiece, k - 1);
  const ShiftPiece *b = &g_array_index (self->search->pieces, ShiftPiece, k);
  const gsize n = b->end - a->first;
  gsize best, earliest = 1, latest = n - 1;

  if (kernel_break_profile (n, self->counts + a->first, self->sizes + a->first, is_share (self),
                            self->dispersion * self->search->widening, self->asked->level, 1, &best,
                            &earliest, &latest) != KERNEL_OK) {
    earliest = 1;
    latest = n - 1;
  }
  shift_place_between (self->search, k, earliest, latest, shift);
  shift->basis = "likelihood";
}

/* Of the difference of two halves, of which each holds half of what was counted. */
static double
notice_counts (const ModelSearch *self)
{
  double count = 0, size = 0;

  for (gsize i = 0; i < self->n; i++) {
    count += self->counts[i];
    size += self->sizes[i];
  }

  return 2 * rate_error (self, count, size) * self->scale;
}

static double
notice_times (const ModelSearch *self)
{
  double size = 0;

  for (gsize i = 0; i < self->n; i++)
    size += self->sizes[i];
  const double n = (double) self->n;

  return 2 * size / n * sqrt (self->dispersion / (self->shape * n));
}

#define PLACES \
  " Places: B. E. Hansen (2000), Econometrica 68, 575-603; D. V. Hinkley, E. A. Hinkley (1970), " \
  "Biometrika 57, 477-488"
#define PRUNING \
  "exact: R. Maidstone, T. Hocking, G. Rigaill, P. Fearnhead (2017), Statistics and Computing " \
  "27, " \
  "519-533; A. Cleynen, E. Lebarbier (2014), ESAIM: Probability and Statistics 18, 750-769."

const ShiftModel shift_model_poisson = {
  .name = "poisson",
  .source = "Changes of a rate of counts, " PRUNING PLACES,
  .needs = SHIFT_NEEDS_COUNTS,
  .price = 3,
  .least = 2,
  .fewest = 1,
  .stretch = KERNEL_STRETCH_RATE,
  .set_up = set_up_counts,
  .cut = cut,
  .describe = describe_counts,
  .settle = settle_counts,
  .place = place,
  .notice = notice_counts,
};

const ShiftModel shift_model_binomial = {
  .name = "binomial",
  .source = "Changes of a share of counts, " PRUNING PLACES,
  .needs = SHIFT_NEEDS_SHARES,
  .price = 3,
  .least = 2,
  .fewest = 1,
  .stretch = KERNEL_STRETCH_SHARE,
  .set_up = set_up_counts,
  .cut = cut,
  .describe = describe_counts,
  .settle = settle_counts,
  .place = place,
  .notice = notice_counts,
};

const ShiftModel shift_model_exponential = {
  .name = "exponential",
  .source = "Changes of the mean of exponential times, " PRUNING PLACES,
  .needs = SHIFT_NEEDS_TIMES,
  .price = 3,
  .least = 2,
  .fewest = 1,
  .stretch = KERNEL_STRETCH_RATE,
  .set_up = set_up_times,
  .cut = cut,
  .describe = describe_times,
  .settle = settle_times,
  .place = place,
  .notice = notice_times,
};

const ShiftModel shift_model_gamma = {
  .name = "gamma",
  .source = "Changes of the mean of gamma times, their shape from neighbours, " PRUNING PLACES,
  .needs = SHIFT_NEEDS_TIMES,
  .price = 3,
  .least = 2,
  .fewest = 1,
  .stretch = KERNEL_STRETCH_RATE,
  .set_up = set_up_times,
  .cut = cut,
  .describe = describe_times,
  .settle = settle_times,
  .place = place,
  .notice = notice_times,
};
