/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/timeline-span.h"

#include "base/error-private.h"
#include "base/printable.h"

#include <string.h>

#define MOST_OF_A_TEXT 60

gboolean
timeline_span_find_point (ScrutinyTimeline *timeline,
                          const char *where,
                          const char *text,
                          guint *point,
                          GError **error)
{
  gint64 found = scrutiny_timeline_find (timeline, text, error);

  if (found < 0) {
    g_prefix_error (error, "%s: ", where);
    return FALSE;
  }
  *point = (guint) found;

  return TRUE;
}

gboolean
timeline_span_find (ScrutinyTimeline *timeline,
                    const char *where,
                    const char *text,
                    guint *first,
                    guint *end,
                    GError **error)
{
  const char *dots = strstr (text, "..");
  const char *after = dots ? dots + 2 : text;
  g_autofree char *before = dots ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);
  guint last = (guint) scrutiny_timeline_get_n_periods (timeline) - 1;

  *first = 0;
  if (*before && !timeline_span_find_point (timeline, where, before, first, error))
    return FALSE;
  if (*after && !timeline_span_find_point (timeline, where, after, &last, error))
    return FALSE;

  if (last < *first) {
    g_autofree char *said = printable_dup (text, MOST_OF_A_TEXT);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, where, text,
                           "%s: “%s” ends before it starts; write the earlier period first", where,
                           said);
    return FALSE;
  }
  *end = last + 1;

  return TRUE;
}
