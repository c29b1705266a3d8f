/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/date-ticks.h"

#include "base/period.h"

/* A quarter from April counts on from the one from January. */
static gint64
start_of_year (ScrutinyCalendar calendar)
{
  return calendar == SCRUTINY_CALENDAR_FINANCIAL_QUARTER ? 1 : 0;
}

/* The shortest part or number of years that @span has at most @most of; 0 if there is none. */
static gint64
choose_interval (guint steps_per_year, gint64 span, guint most)
{
  static const gint64 years[] = { 1, 2, 3, 4, 5, 10, 20, 50, 100 };

  for (gint64 part = 1; part < steps_per_year; part++)
    if (steps_per_year % part == 0 && span <= part * most)
      return part;
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    if (span <= years[i] * steps_per_year * most)
      return years[i] * steps_per_year;

  return 0;
}

static guint
mark_at_interval (guint8 *marks, const gint64 *ordinals, gsize n, gint64 interval, gint64 start)
{
  guint n_marked = 0;

  for (gsize i = 0; i < n; i++) {
    marks[i] = (ordinals[i] - start) % interval == 0;
    n_marked += marks[i];
  }

  return n_marked;
}

static void
mark_every (guint8 *marks, gsize n, gsize step)
{
  for (gsize i = 0; i < n; i++)
    marks[i] = i % step == 0;
}

guint8 *
date_ticks_choose (ScrutinyCalendar calendar, const gint64 *ordinals, gsize n, guint most)
{
  const guint steps_per_year = period_steps_per_year (calendar);
  guint8 *marks = g_new0 (guint8, n + 1);
  gint64 interval = 0;

  if (n > 0 && steps_per_year > 1 && steps_per_year <= 12)
    interval = choose_interval (steps_per_year, ordinals[n - 1] - ordinals[0] + 1, most);
  if (interval == 0 ||
      mark_at_interval (marks, ordinals, n, interval, start_of_year (calendar)) < 2)
    mark_every (marks, n, MAX (1, (n + most - 1) / most));

  return marks;
}
