/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-model.h"

#include "kernel/pelt.h"

#include <math.h>

/* How many standard errors make a change of the level or of the logarithm of the spread. */
#define CHANGE_ERRORS 2

static void
set_up (ModelSearch *self)
{
  double near, far;

  shift_model_differences (self->n, self->scaled, &near, &far);
  const double likeness = shift_model_likeness (self->n, near, far);
  self->noise = sqrt (near / 2 / (1 - likeness) / self->kept);
  self->widening = (1 + likeness) / (1 - likeness) / self->kept;
  self->rows = g_new (double, 2 * self->n);
  for (gsize i = 0; i < self->n; i++) {
    self->rows[2 * i] = self->scaled[i];
    self->rows[2 * i + 1] = self->scaled[i] * self->scaled[i];
  }
}

static gboolean
cut (ModelSearch *self, double penalty, gsize *changes, gsize *n, double *cost)
{
  g_autofree double *work = g_new (double, kernel_pelt_n_work (self->n, 0));
  g_autofree size_t *order = g_new (size_t, kernel_pelt_n_order (self->n));
  const KernelPelt settings = {
    .cost = KERNEL_COST_MEAN_VARIANCE,
    .price = penalty * self->widening,
    .is_modified = TRUE,
    .least = self->asked->cut.least_level,
  };

  if (kernel_pelt (self->n, self->scaled, &settings, work, order, changes, n, cost) != KERNEL_OK)
    return FALSE;
  *cost -= settings.price * (double) *n;
  *cost /= self->widening;

  return TRUE;
}

static void
describe (const ModelSearch *self, ShiftPiece *piece)
{
  const double *values = self->search->values, m = piece->end - piece->first;
  double rss = 0;

  for (guint i = piece->first; i < piece->end; i++)
    piece->mean += values[i] / m;
  for (guint i = piece->first; i < piece->end; i++)
    rss += (values[i] - piece->mean) * (values[i] - piece->mean);
  piece->spread = sqrt (rss / MAX (m - 1, 1));
  piece->error = piece->spread / sqrt (m);
}

static void
place (const ModelSearch *self, guint k, FoundShift *shift)
{
  shift_model_place_by_drawing (self, k, shift);
}

static ShiftKind
name_kind (const ModelSearch *self, const ShiftPiece *a, const ShiftPiece *b)
{
  const double wide = sqrt (self->search->widening);
  const double error = hypot (a->error, b->error) * wide;
  const double m_a = a->end - a->first - 1, m_b = b->end - b->first - 1;
  const double spread_error = sqrt (1 / (2 * m_a) + 1 / (2 * m_b)) * wide;
  const gboolean moved = fabs (b->mean - a->mean) > CHANGE_ERRORS * error;
  const gboolean spread = !(a->spread > 0 && b->spread > 0)
                              ? a->spread != b->spread
                              : fabs (log (b->spread / a->spread)) > CHANGE_ERRORS * spread_error;

  return !spread ? SHIFT_LEVEL : moved ? SHIFT_LEVEL_AND_SPREAD : SHIFT_SPREAD;
}

static double
notice (const ModelSearch *self)
{
  return self->noise * self->unit * 2 / sqrt ((double) self->n);
}

const ShiftModel shift_model_mean_variance = {
  .name = "mean-variance",
  .source = "Changes of mean and variance at the modified BIC, exact: R. Killick, P. Fearnhead, I. "
            "Eckley (2012), JASA 107, 1590-1598; N. R. Zhang, D. O. Siegmund (2007), Biometrics "
            "63, 22-32. Places: B. E. Hansen (2000), Econometrica 68, 575-603, by drawing again",
  .price = 4,
  .least = 5,
  .fewest = 2,
  .stretch = KERNEL_STRETCH_MEAN_VARIANCE,
  .set_up = set_up,
  .cut = cut,
  .describe = describe,
  .place = place,
  .name_kind = name_kind,
  .notice = notice,
};
