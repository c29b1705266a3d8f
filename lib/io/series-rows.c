/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/series-rows.h"

#include "base/number.h"
#include "base/timeline-private.h"

#include <math.h>
#include <string.h>

#define PERCENT 100.0

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const SeriesRow *first = a, *second = b;

  if (first->ordinal != second->ordinal)
    return first->ordinal < second->ordinal ? -1 : 1;

  return first->row < second->row ? -1 : first->row > second->row;
}

static gboolean
is_sorted (const SeriesRows *self)
{
  for (gsize i = 1; i < self->n_rows; i++)
    if (compare_rows (&self->rows[i - 1], &self->rows[i]) > 0)
      return FALSE;

  return TRUE;
}

static gboolean
same_number (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
says_the_same (const SeriesRow *a, const SeriesRow *b)
{
  return a->state == b->state && same_number (a->value, b->value) &&
         same_number (a->numerator, b->numerator) && same_number (a->denominator, b->denominator);
}

static void
merge (SeriesRows *self, SeriesRow *kept, const SeriesRow *again, gboolean *differs)
{
  g_autofree char *rows =
      g_strdup_printf ("rows %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT, kept->row, again->row);
  gboolean first = !*differs;

  if (says_the_same (kept, again) && first) {
    row_notes_add (self->notes, "a period a second time with the same figure, used once",
                   again->row, rows);
    return;
  }
  *differs = TRUE;
  row_notes_add (self->notes, "a period a second time with another figure, so neither was used",
                 again->row, rows);
}

/* Sorted rows with one row a period. */
static void
join_repeated (SeriesRows *self)
{
  gsize n = 0;
  gboolean differs = FALSE;

  for (gsize i = 0; i < self->n_rows; i++) {
    if (n == 0 || self->rows[n - 1].ordinal != self->rows[i].ordinal) {
      self->rows[n++] = self->rows[i];
      differs = FALSE;
      continue;
    }
    merge (self, &self->rows[n - 1], &self->rows[i], &differs);
    if (differs)
      self->rows[n - 1] =
          (SeriesRow){ self->rows[i].ordinal, self->rows[n - 1].row, NAN, NAN, NAN, NAN, NAN,
                       SERIES_MISSING };
  }
  self->n_rows = n;
}

/* Numerators become percentages of their denominators; what cannot is a gap. */
static void
make_ratios (SeriesRows *self)
{
  for (gsize i = 0; i < self->n_rows; i++) {
    SeriesRow *row = &self->rows[i];
    double factor = PERCENT / row->denominator;

    if (row->denominator > 0) {
      row->value *= factor;
      row->low *= factor;
      row->high *= factor;
      continue;
    }
    if (row->state != SERIES_MISSING)
      row_notes_add (self->notes, "no denominator above nought, so there is no share", row->row,
                     NULL);
    *row = (SeriesRow){ row->ordinal, row->row, NAN, NAN, NAN, NAN, NAN, SERIES_MISSING };
  }
}

/* Digits after the point that the values need to be written as published. */
static guint
count_decimals (double value)
{
  char text[NUMBER_TEXT_SIZE];
  const char *point = isnan (value) ? NULL : strchr (number_format (value, text), '.');

  return point && !strchr (point, 'e') ? (guint) strlen (point + 1) : 0;
}

/* Half the last printed digit, and a breath for binary fractions. */
static double
find_tolerance (const SeriesRows *self)
{
  guint most = 0;

  for (gsize i = 0; i < self->n_rows; i++)
    most = MAX (most, count_decimals (self->rows[i].value));

  return 0.5 * pow (10, -(double) MIN (most, 12)) * (1 + 1e-6);
}

static gboolean
has_counts (const SeriesRow *row)
{
  return !isnan (row->value) && row->numerator >= 0 && row->denominator > 0;
}

static gboolean
gives_value (const SeriesRow *row, double scale, double tolerance)
{
  double ratio = scale * row->numerator / row->denominator;

  return fabs (ratio - row->value) <= tolerance + 1e-9 * fabs (ratio);
}

/* The scale at which most rows' counts give their values; 0 if most do at none. */
static double
find_scale (const SeriesRows *self, double tolerance)
{
  static const double scales[] = { 100, 1, 1000, 10000, 100000, 1000000 };
  gsize n_counted = 0, best = 0;
  double scale = 0;

  for (gsize i = 0; i < self->n_rows; i++)
    n_counted += has_counts (&self->rows[i]);
  for (guint k = 0; k < G_N_ELEMENTS (scales); k++) {
    gsize n = 0;

    for (gsize i = 0; i < self->n_rows; i++)
      n += has_counts (&self->rows[i]) && gives_value (&self->rows[i], scales[k], tolerance);
    if (n > best) {
      best = n;
      scale = scales[k];
    }
  }

  return 2 * best > n_counted ? scale : 0;
}

static char *
dup_mismatch (const SeriesRow *row)
{
  char value[NUMBER_TEXT_SIZE], numerator[NUMBER_TEXT_SIZE], denominator[NUMBER_TEXT_SIZE];

  return g_strdup_printf ("%s is not %s of %s", number_format (row->value, value),
                          number_format (row->numerator, numerator),
                          number_format (row->denominator, denominator));
}

/* Whole numbers of which one is part of the other: what charts of proportions need. */
static gboolean
are_cases (const SeriesRows *self)
{
  gsize n = 0, n_whole = 0, n_above = 0;

  for (gsize i = 0; i < self->n_rows; i++) {
    const SeriesRow *row = &self->rows[i];

    if (!has_counts (row))
      continue;
    n++;
    n_whole +=
        floor (row->numerator) == row->numerator && floor (row->denominator) == row->denominator;
    n_above += row->numerator > row->denominator;
  }

  return n > 0 && n_whole == n && 2 * n_above <= n;
}

/* Drops counts that do not give the value, and says which. */
static void
check_rows (SeriesRows *self, double scale, double tolerance)
{
  for (gsize i = 0; i < self->n_rows; i++) {
    SeriesRow *row = &self->rows[i];
    g_autofree char *said = NULL;

    if (!has_counts (row)) {
      row->numerator = row->denominator = NAN;
      continue;
    }
    said = dup_mismatch (row);
    if (row->numerator > row->denominator && scale <= 100)
      row_notes_add (self->notes, "the numerator is above the denominator of a share", row->row,
                     said);
    if (gives_value (row, scale, tolerance))
      continue;
    row_notes_add (
        self->notes,
        "the value is not what its numerator and denominator give, so the value was used "
        "without them",
        row->row, said);
    row->numerator = row->denominator = NAN;
  }
}

/* A share of no cases is a gap, whatever was published of it. */
static void
drop_shares_of_nothing (SeriesRows *self)
{
  for (gsize i = 0; i < self->n_rows; i++) {
    SeriesRow *row = &self->rows[i];
    char text[NUMBER_TEXT_SIZE];

    if (row->denominator != 0 || isnan (row->value))
      continue;
    row_notes_add (self->notes,
                   "the denominator is nought, and of no cases there is no share, so the value was "
                   "not used",
                   row->row, number_format (row->value, text));
    *row = (SeriesRow){ row->ordinal, row->row, NAN, NAN, NAN, NAN, NAN, SERIES_MISSING };
  }
}

/* The scale of the counts that may be kept, 0 if none. */
static double
judge_counts (SeriesRows *self)
{
  double tolerance, scale;
  gsize first = 0;

  if (self->has_counts)
    drop_shares_of_nothing (self);
  while (first < self->n_rows && !has_counts (&self->rows[first]))
    first++;
  if (!self->has_counts || first == self->n_rows)
    return 0;

  tolerance = find_tolerance (self);
  scale = find_scale (self, tolerance);
  if (scale == 0) {
    g_autofree char *said = dup_mismatch (&self->rows[first]);

    row_notes_add (
        self->notes,
        "most values of a figure are not what their numerators and denominators give, so "
        "the values were used without them",
        self->rows[first].row, said);
    return 0;
  }
  if (!are_cases (self)) {
    row_notes_add (self->notes,
                   "numerators and denominators that do not count cases were left aside",
                   self->rows[first].row, NULL);
    return 0;
  }
  check_rows (self, scale, tolerance);

  return scale;
}

typedef struct {
  gsize n_fractions, n_percentages, n_others;
  double least_fraction, most_fraction;
  double least_percentage, most_percentage;
  gsize row; /* of a fraction */
} Scales;

static void
tally_scale (Scales *scales, const SeriesRow *row)
{
  double value = row->value;

  if (isnan (value) || value == 0)
    return;
  if (value > 0 && value <= 1 && count_decimals (value) > 0) {
    scales->least_fraction = scales->n_fractions ? MIN (scales->least_fraction, value) : value;
    scales->most_fraction = MAX (scales->most_fraction, value);
    scales->n_fractions++;
    scales->row = row->row;
  } else if (value > 1 && value <= 100) {
    scales->least_percentage =
        scales->n_percentages ? MIN (scales->least_percentage, value) : value;
    scales->most_percentage = MAX (scales->most_percentage, value);
    scales->n_percentages++;
  } else {
    scales->n_others++;
  }
}

/* 0.92 and 92 in one figure: both may be right, so nothing is changed.  A hundredfold jump
 * that lands among the other values is what gives it away.
 */
static void
note_mixed_scales (SeriesRows *self)
{
  Scales scales = { 0 };

  for (gsize i = 0; i < self->n_rows; i++)
    tally_scale (&scales, &self->rows[i]);
  if (scales.n_fractions > 0 && scales.n_percentages > 0 && scales.n_others == 0 &&
      scales.least_percentage > 10 * scales.most_fraction &&
      100 * scales.least_fraction >= scales.least_percentage / 1.5 &&
      100 * scales.most_fraction <= scales.most_percentage * 1.5)
    row_notes_add (
        self->notes,
        "a figure holds fractions such as 0.92 beside percentages such as 92; they are as "
        "published: ask which is meant",
        scales.row, NULL);
}

static gboolean
is_worth_it (const SeriesRows *self)
{
  for (gsize i = 0; i < self->n_rows; i++)
    if (self->rows[i].state != SERIES_MISSING)
      return TRUE;

  return FALSE;
}

#define COLUMN(self, field) column_new ((self), G_STRUCT_OFFSET (SeriesRow, field))

static GBytes *
column_new (const SeriesRows *self, gsize offset)
{
  double *values = g_new (double, self->n_rows);

  for (gsize i = 0; i < self->n_rows; i++)
    values[i] = G_STRUCT_MEMBER (double, &self->rows[i], offset);

  return g_bytes_new_take (values, self->n_rows * sizeof *values);
}

static GBytes *
states_new (const SeriesRows *self)
{
  guint8 *states = g_new (guint8, self->n_rows);

  for (gsize i = 0; i < self->n_rows; i++)
    states[i] = self->rows[i].state;

  return g_bytes_new_take (states, self->n_rows);
}

static gboolean
has_bounds (const SeriesRows *self)
{
  for (gsize i = 0; i < self->n_rows; i++)
    if (!isnan (self->rows[i].low) || !isnan (self->rows[i].high))
      return TRUE;

  return FALSE;
}

static ScrutinyTimeline *
timeline_new (const SeriesRows *self)
{
  gint64 *ordinals = g_new (gint64, self->n_rows);

  for (gsize i = 0; i < self->n_rows; i++)
    ordinals[i] = self->rows[i].ordinal;

  return scrutiny_timeline_new_take (self->like.calendar, self->like.window, self->like.length,
                                     g_bytes_new_take (ordinals, self->n_rows * sizeof *ordinals));
}

ScrutinySeries *
series_rows_end (SeriesRows *self, GError **error)
{
  SeriesColumns columns = { .unit = self->unit };
  g_autoptr (ScrutinyTimeline) timeline = NULL;

  if (!is_sorted (self))
    qsort (self->rows, self->n_rows, sizeof *self->rows, compare_rows);
  join_repeated (self);
  if (self->is_ratio)
    make_ratios (self);
  if (!is_worth_it (self))
    return NULL;

  columns.scale = judge_counts (self);
  if (columns.scale == 0) /* else the counts say what the values are */
    note_mixed_scales (self);
  timeline = timeline_new (self);
  columns.values = COLUMN (self, value);
  columns.states = states_new (self);
  if (has_bounds (self)) {
    columns.lows = COLUMN (self, low);
    columns.highs = COLUMN (self, high);
  }
  if (columns.scale > 0) {
    columns.numerators = COLUMN (self, numerator);
    columns.denominators = COLUMN (self, denominator);
  }

  return scrutiny_series_new_take (timeline, &columns, error);
}
