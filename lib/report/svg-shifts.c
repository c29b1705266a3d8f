/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-shifts.h"

#include "base/number.h"
#include "base/timeline-private.h"
#include "report/escape.h"
#include "report/svg-frame.h"
#include "report/svg-plot.h"

#include <math.h>

static const double LABEL_GAP = 15, NOTE_WIDTH = 68;

typedef struct {
  SvgPlot plot;
  const double *values, *fitted, *piece;
  double range;
} Drawing;

/* Where a shift may lie: from half a step before the earliest period to half a step after the
 * latest; and where it most likely does, with its date where there is room.
 */
static void
draw_shift (const Drawing *self, ScrutinyShift *shift, double *free_from)
{
  const gint64 first =
      scrutiny_timeline_find (self->plot.timeline, scrutiny_shift_get_earliest (shift), NULL);
  const gint64 last =
      scrutiny_timeline_find (self->plot.timeline, scrutiny_shift_get_latest (shift), NULL);
  const gint64 at =
      scrutiny_timeline_find (self->plot.timeline, scrutiny_shift_get_at (shift), NULL);

  if (first < 0 || last < 0 || at < 0)
    return;
  const double from = svg_plot_x (&self->plot, (gsize) first) - self->plot.x_step / 2;
  const double to = svg_plot_x (&self->plot, (gsize) last) + self->plot.x_step / 2;
  const double x = svg_plot_x (&self->plot, (gsize) at) - self->plot.x_step / 2;
  g_string_append (self->plot.out, "<rect class=\"band\"");
  svg_append_attribute (self->plot.out, "x", from);
  svg_append_attribute (self->plot.out, "y", SVG_TOP);
  svg_append_attribute (self->plot.out, "width", to - from);
  svg_append_attribute (self->plot.out, "height", SVG_BOTTOM - SVG_TOP);
  g_string_append (self->plot.out, "/>");
  svg_plot_append_line (&self->plot, "event", x, SVG_TOP - 4, x, SVG_BOTTOM);
  g_autofree char *label = scrutiny_timeline_dup_label (self->plot.timeline, (gsize) at);
  g_autofree char *brief = svg_dup_short_label (label);
  const double middle = CLAMP (x, SVG_LEFT + NOTE_WIDTH / 2, SVG_RIGHT - NOTE_WIDTH / 2);
  if (middle - NOTE_WIDTH / 2 < *free_from)
    return;
  *free_from = middle + NOTE_WIDTH / 2;
  svg_plot_open_text (&self->plot, "note", "middle", middle, SVG_TOP - 8);
  escape_html (self->plot.out, brief);
  g_string_append (self->plot.out, "</text>");
}

static void
draw_values (const Drawing *self)
{
  const double radius = CLAMP (self->plot.x_step * 0.3, 1.2, 2.6);

  g_string_append (self->plot.out, "<path class=\"line\" d=\"");
  for (gsize i = 0; i < self->plot.n; i++) {
    if (isnan (self->values[i]))
      continue;
    const gboolean joins = i > 0 && !isnan (self->values[i - 1]) &&
                           self->plot.ordinals[i] - self->plot.ordinals[i - 1] == 1;
    g_string_append_c (self->plot.out, joins ? 'L' : 'M');
    svg_append_coordinate (self->plot.out, svg_plot_x (&self->plot, i));
    g_string_append_c (self->plot.out, ' ');
    svg_append_coordinate (self->plot.out, svg_plot_y (&self->plot, self->values[i]));
  }
  g_string_append (self->plot.out, "\"/>");
  for (gsize i = 0; i < self->plot.n; i++) {
    if (isnan (self->values[i]))
      continue;
    g_string_append (self->plot.out, "<circle class=\"pt\"");
    svg_append_attribute (self->plot.out, "cx", svg_plot_x (&self->plot, i));
    svg_append_attribute (self->plot.out, "cy", svg_plot_y (&self->plot, self->values[i]));
    svg_append_attribute (self->plot.out, "r", radius);
    g_string_append (self->plot.out, "/>");
  }
}

/* The last value of the piece that starts at @first. */
static gsize
last_of_piece (const Drawing *self, gsize first)
{
  gsize last = first;

  for (gsize i = first; i < self->plot.n; i++) {
    if (!isnan (self->piece[i]) && self->piece[i] != self->piece[first])
      break;
    if (!isnan (self->piece[i]))
      last = i;
  }

  return last;
}

/* A piece is straight: its ends say it all, drawn out by half a step. */
static void
draw_piece (const Drawing *self, gsize first, gsize last)
{
  const double x1 = svg_plot_x (&self->plot, first), x2 = svg_plot_x (&self->plot, last);
  const double y1 = svg_plot_y (&self->plot, self->fitted[first]),
               y2 = svg_plot_y (&self->plot, self->fitted[last]);
  const double slope = x2 > x1 ? (y2 - y1) / (x2 - x1) : 0, out = self->plot.x_step / 2;

  g_string_append (self->plot.out, "<path class=\"base\" d=\"M");
  svg_append_coordinate (self->plot.out, x1 - out);
  g_string_append_c (self->plot.out, ' ');
  svg_append_coordinate (self->plot.out, y1 - slope * out);
  g_string_append_c (self->plot.out, 'L');
  svg_append_coordinate (self->plot.out, x2 + out);
  g_string_append_c (self->plot.out, ' ');
  svg_append_coordinate (self->plot.out, y2 + slope * out);
  g_string_append (self->plot.out, "\"/>");
}

static void
draw_side_label (const Drawing *self, double y, double value, const char *words)
{
  const guint decimals = (guint) CLAMP (2 - floor (log10 (self->range)), 0, 6);

  svg_plot_open_text (&self->plot, "lab", "start", SVG_LABEL_X, y + 4);
  svg_plot_append_number (&self->plot, value, decimals);
  g_string_append_printf (self->plot.out, " %s</text>", words);
}

/* Draws them all, and says at the side where the last two end. */
static void
draw_pieces (const Drawing *self)
{
  double ends[2] = { NAN, NAN }; /* of the piece before, and of the last */

  for (gsize i = 0; i < self->plot.n; i++) {
    if (isnan (self->piece[i]))
      continue;
    const gsize last = last_of_piece (self, i);
    draw_piece (self, i, last);
    ends[0] = ends[1];
    ends[1] = self->fitted[last];
    i = last;
  }
  if (isnan (ends[1]))
    return;
  const double y = svg_plot_y (&self->plot, ends[1]);
  draw_side_label (self, y, ends[1], isnan (ends[0]) ? "throughout, at the end" : "at the end");
  if (isnan (ends[0]))
    return;
  const double before = svg_plot_y (&self->plot, ends[0]);
  draw_side_label (self,
                   fabs (before - y) >= LABEL_GAP ? before
                   : before > y                   ? y + LABEL_GAP
                                                  : y - LABEL_GAP,
                   ends[0], "before the last shift");
}

static void
drawing_scale (Drawing *self)
{
  double low = INFINITY, high = -INFINITY;

  for (gsize i = 0; i < self->plot.n; i++) {
    const double pair[] = { self->values[i], self->fitted[i] };
    for (guint k = 0; k < 2; k++) {
      low = isnan (pair[k]) ? low : MIN (low, pair[k]);
      high = isnan (pair[k]) ? high : MAX (high, pair[k]);
    }
  }
  if (!(low <= high))
    low = high = 0;
  svg_plot_scale (&self->plot, low, high);
  self->range = high > low ? high - low : 1;
}

void
svg_shifts_append (GString *out, ScrutinyShifts *shifts, const SvgChartLabels *labels)
{
  ScrutinyTable *points = scrutiny_shifts_get_points (shifts);
  ScrutinySeries *series = scrutiny_shifts_get_series (shifts);
  g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (shifts);
  Drawing self = { .plot.out = out,
                   .plot.timeline = scrutiny_series_get_timeline (series),
                   .plot.unit = scrutiny_series_get_unit (series) };

  svg_open (out, labels);
  self.values = scrutiny_table_get_doubles (points, "value", &self.plot.n);
  self.fitted = scrutiny_table_get_doubles (points, "fitted", NULL);
  self.piece = scrutiny_table_get_doubles (points, "piece", NULL);
  self.plot.ordinals = scrutiny_timeline_get_ordinals (self.plot.timeline, NULL);
  if (self.plot.n > 0) {
    double free_from = 0; /* of a date above the shifts */

    drawing_scale (&self);
    for (guint k = 0; k < all->len; k++)
      draw_shift (&self, all->pdata[k], &free_from);
    svg_plot_draw_grid (&self.plot);
    draw_values (&self);
    draw_pieces (&self);
    svg_plot_draw_dates (&self.plot);
  }
  g_string_append (out, "</svg>");
}
