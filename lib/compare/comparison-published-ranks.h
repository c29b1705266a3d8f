/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>

#include "compare/comparison-figures.h"

G_BEGIN_DECLS

/* Adds what there is to say of ranks and quartiles that were published beside the counts. */
void comparison_published_ranks_append (const ComparisonFigures *figures,
                                        ScrutinyMethod *method,
                                        GPtrArray *findings);

G_END_DECLS
