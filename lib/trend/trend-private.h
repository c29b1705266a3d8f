/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/trend.h>

G_BEGIN_DECLS

/* The table of scrutiny_trend_get_points(), which the reading then does not keep: for a report
 * of thousands.
 */
ScrutinyTable *scrutiny_trend_make_points (ScrutinyTrend *self);

G_END_DECLS
