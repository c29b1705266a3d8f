/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/calendar.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_TIMELINE (scrutiny_timeline_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyTimeline, scrutiny_timeline, SCRUTINY, TIMELINE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTimeline *scrutiny_timeline_new (const char *first, gsize n_periods, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTimeline *scrutiny_timeline_new_from_texts (const char *const *periods, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyCalendar scrutiny_timeline_get_calendar (ScrutinyTimeline *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_timeline_get_window (ScrutinyTimeline *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_timeline_get_window_length (ScrutinyTimeline *self);
SCRUTINY_AVAILABLE_IN_ALL
gsize scrutiny_timeline_get_n_periods (ScrutinyTimeline *self);
SCRUTINY_AVAILABLE_IN_ALL
gsize scrutiny_timeline_get_n_gaps (ScrutinyTimeline *self);

SCRUTINY_AVAILABLE_IN_ALL
gint64 scrutiny_timeline_get_ordinal (ScrutinyTimeline *self, gsize index);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_timeline_dup_text (ScrutinyTimeline *self, gsize index);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_timeline_dup_label (ScrutinyTimeline *self, gsize index);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_timeline_dup_texts (ScrutinyTimeline *self);
SCRUTINY_AVAILABLE_IN_ALL
gint64 scrutiny_timeline_find (ScrutinyTimeline *self, const char *period, GError **error);

G_END_DECLS
