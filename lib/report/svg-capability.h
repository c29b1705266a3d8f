/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/capability.h>

#include "report/svg-chart.h"

G_BEGIN_DECLS

/* Appends the levels that single cases lasted about, with their limits, and the blocks of weeks
 * they are made of, as one <svg> element.
 */
void
svg_capability_append (GString *out, ScrutinyCapability *capability, const SvgChartLabels *labels);

G_END_DECLS
