/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates of the Gregorian calendar as a count of days, 0 being 1 January 1970. */
typedef struct {
  int year;
  int month; /* 1 to 12 */
  int day;   /* 1 to 31 */
} CivilDate;

gint64 civil_to_days (int year, int month, int day);
CivilDate civil_from_days (gint64 days);
int civil_days_in_month (int year, int month);
gboolean civil_is_date (int year, int month, int day);

/* ISO weeks run from Monday to Sunday; as a count, 0 holds 1 January 1970. */
gint64 civil_week_of_days (gint64 days);
gint64 civil_week_monday (gint64 week);
guint civil_weekday (gint64 days); /* 0 is Monday */

/* The year and number a week goes by: it belongs to the year of its Thursday. */
int civil_week_number (gint64 week, int *year);
gboolean civil_week_from_number (int year, int number, gint64 *week);

G_END_DECLS
