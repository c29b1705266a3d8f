/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/series.h>

#include "base/series-columns.h"

G_BEGIN_DECLS

/* Takes the columns even when it fails.  A state that says a value is not known must stand
 * where the value is NaN, and nowhere else.
 */
ScrutinySeries *
scrutiny_series_new_take (ScrutinyTimeline *timeline, SeriesColumns *columns, GError **error);

/* One SeriesState a value; never NULL but for a series without values. */
const guint8 *scrutiny_series_get_states (ScrutinySeries *self);

G_END_DECLS
