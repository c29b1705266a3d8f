/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/comparison-rows.h"

G_BEGIN_DECLS

/* Leaves out of @areas, an array of AreaRow, those that have few cases, or few that are not
 * counted, and as many more as it takes that no count can be worked out from the others and from
 * the sum of all: what is compared is what may be shown.  FALSE with @error set where counts are
 * no whole numbers.
 */
gboolean
comparison_rows_protect (GArray *areas, const ComparisonSettings *settings, GError **error);

G_END_DECLS
