/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/series.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

/* A published figure and what the rows give for its period; NaN where nothing is known. */
typedef struct {
  gsize row; /* of what was published */
  double published;
  double recomputed;
  double numerator;
  double denominator;
  gboolean agrees; /* to the printed digit */
} ReconciledRow;

/* Sets each published figure beside what was recomputed for the same days: the period itself
 * or, where the series has counts, several that make it up without a gap, their counts summed.
 * NULL where a column is not there or is of the other kind, or a period cannot be read.
 */
GArray *reconcile_rows (ScrutinyTable *published, ScrutinySeries *recomputed, GError **error);

/* The figure as it was printed: its "value_text", or the shortest that reads back as it. */
char *reconcile_dup_printed (ScrutinyTable *published, gsize row);

G_END_DECLS
