/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-shifts.h"

#include "base/number.h"
#include "base/timeline-private.h"
#include "report/axis.h"
#include "report/date-ticks.h"
#include "report/escape.h"
#include "report/svg-frame.h"

#include <math.h>

static const double LEFT = 52, RIGHT = 482, TOP = 22, BOTTOM = 196;
static const double LABEL_X = 490, LABEL_GAP = 15, NOTE_WIDTH = 68;
static const guint MOST_TICKS = 5, MOST_DATES = 5;

typedef struct {
  GString *out;
  gsize n;
  const double *values, *fitted, *piece;
  const gint64 *ordinals;
  ScrutinyTimeline *timeline;
  const char *unit;
  Axis axis;
  double x_step, range;
} Drawing;

static double
x_at (const Drawing *self, gsize i)
{
  return LEFT + ((double) (self->ordinals[i] - self->ordinals[0]) + 0.5) * self->x_step;
}

static double
y_at (const Drawing *self, double value)
{
  const double share = (value - self->axis.first) / (self->axis.last - self->axis.first);

  return BOTTOM - share * (BOTTOM - TOP);
}

static void
append_number (const Drawing *self, double value, guint decimals)
{
  char text[NUMBER_TEXT_SIZE * 12];

  g_string_append (self->out, number_format_fixed (value, decimals, text));
  if (g_str_equal (self->unit, "%"))
    g_string_append_c (self->out, '%');
}

static void
append_line (const Drawing *self, const char *style, double x1, double y1, double x2, double y2)
{
  g_string_append_printf (self->out, "<line class=\"%s\"", style);
  svg_append_attribute (self->out, "x1", x1);
  svg_append_attribute (self->out, "x2", x2);
  svg_append_attribute (self->out, "y1", y1);
  svg_append_attribute (self->out, "y2", y2);
  g_string_append (self->out, "/>");
}

/* Leaves the element open, for its words. */
static void
open_text (const Drawing *self, const char *style, const char *anchor, double x, double y)
{
  g_string_append_printf (self->out, "<text class=\"%s\" text-anchor=\"%s\"", style, anchor);
  svg_append_attribute (self->out, "x", x);
  svg_append_attribute (self->out, "y", y);
  g_string_append_c (self->out, '>');
}

static void
draw_grid (const Drawing *self)
{
  for (guint i = 0; i < self->axis.n_ticks; i++) {
    const double tick = axis_tick (&self->axis, i), y = y_at (self, tick);

    append_line (self, "grid", LEFT, y, RIGHT, y);
    open_text (self, "tick", "end", LEFT - 8, y + 4);
    append_number (self, tick, self->axis.decimals);
    g_string_append (self->out, "</text>");
  }
}

static void
draw_dates (const Drawing *self)
{
  g_autofree guint8 *marks = date_ticks_choose (scrutiny_timeline_get_calendar (self->timeline),
                                                self->ordinals, self->n, MOST_DATES);

  for (gsize i = 0; i < self->n; i++) {
    if (!marks[i])
      continue;
    g_autofree char *label = scrutiny_timeline_dup_label (self->timeline, i);
    g_autofree char *brief = svg_dup_short_label (label);
    open_text (self, "tick", "middle", x_at (self, i), BOTTOM + 22);
    escape_html (self->out, brief);
    g_string_append (self->out, "</text>");
  }
}

/* Where a shift may lie: from half a step before the earliest period to half a step after the
 * latest; and where it most likely does, with its date where there is room.
 */
static void
draw_shift (const Drawing *self, ScrutinyShift *shift, double *free_from)
{
  const gint64 first =
      scrutiny_timeline_find (self->timeline, scrutiny_shift_get_earliest (shift), NULL);
  const gint64 last =
      scrutiny_timeline_find (self->timeline, scrutiny_shift_get_latest (shift), NULL);
  const gint64 at = scrutiny_timeline_find (self->timeline, scrutiny_shift_get_at (shift), NULL);

  if (first < 0 || last < 0 || at < 0)
    return;
  const double from = x_at (self, (gsize) first) - self->x_step / 2;
  const double to = x_at (self, (gsize) last) + self->x_step / 2;
  const double x = x_at (self, (gsize) at) - self->x_step / 2;
  g_string_append (self->out, "<rect class=\"band\"");
  svg_append_attribute (self->out, "x", from);
  svg_append_attribute (self->out, "y", TOP);
  svg_append_attribute (self->out, "width", to - from);
  svg_append_attribute (self->out, "height", BOTTOM - TOP);
  g_string_append (self->out, "/>");
  append_line (self, "event", x, TOP - 4, x, BOTTOM);
  g_autofree char *label = scrutiny_timeline_dup_label (self->timeline, (gsize) at);
  g_autofree char *brief = svg_dup_short_label (label);
  const double middle = CLAMP (x, LEFT + NOTE_WIDTH / 2, RIGHT - NOTE_WIDTH / 2);
  if (middle - NOTE_WIDTH / 2 < *free_from)
    return;
  *free_from = middle + NOTE_WIDTH / 2;
  open_text (self, "note", "middle", middle, TOP - 8);
  escape_html (self->out, brief);
  g_string_append (self->out, "</text>");
}

static void
draw_values (const Drawing *self)
{
  const double radius = CLAMP (self->x_step * 0.3, 1.2, 2.6);

  g_string_append (self->out, "<path class=\"line\" d=\"");
  for (gsize i = 0; i < self->n; i++) {
    if (isnan (self->values[i]))
      continue;
    const gboolean joins =
        i > 0 && !isnan (self->values[i - 1]) && self->ordinals[i] - self->ordinals[i - 1] == 1;
    g_string_append_c (self->out, joins ? 'L' : 'M');
    svg_append_coordinate (self->out, x_at (self, i));
    g_string_append_c (self->out, ' ');
    svg_append_coordinate (self->out, y_at (self, self->values[i]));
  }
  g_string_append (self->out, "\"/>");
  for (gsize i = 0; i < self->n; i++) {
    if (isnan (self->values[i]))
      continue;
    g_string_append (self->out, "<circle class=\"pt\"");
    svg_append_attribute (self->out, "cx", x_at (self, i));
    svg_append_attribute (self->out, "cy", y_at (self, self->values[i]));
    svg_append_attribute (self->out, "r", radius);
    g_string_append (self->out, "/>");
  }
}

/* The last value of the piece that starts at @first. */
static gsize
last_of_piece (const Drawing *self, gsize first)
{
  gsize last = first;

  for (gsize i = first; i < self->n; i++) {
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
  const double x1 = x_at (self, first), x2 = x_at (self, last);
  const double y1 = y_at (self, self->fitted[first]), y2 = y_at (self, self->fitted[last]);
  const double slope = x2 > x1 ? (y2 - y1) / (x2 - x1) : 0, out = self->x_step / 2;

  g_string_append (self->out, "<path class=\"base\" d=\"M");
  svg_append_coordinate (self->out, x1 - out);
  g_string_append_c (self->out, ' ');
  svg_append_coordinate (self->out, y1 - slope * out);
  g_string_append_c (self->out, 'L');
  svg_append_coordinate (self->out, x2 + out);
  g_string_append_c (self->out, ' ');
  svg_append_coordinate (self->out, y2 + slope * out);
  g_string_append (self->out, "\"/>");
}

static void
draw_side_label (const Drawing *self, double y, double value, const char *words)
{
  const guint decimals = (guint) CLAMP (2 - floor (log10 (self->range)), 0, 6);

  open_text (self, "lab", "start", LABEL_X, y + 4);
  append_number (self, value, decimals);
  g_string_append_printf (self->out, " %s</text>", words);
}

/* Draws them all, and says at the side where the last two end. */
static void
draw_pieces (const Drawing *self)
{
  double ends[2] = { NAN, NAN }; /* of the piece before, and of the last */

  for (gsize i = 0; i < self->n; i++) {
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
  const double y = y_at (self, ends[1]);
  draw_side_label (self, y, ends[1], isnan (ends[0]) ? "throughout, at the end" : "at the end");
  if (isnan (ends[0]))
    return;
  const double before = y_at (self, ends[0]);
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

  for (gsize i = 0; i < self->n; i++) {
    const double pair[] = { self->values[i], self->fitted[i] };
    for (guint k = 0; k < 2; k++) {
      low = isnan (pair[k]) ? low : MIN (low, pair[k]);
      high = isnan (pair[k]) ? high : MAX (high, pair[k]);
    }
  }
  if (!(low <= high))
    low = high = 0;
  self->axis = axis_cover (low, high, MOST_TICKS);
  self->range = high > low ? high - low : 1;
  self->x_step = (RIGHT - LEFT) / (double) (self->ordinals[self->n - 1] - self->ordinals[0] + 1);
}

void
svg_shifts_append (GString *out, ScrutinyShifts *shifts, const SvgChartLabels *labels)
{
  ScrutinyTable *points = scrutiny_shifts_get_points (shifts);
  ScrutinySeries *series = scrutiny_shifts_get_series (shifts);
  g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (shifts);
  Drawing self = { .out = out,
                   .timeline = scrutiny_series_get_timeline (series),
                   .unit = scrutiny_series_get_unit (series) };

  svg_open (out, labels);
  self.values = scrutiny_table_get_doubles (points, "value", &self.n);
  self.fitted = scrutiny_table_get_doubles (points, "fitted", NULL);
  self.piece = scrutiny_table_get_doubles (points, "piece", NULL);
  self.ordinals = scrutiny_timeline_get_ordinals (self.timeline, NULL);
  if (self.n > 0) {
    double free_from = 0; /* of a date above the shifts */

    drawing_scale (&self);
    for (guint k = 0; k < all->len; k++)
      draw_shift (&self, all->pdata[k], &free_from);
    draw_grid (&self);
    draw_values (&self);
    draw_pieces (&self);
    draw_dates (&self);
  }
  g_string_append (out, "</svg>");
}
