/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "trend/trend-reading.h"

G_BEGIN_DECLS

/* What there is to say of a series, most telling first; then what cannot be said, and why.
 * (element-type Scrutiny.Finding)
 */
GPtrArray *trend_findings_dup (const TrendReading *reading, ScrutinyMethod *method);

G_END_DECLS
