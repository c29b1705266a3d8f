/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/comparison-figures.h"

G_BEGIN_DECLS

/* Sets each area beside the areas that are named as its neighbours; FALSE with @error set where
 * the table of them cannot be read.
 */
gboolean comparison_neighbours_fill (ComparisonFigures *self, GError **error);

G_END_DECLS
