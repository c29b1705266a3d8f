/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/calendar.h>

G_BEGIN_DECLS

typedef enum {
  PERIOD_PLAIN,
  PERIOD_ROLLING, /* 2014-16: @length steps that end with @ordinal, shared with the neighbours */
  PERIOD_TO_DATE, /* Apr-Jun, YTD: from the start of the year to the end of @ordinal */
} PeriodWindow;

/* A step of a calendar.  @ordinal counts steps, so that neighbours differ by 1
 * and gaps are known; the same month is the same ordinal in every file.
 */
typedef struct {
  ScrutinyCalendar calendar;
  gint64 ordinal;
  PeriodWindow window;
  guint length; /* steps in a rolling window, else 1 */
} Period;

/* @hint settles what the text alone leaves open ("2009/10" is a financial year
 * unless the hint is SCRUTINY_CALENDAR_ACADEMIC_YEAR); SCRUTINY_CALENDAR_UNKNOWN is no hint.
 */
gboolean period_parse (const char *text, gsize length, ScrutinyCalendar hint, Period *period);

char *period_dup_text (const Period *period);  /* as calendar.h writes it: 2010-03 */
char *period_dup_label (const Period *period); /* to be read aloud: March 2010 */

/* The steps that make up a year in @calendar: 12 months, 4 quarters, 1 year. */
guint period_steps_per_year (ScrutinyCalendar calendar);

G_END_DECLS
