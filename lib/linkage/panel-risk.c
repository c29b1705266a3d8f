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

/* What of the figure no place and no period has of its own. */
static double *
dup_own (const LinkagePlaces *places)
{
  const gsize n_periods = places->n_periods, n = places->n_places * n_periods;
  double *own = g_new (double, n + 1);
  g_autofree double *means = g_new0 (double, n_periods + 1);

  for (gsize start = 0; start < n; start += n_periods) {
    double mean = 0;

    for (gsize t = 0; t < n_periods; t++)
      mean += places->x[start + t] / (double) n_periods;
    for (gsize t = 0; t < n_periods; t++) {
      own[start + t] = places->x[start + t] - mean;
      means[t] += own[start + t] / places->n_places;
    }
  }
  for (gsize i = 0; i < n; i++)
    own[i] -= means[i % n_periods];

  return own;
}

PanelRisk
panel_risk_of (const LinkagePlaces *places, double slope, double contrast)
{
  const gsize n = places->n_places * places->n_periods;
  PanelRisk risk = panel_risk_none ();
  g_autofree double *own = NULL;
  double squares, steepness;

  if (!places->logarithms)
    return risk;
  own = dup_own (places);
  squares = kernel_inner_product (n, own, own);
  steepness = kernel_inner_product (n, own, places->logarithms) / squares;
  if (!(steepness * slope > 0))
    return risk;

  risk.contrast = isnan (contrast) ? sqrt (squares / (double) n) : contrast;
  risk.ratio = exp (steepness * risk.contrast);
  risk.e_value = kernel_e_value (risk.ratio);
  if (!isfinite (risk.e_value))
    return panel_risk_none ();

  return risk;
}
