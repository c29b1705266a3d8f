/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-event.h"

#include "base/error-private.h"
#include "base/period-days.h"
#include "base/printable.h"
#include "base/timeline-private.h"

#include <string.h>

#define MOST_OF_A_NAME 40
#define MOST_OF_A_TEXT 200
#define MOST_WORDS_OF_A_DATE 3

static void
shift_event_free (gpointer data)
{
  ShiftEvent *self = data;

  g_free (self->when);
  g_free (self->text);
  g_free (self);
}

static gboolean
read_point (ScrutinyTimeline *timeline, const char *text, gsize length, ShiftEvent *event)
{
  g_autofree char *said = g_strndup (text, length);
  PeriodDays days;

  if (said[0] != '@' && period_parse_days (said, length, &days)) {
    event->first = days.first;
    event->last = days.last;
    event->is_in_days = TRUE;
    return TRUE;
  }

  const gint64 at = scrutiny_timeline_find (timeline, said, NULL);
  if (at < 0)
    return FALSE;
  const Period period = scrutiny_timeline_get_period (timeline, (gsize) at);
  event->is_in_days = period_get_days (&period, &days);
  event->first = event->is_in_days ? days.first : at;
  event->last = event->is_in_days ? days.last : at;

  return TRUE;
}

/* “A” or “A..B” */
static gboolean
read_span (ScrutinyTimeline *timeline, const char *text, gsize length, ShiftEvent *event)
{
  const char *dots = g_strstr_len (text, (gssize) length, "..");
  ShiftEvent end = { 0 };

  if (!dots)
    return read_point (timeline, text, length, event);
  if (!read_point (timeline, text, (gsize) (dots - text), event) ||
      !read_point (timeline, dots + 2, length - (gsize) (dots + 2 - text), &end) ||
      event->is_in_days != end.is_in_days || end.last < event->first)
    return FALSE;
  event->last = end.last;

  return TRUE;
}

/* The fewest words from the front that are a date; the rest is what happened. */
static ShiftEvent *
read_event (ScrutinyTimeline *timeline, const char *text)
{
  const char *end = text;
  ShiftEvent event = { 0 };

  for (guint k = 0; k < MOST_WORDS_OF_A_DATE && *end; k++) {
    end += strspn (end, " ");
    end += strcspn (end, " ");
    if (!read_span (timeline, text, (gsize) (end - text), &event))
      continue;
    g_autofree char *rest = g_strstrip (printable_dup (end, MOST_OF_A_TEXT));
    event.when = g_strndup (text, (gsize) (end - text));
    event.text = *rest ? g_steal_pointer (&rest) : g_strdup (event.when);
    return g_memdup2 (&event, sizeof event);
  }

  return NULL;
}

GPtrArray *
shift_events_read (ScrutinyTimeline *timeline, const char *const *texts, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (shift_event_free);

  for (guint k = 0; texts && texts[k]; k++) {
    g_autofree char *stripped = g_strstrip (g_strdup (texts[k]));
    ShiftEvent *event = read_event (timeline, stripped);

    if (!event) {
      g_autofree char *said = printable_dup (texts[k], MOST_OF_A_NAME);
      scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, "events", texts[k],
                             "Events: “%s” does not begin with a date; write it as “2024-04 new "
                             "team” or “2024-04..2024-06 new team”",
                             said);
      return NULL;
    }
    g_ptr_array_add (events, event);
  }

  return g_steal_pointer (&events);
}

gboolean
shift_event_is_at (const ShiftEvent *self, ScrutinyTimeline *timeline, const FoundShift *shift)
{
  const Period earliest = scrutiny_timeline_get_period (timeline, shift->earliest);
  const Period latest = scrutiny_timeline_get_period (timeline, shift->latest);
  PeriodDays from, to;

  if (!self->is_in_days)
    return self->first <= shift->latest && self->last >= shift->earliest;
  if (!period_get_days (&earliest, &from) || !period_get_days (&latest, &to))
    return FALSE;

  return self->first <= to.last && self->last >= from.first;
}
