/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "linkage/linkage-places.h"

G_BEGIN_DECLS

/* A share of cases where a figure is higher, as a ratio of risks.
 *
 * @contrast: how much higher
 * @ratio: how many times as common it is there
 * @e_value: what would explain that
 */
typedef struct {
  double contrast, ratio, e_value;
} PanelRisk;

/* NaN throughout. */
PanelRisk panel_risk_none (void);

/* @contrast: NaN for the ordinary spread of the figure.  There is none where the outcome is no
 * share, or its logarithm goes with the figure otherwise than it does, by @slope, or the figure
 * never differs by as much as @contrast.
 */
PanelRisk panel_risk_of (const LinkagePlaces *places, double slope, double contrast);

G_END_DECLS
