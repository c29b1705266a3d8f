/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/stretches.h"

#include "base/civil.h"
#include "base/period-days.h"

/* A month is whole where rows go to its last days: the very last may be no working day. */
#define MOST_DAYS_OFF 4

#define MONTHS_A_YEAR 12
#define APRIL 3
#define JANUARY 0

static gint64
month_of (gint64 day)
{
  const CivilDate date = civil_from_days (day);

  return (gint64) date.year * MONTHS_A_YEAR + date.month - 1;
}

static gint64
first_day_of (gint64 month)
{
  return civil_to_days ((int) (month / MONTHS_A_YEAR), (int) (month % MONTHS_A_YEAR) + 1, 1);
}

gboolean
stretches_find (Stretches *self, gint64 first_day, gint64 last_day)
{
  static const guint lengths[] = { 12, 6, 3, 1 };
  gint64 first = month_of (first_day), last = month_of (last_day);

  first += first_day - first_day_of (first) > MOST_DAYS_OFF;
  last -= first_day_of (last + 1) - 1 - last_day > MOST_DAYS_OFF;
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (last - first + 1 >= 2 * (gint64) lengths[i]) {
      *self = (Stretches){ last, lengths[i] };
      return TRUE;
    }

  return FALSE;
}

int
stretches_place (const Stretches *self, gint64 day)
{
  const gint64 back = self->last_month - month_of (day);

  if (back < 0 || back >= 2 * (gint64) self->n_months)
    return -1;

  return back < (gint64) self->n_months;
}

static char *
dup_period (ScrutinyCalendar calendar, gint64 month)
{
  Period period;

  return period_of_day (calendar, first_day_of (month), &period) ? period_dup_label (&period)
                                                                 : g_strdup ("");
}

static const char *
words_of (guint n_months)
{
  return n_months == 12 ? "the year to" : n_months == 6 ? "the six months to" : "the quarter to";
}

char *
stretches_dup_label (const Stretches *self, gboolean is_later)
{
  const gint64 last = self->last_month - (is_later ? 0 : (gint64) self->n_months);
  const gint64 begins = (last + 1) % MONTHS_A_YEAR;
  g_autofree char *month = dup_period (SCRUTINY_CALENDAR_MONTH, last);

  if (self->n_months == MONTHS_A_YEAR && begins == APRIL)
    return dup_period (SCRUTINY_CALENDAR_FINANCIAL_YEAR, last);
  if (self->n_months == MONTHS_A_YEAR && begins == JANUARY)
    return dup_period (SCRUTINY_CALENDAR_YEAR, last);
  if (self->n_months == 1)
    return g_steal_pointer (&month);

  return g_strdup_printf ("%s %s", words_of (self->n_months), month);
}
