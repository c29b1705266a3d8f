/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/panel.h>

G_BEGIN_DECLS

/* What is looked at for a slope, side by side on one timeline. */
typedef struct {
  ScrutinySeries *series; /* of several places, their middle */
  guint n_places;
  gsize n;           /* periods of the timeline */
  double **places;   /* values of each place, NaN where there is none */
  double *covariate; /* what may explain them; NULL */
  char *hash;        /* of all of it; NULL where it is that of the series */
} SlopeFigures;

void slope_figures_init (SlopeFigures *self, ScrutinySeries *series);

/* Only periods that have both count. */
gboolean slope_figures_init_partial (SlopeFigures *self,
                                     ScrutinySeries *series,
                                     ScrutinySeries *covariate,
                                     GError **error);
gboolean slope_figures_init_regional (SlopeFigures *self, ScrutinyPanel *panel, GError **error);
void slope_figures_clear (SlopeFigures *self);

G_END_DECLS
