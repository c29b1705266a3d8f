/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/series.h>

G_BEGIN_DECLS

#define SEASON_MOST 4

/* A season this strong is taken off before anything else is said. */
#define SEASON_CLEAR 0.64

/* How to take a series apart. */
typedef struct {
  guint n_periods; /* 0: chosen from the calendar */
  gsize periods[SEASON_MOST];
  gsize window; /* seasons that shape one; 0: one shape throughout */
  gboolean is_off;
  gboolean is_robust;
} SeasonAsked;

/* A series taken apart.  The arrays have one value a period of the series; they are NULL
 * where there is nothing to take apart, and @reason says why.
 */
typedef struct {
  guint n;
  guint n_periods;
  gsize periods[SEASON_MOST];
  double strength; /* of all seasons together */
  double trend_strength;
  gboolean is_clear; /* strong enough to be taken off */
  double *trend;
  double *seasonal; /* all seasons together */
  double *remainder;
  char *reason;
} Season;

/* How many periods of a calendar go round in its usual season; 0 where there is none. */
gsize season_of_calendar (ScrutinyCalendar calendar);

/* Reads "auto", "none", "12" or "7,365". */
gboolean season_parse (const char *text, SeasonAsked *asked, GError **error);

/* Gaps in the calendar are periods like others, without a value. */
gboolean
season_init (Season *self, ScrutinySeries *series, const SeasonAsked *asked, GError **error);
void season_clear (Season *self);

/* Periods in a season, of several the longest; 0 where there is none. */
guint season_get_length (const Season *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Season, season_clear)

G_END_DECLS
