/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/comparison-figures.h"

G_BEGIN_DECLS

/* Where areas may stand in an order, and how much of it would be there again. */
void comparison_places_fill (ComparisonFigures *self);

G_END_DECLS
