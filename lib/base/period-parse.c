/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period-parse.h"

#include "base/period-reading.h"

#include <string.h>

/* A hint settles what is open; it does not turn one month into the year so far. */
static gboolean
follows_hint (const PeriodReading *reading, const PeriodReading *natural, ScrutinyCalendar hint)
{
  return reading->period.calendar == hint && (reading->period.window == PERIOD_PLAIN ||
                                              reading->period.window == natural->period.window);
}

gboolean
period_parse (const char *text, gsize length, ScrutinyCalendar hint, Period *period)
{
  PeriodReadings readings;

  period_readings_take (&readings, text, length);
  for (gsize i = 0; i < readings.n; i++) {
    if (follows_hint (&readings.items[i], &readings.items[0], hint)) {
      *period = readings.items[i].period;
      return TRUE;
    }
  }
  for (gsize i = 0; i < readings.n; i++) {
    if (readings.items[i].rank == READING_SURE || readings.items[i].rank == READING_LATER) {
      *period = readings.items[i].period;
      return TRUE;
    }
  }

  return FALSE;
}

static gboolean
is_same_step (const Period *a, const Period *b)
{
  return a->calendar == b->calendar && a->window == b->window && a->length == b->length;
}

gboolean
period_parse_like (const char *text, gsize length, const Period *like, Period *period)
{
  PeriodReadings readings;

  period_readings_take (&readings, text, length);
  for (gsize i = 0; i < readings.n; i++) {
    if (is_same_step (&readings.items[i].period, like)) {
      *period = readings.items[i].period;
      return TRUE;
    }
  }

  return FALSE;
}

/* A way to understand every text of a column so far. */
typedef struct {
  PeriodReading reading; /* of the latest text; the masks and rank of all */
  gsize n_neighbours;    /* neighbours one step apart */
} Way;

typedef struct {
  gsize n;
  Way ways[PERIOD_MOST_READINGS];
  gboolean first_is_lost; /* the most natural way of some text is out */
} Ways;

static gboolean
is_same_way (const PeriodReading *a, const PeriodReading *b)
{
  return is_same_step (&a->period, &b->period) && a->order & b->order && a->anchor & b->anchor;
}

static const PeriodReading *
find_way (const PeriodReadings *readings, const PeriodReading *way)
{
  for (gsize i = 0; i < readings->n; i++) {
    if (is_same_way (&readings->items[i], way))
      return &readings->items[i];
  }

  return NULL;
}

static void
follow_way (Way *self, const PeriodReading *reading)
{
  const gint64 step = reading->period.ordinal - self->reading.period.ordinal;

  self->n_neighbours += step == 1 || step == -1;
  self->reading.period.ordinal = reading->period.ordinal;
  self->reading.order &= reading->order;
  self->reading.anchor &= reading->anchor;
  self->reading.rank = MAX (self->reading.rank, reading->rank);
}

static void
ways_begin (Ways *self, const PeriodReadings *readings)
{
  self->n = readings->n;
  self->first_is_lost = FALSE;
  for (gsize i = 0; i < readings->n; i++)
    self->ways[i] = (Way){ readings->items[i], 0 };
}

/* Drops the ways in which @readings cannot be understood, unless that is all of them. */
static gboolean
ways_narrow (Ways *self, const PeriodReadings *readings)
{
  gsize kept = 0;

  for (gsize i = 0; i < self->n; i++) {
    const PeriodReading *found = find_way (readings, &self->ways[i].reading);

    if (!found)
      continue;
    self->first_is_lost |= kept == 0 && i > 0;
    self->ways[kept] = self->ways[i];
    follow_way (&self->ways[kept++], found);
  }
  if (kept > 0)
    self->n = kept;

  return kept > 0;
}

/* How far to trust a way: 4 hinted, 3 said by the text or shown by the neighbours,
 * 2 and 1 the same with months before days, 0 not at all.
 */
static guint
trust (const Way *way, const Way *natural, ScrutinyCalendar hint)
{
  const gboolean is_hinted = follows_hint (&way->reading, &natural->reading, hint);

  if (way->reading.rank == READING_LATER)
    return 1 + is_hinted;
  if (is_hinted)
    return 4;

  return way->reading.rank == READING_SURE ||
                 (way->reading.rank == READING_COLUMN && way->n_neighbours > 0)
             ? 3
             : 0;
}

static const Way *
ways_choose (const Ways *self, ScrutinyCalendar hint)
{
  const Way *best = NULL;
  guint most = 0;

  for (gsize i = 0; i < self->n; i++) {
    const Way *way = &self->ways[i];
    const guint t = trust (way, &self->ways[0], hint);

    if (t > most || (t == most && best && way->n_neighbours > best->n_neighbours)) {
      best = way;
      most = t;
    }
  }

  return best;
}

static gboolean
is_repeat (const char *const *texts, gsize row)
{
  return row > 0 && texts[row] && texts[row - 1] && !strcmp (texts[row], texts[row - 1]);
}

/* Leaves in @periods what the first of the ways says. */
static gboolean
read_column (const char *const *texts, gsize n_texts, Ways *ways, Period *periods, gsize *bad_row)
{
  PeriodReadings readings;

  for (gsize i = 0; i < n_texts; i++) {
    if (is_repeat (texts, i)) {
      periods[i] = periods[i - 1];
      continue;
    }

    *bad_row = i;
    if (!texts[i])
      return FALSE;
    period_readings_take (&readings, texts[i], strlen (texts[i]));
    if (readings.n == 0)
      return FALSE;
    if (i == 0)
      ways_begin (ways, &readings);
    else if (!ways_narrow (ways, &readings))
      return FALSE;
    periods[i] = ways->ways[0].reading.period;
  }

  return TRUE;
}

static void
read_column_again (const char *const *texts, gsize n_texts, const Way *way, Period *periods)
{
  PeriodReadings readings;

  for (gsize i = 0; i < n_texts; i++) {
    if (is_repeat (texts, i)) {
      periods[i] = periods[i - 1];
      continue;
    }
    period_readings_take (&readings, texts[i], strlen (texts[i]));
    periods[i] = find_way (&readings, &way->reading)->period;
  }
}

gboolean
period_parse_column (const char *const *texts,
                     gsize n_texts,
                     ScrutinyCalendar hint,
                     Period *periods,
                     gsize *bad_row)
{
  Ways ways = { 0 };
  const Way *way;
  gsize row;

  if (!bad_row)
    bad_row = &row;
  if (n_texts == 0)
    return TRUE;
  if (!read_column (texts, n_texts, &ways, periods, bad_row))
    return FALSE;

  *bad_row = 0;
  way = ways_choose (&ways, hint);
  if (!way)
    return FALSE;
  if (way != &ways.ways[0] || ways.first_is_lost)
    read_column_again (texts, n_texts, way, periods);

  return TRUE;
}
