/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-waits.h"

#include "base/number.h"
#include "report/axis.h"
#include "report/svg-frame.h"
#include "report/svg-plot.h"

#include <math.h>
#include <string.h>

/* Steps that are nearer than this across are drawn as one. */
#define NARROWEST 0.5

/* The curve is drawn as far down as this: beyond it a few cases would take all the width. */
#define LEAST_SHOWN 0.01

static const guint MOST_TICKS = 6;

typedef struct {
  SvgPlot plot;     /* shares up, in per cent */
  const char *unit; /* as it is said */
  Axis days;
  gsize n;
  const double *time, *share, *low, *high;
} Drawing;

static double
x_of (const Drawing *self, double days)
{
  return SVG_LEFT +
         (days - self->days.first) / (self->days.last - self->days.first) * (SVG_RIGHT - SVG_LEFT);
}

static double
y_of (const Drawing *self, double share)
{
  return svg_plot_y (&self->plot, 100 * share);
}

static void
append_point (const Drawing *self, char command, double x, double y)
{
  g_string_append_c (self->plot.out, command);
  svg_append_coordinate (self->plot.out, x);
  g_string_append_c (self->plot.out, ' ');
  svg_append_coordinate (self->plot.out, y);
}

/* Down the stairs of a curve; where it has no value the last one holds. */
static void
append_stairs (const Drawing *self, const double *shares, double start)
{
  double share = start, x = x_of (self, 0);

  append_point (self, 'M', x, y_of (self, share));
  for (gsize i = 0; i < self->n; i++) {
    const double here = x_of (self, self->time[i]);

    if (isnan (shares[i]))
      continue;
    if (i + 1 < self->n && here - x < NARROWEST)
      continue;
    append_point (self, 'L', here, y_of (self, share));
    append_point (self, 'L', here, y_of (self, shares[i]));
    share = shares[i];
    x = here;
  }
  append_point (self, 'L', SVG_RIGHT, y_of (self, share));
}

static void
draw_curve (const Drawing *self, const char *style, const double *shares)
{
  g_string_append_printf (self->plot.out, "<path class=\"%s\" d=\"", style);
  append_stairs (self, shares, 1);
  g_string_append (self->plot.out, "\"/>");
}

static void
draw_grid (const Drawing *self)
{
  for (guint i = 0; i < self->days.n_ticks; i++) {
    const double tick = axis_tick (&self->days, i);

    svg_plot_open_text (&self->plot, "tick", "middle", x_of (self, tick), SVG_BOTTOM + 16);
    svg_plot_append_number (&(SvgPlot){ .out = self->plot.out, .unit = "" }, tick,
                            self->days.decimals);
    g_string_append (self->plot.out, "</text>");
  }
  svg_plot_draw_grid (&self->plot);
  svg_plot_open_text (&self->plot, "lab", "middle", (SVG_LEFT + SVG_RIGHT) / 2, SVG_BOTTOM + 31);
  g_string_append_printf (self->plot.out, "%s since the start</text>", self->unit);
}

/* From a share across to the curve and down to its days. */
static void
draw_mark (const Drawing *self, double share, double days, const char *words)
{
  const double x = x_of (self, days), y = y_of (self, share);

  if (isnan (days))
    return;
  svg_plot_append_line (&self->plot, "event", SVG_LEFT, y, x, y);
  svg_plot_append_line (&self->plot, "event", x, y, x, SVG_BOTTOM);
  g_string_append (self->plot.out, "<circle class=\"pt\"");
  svg_append_attribute (self->plot.out, "cx", x);
  svg_append_attribute (self->plot.out, "cy", y);
  svg_append_attribute (self->plot.out, "r", 2.6);
  g_string_append (self->plot.out, "/>");
  svg_plot_open_text (&self->plot, "note", "start", x + 6, y - 5);
  g_string_append (self->plot.out, words);
  svg_plot_append_number (&(SvgPlot){ .out = self->plot.out, .unit = "" }, days,
                          days == round (days) ? 0 : 1);
  g_string_append (self->plot.out, " ");
  g_string_append_len (self->plot.out, self->unit, (gssize) strlen (self->unit) - (days == 1));
  g_string_append (self->plot.out, "</text>");
}

static gboolean
read_curve (Drawing *self, ScrutinyWaits *waits)
{
  ScrutinyTable *curve = scrutiny_waits_get_curve (waits);

  self->n = scrutiny_table_get_n_rows (curve);
  if (self->n == 0)
    return FALSE;
  self->time = scrutiny_table_get_doubles (curve, "days", NULL);
  self->share = scrutiny_table_get_doubles (curve, "open_share", NULL);
  self->low = scrutiny_table_get_doubles (curve, "low", NULL);
  self->high = scrutiny_table_get_doubles (curve, "high", NULL);
  for (gsize i = 0; i < self->n; i++)
    if (self->share[i] < LEAST_SHOWN)
      self->n = i + 1;
  self->days = axis_cover (0, self->time[self->n - 1], MOST_TICKS);
  self->plot.axis = axis_cover (0, 100, 4);

  return TRUE;
}

void
svg_waits_append (GString *out, ScrutinyWaits *waits, const SvgChartLabels *labels)
{
  Drawing self = { .plot.out = out, .plot.unit = "%" };
  g_autofree char *unit = g_strdelimit (g_strdup (scrutiny_waits_get_unit (waits)), "-", ' ');

  self.unit = unit;

  svg_open (out, labels);
  if (read_curve (&self, waits)) {
    draw_grid (&self);
    draw_curve (&self, "edge", self.low);
    draw_curve (&self, "edge", self.high);
    draw_curve (&self, "base", self.share);
    draw_mark (&self, 0.5, scrutiny_waits_get_half (waits), "half: ");
    draw_mark (&self, 0.05, scrutiny_waits_get_tail (waits), "1 in 20: ");
    svg_plot_open_text (&self.plot, "lab", "start", SVG_LABEL_X, SVG_TOP + 4);
    g_string_append (out, "still open</text>");
  }
  g_string_append (out, "</svg>");
}
