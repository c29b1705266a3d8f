/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/period.h"

G_BEGIN_DECLS

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

G_END_DECLS
