/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/timeline.h>

#include "report/axis.h"

G_BEGIN_DECLS

/* The part of a drawing where values stand, in its own units. */
#define SVG_LEFT 52.0
#define SVG_RIGHT 482.0
#define SVG_TOP 22.0
#define SVG_BOTTOM 196.0

/* Where the words beside it begin. */
#define SVG_LABEL_X 490.0

/* Periods of a timeline across, values up. */
typedef struct {
  GString *out;
  gsize n;
  ScrutinyTimeline *timeline;
  const gint64 *ordinals;
  const char *unit;
  Axis axis;
  double x_step;
} SvgPlot;

/* What is drawn of @timeline, of which there are @n > 0 periods, lies from @low to @high. */
void svg_plot_scale (SvgPlot *self, double low, double high);

/* Values alone, for what has no periods across. */
void svg_plot_scale_values (SvgPlot *self, double low, double high);

double svg_plot_x (const SvgPlot *self, gsize i);
double svg_plot_y (const SvgPlot *self, double value);

void svg_plot_append_number (const SvgPlot *self, double value, guint decimals);
void svg_plot_append_line (const SvgPlot *self,
                           const char *style,
                           double x1,
                           double y1,
                           double x2,
                           double y2);

/* Leaves the element open, for its words. */
void
svg_plot_open_text (const SvgPlot *self, const char *style, const char *anchor, double x, double y);

void svg_plot_draw_grid (const SvgPlot *self);
void svg_plot_draw_dates (const SvgPlot *self);

G_END_DECLS
