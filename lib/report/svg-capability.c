/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-capability.h"

#include <scrutiny/timeline.h>

#include "base/civil.h"
#include "report/svg-frame.h"
#include "report/svg-plot.h"

#include <math.h>
#include <stdlib.h>

static const int MOST_MONTHS = 5;
static const double RADIUS = 1.8, LABEL_GAP = 13;

typedef struct {
  SvgPlot plot;
  double first_day, last_day;
  ScrutinyTable *stretches, *blocks;
} Drawing;

static const double *
numbers_of (ScrutinyTable *table, const char *column)
{
  return scrutiny_table_get_doubles (table, column, NULL);
}

/* Days from 1 January 1970, of a column of 2024-03-31. */
static double
day_of (ScrutinyTable *table, const char *column, gsize row)
{
  const char *text = scrutiny_table_get_texts (table, column)[row];

  return (double) civil_to_days (atoi (text), atoi (text + 5), atoi (text + 8));
}

static double
x_of (const Drawing *self, double day)
{
  return SVG_LEFT +
         (day - self->first_day) / (self->last_day - self->first_day) * (SVG_RIGHT - SVG_LEFT);
}

/* A level holds from the morning of its first day to the evening of its last. */
static void
draw_levels (const Drawing *self, const char *style, const char *column)
{
  const double *levels = numbers_of (self->stretches, column);

  for (gsize k = 0; k < scrutiny_table_get_n_rows (self->stretches); k++) {
    const double y = svg_plot_y (&self->plot, levels[k]);

    svg_plot_append_line (&self->plot, style, x_of (self, day_of (self->stretches, "first", k)), y,
                          x_of (self, day_of (self->stretches, "last", k) + 1), y);
  }
}

static void
draw_blocks (const Drawing *self)
{
  const double *centres = numbers_of (self->blocks, "centre");

  for (gsize i = 0; i < self->plot.n; i++) {
    const double first = day_of (self->blocks, "first", i);
    const double after = day_of (self->blocks, "last", i) + 1;

    g_string_append (self->plot.out, "<circle class=\"pt\"");
    svg_append_attribute (self->plot.out, "cx", x_of (self, (first + after) / 2));
    svg_append_attribute (self->plot.out, "cy", svg_plot_y (&self->plot, centres[i]));
    svg_append_attribute (self->plot.out, "r", RADIUS);
    g_string_append (self->plot.out, "/>");
  }
}

static void
draw_label (const Drawing *self, double y, double days, const char *words)
{
  svg_plot_open_text (&self->plot, "lab", "start", SVG_LABEL_X, y + 4);
  svg_plot_append_number (&self->plot, days, days == round (days) || days >= 10 ? 0 : 1);
  g_string_append_printf (self->plot.out, " %s</text>", words);
}

/* Of the level in force; one that would stand on another is put beside it. */
static void
draw_labels (const Drawing *self, ScrutinyCapability *capability)
{
  const double upper = scrutiny_capability_get_upper (capability);
  const double centre = scrutiny_capability_get_centre (capability);
  const double lower = scrutiny_capability_get_lower (capability);
  const double top = svg_plot_y (&self->plot, upper);
  const double middle = fmax (svg_plot_y (&self->plot, centre), top + LABEL_GAP);
  const double bottom = fmax (svg_plot_y (&self->plot, lower), middle + LABEL_GAP);

  draw_label (self, top, upper, "highest as it goes");
  draw_label (self, middle, centre, "usual");
  draw_label (self, bottom, lower, "lowest as it goes");
}

static void
scale (Drawing *self)
{
  const gsize n = scrutiny_table_get_n_rows (self->stretches);
  const double *uppers = numbers_of (self->stretches, "upper");
  const double *centres = numbers_of (self->blocks, "centre");
  double highest = 0;

  for (gsize k = 0; k < n; k++)
    highest = fmax (highest, uppers[k]);
  for (gsize i = 0; i < self->plot.n; i++)
    highest = fmax (highest, centres[i]);
  self->first_day = day_of (self->blocks, "first", 0);
  self->last_day = day_of (self->blocks, "last", self->plot.n - 1) + 1;
  svg_plot_scale_values (&self->plot, 0, highest);
}

/* The first of a month below it, of every month or every few. */
static void
draw_months (const Drawing *self)
{
  const CivilDate first = civil_from_days ((gint64) self->first_day);
  const CivilDate last = civil_from_days ((gint64) self->last_day);
  const int n = 12 * (last.year - first.year) + last.month - first.month;
  const int step = 1 + (n - 1) / MOST_MONTHS;

  for (int k = 1; k <= n; k += step) {
    const int month = first.month - 1 + k, year = first.year + month / 12;
    const gint64 day = civil_to_days (year, month % 12 + 1, 1);
    g_autofree char *text = g_strdup_printf ("%04d-%02d", year, month % 12 + 1);
    g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (text, 1, NULL);
    g_autofree char *label = timeline ? scrutiny_timeline_dup_label (timeline, 0) : NULL;
    g_autofree char *brief = label ? svg_dup_short_label (label) : NULL;

    svg_plot_open_text (&self->plot, "tick", "middle", x_of (self, (double) day), SVG_BOTTOM + 22);
    g_string_append_printf (self->plot.out, "%s</text>", brief ? brief : text);
  }
}

static void
draw (Drawing *self, ScrutinyCapability *capability)
{
  g_autofree char *unit =
      g_strdelimit (g_strdup (scrutiny_capability_get_unit (capability)), "-", ' ');

  scale (self);
  svg_plot_draw_grid (&self->plot);
  draw_levels (self, "edge", "upper");
  draw_levels (self, "edge", "lower");
  draw_levels (self, "base", "centre");
  draw_blocks (self);
  draw_labels (self, capability);
  draw_months (self);
  svg_plot_open_text (&self->plot, "lab", "start", SVG_LEFT, SVG_TOP - 8);
  g_string_append_printf (self->plot.out, "%s that single cases lasted; dots are weeks</text>",
                          unit);
}

void
svg_capability_append (GString *out, ScrutinyCapability *capability, const SvgChartLabels *labels)
{
  Drawing self = { .plot.out = out,
                   .plot.unit = "",
                   .stretches = scrutiny_capability_get_stretches (capability),
                   .blocks = scrutiny_capability_get_blocks (capability) };

  svg_open (out, labels);
  self.plot.n = scrutiny_table_get_n_rows (self.blocks);
  if (self.plot.n > 0)
    draw (&self, capability);
  g_string_append (out, "</svg>");
}
