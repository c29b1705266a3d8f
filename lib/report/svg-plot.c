/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-plot.h"

#include "base/number.h"
#include "base/timeline-private.h"
#include "report/date-ticks.h"
#include "report/escape.h"
#include "report/svg-frame.h"

static const guint MOST_TICKS = 5, MOST_DATES = 5;

void
svg_plot_scale_values (SvgPlot *self, double low, double high)
{
  self->axis = axis_cover (low, high, MOST_TICKS);
}

void
svg_plot_scale (SvgPlot *self, double low, double high)
{
  svg_plot_scale_values (self, low, high);
  self->x_step =
      (SVG_RIGHT - SVG_LEFT) / (double) (self->ordinals[self->n - 1] - self->ordinals[0] + 1);
}

double
svg_plot_x (const SvgPlot *self, gsize i)
{
  return SVG_LEFT + ((double) (self->ordinals[i] - self->ordinals[0]) + 0.5) * self->x_step;
}

double
svg_plot_y (const SvgPlot *self, double value)
{
  const double share = (value - self->axis.first) / (self->axis.last - self->axis.first);

  return SVG_BOTTOM - share * (SVG_BOTTOM - SVG_TOP);
}

void
svg_plot_append_number (const SvgPlot *self, double value, guint decimals)
{
  char text[NUMBER_TEXT_SIZE * 12];

  g_string_append (self->out, number_format_fixed (value, decimals, text));
  if (g_str_equal (self->unit, "%"))
    g_string_append_c (self->out, '%');
}

void
svg_plot_append_line (const SvgPlot *self,
                      const char *style,
                      double x1,
                      double y1,
                      double x2,
                      double y2)
{
  g_string_append_printf (self->out, "<line class=\"%s\"", style);
  svg_append_attribute (self->out, "x1", x1);
  svg_append_attribute (self->out, "x2", x2);
  svg_append_attribute (self->out, "y1", y1);
  svg_append_attribute (self->out, "y2", y2);
  g_string_append (self->out, "/>");
}

void
svg_plot_open_text (const SvgPlot *self, const char *style, const char *anchor, double x, double y)
{
  g_string_append_printf (self->out, "<text class=\"%s\" text-anchor=\"%s\"", style, anchor);
  svg_append_attribute (self->out, "x", x);
  svg_append_attribute (self->out, "y", y);
  g_string_append_c (self->out, '>');
}

void
svg_plot_draw_grid (const SvgPlot *self)
{
  for (guint i = 0; i < self->axis.n_ticks; i++) {
    const double tick = axis_tick (&self->axis, i), y = svg_plot_y (self, tick);

    svg_plot_append_line (self, "grid", SVG_LEFT, y, SVG_RIGHT, y);
    svg_plot_open_text (self, "tick", "end", SVG_LEFT - 8, y + 4);
    svg_plot_append_number (self, tick, self->axis.decimals);
    g_string_append (self->out, "</text>");
  }
}

void
svg_plot_draw_dates (const SvgPlot *self)
{
  g_autofree guint8 *marks = date_ticks_choose (scrutiny_timeline_get_calendar (self->timeline),
                                                self->ordinals, self->n, MOST_DATES);

  for (gsize i = 0; i < self->n; i++) {
    if (!marks[i])
      continue;
    g_autofree char *label = scrutiny_timeline_dup_label (self->timeline, i);
    g_autofree char *brief = svg_dup_short_label (label);
    svg_plot_open_text (self, "tick", "middle", svg_plot_x (self, i), SVG_BOTTOM + 22);
    escape_html (self->out, brief);
    g_string_append (self->out, "</text>");
  }
}
