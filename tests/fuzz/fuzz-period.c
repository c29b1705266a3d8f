/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period-parse.h"
#include "base/period.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_round_trip (const Period *period)
{
  g_autofree char *text = period_dup_text (period);
  g_autofree char *label = period_dup_label (period);
  Period back, like;

  g_assert_true (period_is_in_range (period));
  g_assert_true (period_parse (text, strlen (text), period->calendar, &back));
  g_assert_true (period_parse_like (text, strlen (text), period, &like));
  g_assert_cmpint (back.calendar, ==, period->calendar);
  g_assert_cmpint (back.window, ==, period->window);
  g_assert_cmpint (back.length, ==, period->length);
  g_assert_cmpint (back.ordinal, ==, period->ordinal);
  g_assert_cmpint (like.ordinal, ==, period->ordinal);
  g_assert_true (*label != '\0');
}

/* The lines of the text as a column. */
static void
check_column (const char *data, gsize size)
{
  g_autofree char *text = g_strndup (data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 0);
  const gsize n_lines = g_strv_length (lines);
  g_autofree Period *periods = g_new0 (Period, n_lines + 1);
  gsize bad_row = 0;

  if (!period_parse_column ((const char *const *) lines, n_lines, SCRUTINY_CALENDAR_UNKNOWN,
                            periods, &bad_row)) {
    g_assert_cmpuint (bad_row, <, n_lines);
    return;
  }

  for (gsize i = 0; i < n_lines; i++) {
    g_assert_cmpint (periods[i].calendar, ==, periods[0].calendar);
    g_assert_cmpint (periods[i].window, ==, periods[0].window);
    g_assert_cmpint (periods[i].length, ==, periods[0].length);
    check_round_trip (&periods[i]);
  }
}

/* Whatever is read is written as something that reads as the same, on any hint. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  for (int hint = SCRUTINY_CALENDAR_UNKNOWN; hint <= SCRUTINY_CALENDAR_ACADEMIC_YEAR; hint++) {
    Period period;

    if (period_parse ((const char *) data, size, (ScrutinyCalendar) hint, &period))
      check_round_trip (&period);
  }
  check_column ((const char *) data, size);

  return 0;
}
