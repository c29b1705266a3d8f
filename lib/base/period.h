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
