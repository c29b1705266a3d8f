/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/wait-spans.h"

#include "base/error-private.h"
#include "base/marker.h"
#include "base/printable.h"
#include "base/table-columns.h"
#include "records/record-date.h"

#include <math.h>
#include <string.h>

#define MOST_SHOWN 40
#define SECONDS_A_DAY 86400.0
#define MINUTES_A_DAY 1440.0
#define MOST_DAYS 700000 /* from 1970, in years of four digits */

/* A column of days as it stands: numbers, or texts that share a way of writing a day. */
typedef struct {
  const char *name;
  const double *numbers; /* NULL of texts */
  const char *const *texts;
} DayColumn;

/* How days are written: the ways that all texts so far have in common. */
typedef struct {
  guint orders;
  gboolean has_time;
} Writing;

static gboolean
refuse_day (const DayColumn *column, gsize row, const char *why, GError **error)
{
  g_autofree char *name = printable_dup (column->name, MOST_SHOWN);
  g_autofree char *said = printable_dup (column->texts[row], MOST_SHOWN);

  scrutiny_set_error_at (
      error, SCRUTINY_ERROR_UNREADABLE, row + 1, column->name, column->texts[row],
      "Row %" G_GSIZE_FORMAT " below the header, column “%s”: “%s” %s", row + 1, name, said, why);

  return FALSE;
}

/* Nothing written, or a mark that there is nothing. */
static gboolean
is_blank (const char *text)
{
  return !*text || marker_find (text, strlen (text)) != NULL;
}

static gboolean
find_column (DayColumn *self,
             ScrutinyTable *table,
             const char *name,
             const char *role,
             GError **error)
{
  if (!table_columns_check (table, "Waits", role, name, error))
    return FALSE;
  self->name = name;
  if (scrutiny_table_is_text (table, name))
    self->texts = scrutiny_table_get_texts (table, name);
  else
    self->numbers = scrutiny_table_get_doubles (table, name, NULL);

  return TRUE;
}

static gboolean
narrow (Writing *writing, const DayColumn *column, gsize n_rows, GError **error)
{
  for (gsize row = 0; column->texts && row < n_rows; row++) {
    RecordDate date;

    if (is_blank (column->texts[row]))
      continue;
    if (!record_date_parse (column->texts[row], strlen (column->texts[row]), &date))
      return refuse_day (column, row, "is no day; write days such as 2015-03-12", error);
    if (!(writing->orders & date.orders))
      return refuse_day (column, row,
                         "is written otherwise than the days above; write all days in one form",
                         error);
    writing->orders &= date.orders;
    writing->has_time |= date.has_time;
  }

  return TRUE;
}

/* The one way that is left; of several the day comes first, as it does here. */
static RecordOrder
chosen_order (guint orders)
{
  const guint day_first = orders & RECORD_ORDERS_OF_DAY_FIRST;
  const guint left = orders & (guint) RECORD_ORDER_YMD ? (guint) RECORD_ORDER_YMD
                     : day_first                       ? day_first
                                                       : orders;

  return (RecordOrder) (left & (~left + 1));
}

static gboolean
read_day (const DayColumn *column, gsize row, RecordOrder order, double *day, GError **error)
{
  RecordDate date;
  gint64 days;

  *day = NAN;
  if (column->numbers) {
    *day = column->numbers[row];
    return TRUE;
  }
  if (!column->texts || is_blank (column->texts[row]) ||
      !record_date_parse (column->texts[row], strlen (column->texts[row]), &date))
    return TRUE;
  if (!record_date_get_days (&date, order, &days))
    return refuse_day (column, row, "is no day of the calendar; correct it", error);
  *day = (double) days + date.seconds / SECONDS_A_DAY - date.zone / MINUTES_A_DAY;

  return TRUE;
}

static gboolean
read_until (WaitSpans *self, const char *until, GError **error)
{
  RecordDate date;
  gint64 days;
  g_autofree char *said = NULL;

  self->until = NAN;
  if (!until)
    return TRUE;
  if (record_date_parse (until, strlen (until), &date) &&
      record_date_get_days (&date, chosen_order (date.orders), &days)) {
    self->until = (double) days + date.seconds / SECONDS_A_DAY;
    return TRUE;
  }
  said = printable_dup (until, MOST_SHOWN);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, until,
                         "Until: “%s” is no day; write one such as 2015-03-12", said);

  return FALSE;
}

/* Each case gets a number; without a column of them each row is one. */
static gsize *
number_cases (ScrutinyTable *table, const char *name, gsize n_rows, gsize *n_cases)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) texts = name ? table_columns_dup_texts (table, name) : NULL;
  gsize *numbers = g_new (gsize, n_rows + 1);

  *n_cases = 0;
  for (gsize row = 0; row < n_rows; row++) {
    gpointer number;

    /* A row without a name is a case of its own. */
    if (!texts || !*texts[row])
      numbers[row] = (*n_cases)++;
    else if (g_hash_table_lookup_extended (seen, texts[row], NULL, &number))
      numbers[row] = GPOINTER_TO_SIZE (number);
    else {
      g_hash_table_insert (seen, texts[row], GSIZE_TO_POINTER (*n_cases));
      numbers[row] = (*n_cases)++;
    }
  }

  return numbers;
}

static void
add_span (WaitSpans *self, WaitSpan span)
{
  if (isnan (span.start)) {
    self->n_without_start++;
    return;
  }
  if (span.end < span.start) {
    if (self->n_backwards++ == 0)
      self->first_backwards = span.row;
    return;
  }
  g_array_append_val (self->spans, span);
}

static gboolean
read_rows (WaitSpans *self,
           const DayColumn *from,
           const DayColumn *to,
           const gsize *cases,
           gsize n_rows,
           RecordOrder order,
           GError **error)
{
  double latest = NAN;

  for (gsize row = 0; row < n_rows; row++) {
    WaitSpan span = { .row = row, .case_number = cases[row] };

    if (!read_day (from, row, order, &span.start, error) ||
        !read_day (to, row, order, &span.end, error))
      return FALSE;
    latest = fmax (latest, fmax (span.start, span.end));
    add_span (self, span);
  }
  if (isnan (self->until))
    self->until = latest;

  return TRUE;
}

static gboolean
is_outside (const WaitSpans *self, double moment)
{
  return self->working && (floor (moment) < (double) self->working->first ||
                           floor (moment) > (double) self->working->last);
}

/* What is known only later is not known yet. */
static void
cut_off (WaitSpans *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->spans->len; i++) {
    WaitSpan span = g_array_index (self->spans, WaitSpan, i);

    if (span.start > self->until) {
      self->n_later++;
      continue;
    }
    if (span.end > self->until)
      span.end = NAN;
    if (is_outside (self, span.start)) {
      self->n_outside++;
      continue;
    }
    g_array_index (self->spans, WaitSpan, kept++) = span;
  }
  g_array_set_size (self->spans, kept);
}

/* Working days are counted from one date to another, up to one whose holidays are known. */
static gboolean
read_working (WaitSpans *self,
              const DayColumn *starts,
              const DayColumn *ends,
              const char *name,
              GError **error)
{
  if (!name)
    return TRUE;
  if (starts->numbers || ends->numbers) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0,
                           starts->numbers ? starts->name : ends->name, NULL,
                           "Waits: working days are counted from dates, and column “%s” holds "
                           "numbers; give dates, or count all days",
                           starts->numbers ? starts->name : ends->name);
    return FALSE;
  }
  self->working = working_calendar_parse (name, error);

  return self->working != NULL;
}

static gboolean
check_until (const WaitSpans *self, GError **error)
{
  g_autofree char *until = is_outside (self, self->until) ? wait_spans_dup_until (self) : NULL;

  if (!until)
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, until,
                         "Waits: the record ends on %s, for which the calendar of working days "
                         "knows no bank holidays; say until when the record goes, or name a "
                         "calendar that does",
                         until);

  return FALSE;
}

WaitSpans *
wait_spans_new (ScrutinyTable *table,
                const char *from,
                const char *to,
                ScrutinyWaitsOptions *options,
                GError **error)
{
  g_autoptr (WaitSpans) self = g_new0 (WaitSpans, 1);
  const gsize n_rows = scrutiny_table_get_n_rows (table);
  const char *name = scrutiny_waits_options_get_key (options);
  DayColumn starts = { 0 }, ends = { 0 };
  Writing writing = { .orders = ~0u };
  g_autofree gsize *cases = NULL;

  self->spans = g_array_new (FALSE, FALSE, sizeof (WaitSpan));
  if (!find_column (&starts, table, from, "start", error) ||
      !find_column (&ends, table, to, "end", error) ||
      (name && !table_columns_check (table, "Waits", "case", name, error)) ||
      !read_working (self, &starts, &ends, scrutiny_waits_options_get_working_days (options),
                     error) ||
      !narrow (&writing, &starts, n_rows, error) || !narrow (&writing, &ends, n_rows, error) ||
      !read_until (self, scrutiny_waits_options_get_until (options), error))
    return NULL;

  const RecordOrder order = chosen_order (writing.orders);
  self->is_whole = !writing.has_time;
  self->order = starts.texts ? record_order_get_name (order) : NULL;
  cases = number_cases (table, name, n_rows, &self->n_cases);
  if (!read_rows (self, &starts, &ends, cases, n_rows, order, error) || !check_until (self, error))
    return NULL;
  cut_off (self);
  self->first_backwards += scrutiny_table_get_first_row (table);

  return g_steal_pointer (&self);
}

void
wait_spans_free (WaitSpans *self)
{
  g_array_unref (self->spans);
  g_clear_pointer (&self->working, working_calendar_free);
  g_free (self);
}

double
wait_spans_between (const WaitSpans *self, double from, double to)
{
  gint64 n;

  if (!self->working)
    return to - from;

  return working_calendar_count (self->working, (gint64) floor (from), (gint64) floor (to), &n)
             ? (double) n
             : NAN;
}

double
wait_span_length (const WaitSpans *self, const WaitSpan *span)
{
  return wait_spans_between (self, span->start, isnan (span->end) ? self->until : span->end);
}

double
wait_span_length_in_all_days (const WaitSpans *self, const WaitSpan *span)
{
  return (isnan (span->end) ? self->until : span->end) - span->start;
}

char *
wait_spans_dup_until (const WaitSpans *self)
{
  const double seconds = floor (self->until * SECONDS_A_DAY + 0.5);
  g_autoptr (GDateTime) moment = NULL;

  if (fabs (self->until) < MOST_DAYS)
    moment = g_date_time_new_from_unix_utc ((gint64) seconds);

  return moment ? g_date_time_format (moment, self->is_whole ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%S")
                : NULL;
}
