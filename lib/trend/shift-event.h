/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/timeline.h>

#include "trend/shift-search.h"

G_BEGIN_DECLS

/* Something that somebody says happened: its days, or where a series has no calendar its
 * positions.
 */
typedef struct {
  char *when, *text;
  gint64 first, last;
  gboolean is_in_days;
} ShiftEvent;

/* Reads texts such as “2024-04 new team”, “2024-04..2024-06 moving house” or “@12 new team”:
 * (element-type ShiftEvent), or NULL with @error set.
 */
GPtrArray *shift_events_read (ScrutinyTimeline *timeline, const char *const *texts, GError **error);

/* Whether the change may date from the event. */
gboolean
shift_event_is_at (const ShiftEvent *self, ScrutinyTimeline *timeline, const FoundShift *shift);

G_END_DECLS
