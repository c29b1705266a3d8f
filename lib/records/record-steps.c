/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-steps.h"

#define BETWEEN_SEGMENTS "\x1f"

ScrutinyCalendar
record_steps_get_calendar (ScrutinyCalendar calendar)
{
  return calendar == SCRUTINY_CALENDAR_DAY || calendar == SCRUTINY_CALENDAR_WEEK
             ? SCRUTINY_CALENDAR_DAY
             : SCRUTINY_CALENDAR_MONTH;
}

char *
record_figures_dup_key (const RecordFigures *self, guint32 segment)
{
  return self->n_segments == 0 ? g_strdup ("")
                               : g_strjoinv (BETWEEN_SEGMENTS, self->segments->pdata[segment]);
}

static gsize
count_segments (const RecordFigures *figures)
{
  return figures->n_segments == 0 ? 1 : figures->segments->len;
}

static void
find_range (RecordSteps *self, const RecordFigures *figures)
{
  gint64 last = 0;

  for (guint i = 0; i < figures->figures->len; i++) {
    const gint64 ordinal = g_array_index (figures->figures, RecordFigure, i).ordinal;

    self->first = i == 0 ? ordinal : MIN (self->first, ordinal);
    last = i == 0 ? ordinal : MAX (last, ordinal);
  }
  self->n = figures->figures->len == 0 ? 0 : (gsize) (last - self->first + 1);
}

static double
count_of (const RecordFigures *figures, const RecordFigure *figure, guint count)
{
  if (count == STEPS_OTHERS)
    return (double) (figure->n_rows - (figures->kind == DEFINITION_SHARE ? figure->n_counted : 0));

  return (double) (figures->kind == DEFINITION_SHARE || figures->kind == DEFINITION_COUNT ||
                           figures->kind == DEFINITION_RATE
                       ? figure->n_counted
                       : figure->n_measured);
}

RecordSteps *
record_steps_new (const RecordFigures *figures)
{
  const gsize n_segments = count_segments (figures);
  RecordSteps *self = g_atomic_rc_box_new0 (RecordSteps);

  find_range (self, figures);
  self->has_others = figures->kind == DEFINITION_SHARE || figures->kind == DEFINITION_RATE;
  self->keys = g_new0 (char *, n_segments + 1);
  for (gsize i = 0; i < n_segments; i++)
    self->keys[i] = record_figures_dup_key (figures, (guint32) i);
  self->counts = g_new0 (double, n_segments *STEPS_N_COUNTS * self->n + 1);
  for (guint i = 0; i < figures->figures->len; i++) {
    const RecordFigure *figure = &g_array_index (figures->figures, RecordFigure, i);

    for (guint k = 0; k < STEPS_N_COUNTS; k++)
      self->counts[(figure->segment * STEPS_N_COUNTS + k) * self->n +
                   (gsize) (figure->ordinal - self->first)] = count_of (figures, figure, k);
  }

  return self;
}

RecordSteps *
record_steps_ref (RecordSteps *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  RecordSteps *self = data;

  g_strfreev (self->keys);
  g_free (self->counts);
}

void
record_steps_unref (RecordSteps *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const double *
record_steps_find (const RecordSteps *self, const char *key, guint count)
{
  for (gsize i = 0; self->keys[i]; i++)
    if (g_str_equal (self->keys[i], key))
      return self->counts + (i * STEPS_N_COUNTS + count) * self->n;

  return NULL;
}
