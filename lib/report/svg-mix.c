/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-mix.h"

#include "base/number.h"
#include "base/printable.h"
#include "report/axis.h"
#include "report/escape.h"
#include "report/svg-frame.h"
#include "report/svg-plot.h"

#include <math.h>

#define MOST_BARS 8 /* besides that of the whole */
#define LONGEST_NAME 24

static const double NAMES_END = 172, BARS_LEFT = 184, BARS_RIGHT = 620;
static const double TOP = 30, BOTTOM = 200;
static const guint MOST_TICKS = 6;

typedef struct {
  const char *name;
  double rate, mix;
} Bar;

typedef struct {
  SvgPlot plot;
  GArray *bars;
  char *others;
  double height; /* of one pair of bars */
} Drawing;

static double
x_of (const Drawing *self, double value)
{
  const Axis *axis = &self->plot.axis;

  return BARS_LEFT + (value - axis->first) / (axis->last - axis->first) * (BARS_RIGHT - BARS_LEFT);
}

static gint
by_size (gconstpointer a, gconstpointer b)
{
  const Bar *first = a, *second = b;
  const double difference =
      fabs (second->rate) + fabs (second->mix) - fabs (first->rate) - fabs (first->mix);

  return (difference > 0) - (difference < 0);
}

/* The largest, the rest as one, and the whole. */
static void
collect_bars (Drawing *self, ScrutinyMix *mix)
{
  ScrutinyTable *segments = scrutiny_mix_get_segments (mix);
  const char *const *names = scrutiny_table_get_texts (segments, "segment");
  const double *rates = scrutiny_table_get_doubles (segments, "rate", NULL);
  const double *mixes = scrutiny_table_get_doubles (segments, "mix", NULL);
  const gsize n = scrutiny_table_get_n_rows (segments);
  Bar rest = { 0 };

  for (gsize i = 0; i < n; i++) {
    const Bar bar = { names[i], rates[i], mixes[i] };

    g_array_append_val (self->bars, bar);
  }
  g_array_sort (self->bars, by_size);
  for (gsize i = MOST_BARS - 1; n > MOST_BARS && i < n; i++) {
    rest.rate += g_array_index (self->bars, Bar, i).rate;
    rest.mix += g_array_index (self->bars, Bar, i).mix;
  }
  if (n > MOST_BARS) {
    self->others = g_strdup_printf ("%" G_GSIZE_FORMAT " others", n - (MOST_BARS - 1));
    rest.name = self->others;
    g_array_set_size (self->bars, MOST_BARS - 1);
    g_array_append_val (self->bars, rest);
  }
  rest = (Bar){ "all together", scrutiny_mix_get_rate_part (mix), scrutiny_mix_get_mix_part (mix) };
  g_array_append_val (self->bars, rest);
}

static void
scale_bars (Drawing *self)
{
  double low = 0, high = 0;

  for (guint i = 0; i < self->bars->len; i++) {
    const Bar *bar = &g_array_index (self->bars, Bar, i);

    low = MIN (low, MIN (bar->rate, bar->mix));
    high = MAX (high, MAX (bar->rate, bar->mix));
  }
  self->plot.axis = axis_cover (low, high, MOST_TICKS);
  self->height = (BOTTOM - TOP) / self->bars->len;
}

static void
draw_ticks (const Drawing *self)
{
  const Axis *axis = &self->plot.axis;

  for (guint i = 0; i < axis->n_ticks; i++) {
    const double tick = axis_tick (axis, i), x = x_of (self, tick);

    svg_plot_append_line (&self->plot, "grid", x, TOP, x, BOTTOM);
    svg_plot_open_text (&self->plot, "tick", "middle", x, BOTTOM + 18);
    svg_plot_append_number (&self->plot, tick, axis->decimals);
    g_string_append (self->plot.out, "</text>");
  }
  svg_plot_append_line (&self->plot, "base", x_of (self, 0), TOP, x_of (self, 0), BOTTOM);
}

static void
draw_box (const Drawing *self, const char *style, double x, double y, double width, double height)
{
  g_string_append_printf (self->plot.out, "<rect class=\"%s\"", style);
  svg_append_attribute (self->plot.out, "x", x);
  svg_append_attribute (self->plot.out, "y", y);
  svg_append_attribute (self->plot.out, "width", width);
  svg_append_attribute (self->plot.out, "height", height);
  g_string_append (self->plot.out, "/>");
}

static void
draw_bar (const Drawing *self, const char *style, double value, double y, double height)
{
  const double zero = x_of (self, 0), x = x_of (self, value);

  draw_box (self, style, MIN (zero, x), y, fabs (x - zero), height);
}

static void
draw_pair (const Drawing *self, guint i)
{
  const Bar *bar = &g_array_index (self->bars, Bar, i);
  const double thick = MIN (self->height * 0.38, 10), middle = TOP + (i + 0.5) * self->height;
  g_autofree char *name = printable_dup (bar->name, LONGEST_NAME);

  svg_plot_open_text (&self->plot, i + 1 == self->bars->len ? "note" : "lab", "end", NAMES_END,
                      middle + 4);
  escape_html (self->plot.out, name);
  g_string_append (self->plot.out, "</text>");
  draw_bar (self, "pt", bar->rate, middle - thick, thick);
  draw_bar (self, "open", bar->mix, middle, thick);
}

static void
draw_key (const Drawing *self)
{
  static const char *const words[] = { "within the part", "by its share of the whole" };
  const double middle = (BARS_LEFT + BARS_RIGHT) / 2;

  for (guint k = 0; k < 2; k++) {
    const double x = k ? middle - 40 : BARS_LEFT;

    draw_box (self, k ? "open" : "pt", x, 8, 10, 10);
    svg_plot_open_text (&self->plot, "lab", "start", x + 16, 17);
    g_string_append_printf (self->plot.out, "%s</text>", words[k]);
  }
}

void
svg_mix_append (GString *out, ScrutinyMix *mix, const SvgChartLabels *labels)
{
  Drawing self = { .plot.out = out, .plot.unit = "" };
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (Bar));

  svg_open (out, labels);
  self.bars = bars;
  if (scrutiny_table_get_n_rows (scrutiny_mix_get_segments (mix)) > 0) {
    collect_bars (&self, mix);
    scale_bars (&self);
    draw_key (&self);
    draw_ticks (&self);
    for (guint i = 0; i < bars->len; i++)
      draw_pair (&self, i);
  }
  g_string_append (out, "</svg>");
  g_free (self.others);
}
