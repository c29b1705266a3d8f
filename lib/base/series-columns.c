/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/series-columns.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/timeline-private.h"

#include <math.h>
#include <string.h>

#define WORDS_OF_A_ROW 6 /* in the hash */

static const char *const state_names[] = {
  [SERIES_OBSERVED] = "observed",     [SERIES_MISSING] = "missing",
  [SERIES_SUPPRESSED] = "suppressed", [SERIES_PROVISIONAL] = "provisional",
  [SERIES_REVISED] = "revised",
};

const char *
series_state_get_name (SeriesState state)
{
  return (guint) state < G_N_ELEMENTS (state_names) ? state_names[state] : NULL;
}

gboolean
series_state_from_name (const char *name, SeriesState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++) {
    if (strcmp (name, state_names[i]) == 0) {
      *state = (SeriesState) i;
      return TRUE;
    }
  }

  return FALSE;
}

double
series_column_at (GBytes *column, gsize index)
{
  return column ? ((const double *) g_bytes_get_data (column, NULL))[index] : NAN;
}

static SeriesState
state_at (const SeriesColumns *self, gsize index)
{
  return ((const guint8 *) g_bytes_get_data (self->states, NULL))[index];
}

gboolean
series_columns_get_bounds (const SeriesColumns *self, gsize index, double *low, double *high)
{
  gboolean is_suppressed = state_at (self, index) == SERIES_SUPPRESSED;

  *low = is_suppressed ? series_column_at (self->lows, index) : NAN;
  *high = is_suppressed ? series_column_at (self->highs, index) : NAN;

  return !isnan (*low) || !isnan (*high);
}

/* Takes @column. */
static GBytes *
align (GBytes *column)
{
  gsize size;
  gconstpointer data = column ? g_bytes_get_data (column, &size) : NULL;
  GBytes *copy;

  if (((guintptr) data) % G_ALIGNOF (double) == 0)
    return column;

  copy = g_bytes_new (data, size);
  g_bytes_unref (column);

  return copy;
}

static GBytes *
states_of (GBytes *values)
{
  gsize n = g_bytes_get_size (values) / sizeof (double);
  guint8 *states = g_new (guint8, n);

  for (gsize i = 0; i < n; i++)
    states[i] = isnan (series_column_at (values, i)) ? SERIES_MISSING : SERIES_OBSERVED;

  return g_bytes_new_take (states, n);
}

void
series_columns_complete (SeriesColumns *self)
{
  self->values = align (self->values);
  self->lows = align (self->lows);
  self->highs = align (self->highs);
  self->numerators = align (self->numerators);
  self->denominators = align (self->denominators);
  if (!self->states)
    self->states = states_of (self->values);
}

static GBytes *
share (GBytes *column)
{
  return column ? g_bytes_ref (column) : NULL;
}

SeriesColumns
series_columns_share (const SeriesColumns *self)
{
  return (SeriesColumns){
    .values = share (self->values),
    .states = share (self->states),
    .lows = share (self->lows),
    .highs = share (self->highs),
    .numerators = share (self->numerators),
    .denominators = share (self->denominators),
    .scale = self->scale,
    .unit = self->unit,
  };
}

void
series_columns_clear (SeriesColumns *self)
{
  g_clear_pointer (&self->values, g_bytes_unref);
  g_clear_pointer (&self->states, g_bytes_unref);
  g_clear_pointer (&self->lows, g_bytes_unref);
  g_clear_pointer (&self->highs, g_bytes_unref);
  g_clear_pointer (&self->numerators, g_bytes_unref);
  g_clear_pointer (&self->denominators, g_bytes_unref);
}

/* One row of a series that is being checked. */
typedef struct {
  const SeriesColumns *columns;
  ScrutinyTimeline *timeline;
  gsize index;
} Row;

/* "2010-03 (row 3): " and what is wrong there. */
static gboolean
refuse (const Row *row, ScrutinyError code, const char *what, GError **error)
{
  g_autofree char *period = scrutiny_timeline_dup_text (row->timeline, row->index);

  scrutiny_set_error_at (error, code, row->index + 1, NULL, NULL,
                         "%s (row %" G_GSIZE_FORMAT "): %s", period, row->index + 1, what);

  return FALSE;
}

static gboolean
refuse_number (const Row *row, const char *name, double value, const char *wanted, GError **error)
{
  char text[NUMBER_TEXT_SIZE];
  g_autofree char *what = NULL;

  what = g_strdup_printf ("%s %s; %s", name,
                          isfinite (value) ? number_format (value, text) : "infinite", wanted);

  return refuse (row, SCRUTINY_ERROR_OUT_OF_RANGE, what, error);
}

static gboolean
check_counts (const Row *row, GError **error)
{
  double numerator = series_column_at (row->columns->numerators, row->index);
  double denominator = series_column_at (row->columns->denominators, row->index);
  const char *wanted = "a count is 0 or more, or NaN where it is not known";

  if (numerator < 0 || isinf (numerator))
    return refuse_number (row, "numerator", numerator, wanted, error);
  if (denominator < 0 || isinf (denominator))
    return refuse_number (row, "denominator", denominator, wanted, error);
  if (denominator == 0 && numerator > 0)
    return refuse_number (row, "numerator", numerator, "the denominator is 0", error);

  return TRUE;
}

static gboolean
check_bounds (const Row *row, GError **error)
{
  double low = series_column_at (row->columns->lows, row->index);
  double high = series_column_at (row->columns->highs, row->index);
  const char *wanted = "a bound is a number, or NaN where it is not known";

  if (isinf (low))
    return refuse_number (row, "lower bound", low, wanted, error);
  if (isinf (high))
    return refuse_number (row, "upper bound", high, wanted, error);
  if (low > high)
    return refuse_number (row, "lower bound", low, "the upper bound lies below it", error);

  return TRUE;
}

static gboolean
check_value (const Row *row, GError **error)
{
  double value = series_column_at (row->columns->values, row->index);
  SeriesState state = state_at (row->columns, row->index);
  const char *name = series_state_get_name (state);
  gboolean is_unknown = state == SERIES_MISSING || state == SERIES_SUPPRESSED;
  g_autofree char *what = NULL;
  char text[NUMBER_TEXT_SIZE];

  if (isinf (value))
    return refuse_number (row, "the value is", value, "where it is not known it is NaN", error);
  if (!name)
    return refuse (row, SCRUTINY_ERROR_UNREADABLE, "the state is none of those there are", error);
  if (isnan (value) == is_unknown)
    return TRUE;

  what = g_strdup_printf ("the state is “%s”, but %s%s", name,
                          is_unknown ? "the value is " : "there is no value",
                          is_unknown ? number_format (value, text) : "");

  return refuse (row, SCRUTINY_ERROR_MISMATCH, what, error);
}

static gboolean
check_length (GBytes *column,
              ScrutinyTimeline *timeline,
              const char *name,
              gsize width,
              GError **error)
{
  gsize size = column ? g_bytes_get_size (column) : 0;
  gsize n_periods = scrutiny_timeline_get_n_periods (timeline);

  if (!column || size == n_periods * width)
    return TRUE;

  if (size % width != 0)
    scrutiny_set_error_at (
        error, SCRUTINY_ERROR_MISMATCH, 0, NULL, NULL,
        "%s: %" G_GSIZE_FORMAT " bytes are not a whole number of doubles of 8 bytes", name, size);
  else
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, NULL, NULL,
                           "%s: %" G_GSIZE_FORMAT "; the timeline has %" G_GSIZE_FORMAT " periods",
                           name, size / width, n_periods);

  return FALSE;
}

/* 0 out of 0 is NaN; anything else out of 0 will be refused with its counts. */
gboolean
series_columns_divide (SeriesColumns *self, ScrutinyTimeline *timeline, GError **error)
{
  const gsize width = sizeof (double);
  gsize n = scrutiny_timeline_get_n_periods (timeline);
  g_autofree double *values = NULL;

  if (!check_length (self->numerators, timeline, "Numerators", width, error) ||
      !check_length (self->denominators, timeline, "Denominators", width, error))
    return FALSE;

  self->numerators = align (self->numerators);
  self->denominators = align (self->denominators);
  values = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    values[i] = self->scale * series_column_at (self->numerators, i) /
                series_column_at (self->denominators, i);
  self->values = g_bytes_new_take (g_steal_pointer (&values), n * width);

  return TRUE;
}

static gboolean
check_lengths (const SeriesColumns *self, ScrutinyTimeline *timeline, GError **error)
{
  const gsize width = sizeof (double);

  return check_length (self->values, timeline, "Values", width, error) &&
         check_length (self->states, timeline, "States", 1, error) &&
         check_length (self->lows, timeline, "Lower bounds", width, error) &&
         check_length (self->highs, timeline, "Upper bounds", width, error) &&
         check_length (self->numerators, timeline, "Numerators", width, error) &&
         check_length (self->denominators, timeline, "Denominators", width, error);
}

static gboolean
check_scale (const SeriesColumns *self, GError **error)
{
  if (!self->numerators != !self->denominators) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, NULL, NULL,
                           "%s: none; numerators and denominators come together or not at all",
                           self->numerators ? "Denominators" : "Numerators");
    return FALSE;
  }
  if (!self->numerators || (self->scale > 0 && isfinite (self->scale)))
    return TRUE;

  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                         "Scale: not a number above 0, such as 100 for a percentage");

  return FALSE;
}

/* Values alone, missing where they are NaN: only an infinite one can be wrong. */
static gboolean
are_plain_values (const SeriesColumns *self, gsize n)
{
  const double *values = g_bytes_get_data (self->values, NULL);
  const guint8 *states = g_bytes_get_data (self->states, NULL);
  gsize i = 0;

  if (self->lows || self->highs || self->numerators || self->denominators)
    return FALSE;
  while (i < n && !isinf (values[i]) &&
         states[i] == (isnan (values[i]) ? SERIES_MISSING : SERIES_OBSERVED))
    i++;

  return i == n;
}

gboolean
series_columns_check (const SeriesColumns *self, ScrutinyTimeline *timeline, GError **error)
{
  Row row = { .columns = self, .timeline = timeline };
  gsize n = scrutiny_timeline_get_n_periods (timeline);

  if (!check_lengths (self, timeline, error) || !check_scale (self, error))
    return FALSE;
  if (are_plain_values (self, n))
    return TRUE;

  for (row.index = 0; row.index < n; row.index++)
    if (!check_counts (&row, error) || !check_bounds (&row, error) || !check_value (&row, error))
      return FALSE;

  return TRUE;
}

/* What a checksum is fed, so that it is fed in one piece. */
typedef struct {
  guint64 *words; /* little-endian */
  gsize n;
} HashInput;

static void
add_integer (HashInput *input, guint64 value)
{
  input->words[input->n++] = GUINT64_TO_LE (value);
}

/* Every NaN is one NaN, and -0 is 0. */
static void
add_double (HashInput *input, double value)
{
  guint64 bits = G_GUINT64_CONSTANT (0x7FF8000000000000);

  value += 0.0;
  if (!isnan (value))
    memcpy (&bits, &value, sizeof bits);
  add_integer (input, bits);
}

static void
add_row (HashInput *input, const SeriesColumns *self, gsize index)
{
  double low, high;

  series_columns_get_bounds (self, index, &low, &high);
  add_double (input, series_column_at (self->values, index));
  add_integer (input, state_at (self, index));
  add_double (input, low);
  add_double (input, high);
  add_double (input, series_column_at (self->numerators, index));
  add_double (input, series_column_at (self->denominators, index));
}

static void
hash_input (GChecksum *checksum, HashInput *input)
{
  g_checksum_update (checksum, (const guchar *) input->words,
                     (gssize) (input->n * sizeof *input->words));
  input->n = 0;
}

static void
hash_timeline (GChecksum *checksum, HashInput *input, ScrutinyTimeline *timeline)
{
  gsize n;
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (timeline, &n);
  const char *window = scrutiny_timeline_get_window (timeline);

  add_integer (input, scrutiny_timeline_get_calendar (timeline));
  hash_input (checksum, input);
  g_checksum_update (checksum, (const guchar *) window, (gssize) strlen (window) + 1);
  add_integer (input, scrutiny_timeline_get_window_length (timeline));
  add_integer (input, n);
  for (gsize i = 0; i < n; i++)
    add_integer (input, (guint64) ordinals[i]);
}

char *
series_columns_dup_hash (const SeriesColumns *self, ScrutinyTimeline *timeline)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize n = scrutiny_timeline_get_n_periods (timeline);
  g_autofree guint64 *words = g_new (guint64, 3 + n * (1 + WORDS_OF_A_ROW));
  HashInput input = { .words = words };

  g_checksum_update (checksum, (const guchar *) "scrutiny.series/1", -1);
  hash_timeline (checksum, &input, timeline);
  add_double (&input, self->numerators ? self->scale : 0);
  for (gsize i = 0; i < n; i++)
    add_row (&input, self, i);
  hash_input (checksum, &input);

  return g_strdup (g_checksum_get_string (checksum));
}
