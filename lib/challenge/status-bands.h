/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-rows.h"

G_BEGIN_DECLS

#define STATUS_BANDS_EDGES 16

/* What a rule makes of a figure as it goes from low to high: the same status between two
 * edges.
 */
typedef struct {
  guint n_edges;
  double edges[STATUS_BANDS_EDGES];             /* rising, in the figure's unit */
  guint8 below[STATUS_BANDS_EDGES];             /* 1 where the edge itself has the status below */
  const char *statuses[STATUS_BANDS_EDGES + 1]; /* the rule's words; NULL for none */
} StatusBands;

/* The bands of row @row between @low and @high, with all else as it is in the row.  A figure
 * that is printed is judged as it is printed.  FALSE where there are more edges than it holds.
 */
gboolean
status_bands_find (StatusBands *self, const AuditRows *rows, gsize row, double low, double high);

/* Whether row @row has these very bands. */
gboolean status_bands_fit (const StatusBands *self,
                           const AuditRows *rows,
                           gsize row,
                           double low,
                           double high);

gboolean status_bands_equal (const StatusBands *self, const StatusBands *other);

const char *status_bands_judge (const StatusBands *self, double value);

/* The edge that is nearest to @value; -1 without one. */
int status_bands_nearest (const StatusBands *self, double value);

/* The threshold that was written: where figures are rounded to it, the edge lies half a digit
 * beside it.
 */
double status_bands_get_threshold (const StatusBands *self, const AuditRows *rows, guint i);

G_END_DECLS
