/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-funnel.h"

#include "base/number.h"
#include "base/printable.h"
#include "report/escape.h"
#include "report/label-room.h"
#include "report/svg-frame.h"
#include "report/svg-plot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_TICKS 5
#define LONGEST_NAME 24

static const double POINT = 2.2, DIAMOND = 4.2, LABEL_GAP = 14;

typedef struct {
  SvgPlot plot;
  Axis across;
  gsize n;
  const char *const *names;
  const double *sizes, *values, *outside;
  gsize n_steps;
  const double *steps, *lower95, *upper95, *lower998, *upper998;
  double centre;
} Drawing;

/* --- Where things are ------------------------------------------------------------------ */

static double
x_of (const Drawing *self, double size)
{
  const double share = (size - self->across.first) / (self->across.last - self->across.first);

  return SVG_LEFT + share * (SVG_RIGHT - SVG_LEFT);
}

/* Limits of small areas may leave the drawing: they end at its edge. */
static double
y_of (const Drawing *self, double value)
{
  return CLAMP (svg_plot_y (&self->plot, value), SVG_TOP, SVG_BOTTOM);
}

static gboolean
is_drawn (const Drawing *self, gsize i)
{
  return !isnan (self->values[i]) && !isnan (self->sizes[i]);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
middle_size (const Drawing *self)
{
  g_autofree double *sizes = g_new (double, self->n + 1);
  gsize n = 0;

  for (gsize i = 0; i < self->n; i++)
    if (is_drawn (self, i))
      sizes[n++] = self->sizes[i];
  qsort (sizes, n, sizeof *sizes, compare_numbers);

  return n ? sizes[n / 2] : NAN;
}

/* All values, and the limits of an area of middling size. */
static void
scale (Drawing *self)
{
  const double middle = middle_size (self);
  double low = self->centre, high = self->centre, largest = 0;

  for (gsize i = 0; i < self->n; i++) {
    if (!is_drawn (self, i))
      continue;
    low = fmin (low, self->values[i]);
    high = fmax (high, self->values[i]);
    largest = fmax (largest, self->sizes[i]);
  }
  for (gsize i = 0; i < self->n_steps; i++) {
    if (self->steps[i] < middle)
      continue;
    low = fmin (low, self->lower998[i]);
    high = fmax (high, self->upper998[i]);
  }
  self->plot.axis = axis_cover (low, high, MOST_TICKS);
  self->across = axis_cover (0, largest, MOST_TICKS);
}

/* --- Limits ------------------------------------------------------------------------------ */

static void
append_corner (const Drawing *self, char letter, gsize step, const double *limit)
{
  g_string_append_c (self->plot.out, letter);
  svg_append_coordinate (self->plot.out, x_of (self, self->steps[step]));
  g_string_append_c (self->plot.out, ' ');
  svg_append_coordinate (self->plot.out, y_of (self, limit[step]));
}

static void
draw_band (const Drawing *self)
{
  g_string_append (self->plot.out, "<path class=\"band\" d=\"");
  for (gsize i = 0; i < self->n_steps; i++)
    append_corner (self, i ? 'L' : 'M', i, self->upper998);
  for (gsize i = self->n_steps; i-- > 0;)
    append_corner (self, 'L', i, self->lower998);
  g_string_append (self->plot.out, "z\"/>");
}

/* What lies at the edge of the drawing is no limit. */
static gboolean
is_inside (const Drawing *self, double value)
{
  return value >= self->plot.axis.first && value <= self->plot.axis.last;
}

static void
draw_limit (const Drawing *self, const char *style, const double *limit)
{
  gboolean is_joined = FALSE;

  g_string_append_printf (self->plot.out, "<path class=\"%s\" d=\"", style);
  for (gsize i = 0; i < self->n_steps; i++) {
    if (is_inside (self, limit[i]))
      append_corner (self, is_joined ? 'L' : 'M', i, limit);
    is_joined = is_inside (self, limit[i]);
  }
  g_string_append (self->plot.out, "\"/>");
}

static void
draw_limits (const Drawing *self)
{
  draw_limit (self, "edge", self->lower998);
  draw_limit (self, "edge", self->upper998);
  draw_limit (self, "inner", self->lower95);
  draw_limit (self, "inner", self->upper95);
  svg_plot_append_line (&self->plot, "base", SVG_LEFT, y_of (self, self->centre), SVG_RIGHT,
                        y_of (self, self->centre));
}

/* --- Areas --------------------------------------------------------------------------------- */

static void
draw_diamond (const Drawing *self, double x, double y)
{
  g_string_append (self->plot.out, "<path class=\"out\" d=\"M");
  svg_append_coordinate (self->plot.out, x);
  g_string_append_c (self->plot.out, ' ');
  svg_append_coordinate (self->plot.out, y - DIAMOND);
  for (guint side = 0; side < 3; side++) {
    static const int dx[] = { 1, -1, -1 }, dy[] = { 1, 1, -1 };

    g_string_append_c (self->plot.out, 'l');
    svg_append_coordinate (self->plot.out, dx[side] * DIAMOND);
    g_string_append_c (self->plot.out, ' ');
    svg_append_coordinate (self->plot.out, dy[side] * DIAMOND);
  }
  g_string_append (self->plot.out, "z\"/>");
}

static void
draw_area (const Drawing *self, gsize i)
{
  const double x = x_of (self, self->sizes[i]), y = y_of (self, self->values[i]);

  if (self->outside[i] != 0) {
    draw_diamond (self, x, y);
    return;
  }
  g_string_append (self->plot.out, "<circle class=\"pt\"");
  svg_append_attribute (self->plot.out, "cx", x);
  svg_append_attribute (self->plot.out, "cy", y);
  svg_append_attribute (self->plot.out, "r", POINT);
  g_string_append (self->plot.out, "/>");
}

static void
draw_areas (const Drawing *self)
{
  for (guint is_outside = 0; is_outside < 2; is_outside++)
    for (gsize i = 0; i < self->n; i++)
      if (is_drawn (self, i) && (self->outside[i] != 0) == is_outside)
        draw_area (self, i);
}

/* Those furthest from the middle first: where there is no room for all, they are named. */
static int
compare_distance (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Drawing *self = user_data;
  const double x = fabs (self->values[*(const gsize *) a] - self->centre);
  const double y = fabs (self->values[*(const gsize *) b] - self->centre);

  return x == y ? *(const gsize *) a < *(const gsize *) b ? -1 : 1 : (x < y) - (x > y);
}

static void
draw_name (const Drawing *self, LabelRoom *room, gsize i)
{
  g_autofree char *name = printable_dup (self->names[i], LONGEST_NAME);
  const double x = x_of (self, self->sizes[i]), y = y_of (self, self->values[i]);
  LabelPlace place;

  if (!label_room_find (room, x, y, (gsize) g_utf8_strlen (name, -1), &place))
    return;
  svg_plot_open_text (&self->plot, "lab", place.anchor, place.x, place.y);
  escape_html (self->plot.out, name);
  g_string_append (self->plot.out, "</text>");
}

static void
draw_names (Drawing *self)
{
  g_autoptr (LabelRoom) room = label_room_new (SVG_LEFT, SVG_TOP - 8, SVG_RIGHT, SVG_BOTTOM + 5);
  g_autofree gsize *order = g_new (gsize, self->n + 1);
  gsize n = 0;

  for (gsize i = 0; i < self->n; i++) {
    if (!is_drawn (self, i))
      continue;
    label_room_block (room, x_of (self, self->sizes[i]), y_of (self, self->values[i]),
                      self->outside[i] != 0 ? DIAMOND : POINT);
    if (self->outside[i] != 0)
      order[n++] = i;
  }
  g_qsort_with_data (order, (int) n, sizeof *order, compare_distance, self);
  for (gsize i = 0; i < n; i++)
    draw_name (self, room, order[i]);
}

/* --- Words beside it --------------------------------------------------------------------- */

/* 1,234,000 */
static void
append_grouped (GString *out, double number, guint decimals)
{
  char text[NUMBER_TEXT_SIZE * 12];
  const gsize whole = strcspn (number_format_fixed (number, decimals, text), ".");

  for (gsize i = 0; text[i]; i++) {
    if (i > 0 && i < whole && (whole - i) % 3 == 0)
      g_string_append_c (out, ',');
    g_string_append_c (out, text[i]);
  }
}

static const char *
unit_of (ScrutinyComparison *comparison)
{
  static const char *const units[][2] = { { "proportion", "cases" },
                                          { "rate", "people" },
                                          { "ratio", "expected" },
                                          { "standardised", "people" },
                                          { "value", "standard error" } };
  const char *kind = scrutiny_comparison_get_kind (comparison);

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i][0], kind))
      return units[i][1];

  return "";
}

static void
draw_sizes (const Drawing *self, ScrutinyComparison *comparison)
{
  for (guint i = 0; i < self->across.n_ticks; i++) {
    const double tick = axis_tick (&self->across, i);

    svg_plot_open_text (&self->plot, "tick", "middle", x_of (self, tick), SVG_BOTTOM + 18);
    append_grouped (self->plot.out, tick, self->across.decimals);
    g_string_append (self->plot.out, "</text>");
  }
  svg_plot_open_text (&self->plot, "tick", "end", SVG_WIDTH - 8, SVG_BOTTOM + 18);
  g_string_append_printf (self->plot.out, "%s</text>", unit_of (comparison));
}

static void
draw_side_label (const Drawing *self, double y, const char *words)
{
  svg_plot_open_text (&self->plot, "lab", "start", SVG_LABEL_X, y + 4);
  g_string_append_printf (self->plot.out, "%s</text>", words);
}

/* Beside the right ends of the lines, kept apart. */
static void
draw_side_labels (const Drawing *self)
{
  const gsize last = self->n_steps - 1;
  const double centre = y_of (self, self->centre);
  const double inner = fmin (y_of (self, self->upper95[last]), centre - LABEL_GAP);
  const double outer = fmin (y_of (self, self->upper998[last]), inner - LABEL_GAP);

  svg_plot_open_text (&self->plot, "lab", "start", SVG_LABEL_X, centre + 4);
  svg_plot_append_number (&self->plot, self->centre, self->plot.axis.decimals + 1);
  g_string_append (self->plot.out, " all together</text>");
  draw_side_label (self, inner, "95 in 100 within");
  draw_side_label (self, outer, "998 in 1,000 within");
}

/* -------------------------------------------------------------------------------------------- */

static void
load (Drawing *self, ScrutinyComparison *comparison)
{
  ScrutinyTable *areas = scrutiny_comparison_get_areas (comparison);
  ScrutinyTable *funnel = scrutiny_comparison_get_funnel (comparison);
  const gboolean is_percent =
      g_str_equal (scrutiny_comparison_get_kind (comparison), "proportion") &&
      scrutiny_comparison_get_scale (comparison) == 100;

  self->plot.unit = is_percent ? "%" : "";
  self->centre = scrutiny_comparison_get_centre (comparison);
  self->steps = scrutiny_table_get_doubles (funnel, "denominator", &self->n_steps);
  self->lower95 = scrutiny_table_get_doubles (funnel, "lower95", NULL);
  self->upper95 = scrutiny_table_get_doubles (funnel, "upper95", NULL);
  self->lower998 = scrutiny_table_get_doubles (funnel, "lower998", NULL);
  self->upper998 = scrutiny_table_get_doubles (funnel, "upper998", NULL);
  self->sizes = scrutiny_table_get_doubles (areas, "denominator", &self->n);
  self->values = scrutiny_table_get_doubles (areas, "value", NULL);
  self->outside = scrutiny_table_get_doubles (areas, "outside998", NULL);
  self->names = scrutiny_table_get_texts (areas, "area");
}

void
svg_funnel_append (GString *out, ScrutinyComparison *comparison, const SvgChartLabels *labels)
{
  Drawing self = { .plot.out = out };

  svg_open (out, labels);
  if (scrutiny_table_get_n_rows (scrutiny_comparison_get_funnel (comparison)) > 1) {
    load (&self, comparison);
    scale (&self);
    draw_band (&self);
    svg_plot_draw_grid (&self.plot);
    draw_limits (&self);
    draw_areas (&self);
    draw_names (&self);
    draw_sizes (&self, comparison);
    draw_side_labels (&self);
  }
  g_string_append (out, "</svg>");
}
