/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-composite.h"

#include <scrutiny/finding.h>

#include "base/finding-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "report/axis.h"
#include "report/escape.h"
#include "report/svg-frame.h"
#include "report/svg-plot.h"

#include <math.h>

#define MOST_COMPONENTS 9
#define MOST_UNITS 11
#define LONGEST_NAME 16
#define MOST_TICKS 5

/* Components to the left, with a bar and a rate each; units to the right, with their places. */
static const double NAMES_END = 122, BARS_LEFT = 130, BARS_RIGHT = 208, RATES_LEFT = 220;
static const double UNITS_END = 440, PLACES_LEFT = 452, PLACES_RIGHT = 626;
static const double HEAD = 14, UNDER_HEAD = 29, TOP = 38, BOTTOM = 202;
static const double DOT = 3.5;

typedef struct {
  SvgPlot plot;
  ScrutinyTable *units, *components;
  const char *asked;  /* the unit that the sentence is about */
  guint *shown_units; /* rows of units, the first place first */
  guint n_shown;
} Drawing;

static const double *
column (ScrutinyTable *table, const char *name)
{
  return scrutiny_table_get_doubles (table, name, NULL);
}

static void
write_text (const Drawing *self,
            const char *style,
            const char *anchor,
            double x,
            double y,
            const char *text)
{
  svg_plot_open_text (&self->plot, style, anchor, x, y);
  escape_html (self->plot.out, text);
  g_string_append (self->plot.out, "</text>");
}

static void
write_name (const Drawing *self, const char *style, double x, double y, const char *name)
{
  g_autofree char *shown = printable_dup (name, LONGEST_NAME);

  write_text (self, style, "end", x, y, shown);
}

/* --- Components ---------------------------------------------------------------------------- */

/* How far the score moves where the component goes from its lowest value to its highest. */
static double
reach_of (const Drawing *self, guint row)
{
  return column (self->components, "worth")[row] *
         (column (self->components, "high")[row] - column (self->components, "low")[row]);
}

static guint
find_largest (const Drawing *self, guint n)
{
  guint found = 0;

  for (guint row = 1; row < n; row++)
    if (reach_of (self, row) > reach_of (self, found))
      found = row;

  return found;
}

static void
draw_bar (const Drawing *self, double y, double height, double part)
{
  g_string_append (self->plot.out, "<rect class=\"bar\"");
  svg_append_attribute (self->plot.out, "x", BARS_LEFT);
  svg_append_attribute (self->plot.out, "y", y - height / 2);
  svg_append_attribute (self->plot.out, "width", part * (BARS_RIGHT - BARS_LEFT));
  svg_append_attribute (self->plot.out, "height", height);
  g_string_append (self->plot.out, "/>");
}

/* “1 = 30 of it”: three digits tell enough. */
static void
write_rate (const Drawing *self, double y, double rate)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE], text[NUMBER_TEXT_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.3g", rate);
  svg_plot_open_text (&self->plot, "lab", "start", RATES_LEFT, y);
  g_string_append (self->plot.out, number_format (g_ascii_strtod (digits, NULL), text));
  g_string_append (self->plot.out, "</text>");
}

static void
draw_components (const Drawing *self)
{
  const guint n_all = (guint) scrutiny_table_get_n_rows (self->components);
  const guint n = MIN (n_all, MOST_COMPONENTS), largest = find_largest (self, n_all);
  const char *const *names = scrutiny_table_get_texts (self->components, "component");
  const double *worth = column (self->components, "worth");
  const double height = (BOTTOM - TOP) / n;
  g_autofree char *shown = printable_dup (names[largest], LONGEST_NAME);
  g_autofree char *of = g_strdup_printf ("of “%s”", shown);

  write_text (self, "lab", "start", BARS_LEFT, HEAD, "moves the");
  write_text (self, "lab", "start", BARS_LEFT, UNDER_HEAD, "score by");
  write_text (self, "lab", "start", RATES_LEFT, HEAD, "one is worth");
  write_text (self, "lab", "start", RATES_LEFT, UNDER_HEAD, of);
  for (guint row = 0; row < n; row++) {
    const double y = TOP + (row + 0.5) * height;

    write_name (self, row == largest ? "note" : "lab", NAMES_END, y + 4, names[row]);
    draw_bar (self, y, MIN (height * 0.6, 12), reach_of (self, row) / reach_of (self, largest));
    write_rate (self, y + 4, worth[row] / worth[largest]);
  }
  if (n < n_all) {
    g_autofree char *more = g_strdup_printf ("%u of %u components", n, n_all);
    write_text (self, "tick", "start", BARS_LEFT, BOTTOM + 18, more);
  }
}

/* --- Places -------------------------------------------------------------------------------- */

static gint
by_place (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Drawing *self = user_data;
  const guint first = *(const guint *) a, second = *(const guint *) b;
  const double *places = column (self->units, "place");

  return places[first] != places[second] ? (places[first] > places[second] ? 1 : -1)
                                         : (first > second) - (first < second);
}

static gboolean
is_asked (const Drawing *self, guint row)
{
  return g_strcmp0 (scrutiny_table_get_texts (self->units, "unit")[row], self->asked) == 0;
}

/* All of few; of many the first, the last and some between, evenly, and the one asked about in
 * place of the nearest.
 */
static void
choose_units (Drawing *self)
{
  const guint n = (guint) scrutiny_table_get_n_rows (self->units);
  g_autofree guint *order = g_new (guint, n + 1);

  self->n_shown = MIN (n, MOST_UNITS);
  self->shown_units = g_new (guint, self->n_shown + 1);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, by_place, self);
  for (guint k = 0; k < self->n_shown; k++)
    self->shown_units[k] = order[n == self->n_shown ? k : k * (n - 1) / (self->n_shown - 1)];
  for (guint i = 0; i < n; i++)
    if (is_asked (self, order[i]))
      self->shown_units[(i * (self->n_shown - 1) + (n - 1) / 2) / MAX (n - 1, 1)] = order[i];
}

static double
x_of (const Drawing *self, double place)
{
  const double n = (double) scrutiny_table_get_n_rows (self->units);

  return PLACES_LEFT + (place - 1) / (n - 1) * (PLACES_RIGHT - PLACES_LEFT);
}

static void
draw_tick (const Drawing *self, double place)
{
  const double x = x_of (self, place);

  svg_plot_append_line (&self->plot, "grid", x, TOP, x, BOTTOM);
  svg_plot_open_text (&self->plot, "tick", "middle", x, BOTTOM + 18);
  svg_plot_append_number (&self->plot, place, 0);
  g_string_append (self->plot.out, "</text>");
}

/* The first place, and round numbers that leave it room. */
static void
draw_ticks (const Drawing *self)
{
  const double n = (double) scrutiny_table_get_n_rows (self->units);
  const Axis axis = axis_cover (0, n, MOST_TICKS);

  draw_tick (self, 1);
  for (guint i = 0; i < axis.n_ticks; i++) {
    const double tick = axis_tick (&axis, i);

    if (tick == floor (tick) && tick <= n && x_of (self, tick) > PLACES_LEFT + 12)
      draw_tick (self, tick);
  }
}

static void
draw_unit (const Drawing *self, guint row, double y)
{
  const double low = column (self->units, "low")[row], high = column (self->units, "high")[row];

  write_name (self, is_asked (self, row) ? "note" : "lab", UNITS_END, y + 4,
              scrutiny_table_get_texts (self->units, "unit")[row]);
  svg_plot_append_line (&self->plot, "base", x_of (self, low), y, x_of (self, high), y);
  g_string_append (self->plot.out, "<circle class=\"open\"");
  svg_append_attribute (self->plot.out, "cx", x_of (self, column (self->units, "place")[row]));
  svg_append_attribute (self->plot.out, "cy", y);
  svg_append_attribute (self->plot.out, "r", DOT);
  g_string_append (self->plot.out, "/>");
}

static void
draw_units (Drawing *self)
{
  const guint n = (guint) scrutiny_table_get_n_rows (self->units);
  const double height = (BOTTOM - TOP) / MAX (self->n_shown, 1);

  write_text (self, "lab", "start", PLACES_LEFT - 4, HEAD, "number, and from what");
  write_text (self, "lab", "start", PLACES_LEFT - 4, UNDER_HEAD, "to what with other weights");
  draw_ticks (self);
  for (guint k = 0; k < self->n_shown; k++)
    draw_unit (self, self->shown_units[k], TOP + (k + 0.5) * height);
  if (self->n_shown < n) {
    g_autofree char *some = g_strdup_printf ("%u of %u", self->n_shown, n);
    write_text (self, "tick", "end", UNITS_END, BOTTOM + 18, some);
  }
}

/* Whom the sentence about places names. */
static char *
dup_asked (ScrutinyComposite *composite)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (composite));

  for (guint i = 0; i < findings->len; i++) {
    GVariant *unit = scrutiny_finding_find_fact (findings->pdata[i], "unit");

    if (unit && g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), "composite.places"))
      return g_variant_dup_string (unit, NULL);
  }

  return NULL;
}

void
svg_composite_append (GString *out, ScrutinyComposite *composite, const SvgChartLabels *labels)
{
  g_autofree char *asked = dup_asked (composite);
  Drawing self = { .plot.out = out,
                   .plot.unit = "",
                   .asked = asked,
                   .units = scrutiny_composite_get_units (composite),
                   .components = scrutiny_composite_get_components (composite) };

  svg_open (out, labels);
  if (scrutiny_table_get_n_rows (self.units) > 1) {
    choose_units (&self);
    draw_components (&self);
    draw_units (&self);
  }
  g_string_append (out, "</svg>");
  g_free (self.shown_units);
}
