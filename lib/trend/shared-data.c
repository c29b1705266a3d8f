/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shared-data.h"

#include "base/error-private.h"
#include "trend/step-words.h"

gboolean
shared_data_refuse (ScrutinyTimeline *timeline, const SharedDataWords *words, GError **error)
{
  const char *window = scrutiny_timeline_get_window (timeline);
  const char *whose = words->whose ? words->whose : "Series";
  const StepWords step = step_words_get (scrutiny_timeline_get_calendar (timeline));

  if (g_str_equal (window, "to-date")) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNSUITABLE, 0, NULL, NULL,
                           "%s: year-to-date figures: each holds all that came before it in "
                           "its year, so %s; take the difference of each %s's counts to those of "
                           "the %s before, within each year, and %s",
                           whose, words->to_date, step.one, step.one, words->then);
    return FALSE;
  }
  if (g_str_equal (window, "rolling")) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNSUITABLE, 0, NULL, NULL,
                           "%s: rolling figures over %u %s: each shares most of its data with "
                           "the one before it, so %s; ask for the figure of each %s on its own",
                           whose, scrutiny_timeline_get_window_length (timeline), step.many,
                           words->rolling, step.one);
    return FALSE;
  }

  return TRUE;
}
