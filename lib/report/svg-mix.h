/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/mix.h>

#include "report/svg-chart.h"

G_BEGIN_DECLS

/* Appends what each part gives of a change, by its value and by its share of the whole, as one
 * <svg> element.
 */
void svg_mix_append (GString *out, ScrutinyMix *mix, const SvgChartLabels *labels);

G_END_DECLS
