/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "compare/comparison-figures.h"

G_BEGIN_DECLS

/* An area's value as published; where it was not, as counted. */
double comparison_published_get_value (const ComparisonFigures *figures, guint index);

/* Adds what there is to say of values and ranges that were published beside the counts. */
void comparison_published_append (const ComparisonFigures *figures,
                                  ScrutinyMethod *method,
                                  GPtrArray *findings);

G_END_DECLS
