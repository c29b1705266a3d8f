/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period.h"

#include "base/civil.h"
#include "base/period-reading.h"

#include <string.h>

#define FIRST_DAY (-135140) /* 1 January 1600 */
#define LAST_DAY 157053     /* 31 December 2399 */

static const char *const MONTHS[] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December",
};

static const struct calendar {
  guint steps_per_year;
  const char *plural;
  const char *counted; /* in "three … to", shorter where the year itself tells */
} calendars[] = {
  [SCRUTINY_CALENDAR_UNKNOWN] = { 0, "periods", "periods" },
  [SCRUTINY_CALENDAR_DAY] = { 365, "days", "days" },
  [SCRUTINY_CALENDAR_WEEK] = { 52, "weeks", "weeks" },
  [SCRUTINY_CALENDAR_MONTH] = { 12, "months", "months" },
  [SCRUTINY_CALENDAR_QUARTER] = { 4, "quarters of the calendar year", "quarters" },
  [SCRUTINY_CALENDAR_HALF] = { 2, "halves of the calendar year", "half-years" },
  [SCRUTINY_CALENDAR_YEAR] = { 1, "calendar years", "years" },
  [SCRUTINY_CALENDAR_FINANCIAL_QUARTER] = { 4, "quarters of the financial year", "quarters" },
  [SCRUTINY_CALENDAR_FINANCIAL_HALF] = { 2, "halves of the financial year", "half-years" },
  [SCRUTINY_CALENDAR_FINANCIAL_YEAR] = { 1, "financial years", "years" },
  [SCRUTINY_CALENDAR_ACADEMIC_YEAR] = { 1, "academic years", "academic years" },
};

static const struct calendar *
calendar_facts (ScrutinyCalendar calendar)
{
  return &calendars[(guint) calendar < G_N_ELEMENTS (calendars) ? calendar : 0];
}

guint
period_steps_per_year (ScrutinyCalendar calendar)
{
  return calendar_facts (calendar)->steps_per_year;
}

const char *
period_get_plural (ScrutinyCalendar calendar)
{
  return calendar_facts (calendar)->plural;
}

/* The first and last step of @calendar that lie in the years the library reads. */
static void
limits (ScrutinyCalendar calendar, gint64 *first, gint64 *last)
{
  const gint64 steps = period_steps_per_year (calendar);

  switch (calendar) {
  case SCRUTINY_CALENDAR_UNKNOWN:
    *first = 0;
    *last = -1;
    break;
  case SCRUTINY_CALENDAR_DAY:
    *first = FIRST_DAY;
    *last = LAST_DAY;
    break;
  case SCRUTINY_CALENDAR_WEEK: /* both ends by their Thursday */
    *first = civil_week_of_days (FIRST_DAY + 3);
    *last = civil_week_of_days (LAST_DAY - 3);
    break;
  default: /* financial quarters are on the grid of the quarters, from the second on */
    *first = PERIOD_FIRST_YEAR * steps + (calendar == SCRUTINY_CALENDAR_FINANCIAL_QUARTER);
    *last = (PERIOD_LAST_YEAR + 1) * steps - 1;
  }
}

gboolean
period_is_in_range (const Period *period)
{
  gint64 first, last;

  limits (period->calendar, &first, &last);

  return first <= period->ordinal - (gint64) period->length + 1 && period->ordinal <= last;
}

static char *
dup_financial (gint64 year, const char *suffix)
{
  return g_strdup_printf ("%04d/%02d%s", (int) year, (int) ((year + 1) % 100), suffix);
}

static char *
dup_part (gboolean is_financial, gint64 year, char part, gint64 number)
{
  const char suffix[] = { '-', part, (char) ('1' + number), '\0' };

  return is_financial ? dup_financial (year, suffix)
                      : g_strdup_printf ("%04d%s", (int) year, suffix);
}

static char *
dup_day (gint64 days)
{
  const CivilDate date = civil_from_days (days);

  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

static char *
write_digits (char *at, int number, guint n)
{
  for (guint i = n; i-- > 0; number /= 10)
    at[i] = (char) ('0' + number % 10);

  return at + n;
}

/* Months are by far the most common, and printf would be most of the work. */
static char *
dup_month (int year, int month)
{
  char text[sizeof "2010-03"];

  if (year < 0 || year > 9999 || month < 1)
    return g_strdup_printf ("%04d-%02d", year, month);

  *write_digits (text, year, 4) = '-';
  *write_digits (text + 5, month, 2) = '\0';

  return g_strdup (text);
}

static char *
dup_week (gint64 week)
{
  int year;
  const int number = civil_week_number (week, &year);

  return g_strdup_printf ("%04d-W%02d", year, number);
}

static char *
dup_step (ScrutinyCalendar calendar, gint64 ordinal)
{
  switch (calendar) {
  case SCRUTINY_CALENDAR_DAY:
    return dup_day (ordinal);
  case SCRUTINY_CALENDAR_WEEK:
    return dup_week (ordinal);
  case SCRUTINY_CALENDAR_MONTH:
    return dup_month ((int) (ordinal / 12), (int) (ordinal % 12 + 1));
  case SCRUTINY_CALENDAR_QUARTER:
    return dup_part (FALSE, ordinal / 4, 'Q', ordinal % 4);
  case SCRUTINY_CALENDAR_FINANCIAL_QUARTER:
    return dup_part (TRUE, (ordinal - 1) / 4, 'Q', (ordinal - 1) % 4);
  case SCRUTINY_CALENDAR_HALF:
    return dup_part (FALSE, ordinal / 2, 'H', ordinal % 2);
  case SCRUTINY_CALENDAR_FINANCIAL_HALF:
    return dup_part (TRUE, ordinal / 2, 'H', ordinal % 2);
  case SCRUTINY_CALENDAR_YEAR:
    return g_strdup_printf ("%04d", (int) ordinal);
  case SCRUTINY_CALENDAR_FINANCIAL_YEAR:
    return dup_financial (ordinal, "");
  case SCRUTINY_CALENDAR_ACADEMIC_YEAR:
    return dup_financial (ordinal, " academic");
  case SCRUTINY_CALENDAR_UNKNOWN:
  default:
    return g_strdup ("");
  }
}

char *
period_dup_text (const Period *period)
{
  g_autofree char *last = dup_step (period->calendar, period->ordinal);
  g_autofree char *first = NULL;

  switch (period->window) {
  case PERIOD_ROLLING:
    first = dup_step (period->calendar, period->ordinal - (gint64) period->length + 1);
    return g_strdup_printf ("%s..%s rolling", first, last);
  case PERIOD_TO_DATE:
    return g_strdup_printf ("%s to date", last);
  case PERIOD_PLAIN:
  default:
    return g_steal_pointer (&last);
  }
}

static char *
dup_day_label (gint64 days)
{
  const CivilDate date = civil_from_days (days);

  return g_strdup_printf ("%d %s %d", date.day, MONTHS[date.month - 1], date.year);
}

static char *
dup_months_label (gint64 first, gint64 n_months)
{
  return g_strdup_printf ("%s–%s %d", MONTHS[first % 12], MONTHS[first % 12 + n_months - 1],
                          (int) (first / 12));
}

static char *
dup_step_label (ScrutinyCalendar calendar, gint64 ordinal)
{
  g_autofree char *text = NULL;

  switch (calendar) {
  case SCRUTINY_CALENDAR_DAY:
    return dup_day_label (ordinal);
  case SCRUTINY_CALENDAR_WEEK:
    text = dup_day_label (civil_week_monday (ordinal));
    return g_strdup_printf ("week of %s", text);
  case SCRUTINY_CALENDAR_MONTH:
    return g_strdup_printf ("%s %d", MONTHS[ordinal % 12], (int) (ordinal / 12));
  case SCRUTINY_CALENDAR_QUARTER:
    return dup_months_label (ordinal * 3, 3);
  case SCRUTINY_CALENDAR_HALF:
    return dup_months_label (ordinal * 6, 6);
  case SCRUTINY_CALENDAR_FINANCIAL_QUARTER:
    text = dup_financial ((ordinal - 1) / 4, "");
    return g_strdup_printf ("Q%d %s", (int) ((ordinal - 1) % 4) + 1, text);
  case SCRUTINY_CALENDAR_FINANCIAL_HALF:
    text = dup_financial (ordinal / 2, "");
    return g_strdup_printf ("%s half of %s", ordinal % 2 ? "second" : "first", text);
  case SCRUTINY_CALENDAR_ACADEMIC_YEAR:
    text = dup_financial (ordinal, "");
    return g_strdup_printf ("academic year %s", text);
  default:
    return dup_step (calendar, ordinal);
  }
}

static char *
dup_count_label (guint count)
{
  static const char *const words[] = {
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  };

  return 1 <= count && count <= G_N_ELEMENTS (words) ? g_strdup (words[count - 1])
                                                     : g_strdup_printf ("%u", count);
}

char *
period_dup_label (const Period *period)
{
  const gboolean is_academic = period->calendar == SCRUTINY_CALENDAR_ACADEMIC_YEAR;
  g_autofree char *label = dup_step_label (period->calendar, period->ordinal);
  g_autofree char *count = NULL;
  g_autofree char *end = NULL;

  switch (period->window) {
  case PERIOD_ROLLING:
    count = dup_count_label (period->length);
    end = is_academic ? dup_financial (period->ordinal, "") : g_strdup (label);
    return g_strdup_printf ("%s %s to %s", count, calendar_facts (period->calendar)->counted, end);
  case PERIOD_TO_DATE:
    return g_strdup_printf ("%s, year to date", label);
  case PERIOD_PLAIN:
  default:
    return g_steal_pointer (&label);
  }
}

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
