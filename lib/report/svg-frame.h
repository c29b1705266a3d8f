/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/svg-chart.h"

G_BEGIN_DECLS

/* The drawing's own units; the page scales it. */
#define SVG_WIDTH 640
#define SVG_HEIGHT 230

/* The element, with its title and description, and its style where it stands alone. */
void svg_open (GString *out, const SvgChartLabels *labels);

/* The same for a drawing of another size. */
void svg_open_sized (GString *out, const SvgChartLabels *labels, double width, double height);

/* Tenths of a unit, the same in every locale; as the attribute @name. */
void svg_append_coordinate (GString *out, double value);
void svg_append_attribute (GString *out, const char *name, double value);

/* “Apr 2023”, which fits an axis. */
char *svg_dup_short_label (const char *label);

G_END_DECLS
