/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/working-calendar.h"

#include "base/civil.h"
#include "base/error-private.h"
#include "base/printable.h"
#include "kernel/working-days.h"
#include "records/bank-holidays.h"
#include "records/expression-moment.h"

#define FIRST_NAMED "england-and-wales"
#define MOST_DATES 10000

static WorkingCalendar *
calendar_new (int first_year, int last_year, GArray *days)
{
  WorkingCalendar *self = g_new0 (WorkingCalendar, 1);

  self->first = civil_to_days (first_year, 1, 1);
  self->last = civil_to_days (last_year, 12, 31);
  self->n_holidays = days->len;
  self->holidays = (gint64 *) (void *) g_array_free (days, FALSE);

  return self;
}

void
working_calendar_free (WorkingCalendar *self)
{
  g_free (self->holidays);
  g_free (self);
}

static WorkingCalendar *
calendar_named (const char *name)
{
  gsize n;
  const gint32 *found = bank_holidays_find (name, &n);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!found)
    return calendar_new (1, 9999, days);

  for (gsize i = 0; i < n; i++) {
    const gint64 day = civil_to_days (found[i] / 10000, found[i] / 100 % 100, found[i] % 100);

    g_array_append_val (days, day);
  }

  return calendar_new (BANK_HOLIDAYS_FIRST_YEAR, BANK_HOLIDAYS_LAST_YEAR, days);
}

static WorkingCalendar *
refuse (const char *word, GError **error)
{
  g_autofree char *shown = printable_dup (word, 40);
  g_autofree char *names = bank_holidays_dup_names ();

  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "holidays", word,
                         "Bank holidays: “%s” is neither a calendar nor a date; there are %s and "
                         "none, or dates such as 2024-03-29 2024-04-01",
                         shown, names);

  return NULL;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Weekends are none of work anyway, and no day is twice. */
static void
keep_each_once (GArray *days)
{
  guint n = 0;

  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++) {
    const gint64 day = g_array_index (days, gint64, i);

    if (civil_weekday (day) < 5 && (n == 0 || g_array_index (days, gint64, n - 1) != day))
      g_array_index (days, gint64, n++) = day;
  }
  g_array_set_size (days, n);
}

static WorkingCalendar *
calendar_of_dates (const char *text, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) words = g_strsplit_set (text, " ,\t\r\n", MOST_DATES);
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (char **word = words; *word; word++) {
    double number;
    gint64 day;

    if (!**word)
      continue;
    if (!expression_moment_parse (*word, EXPRESSION_DATE, &number))
      return refuse (*word, error);
    day = (gint64) number;
    first = MIN (first, day);
    last = MAX (last, day);
    g_array_append_val (days, day);
  }
  if (days->len == 0)
    return refuse (text, error);

  keep_each_once (days);

  return calendar_new (civil_from_days (first).year, civil_from_days (last).year,
                       g_steal_pointer (&days));
}

WorkingCalendar *
working_calendar_parse (const char *text, GError **error)
{
  gsize n;

  if (!text || !*text)
    return calendar_named (FIRST_NAMED);
  if (g_str_equal (text, "none") || bank_holidays_find (text, &n))
    return calendar_named (text);

  return calendar_of_dates (text, error);
}

gboolean
working_calendar_count (const WorkingCalendar *self, gint64 from, gint64 to, gint64 *n)
{
  if (MIN (from, to) < self->first || MAX (from, to) > self->last)
    return FALSE;

  *n = kernel_working_days (from, to, self->n_holidays, (const int64_t *) self->holidays);

  return TRUE;
}
