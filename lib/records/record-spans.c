/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-spans.h"

#include "base/period-days.h"
#include "records/record-steps.h"

/* From coarse to fine.  Quarters of the financial year are quarters. */
static const struct {
  ScrutinyCalendar calendar;
  gsize level;
} families[] = {
  { SCRUTINY_CALENDAR_UNKNOWN, 0 }, /* all there is */
  { SCRUTINY_CALENDAR_YEAR, 1 },
  { SCRUTINY_CALENDAR_FINANCIAL_YEAR, 1 },
  { SCRUTINY_CALENDAR_ACADEMIC_YEAR, 1 },
  { SCRUTINY_CALENDAR_HALF, 2 },
  { SCRUTINY_CALENDAR_FINANCIAL_HALF, 2 },
  { SCRUTINY_CALENDAR_QUARTER, 3 },
  { SCRUTINY_CALENDAR_MONTH, 4 },
  { SCRUTINY_CALENDAR_WEEK, 5 },
  { SCRUTINY_CALENDAR_DAY, 6 },
};

static ScrutinyCalendar
family_of (ScrutinyCalendar calendar)
{
  return calendar == SCRUTINY_CALENDAR_FINANCIAL_QUARTER ? SCRUTINY_CALENDAR_QUARTER : calendar;
}

static gsize
level_of (ScrutinyCalendar calendar)
{
  for (gsize i = 1; i < G_N_ELEMENTS (families); i++)
    if (families[i].calendar == family_of (calendar))
      return families[i].level;

  return 0;
}

/* The period that a step lies in; steps that the library cannot date lie in one. */
static gint64
find_ordinal (ScrutinyCalendar calendar, ScrutinyCalendar steps, gint64 step)
{
  const Period period = { steps, step, PERIOD_PLAIN, 1 };
  PeriodDays days;
  Period found;

  if (calendar == SCRUTINY_CALENDAR_UNKNOWN || !period_get_days (&period, &days) ||
      !period_of_day (calendar, days.first, &found))
    return 0;

  return found.ordinal;
}

static void
add_family (GArray *spans, gsize family, ScrutinyCalendar steps, gint64 first, gsize n)
{
  RecordSpan span = { .calendar = families[family].calendar, .level = families[family].level };

  for (gsize i = 0; i < n; i++) {
    const gint64 ordinal = find_ordinal (span.calendar, steps, first + (gint64) i);

    if (i > 0 && ordinal == span.ordinal) {
      g_array_index (spans, RecordSpan, spans->len - 1).end = i + 1;
      continue;
    }
    span.ordinal = ordinal;
    span.first = i;
    span.end = i + 1;
    g_array_append_val (spans, span);
  }
}

GArray *
record_spans_new (ScrutinyCalendar calendar, gint64 first, gsize n)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (RecordSpan));
  const ScrutinyCalendar steps = record_steps_get_calendar (calendar);

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    if (families[i].level <= level_of (calendar))
      add_family (self, i, steps, first, n);

  return self;
}

void
record_spans_find (const GArray *self, ScrutinyCalendar calendar, guint *first, guint *end)
{
  *first = *end = 0;
  for (guint i = 0; i < self->len; i++) {
    if (g_array_index (self, RecordSpan, i).calendar != family_of (calendar))
      continue;
    *first = *end == 0 ? i : *first;
    *end = i + 1;
  }
}
