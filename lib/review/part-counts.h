/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/table.h>

#include "review/figure-rows.h"
#include "review/stretches.h"

G_BEGIN_DECLS

/* A share, a rate or a mean counted part by part, in the two latest stretches of time. */
typedef struct {
  char *part;        /* the column that parts the rows: one of the definition’s segments */
  char *numerator;   /* what is counted, in the definition’s words; and the column that has it, or
                      * the means */
  char *denominator; /* what it is counted out of, or how many cases the means are of, likewise */
  char *deviation;   /* of means: the column that has the deviation of one case */
  double scale;
  gboolean is_rate, is_mean;
  char *labels[2];      /* of the stretches, the earlier first */
  ScrutinyTable *table; /* by part and “period”, which holds the labels */
} PartCounts;

/* One by each of the definition’s segments alone, the rows gone through once for all; none where
 * the figure is none of these, has no segments, or there are no two stretches.  NULL with @error
 * set.
 */
GPtrArray *part_counts_read_all (const FigureRows *rows, GError **error);

/* Those of the later stretch alone. */
ScrutinyTable *part_counts_dup_later (const PartCounts *self);

/* Says with @statement, of {names}, {told} and {n}, which of several was chosen to be told of, and
 * that chance had as many goes.
 */
void part_counts_append_choice (GListStore *findings,
                                const char *id,
                                const char *statement,
                                GPtrArray *all,
                                guint told);

G_END_DECLS
