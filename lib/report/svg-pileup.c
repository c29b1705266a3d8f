/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-pileup.h"

#include "base/number.h"
#include "report/escape.h"
#include "report/svg-frame.h"
#include "report/svg-plot.h"

#include <math.h>

static const guint MOST_LENGTHS = 9;
static const double LINE_GAP = 15, BAR_SHARE = 0.84;

typedef struct {
  SvgPlot plot;
  ScrutinyPileup *pileup;
  gsize n; /* rows of the distribution */
  const double *first, *last, *count, *expected, *inside;
  double low, high, step; /* the lengths across, and how wide one is */
} Drawing;

/* The middle of a length; halves lie between two. */
static double
x_of (const Drawing *self, double length)
{
  return SVG_LEFT + (length - self->low + 0.5) * self->step;
}

static double
width_of (const Drawing *self, gsize i)
{
  return self->last[i] - self->first[i] + 1;
}

/* Cases of one length, where several are taken together. */
static double
height_of (const Drawing *self, gsize i, const double *counts)
{
  return counts[i] / width_of (self, i);
}

static void
append_rect (const Drawing *self,
             const char *style,
             double x,
             double y,
             double width,
             double height)
{
  g_string_append_printf (self->plot.out, "<rect class=\"%s\"", style);
  svg_append_attribute (self->plot.out, "x", x);
  svg_append_attribute (self->plot.out, "y", y);
  svg_append_attribute (self->plot.out, "width", width);
  svg_append_attribute (self->plot.out, "height", height);
  g_string_append (self->plot.out, "/>");
}

static void
draw_window (const Drawing *self)
{
  double from = NAN, to = NAN;

  for (gsize i = 0; i < self->n; i++) {
    if (!self->inside[i])
      continue;
    from = isnan (from) ? self->first[i] : from;
    to = self->last[i];
  }
  if (!isnan (from))
    append_rect (self, "band", x_of (self, from - 0.5), SVG_TOP, (to - from + 1) * self->step,
                 SVG_BOTTOM - SVG_TOP);
}

/* A row that is not shown is a broken line as high as nothing. */
static void
draw_bars (const Drawing *self)
{
  for (gsize i = 0; i < self->n; i++) {
    const double wide = width_of (self, i) * self->step * BAR_SHARE;
    const double x = x_of (self, (self->first[i] + self->last[i]) / 2) - wide / 2;
    const double y = svg_plot_y (&self->plot, height_of (self, i, self->count));

    if (isnan (self->count[i]))
      svg_plot_append_line (&self->plot, "hidden", x, SVG_BOTTOM - 1, x + wide, SVG_BOTTOM - 1);
    else
      append_rect (self, "bar", x, y, wide, SVG_BOTTOM - y);
  }
}

static void
draw_expected (const Drawing *self)
{
  gboolean is_begun = FALSE;

  g_string_append (self->plot.out, "<path class=\"base\" d=\"");
  for (gsize i = 0; i < self->n; i++) {
    const double height = height_of (self, i, self->expected);

    if (isnan (height) || height > self->plot.axis.last)
      continue;
    g_string_append_c (self->plot.out, is_begun ? 'L' : 'M');
    svg_append_coordinate (self->plot.out, x_of (self, (self->first[i] + self->last[i]) / 2));
    g_string_append_c (self->plot.out, ' ');
    svg_append_coordinate (self->plot.out, svg_plot_y (&self->plot, height));
    is_begun = TRUE;
  }
  g_string_append (self->plot.out, "\"/>");
}

static void
draw_lengths (const Drawing *self)
{
  const Axis axis = axis_cover (self->low, self->high, MOST_LENGTHS);

  for (guint i = 0; i < axis.n_ticks; i++) {
    const double tick = axis_tick (&axis, i);

    if (tick < self->low || tick > self->high)
      continue;
    svg_plot_open_text (&self->plot, "tick", "middle", x_of (self, tick), SVG_BOTTOM + 18);
    svg_plot_append_number (&self->plot, tick, axis.decimals);
    g_string_append (self->plot.out, "</text>");
  }
}

static void
draw_limit (const Drawing *self)
{
  g_autofree char *unit =
      g_strdelimit (g_strdup (scrutiny_pileup_get_unit (self->pileup)), "-", ' ');
  const double limit = scrutiny_pileup_get_threshold (self->pileup);
  const double x = x_of (self, limit + 0.5);

  svg_plot_append_line (&self->plot, "event", x, SVG_TOP - 4, x, SVG_BOTTOM);
  svg_plot_open_text (&self->plot, "note", "middle", x, SVG_TOP - 8);
  g_string_append (self->plot.out, "limit ");
  svg_plot_append_number (&self->plot, limit, 0);
  g_string_append (self->plot.out, "</text>");
  svg_plot_open_text (&self->plot, "tick", "start", SVG_LABEL_X, SVG_BOTTOM + 18);
  escape_html (self->plot.out, unit);
  g_string_append (self->plot.out, "</text>");
}

static void
append_side (const Drawing *self, double y, const char *before, double value, const char *after)
{
  if (isnan (value))
    return;
  svg_plot_open_text (&self->plot, "lab", "start", SVG_LABEL_X, y);
  g_string_append (self->plot.out, before);
  svg_plot_append_number (&self->plot, value, 0);
  g_string_append_printf (self->plot.out, "%s</text>", after);
}

static void
draw_side (const Drawing *self)
{
  append_side (self, SVG_TOP + LINE_GAP, "", scrutiny_pileup_get_observed (self->pileup),
               " in the window");
  append_side (self, SVG_TOP + 2 * LINE_GAP, "about ", scrutiny_pileup_get_expected (self->pileup),
               " expected");
  for (gsize i = 0; i < self->n; i++) {
    if (!isnan (self->count[i]))
      continue;
    svg_plot_open_text (&self->plot, "lab", "start", SVG_LABEL_X, SVG_BOTTOM);
    g_string_append (self->plot.out, "dashes: too few to show</text>");
    break;
  }
}

static void
drawing_scale (Drawing *self)
{
  double most = 1;

  for (gsize i = 0; i < self->n; i++)
    most = isnan (self->count[i]) ? most : MAX (most, height_of (self, i, self->count));
  self->low = self->first[0];
  self->high = self->last[self->n - 1];
  self->step = (SVG_RIGHT - SVG_LEFT) / (self->high - self->low + 1);
  svg_plot_scale_values (&self->plot, 0, most);
}

static void
draw (Drawing *self)
{
  drawing_scale (self);
  draw_window (self);
  svg_plot_draw_grid (&self->plot);
  draw_bars (self);
  draw_expected (self);
  draw_limit (self);
  draw_lengths (self);
  draw_side (self);
}

void
svg_pileup_append (GString *out, ScrutinyPileup *pileup, const SvgChartLabels *labels)
{
  ScrutinyTable *bins = scrutiny_pileup_get_bins (pileup);
  Drawing self = { .plot.out = out, .plot.unit = "", .pileup = pileup };

  self.first = scrutiny_table_get_doubles (bins, "first", &self.n);
  self.last = scrutiny_table_get_doubles (bins, "last", NULL);
  self.count = scrutiny_table_get_doubles (bins, "count", NULL);
  self.expected = scrutiny_table_get_doubles (bins, "expected", NULL);
  self.inside = scrutiny_table_get_doubles (bins, "in_window", NULL);
  svg_open (out, labels);
  if (self.n > 0 && scrutiny_pileup_get_n_cases (pileup) != 0)
    draw (&self);
  g_string_append (out, "</svg>");
}
