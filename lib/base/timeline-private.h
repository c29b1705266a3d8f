/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/timeline.h>

#include "base/period.h"

G_BEGIN_DECLS

/* @ordinals is taken: gint64, strictly increasing. */
ScrutinyTimeline *scrutiny_timeline_new_take (ScrutinyCalendar calendar,
                                              PeriodWindow window,
                                              guint window_length,
                                              GBytes *ordinals);

const gint64 *scrutiny_timeline_get_ordinals (ScrutinyTimeline *self, gsize *n_periods);
Period scrutiny_timeline_get_period (ScrutinyTimeline *self, gsize index);

G_END_DECLS
