/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/trend-reading.h"

G_BEGIN_DECLS

/* Which way the figure moved to where it is now, and @since when (transfer full; NULL where
 * nothing says so).
 */
ScrutinyDirection trend_direction_find (const TrendReading *reading, char **since);

G_END_DECLS
