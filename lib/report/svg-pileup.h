/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/pileup.h>

#include "report/svg-chart.h"

G_BEGIN_DECLS

/* Appends the distribution around the limit, what is to be expected, the window and the limit,
 * as one <svg> element.
 */
void svg_pileup_append (GString *out, ScrutinyPileup *pileup, const SvgChartLabels *labels);

G_END_DECLS
