/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/comparison-figures.h"

G_BEGIN_DECLS

/* How much areas vary, the limits of each, and which lie beyond theirs. */
void comparison_limits_fill (ComparisonFigures *self);

/* A limit at another size than an area's: how many were looked at, or are expected. */
void comparison_limits_at (const ComparisonFigures *self,
                           double denominator,
                           guint limit,
                           double *lower,
                           double *upper);

G_END_DECLS
