/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/waits.h>

#include "report/svg-chart.h"

G_BEGIN_DECLS

/* Appends the share that is still open after each time, with its interval, as one <svg>
 * element.
 */
void svg_waits_append (GString *out, ScrutinyWaits *waits, const SvgChartLabels *labels);

G_END_DECLS
