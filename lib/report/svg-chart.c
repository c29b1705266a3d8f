/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-chart.h"

#include "base/number.h"
#include "base/period-days.h"
#include "base/printable.h"
#include "base/timeline-private.h"
#include "report/escape.h"
#include "report/svg-frame.h"
#include "report/svg-plot.h"
#include "trend/trend-private.h"

#include <math.h>
#include <string.h>

/* The drawing's own units; the page scales it. */
static const double LABEL_GAP = 14;

const char svg_chart_style[] =
    ".chart{width:100%;height:auto;display:block;font-family:'Liberation Sans',Arial,sans-serif}"
    ".chart .grid{stroke:#dcdcdc;stroke-width:1}"
    ".chart .tick,.chart .lab{font-size:12px;fill:#505a5f}"
    ".chart .note{font-size:12px;fill:#0b0c0c;font-weight:700}"
    ".chart .band{fill:#eceff1}"
    ".chart .edge{fill:none;stroke:#8a9297;stroke-width:1}"
    ".chart .inner{fill:none;stroke:#8a9297;stroke-width:1;stroke-dasharray:4 3}"
    ".chart .base{fill:none;stroke:#0b0c0c;stroke-width:1.5}"
    ".chart .ext{fill:none;stroke:#0b0c0c;stroke-width:1.5;stroke-dasharray:5 4}"
    ".chart .line{fill:none;stroke:#5b6770;stroke-width:1.5}"
    ".chart .pt{fill:#0b0c0c}"
    ".chart .out{fill:#0b0c0c;stroke:#fff;stroke-width:1}"
    ".chart .open{fill:#fff;stroke:#0b0c0c;stroke-width:1.5}"
    ".chart .bar{fill:#9aa5ab}"
    ".chart .hidden{stroke:#5b6770;stroke-width:2;stroke-dasharray:3 3}"
    ".chart .event{stroke:#0b0c0c;stroke-width:1;stroke-dasharray:2 3}"
    ".chart .what{font-size:13px;fill:#0b0c0c}.chart .kind{font-size:11px;fill:#505a5f}"
    ".chart .strong{font-weight:700}.chart .rtl{direction:rtl}"
    ".chart .box{fill:#fff;stroke:#0b0c0c;stroke-width:1}.chart .claim{stroke-width:2.5}"
    ".chart .link{fill:none;stroke:#5b6770;stroke-width:1.2}.chart .back{stroke-dasharray:6 4}"
    ".chart .tip{fill:#5b6770}";

/* One drawing under way. */
typedef struct {
  SvgPlot plot;
  const double *values, *centre, *lower, *upper, *phase, *excluded;
  const double *down; /* the other sums of a CUSUM chart; NULL */
  guint8 *used;       /* where one is missing, as the one before */
  const char *const *states, *const *labels;
  ScrutinySeries *series;
  GPtrArray *signals;
  guint8 *marks; /* of a reading: what stands out; NULL of a chart, whose signals say so */
  double radius;
  guint decimals;
} Drawing;

/* --- What is drawn, from the back to the front --------------------------------- */

static gboolean
same_step (const Drawing *self, const double *heights, gsize i, gsize next)
{
  return self->phase[i] == self->phase[next] && self->used[i] == self->used[next] &&
         heights[i] == heights[next];
}

/* Where the flat piece that starts at @i ends, and whether a line may go on from there. */
static gsize
flat_until (const Drawing *self, const double *heights, gsize i)
{
  gsize end = i;

  while (end + 1 < self->plot.n && same_step (self, heights, i, end + 1))
    end++;

  return end;
}

static double
left_of (const Drawing *self, gsize i)
{
  return i == 0 ? SVG_LEFT : (svg_plot_x (&self->plot, i - 1) + svg_plot_x (&self->plot, i)) / 2;
}

static double
right_of (const Drawing *self, gsize i)
{
  return i + 1 == self->plot.n
             ? SVG_RIGHT
             : (svg_plot_x (&self->plot, i) + svg_plot_x (&self->plot, i + 1)) / 2;
}

static void
draw_level (const Drawing *self, const double *heights, const char *used, const char *other)
{
  for (gsize i = 0; i < self->plot.n;) {
    const gsize end = flat_until (self, heights, i);

    if (!isnan (heights[i])) {
      g_string_append_printf (self->plot.out, "<line class=\"%s\"",
                              self->used[i] > 0 ? used : other);
      svg_append_attribute (self->plot.out, "x1", left_of (self, i));
      svg_append_attribute (self->plot.out, "x2", right_of (self, end));
      svg_append_attribute (self->plot.out, "y1", svg_plot_y (&self->plot, heights[i]));
      svg_append_attribute (self->plot.out, "y2", svg_plot_y (&self->plot, heights[i]));
      g_string_append (self->plot.out, "/>");
    }
    i = end + 1;
  }
}

static gboolean
has_band (const Drawing *self, gsize i)
{
  return !isnan (self->lower[i]) && !isnan (self->upper[i]);
}

static void
append_corner (const Drawing *self, char letter, double x, double value)
{
  g_string_append_c (self->plot.out, letter);
  svg_append_coordinate (self->plot.out, x);
  g_string_append_c (self->plot.out, ' ');
  svg_append_coordinate (self->plot.out, svg_plot_y (&self->plot, value));
}

/* Along the upper limit and back along the lower one, so that no seams are seen. */
static void
draw_band_piece (const Drawing *self, gsize first, gsize end)
{
  g_string_append (self->plot.out, "<path class=\"band\" d=\"");
  for (gsize i = first; i < end;) {
    const gsize last = MIN (flat_until (self, self->upper, i), end - 1);

    append_corner (self, i == first ? 'M' : 'L', left_of (self, i), self->upper[i]);
    append_corner (self, 'L', right_of (self, last), self->upper[i]);
    i = last + 1;
  }
  for (gsize i = end; i > first;) {
    gsize start = i - 1;

    while (start > first && same_step (self, self->lower, start, start - 1))
      start--;
    append_corner (self, 'L', right_of (self, i - 1), self->lower[start]);
    append_corner (self, 'L', left_of (self, start), self->lower[start]);
    i = start;
  }
  g_string_append (self->plot.out, "z\"/>");
}

static void
draw_band (const Drawing *self)
{
  for (gsize i = 0; i < self->plot.n;) {
    gsize end = i;

    while (end < self->plot.n && has_band (self, end))
      end++;
    if (end > i)
      draw_band_piece (self, i, end);
    i = MAX (end, i + 1);
  }
}

/* --- Limits that bend ------------------------------------------------------------ */

/* The next point from @i on that has a line; n if there is none. */
static gsize
next_with_line (const Drawing *self, gsize i)
{
  while (i < self->plot.n && isnan (self->centre[i]))
    i++;

  return i;
}

/* The last point with a line that belongs to the piece of @i. */
static gsize
piece_until (const Drawing *self, gsize i)
{
  gsize end = i;

  for (gsize k = i + 1; k < self->plot.n && self->phase[k] == self->phase[i]; k++)
    if (!isnan (self->centre[k]))
      end = k;

  return end;
}

/* Along a piece, from its left end to its right end. */
static void
append_along (const Drawing *self, const double *heights, gsize first, gsize last)
{
  append_corner (self, 'M', left_of (self, first), heights[first]);
  for (gsize i = first; i <= last; i++)
    if (!isnan (heights[i]))
      append_corner (self, 'L', svg_plot_x (&self->plot, i), heights[i]);
  append_corner (self, 'L', right_of (self, last), heights[last]);
}

/* And back. */
static void
append_back (const Drawing *self, const double *heights, gsize first, gsize last)
{
  append_corner (self, 'L', right_of (self, last), heights[last]);
  for (gsize i = last + 1; i-- > first;)
    if (!isnan (heights[i]))
      append_corner (self, 'L', svg_plot_x (&self->plot, i), heights[i]);
  append_corner (self, 'L', left_of (self, first), heights[first]);
}

static void
draw_bent (const Drawing *self, const double *heights, const char *style)
{
  g_string_append_printf (self->plot.out, "<path class=\"%s\" d=\"", style);
  for (gsize i = next_with_line (self, 0); i < self->plot.n;) {
    const gsize end = piece_until (self, i);

    if (!isnan (heights[i]))
      append_along (self, heights, i, end);
    i = next_with_line (self, end + 1);
  }
  g_string_append (self->plot.out, "\"/>");
}

static void
draw_bent_band (const Drawing *self)
{
  g_string_append (self->plot.out, "<path class=\"band\" d=\"");
  for (gsize i = next_with_line (self, 0); i < self->plot.n;) {
    const gsize end = piece_until (self, i);

    if (has_band (self, i)) {
      append_along (self, self->upper, i, end);
      append_back (self, self->lower, i, end);
      g_string_append_c (self->plot.out, 'z');
    }
    i = next_with_line (self, end + 1);
  }
  g_string_append (self->plot.out, "\"/>");
}

/* --- The values ------------------------------------------------------------------ */

static gboolean
joins_previous (const Drawing *self, gsize i)
{
  return i > 0 && !isnan (self->values[i - 1]) &&
         self->plot.ordinals[i] - self->plot.ordinals[i - 1] == 1;
}

/* A gap in the calendar or a missing value breaks the line: nothing is known there. */
static void
draw_line (const Drawing *self, const double *values)
{
  g_string_append (self->plot.out, "<path class=\"line\" d=\"");
  for (gsize i = 0; i < self->plot.n; i++) {
    if (isnan (self->values[i]))
      continue;
    g_string_append_c (self->plot.out, joins_previous (self, i) ? 'L' : 'M');
    svg_append_coordinate (self->plot.out, svg_plot_x (&self->plot, i));
    g_string_append_c (self->plot.out, ' ');
    svg_append_coordinate (self->plot.out, svg_plot_y (&self->plot, values[i]));
  }
  g_string_append (self->plot.out, "\"/>");
}

static void
draw_diamond (const Drawing *self, double x, double y)
{
  const double size = self->radius + 2;

  g_string_append (self->plot.out, "<path class=\"out\" d=\"M");
  svg_append_coordinate (self->plot.out, x);
  g_string_append_c (self->plot.out, ' ');
  svg_append_coordinate (self->plot.out, y - size);
  g_string_append (self->plot.out, "l");
  for (guint side = 0; side < 3; side++) {
    static const int dx[] = { 1, -1, -1 }, dy[] = { 1, 1, -1 };

    svg_append_coordinate (self->plot.out, dx[side] * size);
    g_string_append_c (self->plot.out, ' ');
    svg_append_coordinate (self->plot.out, dy[side] * size);
    g_string_append_c (self->plot.out, ' ');
  }
  g_string_append (self->plot.out, "z\"/>");
}

static void
draw_point (const Drawing *self, gsize i, double value, gboolean marked)
{
  const double x = svg_plot_x (&self->plot, i), y = svg_plot_y (&self->plot, value);
  const char *state = self->states ? self->states[i] : scrutiny_series_get_state (self->series, i);
  const gboolean open =
      (self->excluded && self->excluded[i] > 0) || g_str_equal (state, "provisional");

  if (marked && !open) {
    draw_diamond (self, x, y);
    return;
  }

  g_string_append_printf (self->plot.out, "<circle class=\"%s\"", open ? "open" : "pt");
  svg_append_attribute (self->plot.out, "cx", x);
  svg_append_attribute (self->plot.out, "cy", y);
  svg_append_attribute (self->plot.out, "r", self->radius);
  g_string_append (self->plot.out, "/>");
}

/* Of a CUSUM chart, those of the sums of one direction. */
static guint8 *
marks_of_signals (const Drawing *self, gboolean of_down)
{
  guint8 *marks = g_new0 (guint8, self->plot.n);

  for (guint s = 0; s < self->signals->len; s++) {
    ScrutinySignal *signal = self->signals->pdata[s];
    const gboolean is_down = scrutiny_signal_get_direction (signal) == SCRUTINY_DIRECTION_DOWN;
    gsize n_points;
    const guint *points = scrutiny_signal_get_points (signal, &n_points);

    for (gsize k = 0; k < n_points && (!self->down || is_down == of_down); k++)
      if (points[k] < self->plot.n)
        marks[points[k]] = 1;
  }

  return marks;
}

static void
draw_points (const Drawing *self, const double *values)
{
  g_autofree guint8 *made = self->marks ? NULL : marks_of_signals (self, values == self->down);
  const guint8 *marks = self->marks ? self->marks : made;

  for (gsize i = 0; i < self->plot.n; i++)
    if (!isnan (values[i]))
      draw_point (self, i, values[i], marks[i]);
}

static void
draw_side_label (const Drawing *self, double y, double value, const char *words)
{
  g_string_append (self->plot.out, "<text class=\"lab\"");
  svg_append_attribute (self->plot.out, "x", SVG_LABEL_X);
  svg_append_attribute (self->plot.out, "y", y + 4);
  g_string_append_c (self->plot.out, '>');
  svg_plot_append_number (&self->plot, value, self->decimals);
  g_string_append_printf (self->plot.out, " %s</text>", words);
}

/* The limits of the last point, in words, kept apart where the lines lie close. */
static void
draw_side_labels (const Drawing *self)
{
  const gsize last = self->plot.n - 1;
  const double centre_y = svg_plot_y (&self->plot, self->centre[last]);

  if (isnan (self->centre[last]))
    return;

  draw_side_label (self, centre_y, self->centre[last],
                   isnan (self->upper[last]) ? "middle value" : "usual level");
  if (!isnan (self->upper[last]))
    draw_side_label (self, MIN (svg_plot_y (&self->plot, self->upper[last]), centre_y - LABEL_GAP),
                     self->upper[last], "highest expected");
  if (!isnan (self->lower[last]))
    draw_side_label (self, MAX (svg_plot_y (&self->plot, self->lower[last]), centre_y + LABEL_GAP),
                     self->lower[last], "lowest expected");
}

/* --- Events ---------------------------------------------------------------------- */

/* The days of the step that lies @step after the first one drawn. */
static PeriodDays
days_of_step (const Drawing *self, ScrutinyCalendar calendar, gint64 step)
{
  const Period period = { .calendar = calendar,
                          .ordinal = self->plot.ordinals[0] + step,
                          .length = 1 };
  PeriodDays days = { 0, -1 };

  period_get_days (&period, &days);

  return days;
}

/* The step of the axis that holds @day, found by halving; -1 outside. */
static gint64
step_of_day (const Drawing *self, ScrutinyCalendar calendar, gint64 day)
{
  gint64 low = 0, high = self->plot.ordinals[self->plot.n - 1] - self->plot.ordinals[0];

  if (day < days_of_step (self, calendar, low).first ||
      day > days_of_step (self, calendar, high).last)
    return -1;
  while (low < high) {
    const gint64 middle = (low + high) / 2;

    if (day > days_of_step (self, calendar, middle).last)
      low = middle + 1;
    else
      high = middle;
  }

  return low;
}

/* Where an event lies on the axis, to the day; FALSE when it is outside or not a date. */
static gboolean
place_event (const Drawing *self, ScrutinyTimeline *timeline, ScrutinyEvent *event, double *x)
{
  const ScrutinyCalendar calendar = scrutiny_timeline_get_calendar (timeline);
  const char *from = scrutiny_event_get_from (event);
  PeriodDays when, days;
  gint64 step;

  if (!from || !period_parse_days (from, strlen (from), &when))
    return FALSE;
  step = step_of_day (self, calendar, when.first);
  if (step < 0)
    return FALSE;

  days = days_of_step (self, calendar, step);
  if (days.last < days.first)
    return FALSE;
  *x = SVG_LEFT + self->plot.x_step * ((double) step + (double) (when.first - days.first) /
                                                           (double) (days.last - days.first + 1));
  return TRUE;
}

static void
draw_event (const Drawing *self, double x, const char *text)
{
  const gboolean to_the_left = x > (SVG_LEFT + SVG_RIGHT) / 2;

  g_string_append (self->plot.out, "<line class=\"event\"");
  svg_append_attribute (self->plot.out, "x1", x);
  svg_append_attribute (self->plot.out, "x2", x);
  svg_append_attribute (self->plot.out, "y1", SVG_TOP - 14);
  svg_append_attribute (self->plot.out, "y2", SVG_BOTTOM);
  g_string_append_printf (self->plot.out, "/><text class=\"note\" text-anchor=\"%s\"",
                          to_the_left ? "end" : "start");
  svg_append_attribute (self->plot.out, "x", to_the_left ? x - 5 : x + 5);
  svg_append_attribute (self->plot.out, "y", SVG_TOP - 6);
  g_string_append_c (self->plot.out, '>');
  escape_html (self->plot.out, text);
  g_string_append (self->plot.out, "</text>");
}

static void
draw_events (const Drawing *self, ScrutinyTimeline *timeline, GPtrArray *events)
{
  for (guint i = 0; events && i < events->len; i++) {
    double x;

    if (place_event (self, timeline, events->pdata[i], &x)) {
      g_autofree char *text = printable_dup (scrutiny_event_get_text (events->pdata[i]), 48);

      draw_event (self, x, text);
    }
  }
}

/* --- The whole --------------------------------------------------------------------- */

static void
widen (double value, double *low, double *high)
{
  if (isnan (value))
    return;
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

static gboolean
find_range (const Drawing *self, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (gsize i = 0; i < self->plot.n; i++) {
    widen (self->values[i], low, high);
    widen (self->down ? self->down[i] : NAN, low, high);
    widen (self->lower[i], low, high);
    widen (self->upper[i], low, high);
    widen (self->centre[i], low, high);
  }

  return *low <= *high;
}

/* Enough decimals that the labels tell two values of this range apart, no more. */
static guint
decimals_for (double range)
{
  if (!(range > 0))
    return 1;

  return (guint) CLAMP (2 - floor (log10 (range)), 0, 6);
}

/* A missing value says nothing of how the lines came about. */
static guint8 *
dup_used (const Drawing *self, const double *used)
{
  guint8 *marks = g_new (guint8, self->plot.n + 1);
  gsize first = 0;

  while (first < self->plot.n && isnan (self->values[first]))
    first++;
  for (gsize i = 0; i < self->plot.n; i++) {
    if (!isnan (self->values[i]))
      marks[i] = used[i] > 0;
    else
      marks[i] = i > first ? marks[i - 1] : first < self->plot.n && used[first] > 0;
  }

  return marks;
}

static void
drawing_load (Drawing *self, ScrutinyChart *chart)
{
  ScrutinyTable *points = scrutiny_chart_get_points (chart);
  ScrutinySeries *series = scrutiny_chart_get_series (chart);
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);

  self->values = scrutiny_table_get_doubles (points, "value", &self->plot.n);
  self->centre = scrutiny_table_get_doubles (points, "centre", NULL);
  self->lower = scrutiny_table_get_doubles (points, "lower", NULL);
  self->upper = scrutiny_table_get_doubles (points, "upper", NULL);
  self->phase = scrutiny_table_get_doubles (points, "phase", NULL);
  self->down = scrutiny_table_has_column (points, "value_down")
                   ? scrutiny_table_get_doubles (points, "value_down", NULL)
                   : NULL;
  self->used = dup_used (self, scrutiny_table_get_doubles (points, "used", NULL));
  self->excluded = scrutiny_table_get_doubles (points, "excluded", NULL);
  self->states = scrutiny_table_get_texts (points, "state");
  self->labels = scrutiny_table_get_texts (points, "label");
  self->plot.ordinals = scrutiny_timeline_get_ordinals (timeline, NULL);
  self->series = series;
  self->plot.unit = scrutiny_series_get_unit (series);
}

/* Whether a limit moves within a piece. */
static gboolean
bends (const Drawing *self, const double *heights)
{
  for (gsize i = 1; i < self->plot.n; i++)
    if (self->phase[i] == self->phase[i - 1] && fabs (heights[i] - heights[i - 1]) > 0)
      return TRUE;

  return FALSE;
}

/* The figure itself, and the lines that apply to it. */
static void
drawing_load_trend (Drawing *self, ScrutinyTrend *trend, ScrutinyTable *points)
{
  const double *marked = scrutiny_table_get_doubles (points, "marked", &self->plot.n);

  if (self->plot.n == 0)
    return;
  self->series = scrutiny_trend_get_series (trend);
  self->plot.unit = scrutiny_series_get_unit (self->series);
  self->plot.ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (self->series), NULL);
  self->labels = scrutiny_table_get_texts (points, "label");
  self->values = scrutiny_table_get_doubles (points, "value", NULL);
  self->centre = scrutiny_table_get_doubles (points, "centre", NULL);
  self->lower = scrutiny_table_get_doubles (points, "lower", NULL);
  self->upper = scrutiny_table_get_doubles (points, "upper", NULL);
  self->phase = scrutiny_table_get_doubles (points, "piece", NULL);
  self->used = g_new (guint8, self->plot.n);
  self->marks = g_new (guint8, self->plot.n);
  for (gsize i = 0; i < self->plot.n; i++) {
    self->used[i] = 1;
    self->marks[i] = marked[i] > 0;
  }
}

static void
drawing_scale (Drawing *self)
{
  double low, high;

  if (!find_range (self, &low, &high))
    low = high = 0;
  self->plot.timeline = scrutiny_series_get_timeline (self->series);
  svg_plot_scale (&self->plot, low, high);
  self->decimals = decimals_for (high - low);
  self->radius = CLAMP (self->plot.x_step * 0.35, 1.4, 3);
}

static void
draw_limits (const Drawing *self)
{
  draw_band (self);
  draw_level (self, self->lower, "edge", "edge");
  draw_level (self, self->upper, "edge", "edge");
  draw_level (self, self->centre, "base", "ext");
}

static void
draw_bent_limits (const Drawing *self)
{
  draw_bent_band (self);
  draw_bent (self, self->lower, "edge");
  draw_bent (self, self->upper, "edge");
  draw_bent (self, self->centre, "base");
}

static void
draw_all (Drawing *self, gboolean is_bent, GPtrArray *events)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->series);

  drawing_scale (self);
  svg_plot_draw_grid (&self->plot);
  if (is_bent)
    draw_bent_limits (self);
  else
    draw_limits (self);
  draw_events (self, timeline, events);
  draw_line (self, self->values);
  if (self->down)
    draw_line (self, self->down);
  draw_points (self, self->values);
  if (self->down)
    draw_points (self, self->down);
  svg_plot_draw_dates (&self->plot);
  draw_side_labels (self);
}

void
svg_chart_append (GString *out, ScrutinyChart *chart, const SvgChartLabels *labels)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  Drawing drawing = { .plot.out = out, .signals = signals };

  svg_open (out, labels);
  drawing_load (&drawing, chart);
  if (drawing.plot.n > 0)
    draw_all (&drawing, FALSE, labels->events);
  g_string_append (out, "</svg>");
  g_free (drawing.used);
}

void
svg_chart_append_trend (GString *out, ScrutinyTrend *trend, const SvgChartLabels *labels)
{
  g_autoptr (ScrutinyTable) points = scrutiny_trend_make_points (trend);
  Drawing drawing = { .plot.out = out };

  svg_open (out, labels);
  drawing_load_trend (&drawing, trend, points);
  if (drawing.plot.n > 0)
    draw_all (&drawing, bends (&drawing, drawing.centre) || bends (&drawing, drawing.upper),
              labels->events);
  g_string_append (out, "</svg>");
  g_free (drawing.used);
  g_free (drawing.marks);
}
