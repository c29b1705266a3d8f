/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/comparison-figures.h"

G_BEGIN_DECLS

/* A range that was published beside each value: two columns of the table. */
typedef struct {
  char *name; /* “low..high”, as it was asked for */
  GBytes *lows, *highs;
} ComparisonRange;

/* Those that are asked for, in their order, as an array of ComparisonRange; NULL with @error set,
 * which names the column.
 */
GArray *
comparison_ranges_read (ScrutinyTable *table, const ComparisonSettings *settings, GError **error);

/* On which side of it @value lies: 1 above, -1 below, 0 within or where there is none.  As
 * published, so that the end of a range is within.
 */
int comparison_range_get_side (const ComparisonRange *self, gsize row, double value);

/* FALSE where either end is not published. */
gboolean comparison_range_is_known (const ComparisonRange *self, gsize row);
double comparison_range_get_low (const ComparisonRange *self, gsize row);
double comparison_range_get_high (const ComparisonRange *self, gsize row);

G_END_DECLS
