/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart-signal.h>
#include <scrutiny/timeline.h>

G_BEGIN_DECLS

/* Takes @points, in time, at least one; @completed is a position in @timeline. */
ScrutinySignal *scrutiny_signal_new_take (ScrutinyTimeline *timeline,
                                          const char *rule,
                                          const char *rule_set,
                                          ScrutinyDirection direction,
                                          guint completed,
                                          GArray *points);

G_END_DECLS
