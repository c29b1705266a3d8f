/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/step-reading.h"

#include "base/error-private.h"
#include "base/period-days.h"
#include "base/printable.h"
#include "base/timeline-private.h"
#include "linkage/dated-period.h"
#include "linkage/linked-pair.h"
#include "linkage/step-findings.h"
#include "trend/step-words.h"

#include <math.h>
#include <string.h>

#define NOTHING_LEFT "The figures lie on a line with one step: nothing else is left to judge it by."
#define SHARES_DATA \
  "Year-to-date and rolling figures share data from one period to the next, and move at no date: " \
  "ask for each period by itself."

#define MOST_OF_A_TEXT 60

void
step_reading_init (StepReading *self)
{
  *self = (StepReading){
    .text = g_strdup (""),
    .timing = "unknown",
    .found = { 0, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 0, false },
  };
}

void
step_reading_clear (StepReading *self)
{
  g_clear_pointer (&self->figure, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->stated, g_free);
  g_clear_pointer (&self->last, g_free);
}

/* --- What is asked ------------------------------------------------------------------------------
 */

static gboolean
refuse_text (const char *role, const char *text, const char *needs, GError **error)
{
  g_autofree char *said = printable_dup (text, MOST_OF_A_TEXT);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, role, text, "Step, %s: “%s” is %s",
                         role, said, needs);

  return FALSE;
}

gboolean
step_asked_check (const StepAsked *asked, GError **error)
{
  if (!asked->at || !*asked->at) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "at", NULL,
                           "Step: no date was given; say at, the first period that is said to be "
                           "changed");
    return FALSE;
  }
  if (asked->draws >= 1 && asked->draws <= KERNEL_STEP_MOST_DRAWS)
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "draws", NULL,
                         "Step, draws: %u; from 1 to %d can be drawn, usually 999", asked->draws,
                         KERNEL_STEP_MOST_DRAWS);

  return FALSE;
}

static gboolean
find_date (StepReading *self, const StepAsked *asked, GError **error)
{
  Period at = scrutiny_timeline_get_period (scrutiny_series_get_timeline (asked->series), 0);

  if (!dated_period_find (&at, asked->at, FALSE, &at.ordinal)) {
    g_autofree char *needs =
        g_strdup_printf ("no %s, nor a date in one", step_words_get (at.calendar).one);

    return refuse_text ("at", asked->at, needs, error);
  }
  self->at = at;
  g_free (self->text);
  self->text = period_dup_text (&at);

  return TRUE;
}

/* The last period, if nothing of it was still to come on the day the date was stated. */
static char *
dup_last_known (ScrutinySeries *series, const PeriodDays *stated)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const Period last =
      scrutiny_timeline_get_period (timeline, scrutiny_timeline_get_n_periods (timeline) - 1);
  PeriodDays days;

  return period_get_days (&last, &days) && stated->first > days.last ? period_dup_text (&last)
                                                                     : NULL;
}

/* Stated in time is what was known when the first period that it judges began. */
static gboolean
find_timing (StepReading *self, const StepAsked *asked, GError **error)
{
  PeriodDays at, stated;

  if (!asked->stated || !*asked->stated)
    return TRUE;
  if (!period_parse_days (asked->stated, strlen (asked->stated), &stated))
    return refuse_text ("stated", asked->stated, "no date, such as 2024-03-14", error);
  self->stated = printable_dup (asked->stated, MOST_OF_A_TEXT);
  if (period_get_days (&self->at, &at))
    self->timing = stated.last <= at.first ? "before" : "after";
  if (g_str_equal (self->timing, "after"))
    self->last = dup_last_known (asked->series, &stated);

  return TRUE;
}

gboolean
step_reading_begin (StepReading *self, const StepAsked *asked, GError **error)
{
  self->figure = g_strdup (asked->figure);
  self->expected = asked->expected;

  return find_date (self, asked, error) && find_timing (self, asked, error);
}

/* --- The answer ---------------------------------------------------------------------------------
 */

/* A figure by each period from the first to the last, missing ones too, and the date's place. */
typedef struct {
  gsize n, at;
  double *values;
} Row;

static void
row_clear (Row *self)
{
  g_free (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static Row
row_of (StepReading *self, ScrutinySeries *series)
{
  gsize n_there;
  const gint64 *ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), &n_there);
  const double *values = scrutiny_series_get_values (series, NULL);
  const gint64 first = ordinals[0], at = self->at.ordinal;
  Row row = { .n = (gsize) (ordinals[n_there - 1] - first + 1) };

  row.values = g_new (double, row.n);
  for (gsize i = 0; i < row.n; i++)
    row.values[i] = NAN;
  for (gsize i = 0; i < n_there; i++) {
    if (!isfinite (values[i]))
      continue;
    row.values[ordinals[i] - first] = values[i];
    self->n_before += ordinals[i] < at;
    self->n_after += ordinals[i] >= at;
  }
  row.at = (gsize) CLAMP (at - first, 0, (gint64) row.n);

  return row;
}

char *
step_reading_look (StepReading *self, const StepAsked *asked)
{
  g_auto (Row) row = { 0 };
  g_autofree double *work = NULL;
  char *lack;

  if (linked_pair_shares_data (asked->series))
    return g_strdup (SHARES_DATA);
  row = row_of (self, asked->series);
  lack = step_dup_lack (self);
  if (lack)
    return lack;
  work = g_new (double, KERNEL_STEP_WORK (row.n));
  if (kernel_known_step (row.n, row.values, row.at, linked_pair_season_of (self->at.calendar),
                         asked->draws, asked->seed, work, &self->found) != KERNEL_OK)
    return g_strdup (NOTHING_LEFT);

  return step_dup_cannot_tell (self);
}
