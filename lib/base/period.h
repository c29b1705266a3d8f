/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/calendar.h>

G_BEGIN_DECLS

/* Four digits outside these are a number, not a year. */
#define PERIOD_FIRST_YEAR 1600
#define PERIOD_LAST_YEAR 2399

typedef enum {
  PERIOD_PLAIN,
  PERIOD_ROLLING, /* 2014-16: @length steps that end with @ordinal, shared with the neighbours */
  PERIOD_TO_DATE, /* Apr-Dec, YTD: from the start of the year to the end of @ordinal */
} PeriodWindow;

/* A step of a calendar.  @ordinal counts steps, so that neighbours differ by 1
 * and gaps are known; the same month is the same ordinal in every file.  Days and
 * weeks count from 1970, the others from year 0; quarters from January and from
 * April share one count of three-month steps.
 */
typedef struct {
  ScrutinyCalendar calendar;
  gint64 ordinal;
  PeriodWindow window;
  guint length; /* steps in a rolling window, else 1 */
} Period;

/* Reads all of @text as one period.  @hint settles what the text alone leaves
 * open; SCRUTINY_CALENDAR_UNKNOWN is no hint, and a hint the text contradicts is
 * not followed.  Without one "2009/10" and "2009-10" are a financial year,
 * "200910" and "2009-11" a month, 03/04/2010 is in April, a date is a day,
 * "Apr-Jun 2010" a quarter, and "12 months to March 2010" a rolling window.  What could be
 * anything ("08/09", "Week 13 2010", "09-Apr") is refused.
 */
gboolean period_parse (const char *text, gsize length, ScrutinyCalendar hint, Period *period);

/* Reads @text as a period of the calendar and window of @like, if it can be. */
gboolean period_parse_like (const char *text, gsize length, const Period *like, Period *period);

/* Reads a column of texts, repeats allowed, in the one way under which all are
 * steps of the same calendar and window: 2009-09, 2009-10 are months; 2009-10,
 * 2010-11 years; 03/31/2010 puts the months first; 2017-03-01, 2017-04-01 are months and dates
 * seven days apart weeks.  Where several ways remain, @hint decides, then the way in
 * which most neighbours follow each other, then what period_parse() would say.
 * On failure @bad_row (0-based, may be NULL) is the first text that does not go with
 * those above it, and @periods is not to be used.
 */
gboolean period_parse_column (const char *const *texts,
                              gsize n_texts,
                              ScrutinyCalendar hint,
                              Period *periods,
                              gsize *bad_row);

/* As calendar.h writes it, "2010-03"; "2014..2016 rolling"; "2010-09 to date".
 * period_parse() with the period's calendar as hint reads it back.
 */
char *period_dup_text (const Period *period);

/* To be read aloud: "March 2010", "three years to 2016". */
char *period_dup_label (const Period *period);

/* The steps that make up a year in @calendar: 12 months, 4 quarters, 1 year; 52 weeks and
 * 365 days, nearly; 0 where there is no calendar.
 */
guint period_steps_per_year (ScrutinyCalendar calendar);

/* Whether all of it lies in the years the library reads. */
gboolean period_is_in_range (const Period *period);

/* What a column of such periods holds, for a sentence: "months", "financial years". */
const char *period_get_plural (ScrutinyCalendar calendar);

G_END_DECLS
