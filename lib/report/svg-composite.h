/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/composite.h>

#include "report/svg-chart.h"

G_BEGIN_DECLS

/* Appends what each component can move a score by and is worth of the one that counts most, and
 * the places that units have with other weights, as one <svg> element.
 */
void
svg_composite_append (GString *out, ScrutinyComposite *composite, const SvgChartLabels *labels);

G_END_DECLS
