/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-tables.h"

#include <math.h>
#include <string.h>

/* Takes @copy. */
static ScrutinyTable *
with_doubles_take (ScrutinyTable *table, const char *name, double *copy, gsize n)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (copy, n * sizeof (double));
  ScrutinyTable *added = scrutiny_table_copy_with_doubles (table, name, bytes, NULL);
  g_object_unref (table);

  return added;
}

static ScrutinyTable *
with_doubles (ScrutinyTable *table, const char *name, const double *values, gsize n)
{
  double *copy = g_new (double, n);

  if (n > 0)
    memcpy (copy, values, n * sizeof *copy);

  return with_doubles_take (table, name, copy, n);
}

/* Values or lines of a chart, in the unit of the series. */
static ScrutinyTable *
with_numbers (ScrutinyTable *table, const char *name, const ChartLines *lines, const double *values)
{
  double *copy = g_new (double, lines->n);

  for (gsize i = 0; i < lines->n; i++)
    copy[i] = chart_lines_show (lines, values[i]);

  return with_doubles_take (table, name, copy, lines->n);
}

static ScrutinyTable *
with_texts (ScrutinyTable *table, const char *name, char **texts)
{
  ScrutinyTable *added =
      scrutiny_table_copy_with_texts (table, name, (const char *const *) texts, NULL);

  g_object_unref (table);

  return added;
}

static char **
dup_labels (ScrutinyTimeline *timeline, gsize n)
{
  char **labels = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    labels[i] = scrutiny_timeline_dup_label (timeline, i);

  return labels;
}

/* The states' names are lent by the series: only the list is ours. */
static ScrutinyTable *
with_states (ScrutinyTable *table, ScrutinySeries *series, gsize n)
{
  g_autofree const char **states = g_new0 (const char *, n + 1);

  for (gsize i = 0; i < n; i++)
    states[i] = scrutiny_series_get_state (series, i);

  return with_texts (table, "state", (char **) states);
}

typedef enum {
  MARK_POSITION,
  MARK_PHASE,
  MARK_USED,
  MARK_EXCLUDED,
  MARK_SCREENED,
} Mark;

static ScrutinyTable *
with_marks (ScrutinyTable *table, const char *name, const DrawnChart *self, Mark mark)
{
  const gsize n = self->layout->n;
  g_autofree double *marks = g_new (double, n);
  guint phase = 0;

  for (gsize i = 0; i < n; i++) {
    if (i >= g_array_index (self->layout->stretches, ChartStretch, phase).end)
      phase++;
    marks[i] = mark == MARK_POSITION   ? (double) i
               : mark == MARK_PHASE    ? phase
               : mark == MARK_USED     ? self->lines->used[i]
               : mark == MARK_SCREENED ? self->lines->screened[i]
                                       : self->layout->excluded[i];
  }

  return with_doubles (table, name, marks, n);
}

ScrutinyTable *
chart_tables_make_points (const DrawnChart *self)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->series);
  const ChartLines *lines = self->lines;
  const gsize n = self->layout->n;
  g_auto (GStrv) periods = scrutiny_timeline_dup_texts (timeline);
  g_auto (GStrv) labels = dup_labels (timeline, n);
  ScrutinyTable *table = scrutiny_table_new ();

  table = with_marks (table, "i", self, MARK_POSITION);
  table = with_texts (table, "period", periods);
  table = with_texts (table, "label", labels);
  table = lines->is_own
              ? with_numbers (table, "value", lines, lines->values)
              : with_doubles (table, "value", scrutiny_series_get_values (self->series, NULL), n);
  table = with_states (table, self->series, n);
  table = with_numbers (table, "centre", lines, lines->centre);
  table = with_numbers (table, "lower", lines, lines->lower);
  table = with_numbers (table, "upper", lines, lines->upper);
  table = with_marks (table, "phase", self, MARK_PHASE);
  table = with_marks (table, "used", self, MARK_USED);
  table = with_marks (table, "excluded", self, MARK_EXCLUDED);
  table = with_marks (table, "screened", self, MARK_SCREENED);
  if (lines->down)
    table = with_numbers (table, "value_down", lines, lines->down);

  return table;
}

/* One number of each phase, by a function of its estimate. */
typedef double (*EstimateNumber) (const ChartEstimate *estimate, const ChartLines *lines);

static double
number_used (const ChartEstimate *estimate, const ChartLines *lines)
{
  return estimate->n_used;
}

static double
number_centre (const ChartEstimate *estimate, const ChartLines *lines)
{
  return chart_lines_show (lines, estimate->centre);
}

static double
number_sigma (const ChartEstimate *estimate, const ChartLines *lines)
{
  return estimate->sigma * lines->unit;
}

static double
number_dispersion (const ChartEstimate *estimate, const ChartLines *lines)
{
  return estimate->dispersion;
}

static double
number_useful (const ChartEstimate *estimate, const ChartLines *lines)
{
  return (double) estimate->runs.useful;
}

static double
number_longest (const ChartEstimate *estimate, const ChartLines *lines)
{
  return (double) estimate->runs.longest;
}

static double
number_longest_max (const ChartEstimate *estimate, const ChartLines *lines)
{
  return (double) kernel_longest_run_limit (estimate->runs.useful);
}

static double
number_crossings (const ChartEstimate *estimate, const ChartLines *lines)
{
  return (double) estimate->runs.crossings;
}

static double
number_crossings_min (const ChartEstimate *estimate, const ChartLines *lines)
{
  return (double) kernel_crossings_limit (estimate->runs.chances);
}

static double
number_slope (const ChartEstimate *estimate, const ChartLines *lines)
{
  return estimate->slope * lines->unit;
}

static double
number_screened (const ChartEstimate *estimate, const ChartLines *lines)
{
  return (double) estimate->ranges.n_dropped;
}

static const struct {
  const char *name;
  EstimateNumber number;
} phase_columns[] = {
  { "n_used", number_used },
  { "centre", number_centre },
  { "sigma", number_sigma },
  { "dispersion", number_dispersion },
  { "useful", number_useful },
  { "longest", number_longest },
  { "longest_max", number_longest_max },
  { "crossings", number_crossings },
  { "crossings_min", number_crossings_min },
  { "slope", number_slope },
  { "screened", number_screened },
};

static char **
dup_phase_ends (const DrawnChart *self, gboolean last)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->series);
  const GArray *stretches = self->layout->stretches;
  char **texts = g_new0 (char *, stretches->len + 1);

  for (guint k = 0; k < stretches->len; k++) {
    const ChartStretch *stretch = &g_array_index (stretches, ChartStretch, k);
    texts[k] = scrutiny_timeline_dup_text (timeline, last ? stretch->end - 1 : stretch->first);
  }

  return texts;
}

/* What was asked for and not done, and why. */
static const char *
note_of (const ChartDrawing *drawing, const ChartEstimate *estimate)
{
  if (!estimate->kept_ranges)
    return "";
  if (drawing->screen > 0)
    return "leaving out large moving ranges would have left no movement, so all were kept";

  return "more than half of the moving ranges are 0, so their mean was used in place of the median";
}

static ScrutinyTable *
with_notes (ScrutinyTable *table, const DrawnChart *self)
{
  const GArray *estimates = self->lines->estimates;
  g_autofree const char **notes = g_new0 (const char *, estimates->len + 1);

  for (guint k = 0; k < estimates->len; k++)
    notes[k] = note_of (self->drawing, &g_array_index (estimates, ChartEstimate, k));

  return with_texts (table, "note", (char **) notes);
}

ScrutinyTable *
chart_tables_make_phases (const DrawnChart *self)
{
  const GArray *estimates = self->lines->estimates;
  g_auto (GStrv) firsts = dup_phase_ends (self, FALSE);
  g_auto (GStrv) lasts = dup_phase_ends (self, TRUE);
  g_autofree double *numbers = g_new (double, estimates->len);
  ScrutinyTable *table = scrutiny_table_new ();

  table = with_texts (table, "first", firsts);
  table = with_texts (table, "last", lasts);
  for (guint c = 0; c < G_N_ELEMENTS (phase_columns); c++) {
    for (guint k = 0; k < estimates->len; k++)
      numbers[k] =
          phase_columns[c].number (&g_array_index (estimates, ChartEstimate, k), self->lines);
    table = with_doubles (table, phase_columns[c].name, numbers, estimates->len);
  }

  return with_notes (table, self);
}
