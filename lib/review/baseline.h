/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>
#include <scrutiny/trend.h>

G_BEGIN_DECLS

/* What many councils draw themselves, beside the chart that is chosen: an XmR chart of a monthly
 * figure with its first twelve months as baseline.  NULL where the figure has not shifted, has a
 * season, or has no value in one of these months or in fewer than eight after them.
 */
ScrutinyFinding *baseline_find (ScrutinyTrend *trend);

G_END_DECLS
