/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/panel-risk.h"

#include "kernel/e-value.h"
#include "kernel/orthonormal.h"

#include <math.h>

PanelRisk
panel_risk_none (void)
{
  return (PanelRisk){ NAN, NAN, NAN };
}

/* What neither place nor period has of its own, of the figure and of the logarithms. */
typedef struct {
  double *x, *logarithms, *spreads_x, *spreads_logarithms;
} Left;

static void
left_clear (Left *self)
{
  g_free (self->x);
  g_free (self->logarithms);
  g_free (self->spreads_x);
  g_free (self->spreads_logarithms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Left, left_clear)

static gboolean
take_off (Left *self, const LinkagePlaces *places, const KernelPanelShape *shape)
{
  const gsize n = shape->n_places * shape->n_periods;
  g_autofree double *work =
      g_new (double, KERNEL_PANEL_OWN_WORK (shape->n_places, shape->n_periods));

  self->x = g_memdup2 (places->x, n * sizeof *places->x);
  self->logarithms = g_memdup2 (places->logarithms, n * sizeof *places->logarithms);
  self->spreads_x = g_new (double, shape->n_places);
  self->spreads_logarithms = g_new (double, shape->n_places);

  return kernel_panel_own (shape, self->x, self->spreads_x, work) == KERNEL_OK &&
         kernel_panel_own (shape, self->logarithms, self->spreads_logarithms, work) == KERNEL_OK;
}

/* Risks as far apart as no two rows are would be those of no place. */
static gboolean
is_seen (const LinkagePlaces *places, double contrast)
{
  double least = places->x[0], most = places->x[0];

  for (gsize i = 1; i < places->n_places * places->n_periods; i++) {
    least = MIN (least, places->x[i]);
    most = MAX (most, places->x[i]);
  }

  return isnan (contrast) || fabs (contrast) <= most - least;
}

PanelRisk
panel_risk_of (const LinkagePlaces *places, double slope, double contrast)
{
  const KernelPanelShape shape = linkage_places_get_shape (places);
  const double n = (double) (shape.n_places * shape.n_periods);
  PanelRisk risk = panel_risk_none ();
  g_auto (Left) left = { 0 };
  double steepness;

  if (!places->logarithms || !is_seen (places, contrast) || !take_off (&left, places, &shape))
    return risk;
  steepness =
      kernel_panel_slope (&shape, left.x, left.logarithms, left.spreads_x, left.spreads_logarithms);
  if (!(steepness * slope > 0))
    return risk;

  risk.contrast =
      isnan (contrast) ? sqrt (kernel_sum_squares (shape.n_places, left.spreads_x) / n) : contrast;
  risk.ratio = exp (steepness * risk.contrast);
  risk.e_value = kernel_e_value (risk.ratio);
  if (!isfinite (risk.e_value))
    return panel_risk_none ();

  return risk;
}
