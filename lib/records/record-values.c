/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-values.h"

#include <string.h>

#include "records/record-tally.h"

#define SECONDS_OF_DAY 86400

/* What is being read, and which texts were not as they should be. */
typedef struct {
  RecordValues *values;
  const RecordCells *cells;
  const RecordTally *tally;
  const RecordNotes *notes;
  guint8 *odd; /* of each text; cleared between two remarks */
} Reading;

static gboolean
any (const Reading *self)
{
  return memchr (self->odd, 1, self->cells->n_texts) != NULL;
}

/* Says where the odd ones are, if there are any, and forgets them. */
static void
say_odd (Reading *self, const char *sentence)
{
  if (any (self))
    record_notes_add_rows (self->notes, self->cells, self->odd, sentence);
  memset (self->odd, 0, self->cells->n_texts);
}

static void
say_lack (Reading *self, RecordLack lack, const char *sentence)
{
  for (guint32 code = 0; code < self->cells->n_texts; code++)
    self->odd[code] = self->tally->lacks[code] == lack;
  say_odd (self, sentence);
}

/* A text that is one is known unless it says nothing. */
static void
read_texts (Reading *self)
{
  for (guint32 code = 0; code < self->cells->n_texts; code++)
    self->values->known[code] = self->tally->lacks[code] != RECORD_BLANK;
}

/* Integers where all are whole, so that the store keeps them as such. */
static void
make_whole (Reading *self)
{
  RecordValues *values = self->values;

  for (guint32 code = 0; code < self->cells->n_texts; code++)
    if (values->known[code] && !record_value_is_whole (values->doubles[code]))
      return;
  values->is_whole = TRUE;
  values->integers = g_new0 (gint64, self->cells->n_texts + 1);
  for (guint32 code = 0; code < self->cells->n_texts; code++)
    if (values->known[code])
      values->integers[code] = (gint64) values->doubles[code];
  g_clear_pointer (&values->doubles, g_free);
}

static void
read_numbers (Reading *self, const RecordAsked *asked)
{
  RecordValues *values = self->values;

  values->doubles = g_new0 (double, self->cells->n_texts + 1);
  for (guint32 code = 0; code < self->cells->n_texts; code++) {
    gsize length;
    const char *text = record_cells_get (self->cells, code, &length);

    if (self->tally->lacks[code] != RECORD_HELD)
      continue;
    values->known[code] =
        record_value_parse_number (text, length, asked->is_declared, &values->doubles[code]);
    self->odd[code] = !values->known[code];
  }
  say_odd (self, "%s: declared as numbers, and no number there; read as missing");
  make_whole (self);
}

static void
read_truths (Reading *self, const RecordAsked *asked)
{
  RecordValues *values = self->values;

  values->integers = g_new0 (gint64, self->cells->n_texts + 1);
  for (guint32 code = 0; code < self->cells->n_texts; code++) {
    gsize length;
    const char *text = record_cells_get (self->cells, code, &length);
    gboolean truth = FALSE;

    if (self->tally->lacks[code] != RECORD_HELD)
      continue;
    values->known[code] = record_value_parse_truth (text, length, asked->is_declared, &truth);
    values->integers[code] = truth;
    self->odd[code] = !values->known[code];
  }
  say_odd (self, "%s: declared as true or false, and neither is there; read as missing");
}

/* What the dates of a column have in common. */
typedef struct {
  RecordOrder order;
  gboolean has_times; /* any other than midnight */
  gboolean has_hours; /* any written at all */
  gboolean lacks_times;
  gboolean has_zones;
  gboolean has_two_zones;
  int zone;
} Clock;

static void
look_at_clock (Clock *clock, const RecordDate *date)
{
  clock->has_two_zones |= clock->has_zones && date->has_zone && date->zone != clock->zone;
  if (date->has_zone && !clock->has_zones)
    clock->zone = date->zone;
  clock->has_zones |= date->has_zone;
  clock->has_hours |= date->has_time;
  clock->has_times |= date->seconds != 0;
  clock->lacks_times |= !date->has_time;
}

/* Days, with the seconds beside them; where there is no such day it is odd. */
static void
read_date (Reading *self, guint32 code, Clock *clock, guint8 *no_form)
{
  gsize length;
  const char *text = record_cells_get (self->cells, code, &length);
  gint64 days = 0;
  RecordDate date;

  if (!record_date_parse (text, length, &date) || !(date.orders & clock->order)) {
    no_form[code] = 1;
    return;
  }
  self->values->known[code] = record_date_get_days (&date, clock->order, &days);
  self->odd[code] = !self->values->known[code];
  self->values->integers[code] = days * SECONDS_OF_DAY + date.seconds;
  look_at_clock (clock, &date);
}

static void
say_clock (const Reading *self, const Clock *clock)
{
  if (clock->has_two_zones)
    record_notes_add (self->notes, "times of several zones; each is kept as on its own clock");
  if (clock->has_times && clock->lacks_times)
    record_notes_add (self->notes, "some dates have no time; they count as the start of the day");
  if (clock->has_hours && !clock->has_times)
    record_notes_add (self->notes, "every time is midnight; read as dates");
}

static void
read_dates (Reading *self, RecordOrder order)
{
  RecordValues *values = self->values;
  Clock clock = { .order = order };
  g_autofree guint8 *no_form = g_new0 (guint8, self->cells->n_texts + 1);
  g_autofree char *form = g_strdup_printf ("%%s: no date written %s there; read as missing",
                                           record_order_get_name (order));

  values->integers = g_new0 (gint64, self->cells->n_texts + 1);
  for (guint32 code = 0; code < self->cells->n_texts; code++)
    if (self->tally->lacks[code] == RECORD_HELD)
      read_date (self, code, &clock, no_form);
  values->order = order;
  values->kind = clock.has_times ? RECORD_MOMENT : RECORD_DATE;
  for (guint32 code = 0; code < self->cells->n_texts && !clock.has_times; code++)
    values->integers[code] /= SECONDS_OF_DAY; /* whole days: exact below nought too */

  say_odd (self, "%s: there is no such day; read as missing");
  memcpy (self->odd, no_form, self->cells->n_texts);
  say_odd (self, form);
  say_clock (self, &clock);
}

/* All is not one kind, or dates are in no one form that most are in. */
static void
leave_as_text (Reading *self, const RecordAsked *asked)
{
  self->values->kind = RECORD_TEXT;
  self->values->remark = record_tally_dup_remark (self->tally, self->cells, self->notes->rows);
  if (!self->values->remark && asked->is_declared)
    self->values->remark = g_strdup ("declared as dates, and no row holds one in that form");
  if (self->values->remark)
    record_notes_add (self->notes, self->values->remark);
  read_texts (self);
}

static void
read_as (Reading *self, RecordKind kind, const RecordAsked *asked)
{
  const guint order = record_tally_get_order (self->tally);

  self->values->kind = kind;
  if (kind == RECORD_NUMBER)
    read_numbers (self, asked);
  else if (kind == RECORD_TRUTH)
    read_truths (self, asked);
  else if ((kind == RECORD_DATE || kind == RECORD_MOMENT) && order)
    read_dates (self, (RecordOrder) order);
  else if (asked->is_declared && kind == RECORD_TEXT)
    read_texts (self);
  else
    leave_as_text (self, asked);
}

void
record_values_read (RecordValues *self,
                    const RecordCells *cells,
                    const RecordAsked *asked,
                    const RecordNotes *notes)
{
  RecordTally tally;
  Reading reading = { self, cells, &tally, notes, g_new0 (guint8, cells->n_texts + 1) };

  *self = (RecordValues){ .known = g_new0 (guint8, cells->n_texts + 1) };
  record_tally_count (&tally, cells, asked);
  read_as (&reading, asked->is_declared ? asked->kind : record_tally_get_kind (&tally), asked);
  if (self->kind != RECORD_TEXT) {
    say_lack (&reading, RECORD_WITHHELD, "%s: withheld; read as missing, not as nought");
    say_lack (&reading, RECORD_MARKED, "%s: a mark that there is nothing; read as missing");
  }
  record_tally_clear (&tally);
  g_free (reading.odd);
}

void
record_values_clear (RecordValues *self)
{
  g_free (self->known);
  g_free (self->integers);
  g_free (self->doubles);
  g_free (self->remark);
  *self = (RecordValues){ 0 };
}
